// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QGuiApplication>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QPushButton>

class ProjectsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastedBlockFillsEveryField_data();
    void aPastedBlockFillsEveryField();
    void whatWasNotUsedOfABlockIsNamed();
    void noHostIsProposedForOneThatIsUnclear();
    void fieldsAreCheckedWhileOneTypes_data();
    void fieldsAreCheckedWhileOneTypes();
    void savedProjectsComeBackWithoutTheirCertificate();
    void theCertificateReachesNoFile();
    void deleteCanBeUndone();
    void theTopBarSaysWhatIsTouched();
    void theTopBarSwitchesProjects();
    void theSandboxCannotBeChanged();
    void theVaultKeepsTheCertificate();
    void lockingTakesEverythingAway();
    void keysDoNothingWhileLocked();
    void lockingWhileAKeyIsMade();
    void undoBringsBothCertificatesBack();
    void cancellingTheQuestionStoresNothing();
    void sessionSecretsAreReachedAgain();
    void theHostIsAskedOnDemand();
    void aHostThatRefusesIsExplained();
};

namespace {

constexpr auto kBlock =
    "App ID: 970CA35de60c44645bbae8a215061b33\nPrimary Certificate: 5CFd2fd1755d40ecb72977518be15d3b\n"
    "AppKey: 41434878#504205\nREST API: a41.chat.agora.io\nWebSocket address: msync-api-41.chat.agora.io\n";

QString value(support::WindowKit& kit, const char* field)
{
    return kit.find<QLineEdit>(field)->text();
}

void saveBlock(support::WindowKit& kit)
{
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    if (auto* session = kit.find<QRadioButton>("keepSession"); session && session->isVisible()) {
        session->setChecked(true);
        kit.find<QPushButton>("keepCertificate")->click();
    }
}

/// The first certificate goes into a vault under this passphrase.
void saveUnder(support::WindowKit& kit, const char* passphrase)
{
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    for (const char* field : {"newPassphrase", "repeatPassphrase"})
        kit.find<QLineEdit>(field)->setText(QLatin1String(passphrase));
    kit.find<QPushButton>("keepCertificate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(kit.projects.active().certificateKept, 20000);
}

/// Whether any widget shows or holds the text.
bool anyWidgetHas(support::WindowKit& kit, const QString& text)
{
    const auto lines = kit.window.findChildren<QLineEdit*>();
    const auto boxes = kit.window.findChildren<QPlainTextEdit*>();
    return std::any_of(lines.begin(), lines.end(), [&](auto* each) { return each->text().contains(text); }) ||
           std::any_of(boxes.begin(), boxes.end(),
                       [&](auto* each) { return each->toPlainText().contains(text); });
}

/// Whether a label that is seen has the text.
bool says(support::WindowKit& kit, const char* text)
{
    const auto labels = kit.window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](auto* each) {
        return each->isVisible() && each->text().contains(QLatin1String(text));
    });
}

} // namespace

void ProjectsTest::aPastedBlockFillsEveryField_data()
{
    QTest::addColumn<bool>("fromHome");
    QTest::newRow("on Home") << true;
    QTest::newRow("on Projects") << false;
}

void ProjectsTest::aPastedBlockFillsEveryField()
{
    QFETCH(bool, fromHome);
    support::WindowKit kit;
    kit.show(fromHome ? QStringLiteral("home") : QStringLiteral("projects"));
    if (fromHome) {
        kit.find<QPlainTextEdit>("pasteBox")->setPlainText(QLatin1String(kBlock));
        kit.press("Ctrl+Return");
    } else {
        kit.find<QPushButton>("addProject")->click();
        QApplication::clipboard()->setText(QLatin1String(kBlock));
        kit.called<QPushButton>("Paste all fields")->click();
    }
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    QCOMPARE(value(kit, "appId"), QLatin1String(support::kAppId));
    QCOMPARE(value(kit, "appCertificate"), QLatin1String(support::kCertificate));
    QCOMPARE(value(kit, "orgName"), QStringLiteral("41434878"));
    QCOMPARE(value(kit, "appName"), QStringLiteral("504205"));
    QCOMPARE(value(kit, "restHost"), QStringLiteral("a41.chat.agora.io"));
    QCOMPARE(value(kit, "webSocketHost"), QStringLiteral("msync-api-41.chat.agora.io"));
    QVERIFY(!value(kit, "projectName").isEmpty());
    QCOMPARE(kit.find<QLineEdit>("appCertificate")->echoMode(), QLineEdit::Password);
    QCOMPARE(kit.projects.projects().size(), std::size_t(1)); // nothing is stored before Save
}

void ProjectsTest::whatWasNotUsedOfABlockIsNamed()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock) + QStringLiteral("REDIS_PASSWORD=hunter2\n"));
    QVERIFY(says(kit, "REDIS_PASSWORD"));
    QVERIFY(!says(kit, "hunter2"));
}

void ProjectsTest::noHostIsProposedForOneThatIsUnclear()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    Q_EMIT kit.bus.projectPasted(QStringLiteral("AGORA_APP_ID=970CA35de60c44645bbae8a215061b33\n"
                                                "AGORA_CHAT_ADMIN_HOST_EU=gate.example.org\n"));
    QCOMPARE(value(kit, "restHost"), QString());
    QVERIFY(says(kit, "was not understood"));
    Q_EMIT kit.bus.projectPasted(QStringLiteral("AGORA_CHAT_REST_HOST=a61.chat.agora.io\n"));
    QCOMPARE(value(kit, "restHost"), QStringLiteral("a61.chat.agora.io"));
}

void ProjectsTest::fieldsAreCheckedWhileOneTypes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const QString id = QLatin1String(support::kAppId);
    QTest::newRow("App ID") << QByteArray("appId") << id << true;
    QTest::newRow("empty App ID, yet") << QByteArray("appId") << QString() << true;
    QTest::newRow("App ID too short") << QByteArray("appId") << id.left(31) << false;
    QTest::newRow("App ID with an o") << QByteArray("appId") << id.left(31) + QLatin1Char('o') << false;
    QTest::newRow("certificate") << QByteArray("appCertificate")
                                 << QString(QLatin1String(support::kCertificate)) << true;
    QTest::newRow("certificate too long")
        << QByteArray("appCertificate") << QLatin1String(support::kCertificate) + QLatin1Char('0') << false;
    QTest::newRow("App ID for a certificate") << QByteArray("appCertificate") << id << false;
    QTest::newRow("host") << QByteArray("restHost") << QStringLiteral("a1.chat.agora.io") << true;
    QTest::newRow("plain http outside")
        << QByteArray("restHost") << QStringLiteral("http://a1.chat.agora.io") << false;
    QTest::newRow("plain http inside")
        << QByteArray("restHost") << QStringLiteral("http://127.0.0.1:9") << true;
    QTest::newRow("no host") << QByteArray("restHost") << QStringLiteral("not a host") << false;
}

void ProjectsTest::fieldsAreCheckedWhileOneTypes()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(bool, valid);
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    kit.find<QPushButton>("addProject")->click();
    kit.find<QLineEdit>("appId")->setText(QLatin1String(support::kAppId));
    auto* edit = kit.find<QLineEdit>(field.constData());
    edit->setText(text);
    QCOMPARE(edit->property("invalid").toBool(), !valid);
    QVERIFY(valid || edit->accessibleDescription().size() > 10);
}

void ProjectsTest::savedProjectsComeBackWithoutTheirCertificate()
{
    const QTemporaryDir home;
    {
        support::WindowKit kit(home.path());
        kit.show();
        saveBlock(kit);
        QVERIFY(kit.find<QFrame>("projectBanner")->accessibleName().contains(QLatin1String("in use")));
        QVERIFY(!kit.projects.active().isSandbox());
        kit.window.showPage(QStringLiteral("mint"));
        QVERIFY(kit.text("token").startsWith(QLatin1String("007")));
    }
    support::WindowKit kit(home.path());
    kit.show(QStringLiteral("projects"));
    QCOMPARE(QString::fromStdString(kit.projects.active().appId), QLatin1String(support::kAppId));
    QCOMPARE(value(kit, "appId"), QLatin1String(support::kAppId));
    QCOMPARE(value(kit, "restHost"), QStringLiteral("https://a41.chat.agora.io"));
    QCOMPARE(value(kit, "appCertificate"), QString());
    kit.window.showPage(QStringLiteral("mint"));
    QCOMPARE(kit.text("token"), QString());
    QVERIFY2(kit.find<QFrame>("mintBanner")->isVisible(), "nothing says that the certificate is missing");
}

void ProjectsTest::theCertificateReachesNoFile()
{
    support::WindowKit kit;
    kit.show();
    saveBlock(kit);
    kit.window.showPage(QStringLiteral("mint"));
    kit.press("Ctrl+Return");
    kit.settings.setLanguage(QStringLiteral("zh_CN"));
    kit.window.close();
    int files = 0;
    for (const QString& folder : {kit.home, QDir::homePath()}) {
        QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(support::kCertificate), qPrintable(file.fileName()));
            QVERIFY2(!content.contains("007eJ"), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files >= 2); // projects.json and settings.ini
}

void ProjectsTest::deleteCanBeUndone()
{
    support::WindowKit kit;
    kit.show();
    saveBlock(kit);
    const std::string id = kit.projects.active().id;
    kit.find<QLineEdit>("projectName")->setText(QStringLiteral("not saved"));
    kit.find<QPushButton>("deleteProject")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(1));
    QVERIFY(kit.projects.active().isSandbox());
    QCOMPARE(kit.find<QLabel>("badge")->text(), QStringLiteral("SANDBOX"));
    kit.called<QPushButton>("Undo")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(kit.projects.projects()[1].name), QStringLiteral("504205"));
    QCOMPARE(kit.projects.active().id, id); // it was in use
    QCOMPARE(kit.find<QLabel>("badge")->text(), QStringLiteral("DEVELOPMENT"));
    QCOMPARE(kit.secrets.get(*kit.projects.find(id))->view(), std::string_view(support::kCertificate));
}

void ProjectsTest::theTopBarSaysWhatIsTouched()
{
    support::WindowKit kit;
    kit.show();
    const auto word = [&] { return kit.find<QLabel>("badge")->text(); };
    QCOMPARE(word(), QStringLiteral("SANDBOX"));
    saveBlock(kit);
    QCOMPARE(word(), QStringLiteral("DEVELOPMENT"));
    const QString name = kit.find<QLabel>("badge")->property("badge").toString();
    kit.called<QCheckBox>("Production")->setChecked(true);
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(word(), QStringLiteral("PRODUCTION"));
    QVERIFY(kit.find<QLabel>("badge")->property("badge").toString() != name); // another colour, too
}

void ProjectsTest::theTopBarSwitchesProjects()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    const QString ofSandbox = kit.text("token");
    kit.useProject("https://a41.chat.agora.io");
    QVERIFY(kit.text("token") != ofSandbox);
    auto* choice = kit.called<QComboBox>("Project");
    QCOMPARE(choice->count(), 2);
    QCOMPARE(choice->currentText(), QStringLiteral("mine"));
    kit.press("Ctrl+P");
    QTRY_VERIFY(choice->view()->isVisible());
    QTest::keyClick(choice->view(), Qt::Key_Up);
    QTest::keyClick(choice->view(), Qt::Key_Return);
    QVERIFY(kit.projects.active().isSandbox());
    QCOMPARE(kit.text("token"), ofSandbox);
}

void ProjectsTest::theSandboxCannotBeChanged()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    QVERIFY(kit.find<QLineEdit>("appId")->isReadOnly());
    QVERIFY(!kit.find<QPushButton>("saveProject")->isVisible());
    QVERIFY(!kit.find<QPushButton>("deleteProject")->isVisible());
    kit.press("Ctrl+Return");
    QVERIFY(!QFile::exists(kit.home + QStringLiteral("/projects.json")));
}

void ProjectsTest::theVaultKeepsTheCertificate()
{
    const QTemporaryDir home;
    {
        support::WindowKit kit(home.path());
        kit.show();
        saveUnder(kit, "correct horse battery staple");
        QVERIFY(!anyWidgetHas(kit, QLatin1String(support::kCertificate))); // masked means not there
    }
    support::WindowKit kit(home.path());
    kit.show();
    QVERIFY(kit.find<QPushButton>("unlock")->isVisible()); // the project in use needs it
    auto* passphrase = kit.find<QLineEdit>("passphrase");
    passphrase->setText(QStringLiteral("wrong"));
    kit.find<QPushButton>("unlock")->click();
    QTRY_VERIFY_WITH_TIMEOUT(kit.find<QFrame>("lockBanner")->isVisible(), 20000);
    passphrase->setText(QStringLiteral("correct horse battery staple"));
    kit.find<QPushButton>("unlock")->click();
    QTRY_VERIFY_WITH_TIMEOUT(kit.window.currentPageId() == QLatin1String("home"), 20000);
    QCOMPARE(kit.secrets.get(kit.projects.active())->view(), std::string_view(support::kCertificate));
}

void ProjectsTest::lockingTakesEverythingAway()
{
    support::WindowKit kit;
    kit.show();
    saveUnder(kit, "correct horse battery staple");
    kit.window.showPage(QStringLiteral("mint"));
    kit.find<QLineEdit>("userId")->setText(QStringLiteral("bob"));
    kit.press("Ctrl+Return");
    const QString token = kit.text("token");
    QVERIFY(token.startsWith(QLatin1String("007")));
    QVERIFY(anyWidgetHas(kit, token));
    kit.press("Ctrl+Alt+L");
    QVERIFY(!anyWidgetHas(kit, token));
    QVERIFY(kit.tokens.at(0)->text.isEmpty());
    QVERIFY(kit.tokens.at(0)->expiresAt > kit.clock.now()); // its countdown goes on
    QCOMPARE(kit.secrets.get(kit.projects.active()).error().code, std::string("vault-locked"));
    QCOMPARE(kit.find<QLabel>("badge")->text(), QStringLiteral("LOCKED"));
    kit.window.showPage(QStringLiteral("inspect"));
    QVERIFY(kit.find<QPushButton>("unlock")->isVisible()); // no page before it is open again
    kit.window.showPage(QStringLiteral("mint"));
    kit.find<QLineEdit>("passphrase")->setText(QStringLiteral("correct horse battery staple"));
    kit.press("Ctrl+Return");
    QTRY_COMPARE_WITH_TIMEOUT(kit.window.currentPageId(), QStringLiteral("mint"), 20000);
    QCOMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("bob"));
    QCOMPARE(kit.tokens.at(0)->text, token);
}

void ProjectsTest::keysDoNothingWhileLocked()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return"); // mints an app token
    QVERIFY(!kit.tokens.at(0)->text.isEmpty());
    kit.press("Ctrl+Alt+L");
    QGuiApplication::clipboard()->setText(QStringLiteral("of another program"));
    for (const char* keys : {"Ctrl+Shift+V", "Ctrl+Shift+C", "Ctrl+Shift+U", "Ctrl+K", "Ctrl+P", "Alt+3"})
        kit.press(keys);
    Q_EMIT kit.bus.inspectRequested(QStringLiteral("007"));
    Q_EMIT kit.bus.mintRequested(true, QStringLiteral("bob"));
    Q_EMIT kit.bus.endpointRequested(QStringLiteral("user.list"));
    QCoreApplication::processEvents();
    QCOMPARE(kit.window.currentPageId(), QString());
    QVERIFY(kit.find<QPushButton>("unlock")->isVisible());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("of another program"));
    const auto* palette = kit.find<QWidget>("commandPalette");
    QVERIFY(!palette || !palette->isVisible()); // it names projects
    kit.press("Ctrl+Return");
    QVERIFY(!kit.tokens.at(0)->text.isEmpty());
    kit.press("Ctrl+Shift+C");
    QCOMPARE(QGuiApplication::clipboard()->text(), kit.tokens.at(0)->text);
}

void ProjectsTest::lockingWhileAKeyIsMade()
{
    support::WindowKit kit;
    kit.show();
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    for (const char* field : {"newPassphrase", "repeatPassphrase"})
        kit.find<QLineEdit>(field)->setText(QStringLiteral("correct horse battery staple"));
    kit.find<QPushButton>("keepCertificate")->click();
    QVERIFY(kit.vault.isBusy());
    kit.press("Ctrl+Alt+L"); // takes the page down that waits for the key
    QTRY_VERIFY_WITH_TIMEOUT(!kit.vault.isBusy(), 20000);
    kit.press("Ctrl+Return");
    QTRY_COMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    QCOMPARE(value(kit, "appCertificate"), QLatin1String(support::kCertificate)); // not lost
}

void ProjectsTest::undoBringsBothCertificatesBack()
{
    support::WindowKit kit;
    kit.show();
    saveUnder(kit, "correct horse battery staple");
    const std::string other(32, 'a');
    kit.find<QLineEdit>("appCertificate")->setText(QString::fromStdString(other));
    kit.find<QPushButton>("saveProject")->click();
    const auto secret = [&](std::string_view role) {
        const auto found = kit.secrets.get(kit.projects.active(), role);
        return found ? std::string(found->view()) : std::string();
    };
    QTRY_COMPARE(secret(vault::kPreviousCertificate), std::string(support::kCertificate));
    QTRY_VERIFY(!kit.vault.isBusy());
    QCOMPARE(secret(vault::kCertificate), other);
    kit.find<QPushButton>("deleteProject")->click();
    QTRY_VERIFY(kit.called<QPushButton>("Undo"));
    kit.called<QPushButton>("Undo")->click();
    QTRY_COMPARE(secret(vault::kCertificate), other);
    QTRY_COMPARE(secret(vault::kPreviousCertificate), std::string(support::kCertificate));
    QTRY_VERIFY(!kit.vault.isBusy()); // its folder goes with the window
}

void ProjectsTest::cancellingTheQuestionStoresNothing()
{
    support::WindowKit kit;
    kit.show();
    Q_EMIT kit.bus.projectPasted(QLatin1String(kBlock));
    kit.find<QPushButton>("saveProject")->click();
    kit.find<QPushButton>("cancelKeep")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(1));
    QCOMPARE(value(kit, "appCertificate"), QLatin1String(support::kCertificate));
    saveBlock(kit);
    QVERIFY(!kit.projects.active().isSandbox());
}

void ProjectsTest::sessionSecretsAreReachedAgain()
{
    support::WindowKit kit;
    kit.show();
    saveBlock(kit);
    const std::string id = kit.projects.active().id;
    kit.press("Ctrl+Alt+L");
    kit.find<QPushButton>("useSandbox")->click();
    QVERIFY(kit.projects.active().isSandbox());
    kit.window.showPage(QStringLiteral("projects"));
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    kit.find<QPushButton>("useProject")->click();
    QVERIFY(kit.find<QPushButton>("unlock")->isVisible());
    kit.find<QPushButton>("unlock")->click();
    QCOMPARE(kit.projects.active().id, id);
    QCOMPARE(kit.secrets.get(kit.projects.active())->view(), std::string_view(support::kCertificate));
}

void ProjectsTest::theHostIsAskedOnDemand()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    kit.find<QPushButton>("testProject")->click();
    auto* banner = kit.find<QFrame>("projectBanner");
    QVERIFY(banner->accessibleName().contains(QLatin1String("can be minted")));
    kit.called<QPushButton>("Ask the host")->click(); // the sandbox, which is started for it
    QTRY_VERIFY(banner->accessibleName().contains(QLatin1String("takes the project's app token")));
}

void ProjectsTest::aHostThatRefusesIsExplained()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    QTRY_VERIFY(kit.sandbox.state() == ui::SandboxHost::State::Running);
    kit.useProject(kit.sandbox.restUrl().toStdString()); // it is another application there
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    kit.find<QPushButton>("testProject")->click();
    kit.called<QPushButton>("Ask the host")->click();
    auto* banner = kit.find<QFrame>("projectBanner");
    QTRY_VERIFY(banner->accessibleName().contains(QLatin1String("answers 404")));
    QVERIFY(!banner->accessibleDescription().isEmpty());
}

QTEST_MAIN(ProjectsTest)
#include "ProjectsTest.moc"
