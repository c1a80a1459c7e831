// SPDX-License-Identifier: Apache-2.0
#include "core/local/Gate.h"
#include "tests/support/RawClient.h"
#include "tests/unit/local/EchoHandler.h"

#include <QTest>

using support::ask;
using support::RawAnswer;

class GateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesThreeFormsOfHostOnly_data();
    void takesThreeFormsOfHostOnly();
    void refusesOtherThanOneHost_data();
    void refusesOtherThanOneHost();
    void takesAHostWithoutPortOnPort80Only();
    void saysWhatToDoAboutAForeignHost();
    void letsThePolicyDecideOnOrigins_data();
    void letsThePolicyDecideOnOrigins();
    void takesLoopbackOriginsOnlyWhereThePolicySaysSo();
    void readsSecFetchSiteWithoutAnOrigin();
    void answersPreflights();
    void refusesPreflightsForBrokenNames();
    void leavesPlainOptionsToTheHandler();

private:
    std::string withHost(const std::string& hostLines) const
    {
        return "GET /x HTTP/1.1\r\n" + hostLines + "Connection: close\r\n\r\n";
    }

    EchoHandler m_handler;
    local::Server m_server{{0, {true, {"https://app.example.com", "capacitor://localhost"}}, {}, {}},
                           m_handler};
    std::uint16_t m_port = 0;
};

void GateTest::initTestCase()
{
    const auto port = m_server.start();
    QVERIFY(port.has_value());
    m_port = *port;
}

void GateTest::takesThreeFormsOfHostOnly_data()
{
    QTest::addColumn<QByteArray>("host"); // PORT stands for the port
    QTest::addColumn<bool>("passes");
    for (const char* host : {"127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT"})
        QTest::addRow("passes: %s", host) << QByteArray(host) << true;
    for (const char* host : {"evil",
                             "evil:PORT",
                             "evil.example",
                             "evil.example:PORT",
                             "localhost.evil:PORT",
                             "localhost.evil",
                             "127.0.0.1.nip.io:PORT",
                             "127.0.0.1.nip.io",
                             "127.1:PORT",
                             "127.0.1:PORT",
                             "0.0.0.0:PORT",
                             "0:PORT",
                             "2130706433:PORT",
                             "0x7f000001:PORT",
                             "0177.0.0.1:PORT",
                             "127.0.0.2:PORT",
                             "localhost.:PORT",
                             "127.0.0.1.:PORT",
                             "LOCALHOST:PORT",
                             "Localhost:PORT",
                             "localhost",
                             "127.0.0.1",
                             "[::1]",
                             "::1:PORT",
                             "[::]:PORT",
                             "[0:0:0:0:0:0:0:1]:PORT",
                             "[::ffff:127.0.0.1]:PORT",
                             "[::1%lo]:PORT",
                             "localhost:1",
                             "localhost:0PORT",
                             "localhost:PORT0",
                             "localhost:",
                             "localhost:PORT:PORT",
                             "user@localhost:PORT",
                             "localhost:PORT, evil",
                             "localhost :PORT",
                             "http://localhost:PORT",
                             "ip6-localhost:PORT",
                             "sub.localhost:PORT",
                             "localhost:+PORT"})
        QTest::addRow("refused: %s", host) << QByteArray(host) << false;
}

void GateTest::takesThreeFormsOfHostOnly()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, passes);
    host.replace("PORT", QByteArray::number(m_port));
    const int before = m_handler.handled;
    const RawAnswer answer = ask(m_port, withHost("Host: " + host.toStdString() + "\r\n"));
    QCOMPARE(answer.status, passes ? 200 : 403);
    QCOMPARE(m_handler.handled - before, passes ? 1 : 0);
}

void GateTest::refusesOtherThanOneHost_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    QTest::newRow("no Host at all") << QByteArray() << 400;
    QTest::newRow("the same Host twice")
        << QByteArray("Host: localhost:PORT\r\nHost: localhost:PORT\r\n") << 400;
    QTest::newRow("a good and a bad Host") << QByteArray("Host: localhost:PORT\r\nHost: evil\r\n") << 400;
    QTest::newRow("an empty Host") << QByteArray("Host:\r\n") << 403;
    QTest::newRow("only X-Forwarded-Host is good")
        << QByteArray("Host: evil\r\nX-Forwarded-Host: localhost:PORT\r\n") << 403;
}

void GateTest::refusesOtherThanOneHost()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    lines.replace("PORT", QByteArray::number(m_port));
    QCOMPARE(ask(m_port, withHost(lines.toStdString())).status, status);
}

void GateTest::takesAHostWithoutPortOnPort80Only()
{
    for (const char* host : {"127.0.0.1", "localhost", "[::1]"}) {
        QVERIFY(local::isOwnHost(host, 80));
        QVERIFY(local::isOwnHost(std::string(host) + ":80", 80));
        QVERIFY(!local::isOwnHost(host, 8080));
    }
}

void GateTest::saysWhatToDoAboutAForeignHost()
{
    const RawAnswer answer = ask(m_port, withHost("Host: 192.168.0.7:8090\r\n"));
    const std::string number = std::to_string(m_port);
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.find("adb reverse tcp:" + number + " tcp:" + number) != std::string::npos);
    QVERIFY(answer.body.find("http://localhost:" + number) != std::string::npos);
}

void GateTest::letsThePolicyDecideOnOrigins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("passes");
    for (const char* origin :
         {"http://localhost:5173", "http://localhost", "https://localhost:8443", "http://127.0.0.1:3000",
          "https://127.0.0.1", "http://[::1]:3000", "https://app.example.com", "capacitor://localhost"})
        QTest::addRow("passes: %s", origin) << QByteArray(origin) << true;
    for (const char* origin : {"null",
                               "https://evil.example",
                               "http://app.example.com",
                               "https://app.example.com:443",
                               "https://app.example.com.evil.example",
                               "https://APP.example.com",
                               "https://app.example.com/",
                               "http://localhost.evil.example",
                               "http://localhost:5173.evil.example",
                               "http://localhost@evil.example",
                               "http://localhost:",
                               "http://localhost:0",
                               "http://localhost:65536",
                               "http://localhost:5173/",
                               "http://localhost:05173",
                               "http://LOCALHOST:5173",
                               "HTTP://localhost:5173",
                               "http://127.0.0.1.nip.io",
                               "http://127.1",
                               "http://0.0.0.0:3000",
                               "http://192.168.0.7:3000",
                               "http://[::]:3000",
                               "file://",
                               "ftp://localhost",
                               "chrome-extension://abcdef",
                               "localhost:5173",
                               "*",
                               "",
                               "http://localhost:1 http://localhost:2",
                               "http://localhost:1, http://localhost:2"})
        QTest::addRow("refused: %s", origin) << QByteArray(origin) << false;
}

void GateTest::letsThePolicyDecideOnOrigins()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, passes);
    const std::string line = "Origin: " + origin.toStdString() + "\r\n";
    const std::string preflight = line + "Access-Control-Request-Method: POST\r\n";
    const std::string requests[] = {
        support::makeRequest(m_port, "GET", "/x", line),
        support::makeRequest(m_port, "POST", "/x", line + "Content-Type: text/plain\r\n", "a=1"),
        support::makeRequest(m_port, "OPTIONS", "/x", preflight),
    };
    const int before = m_handler.handled;
    for (const std::string& request : requests) {
        const RawAnswer answer = ask(m_port, request);
        if (passes) {
            QCOMPARE(answer.status, request.starts_with("OPTIONS") ? 204 : 200);
            QCOMPARE(answer.header("Access-Control-Allow-Origin"), origin.toStdString());
            QCOMPARE(answer.header("Vary"), std::string("Origin"));
        } else {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.count("Access-Control-Allow-Origin"), std::size_t(0));
            QCOMPARE(answer.count("Access-Control-Allow-Methods"), std::size_t(0));
        }
    }
    QCOMPARE(m_handler.handled - before, passes ? 2 : 0);
}

void GateTest::takesLoopbackOriginsOnlyWhereThePolicySaysSo()
{
    const local::OriginPolicy listedOnly{false, {"http://localhost:5173"}};
    QVERIFY(listedOnly.allows("http://localhost:5173"));
    QVERIFY(!listedOnly.allows("http://localhost:5174"));
    QVERIFY(!listedOnly.allows("null"));
    const local::OriginPolicy nullListed{false, {"null", ""}};
    QVERIFY(!nullListed.allows("null"));
    QVERIFY(!nullListed.allows(""));
}

void GateTest::readsSecFetchSiteWithoutAnOrigin()
{
    const auto status = [this](const char* lines) {
        return ask(m_port, support::makeRequest(m_port, "GET", "/x", lines)).status;
    };
    QCOMPARE(status("Sec-Fetch-Site: cross-site\r\n"), 403);
    QCOMPARE(status("Sec-Fetch-Site: same-site\r\nSec-Fetch-Site: cross-site\r\n"), 403);
    QCOMPARE(status("Sec-Fetch-Site: same-origin\r\n"), 200);
    QCOMPARE(status("Sec-Fetch-Site: none\r\n"), 200);
    QCOMPARE(status("Sec-Fetch-Site: cross-site\r\nOrigin: https://app.example.com\r\n"), 200);
    QCOMPARE(status("Origin: https://app.example.com\r\nOrigin: https://app.example.com\r\n"), 403);
}

void GateTest::answersPreflights()
{
    const int before = m_handler.handled;
    const RawAnswer answer = ask(
        m_port, support::makeRequest(m_port, "OPTIONS", "/x",
                                     "Origin: http://localhost:5173\r\nAccess-Control-Request-Method: PUT\r\n"
                                     "Access-Control-Request-Headers: authorization,content-type , x-a\r\n"
                                     "Access-Control-Request-Private-Network: true\r\n"));
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), std::string("http://localhost:5173"));
    QCOMPARE(answer.header("Access-Control-Allow-Methods"), std::string("GET, POST, PUT, DELETE"));
    QCOMPARE(answer.header("Access-Control-Allow-Headers"), std::string("authorization, content-type, x-a"));
    QCOMPARE(answer.header("Access-Control-Max-Age"), std::string("600"));
    QCOMPARE(answer.header("Access-Control-Allow-Private-Network"), std::string("true"));
    QCOMPARE(answer.count("Content-Length"), std::size_t(0));
    QCOMPARE(m_handler.handled.load(), before);
}

void GateTest::refusesPreflightsForBrokenNames()
{
    for (const char* line :
         {"Access-Control-Request-Headers: a b\r\nAccess-Control-Request-Method: PUT\r\n",
          "Access-Control-Request-Headers: <x>\r\nAccess-Control-Request-Method: PUT\r\n",
          "Access-Control-Request-Method: P UT\r\n", "Access-Control-Request-Method:\r\n"}) {
        const RawAnswer answer =
            ask(m_port, support::makeRequest(m_port, "OPTIONS", "/x",
                                             "Origin: http://localhost:5173\r\n" + std::string(line)));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.count("Access-Control-Allow-Headers"), std::size_t(0));
    }
}

void GateTest::leavesPlainOptionsToTheHandler()
{
    const RawAnswer answer =
        ask(m_port, support::makeRequest(m_port, "OPTIONS", "/x", "Origin: http://localhost:5173\r\n"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, std::string("OPTIONS /x "));
}

QTEST_GUILESS_MAIN(GateTest)
#include "GateTest.moc"
