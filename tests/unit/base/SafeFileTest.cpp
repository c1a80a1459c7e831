// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/base/SafeFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

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

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
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
    QVERIFY(base::writePiecesAtomically(path("d"), next).has_value());
    QCOMPARE(*base::readFile(path("d"), 100), std::string(9, 'a'));
    const auto broken = base::writePiecesAtomically(path("d"), []() -> base::Result<std::string> {
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

QTEST_GUILESS_MAIN(SafeFileTest)
#include "SafeFileTest.moc"
