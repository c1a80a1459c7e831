// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Paste.h"
#include "core/diagnosis/ShellWords.h"
#include "core/token/AccessToken2.h"
#include "tests/support/Data.h"

#include <QTest>

using diagnosis::Paste;
using diagnosis::PasteKind;
using support::q;

class PasteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatItIs_data();
    void knowsWhatItIs();
    void takesCurlApart();
    void takesAnAnswerApart();
    void namesTheProjectOfAnAppId();
    void splitsLikeAShell_data();
    void splitsLikeAShell();
    void readsAnyBytes();
};

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

QByteArray aToken()
{
    return QByteArray::fromStdString(*token::build(
        {std::string(kAppId), 1700000000, 3600, 1, {token::chatUserService("alice", 3600)}}, kCertificate));
}

Paste classify(const QByteArray& text)
{
    static const token::Candidate stored{"mine", kAppId, kCertificate, false};
    return diagnosis::classify(text.toStdString(), {&stored, 1});
}

} // namespace

void PasteTest::knowsWhatItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("secret");
    const auto row = [](const char* name, QByteArray text, PasteKind kind, bool secret = false) {
        QTest::newRow(name) << text << int(kind) << secret;
    };
    const QByteArray token = aToken();
    const QByteArray appId(kAppId.data(), int(kAppId.size()));
    const QByteArray certificate(kCertificate.data(), int(kCertificate.size()));
    row("nothing", "", PasteKind::Nothing);
    row("blanks", " \r\n\t ", PasteKind::Nothing);
    row("a token", token, PasteKind::Token);
    row("a token with Bearer", "Bearer " + token, PasteKind::Token);
    row("a token server's answer", "{\"token\":\"" + token + "\"}", PasteKind::Token);
    row("a token server's answer with its App ID",
        "{\"appId\":\"" + appId + "\",\"token\":\"" + token + "\"}", PasteKind::Token);
    row("a token in a log line", "INFO token=" + token + " done", PasteKind::Token);
    row("an old token", "006" + appId + QByteArray(100, 'A'), PasteKind::Token);
    row("a cut token", token.left(40), PasteKind::Token);
    row("the server's own token", "YWMt" + QByteArray(60, 'x'), PasteKind::Token);
    row("a curl line", "curl https://a41.chat.agora.io/1/2/users -H 'Authorization: Bearer " + token + "'",
        PasteKind::Curl);
    row("a curl line behind a prompt", "$ curl -X POST \\\n  https://x/y", PasteKind::Curl);
    row("a header", "Authorization: Bearer " + token, PasteKind::Headers);
    row("headers of a request",
        "GET /1/2/users HTTP/1.1\r\nHost: a41.chat.agora.io\r\nAuthorization: Bearer " + token,
        PasteKind::Headers);
    row("an error body", R"({"error":"unauthorized","timestamp":1,"duration":0,"error_description":"no"})",
        PasteKind::ErrorAnswer);
    row("a whole answer", "HTTP/1.1 401 Unauthorized\r\nDate: x\r\n\r\n{\"error\":\"unauthorized\"}",
        PasteKind::ErrorAnswer);
    row("an App ID", appId, PasteKind::AppId);
    row("an App ID in quotes", "\"" + appId + "\",", PasteKind::AppId);
    row("a stored certificate", certificate, PasteKind::Certificate, true);
    row("a labelled certificate", "App Certificate: 0123456789abcdef0123456789abcdef", PasteKind::Certificate,
        true);
    row("a project", "App ID: " + appId + "\nApp Certificate: " + certificate + "\nAppKey: 1#2",
        PasteKind::Project, true);
    row("a project without its certificate", "App ID: " + appId + "\nAppKey: 1#2", PasteKind::Project);
    row("variables", "export AGORA_APP_ID=" + appId + "\nexport AGORA_APP_CERTIFICATE=" + certificate,
        PasteKind::Project, true);
    row("prose", "why does my token not work", PasteKind::Other);
    row("JSON of something else", R"({"error":"","a":1})", PasteKind::Other);
}

void PasteTest::knowsWhatItIs()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(bool, secret);
    const Paste paste = classify(text);
    QCOMPARE(int(paste.kind), kind);
    QCOMPARE(paste.holdsSecret, secret);
    if (paste.kind == PasteKind::Headers)
        QCOMPARE(paste.token, aToken().toStdString());
}

void PasteTest::takesCurlApart()
{
    const QByteArray token = aToken();
    const Paste paste = classify(
        "curl -sS --request POST 'https://a41.chat.agora.io/1/2/users' \\\n  -H \"Authorization: Bearer " +
        token + "\" \\\n  -H 'Content-Type: application/json' -o out.json -d '{\"username\":\"it'\\''s\"}'");
    QCOMPARE(q(paste.method), QStringLiteral("POST"));
    QCOMPARE(q(paste.url), QStringLiteral("https://a41.chat.agora.io/1/2/users"));
    QCOMPARE(q(paste.token), QString::fromLatin1(token));
    QCOMPARE(q(paste.body), QStringLiteral("{\"username\":\"it's\"}"));
    QCOMPARE(q(std::string(paste.header("content-type"))), QStringLiteral("application/json"));
    QCOMPARE(q(classify("curl --data=a -XPUT https://x").method), QStringLiteral("PUT"));
    QCOMPARE(q(classify("curl https://x --data-raw a=1 -d b=2").body), QStringLiteral("a=1&b=2"));
    QCOMPARE(q(classify("curl https://x/?token=" + token).token), QString::fromLatin1(token));
}

void PasteTest::takesAnAnswerApart()
{
    const Paste paste =
        classify("HTTP/2 404 \r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n"
                 "{\"error\":\"resource_not_found\",\"error_description\":\"grpID 1 does not exist!\"}");
    QCOMPARE(paste.answer.status, 404);
    QCOMPARE(q(paste.answer.error), QStringLiteral("resource_not_found"));
    QCOMPARE(q(std::string(paste.header("date"))), QStringLiteral("Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(classify(R"({"error":"reach_limit","error_description":"x"})").answer.status, 0);
}

void PasteTest::namesTheProjectOfAnAppId()
{
    QCOMPARE(q(classify("970CA35de60c44645bbae8a215061b33").knownProject), QStringLiteral("mine"));
    QCOMPARE(q(classify("00000000000000000000000000000000").knownProject), QString());
}

void PasteTest::splitsLikeAShell_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("blanks") << QByteArray("a  b\tc\nd") << QStringLiteral("a|b|c|d");
    QTest::newRow("quotes") << QByteArray("'a b' \"c \\\" d\" e'f'g") << QStringLiteral("a b|c \" d|efg");
    QTest::newRow("an empty word") << QByteArray("a '' b") << QStringLiteral("a||b");
    QTest::newRow("a continued line") << QByteArray("a \\\n b \\\r\n c ^\r\n d") << QStringLiteral("a|b|c|d");
    QTest::newRow("an open quote") << QByteArray("a 'b c") << QStringLiteral("a|b c");
    QTest::newRow("a backslash at the end") << QByteArray("a\\") << QStringLiteral("a\\");
    QTest::newRow("a browser's quotes") << QByteArray("$'a b'") << QStringLiteral("a b");
}

void PasteTest::splitsLikeAShell()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, words);
    QStringList found;
    for (const std::string& word : diagnosis::shellWords(line.toStdString()))
        found << q(word);
    QCOMPARE(found.join(u'|'), words);
}

void PasteTest::readsAnyBytes()
{
    std::uint32_t random = 1;
    const QByteArray heads[] = {"curl ", "HTTP/1.1 ", "{\"error\":", "Authorization: ", "App ID: ", ""};
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = heads[round % 6];
        for (int i = 0; i < round % 150; ++i) {
            random = random * 1664525 + 1013904223;
            text += char(random >> 24);
        }
        static_cast<void>(classify(text));
    }
}

QTEST_GUILESS_MAIN(PasteTest)
#include "PasteTest.moc"
