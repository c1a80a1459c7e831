// SPDX-License-Identifier: Apache-2.0
#include "core/http/BodyStore.h"
#include "core/http/Errors.h"
#include "core/http/Evidence.h"
#include "core/http/Headers.h"
#include "core/http/Redirect.h"
#include "core/http/UrlRules.h"

#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using http::Request;

class RulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesUrls_data();
    void judgesUrls();
    void refusesBadHeaders();
    void followsTheSameOriginOnly_data();
    void followsTheSameOriginOnly();
    void changesTheMethodAsTheStandardSays_data();
    void changesTheMethodAsTheStandardSays();
    void doubtsWhatContradictsItself_data();
    void doubtsWhatContradictsItself();
    void takesTheBodysOwnWordForItsEnd();
    void keepsABodyForGood();
    void spoolsLargeBodies();
};

void RulesTest::judgesUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* url, std::string_view code) {
        QTest::newRow(url) << QString::fromUtf8(url) << QByteArray(code.data(), qsizetype(code.size()));
    };
    for (const char* url :
         {"https://a41.chat.agora.io/o/a/users", "http://127.0.0.1:8090/x", "http://[::1]/x",
          "http://localhost/x", "http://LOCALHOST:1/x", "http://127.9.9.9/"})
        row(url, "");
    for (const char* url :
         {"http://a41.chat.agora.io/x", "http://localhost.example.com/", "http://128.0.0.1/", "http://[::2]/",
          "http://127.0.0.1.example.com/", "http://0.0.0.0/"})
        row(url, http::errors::kInsecureUrl);
    for (const char* url : {"", "ftp://localhost/", "file:///etc/passwd", "data:text/plain,x", "https:///x",
                            "https://user@host/", "https://user:word@host/", "https://host/#part",
                            "host/path", "javascript:alert(1)", "https://host:0/"})
        row(url, http::errors::kBadUrl);
}

void RulesTest::judgesUrls()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, code);
    const auto result = http::checkUrl(QUrl(url));
    QCOMPARE(result ? QByteArray() : QByteArray::fromStdString(result.error().code), code);
}

void RulesTest::refusesBadHeaders()
{
    QVERIFY(http::checkHeaders({{"X-Token", "a b\tc"}, {"share-secret", ""}}).has_value());
    for (const http::Header& header :
         {http::Header{"", "x"}, http::Header{"A B", "x"}, http::Header{"A:", "x"},
          http::Header{"A", "x\r\nB: y"}, http::Header{"A", "x\n"}, http::Header{"A", QByteArray("x\0y", 3)},
          http::Header{"Content-Length", "5"}, http::Header{"transfer-encoding", "chunked"},
          http::Header{"\xC3\xA4", "x"}})
        QVERIFY(!http::checkHeaders({header}).has_value());
}

void RulesTest::followsTheSameOriginOnly_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("result"); // the new URL, or the error code
    const auto row = [](const char* location, const char* result) {
        QTest::newRow(location) << QByteArray(location) << QByteArray(result);
    };
    row("/other?x=1", "https://host.example/other?x=1");
    row("other", "https://host.example/a/other");
    row("https://host.example:443/x", "https://host.example:443/x");
    row("https://HOST.example/x#part", "https://host.example/x");
    row("", "bad-redirect");
    row("https://host.example:444/x", "redirect-refused");
    row("http://host.example/x", "redirect-refused");
    row("https://sub.host.example/x", "redirect-refused");
    row("https://host.example.evil/x", "redirect-refused");
    row("//evil.example/x", "redirect-refused");
    row("https://host.example@evil.example/x", "bad-redirect");
    row("https://user@host.example/x", "bad-redirect");
    row("https://host.ex\xC3\xA4mple/x", "redirect-refused");
    row("file:///etc/passwd", "bad-redirect");
    row("data:text/plain,x", "bad-redirect");
    row("javascript:alert(1)", "bad-redirect");
    row("https://host.example\\@evil.example/", "bad-redirect");
    row("http://[::1", "bad-redirect");
}

void RulesTest::followsTheSameOriginOnly()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, result);
    Request request;
    request.url = QUrl(QStringLiteral("https://host.example/a/b?secret=1"));
    for (int status : {301, 302, 303, 307, 308}) {
        const auto next = http::nextHop(request, status, location);
        QCOMPARE(next ? next->url.toEncoded() : QByteArray::fromStdString(next.error().code), result);
    }
}

void RulesTest::changesTheMethodAsTheStandardSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](int status, const char* method, const char* next) {
        QTest::addRow("%d after %s", status, method) << status << QByteArray(method) << QByteArray(next);
    };
    for (int status : {301, 302}) {
        row(status, "POST", "GET");
        row(status, "PUT", "PUT");
        row(status, "DELETE", "DELETE");
        row(status, "GET", "GET");
    }
    row(303, "POST", "GET");
    row(303, "PUT", "GET");
    row(303, "HEAD", "HEAD");
    row(307, "POST", "POST");
    row(308, "DELETE", "DELETE");
}

void RulesTest::changesTheMethodAsTheStandardSays()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, next);
    Request request;
    request.method = method;
    request.url = QUrl(QStringLiteral("https://host.example/"));
    request.headers = {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}};
    request.body = "{}";
    const auto hop = http::nextHop(request, status, "/next");
    QVERIFY(hop.has_value());
    QCOMPARE(hop->method, next);
    const bool changed = method != next;
    QCOMPARE(hop->body.has_value(), !changed);
    QCOMPARE(hop->headers.size(), changed ? 1 : 2);
    QCOMPARE(hop->headers.first().name, QByteArray("Authorization"));
}

void RulesTest::doubtsWhatContradictsItself_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("doubt");
    const auto row = [](const char* title, int status, const char* name, const char* value, qint64 bytes,
                        std::string_view doubt) {
        QTest::newRow(title) << status << QByteArray(name) << QByteArray(value) << bytes
                             << QByteArray(doubt.data(), qsizetype(doubt.size()));
    };
    row("a right length", 200, "Content-Length", "5", 5, "");
    row("nothing said", 200, "Server", "x", 5, http::doubts::kNoLength);
    row("negative", 200, "Content-Length", "-5", 0, http::doubts::kBadLength);
    row("words", 200, "Content-Length", "five", 0, http::doubts::kBadLength);
    row("past 64 bits", 200, "Content-Length", "99999999999999999999", 0, http::doubts::kBadLength);
    row("two", 200, "content-length", "5, 5", 5, http::doubts::kTwoLengths);
    row("short", 200, "Content-Length", "5", 4, http::doubts::kTruncated);
    row("a 204 has none", 204, "Content-Length", "5", 0, "");
    row("chunked and empty", 200, "Transfer-Encoding", "Chunked", 0, http::doubts::kEmptyChunked);
    row("chunked", 200, "Transfer-Encoding", "chunked", 1, http::doubts::kNoLength);
}

void RulesTest::doubtsWhatContradictsItself()
{
    QFETCH(int, status);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, bytes);
    QFETCH(QByteArray, doubt);
    http::Response response;
    response.status = status;
    response.headers = {{name, value}};
    response.wireBytes = bytes;
    http::collectDoubts(response, "GET", http::BodyEnd::Unknown);
    QCOMPARE(response.doubts.size(), size_t(doubt.isEmpty() ? 0 : 1));
    if (!doubt.isEmpty())
        QCOMPARE(response.doubts.front(), std::string_view(doubt.constData()));
    http::Response head = response;
    head.doubts.clear();
    head.headers = {{"Content-Length", "100"}};
    http::collectDoubts(head, "HEAD", http::BodyEnd::Unknown);
    QVERIFY(!head.mayBeIncomplete());
}

void RulesTest::takesTheBodysOwnWordForItsEnd()
{
    const auto doubts = [](const http::Header& header, http::BodyEnd end) {
        http::Response response;
        response.status = 200;
        response.headers = {header};
        response.wireBytes = 5;
        http::collectDoubts(response, "GET", end);
        return response.doubts;
    };
    using Words = std::vector<std::string_view>;
    const http::Header chunked{"Transfer-Encoding", "chunked"};
    const http::Header length{"Content-Length", "5"};
    const http::Header odd{"Transfer-Encoding", "gzip, chunked"};
    QCOMPARE(doubts(chunked, http::BodyEnd::Whole), Words());
    QCOMPARE(doubts(chunked, http::BodyEnd::NotJson), Words{http::doubts::kNotJson});
    QCOMPARE(doubts(length, http::BodyEnd::NotJson), Words()); // then it is what the server meant
    QCOMPARE(doubts(odd, http::BodyEnd::Whole), Words{http::doubts::kOddTransfer});
}

void RulesTest::keepsABodyForGood()
{
    for (const qint64 spoolAbove : {qint64(1), qint64(100)}) {
        QString path;
        {
            http::BodyStore store(spoolAbove);
            QVERIFY(store.append("12345", 5).has_value());
            const auto kept = store.keep();
            QVERIFY(kept.has_value());
            path = *kept;
            QCOMPARE(store.bytes(10), QByteArray("12345"));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("12345"));
        QCOMPARE(file.permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(file.remove());
    }
}

void RulesTest::spoolsLargeBodies()
{
    http::BodyStore store(10);
    QVERIFY(store.append("12345", 5).has_value());
    QVERIFY(!store.onDisk());
    QVERIFY(store.append("67890", 5).has_value());
    QVERIFY(!store.onDisk());
    QVERIFY(store.append("abc", 3).has_value());
    QVERIFY(store.onDisk());
    const http::BodyStore copy = store;
    QCOMPARE(copy.size(), qint64(13));
    QCOMPARE(copy.read(8, 100), QByteArray("90abc"));
    QVERIFY(store.append("d", 1).has_value()); // reading does not move the end
    QCOMPARE(store.bytes(14), QByteArray("1234567890abcd"));
    QCOMPARE(store.read(14, 1), QByteArray());
    QCOMPARE(store.read(-1, 1), QByteArray());

    // A full disk, played by the limit on file sizes.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{4096, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    http::BodyStore cramped(1);
    const QByteArray much(10'000, 'x');
    const auto result = cramped.append(much.constData(), much.size());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, std::string(http::errors::kSpoolFailed));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "RulesTest.moc"
