// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/InspectKit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using support::InspectKit;

/// Home's box takes anything to the page that can do something with it.
class HomePasteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToTheRightPage_data();
    void goesToTheRightPage();
    void aCurlLineFillsTheQuestion();
    void anErrorsBodyIsTheAnswerToTheTokenThatIsThere();
    void anAppIdGoesToItsProject();
    void certificatesAreNeverEchoed();
};

namespace {

const QString kError = QStringLiteral(
    R"({"error":"unauthorized","exception":"EasemobSecurityException","timestamp":1,"duration":0,)"
    R"("error_description":"Unable to authenticate due to expired access token"})");

void paste(InspectKit& kit, const QString& text)
{
    kit.window.showPage(QStringLiteral("home"));
    kit.find<QPlainTextEdit>("pasteBox")->setPlainText(text);
    kit.press("Ctrl+Return");
}

int openTab(InspectKit& kit)
{
    return kit.find<QTabWidget>("inspectTabs")->currentIndex();
}

} // namespace

void HomePasteTest::goesToTheRightPage_data()
{
    QTest::addColumn<QString>("text"); // TOKEN stands for a token
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("tab");
    const auto row = [](const char* name, const QString& text, const char* page, int tab = -1) {
        QTest::newRow(name) << text << QString::fromLatin1(page) << tab;
    };
    row("a token", QStringLiteral("TOKEN"), "inspect", InspectKit::Verdict);
    row("a token with Bearer", QStringLiteral("Bearer TOKEN"), "inspect", InspectKit::Verdict);
    row("JSON of a token server", QStringLiteral(R"({"token":"TOKEN"})"), "inspect", InspectKit::Verdict);
    row("a log line", QStringLiteral("INFO token=TOKEN done"), "inspect", InspectKit::Verdict);
    row("a cut token", QStringLiteral("007eJxTYBBb"), "inspect", InspectKit::Verdict);
    row("a foreign token", QStringLiteral("YWMt") + QString(60, QLatin1Char('x')), "inspect",
        InspectKit::Verdict);
    row("prose", QStringLiteral("why does my token not work"), "inspect", InspectKit::Verdict);
    row("curl",
        QStringLiteral(
            "curl https://a41.chat.agora.io/41434878/504205/users -H 'Authorization: Bearer TOKEN'"),
        "inspect", InspectKit::Why);
    row("a header", QStringLiteral("Authorization: Bearer TOKEN"), "inspect", InspectKit::Why);
    row("headers",
        QStringLiteral("GET /1/2/users HTTP/1.1\nHost: a41.chat.agora.io\nAuthorization: Bearer TOKEN"),
        "inspect", InspectKit::Why);
    row("an error's body", kError, "inspect", InspectKit::Why);
    row("a whole answer",
        QStringLiteral("HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n") + kError, "inspect",
        InspectKit::Why);
    row("an App ID", QStringLiteral("0123456789abcdef0123456789abcdef"), "projects");
    row("an App ID that is stored", QString::fromLatin1(support::kAppId), "projects");
    row("a project", QStringLiteral("App ID: 0123456789abcdef0123456789abcdef\nAppKey: 41#demo"), "projects");
    row("variables", QStringLiteral("export AGORA_APP_ID=0123456789abcdef0123456789abcdef"), "projects");
    row("a certificate", QString::fromLatin1(support::kCertificate), "home");
    row("a labelled certificate", QStringLiteral("App Certificate: 0123456789abcdef0123456789abcdef"),
        "home");
    row("blanks", QStringLiteral(" \n "), "home");
}

void HomePasteTest::goesToTheRightPage()
{
    QFETCH(QString, text);
    QFETCH(QString, page);
    QFETCH(int, tab);
    InspectKit kit;
    paste(kit, text.replace(QLatin1String("TOKEN"), kit.minted(true)));
    QCOMPARE(kit.window.currentPageId(), page);
    if (tab >= 0)
        QCOMPARE(openTab(kit), tab);
}

void HomePasteTest::aCurlLineFillsTheQuestion()
{
    InspectKit kit;
    QVERIFY(kit.projects.setActive("sandbox").has_value());
    const QString text = QString::fromStdString(*token::build({std::string(support::kAppId),
                                                               static_cast<std::uint32_t>(kit.clock.now()),
                                                               3600,
                                                               1,
                                                               {token::chatUserService("alice", 3600)}},
                                                              support::kCertificate));
    paste(kit, QStringLiteral("curl -X DELETE https://a41.chat.agora.io/41434878/504205/users/bob "
                              "-H 'Authorization: Bearer %1'")
                   .arg(text));
    QTRY_COMPARE(kit.find<QComboBox>("forEndpoint")->currentData().toString(), QStringLiteral("user.delete"));
    QCOMPARE(kit.find<QComboBox>("calledProject")->currentText(), QStringLiteral("mine"));
    QCOMPARE(kit.text("tokenToInspect"), text);
    QTRY_VERIFY(kit.find<QWidget>("cause1"));
    QTRY_COMPARE(kit.find<QWidget>("cause1")->toolTip(), QStringLiteral("wrong-kind"));
}

void HomePasteTest::anErrorsBodyIsTheAnswerToTheTokenThatIsThere()
{
    InspectKit kit;
    const QString text = kit.minted(true, 7200);
    kit.inspect(text);
    paste(kit, QStringLiteral("HTTP/1.1 401 Unauthorized\nDate: Fri, 15 Jan 2027 08:00:00 GMT\n\n") + kError);
    QCOMPARE(kit.text("tokenToInspect"), text);
    QCOMPARE(kit.find<QLineEdit>("answerStatus")->text(), QStringLiteral("401"));
    QCOMPARE(kit.find<QLineEdit>("answerDate")->text(), QStringLiteral("Fri, 15 Jan 2027 08:00:00 GMT"));
    QVERIFY(kit.text("answerBody").contains(QStringLiteral("expired access token")));
    QTRY_VERIFY(kit.find<QWidget>("cause1"));
    QTRY_COMPARE(kit.find<QWidget>("cause1")->toolTip(), QStringLiteral("expired"));
}

void HomePasteTest::anAppIdGoesToItsProject()
{
    InspectKit kit;
    QVERIFY(kit.projects.setActive("sandbox").has_value());
    Q_EMIT kit.bus.activeProjectChanged();
    paste(kit, QString::fromLatin1(support::kAppId));
    QCOMPARE(kit.called<QLineEdit>("App ID")->text(), QString::fromLatin1(support::kAppId));
    QVERIFY2(kit.projects.active().isSandbox(), "a paste does not change the project in use");
    paste(kit, QStringLiteral("0123456789abcdef0123456789abcdef"));
    QCOMPARE(kit.called<QLineEdit>("App ID")->text(), QStringLiteral("0123456789abcdef0123456789abcdef"));
}

void HomePasteTest::certificatesAreNeverEchoed()
{
    InspectKit kit;
    paste(kit, QString::fromLatin1(support::kCertificate));
    QVERIFY2(kit.said("pasteHint").startsWith(QStringLiteral("This is an App Certificate, a secret.")),
             qPrintable(kit.said("pasteHint")));
    QVERIFY(kit.text("pasteBox").isEmpty());
    kit.visitAll();
    for (const QPlainTextEdit* edit : kit.window.findChildren<QPlainTextEdit*>())
        QVERIFY(!edit->toPlainText().contains(QLatin1String(support::kCertificate)));
    for (const QLineEdit* edit : kit.window.findChildren<QLineEdit*>())
        QVERIFY(!edit->text().contains(QLatin1String(support::kCertificate)));
}

QTEST_MAIN(HomePasteTest)
#include "HomePasteTest.moc"
