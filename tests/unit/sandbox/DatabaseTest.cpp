// SPDX-License-Identifier: Apache-2.0
// The file that keeps the sandbox's state: what is kept, what is refused, and that a refused file stays as it
// is.
#include "core/sandbox/Contacts.h"
#include "core/sandbox/Errors.h"
#include "core/sandbox/Presences.h"
#include "core/sandbox/Users.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using sandbox::Database;
using sandbox::Transaction;

namespace {

sandbox::User alice()
{
    sandbox::User user;
    user.uuid = sandbox::randomUuid();
    user.username = "alice";
    user.password = sandbox::PasswordHash("s3cret");
    user.createdMs = 42;
    return user;
}

std::string codeOf(const std::string& path, std::string_view application = "org#app")
{
    const auto opened = Database::open(path, application);
    return opened ? "" : opened.error().code;
}

} // namespace

class DatabaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QString::number(++m_count)).toStdString(); }

    void keepsWhatWasCommitted();
    void keepsContactsAndSubscriptionsButNobodyOnline();
    void takesBackWhatWasNot();
    void neverUsesASerialAgain();
    void isPrivateAndHeld();
    void beginsAnewWhereNothingWasKeptYet();
    void refusesWhatIsNotItsOwn_data();
    void refusesWhatIsNotItsOwn();
    void leavesARefusedFileAsItIs_data();
    void leavesARefusedFileAsItIs();
    void readsTheLogOfAKilledProgram();
    void doesNotMakeAFileWhereALinkLeads();
    void refusesADamagedFile();
    void refusesThatOfANewerVersion();
    void tellsAFullDisk();
    void clearsEveryTable();

private:
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(QString::fromStdString(m_path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& content) const
    {
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    /// What another program does to the file. A killed one is played by a copy: of the files while it runs.
    void writeBySqlite(const QByteArray& sql, bool killed) const
    {
        sqlite3* handle = nullptr;
        QCOMPARE(sqlite3_open(m_path.c_str(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        const QByteArray main = bytesOf(m_path);
        const QByteArray log = bytesOf(m_path + "-wal");
        sqlite3_close(handle);
        if (!killed)
            return;
        for (const auto& [end, content] : {std::pair("", main), std::pair("-wal", log)}) {
            QFile file(QString::fromStdString(m_path + end));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
    }
    static QByteArray bytesOf(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Every file of a folder with the digest of what is in it.
    static QMap<QString, QByteArray> contents(const QDir& folder)
    {
        QMap<QString, QByteArray> all;
        for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden))
            all.insert(name, QCryptographicHash::hash(bytesOf(folder.filePath(name).toStdString()),
                                                      QCryptographicHash::Sha256));
        return all;
    }
    /// A whole file with one user in it.
    void makeFile() const
    {
        auto database = Database::open(m_path, "org#app");
        QVERIFY(database.has_value());
        Transaction transaction(*database);
        sandbox::Users(*database).add(alice());
        QVERIFY(transaction.commit().has_value());
    }

    QTemporaryDir m_folder;
    std::string m_path;
    int m_count = 0;
};

void DatabaseTest::keepsWhatWasCommitted()
{
    makeFile();
    auto database = Database::open(m_path, "org#app");
    QVERIFY(database.has_value());
    const auto user = sandbox::Users(*database).find("ALICE");
    QVERIFY(user.has_value());
    QVERIFY(user->password.matches("s3cret"));
    QVERIFY(!user->password.matches("s3cre"));
    QCOMPARE(user->createdMs, 42);
    QVERIFY(user->activated);
    QVERIFY(sandbox::Users(*database).find(user->uuid).has_value());
    QVERIFY(!bytes().contains("s3cret"));
}

void DatabaseTest::keepsContactsAndSubscriptionsButNobodyOnline()
{
    {
        auto database = Database::open(m_path, "org#app");
        QVERIFY(database.has_value());
        sandbox::Contacts contacts(*database);
        contacts.invite("dave", "alice");
        contacts.add("alice", "bob");
        contacts.setRemark("alice", "bob", "dear");
        contacts.block("alice", "carol");
        sandbox::Presences presences(*database);
        presences.signedIn("bob", "device", 1'000);
        presences.publish("bob", "device", 7, "busy", 2'000);
        presences.subscribe("alice", "bob", 60'000);
    }
    auto database = Database::open(m_path, "org#app");
    QVERIFY(database.has_value());
    sandbox::Contacts contacts(*database);
    QCOMPARE(contacts.list("alice", 0, 9).at(0).remark, std::string("dear"));
    QVERIFY(contacts.has("bob", "alice") && contacts.isBlocked("alice", "carol"));
    QVERIFY(contacts.takeInvitation("dave", "alice"));
    sandbox::Presences presences(*database);
    QVERIFY((presences.find("bob") ==
             msync::Presence{.user = "bob", .lastSeconds = 2, .ext = "busy", .devices = {{"device", 0}}}));
    QVERIFY(!presences.signedOut("bob", 3'000));
    QVERIFY(!presences.publish("bob", "device", 1, "", 3'000));
    QCOMPARE(presences.subscribersOf("bob", 59'999).size(), std::size_t(1));
    QVERIFY(presences.subscribersOf("bob", 60'000).empty());
}

void DatabaseTest::takesBackWhatWasNot()
{
    Database database;
    sandbox::Users users(database);
    {
        Transaction transaction(database);
        users.add(alice());
        QVERIFY(users.find("alice").has_value());
    }
    QVERIFY(!users.find("alice").has_value());
    {
        Transaction transaction(database);
        users.add(alice());
        database.run("INSERT INTO no_such_table VALUES (1)");
        QVERIFY(!users.find("alice").has_value()); // nothing counts any more
        const auto kept = transaction.commit();
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().code, std::string(sandbox::errors::kDataWriteFailed));
        QVERIFY(kept.error().args.back().find("no_such_table") != std::string::npos);
    }
    QVERIFY(!users.find("alice").has_value());
    Transaction transaction(database);
    users.add(alice());
    QVERIFY(transaction.commit().has_value());
    QVERIFY(users.find("alice").has_value());
}

void DatabaseTest::neverUsesASerialAgain()
{
    Database database;
    sandbox::Users users(database);
    const auto first = users.add(alice());
    QVERIFY(!users.add(alice()).has_value());
    users.remove("alice");
    const auto second = users.add(alice());
    QVERIFY(second->serial > first->serial);
}

void DatabaseTest::isPrivateAndHeld()
{
    const auto database = Database::open(m_path, "org#app");
    QVERIFY(database.has_value());
    for (const char* end : {"", "-wal"}) {
        struct stat facts = {};
        QCOMPARE(::stat((m_path + end).c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, 0600U);
    }
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataInUse));
}

/// kill -9 between the making of the file and its first transaction.
void DatabaseTest::beginsAnewWhereNothingWasKeptYet()
{
    write({});
    QCOMPARE(codeOf(m_path), std::string());
    QCOMPARE(codeOf(m_path), std::string());
}

void DatabaseTest::refusesWhatIsNotItsOwn_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("dear diary");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("cut mark") << QByteArray("SQLite format ");
}

void DatabaseTest::refusesWhatIsNotItsOwn()
{
    QFETCH(QByteArray, content);
    write(content);
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataNotOurs));
    QCOMPARE(bytes(), content);
    QCOMPARE(codeOf(m_folder.path().toStdString()), std::string(sandbox::errors::kDataUnreadable));
    QCOMPARE(codeOf("/no/such/folder/file"), std::string(sandbox::errors::kDataUnreadable));
    QCOMPARE(codeOf("/dev/null"), std::string(sandbox::errors::kDataNotOurs));
}

void DatabaseTest::leavesARefusedFileAsItIs_data()
{
    QTest::addColumn<QByteArray>("sql"); // makes the file
    QTest::addColumn<bool>("ours");      // from one of ours
    QTest::addColumn<bool>("killed");    // what was written last is still in the log
    QTest::addColumn<QString>("code");
    const QString notOurs = QString::fromUtf8(sandbox::errors::kDataNotOurs.data());
    const QString newer = QString::fromUtf8(sandbox::errors::kDataNewer.data());
    const QString another = QString::fromUtf8(sandbox::errors::kDataOfAnotherApp.data());
    QTest::newRow("foreign") << QByteArray("CREATE TABLE t (x)") << false << false << notOurs;
    QTest::newRow("foreign with a mark")
        << QByteArray("CREATE TABLE t (x); PRAGMA application_id=7") << false << false << notOurs;
    QTest::newRow("foreign, empty but marked")
        << QByteArray("PRAGMA user_version=7") << false << false << notOurs;
    QTest::newRow("foreign with a log")
        << QByteArray("PRAGMA journal_mode=WAL; CREATE TABLE t (x)") << false << true << notOurs;
    QTest::newRow("foreign, all in the file, log mode")
        << QByteArray("PRAGMA journal_mode=WAL; CREATE TABLE t (x)") << false << false << notOurs;
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=2") << true << false << newer;
    QTest::newRow("newer by its log") << QByteArray("PRAGMA user_version=2") << true << true << newer;
    QTest::newRow("of another app") << QByteArray("UPDATE application SET name='org#other'") << true << false
                                    << another;
    QTest::newRow("of another app by its log")
        << QByteArray("UPDATE application SET name='org#other'") << true << true << another;
}

void DatabaseTest::leavesARefusedFileAsItIs()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, ours);
    QFETCH(bool, killed);
    QFETCH(QString, code);
    const QDir folder(m_folder.filePath(QStringLiteral("alone %1").arg(m_count)));
    QVERIFY(QDir().mkpath(folder.path()));
    m_path = folder.filePath(QStringLiteral("data #%1?")).toStdString();
    if (ours)
        makeFile();
    writeBySqlite(sql, killed);
    const auto before = contents(folder);
    QCOMPARE(before.size(), killed ? 2 : 1);
    QCOMPARE(QString::fromStdString(codeOf(m_path)), code);
    QCOMPARE(contents(folder), before);
}

void DatabaseTest::readsTheLogOfAKilledProgram()
{
    makeFile();
    writeBySqlite("CREATE TABLE later (x)", true);
    QVERIFY(QFile::exists(QString::fromStdString(m_path + "-wal")));
    auto database = Database::open(m_path, "org#app");
    QVERIFY(database.has_value());
    QCOMPARE(database->integer("SELECT count(*) FROM sqlite_schema WHERE name='later'"), 1);
}

void DatabaseTest::doesNotMakeAFileWhereALinkLeads()
{
    const std::string target = m_path + "-target";
    QCOMPARE(::symlink(target.c_str(), m_path.c_str()), 0);
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataUnreadable));
    QVERIFY(!QFile::exists(QString::fromStdString(target)));
    QCOMPARE(::mkfifo(target.c_str(), 0600), 0);
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataNotOurs));
}

void DatabaseTest::refusesADamagedFile()
{
    makeFile();
    QCOMPARE(codeOf(m_path, "org#other"), std::string(sandbox::errors::kDataOfAnotherApp));
    QCOMPARE(codeOf(m_path), std::string());
    QByteArray broken = bytes();
    broken.replace(4096, broken.size() - 4096, QByteArray(broken.size() - 4096, 'x'));
    write(broken);
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataDamaged));
    QCOMPARE(bytes(), broken);
    QVERIFY(!QFile::exists(QString::fromStdString(m_path + "-wal")));
    write(bytes().left(4096 + 100));
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataDamaged));
    write(QByteArray("SQLite format 3\0", 16) + QByteArray(100, 'x'));
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataNotOurs));
}

void DatabaseTest::refusesThatOfANewerVersion()
{
    makeFile();
    {
        auto database = Database::open(m_path, "org#app");
        database->run("PRAGMA user_version=2");
    }
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataNewer));
    {
        QFile::remove(QString::fromStdString(m_path));
        makeFile();
        auto database = Database::open(m_path, "org#app");
        database->run("PRAGMA application_id=7");
    }
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataNotOurs));
}

/// A limit on the size of files stands for the end of the disk.
void DatabaseTest::tellsAFullDisk()
{
    auto database = Database::open(m_path, "org#app");
    QVERIFY(database.has_value());
    sandbox::Users users(*database);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto old = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 256UL * 1024;
    ::setrlimit(RLIMIT_FSIZE, &small);
    std::string code;
    int kept = 0;
    for (; code.empty() && kept < 100'000; ++kept) {
        Transaction transaction(*database);
        sandbox::User user = alice();
        user.username += std::to_string(kept);
        user.nickname = std::string(1000, 'n');
        users.add(user);
        if (const auto ok = transaction.commit(); !ok)
            code = ok.error().code;
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    (void)std::signal(SIGXFSZ, old);
    QCOMPARE(code, std::string(sandbox::errors::kDataWriteFailed));
    QVERIFY(kept > 10);
    QCOMPARE(users.size(), std::size_t(kept - 1)); // the loop counted the one that was not kept
    Transaction transaction(*database);
    users.add(alice());
    QVERIFY(transaction.commit().has_value());
}

void DatabaseTest::clearsEveryTable()
{
    makeFile();
    {
        auto database = Database::open(m_path, "org#app");
        sandbox::Users users(*database);
        Transaction transaction(*database);
        database->clear();
        QVERIFY(transaction.commit().has_value());
        QCOMPARE(users.size(), std::size_t(0));
    }
    QCOMPARE(codeOf(m_path), std::string()); // and knows whose it is
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
