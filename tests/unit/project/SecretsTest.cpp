// SPDX-License-Identifier: Apache-2.0
#include "core/project/Errors.h"
#include "core/project/ProjectFile.h"
#include "core/project/Secrets.h"
#include "core/vault/Errors.h"
#include "tests/support/Data.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using base::SecretBytes;
using project::Place;
using project::Project;
using project::Secrets;

class SecretsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithNothingAndLeavesNothing();
    void holdsForTheSession();
    void asksTheVault();
    void givesAllAtOnce();
    void saysWhetherThereIsSomethingToLock();
    void sealsTextsOfAnyLength_data();
    void sealsTextsOfAnyLength();
    void sealsAnew();
    void exportsNoSecret();
    void refusesForeignExports();
};

namespace {

constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

Project mine(bool kept = false)
{
    Project project;
    project.id = "1";
    project.name = "mine";
    project.appId = "970CA35de60c44645bbae8a215061b33";
    project.certificateKept = kept;
    return project;
}

struct Folder
{
    QTemporaryDir dir;
    base::SystemClock clock;
    project::Home home{dir.filePath(QStringLiteral("home")).toStdString()};
    Secrets secrets{home, clock};
};

std::string codeOf(const base::Result<SecretBytes>& result)
{
    return result ? std::string() : result.error().code;
}

} // namespace

void SecretsTest::startsWithNothingAndLeavesNothing()
{
    Folder f;
    QVERIFY(f.secrets.vault().load().has_value());
    QVERIFY(!f.secrets.hasVault());
    QVERIFY(!f.secrets.isLocked());
    QCOMPARE(codeOf(f.secrets.get(mine())), std::string(vault::errors::kNoSecret));
    QVERIFY(f.secrets.place(mine()) == Place::None);
    QCOMPARE(f.secrets.get(project::sandboxProject())->view(), project::sandboxCertificate());
    QVERIFY(!QFile::exists(support::q(f.home.folder)));
}

void SecretsTest::holdsForTheSession()
{
    Folder f;
    QVERIFY(f.secrets.hold("1", vault::kCertificate, SecretBytes(kCertificate)).has_value());
    QVERIFY(f.secrets.place(mine()) == Place::Session);
    QCOMPARE(f.secrets.get(mine())->view(), kCertificate);
    f.secrets.lock();
    QCOMPARE(codeOf(f.secrets.get(mine())), std::string(vault::errors::kLocked));
    QVERIFY(f.secrets.get(project::sandboxProject()).has_value());
    f.secrets.unlockSession();
    QCOMPARE(f.secrets.get(mine())->view(), kCertificate);
    QVERIFY(f.secrets.hold("1", vault::kCertificate, SecretBytes()).has_value());
    QVERIFY(f.secrets.place(mine()) == Place::None);
    QVERIFY(!QFile::exists(support::q(f.home.folder)));
}

void SecretsTest::givesAllAtOnce()
{
    Folder f;
    QVERIFY(f.secrets.all().empty());
    QVERIFY(f.secrets.vault().create(vault::VaultKey::random(), {vault::Salt::random()}).has_value());
    QVERIFY(f.secrets.vault().put("1", vault::kCertificate, SecretBytes("of the vault")).has_value());
    QVERIFY(f.secrets.vault().put("1", vault::kPreviousCertificate, SecretBytes("older")).has_value());
    QVERIFY(f.secrets.vault().put("2", vault::kCertificate, SecretBytes("another")).has_value());
    QVERIFY(f.secrets.hold("1", vault::kCertificate, SecretBytes("of the session")).has_value());
    QVERIFY(f.secrets.seal("page", "is no certificate").has_value());
    const auto all = f.secrets.all();
    QCOMPARE(all.size(), std::size_t(3));
    for (const auto& [slot, value] : all) { // as one would get each alone
        Project project = mine(true);
        project.id = slot.projectId;
        QCOMPARE(value.view(), f.secrets.get(project, slot.role)->view());
    }
    QCOMPARE(all.begin()->second.view(), std::string_view("of the session"));
    f.secrets.lock();
    QVERIFY(f.secrets.all().empty());
}

void SecretsTest::saysWhetherThereIsSomethingToLock()
{
    Folder f;
    QVERIFY(!f.secrets.isExposed());
    QVERIFY(f.secrets.seal("page", "alone is nothing").has_value());
    QVERIFY(!f.secrets.isExposed());
    QVERIFY(f.secrets.hold("1", vault::kCertificate, SecretBytes(kCertificate)).has_value());
    QVERIFY(f.secrets.isExposed());
    f.secrets.lock();
    QVERIFY(!f.secrets.isExposed());
    QCOMPARE(f.secrets.target(), nullptr);
    f.secrets.unlockSession();
    QVERIFY(f.secrets.isExposed());
    QVERIFY(f.secrets.target() && f.secrets.target() != &f.secrets.vault());
    QVERIFY(f.secrets.vault().create(vault::VaultKey::random(), {vault::Salt::random()}).has_value());
    QCOMPARE(f.secrets.target(), &f.secrets.vault());
}

void SecretsTest::asksTheVault()
{
    Folder f;
    const vault::VaultKey key = vault::VaultKey::random();
    vault::Vault& vault = f.secrets.vault();
    QVERIFY(vault.create(key.copy(), {vault::Salt::random(), vault::PassphraseKdf::None, false}).has_value());
    QVERIFY(vault.put("1", vault::kCertificate, SecretBytes(kCertificate)).has_value());
    QCOMPARE(f.secrets.get(mine(true))->view(), kCertificate);
    QVERIFY(f.secrets.place(mine(true)) == Place::Vault);
    f.secrets.lock();
    QVERIFY(f.secrets.isLocked());
    QVERIFY(f.secrets.place(mine(true)) == Place::Vault); // known without the key
    QCOMPARE(codeOf(f.secrets.get(mine(true))), std::string(vault::errors::kLocked));
    QVERIFY(vault.unlock(key.copy(), vault::KeySource::Keychain).has_value());
    f.secrets.unlockSession();
    QCOMPARE(f.secrets.get(mine(true))->view(), kCertificate);
}

void SecretsTest::sealsTextsOfAnyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 65534, 65535, 65536, 131070, 400000})
        QTest::addRow("%d", length) << length;
}

void SecretsTest::sealsTextsOfAnyLength()
{
    QFETCH(int, length);
    Folder f;
    std::string text(static_cast<std::size_t>(length), 'x');
    for (std::size_t i = 0; i < text.size(); i += 1000)
        text[i] = static_cast<char>('a' + i / 1000 % 26);
    QVERIFY(f.secrets.seal("page", text).has_value());
    f.secrets.lock();
    QCOMPARE(codeOf(f.secrets.unseal("page")), std::string(vault::errors::kLocked));
    f.secrets.unlockSession();
    QVERIFY(f.secrets.unseal("page")->view() == text);
    QCOMPARE(codeOf(f.secrets.unseal("page")), std::string(vault::errors::kNoSecret)); // once
}

void SecretsTest::sealsAnew()
{
    Folder f;
    QVERIFY(f.secrets.seal("page", std::string(200000, 'x')).has_value());
    QVERIFY(f.secrets.seal("page", "short").has_value());
    QCOMPARE(f.secrets.unseal("page")->view(), std::string_view("short"));
}

void SecretsTest::exportsNoSecret()
{
    Project second = mine();
    second.id = "2";
    second.name = "other";
    second.production = true;
    const std::string text = project::exportProjects({mine(true), second});
    QVERIFY(project::isExport(text));
    QVERIFY(!project::isExport("App ID: 970CA35de60c44645bbae8a215061b33"));
    const auto back = project::readExportedProjects(text, "file");
    QVERIFY(back.has_value());
    QCOMPARE(back->size(), std::size_t(2));
    QVERIFY(back->front() == mine(false)); // where the certificate is kept stays at home
    QVERIFY(back->back() == second);
}

void SecretsTest::refusesForeignExports()
{
    const auto code = [](std::string_view text) {
        const auto read = project::readExportedProjects(text, "file");
        return read ? std::string() : read.error().code;
    };
    QCOMPARE(code("{"), std::string(project::errors::kProjectFileBroken));
    QCOMPARE(code(R"({"version":1,"projects":[]})"), std::string(project::errors::kProjectFileBroken));
    QCOMPARE(code(R"({"chat_token_console":"projects","version":1})"),
             std::string(project::errors::kProjectFileBroken));
    QCOMPARE(code(R"({"chat_token_console":"projects","version":2,"projects":[]})"),
             std::string(project::errors::kProjectFileNewer));
    QCOMPARE(
        code(R"({"chat_token_console":"projects","version":1,"projects":[{"name":"x","app_id":"short"}]})"),
        std::string("bad-app-id"));
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "SecretsTest.moc"
