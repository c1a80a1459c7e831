// SPDX-License-Identifier: Apache-2.0
#include "core/vault/SystemFile.h"
#include "core/vault/VaultFile.h"
#include "tests/unit/vault/Fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using fixture::codeOf;
using fixture::Folder;
using vault::Bytes;
using vault::SaveOrder;
using vault::VaultFile;
using vault::VaultImage;

class FileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::umask(0); } // what a careless system gives
    void makesANewVaultPrivately();
    void keepsTheOldImageAsBackup();
    void changesTheKeyInTheVaultFirst();
    void writesNothingWhereTheFileChanged_data();
    void writesNothingWhereTheFileChanged();
    void waitsForTheLockAndGivesUp();
    void followsALink();
    void tellsWhatIsNoVault_data();
    void tellsWhatIsNoVault();
    void trustsNoLinkInItsOwnFiles();
    void failsWholeWhenAWriteFails();
    void failsWholeOnAFullDisk();
    void opensWhereNothingCanBeWritten_data();
    void opensWhereNothingCanBeWritten();
    void sweepsOnlyWithoutAWriter();
    void tightensWideFiles();
    void takesTheBackupAndKeepsTheDamagedFile();
    void takesTheBackupOnlyOverWhatWasSeen();
    void finishesAKeyChangeThatWasCutOff_data();
    void finishesAKeyChangeThatWasCutOff();
    void setsAsideWithoutDeleting();
};

namespace {

using namespace std::chrono_literals;

VaultImage image(std::uint64_t generation, std::uint8_t salt = 0x22, std::uint8_t id = 0x11,
                 const std::string& json = R"({"schema":1})")
{
    vault::Header header;
    header.id = fixture::name<vault::VaultId>(id);
    header.salt = fixture::name<vault::Salt>(salt);
    header.generation = generation;
    return *vault::seal(header, json, {}, fixture::key());
}

QString codeOf(const vault::SaveOutcome& outcome)
{
    return outcome.error ? QString::fromStdString(outcome.error->code) : QStringLiteral("ok");
}

mode_t modeOf(const std::string& path)
{
    struct stat status
    {
    };
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// Runs `body` in a child process, where limits, mounts and the user may be changed; 77 means "not possible
/// here".
int inChild(const std::function<int()>& body)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

} // namespace

void FileTest::makesANewVaultPrivately()
{
    Folder folder;
    const VaultFile file(folder.path("new/deep/vault.ctv"));
    QVERIFY(!file.hasBackup());
    QVERIFY(file.looksWritable());
    QCOMPARE(file.read()->has_value(), false);
    QVERIFY(folder.files().isEmpty()); // reading leaves nothing behind
    const VaultImage first = image(1);
    const auto outcome = file.save(std::nullopt, first);
    QVERIFY(outcome.written && !outcome.error);
    QCOMPARE(**file.read(), first.bytes());
    QCOMPARE(modeOf(folder.path("new")), mode_t(0700));
    QCOMPARE(modeOf(folder.path("new/deep")), mode_t(0700));
    QCOMPARE(modeOf(folder.path("new/deep/vault.ctv")), mode_t(0600));
    QCOMPARE(modeOf(folder.path("new/deep/vault.ctv.lock")), mode_t(0600));
    QVERIFY(!file.hasBackup());
}

void FileTest::keepsTheOldImageAsBackup()
{
    Folder folder;
    const VaultFile file(folder.path());
    Bytes last;
    for (std::uint64_t generation = 1; generation <= 3; ++generation) {
        const VaultImage next = image(generation);
        QCOMPARE(codeOf(file.save(last.empty() ? std::nullopt : std::optional(last), next)),
                 QStringLiteral("ok"));
        if (!last.empty())
            QCOMPARE(folder.bytes("vault.ctv.bak"), last);
        last = next.bytes();
        QCOMPARE(folder.bytes(), last);
    }
    QCOMPARE(modeOf(folder.path("vault.ctv.bak")), mode_t(0600));
    QCOMPARE(folder.files(), (QStringList{QStringLiteral("vault.ctv"), QStringLiteral("vault.ctv.bak"),
                                          QStringLiteral("vault.ctv.lock")}));
    QCOMPARE(file.readBackup()->header().generation, std::uint64_t(2));
}

void FileTest::changesTheKeyInTheVaultFirst()
{
    Folder folder;
    const VaultFile file(folder.path());
    const VaultImage a = image(1);
    const VaultImage b = image(2);
    const VaultImage c = image(3, 0x44);
    QVERIFY(file.save(std::nullopt, a).written);
    QVERIFY(file.save(a.bytes(), b).written);
    QCOMPARE(codeOf(file.save(b.bytes(), c, SaveOrder::VaultFirst)), QStringLiteral("ok"));
    QCOMPARE(folder.bytes(), c.bytes());
    QCOMPARE(folder.bytes("vault.ctv.bak"), c.bytes()); // nothing is left that the old key opens
}

void FileTest::writesNothingWhereTheFileChanged_data()
{
    QTest::addColumn<bool>("expectsAFile");
    QTest::addColumn<int>("found"); // 0 none, 1 another, 2 the same with one byte more
    QTest::newRow("a file where none was") << false << 1;
    QTest::newRow("none where one was") << true << 0;
    QTest::newRow("another") << true << 1;
    QTest::newRow("one byte more") << true << 2;
}

void FileTest::writesNothingWhereTheFileChanged()
{
    QFETCH(bool, expectsAFile);
    QFETCH(int, found);
    Folder folder;
    const Bytes mine = image(1).bytes();
    Bytes there = found == 1 ? image(1).bytes() : mine; // another by its nonce only
    if (found == 2)
        there.push_back(0);
    if (found != 0)
        folder.write("vault.ctv", there);
    const VaultFile file(folder.path());
    for (const SaveOrder order : {SaveOrder::BackupFirst, SaveOrder::VaultFirst}) {
        const auto outcome = file.save(expectsAFile ? std::optional(mine) : std::nullopt, image(2), order);
        QVERIFY(!outcome.written);
        QCOMPARE(codeOf(outcome), QStringLiteral("vault-changed-elsewhere"));
        QCOMPARE(folder.bytes(), found == 0 ? Bytes() : there);
        QVERIFY(!file.hasBackup());
    }
}

void FileTest::waitsForTheLockAndGivesUp()
{
    Folder folder;
    const VaultFile file(folder.path(), 100ms);
    {
        const auto held = vault::lockFile(folder.path("vault.ctv.lock"), 0ms);
        QVERIFY(held.has_value());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(file.save(std::nullopt, image(1))), QStringLiteral("vault-lock-busy"));
        QVERIFY(timer.elapsed() >= 100);
        QVERIFY(!QFile::exists(QString::fromStdString(folder.path())));
    }
    QCOMPARE(codeOf(file.save(std::nullopt, image(1))), QStringLiteral("ok"));
}

void FileTest::followsALink()
{
    Folder folder;
    QVERIFY(QDir(folder.dir.path()).mkdir(QStringLiteral("far")));
    const VaultImage first = image(1);
    folder.write("far/real.ctv", first.bytes());
    QCOMPARE(::symlink("far/real.ctv", folder.path().c_str()), 0);
    const VaultFile file(folder.path());
    QCOMPARE(codeOf(file.save(first.bytes(), image(2))), QStringLiteral("ok"));
    QVERIFY(QFileInfo(QString::fromStdString(folder.path())).isSymLink());
    QCOMPARE(folder.bytes("far/real.ctv.bak"), first.bytes());
    QVERIFY(QFile::exists(QString::fromStdString(folder.path("far/real.ctv.lock"))));
    QCOMPARE(folder.files(), QStringList{QStringLiteral("vault.ctv")});
}

void FileTest::tellsWhatIsNoVault_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("a link to nowhere") << 0 << QStringLiteral("vault-link-broken");
    QTest::newRow("a link to itself") << 1 << QStringLiteral("vault-link-broken");
    QTest::newRow("a folder") << 2 << QStringLiteral("vault-not-a-file");
    QTest::newRow("a pipe") << 3 << QStringLiteral("vault-not-a-file");
    QTest::newRow("a device") << 4 << QStringLiteral("vault-not-a-file");
    QTest::newRow("below a file") << 5 << QStringLiteral("file-read");
}

void FileTest::tellsWhatIsNoVault()
{
    QFETCH(int, kind);
    QFETCH(QString, code);
    Folder folder;
    std::string path = folder.path();
    if (kind == 0)
        QCOMPARE(::symlink("nowhere", path.c_str()), 0);
    else if (kind == 1)
        QCOMPARE(::symlink("vault.ctv", path.c_str()), 0);
    else if (kind == 2)
        QCOMPARE(::mkdir(path.c_str(), 0700), 0);
    else if (kind == 3)
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    else if (kind == 4)
        QCOMPARE(::symlink("/dev/zero", path.c_str()), 0);
    else {
        folder.write("vault.ctv", {});
        path += "/vault.ctv";
    }
    const VaultFile file(path);
    QCOMPARE(codeOf(file.read()), code);
    const auto outcome = file.save(std::nullopt, image(1));
    QVERIFY(!outcome.written && outcome.error);
}

void FileTest::trustsNoLinkInItsOwnFiles()
{
    Folder folder;
    folder.write("victim", {1, 2, 3});
    QCOMPARE(::symlink("victim", folder.path("vault.ctv.tmp").c_str()), 0);
    const VaultFile file(folder.path());
    QCOMPARE(codeOf(file.save(std::nullopt, image(1))), QStringLiteral("ok"));
    QCOMPARE(folder.bytes("victim"), (Bytes{1, 2, 3}));
    QVERIFY(QFile::remove(QString::fromStdString(folder.path("vault.ctv.lock"))));
    QCOMPARE(::symlink("victim", folder.path("vault.ctv.lock").c_str()), 0);
    const auto outcome = file.save(folder.bytes(), image(2));
    QVERIFY(!outcome.written);
    QCOMPARE(codeOf(outcome), QStringLiteral("not-a-regular-file"));
}

void FileTest::failsWholeWhenAWriteFails()
{
    Folder folder;
    const VaultImage first = image(1);
    const VaultFile file(folder.path());
    QVERIFY(file.save(std::nullopt, first).written);
    const int result = inChild([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        for (rlim_t most : {0, 1, 4096, 8327}) {
            const struct rlimit limit
            {
                most, RLIM_INFINITY
            };
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto outcome = file.save(first.bytes(), image(2));
            if (outcome.written || !outcome.error || outcome.error->code != "file-write")
                return 1;
        }
        return 0;
    });
    QCOMPARE(result, 0);
    QCOMPARE(folder.bytes(), first.bytes());
    QVERIFY(!folder.files().contains(QStringLiteral("vault.ctv.tmp")));
    QCOMPARE(codeOf(file.save(first.bytes(), image(2))), QStringLiteral("ok"));
}

void FileTest::failsWholeOnAFullDisk()
{
    Folder folder;
    const int result = inChild([&] {
        if (::unshare(CLONE_NEWNS) != 0 ||
            ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", folder.dir.path().toLocal8Bit().constData(), "tmpfs", 0, "size=1m") != 0)
            return 77;
        const VaultFile file(folder.path());
        const VaultImage first = image(1);
        if (!file.save(std::nullopt, first).written)
            return 1;
        int failed = 0;
        std::optional<Bytes> last = first.bytes();
        for (std::size_t size = 1024; size < std::size_t{2} << 20; size += size / 8) { // 60 sizes
            const VaultImage next = image(2, 0x22, 0x11, std::string(size, ' '));
            const auto outcome = file.save(last, next);
            if (outcome.written)
                last = next.bytes();
            else
                ++failed;
            if (outcome.written != !outcome.error || **file.read() != *last)
                return 2;
            if (outcome.error && outcome.error->code != "file-write")
                return 3;
            if (folder.files().contains(QStringLiteral("vault.ctv.tmp")))
                return 4;
        }
        if (failed < 5)
            return 5;
        ::unlink(file.backupPath().c_str());
        return file.save(last, first).written ? 0 : 6; // a retry with room works
    });
    if (result == 77)
        QSKIP("no mount namespace here");
    QCOMPARE(result, 0);
}

void FileTest::opensWhereNothingCanBeWritten_data()
{
    QTest::addColumn<bool>("readOnlyDisk");
    QTest::newRow("a read-only disk") << true;
    QTest::newRow("a folder of another user") << false;
}

void FileTest::opensWhereNothingCanBeWritten()
{
    QFETCH(bool, readOnlyDisk);
    Folder folder;
    const VaultImage first = image(1);
    folder.write("vault.ctv", first.bytes());
    folder.write("vault.ctv.tmp", {1});
    QFile::setPermissions(folder.dir.path(), QFile::Permissions(0x7555));
    const int result = inChild([&] {
        const QByteArray at = folder.dir.path().toLocal8Bit();
        if (readOnlyDisk) {
            if (::unshare(CLONE_NEWNS) != 0 ||
                ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                ::mount(at.constData(), at.constData(), nullptr, MS_BIND, nullptr) != 0 ||
                ::mount(nullptr, at.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
                return 77;
        } else if (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0) {
            return 77;
        }
        const VaultFile file(folder.path(), 50ms);
        const auto bytes = file.read();
        if (!bytes)
            return 78; // a folder above lets nobody in
        if (**bytes != first.bytes() || file.looksWritable())
            return 1;
        file.sweep();
        static_cast<void>(file.tighten());
        const auto outcome = file.save(first.bytes(), image(2));
        return !outcome.written && outcome.error && outcome.error->code == "file-write" ? 0 : 2;
    });
    if (result >= 77 && result <= 78)
        QSKIP("the user or the mount cannot be changed here");
    QCOMPARE(result, 0);
    QCOMPARE(folder.bytes(), first.bytes());
    QVERIFY(!folder.files().contains(QStringLiteral("vault.ctv.lock")));
}

void FileTest::sweepsOnlyWithoutAWriter()
{
    Folder folder;
    const VaultFile file(folder.path());
    file.sweep();
    QVERIFY(folder.files().isEmpty()); // nothing to sweep, no lock made
    folder.write("vault.ctv.tmp", {1});
    {
        const auto held = vault::lockFile(folder.path("vault.ctv.lock"), 0ms);
        file.sweep();
        QVERIFY(folder.files().contains(QStringLiteral("vault.ctv.tmp")));
    }
    file.sweep();
    QCOMPARE(folder.files(), QStringList{QStringLiteral("vault.ctv.lock")});
}

void FileTest::tightensWideFiles()
{
    Folder folder;
    folder.write("vault.ctv", image(1).bytes());
    folder.write("vault.ctv.bak", image(1).bytes());
    ::chmod(folder.path().c_str(), 0644);
    ::chmod(folder.path("vault.ctv.bak").c_str(), 0600);
    const VaultFile file(folder.path());
    const auto told = file.tighten();
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told[0].code, std::string("vault-tightened"));
    QCOMPARE(
        told[0].args,
        (std::vector<std::string>{
            QFileInfo(QString::fromStdString(folder.path())).canonicalFilePath().toStdString(), "0644"}));
    QCOMPARE(modeOf(folder.path()), mode_t(0600));
    QVERIFY(file.tighten().empty());
}

void FileTest::takesTheBackupAndKeepsTheDamagedFile()
{
    Folder folder;
    const VaultFile file(folder.path());
    const VaultImage sound = image(5);
    folder.write("vault.ctv.bak", sound.bytes());
    for (int n = 1; n <= 2; ++n) {
        Bytes damaged = image(6).bytes();
        damaged[100] ^= 1;
        folder.write("vault.ctv", damaged);
        QCOMPARE(codeOf(file.restoreBackup(damaged)), QStringLiteral("ok"));
        QCOMPARE(folder.bytes(), sound.bytes());
        QCOMPARE(folder.bytes("vault.ctv.bak"), sound.bytes());
        QCOMPARE(folder.bytes(n == 1 ? "vault.ctv.damaged-1" : "vault.ctv.damaged-2"), damaged);
    }
    QVERIFY(QFile::remove(QString::fromStdString(folder.path())));
    QCOMPARE(codeOf(file.restoreBackup(std::nullopt)), QStringLiteral("ok")); // no vault at all
    QCOMPARE(folder.bytes(), sound.bytes());
    QCOMPARE(folder.files().size(), 5);
}

void FileTest::takesTheBackupOnlyOverWhatWasSeen()
{
    Folder folder;
    const VaultFile file(folder.path());
    const Bytes there = image(9).bytes();
    folder.write("vault.ctv", there);
    QCOMPARE(codeOf(file.restoreBackup(there)), QStringLiteral("vault-no-backup"));
    folder.write("vault.ctv.bak", {1, 2, 3});
    QCOMPARE(codeOf(file.restoreBackup(there)), QStringLiteral("vault-damaged"));
    QCOMPARE(folder.bytes(), there);
    folder.write("vault.ctv.bak", image(8).bytes());
    QCOMPARE(codeOf(file.restoreBackup(Bytes{1})), QStringLiteral("vault-changed-elsewhere"));
    QCOMPARE(folder.bytes(), there);
}

void FileTest::finishesAKeyChangeThatWasCutOff_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("salt");
    QTest::addColumn<int>("generation");
    QTest::addColumn<bool>("finished");
    QTest::newRow("the old key's backup") << 0x11 << 0x22 << 4 << true;
    QTest::newRow("the same key") << 0x11 << 0x44 << 4 << false;
    QTest::newRow("another vault") << 0x12 << 0x22 << 4 << false;
    QTest::newRow("the same generation") << 0x11 << 0x22 << 5 << false;
    QTest::newRow("a newer one") << 0x11 << 0x22 << 6 << false;
}

void FileTest::finishesAKeyChangeThatWasCutOff()
{
    QFETCH(int, id);
    QFETCH(int, salt);
    QFETCH(int, generation);
    QFETCH(bool, finished);
    Folder folder;
    const VaultFile file(folder.path());
    const VaultImage now = image(5, 0x44);
    const VaultImage old = image(static_cast<std::uint64_t>(generation), static_cast<std::uint8_t>(salt),
                                 static_cast<std::uint8_t>(id));
    folder.write("vault.ctv", now.bytes());
    QCOMPARE(*file.finishKeyChange(now), false); // no backup at all
    folder.write("vault.ctv.bak", old.bytes());
    QCOMPARE(*file.finishKeyChange(now), finished);
    QCOMPARE(folder.bytes("vault.ctv.bak"), finished ? now.bytes() : old.bytes());
    QCOMPARE(folder.bytes(), now.bytes());
}

void FileTest::setsAsideWithoutDeleting()
{
    Folder folder;
    const VaultFile file(folder.path());
    for (int n = 1; n <= 2; ++n) {
        const VaultImage vault = image(2);
        const VaultImage backup = image(1);
        folder.write("vault.ctv", vault.bytes());
        folder.write("vault.ctv.bak", backup.bytes());
        const auto name = file.setAside(vault.bytes());
        QCOMPARE(codeOf(name), QStringLiteral("ok"));
        QVERIFY(name->ends_with("vault.ctv.old-" + std::to_string(n)));
        QCOMPARE(folder.bytes(("vault.ctv.old-" + std::to_string(n)).c_str()), vault.bytes());
        QCOMPARE(folder.bytes(("vault.ctv.old-" + std::to_string(n) + ".bak").c_str()), backup.bytes());
    }
    QCOMPARE(folder.files().size(), 5); // and the lock
}

QTEST_GUILESS_MAIN(FileTest)
#include "FileTest.moc"
