// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/base/FileLock.h"
#include "core/base/Output.h"
#include "core/base/SafeFile.h"
#include "core/base/TemporaryFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

class SafeFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReadsBack();
    void keepsTheOldFileWhenTheFolderIsMissing();
    void writesPieces();
    void leavesNoTemporaryFile();
    void refusesMoreThanTheLimit();
    void makesPrivateFolders();
    void sweepsWhatKilledWritersLeft();
    void leavesWhatALiveWriterHolds();
    void readsNoLinkOrPipeForAnOwnFile();
    void waitsForTheWriterOfAPipe();
    void endsWhereNobodyWritesIntoAPipe();
    void waitsForALockAndTellsWhoseItIs();
    void locksNoLinkOrPipe();
    void writesAnOutputOnce();
    void replacesAnOutputOnlyWhereAsked();
    void refusesAnOutputThatIsNoFile_data();
    void refusesAnOutputThatIsNoFile();
    void refusesAnOutputThatIsGuarded_data();
    void refusesAnOutputThatIsGuarded();

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void make(const char* name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    bool there(const char* name) const { return QFile::exists(m_folder.filePath(QString::fromLatin1(name))); }
    QTemporaryDir m_folder;
};

void SafeFileTest::writesAndReadsBack()
{
    ::umask(0);
    const std::string file = path("a.json");
    QVERIFY(base::writeFileAtomically(file, "one").has_value());
    QVERIFY(base::writeFileAtomically(file, std::string(3'000'000, 'x')).has_value());
    QCOMPARE(base::readFile(file, 4'000'000)->size(), std::size_t(3'000'000));
    struct stat status
    {
    };
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void SafeFileTest::keepsTheOldFileWhenTheFolderIsMissing()
{
    const auto result = base::writeFileAtomically(path("missing/a.json"), "x");
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, std::string(base::errors::kFileWrite));
    QCOMPARE(result.error().args.size(), std::size_t(2));
}

void SafeFileTest::writesPieces()
{
    int left = 3;
    const auto next = [&left]() -> base::Result<std::string> {
        return left-- > 0 ? std::string(3, 'a') : std::string();
    };
    QVERIFY(base::writeOutput({path("d"), true}, next).has_value());
    QCOMPARE(*base::readFile(path("d"), 100), std::string(9, 'a'));
    const auto broken = base::writeOutput({path("d"), true}, []() -> base::Result<std::string> {
        return base::fail("source-failed", "", std::vector<std::string>{});
    });
    QCOMPARE(broken.error().code, std::string("source-failed"));
    QCOMPARE(*base::readFile(path("d"), 100), std::string(9, 'a')); // as it was
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.tmp")}, QDir::Files).isEmpty());
}

void SafeFileTest::leavesNoTemporaryFile()
{
    QVERIFY(base::writeFileAtomically(path("b.json"), "x").has_value());
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("c.json"))));
    QVERIFY(!base::writeFileAtomically(path("c.json"), "x").has_value()); // a folder stands there
    const auto left = QDir(m_folder.path()).entryList({QStringLiteral("*.tmp")}, QDir::Files);
    QVERIFY(left.isEmpty());
}

void SafeFileTest::refusesMoreThanTheLimit()
{
    QVERIFY(base::writeFileAtomically(path("d"), "12345").has_value());
    QCOMPARE(*base::readFile(path("d"), 5), std::string("12345"));
    QCOMPARE(base::readFile(path("d"), 4).error().code, std::string(base::errors::kFileTooLarge));
    QCOMPARE(base::readFile(path("nothing"), 4).error().code, std::string(base::errors::kFileRead));
}

void SafeFileTest::makesPrivateFolders()
{
    QVERIFY(base::makePrivateFolder(path("x/y/z")).has_value());
    struct stat status
    {
    };
    QCOMPARE(::stat(path("x/y").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0700));
    QVERIFY(base::makePrivateFolder(path("x/y/z")).has_value());
}

void SafeFileTest::sweepsWhatKilledWritersLeft()
{
    for (const char* left : {"s.json.abcdef.tmp", "s.json.Ab12Cd.chat-token.tmp"})
        make(left);
    for (const char* other : {"t.json.abcdef.tmp", "s.json.tmp", "s.json.backup.old", "s.json.abcdefg.tmp"})
        make(other);
    QVERIFY(base::writeFileAtomically(path("s.json"), "x").has_value());
    QVERIFY(!there("s.json.abcdef.tmp") && !there("s.json.Ab12Cd.chat-token.tmp"));
    QVERIFY(there("t.json.abcdef.tmp") && there("s.json.tmp") && there("s.json.backup.old") &&
            there("s.json.abcdefg.tmp"));
    make("o.json.backup.tmp"); // of the user, for all that is known
    make("o.json.Ab12Cd.chat-token.tmp");
    QVERIFY(base::writeOutput({path("o.json")}, "x").has_value());
    QVERIFY(there("o.json.backup.tmp") && !there("o.json.Ab12Cd.chat-token.tmp"));
}

void SafeFileTest::leavesWhatALiveWriterHolds()
{
    auto mine = base::TemporaryFile::write(path("live"), "mine");
    QVERIFY(mine.has_value());
    QVERIFY(base::writeFileAtomically(path("live"), "theirs").has_value());
    QVERIFY(mine->publish(base::TemporaryFile::Existing::Replace).has_value());
    QCOMPARE(*base::readFile(path("live"), 10), std::string("mine"));
}

void SafeFileTest::readsNoLinkOrPipeForAnOwnFile()
{
    make("target");
    QCOMPARE(::symlink("target", path("own-link").c_str()), 0);
    QCOMPARE(::mkfifo(path("own-pipe").c_str(), 0600), 0);
    for (const auto& [name, kind] : {std::pair("own-link", "link"), std::pair("own-pipe", "pipe")}) {
        const auto read = base::readOwnFile(path(name), 10);
        QCOMPARE(read.error().code, std::string(base::errors::kNotRegular));
        QCOMPARE(read.error().args.at(1), std::string(kind));
    }
}

void SafeFileTest::waitsForTheWriterOfAPipe()
{
    QCOMPARE(::mkfifo(path("fed").c_str(), 0600), 0);
    std::thread writer([this] {
        const int fd = ::open(path("fed").c_str(), O_WRONLY);
        (void)!::write(fd, "one", 3);
        (void)!::write(fd, "two", 3);
        ::close(fd);
    });
    QCOMPARE(*base::readFile(path("fed"), 10), std::string("onetwo"));
    writer.join();
}

void SafeFileTest::endsWhereNobodyWritesIntoAPipe()
{
    QCOMPARE(::mkfifo(path("dry").c_str(), 0600), 0);
    QCOMPARE(base::readFile(path("dry"), 10).error().code, std::string(base::errors::kPipeSilent));
}

void SafeFileTest::waitsForALockAndTellsWhoseItIs()
{
    const auto held = base::lockFile(path("a.lock"));
    QVERIFY(held.has_value());
    const auto second = base::lockFile(path("a.lock"), std::chrono::milliseconds(20));
    QCOMPARE(second.error().code, std::string(base::errors::kLockBusy));
    QCOMPARE(second.error().args.at(0), path("a.lock"));
}

void SafeFileTest::locksNoLinkOrPipe()
{
    QCOMPARE(::symlink("elsewhere", path("link.lock").c_str()), 0);
    QCOMPARE(::mkfifo(path("pipe.lock").c_str(), 0600), 0);
    for (const char* name : {"link.lock", "pipe.lock"})
        QCOMPARE(base::lockFile(path(name)).error().code, std::string(base::errors::kNotRegular));
    QVERIFY(!there("elsewhere"));
}

void SafeFileTest::writesAnOutputOnce()
{
    ::umask(0);
    QVERIFY(base::writeOutput({path("out")}, "one").has_value());
    struct stat status = {};
    QCOMPARE(::stat(path("out").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
    QCOMPARE(base::writeOutput({path("out")}, "two").error().code, std::string(base::errors::kOutputExists));
    QCOMPARE(*base::readFile(path("out"), 10), std::string("one"));
    // One that came after the look is not replaced either.
    auto late = base::TemporaryFile::write(path("late"), "mine");
    make("late");
    QCOMPARE(late->publish(base::TemporaryFile::Existing::Keep).error().code,
             std::string(base::errors::kOutputExists));
}

void SafeFileTest::replacesAnOutputOnlyWhereAsked()
{
    make("there");
    QVERIFY(base::writeOutput({path("there"), true}, "new").has_value());
    QCOMPARE(*base::readFile(path("there"), 10), std::string("new"));
    QCOMPARE(::symlink("there", path("way").c_str()), 0);
    QVERIFY(base::writeOutput({path("way"), true}, "by a link").has_value());
    QCOMPARE(*base::readFile(path("there"), 10), std::string("by a link"));
    QVERIFY(QFileInfo(m_folder.filePath(QStringLiteral("way"))).isSymLink());
}

void SafeFileTest::refusesAnOutputThatIsNoFile_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("device") << QByteArray("/dev/null") << QByteArray("device");
    QTest::newRow("link to a device") << QByteArray("device link") << QByteArray("device");
    QTest::newRow("pipe") << QByteArray("pipe") << QByteArray("pipe");
    QTest::newRow("folder") << QByteArray("folder") << QByteArray("folder");
    QTest::newRow("link to nowhere") << QByteArray("nowhere link") << QByteArray("link");
}

void SafeFileTest::refusesAnOutputThatIsNoFile()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, kind);
    const QTemporaryDir folder;
    const auto at = [&](const char* file) {
        return folder.filePath(QString::fromLatin1(file)).toStdString();
    };
    QCOMPARE(::symlink("/dev/null", at("device link").c_str()), 0);
    QCOMPARE(::symlink("nowhere", at("nowhere link").c_str()), 0);
    QCOMPARE(::mkfifo(at("pipe").c_str(), 0600), 0);
    QCOMPARE(::mkdir(at("folder").c_str(), 0700), 0);
    const std::string target = name.startsWith('/') ? name.toStdString() : at(name.constData());
    const auto before = QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const bool replace : {false, true}) {
        const auto checked = base::checkOutput({target, replace}); // no attempt at a device of this machine
        QCOMPARE(checked.error().code, std::string(base::errors::kNotRegular));
        QCOMPARE(checked.error().args.at(1), kind.toStdString());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot), before);
}

void SafeFileTest::refusesAnOutputThatIsGuarded_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("by its path") << QByteArray("home/vault");
    QTest::newRow("by another path") << QByteArray("home/../home/./vault");
    QTest::newRow("by a link") << QByteArray("link");
    QTest::newRow("by a link to the folder") << QByteArray("home link/vault");
    QTest::newRow("by a second name") << QByteArray("hard link");
    QTest::newRow("before it is there") << QByteArray("home link/later");
    QTest::newRow("something else in the folder") << QByteArray("home/other");
    QTest::newRow("the key file") << QByteArray("key");
}

void SafeFileTest::refusesAnOutputThatIsGuarded()
{
    QFETCH(QByteArray, name);
    const QTemporaryDir folder;
    const auto at = [&](const char* file) {
        return folder.filePath(QString::fromLatin1(file)).toStdString();
    };
    QCOMPARE(::mkdir(at("home").c_str(), 0700), 0);
    for (const char* file : {"home/vault", "home/other", "key"})
        QVERIFY(base::writeFileAtomically(at(file), "needed").has_value());
    QCOMPARE(::symlink("home/vault", at("link").c_str()), 0);
    QCOMPARE(::symlink("home", at("home link").c_str()), 0);
    QCOMPARE(::link(at("home/vault").c_str(), at("hard link").c_str()), 0);
    const base::OutputGuard guard{{at("home/vault"), at("home/later"), at("key")}, {at("home link")}};
    for (const bool replace : {false, true})
        QCOMPARE(base::writeOutput({at(name.constData()), replace, guard}, "x").error().code,
                 std::string(base::errors::kOutputProtected));
    QVERIFY(base::writeOutput({at("home/new"), false, guard}, "x").has_value());
    for (const char* file : {"home/vault", "home/other", "key"})
        QCOMPARE(*base::readFile(at(file), 10), std::string("needed"));
}

QTEST_GUILESS_MAIN(SafeFileTest)
#include "SafeFileTest.moc"
