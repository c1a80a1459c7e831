// SPDX-License-Identifier: Apache-2.0
#include "core/base/SafeFile.h"
#include "tests/gui/InspectKit.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using support::InspectKit;

/// Who signed a token, the token minted again, two tokens compared, and the report.
class VerifyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesProjectAndRole();
    void saysThatTheSignerIsNotStored();
    void saysThatTheVaultIsLocked();
    void saysWhoSignedAnExpiredToken();
    void mintsAgainIdentically();
    void namesTheFirstFieldThatDiffers_data();
    void namesTheFirstFieldThatDiffers();
    void anotherCertificateIsNamedAsTheCause();
    void editsAreTakenBack();
    void namesTheLikelyProducer();
    void comparesInASentence_data();
    void comparesInASentence();
    void comparesByFieldAndByByte();
    void theReportHoldsNoSecret();
    void theReportIsSaved();
    void aSavedReportReplacesNothingUnasked();
};

namespace {

constexpr std::string_view kPrevious = "fedcba9876543210fedcba9876543210";
constexpr std::string_view kStranger = "00112233445566778899aabbccddeeff";

void storePrevious(InspectKit& kit)
{
    QVERIFY(kit.secrets.hold(kit.projectId, vault::kPreviousCertificate, base::SecretBytes(kPrevious)));
    Q_EMIT kit.bus.projectsChanged();
}

} // namespace

void VerifyTest::namesProjectAndRole()
{
    InspectKit kit;
    storePrevious(kit);
    kit.inspect(kit.signedWith(support::kCertificate));
    QVERIFY2(kit.said("verdict").startsWith(
                 QStringLiteral("Valid: signed with the certificate of the project “mine”.")),
             qPrintable(kit.said("verdict")));
    kit.inspect(kit.signedWith(kPrevious));
    QVERIFY2(kit.said("verdict").startsWith(
                 QStringLiteral("Valid: signed with the previous certificate of the project “mine”.")),
             qPrintable(kit.said("verdict")));
}

void VerifyTest::saysThatTheSignerIsNotStored()
{
    InspectKit kit;
    kit.inspect(kit.signedWith(kStranger, "0123456789abcdef0123456789abcdef"));
    QVERIFY2(
        kit.said("verdict").contains(QStringLiteral("Signed with a certificate that you have not stored.")),
        qPrintable(kit.said("verdict")));
    QVERIFY(!kit.said("verdict").contains(QStringLiteral("vault")));
    kit.inspect(kit.signedWith(kStranger)); // the App ID is stored: its certificate should have fitted
    QVERIFY2(kit.said("verdict").contains(QStringLiteral("signed with another certificate")),
             qPrintable(kit.said("verdict")));
}

void VerifyTest::saysThatTheVaultIsLocked()
{
    const QTemporaryDir folder;
    QString mine;
    {
        support::WindowKit kit(folder.path());
        auto stored = *kit.projects.find(kit.useProject("https://a41.chat.agora.io"));
        mine = QString::fromStdString(*project::mintChatToken(
            project::activeCredentials(kit.projects, kit.secrets),
            {.forApp = true, .userId = {}, .expire = 3600, .issueTs = 1'800'000'000, .salt = 1}));
        QVERIFY(kit.projects.setActive("sandbox").has_value());
        bool kept = false;
        kit.vault.create({QStringLiteral("a long enough passphrase"), false},
                         {&kit.window, [&](const base::Result<>& made) {
                              QVERIFY(made.has_value());
                              kit.vault.keep(stored.id, vault::kCertificate,
                                             base::SecretBytes(std::string_view(support::kCertificate)),
                                             {&kit.window, [&](const base::Result<>& saved) {
                                                  kept = saved.has_value();
                                              }});
                          }});
        QTRY_VERIFY_WITH_TIMEOUT(kept, 20000);
        const auto noted = kit.projects.edit(stored.id, [](project::Project& now) -> base::Result<> {
            now.certificateKept = true;
            return {};
        });
        QVERIFY(noted.has_value());
    }
    support::WindowKit kit(folder.path()); // another run; the sandbox needs no key
    kit.show(QStringLiteral("inspect"));
    Q_EMIT kit.bus.inspectRequested(mine);
    const QString hint = kit.find<QFrame>("verdict")->accessibleDescription();
    QVERIFY2(hint.contains(QStringLiteral("in the vault, which is locked")), qPrintable(hint));
    kit.called<QPushButton>("Copy report")->click();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("in the vault, which is locked")));
}

void VerifyTest::saysWhoSignedAnExpiredToken()
{
    InspectKit kit;
    kit.inspect(kit.minted(false, 7200));
    QVERIFY(kit.said("verdict").contains(QStringLiteral("xpired")));
    QVERIFY2(kit.find<QLabel>("facts")->text().contains(
                 QStringLiteral("Signed with the certificate of the project “mine”.")),
             qPrintable(kit.find<QLabel>("facts")->text()));
}

void VerifyTest::mintsAgainIdentically()
{
    InspectKit kit;
    for (const bool forApp : {false, true}) {
        const QString text = kit.minted(forApp);
        kit.inspect(text, InspectKit::Remint);
        QVERIFY2(kit.said("remintResult").startsWith(QStringLiteral("Identical")),
                 qPrintable(kit.said("remintResult")));
        QCOMPARE(kit.find<QWidget>("remintUser")->isVisible(), !forApp);
        kit.called<QPushButton>("Copy the token minted again")->click();
        QCOMPARE(QApplication::clipboard()->text(), text);
        QVERIFY(kit.clipboard.secondsLeft() > 0); // a secret
    }
}

void VerifyTest::namesTheFirstFieldThatDiffers_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("user") << QByteArray("remintUser") << "bob"
                          << "services[0].user_id: the token has “alice”, minted again it has “bob”";
    QTest::newRow("expiry") << QByteArray("remintExpire") << "2h"
                            << "expire: the token has 3600, minted again it has 7200";
    QTest::newRow("App ID") << QByteArray("remintAppId") << "0123456789abcdef0123456789abcdef"
                            << "app_id: the token has";
    QTest::newRow("no number") << QByteArray("remintExpire") << "soon"
                               << "soon";
}

void VerifyTest::namesTheFirstFieldThatDiffers()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, value);
    QFETCH(QString, named);
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Remint);
    auto* field = kit.find<QLineEdit>(input.constData());
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, value);
    QVERIFY2(kit.said("remintResult").contains(named), qPrintable(kit.said("remintResult")));
}

void VerifyTest::anotherCertificateIsNamedAsTheCause()
{
    InspectKit kit;
    storePrevious(kit);
    kit.inspect(kit.minted(), InspectKit::Remint);
    auto* certificate = kit.find<QComboBox>("remintCertificate");
    QCOMPARE(certificate->currentText(), QStringLiteral("mine, primary certificate"));
    certificate->setCurrentIndex(certificate->findText(QStringLiteral("mine, previous certificate")));
    QVERIFY2(kit.said("remintResult").contains(QStringLiteral("another certificate")),
             qPrintable(kit.said("remintResult")));
    QCOMPARE(kit.column("remintDifferences", 0), QStringList{QStringLiteral("signature")});
}

void VerifyTest::editsAreTakenBack()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Remint);
    auto* user = kit.find<QLineEdit>("remintUser");
    user->setFocus();
    QTest::keyClicks(user, QStringLiteral("x"));
    QVERIFY(!kit.said("remintResult").startsWith(QStringLiteral("Identical")));
    kit.find<QPushButton>("remintReset")->click();
    QVERIFY(kit.said("remintResult").startsWith(QStringLiteral("Identical")));
    QTest::keyClicks(user, QStringLiteral("x"));
    kit.inspect(kit.minted(false, 0, 3600, "bob"), InspectKit::Remint); // another token, its own inputs
    QCOMPARE(user->text(), QStringLiteral("bob"));
}

void VerifyTest::namesTheLikelyProducer()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Remint);
    QVERIFY2(kit.find<QLabel>("producer")->text().contains(QStringLiteral("stock zlib")),
             qPrintable(kit.find<QLabel>("producer")->text()));
}

void VerifyTest::comparesInASentence_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("expire");
    QTest::addColumn<int>("salt");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the same") << "alice" << 3600 << 4711 << "These tokens are the same.";
    QTest::newRow("fresh") << "alice" << 3600 << 4712 << "These differ only in salt and signature.";
    QTest::newRow("user") << "bob" << 3600 << 4711 << "user_id";
    QTest::newRow("expiry") << "alice" << 60 << 4711 << "expire";
}

void VerifyTest::comparesInASentence()
{
    QFETCH(QString, user);
    QFETCH(int, expire);
    QFETCH(int, salt);
    QFETCH(QString, sentence);
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Compare);
    kit.find<QPlainTextEdit>("compareWith")
        ->setPlainText(kit.minted(false, 0, static_cast<std::uint32_t>(expire), user.toStdString(),
                                  static_cast<std::uint32_t>(salt)));
    QVERIFY2(kit.said("compareSummary").contains(sentence), qPrintable(kit.said("compareSummary")));
}

void VerifyTest::comparesByFieldAndByByte()
{
    InspectKit kit;
    kit.inspect(kit.minted(true), InspectKit::Compare);
    kit.find<QPlainTextEdit>("compareWith")->setPlainText(kit.minted());
    const QStringList paths = kit.column("comparedFields", 1);
    const QStringList marks = kit.column("comparedFields", 0);
    const auto mark = [&](const char* path) { return marks.value(paths.indexOf(QLatin1String(path))); };
    QCOMPARE(mark("app_id"), QStringLiteral("same"));
    QCOMPARE(mark("signature"), QStringLiteral("changed"));
    QCOMPARE(mark("services[0].privileges[0].id"), QStringLiteral("changed"));
    const qsizetype user = paths.indexOf(QLatin1String("services[0].user_id"));
    QCOMPARE(kit.column("comparedFields", 3).value(user), QStringLiteral("alice"));

    kit.find<QTabWidget>("compareTabs")->setCurrentIndex(1);
    const QStringList are = kit.column("comparedBytes", 0);
    QVERIFY(are.contains(QStringLiteral("same")) && are.contains(QStringLiteral("changed")));
    QVERIFY2(are.contains(QStringLiteral("only right")), "the user ID stands on the right only");
    QVERIFY(kit.column("comparedBytes", 4).last().endsWith(QStringLiteral("61 6c 69 63 65")));
    kit.find<QPlainTextEdit>("compareWith")->setPlainText(QStringLiteral("nonsense"));
    QVERIFY(kit.said("compareSummary").startsWith(QStringLiteral("The other one: ")));
    QCOMPARE(kit.column("comparedFields", 1), QStringList());
}

void VerifyTest::theReportHoldsNoSecret()
{
    InspectKit kit;
    const QString text = kit.minted();
    kit.inspect(text, InspectKit::Remint);
    kit.called<QPushButton>("Copy report")->click();
    const QString report = QApplication::clipboard()->text();
    QCOMPARE(kit.clipboard.secondsLeft(), 0); // stays: nothing in it is secret
    for (const char* wanted : {"alice", "services[0].user_id", "mine", "Identical", "chat-token-console"})
        QVERIFY2(report.contains(QLatin1String(wanted)), wanted);
    QVERIFY(!report.contains(text.mid(10, 20)));
    QVERIFY(!report.contains(QLatin1String(support::kCertificate)));
    const QString signature = kit.column("fields", 1).value(1);
    QVERIFY(signature.size() == 64 && !report.contains(signature.left(16)));
}

void VerifyTest::theReportIsSaved()
{
    InspectKit kit;
    kit.inspect(kit.minted());
    kit.called<QPushButton>("Save report")->click();
    auto* dialog = kit.window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    const QString file = kit.home + QStringLiteral("/report.txt");
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    const auto saved = base::readFile(file.toStdString(), 1 << 20);
    QVERIFY(saved.has_value());
    QVERIFY(saved->find("alice") != std::string::npos);
}

void VerifyTest::aSavedReportReplacesNothingUnasked()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("report.txt")).toStdString();
    QVERIFY(base::writeFileAtomically(file, "precious").has_value());
    InspectKit kit;
    kit.inspect(kit.minted());
    const auto choose = [&kit](const QString& path) {
        kit.called<QPushButton>("Save report")->click();
        QTRY_VERIFY(kit.window.findChild<QFileDialog*>());
        auto* dialog = kit.window.findChild<QFileDialog*>();
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!kit.window.findChild<QFileDialog*>());
    };
    for (const char* button : {"leaveFile", "replaceFile"}) {
        choose(QString::fromStdString(file));
        QTRY_VERIFY(kit.window.findChild<QPushButton*>(QLatin1String(button)));
        QCOMPARE(*base::readFile(file, 1 << 20), std::string("precious"));
        kit.window.findChild<QPushButton*>(QLatin1String(button))->click();
        QTRY_VERIFY(!kit.window.findChild<QPushButton*>(QLatin1String(button)));
    }
    QVERIFY(base::readFile(file, 1 << 20)->find("alice") != std::string::npos);
    // What the program needs is not even asked about.
    const std::string projects = kit.projects.home().projectsFile();
    const auto before = base::readFile(projects, 1 << 20);
    choose(QString::fromStdString(projects));
    QVERIFY(!kit.window.findChild<QPushButton*>(QStringLiteral("replaceFile")));
    QVERIFY(base::readFile(projects, 1 << 20) == before);
}

QTEST_MAIN(VerifyTest)
#include "VerifyTest.moc"
