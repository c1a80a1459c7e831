// SPDX-License-Identifier: Apache-2.0
#include "core/redact/Redactor.h"

#include <QElapsedTimer>
#include <QTest>

using redact::Redactor;

namespace {

const std::string kToken007 = "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGIhMTEwMDAxNjAxMDA";
const std::string kToken006 =
    "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7";
const std::string kTokenYw = "YWMtEXAMPLE-chat-token_0123456789";
const std::string kAppId = "970ca35de60c44645bbae8a215061b33";
const std::string kCertificate = "5cfd2fd1755d40ecb72977518be15d3b";

} // namespace

class RedactorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesByShapeAndName_data();
    void hidesByShapeAndName();
    void leavesPlainTextAlone_data();
    void leavesPlainTextAlone();
    void hidesStoredValues();
    void hidesFields();
    void hidesInJson();
    void isIdempotent();
    void takesLinearTime();
};

void RedactorTest::hidesByShapeAndName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const std::string& text, const std::string& expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray::fromStdString(expected);
    };
    row("007 token", "got " + kToken007 + ".", "got 007eJx…");
    row("006 token", "<" + kToken006 + ">", "<006970…>");
    row("YWMt token", "\"" + kTokenYw + "\"", "\"YWMtEX…\"");
    row("token in a query", "https://h/p?access_token=" + kTokenYw + "&x=1",
        "https://h/p?access_token=YWMtEX…&x=1");
    row("token in a path", "https://h/" + kToken007 + "/x", "https://h/007eJx…");
    row("bearer", "Bearer " + kToken007, "Bearer 007eJx…");
    row("bearer of another kind", "bearer abcdefgh12345678", "bearer ***");
    row("basic", "Basic dXNlcjpwYXNzd29yZA==", "Basic ***");
    row("authorization header", "Authorization: Bearer " + kTokenYw + "\nAccept: x",
        "Authorization: Bearer YWMtEX…\nAccept: x");
    row("labelled certificate", "App Certificate " + kCertificate, "App Certificate ***");
    row("certificate with a colon", "App Certificate: " + kCertificate, "App Certificate: ***");
    row("certificate beside the App ID", kAppId + " " + kCertificate, kAppId + " ***");
    row("App ID stays", "App ID: " + kAppId + "\nApp Certificate: " + kCertificate,
        "App ID: " + kAppId + "\nApp Certificate: ***");
    row("environment variable", "AGORA_APP_CERTIFICATE=" + kCertificate, "AGORA_APP_CERTIFICATE=***");
    row("json", "{\"client_secret\":\"a b\\\"c\",\"ttl\":5}", "{\"client_secret\":\"***\",\"ttl\":5}");
    row("json in json", "\"{\\\"password\\\":\\\"hunter2\\\"}\"", "\"{\\\"password\\\":\\\"***\\\"}\"");
    row("password in words", "password: hunter2, then", "password: ***, then");
    row("form", "username=a&newpassword=hunter2&x=y", "username=a&newpassword=***&x=y");
    row("cookie", "Set-Cookie: session=abcdefghijklmnop; Path=/", "Set-Cookie: ***");
}

void RedactorTest::hidesByShapeAndName()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const QByteArray shown = QByteArray::fromStdString(Redactor().text(text.toStdString()));
    QCOMPARE(shown.left(expected.size()), expected);
}

void RedactorTest::leavesPlainTextAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const std::string& text :
         {std::string("Unable to authenticate due to corrupt access token."),
          std::string("bad token: expired"), std::string("007 is a film"),
          std::string("0071234567890123456789012345678"), kAppId, "App ID " + kAppId,
          std::string("appkey 41434878#504205"), std::string("basic auth"), std::string("a=b&c=d"),
          std::string("/users/alice/password"), std::string("id 1173998498812376874"),
          std::string("\xE5\xBC\xA0"), std::string("")})
        QTest::newRow(("text " + text).c_str()) << QByteArray::fromStdString(text);
}

void RedactorTest::leavesPlainTextAlone()
{
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(Redactor().text(text.toStdString())), text);
}

void RedactorTest::hidesStoredValues()
{
    Redactor redactor;
    redactor.addSecret("s3 cret/\"x\"");
    redactor.addSecret("abc"); // too short to be looked for
    redactor.addSecret(kCertificate);
    QCOMPARE(redactor.text("a s3 cret/\"x\" b"), std::string("a *** b"));
    QCOMPARE(redactor.text("a?s3%20cret%2F%22x%22"), std::string("a?***"));
    QCOMPARE(redactor.text("{\"a\":\"s3 cret/\\\"x\\\"\"}"), std::string("{\"a\":\"***\"}"));
    QCOMPARE(redactor.text("abc"), std::string("abc"));
    QCOMPARE(redactor.text("x" + kCertificate + "y"), std::string("x***y"));
    redactor.clearSecrets();
    QCOMPARE(redactor.text("a s3 cret/\"x\" b"), std::string("a s3 cret/\"x\" b"));
}

void RedactorTest::hidesFields()
{
    const Redactor redactor;
    QCOMPARE(redactor.value("Authorization", "Bearer " + kToken007), std::string("Bearer 007eJx…"));
    QCOMPARE(redactor.value("authorization", "plain"), std::string("***"));
    QCOMPARE(redactor.value("newpassword", "x"), std::string("***"));
    QCOMPARE(redactor.value("AppCertificate", kCertificate), std::string("***"));
    QCOMPARE(redactor.value("access_token", kTokenYw), std::string("YWMtEX…"));
    QCOMPARE(redactor.value("username", "alice"), std::string("alice"));
    QCOMPARE(redactor.value("password", ""), std::string());
    QVERIFY(!redact::isSecretName("tokens_left"));
}

void RedactorTest::hidesInJson()
{
    const auto value =
        base::JsonValue::parse("{\"username\":\"a\",\"password\":\"hunter2\",\"list\":[{\"access_token\":\"" +
                               kTokenYw + "\"}],\"ttl\":12345678901234567890,\"pwd\":1234}");
    QCOMPARE(Redactor().json(*value).toJson(),
             std::string("{\"username\":\"a\",\"password\":\"***\",\"list\":[{\"access_token\":\"YWMtEX…\"}],"
                         "\"ttl\":12345678901234567890,\"pwd\":\"***\"}"));
}

void RedactorTest::isIdempotent()
{
    const Redactor redactor;
    const std::string text =
        "Authorization: Bearer " + kToken007 + "\npassword=hunter2&access_token=" + kTokenYw;
    const std::string once = redactor.text(text);
    QCOMPARE(redactor.text(once), once);
    QVERIFY(once.find("hunter2") == std::string::npos);
}

void RedactorTest::takesLinearTime()
{
    Redactor redactor;
    redactor.addSecret(std::string(500, 'a') + 'b');
    const auto time = [&](const std::string& piece) {
        std::string text;
        while (text.size() < 2'000'000)
            text += piece;
        QElapsedTimer timer;
        timer.start();
        const std::string out = redactor.text(text);
        return timer.elapsed() + (out.empty() ? 1 : 0);
    };
    for (const char* piece : {"a", "=", "a=", "token", "token=", "password:\"", "\\\"", "bearer ", "a/",
                              "007", "cert 5cfd2fd1755d40ecb72977518be15d3b "})
        QVERIFY2(time(piece) < 2000, piece);
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "RedactorTest.moc"
