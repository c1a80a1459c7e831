// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Vault.h"
#include "tests/support/Data.h"
#include "tests/support/ManualClock.h"
#include "tests/unit/vault/Fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <thread>

using base::SecretBytes;
using fixture::codeOf;
using fixture::Folder;
using vault::Bytes;
using vault::kCertificate;
using vault::KeySource;
using vault::KeyTerms;
using vault::kPreviousCertificate;
using vault::Salt;
using vault::Slot;
using vault::State;
using vault::Vault;

class VaultTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNothingBeforeThereIsASecret();
    void keepsSecretsByProjectAndRole();
    void removesAProject();
    void answersNothingWhileLocked();
    void savesALockedVaultNever();
    void tellsTheStates_data();
    void tellsTheStates();
    void neverMakesAVaultOverAnother();
    void namesTheWrongKey();
    void keepsTheFileWhereContentsAreBroken_data();
    void keepsTheFileWhereContentsAreBroken();
    void keepsWhatItDoesNotKnow();
    void keepsTheEditOfAFailedSave();
    void refusesWhatDoesNotFitWhole();
    void laysUnsavedEditsOverAReload();
    void reloadsAfterAForeignKeyChange();
    void changesTheKey();
    void keepsTheOldKeyOnAFailedChange();
    void finishesACutOffKeyChange();
    void savesInAWorker();
    void locksWhileASaveRuns();
    void notesAKeychainCopy();
    void countsGenerationsAndTime();
    void livesInASession();
    void exportsAndImports();
    void keepsWhatIsThereOnImport();
    void opensTheFrozenSample();
    void takesTheBackup();
    void startsOver();
    void isFast();
};

namespace {

constexpr const char* kSecretA = "5CFd2fd1755d40ecb72977518be15d3b";
constexpr const char* kSecretB = "970CA35de60c44645bbae8a215061b33";

/// A vault of key 0 with one certificate of project "p", and where it stands.
struct Trial
{
    Folder folder;
    support::ManualClock clock;
    KeyTerms terms{fixture::name<Salt>(0x22), vault::PassphraseKdf::None, false};

    Vault make() { return Vault(folder.path(), clock, std::chrono::milliseconds(100)); }
    Vault created()
    {
        Vault vault = make();
        if (!vault.load() || !vault.create(fixture::key(), terms) ||
            !vault.put("p", kCertificate, SecretBytes(kSecretA)))
            qFatal("no vault");
        return vault;
    }
    Vault opened(std::uint8_t key = 0)
    {
        Vault vault = make();
        if (!vault.load() || !vault.unlock(fixture::key(key), KeySource::Passphrase))
            qFatal("cannot open");
        return vault;
    }
    /// Lets every save fail, until it is called with false.
    void block(bool on) const
    {
        const QString lock = QString::fromStdString(folder.path("vault.ctv.lock"));
        QFile::remove(lock);
        QDir(lock).removeRecursively();
        if (on)
            QDir().mkpath(lock);
    }
};

QString secretOf(const Vault& vault, const char* project, std::string_view role = kCertificate)
{
    const auto secret = vault.secret(project, role);
    return secret ? QString::fromUtf8(secret->view().data(), static_cast<qsizetype>(secret->view().size()))
                  : QString::fromStdString(secret.error().code);
}

QString q(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

void VaultTest::writesNothingBeforeThereIsASecret()
{
    Trial trial;
    Vault vault = trial.make();
    QVERIFY(vault.load().has_value());
    QCOMPARE(vault.state(), State::Absent);
    QCOMPARE(codeOf(vault.create(fixture::key(), trial.terms)), q("ok"));
    QCOMPARE(vault.state(), State::Unlocked);
    QVERIFY(trial.folder.files().isEmpty());
    QVERIFY(!vault.hasUnsaved());
    vault.lock();
    QCOMPARE(vault.state(), State::Absent);
    QCOMPARE(codeOf(vault.create(fixture::key(), trial.terms)), q("ok"));
    QCOMPARE(codeOf(vault.put("p", kCertificate, SecretBytes(kSecretA))), q("ok"));
    QCOMPARE(trial.folder.bytes().size(), std::size_t(8328));
    QCOMPARE(vault.info().size, std::size_t(8328));
}

void VaultTest::keepsSecretsByProjectAndRole()
{
    Trial trial;
    {
        Vault vault = trial.created();
        QVERIFY(vault.put("p", kPreviousCertificate, SecretBytes(kSecretB)));
        QVERIFY(vault.put("q", "customer-secret", SecretBytes(std::string_view("a\0b", 3))));
        QVERIFY(vault.put("empty", kCertificate, SecretBytes()));
        QVERIFY(vault.put("p", kCertificate, SecretBytes("replaced")));
    }
    Vault vault = trial.opened();
    QCOMPARE(secretOf(vault, "p"), q("replaced"));
    QCOMPARE(secretOf(vault, "p", kPreviousCertificate), q(kSecretB));
    QCOMPARE(vault.secret("q", "customer-secret")->view().size(), std::size_t(3));
    QVERIFY(vault.secret("empty", kCertificate)->empty());
    QCOMPARE(secretOf(vault, "x"), q("no-such-secret"));
    QVERIFY(vault.has("p", kCertificate));
    QVERIFY(!vault.has("p", "certificat"));
    QCOMPARE(vault.slots().size(), std::size_t(4));
}

void VaultTest::removesAProject()
{
    Trial trial;
    {
        Vault vault = trial.created();
        QVERIFY(vault.put("p", kPreviousCertificate, SecretBytes(kSecretB)));
        QVERIFY(vault.put("pp", kCertificate, SecretBytes(kSecretB)));
        QVERIFY(vault.remove("pp", kPreviousCertificate)); // not there: no save, no error
        const auto generation = vault.info().header.generation;
        QVERIFY(vault.removeProject("none"));
        QCOMPARE(vault.info().header.generation, generation);
        QVERIFY(vault.removeProject("p"));
    }
    Vault vault = trial.opened();
    QCOMPARE(vault.slots(), (std::vector<Slot>{{"pp", std::string(kCertificate)}}));
    QVERIFY(vault.remove("pp", kCertificate));
    QVERIFY(trial.opened().slots().empty());
}

void VaultTest::answersNothingWhileLocked()
{
    Trial trial;
    Vault vault = trial.created();
    vault.lock();
    QCOMPARE(vault.state(), State::Locked);
    QCOMPARE(secretOf(vault, "p"), q("vault-locked"));
    QVERIFY(!vault.has("p", kCertificate));
    QVERIFY(vault.slots().empty());
    QVERIFY(!vault.hasKey(fixture::key()));
    QCOMPARE(codeOf(vault.copyKey()), q("vault-locked"));
    for (const auto& result :
         {vault.put("p", kCertificate, SecretBytes("x")), vault.remove("p", kCertificate),
          vault.removeProject("p"), vault.save(), vault.reload(), vault.run(vault.startKeychainNote()),
          vault.changeKey(fixture::key(1), trial.terms),
          vault.exportTo({trial.folder.path("e")}, "[]", {"p"}, fixture::key(), trial.terms)})
        QCOMPARE(codeOf(result), q("vault-locked"));
    QCOMPARE(codeOf(vault.unlock(fixture::key(), KeySource::Passphrase)), q("ok"));
    QCOMPARE(secretOf(vault, "p"), q(kSecretA));
}

void VaultTest::savesALockedVaultNever()
{
    Trial trial;
    Vault vault = trial.created();
    trial.block(true);
    QCOMPARE(codeOf(vault.put("q", kCertificate, SecretBytes(kSecretB))), q("not-a-regular-file"));
    vault.lock();
    trial.block(false);
    QVERIFY(vault.hasUnsaved()); // the edit stays, encrypted
    QCOMPARE(codeOf(vault.save()), q("vault-locked"));
    QVERIFY(vault.unlock(fixture::key(), KeySource::Passphrase));
    QCOMPARE(secretOf(vault, "q"), q(kSecretB));
    QCOMPARE(codeOf(vault.save()), q("ok"));
    QCOMPARE(secretOf(trial.opened(), "q"), q(kSecretB));
}

void VaultTest::tellsTheStates_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("state");
    const auto row = [](const char* title, int kind, const char* code, State state) {
        QTest::newRow(title) << kind << q(code) << static_cast<int>(state);
    };
    row("nothing", 0, "ok", State::Absent);
    row("a backup alone", 1, "ok", State::BackupOnly);
    row("a sound vault", 2, "ok", State::Locked);
    row("a damaged vault", 3, "vault-damaged", State::Unusable);
    row("a newer vault", 4, "vault-newer", State::Unusable);
    row("a link to nowhere", 5, "vault-link-broken", State::Unusable);
    row("an empty file", 6, "vault-damaged", State::Unusable);
    row("5 MiB of something", 7, "vault-damaged", State::Unusable);
}

void VaultTest::tellsTheStates()
{
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(int, state);
    Trial trial;
    Bytes file = fixture::knownVault().bytes();
    if (kind == 1)
        trial.folder.write("vault.ctv.bak", file);
    if (kind == 3)
        file[50] ^= 1;
    if (kind == 4)
        file[8] = 2;
    if (kind == 4)
        fixture::makeChecksumGood(file);
    if (kind == 5)
        QCOMPARE(::symlink("none", trial.folder.path().c_str()), 0);
    if (kind == 6)
        file.clear();
    if (kind == 7)
        file.resize(5 << 20);
    if (kind >= 2 && kind != 5)
        trial.folder.write("vault.ctv", file);
    Vault vault = trial.make();
    QCOMPARE(codeOf(vault.load()), code);
    QCOMPARE(static_cast<int>(vault.state()), state);
    if (vault.state() != State::Absent) {
        QCOMPARE(codeOf(vault.create(fixture::key(), {})),
                 q("vault-exists")); // none of these makes a new vault
        QCOMPARE(codeOf(vault.put("p", "r", SecretBytes("s"))), q("vault-locked"));
    }
    if (kind >= 2 && kind != 5)
        QCOMPARE(trial.folder.bytes(), file);
}

void VaultTest::neverMakesAVaultOverAnother()
{
    Trial trial;
    Vault second = trial.make();
    QVERIFY(second.load());
    QVERIFY(second.create(fixture::key(9), trial.terms));
    const Vault first = trial.created(); // another program was quicker
    const Bytes there = trial.folder.bytes();
    QCOMPARE(codeOf(second.put("q", kCertificate, SecretBytes(kSecretB))), q("vault-changed-elsewhere"));
    QCOMPARE(codeOf(second.reload()), q("vault-replaced"));
    QCOMPARE(secretOf(second, "q"), q(kSecretB));
    QCOMPARE(trial.folder.bytes(), there);
}

void VaultTest::namesTheWrongKey()
{
    Trial trial;
    QVERIFY(trial.created().put("p", "x", SecretBytes("y")));
    Vault vault = trial.make();
    QVERIFY(vault.load());
    for (int tries = 1; tries <= 3; ++tries) {
        const auto wrong = vault.unlock(fixture::key(1), KeySource::Passphrase);
        QCOMPARE(codeOf(wrong), q("wrong-passphrase"));
        QCOMPARE(wrong.error().args[0], std::to_string(tries));
        QVERIFY(wrong.error().args[1].ends_with("vault.ctv.bak"));
    }
    QCOMPARE(codeOf(vault.unlock(fixture::key(1), KeySource::Keychain)), q("keychain-key-wrong"));
    const auto header = vault.info().header;
    const auto id = header.id;
    QCOMPARE(codeOf(vault.unlock(
                 vault::KeyFile{fixture::name<vault::VaultId>(7), header.salt, fixture::key(), "k"})),
             q("key-of-another-vault"));
    QCOMPARE(codeOf(vault.unlock(vault::KeyFile{id, fixture::name<Salt>(7), fixture::key(), "k"})),
             q("key-was-changed"));
    const auto misfit = vault.unlock(vault::KeyFile{id, header.salt, fixture::key(1), "k"});
    QCOMPARE(codeOf(misfit), q("vault-or-key-changed"));
    QCOMPARE(misfit.error().args, std::vector<std::string>{"k"});
    QCOMPARE(vault.state(), State::Locked);
    QCOMPARE(codeOf(vault.unlock(vault::KeyFile{id, header.salt, fixture::key(), "k"})), q("ok"));
    QVERIFY(vault.hasKey(fixture::key()) && !vault.hasKey(fixture::key(1)));
    // A late answer of the keychain changes nothing.
    QCOMPARE(codeOf(vault.unlock(fixture::key(1), KeySource::Keychain)), q("ok"));
    QCOMPARE(secretOf(vault, "p"), q(kSecretA));
}

void VaultTest::keepsTheFileWhereContentsAreBroken_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* title, const char* json, const char* code = "vault-contents-broken") {
        QTest::newRow(title) << QByteArray(json) << q(code);
    };
    row("no JSON", "nonsense");
    row("no object", "[]");
    row("no schema", "{}");
    row("the next schema", R"({"schema":2})", "vault-newer");
    row("secrets that are no list", R"({"schema":1,"secrets":{}})");
    row("no id", R"({"schema":1,"secrets":[{"project":"p","role":"r"}]})");
    row("an id without a secret", R"({"schema":1,"secrets":[{"id":2,"project":"p","role":"r"}]})");
    row("a secret of two",
        R"({"schema":1,"secrets":[{"id":1,"project":"p","role":"r"},{"id":1,"project":"q","role":"r"}]})");
    row("two of one",
        R"({"schema":1,"secrets":[{"id":1,"project":"p","role":"r"},{"id":3,"project":"p","role":"r"}]})");
    row("no role", R"({"schema":1,"secrets":[{"id":1,"project":"p"}]})");
    row("an id of 2^32", R"({"schema":1,"secrets":[{"id":4294967297,"project":"p","role":"r"}]})");
    row("all right", R"({"schema":1,"secrets":[{"id":1,"project":"p","role":"r"}]})", "ok");
}

void VaultTest::keepsTheFileWhereContentsAreBroken()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    const std::array secrets{vault::SecretView{1, vault::bytesOf("a")},
                             vault::SecretView{3, vault::bytesOf("b")}};
    const auto image = vault::seal({}, json.toStdString(), secrets, fixture::key());
    Trial trial;
    trial.folder.write("vault.ctv", image->bytes());
    Vault vault = trial.make();
    QVERIFY(vault.load());
    QCOMPARE(codeOf(vault.unlock(fixture::key(), KeySource::Passphrase)), code);
    QCOMPARE(vault.isOpen(), code == q("ok"));
    QCOMPARE(trial.folder.bytes(), image->bytes());
}

void VaultTest::keepsWhatItDoesNotKnow()
{
    const std::array secrets{vault::SecretView{7, vault::bytesOf("orphan")}};
    const auto image = vault::seal({}, R"({"note":"kept","schema":1})", secrets, fixture::key());
    Trial trial;
    trial.folder.write("vault.ctv", image->bytes());
    Vault vault = trial.opened();
    QVERIFY(vault.put("p", kCertificate, SecretBytes(kSecretA)));
    const auto again = vault::open(*vault::VaultImage::check(trial.folder.bytes()), fixture::key());
    QVERIFY(again->json().find(R"("note":"kept")") != std::string_view::npos);
    QCOMPARE(again->find(7)->bytes.size(), std::size_t(6));
    QCOMPARE(again->secrets().size(), std::size_t(2));
}

void VaultTest::keepsTheEditOfAFailedSave()
{
    Trial trial;
    Vault vault = trial.created();
    const Bytes before = trial.folder.bytes();
    trial.block(true);
    QCOMPARE(codeOf(vault.put("p", kCertificate, SecretBytes(kSecretB))), q("not-a-regular-file"));
    QVERIFY(vault.hasUnsaved() && vault.info().unsaved);
    QCOMPARE(secretOf(vault, "p"), q(kSecretB));
    QCOMPARE(trial.folder.bytes(), before);
    QCOMPARE(codeOf(vault.save()), q("not-a-regular-file"));
    trial.block(false);
    QCOMPARE(codeOf(vault.save()), q("ok"));
    QVERIFY(!vault.hasUnsaved());
    QCOMPARE(secretOf(trial.opened(), "p"), q(kSecretB));
    QCOMPARE(vault.info().header.generation, std::uint64_t(2));
}

void VaultTest::refusesWhatDoesNotFitWhole()
{
    Trial trial;
    Vault vault = trial.created();
    const std::string huge(65536, 'x');
    QCOMPARE(codeOf(vault.put("p", kCertificate, SecretBytes(huge))), q("secret-too-long"));
    QCOMPARE(secretOf(vault, "p"), q(kSecretA));
    QVERIFY(!vault.hasUnsaved());
    int kept = 0;
    while (vault.stagePut("p" + std::to_string(kept), "big", SecretBytes(std::string_view(huge).substr(1))))
        ++kept;
    QCOMPARE(kept, 63);
    QCOMPARE(codeOf(vault.stagePut("last", "big", SecretBytes(std::string_view(huge).substr(1)))),
             q("vault-full"));
    QCOMPARE(codeOf(vault.save()), q("ok"));
    QCOMPARE(trial.opened().slots().size(), std::size_t(64));
}

void VaultTest::laysUnsavedEditsOverAReload()
{
    Trial trial;
    Vault mine = trial.created();
    QVERIFY(mine.put("gone", kCertificate, SecretBytes("1")));
    QVERIFY(mine.put("both", kCertificate, SecretBytes("1")));
    Vault other = trial.opened();
    QVERIFY(other.put("other", kCertificate, SecretBytes("theirs")));
    QVERIFY(other.put("both", kCertificate, SecretBytes("theirs")));
    const Bytes theirs = trial.folder.bytes();

    QCOMPARE(codeOf(mine.put("mine", kCertificate, SecretBytes("mine"))), q("vault-changed-elsewhere"));
    QCOMPARE(codeOf(mine.remove("gone", kCertificate)), q("vault-changed-elsewhere"));
    QCOMPARE(codeOf(mine.put("both", kCertificate, SecretBytes("mine"))), q("vault-changed-elsewhere"));
    QCOMPARE(trial.folder.bytes(), theirs);
    QCOMPARE(codeOf(mine.reload()), q("ok"));
    QVERIFY(mine.hasUnsaved()); // nothing is written before the user says so
    QCOMPARE(trial.folder.bytes(), theirs);
    QCOMPARE(codeOf(mine.save()), q("ok"));

    const Vault all = trial.opened();
    QCOMPARE(secretOf(all, "mine"), q("mine"));
    QCOMPARE(secretOf(all, "other"), q("theirs"));
    QCOMPARE(secretOf(all, "both"), q("mine")); // the last save wins, after it was told
    QCOMPARE(secretOf(all, "gone"), q("no-such-secret"));
    QCOMPARE(secretOf(all, "p"), q(kSecretA));
    QCOMPARE(codeOf(other.reload()), q("ok"));
    QVERIFY(!other.hasUnsaved());
    QVERIFY(QFile::remove(QString::fromStdString(trial.folder.path())));
    QCOMPARE(codeOf(other.reload()), q("vault-missing"));
    QCOMPARE(secretOf(other, "mine"), q("mine")); // nothing is lost in memory
}

void VaultTest::reloadsAfterAForeignKeyChange()
{
    Trial trial;
    Vault mine = trial.created();
    QVERIFY(trial.opened().changeKey(fixture::key(1), {fixture::name<Salt>(0x77), {}, false}));
    QCOMPARE(codeOf(mine.put("mine", kCertificate, SecretBytes("mine"))), q("vault-changed-elsewhere"));
    QCOMPARE(codeOf(mine.reload()), q("key-was-changed"));
    QCOMPARE(secretOf(mine, "mine"), q("mine"));
    QCOMPARE(mine.fileHeader()->salt, fixture::name<Salt>(0x77));
    QCOMPARE(codeOf(mine.reload(fixture::key(2))), q("key-was-changed"));
    QCOMPARE(codeOf(mine.reload(fixture::key(1))), q("ok"));
    QCOMPARE(codeOf(mine.save()), q("ok"));
    QCOMPARE(secretOf(trial.opened(1), "mine"), q("mine"));
}

void VaultTest::changesTheKey()
{
    Trial trial;
    Vault vault = trial.created();
    QVERIFY(vault.put("p", kPreviousCertificate, SecretBytes(kSecretB)));
    const Bytes old = trial.folder.bytes();
    const auto id = vault.info().header.id;
    const KeyTerms terms{fixture::name<Salt>(0x77), vault::PassphraseKdf::Argon64, true};
    QCOMPARE(codeOf(vault.changeKey(fixture::key(1), terms)), q("ok"));
    QVERIFY(vault.hasKey(fixture::key(1)));
    const auto header = vault.info().header;
    QCOMPARE(header.id, id);
    QCOMPARE(header.salt, terms.salt);
    QCOMPARE(header.kdf, terms.kdf);
    QVERIFY(header.keychain);
    // The old key opens nothing that is left.
    for (const char* name : {"vault.ctv", "vault.ctv.bak"}) {
        const auto image = vault::VaultImage::check(trial.folder.bytes(name));
        QVERIFY(!vault::open(*image, fixture::key()));
        QVERIFY(vault::open(*image, fixture::key(1)).has_value());
    }
    QCOMPARE(secretOf(trial.opened(1), "p", kPreviousCertificate), q(kSecretB));
    QVERIFY(vault.put("q", kCertificate, SecretBytes("after")));
    QCOMPARE(secretOf(trial.opened(1), "q"), q("after"));
    // Older copies that the old key still opens are named.
    trial.folder.write("vault.ctv.damaged-1", old);
    trial.folder.write("vault.ctv.damaged-2", {1, 2, 3});
    trial.folder.write("other.ctv", old);
    const auto named = vault.filesOfKey(trial.terms.salt);
    QCOMPARE(named.size(), std::size_t(1));
    QVERIFY(named[0].ends_with("/vault.ctv.damaged-1"));
}

void VaultTest::keepsTheOldKeyOnAFailedChange()
{
    Trial trial;
    Vault vault = trial.created();
    const Bytes before = trial.folder.bytes();
    trial.block(true);
    QCOMPARE(codeOf(vault.changeKey(fixture::key(1), {fixture::name<Salt>(0x77), {}, false})),
             q("not-a-regular-file"));
    QVERIFY(vault.hasKey(fixture::key()));
    QVERIFY(!vault.hasUnsaved());
    QCOMPARE(trial.folder.bytes(), before);
    trial.block(false);

    // The backup cannot be replaced: the new key is in force all the same, and the error says what is left.
    QVERIFY(QDir().mkpath(QString::fromStdString(trial.folder.path("vault.ctv.bak"))));
    QCOMPARE(codeOf(vault.changeKey(fixture::key(1), {fixture::name<Salt>(0x77), {}, false})),
             q("file-write"));
    QVERIFY(vault.hasKey(fixture::key(1)));
    QVERIFY(vault.hasUnsaved());
    QVERIFY(QDir().rmdir(QString::fromStdString(trial.folder.path("vault.ctv.bak"))));
    QCOMPARE(codeOf(vault.save()), q("ok"));
    QCOMPARE(secretOf(trial.opened(1), "p"), q(kSecretA));
}

void VaultTest::finishesACutOffKeyChange()
{
    Trial trial;
    Vault vault = trial.created();
    QVERIFY(vault.put("p", "x", SecretBytes("y")));
    const Bytes old = trial.folder.bytes("vault.ctv.bak");
    QVERIFY(vault.changeKey(fixture::key(1), {fixture::name<Salt>(0x77), {}, false}));
    trial.folder.write("vault.ctv.bak", old); // as if it was killed between the two renames
    Vault next = trial.make();
    QVERIFY(next.load());
    QCOMPARE(trial.folder.bytes("vault.ctv.bak"),
             old); // not before the key has shown that the vault is genuine
    QVERIFY(!next.unlock(fixture::key(), KeySource::Passphrase));
    QCOMPARE(trial.folder.bytes("vault.ctv.bak"), old);
    QVERIFY(next.unlock(fixture::key(1), KeySource::Passphrase));
    QCOMPARE(trial.folder.bytes("vault.ctv.bak"), trial.folder.bytes());
}

void VaultTest::savesInAWorker()
{
    Trial trial;
    Vault vault = trial.created();
    QVERIFY(vault.stagePut("p", kCertificate, SecretBytes(kSecretB)));
    const auto job = vault.startSave();
    QVERIFY(job.has_value());
    QCOMPARE(codeOf(vault.startSave()), q("vault-busy"));
    QCOMPARE(codeOf(vault.put("p", "x", SecretBytes("y"))), q("vault-busy"));
    QCOMPARE(codeOf(vault.load()), q("vault-busy"));
    QCOMPARE(secretOf(vault, "p"), q(kSecretB));
    std::thread worker([&] { job->run(); });
    worker.join();
    QCOMPARE(codeOf(vault.finish(*job)), q("ok"));
    QVERIFY(!vault.hasUnsaved());
    QCOMPARE(secretOf(trial.opened(), "p"), q(kSecretB));
    QVERIFY(vault.put("p", "x", SecretBytes("y")));
}

void VaultTest::locksWhileASaveRuns()
{
    Trial trial;
    Vault vault = trial.created();
    const auto job = vault.startKeyChange(fixture::key(1), {fixture::name<Salt>(0x77), {}, false});
    vault.lock();
    job->run();
    QCOMPARE(codeOf(vault.finish(*job)), q("ok"));
    QCOMPARE(vault.state(), State::Locked);
    QVERIFY(!vault.hasKey(fixture::key(1))); // a lock stays a lock
    QVERIFY(!vault.unlock(fixture::key(), KeySource::Passphrase));
    QVERIFY(vault.unlock(fixture::key(1), KeySource::Passphrase));
    QVERIFY(vault.put("p", "x", SecretBytes("y")));
    QCOMPARE(secretOf(trial.opened(1), "p"), q(kSecretA));
}

void VaultTest::notesAKeychainCopy()
{
    Trial trial;
    Vault vault = trial.created();
    trial.block(true);
    QCOMPARE(codeOf(vault.run(vault.startKeychainNote())), q("not-a-regular-file"));
    QVERIFY(!vault.info().header.keychain);
    QVERIFY(!vault.hasUnsaved());
    trial.block(false);
    QCOMPARE(codeOf(vault.run(vault.startKeychainNote())), q("ok"));
    QVERIFY(vault.info().header.keychain);
    QVERIFY(vault.put("p", "x", SecretBytes("y")));
    QVERIFY(trial.opened().info().header.keychain);
}

void VaultTest::countsGenerationsAndTime()
{
    Trial trial;
    Vault vault = trial.created();
    for (std::uint64_t generation = 2; generation < 6; ++generation) {
        trial.clock.ms -= 3'600'000; // the clock goes back: only the shown time follows
        QVERIFY(vault.put("p", kCertificate, SecretBytes(std::to_string(generation))));
        QCOMPARE(vault.info().header.generation, generation);
        QCOMPARE(vault.info().header.savedAt, trial.clock.ms);
        QCOMPARE(vault.backup()->header.generation, generation - 1);
    }
    QVERIFY(vault.info().hasBackup && vault.info().writable);
}

void VaultTest::livesInASession()
{
    Trial trial;
    Vault vault = Vault::forSession(trial.clock);
    QCOMPARE(vault.state(), State::SessionOnly);
    QVERIFY(vault.isOpen());
    QVERIFY(vault.put("p", kCertificate, SecretBytes(kSecretA)));
    QVERIFY(!vault.hasUnsaved());
    QVERIFY(vault.save());
    QCOMPARE(secretOf(vault, "p"), q(kSecretA));
    QVERIFY(vault.exportTo({trial.folder.path("e.ctv")}, "[]", {"p"}, fixture::key(), trial.terms));
    vault.lock();
    QCOMPARE(vault.state(), State::Absent);
    QCOMPARE(secretOf(vault, "p"), q("vault-locked"));
    QCOMPARE(trial.folder.files(), QStringList{q("e.ctv")});
}

void VaultTest::exportsAndImports()
{
    Trial trial;
    Vault vault = trial.created();
    QVERIFY(vault.put("q", kCertificate, SecretBytes(kSecretB)));
    QVERIFY(vault.put("left", kCertificate, SecretBytes("stays here")));
    const std::string path = trial.folder.path("export.ctv");
    const std::string projects = R"([{"id":"p","name":"one"},{"id":"q","name":"two"}])";
    const KeyTerms terms{Salt::random(), vault::PassphraseKdf::Argon64, true};
    QCOMPARE(codeOf(vault.exportTo({path}, "nonsense", {"p"}, fixture::key(5), terms)), q("bad-json"));
    QCOMPARE(codeOf(vault.exportTo({path}, projects, {"p", "q"}, fixture::key(5), terms)), q("ok"));
    const base::Output own{trial.folder.path(), true, {{trial.folder.path()}, {}}};
    QCOMPARE(codeOf(vault.exportTo(own, projects, {"p"}, fixture::key(5), terms)), q("output-protected"));

    const auto file = Vault::readExport(path);
    QCOMPARE(codeOf(file), q("ok"));
    QCOMPARE(file->header().kdf, vault::PassphraseKdf::Argon64);
    QVERIFY(!file->header().keychain); // no keychain knows the key of an export
    QVERIFY(!(file->header().id == vault.info().header.id));
    QVERIFY(!vault::open(*file, fixture::key())); // a key of its own

    Trial other;
    Vault target = other.created();
    QCOMPARE(codeOf(Vault::exportedProjects(*file, fixture::key(6))), q("wrong-passphrase"));
    QCOMPARE(*Vault::exportedProjects(*file, fixture::key(5)), projects);
    QCOMPARE(codeOf(target.stageImport(*file, fixture::key(6), {{"p", "fresh"}})), q("wrong-passphrase"));
    const auto imported = target.stageImport(*file, fixture::key(5), {{"p", "fresh"}});
    QCOMPARE(codeOf(imported), q("ok"));
    QCOMPARE(imported->taken, (std::vector<Slot>{{"fresh", "certificate"}}));
    QVERIFY(target.hasUnsaved());
    QVERIFY(target.save());
    const Vault reopened = other.opened();
    QCOMPARE(secretOf(reopened, "fresh"), q(kSecretA));
    QCOMPARE(secretOf(reopened, "q"), q("no-such-secret")); // not asked for
    QCOMPARE(secretOf(reopened, "left"), q("no-such-secret"));

    QCOMPARE(codeOf(Vault::readExport(trial.folder.path("none"))), q("vault-missing"));
    const auto vaultItself = Vault::readExport(trial.folder.path());
    QCOMPARE(codeOf(Vault::exportedProjects(*vaultItself, fixture::key())), q("not-an-export"));
}

void VaultTest::keepsWhatIsThereOnImport()
{
    Trial trial;
    Vault source = trial.created();
    QVERIFY(source.put("same", kCertificate, SecretBytes("equal")));
    const std::string path = trial.folder.path("export.ctv");
    QVERIFY(source.exportTo({path}, "[]", {"p", "same"}, fixture::key(5), trial.terms));
    Trial other;
    Vault target = other.created();
    QVERIFY(target.put("p", kCertificate, SecretBytes("mine")));
    QVERIFY(target.put("same", kCertificate, SecretBytes("equal")));
    const auto file = Vault::readExport(path);
    const std::map<std::string, std::string> ids{{"p", "p"}, {"same", "same"}};
    const auto kept = target.stageImport(*file, fixture::key(5), ids);
    QCOMPARE(kept->taken, (std::vector<Slot>{{"same", "certificate"}}));
    QCOMPARE(kept->conflicts, (std::vector<Slot>{{"p", "certificate"}}));
    QCOMPARE(secretOf(target, "p"), q("mine"));
    const auto replaced = target.stageImport(*file, fixture::key(5), ids, true);
    QVERIFY(replaced->conflicts.empty());
    QVERIFY(target.save());
    QCOMPARE(secretOf(other.opened(), "p"), q(kSecretA));
}

void VaultTest::opensTheFrozenSample()
{
    // Written once by version 0.1 and checked by tests/e2e/vault_reader.py; every later version must open it.
    const std::string data = support::dataFile("vault/");
    Folder folder;
    QVERIFY(QFile::copy(QString::fromStdString(data + "v1.ctv"), QString::fromStdString(folder.path())));
    support::ManualClock clock;
    Vault vault(folder.path(), clock);
    QVERIFY(vault.load());
    const auto header = vault.info().header;
    QCOMPARE(header.kdf, vault::PassphraseKdf::Argon64);
    QCOMPARE(header.generation, std::uint64_t(3));
    QCOMPARE(header.savedAt, std::int64_t(1'800'000'000'000));
    const auto passphrase = vault::Passphrase::fromText("correct horse");
    const auto key = vault::deriveKey(*passphrase, header.salt, header.kdf);
    QCOMPARE(codeOf(vault.unlock(key->copy(), KeySource::Passphrase)), q("ok"));
    QCOMPARE(secretOf(vault, "1111"), q(kSecretA));
    QCOMPARE(secretOf(vault, "1111", kPreviousCertificate), q(kSecretB));
    QCOMPARE(secretOf(vault, "2222"), q("0123456789abcdef0123456789abcdef"));
    const auto keyFile = vault::readKeyFile(data + "v1.key");
    QVERIFY(keyFile->key == *key);
    vault.lock();
    QCOMPARE(codeOf(vault.unlock(*keyFile)), q("ok"));
    QVERIFY(vault.put("3333", kCertificate, SecretBytes("new"))); // open, save, open
    Vault again(folder.path(), clock);
    QVERIFY(again.load() && again.unlock(*keyFile));
    QCOMPARE(again.slots().size(), std::size_t(4));
}

void VaultTest::takesTheBackup()
{
    Trial trial;
    QVERIFY(trial.created().put("p", kCertificate, SecretBytes(kSecretB)));
    Bytes damaged = trial.folder.bytes();
    damaged[4000] ^= 4;
    trial.folder.write("vault.ctv", damaged);
    Vault vault = trial.make();
    QCOMPARE(codeOf(vault.load()), q("vault-damaged"));
    QCOMPARE(vault.backup()->header.generation, std::uint64_t(1));
    QCOMPARE(vault.backup()->header.savedAt, trial.clock.ms);
    QCOMPARE(codeOf(vault.restoreBackup()), q("ok"));
    QCOMPARE(vault.state(), State::Locked);
    QVERIFY(vault.unlock(fixture::key(), KeySource::Passphrase));
    QCOMPARE(secretOf(vault, "p"), q(kSecretA));
    QCOMPARE(trial.folder.bytes("vault.ctv.damaged-1"), damaged);
}

void VaultTest::startsOver()
{
    Trial trial;
    Vault vault = trial.created();
    QVERIFY(vault.put("p", "x", SecretBytes("y")));
    const Bytes old = trial.folder.bytes();
    QVERIFY(vault.setAside()->ends_with(".old-1"));
    QCOMPARE(vault.state(), State::Absent);
    QCOMPARE(trial.folder.bytes("vault.ctv.old-1"), old);
    QVERIFY(vault.create(fixture::key(3), trial.terms));
    QVERIFY(vault.put("p", kCertificate, SecretBytes("new")));
    QCOMPARE(secretOf(trial.opened(3), "p"), q("new"));
}

void VaultTest::isFast()
{
    Trial trial;
    Vault vault = trial.created();
    for (int i = 0; i < 49; ++i)
        QVERIFY(vault.stagePut("p" + std::to_string(i), kCertificate, SecretBytes(kSecretB)));
    QVERIFY(vault.save());
    QElapsedTimer timer;
    timer.start();
    constexpr int kTimes = 1000;
    for (int i = 0; i < kTimes; ++i)
        QVERIFY(!vault.secret("p1", kCertificate)->empty());
    qInfo("50 certificates: %lld us to use one",
          static_cast<long long>(timer.nsecsElapsed() / 1000 / kTimes));
    QVERIFY(timer.elapsed() < 5 * kTimes);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "VaultTest.moc"
