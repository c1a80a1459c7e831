// SPDX-License-Identifier: Apache-2.0
#include "core/http/Errors.h"
#include "tests/support/FakeNetwork.h"
#include "tests/unit/http/Wait.h"

using http::Client;
using http::Outcome;
using http::Request;
using http::Settings;
using support::FakeNetwork;
using support::FakeReply;

namespace {

const QList<QPair<QByteArray, QByteArray>> kHeaders{{"Server", "x"}}; // none at all is an error

Request get(const char* url = "https://host.example/path?q=1")
{
    Request request;
    request.url = QUrl(QString::fromLatin1(url));
    return request;
}

} // namespace

class ClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversAnAnswer();
    void takesErrorsFromTheStatusOnly_data();
    void takesErrorsFromTheStatusOnly();
    void setsEverySwitch();
    void sendsBodiesWithAnyMethod();
    void namesTransportFailures_data();
    void namesTransportFailures();
    void reportsBadRequestsLater();
    void endsOnTheTotalDeadline();
    void everyByteStartsTheIdleTimeAnew();
    void endsOnTheIdleDeadline();
    void endsWhenNoConnectionComes();
    void countsHeadersWhenTheyArrive();
    void cutsTheBodyAtTheLimit();
    void marksTruncatedBodies();
    void cancelsAtOnceInEveryPhase();
    void hangsUpWhenTheCallGoes();
    void followsWithinTheOriginWhenAsked();
    void stopsAfterFiveHops();
    void doesNotFollowByDefault();
    void spoolsAndCountsBytes();
};

void ClientTest::deliversAnAnswer()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(200, "OK", {{"Content-Type", "application/json"}, {"Set-Cookie", "a=1\nb=2"}});
        reply.body("{\"a\"");
        reply.body(":1}");
        reply.end();
    };
    Client client(network);
    http::Call* call = client.send(get());
    QSignalSpy headers(call, &http::Call::headersReceived);
    QPointer<http::Call> watch(call);
    const Outcome outcome = waitFor(call);
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.status, 200);
    QCOMPARE(outcome.response.reason, QByteArray("OK"));
    QCOMPARE(outcome.response.body.bytes(100), QByteArray("{\"a\":1}"));
    QCOMPARE(outcome.response.header("content-TYPE"), QByteArray("application/json"));
    QCOMPARE(outcome.response.headers.size(), 3); // the two cookies are two again
    QCOMPARE(outcome.response.wireBytes, qint64(7));
    QVERIFY(!outcome.response.mayBeIncomplete());
    QVERIFY(outcome.response.timings.firstByte >= 0);
    QVERIFY(outcome.response.timings.end >= outcome.response.timings.firstByte);
    QCOMPARE(headers.count(), 1);
    QTRY_VERIFY(watch.isNull()); // deletes itself
    QTRY_VERIFY(network.sent.first().reply.isNull());
}

void ClientTest::takesErrorsFromTheStatusOnly_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("error");
    QTest::newRow("407") << 407 << int(QNetworkReply::ProxyAuthenticationRequiredError);
    QTest::newRow("401") << 401 << int(QNetworkReply::AuthenticationRequiredError);
    QTest::newRow("404") << 404 << int(QNetworkReply::ContentNotFoundError);
    QTest::newRow("429") << 429 << int(QNetworkReply::UnknownContentError);
    QTest::newRow("500") << 500 << int(QNetworkReply::InternalServerError);
    QTest::newRow("503") << 503 << int(QNetworkReply::ServiceUnavailableError);
}

void ClientTest::takesErrorsFromTheStatusOnly()
{
    QFETCH(int, status);
    QFETCH(int, error);
    FakeNetwork network;
    network.onSend = [&](FakeReply& reply) {
        reply.answer(status, "x", {{"Content-Type", "application/json"}});
        reply.body("{}");
        reply.failWith(QNetworkReply::NetworkError(error), QStringLiteral("x"));
    };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.status, status);
    QCOMPARE(outcome.response.body.bytes(10), QByteArray("{}"));
    QVERIFY(!outcome.response.mayBeIncomplete());
}

void ClientTest::setsEverySwitch()
{
    FakeNetwork network;
    Client client(network);
    Request request = get();
    request.headers = {{"Authorization", "Bearer x"}, {"X-A", "1"}, {"X-A", "2"}};
    client.send(request);
    QTRY_COMPARE(network.sent.size(), 1);
    const QNetworkRequest& sent = network.sent.first().request;
    QCOMPARE(sent.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(sent.attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QCOMPARE(sent.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(sent.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(sent.sslConfiguration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(sent.rawHeader("Accept-Encoding"), QByteArray("gzip, deflate"));
    QCOMPARE(sent.rawHeader("X-A"), QByteArray("1, 2"));
    QVERIFY(sent.rawHeader("User-Agent").startsWith("chat-token-console/"));
}

void ClientTest::sendsBodiesWithAnyMethod()
{
    FakeNetwork network;
    Client client(network);
    for (const char* method : {"DELETE", "POST", "PUT", "GET", "PATCH"}) {
        Request request = get();
        request.method = method;
        request.body = "{\"x\":1}";
        client.send(request);
    }
    QTRY_COMPARE(network.sent.size(), 5);
    for (const auto& sent : network.sent) {
        QCOMPARE(sent.operation, QNetworkAccessManager::CustomOperation);
        QCOMPARE(sent.body, QByteArray("{\"x\":1}"));
    }
    QCOMPARE(network.sent[0].request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray(),
             QByteArray("DELETE"));
}

void ClientTest::namesTransportFailures_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](QNetworkReply::NetworkError error, std::string_view code) {
        QTest::newRow(code.data()) << int(error) << QByteArray(code.data());
    };
    row(QNetworkReply::HostNotFoundError, http::errors::kHostNotFound);
    row(QNetworkReply::ConnectionRefusedError, http::errors::kConnectionRefused);
    row(QNetworkReply::RemoteHostClosedError, http::errors::kConnectionClosed);
    row(QNetworkReply::SslHandshakeFailedError, http::errors::kTlsFailed);
    row(QNetworkReply::UnknownNetworkError, http::errors::kNetworkFailed);
    row(QNetworkReply::ProxyNotFoundError, http::errors::kProxyFailed);
    row(QNetworkReply::ProtocolFailure, http::errors::kBrokenAnswer);
    row(QNetworkReply::TimeoutError, http::errors::kConnectDeadline);
}

void ClientTest::namesTransportFailures()
{
    QFETCH(int, error);
    QFETCH(QByteArray, code);
    FakeNetwork network;
    network.onSend = [&](FakeReply& reply) {
        reply.failWith(QNetworkReply::NetworkError(error), QStringLiteral("why"));
    };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    for (const std::string& arg : outcome.error->args)
        QVERIFY(arg.find("q=1") == std::string::npos);
}

void ClientTest::reportsBadRequestsLater()
{
    FakeNetwork network;
    Client client(network);
    http::Call* call = client.send(get("http://host.example/"));
    QSignalSpy spy(call, &http::Call::finished);
    QCOMPARE(spy.count(), 0);
    QVERIFY(spy.wait());
    QCOMPARE(codeOf(spy.first().first().value<Outcome>()), std::string(http::errors::kInsecureUrl));
    Request request = get();
    request.headers = {{"X", "a\r\nb: c"}};
    QCOMPARE(codeOf(waitFor(client.send(request))), std::string(http::errors::kBadHeader));
    QVERIFY(network.sent.isEmpty());
}

void ClientTest::endsOnTheTotalDeadline()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(200, "OK", kHeaders);
        auto* timer = new QTimer(&reply);
        connect(timer, &QTimer::timeout, &reply, [&reply]() { reply.body("x"); });
        timer->start(10);
    };
    Settings settings;
    settings.totalMs = 200;
    Client client(network, settings);
    const Outcome outcome = waitFor(client.send(get()));
    QCOMPARE(codeOf(outcome), std::string(http::errors::kDeadline));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"200", "body"}));
    QCOMPARE(outcome.response.status, 200); // what had come is kept
    QVERIFY(outcome.response.body.size() > 0);
    Request request = get();
    request.totalMs = 50;
    QCOMPARE(waitFor(client.send(request)).error->args[0], std::string("50"));
}

void ClientTest::everyByteStartsTheIdleTimeAnew()
{
    FakeNetwork network;
    int bytes = 0;
    network.onSend = [&](FakeReply& reply) {
        reply.answer(200, "OK", kHeaders);
        auto* timer = new QTimer(&reply);
        connect(timer, &QTimer::timeout, &reply, [&reply, &bytes]() {
            reply.body("x");
            if (++bytes == 8)
                reply.end();
        });
        timer->start(100); // 800 ms in all, more than the idle time
    };
    Settings settings;
    settings.idleMs = 500;
    Client client(network, settings);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
    QCOMPARE(outcome.response.body.size(), qint64(8));
}

void ClientTest::endsOnTheIdleDeadline()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) { reply.answer(200, "OK", kHeaders); };
    Settings settings;
    settings.idleMs = 60;
    Client client(network, settings);
    const Outcome outcome = waitFor(client.send(get()));
    QCOMPARE(codeOf(outcome), std::string(http::errors::kIdleDeadline));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"60", "body"}));
}

void ClientTest::endsWhenNoConnectionComes()
{
    FakeNetwork network;
    Settings settings;
    settings.connectMs = 40;
    Client client(network, settings);
    http::Call* call = client.send(get());
    const Outcome outcome = waitFor(call);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectDeadline));
    QTRY_VERIFY(network.sent.first().reply.isNull());
}

void ClientTest::countsHeadersWhenTheyArrive()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) { reply.answer(200, "OK", {{"X-Long", QByteArray(70'000, 'x')}}); };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QCOMPARE(codeOf(outcome), std::string(http::errors::kHeadersTooLarge));
    QVERIFY(outcome.response.headers.isEmpty());
}

void ClientTest::cutsTheBodyAtTheLimit()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(200, "OK", kHeaders);
        reply.body(QByteArray(100, 'a'));
        reply.body(QByteArray(100, 'b'));
    };
    Settings settings;
    settings.bodyLimit = 150;
    Client client(network, settings);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY(outcome.answered());
    QVERIFY(outcome.response.bodyCut());
    QCOMPARE(outcome.response.body.size(), qint64(150));
}

void ClientTest::marksTruncatedBodies()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(200, "OK", {{"Content-Length", "10"}});
        reply.body("12345");
        reply.failWith(QNetworkReply::RemoteHostClosedError, QStringLiteral("closed"));
    };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY(outcome.answered());
    QVERIFY(outcome.response.mayBeIncomplete());
    QCOMPARE(outcome.response.doubts.front(), http::doubts::kTruncated);
}

void ClientTest::cancelsAtOnceInEveryPhase()
{
    for (int phase = 0; phase < 4; ++phase) {
        FakeNetwork network;
        Client client(network);
        http::Call* call = client.send(get());
        QSignalSpy spy(call, &http::Call::finished);
        if (phase >= 1)
            QTRY_COMPARE(network.sent.size(), 1);
        if (phase >= 2)
            network.sent.first().reply->answer(200, "OK", kHeaders);
        if (phase >= 3)
            network.sent.first().reply->body("x");
        call->cancel();
        QCOMPARE(spy.count(), 1); // from inside cancel
        call->cancel();
        QCOMPARE(spy.count(), 1);
        const Outcome outcome = spy.first().first().value<Outcome>();
        QCOMPARE(codeOf(outcome), std::string(http::errors::kCancelled));
        QCOMPARE(outcome.error->args.front(), std::string(phase < 2 ? "connect" : "body"));
        if (phase >= 1)
            QVERIFY(network.sent.first().reply->aborted);
        QCoreApplication::processEvents();
        QCOMPARE(network.sent.size(), phase == 0 ? 0 : 1);
    }
}

void ClientTest::hangsUpWhenTheCallGoes()
{
    FakeNetwork network;
    auto client = std::make_unique<Client>(network);
    client->send(get());
    QTRY_COMPARE(network.sent.size(), 1);
    client.reset();
    QVERIFY(network.sent.first().reply->aborted);
}

void ClientTest::followsWithinTheOriginWhenAsked()
{
    FakeNetwork network;
    int hop = 0;
    network.onSend = [&](FakeReply& reply) {
        if (hop++ == 0) {
            reply.answer(302, "Found", {{"Location", "/next"}});
            reply.body("moved");
        } else {
            reply.answer(200, "OK", kHeaders);
            reply.body("here");
        }
        reply.end();
    };
    Client client(network);
    Request request = get();
    request.followRedirects = true;
    request.headers = {{"Authorization", "Bearer x"}};
    const Outcome outcome = waitFor(client.send(request));
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.body.bytes(10), QByteArray("here"));
    QCOMPARE(outcome.response.redirectedTo, (QList<QUrl>{QUrl(QStringLiteral("https://host.example/next"))}));
    QCOMPARE(network.sent[1].request.rawHeader("Authorization"), QByteArray("Bearer x"));
}

void ClientTest::stopsAfterFiveHops()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(307, "Again", {{"Location", "/again"}});
        reply.end();
    };
    Client client(network);
    Request request = get();
    request.followRedirects = true;
    const Outcome outcome = waitFor(client.send(request));
    QCOMPARE(codeOf(outcome), std::string(http::errors::kTooManyRedirects));
    QCOMPARE(network.sent.size(), 6);
    QCOMPARE(outcome.response.redirectedTo.size(), 5);
}

void ClientTest::doesNotFollowByDefault()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(302, "Found", {{"Location", "/next"}});
        reply.end();
    };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.status, 302);
    QCOMPARE(network.sent.size(), 1);
}

void ClientTest::spoolsAndCountsBytes()
{
    FakeNetwork network;
    network.onSend = [](FakeReply& reply) {
        reply.answer(200, "OK", kHeaders);
        reply.body(QByteArray(600 * 1024, 'x'));
        reply.end();
    };
    Client client(network);
    const Outcome outcome = waitFor(client.send(get()));
    QVERIFY(outcome.response.body.onDisk());
    QCOMPARE(outcome.response.body.bytes(1 << 20), QByteArray(600 * 1024, 'x'));
}

QTEST_GUILESS_MAIN(ClientTest)
#include "ClientTest.moc"
