// SPDX-License-Identifier: Apache-2.0
#include "core/http/Errors.h"
#include "tests/support/TestCertificates.h"
#include "tests/unit/http/Wait.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

using http::Client;
using http::Outcome;
using http::Request;
using http::Settings;
using support::CertificateWish;
using support::makeCertificate;
using support::TestCertificate;

class TlsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void acceptsAKnownAuthority();
    void saysWhenTheServerSpeaksPlain();

private:
    Outcome run(const TestCertificate& certificate, const Settings& settings, QByteArray* received);

    TestCertificate m_authority;
    TestCertificate m_stranger;
};

void TlsTest::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    CertificateWish wish;
    wish.authority = true;
    wish.name = "Test authority";
    m_authority = makeCertificate(wish);
    wish.name = "Another authority";
    m_stranger = makeCertificate(wish);
    QVERIFY(!m_authority.certificate.isNull());
    QVERIFY(!m_authority.key.isNull());
}

Outcome TlsTest::run(const TestCertificate& certificate, const Settings& settings, QByteArray* received)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate.certificate);
    tls.setPrivateKey(certificate.key);
    QSslServer server;
    server.setSslConfiguration(tls);
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&]() {
        while (QTcpSocket* socket = server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, socket, [socket, received]() {
                *received += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            });
    });
    QNetworkAccessManager manager;
    Client client(manager, settings);
    Request request;
    request.method = "POST";
    request.url = QUrl(QStringLiteral("https://127.0.0.1:%1/path").arg(server.serverPort()));
    request.headers = {{"Authorization", "Bearer SECRET"}};
    request.body = "SECRET";
    return waitFor(client.send(request));
}

void TlsTest::refusesBadCertificates_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("notBefore");
    QTest::addColumn<int>("notAfter");
    QTest::addColumn<int>("issuer"); // 0: itself, 1: the known authority, 2: another
    QTest::addColumn<QByteArray>("kind");
    const QByteArray here = "127.0.0.1";
    QTest::newRow("self-signed") << here << -3600 << 86400 << 0 << QByteArray("self-signed");
    QTest::newRow("expired") << here << -86400 << -3600 << 1 << QByteArray("expired");
    QTest::newRow("not yet valid") << here << 3600 << 86400 << 1 << QByteArray("not-yet-valid");
    QTest::newRow("wrong name") << QByteArray("other.example") << -3600 << 86400 << 1
                                << QByteArray("wrong-host");
    QTest::newRow("unknown authority") << here << -3600 << 86400 << 2 << QByteArray("unknown-authority");
}

void TlsTest::refusesBadCertificates()
{
    QFETCH(QByteArray, name);
    QFETCH(int, notBefore);
    QFETCH(int, notAfter);
    QFETCH(int, issuer);
    QFETCH(QByteArray, kind);
    CertificateWish wish;
    wish.name = name;
    wish.notBeforeS = notBefore;
    wish.notAfterS = notAfter;
    wish.issuer = issuer == 0 ? nullptr : issuer == 1 ? &m_authority : &m_stranger;
    Settings settings;
    settings.extraAuthorities = {m_authority.certificate};
    QByteArray received;
    const Outcome outcome = run(makeCertificate(wish), settings, &received);
    QCOMPARE(codeOf(outcome), std::string(http::errors::kTlsFailed));
    QCOMPARE(QByteArray::fromStdString(outcome.error->args[1]), kind);
    QVERIFY(!outcome.error->args[2].empty());
    QCOMPARE(received, QByteArray()); // not one byte of the request
}

void TlsTest::acceptsAKnownAuthority()
{
    CertificateWish wish;
    wish.issuer = &m_authority;
    const TestCertificate certificate = makeCertificate(wish);
    QByteArray received;
    Settings settings;
    settings.extraAuthorities = {m_authority.certificate};
    const Outcome outcome = run(certificate, settings, &received);
    QVERIFY2(outcome.answered(), outcome.error ? outcome.error->args.back().c_str() : "");
    QCOMPARE(outcome.response.body.bytes(10), QByteArray("ok"));
    QVERIFY(outcome.response.timings.encrypted >= 0);
    QVERIFY(received.contains("SECRET"));

    received.clear();
    QCOMPARE(codeOf(run(certificate, Settings(), &received)), std::string(http::errors::kTlsFailed));
    QCOMPARE(received, QByteArray());
}

void TlsTest::saysWhenTheServerSpeaksPlain()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&]() {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket]() {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    QNetworkAccessManager manager;
    Client client(manager);
    Request request;
    request.url = QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort()));
    const Outcome outcome = waitFor(client.send(request));
    QCOMPARE(codeOf(outcome), std::string(http::errors::kTlsFailed));
    QCOMPARE(outcome.error->args[1], std::string("handshake"));
}

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
