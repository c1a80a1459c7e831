// SPDX-License-Identifier: Apache-2.0
#include "core/http/Errors.h"
#include "tests/support/Gzip.h"
#include "tests/support/HostileServer.h"
#include "tests/unit/http/Wait.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QRandomGenerator>

using http::Client;
using http::Outcome;
using http::Request;
using http::Settings;
using support::HostileServer;
using support::wholeAnswer;
using support::writeForEver;

namespace {

const QByteArray kToken = "Bearer 007eJxSecretSecretSecretSecret";

qint64 residentKiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("VmRSS:");
    return all.mid(at + 6, 16).simplified().split(' ').first().toLongLong();
}

} // namespace

class HostileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsWhatItWasTold();
    void leaksNothingOverRedirects_data();
    void leaksNothingOverRedirects();
    void followsInsideTheOrigin();
    void neverRepeatsAPost_data();
    void neverRepeatsAPost();
    void survivesEndlessAnswers_data();
    void survivesEndlessAnswers();
    void failsOverTheMachine();
    void waitsForAHandshakeNoLonger();
    void stopsBombs_data();
    void stopsBombs();
    void showsTheAnswerTo401();
    void keepsNoCookies();
    void usesNoConnectionThatWasIdleForLong();
    void cancelsAtRandomTimes();
    void saysWhenNobodyListens();

private:
    Request request(const char* method = "GET") const
    {
        Request out;
        out.method = method;
        out.url = m_server->url("/start?access_token=SECRETQUERY");
        out.headers = {{"Authorization", kToken}, {"Cookie", "c=SECRETCOOKIE"}, {"X-Custom", "SECRETCUSTOM"}};
        if (QByteArray(method) == "POST")
            out.body = "{\"password\":\"SECRETBODY\"}";
        return out;
    }

    Outcome run(Request what, Settings settings = patient())
    {
        m_manager = std::make_unique<QNetworkAccessManager>(); // no connection left over from the last call
        Client client(*m_manager, std::move(settings));
        return waitFor(client.send(std::move(what)));
    }

    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

void HostileTest::init()
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_server = std::make_unique<HostileServer>();
}

void HostileTest::sendsWhatItWasTold()
{
    m_server->answerWith(wholeAnswer("X-A: 1\r\nX-B: 2\r\n", "{}"));
    for (const char* method : {"GET", "POST", "PUT", "DELETE", "HEAD"}) {
        Request what = request(method);
        if (QByteArray(method) == "DELETE")
            what.body = "[\"bob\"]";
        what.headers += http::Header{"Content-Type", "application/json"};
        const Outcome outcome = run(what);
        QVERIFY2(outcome.answered(), method);
        const QByteArray sent = m_server->requests.last();
        QVERIFY(sent.startsWith(QByteArray(method) + " /start?access_token=SECRETQUERY HTTP/1.1\r\n"));
        QCOMPARE(sent.mid(sent.indexOf("\r\n\r\n") + 4), what.body.value_or(QByteArray()));
        QCOMPARE(sent.count("Content-Type: application/json"), 1);
        QVERIFY(sent.contains("Authorization: " + kToken));
        QVERIFY(!sent.contains("Mozilla"));
        QCOMPARE(outcome.response.headers.first().name, QByteArray("X-A"));
        QVERIFY2(outcome.response.timings.connecting >= 0, method);
        if (QByteArray(method) != "PUT")
            QVERIFY2(outcome.response.timings.sent >= 0, method);
    }
}

void HostileTest::leaksNothingOverRedirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("target"); // %1: this server's port, %2: the other's
    QTest::addColumn<QByteArray>("code");
    const std::pair<const char*, std::string_view> targets[] = {
        {"http://127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"http://localhost:%1/x", http::errors::kRedirectRefused},
        {"http://127.0.0.2:%1/x", http::errors::kRedirectRefused},
        {"https://127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"//127.0.0.1:%2/x", http::errors::kRedirectRefused},
        {"http://[::1]:%2/x", http::errors::kRedirectRefused},
        {"http://sub.localhost:%2/", http::errors::kRedirectRefused},
        {"http://127.0.0.1\xC3\xA4:%2/", http::errors::kRedirectRefused},
        {"http://user:word@127.0.0.1:%1/x", http::errors::kBadRedirect},
        {"http://127.0.0.1:%1@127.0.0.1:%2/x", http::errors::kBadRedirect},
        {"data:text/html,x", http::errors::kBadRedirect},
        {"file:///etc/passwd", http::errors::kBadRedirect}};
    for (int status : {301, 302, 303, 307, 308})
        for (const auto& [target, code] : targets)
            QTest::addRow("%d to %s", status, target)
                << status << QByteArray(target) << QByteArray(code.data(), qsizetype(code.size()));
}

void HostileTest::leaksNothingOverRedirects()
{
    QFETCH(int, status);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, code);
    HostileServer other;
    other.answerWith(wholeAnswer("", "stolen"));
    target.replace("%1", QByteArray::number(m_server->serverPort()));
    target.replace("%2", QByteArray::number(other.serverPort()));
    m_server->answerWith(
        wholeAnswer("Location: " + target + "\r\n", "moved", QByteArray::number(status) + " Moved"));
    for (const char* method : {"GET", "POST"}) {
        Request what = request(method);
        what.followRedirects = true;
        const Outcome outcome = run(what);
        QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
        QCOMPARE(outcome.response.status, status); // the answer itself stays visible
        for (const std::string& arg : outcome.error->args)
            QVERIFY(arg.find("SECRET") == std::string::npos && arg.find("word") == std::string::npos);
    }
    QCOMPARE(other.connections, 0);
    QCOMPARE(other.received, QByteArray());
    QCOMPARE(m_server->requests.size(), 2);
}

void HostileTest::followsInsideTheOrigin()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray& sent) {
        const bool first = sent.contains(" /start");
        socket.write(first ? wholeAnswer("Location: /next\r\n", "moved", "307 Moved")
                           : wholeAnswer("", "here"));
    });
    Request what = request("POST");
    what.followRedirects = true;
    const Outcome outcome = run(what);
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.body.bytes(10), QByteArray("here"));
    QVERIFY(m_server->requests.last().startsWith("POST /next "));
    QVERIFY(m_server->requests.last().contains(kToken));
    QVERIFY(m_server->requests.last().endsWith("SECRETBODY\"}"));
}

void HostileTest::neverRepeatsAPost_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("body");
    QTest::newRow("POST with a body") << QByteArray("POST") << true;
    QTest::newRow("POST without") << QByteArray("POST") << false;
    QTest::newRow("DELETE") << QByteArray("DELETE") << false;
    QTest::newRow("PUT") << QByteArray("PUT") << true;
}

void HostileTest::neverRepeatsAPost()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, body);
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.abort(); });
    Request what = request("GET");
    what.method = method;
    if (body)
        what.body = "{}";
    const Outcome outcome = run(what);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectionClosed));
    QTest::qWait(100);
    QCOMPARE(m_server->requests.size(), 1);

    m_server->requests.clear();
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.disconnectFromHost(); });
    QCOMPARE(codeOf(run(what)), std::string(http::errors::kConnectionClosed));
    QTest::qWait(100);
    QCOMPARE(m_server->requests.size(), 1);
}

void HostileTest::survivesEndlessAnswers_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("everyMs");
    QTest::addColumn<QByteArray>("code");
    const QByteArray head = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
    const auto row = [](const char* name, const QByteArray& first, const QByteArray& piece, int ms,
                        std::string_view code) {
        QTest::newRow(name) << first << piece << ms << QByteArray(code.data(), qsizetype(code.size()));
    };
    row("silent", "", "", 0, http::errors::kIdleDeadline);
    row("silent after the headers", head, "", 0, http::errors::kIdleDeadline);
    row("dripping body", head, "x", 50, http::errors::kDeadline);
    row("dripping header", "HTTP/1.1 200 OK\r\nX: ", "x", 50, http::errors::kIdleDeadline);
    row("endless header", "HTTP/1.1 200 OK\r\nX: ", QByteArray(1000, 'x'), 5, http::errors::kIdleDeadline);
    row("interim answers without end", "", "HTTP/1.1 100 Continue\r\n\r\n", 10, http::errors::kIdleDeadline);
    row("endless chunk extension", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;",
        QByteArray(1000, 'x'), 5, http::errors::kIdleDeadline);
    row("endless body", head, QByteArray(200'000, 'x'), 0, "");
}

void HostileTest::survivesEndlessAnswers()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, piece);
    QFETCH(int, everyMs);
    QFETCH(QByteArray, code);
    m_server->setAnswer([&](QTcpSocket& socket, const QByteArray&) {
        socket.write(first);
        if (!piece.isEmpty())
            writeForEver(socket, piece, everyMs);
    });
    Settings settings; // only the limit that is meant can strike
    settings.totalMs = code == http::errors::kDeadline.data() ? 1500 : 300'000;
    settings.idleMs = code == http::errors::kIdleDeadline.data() ? 1500 : 300'000;
    settings.connectMs = 300'000;
    settings.bodyLimit = 20'000'000;
    const qint64 before = residentKiB();
    const Outcome outcome = run(request(), settings);
    QCOMPARE(QByteArray::fromStdString(codeOf(outcome)), code);
    if (code.isEmpty())
        QCOMPARE(outcome.response.cut, http::Cut::Limit);
    QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->closed, m_server->connections, 120'000); // no socket stays
}

void HostileTest::failsOverTheMachine()
{
    m_server->answerWith(wholeAnswer("", QByteArray(1000, 'x')));
    Settings settings = patient();
    settings.spoolAbove = 10;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc/no-such-folder");
    const Outcome outcome = run(request(), settings);
    if (before.isNull())
        qunsetenv("TMPDIR");
    else
        qputenv("TMPDIR", before);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kSpoolFailed));
    QVERIFY(!outcome.error->args[0].empty());
}

void HostileTest::waitsForAHandshakeNoLonger()
{
    Settings settings = patient();
    settings.connectMs = 300;
    Request what = request();
    what.url.setScheme(QStringLiteral("https")); // the server waits for a request, so it never answers
    const Outcome outcome = run(what, settings);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectDeadline));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"300", "127.0.0.1"}));
}

void HostileTest::stopsBombs_data()
{
    QTest::addColumn<int>("ratio");
    QTest::newRow("1000:1") << 1000;
    QTest::newRow("31:1") << 31;
}

void HostileTest::stopsBombs()
{
    QFETCH(int, ratio);
    // Zeros pack about 1000:1; a random head of 1/31 of the unit brings that down to about 31:1.
    QByteArray unit(1'000'000, '\0');
    if (ratio == 31)
        for (int i = 0; i < unit.size() / 32; ++i)
            unit[i] = char(QRandomGenerator::global()->bounded(256));
    const QByteArray packed = support::gzipOf(unit, 200);
    m_server->answerWith(wholeAnswer("Content-Encoding: gzip\r\n", packed));
    Settings settings;
    settings.bodyLimit = 32 * 1024 * 1024;
    const qint64 before = residentKiB();
    const Outcome outcome = run(request(), settings);
    QVERIFY(outcome.answered());
    QCOMPARE(outcome.response.cut, ratio == 31 ? http::Cut::Limit : http::Cut::Ratio);
    QVERIFY(outcome.response.body.size() <= settings.bodyLimit);
    QVERIFY2(residentKiB() - before < 64 * 1024, qPrintable(QString::number(residentKiB() - before)));
}

void HostileTest::showsTheAnswerTo401()
{
    for (const char* challenge :
         {"Basic realm=\"x\"", "Bearer", "Digest realm=\"a\", nonce=\"b\"", "Negotiate"}) {
        m_server->answerWith(wholeAnswer(QByteArray("WWW-Authenticate: ") + challenge + "\r\n",
                                         "{\"error\":\"unauthorized\"}", "401 No"));
        const Outcome outcome = run(request("POST"));
        QVERIFY2(outcome.answered(), codeOf(outcome).c_str());
        QCOMPARE(outcome.response.status, 401);
        QCOMPARE(outcome.response.body.bytes(100), QByteArray("{\"error\":\"unauthorized\"}"));
    }
    QCOMPARE(m_server->requests.size(), 4);
}

void HostileTest::keepsNoCookies()
{
    m_server->answerWith(wholeAnswer("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n", "{}"));
    Request what = request();
    what.headers.clear();
    Client client(*m_manager);
    const Outcome outcome = waitFor(client.send(what));
    QCOMPARE(outcome.response.header("set-cookie"), QByteArray("a=1"));
    waitFor(client.send(what));
    QCOMPARE(m_server->requests.size(), 2);
    QVERIFY(!m_server->received.toLower().contains("\r\ncookie:"));
}

void HostileTest::usesNoConnectionThatWasIdleForLong()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) { socket.write(wholeAnswer("", "{}")); });
    Settings settings;
    settings.reuseMs = 100'000;
    Client client(*m_manager, settings);
    for (int i = 0; i < 3; ++i)
        QVERIFY(waitFor(client.send(request("POST"))).answered());
    QCOMPARE(m_server->connections, 1);
    settings.reuseMs = -1; // any time is too long
    client.setSettings(settings);
    QVERIFY(waitFor(client.send(request("POST"))).answered());
    QCOMPARE(m_server->connections, 2);
}

void HostileTest::cancelsAtRandomTimes()
{
    m_server->setAnswer([](QTcpSocket& socket, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        writeForEver(socket, QByteArray(10'000, 'x'), 1);
    });
    Client client(*m_manager);
    for (int i = 0; i < 100; ++i) {
        http::Call* call = client.send(request());
        QSignalSpy spy(call, &http::Call::finished);
        QTest::qWait(QRandomGenerator::global()->bounded(12));
        if (spy.isEmpty())
            call->cancel();
        QCOMPARE(spy.count(), 1);
    }
    m_manager
        ->clearConnectionCache(); // one that was cancelled before it was used may wait there for the next
    QTRY_COMPARE_WITH_TIMEOUT(m_server->closed, m_server->connections, 120'000);
}

void HostileTest::saysWhenNobodyListens()
{
    const quint16 port = m_server->serverPort();
    const Request what = request();
    m_server->close();
    const Outcome outcome = run(what);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kConnectionRefused));
    QCOMPARE(outcome.error->args, (std::vector<std::string>{"127.0.0.1", std::to_string(port)}));
    Request elsewhere;
    elsewhere.url = QUrl(QStringLiteral("https://no-such-host.invalid/"));
    QCOMPARE(codeOf(run(elsewhere)), std::string(http::errors::kHostNotFound));
}

QTEST_GUILESS_MAIN(HostileTest)
#include "HostileTest.moc"
