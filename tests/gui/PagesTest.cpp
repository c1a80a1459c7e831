// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"
#include "tests/gui/WindowKit.h"

#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QToolButton>

class PagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewKeepsItsSaltUntilMinted();
    void pinnedValuesStay();
    void badInputClearsTheToken_data();
    void badInputClearsTheToken();
    void copyClearsOnlyWhatIsOurs();
    void inspectorTriesStoredProjects();
    void aPastedBlockFillsTheForm();
    void certificatesReachNoFile();
    void deleteCanBeUndone();
    void cancelEndsARequest();
    void formErrorsStandAtTheField();
    void languageSwitchKeepsInput();
};

namespace {

constexpr auto kBlock =
    "App ID: 970CA35de60c44645bbae8a215061b33\nPrimary Certificate: 5CFd2fd1755d40ecb72977518be15d3b\n"
    "AppKey: 41434878#504205\nREST API: a41.chat.agora.io\n";

QString tokenOf(support::WindowKit& kit)
{
    return kit.find<QPlainTextEdit>("token")->toPlainText();
}

} // namespace

void PagesTest::previewKeepsItsSaltUntilMinted()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    const QString salt = kit.find<QLineEdit>("salt")->text();
    kit.find<QLineEdit>("userId")->setText(QStringLiteral("bob"));
    QCOMPARE(kit.find<QLineEdit>("salt")->text(), salt);

    project::ChatTokenRequest request;
    request.userId = "bob";
    request.expire = 3600;
    request.issueTs = static_cast<std::uint32_t>(kit.clock.now());
    request.salt = salt.toUInt();
    const auto same = project::mintChatToken(project::activeCredentials(kit.projects), request);
    QCOMPARE(tokenOf(kit), QString::fromStdString(*same));

    kit.press("Ctrl+Return");
    QVERIFY(kit.find<QLineEdit>("salt")->text() != salt);
    QCOMPARE(kit.tokens.rowCount(), 1);
    QCOMPARE(kit.tokens.at(0)->text, tokenOf(kit));
}

void PagesTest::pinnedValuesStay()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QPushButton>("advanced")->click();
    QLineEdit* salt = kit.find<QLineEdit>("salt");
    salt->clear();
    QTest::keyClicks(salt, QStringLiteral("42"));
    kit.find<QPushButton>("mintToken")->click();
    QCOMPARE(salt->text(), QStringLiteral("42"));
    const QString first = tokenOf(kit);
    kit.find<QPushButton>("mintToken")->click();
    QCOMPARE(tokenOf(kit), first); // same salt, and the clock stands still
}

void PagesTest::badInputClearsTheToken_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no user") << QByteArray("userId") << QString();
    QTest::newRow("no length of time") << QByteArray("expiresIn") << QStringLiteral("soon");
    QTest::newRow("salt past 32 bits") << QByteArray("salt") << QStringLiteral("4294967296");
    QTest::newRow("no time") << QByteArray("issueTime") << QStringLiteral("yesterday");
}

void PagesTest::badInputClearsTheToken()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    QVERIFY(!tokenOf(kit).isEmpty());
    auto* edit = kit.find<QLineEdit>(field.constData());
    const QString before = edit->text();
    edit->setText(text);
    QCOMPARE(tokenOf(kit), QString());
    QVERIFY(edit->property("invalid").toBool());
    QVERIFY(!edit->accessibleDescription().isEmpty());
    QVERIFY(!kit.find<QPushButton>("copyToken")->isEnabled());
    edit->setText(before);
    QVERIFY(!tokenOf(kit).isEmpty());
    QVERIFY(!edit->property("invalid").toBool());
}

void PagesTest::copyClearsOnlyWhatIsOurs()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QPushButton>("copyToken")->click();
    QClipboard* clipboard = QApplication::clipboard();
    QCOMPARE(clipboard->text(), tokenOf(kit));
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    QCOMPARE(kit.clipboard.secondsLeft(), 30);
    kit.clipboard.clearOurs();
    QCOMPARE(clipboard->text(), QString());

    kit.find<QPushButton>("copyToken")->click();
    clipboard->setText(QStringLiteral("somebody else's"));
    kit.clipboard.clearOurs();
    QCOMPARE(clipboard->text(), QStringLiteral("somebody else's"));
}

void PagesTest::inspectorTriesStoredProjects()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("inspect"));
    const auto token = project::mintChatToken(project::activeCredentials(kit.projects),
                                              project::newUserToken(kit.clock, "alice"));
    Q_EMIT kit.bus.inspectRequested(QStringLiteral("Bearer ") + QString::fromStdString(*token));
    QVERIFY(kit.find<QFrame>("verdict")->accessibleName().contains(QLatin1String("sandbox")));
    kit.find<QComboBox>("purpose")->setCurrentIndex(1);
    QVERIFY(kit.find<QFrame>("verdict")->accessibleName().contains(QLatin1String("app token")));
    auto* problems = kit.find<QListWidget>("problems");
    QVERIFY(problems->item(0)->toolTip() == QLatin1String("wrong-kind"));
}

void PagesTest::aPastedBlockFillsTheForm()
{
    support::WindowKit kit;
    kit.show();
    kit.find<QPlainTextEdit>("pasteBox")->setPlainText(QLatin1String(kBlock));
    kit.press("Ctrl+Return");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    QCOMPARE(kit.find<QLineEdit>("appId")->text(), QStringLiteral("970CA35de60c44645bbae8a215061b33"));
    QCOMPARE(kit.find<QLineEdit>("appCertificate")->text(),
             QStringLiteral("5CFd2fd1755d40ecb72977518be15d3b"));
    QCOMPARE(kit.find<QLineEdit>("orgName")->text(), QStringLiteral("41434878"));
    QCOMPARE(kit.find<QLineEdit>("restHost")->text(), QStringLiteral("a41.chat.agora.io"));
    kit.find<QLineEdit>("appId")->setText(QStringLiteral("970CA"));
    QVERIFY(kit.find<QLineEdit>("appId")->property("invalid").toBool());
}

void PagesTest::certificatesReachNoFile()
{
    support::WindowKit kit;
    kit.show();
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(2));
    QVERIFY(!kit.projects.active().isSandbox());
    kit.window.showPage(QStringLiteral("mint"));
    QVERIFY(tokenOf(kit).startsWith(QLatin1String("007")));
    kit.press("Ctrl+Return");
    kit.window.close();
    int files = 0;
    QDirIterator walk(kit.home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains("5CFd2fd1755d40ecb72977518be15d3b"), qPrintable(file.fileName()));
        QVERIFY2(!content.contains("007eJ"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2);
}

void PagesTest::deleteCanBeUndone()
{
    support::WindowKit kit;
    kit.show();
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    kit.find<QPushButton>("deleteProject")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(1));
    kit.find<QPushButton>("bannerUndo")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(2));
    QCOMPARE(kit.projects.certificate(kit.projects.projects()[1].id).view(),
             std::string_view("5CFd2fd1755d40ecb72977518be15d3b"));
}

void PagesTest::cancelEndsARequest()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    support::WindowKit kit;
    project::Project mine{.id = {},
                          .name = "silent",
                          .appId = "970CA35de60c44645bbae8a215061b33",
                          .orgName = "o",
                          .appName = "a",
                          .restHost = "http://127.0.0.1:" + std::to_string(silent.serverPort()),
                          .webSocketHost = {},
                          .production = false};
    const auto stored = kit.projects.put(mine);
    kit.projects.holdCertificate(stored->id, base::SecretBytes("5CFd2fd1755d40ecb72977518be15d3b"));
    QVERIFY(kit.projects.setActive(stored->id).has_value());
    kit.show(QStringLiteral("rest"));
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(silent.hasPendingConnections());
    QVERIFY(kit.find<QPushButton>("cancel")->isVisible());
    kit.press("Esc");
    QTRY_VERIFY_WITH_TIMEOUT(kit.find<QPushButton>("send")->isVisible(), 200);
    QCOMPARE(kit.find<QLabel>("responseStatus")->text(), QStringLiteral("No answer"));
}

void PagesTest::formErrorsStandAtTheField()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
    QLineEdit* user = kit.find<QLineEdit>("field:username");
    user->clear();
    QVERIFY(user->property("invalid").toBool());
    QVERIFY(!kit.find<QPushButton>("send")->isEnabled());
    user->setText(QStringLiteral("bob"));
    QVERIFY(kit.find<QPushButton>("send")->isEnabled());
    for (const catalogue::Endpoint& endpoint : kit.catalogues.get()->endpoints()) {
        Q_EMIT kit.bus.endpointRequested(QString::fromStdString(endpoint.id));
        if (endpoint.group != "User system registration")
            continue; // shown without a crash; their forms are later work
        QVERIFY2(kit.find<QPushButton>("send")->isEnabled(), endpoint.id.c_str());
        QVERIFY2(!kit.find<QPlainTextEdit>("requestPreview")->toPlainText().isEmpty(), endpoint.id.c_str());
    }
}

void PagesTest::languageSwitchKeepsInput()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QLineEdit>("userId")->setText(QStringLiteral("carol"));
    const QString before = tokenOf(kit);
    kit.settings.setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(kit.languages.current(), QStringLiteral("zh_CN"));
    QTRY_COMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("carol"));
    QCOMPARE(tokenOf(kit), before);
    QTRY_VERIFY(kit.find<QListWidget>("navigation")->item(0)->text() != QLatin1String("Home"));
    QTRY_COMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("carol"));
    kit.settings.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(kit.find<QListWidget>("navigation")->item(0)->text(), QStringLiteral("Home"));
    QCOMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("carol"));
}

QTEST_MAIN(PagesTest)
#include "PagesTest.moc"
