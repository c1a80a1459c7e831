// SPDX-License-Identifier: Apache-2.0
#include "core/http/Client.h"
#include "tests/support/HostileServer.h"
#include "tests/unit/rest/Fixture.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using rest::Draft;
using rest::PreparedRequest;
using rest::Strictness;

namespace {

/// Values that shells, curl and people trip over.
const std::vector<std::string> kAwkward = {"plain",
                                           "it's",
                                           "\"quoted\"",
                                           "$HOME `id` $(id)",
                                           "back\\slash",
                                           "line\nbreak",
                                           "@file",
                                           "a;b|c&d>e<f*?[x]{1,2}",
                                           "\xE5\xBC\xA0",
                                           "-n",
                                           "--next",
                                           " blanks ",
                                           "!history",
                                           "#hash",
                                           "~",
                                           "%s%%",
                                           "'"};

} // namespace

class CurlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void survivesTheShell();
    void quotesEveryWord();
    void givesCurlTheSameRequestAsTheClient_data();
    void givesCurlTheSameRequestAsTheClient();
    void uploadsLikeTheClient();

private:
    catalogue::Catalogue m_all;
    QTemporaryDir m_folder;
};

void CurlTest::initTestCase()
{
    m_all = loadCatalogue();
    // A curl that prints what it was given, each argument ended by NUL.
    QFile stub(m_folder.filePath(QStringLiteral("curl")));
    QVERIFY(stub.open(QIODevice::WriteOnly));
    stub.write("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\000' \"$a\"; done\n");
    stub.close();
    QVERIFY(stub.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void CurlTest::survivesTheShell()
{
    for (const std::string& value : kAwkward) {
        PreparedRequest request;
        request.method = "POST";
        request.url = "https://h/x?a=" + value;
        request.headers = {{"X-A", value}, {"X-Empty", ""}};
        request.body = value;
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), m_folder.path() + QStringLiteral(":/usr/bin:/bin"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"), QString::fromStdString(rest::toCurl(request, "to'ken"))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        const QByteArray text = QByteArray::fromStdString(value);
        const QByteArrayList expected{"--globoff",
                                      "--path-as-is",
                                      "-X",
                                      "POST",
                                      "https://h/x?a=" + text,
                                      "-H",
                                      "X-A: " + text,
                                      "-H",
                                      "X-Empty;",
                                      "-H",
                                      "Authorization: Bearer to'ken",
                                      "--data-raw",
                                      text,
                                      ""};
        QCOMPARE(shell.readAllStandardOutput().split('\0'), expected);
    }
}

void CurlTest::quotesEveryWord()
{
    QCOMPARE(rest::shellQuoted(""), std::string("''"));
    QCOMPARE(rest::shellQuoted("a-b_c.d/e:f=1"), std::string("a-b_c.d/e:f=1"));
    QCOMPARE(rest::shellQuoted("a b"), std::string("'a b'"));
    QCOMPARE(rest::shellQuoted("it's"), std::string("'it'\\''s'"));
    QCOMPARE(rest::shellQuoted("~"), std::string("'~'"));
}

void CurlTest::givesCurlTheSameRequestAsTheClient_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"user.get", "user.register", "user.delete", "attr.set",
                           "group.members.remove.batch", "presence.unsubscribe", "message.send.users",
                           "push.stats", "file.thumbnail", "user.activate", "message.conversation.delete"})
        QTest::newRow(id) << QByteArray(id);
}

void CurlTest::givesCurlTheSameRequestAsTheClient()
{
    const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
    if (curl.isEmpty())
        QSKIP("no curl on this machine");
    QFETCH(QByteArray, id);
    support::HostileServer server;
    server.answerWith(support::wholeAnswer("Connection: close\r\n", "{}"));
    const catalogue::Endpoint& endpoint = *m_all.find(id.toStdString());
    rest::Target target = demoTarget();
    target.host = server.url("").toString().toStdString();
    const auto request = rest::buildRequest(endpoint, rest::defaultDraft(endpoint), target);
    QVERIFY(request.has_value());

    QProcess shell;
    QSignalSpy done(&shell, &QProcess::finished);
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QString::fromStdString(rest::toCurl(*request, "TOKEN")) +
                                           QStringLiteral(" --silent --show-error --noproxy '*'")});
    QVERIFY(done.wait(10000)); // the server answers from this thread
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("{}"));

    QNetworkAccessManager manager;
    http::Client client(manager);
    http::Call* call = client.send(*rest::toHttpRequest(*request, "TOKEN"));
    QSignalSpy finished(call, &http::Call::finished);
    QVERIFY(finished.wait());
    QVERIFY(finished.first().first().value<http::Outcome>().answered());

    QCOMPARE(server.requests.size(), 2);
    const auto lineOf = [](const QByteArray& sent) { return sent.left(sent.indexOf('\r')); };
    const auto bodyOf = [](const QByteArray& sent) { return sent.mid(sent.indexOf("\r\n\r\n")); };
    QCOMPARE(lineOf(server.requests[0]), lineOf(server.requests[1]));
    QCOMPARE(bodyOf(server.requests[0]), bodyOf(server.requests[1]));
    for (const QByteArray& sent : server.requests) {
        QVERIFY(sent.contains("\r\nAuthorization: Bearer TOKEN\r\n"));
        for (const auto& [name, value] : request->headers)
            QVERIFY2(sent.contains("\r\n" + QByteArray::fromStdString(name + ": " + value) + "\r\n"),
                     sent.constData());
    }
}

void CurlTest::uploadsLikeTheClient()
{
    const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
    if (curl.isEmpty())
        QSKIP("no curl on this machine");
    const QString path = m_folder.filePath(QStringLiteral("a;b, it's.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("content");
    file.close();
    support::HostileServer server;
    server.answerWith(support::wholeAnswer("Connection: close\r\n", "{}"));
    Draft draft;
    draft.set("file", path.toStdString());
    rest::Target target = demoTarget();
    target.host = server.url("").toString().toStdString();
    const auto request = rest::buildRequest(*m_all.find("file.upload"), draft, target);
    QVERIFY(request.has_value());
    QProcess shell;
    QSignalSpy done(&shell, &QProcess::finished);
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QString::fromStdString(rest::toCurl(*request, "TOKEN")) +
                                           QStringLiteral(" --silent --show-error --noproxy '*'")});
    QVERIFY(done.wait(10000));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QVERIFY(server.received.contains("filename=\"a;b, it's.txt\""));
    QVERIFY(server.received.contains("\r\n\r\ncontent\r\n--"));
}

QTEST_GUILESS_MAIN(CurlTest)
#include "CurlTest.moc"
