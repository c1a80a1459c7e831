// SPDX-License-Identifier: Apache-2.0
// The file that keeps the sandbox's state: what is kept, what is refused, and that a refused file stays as it
// is.
#include "core/sandbox/Contacts.h"
#include "core/sandbox/Errors.h"
#include "core/sandbox/Presences.h"
#include "core/sandbox/Users.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

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

void DatabaseTest::refusesADamagedFile()
{
    makeFile();
    QCOMPARE(codeOf(m_path, "org#other"), std::string(sandbox::errors::kDataOfAnotherApp));
    QCOMPARE(codeOf(m_path), std::string());
    QByteArray broken = bytes();
    broken.replace(4096, broken.size() - 4096, QByteArray(broken.size() - 4096, 'x'));
    write(broken);
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataDamaged));
    write(bytes().left(4096 + 100));
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataDamaged));
    write(QByteArray("SQLite format 3\0", 16) + QByteArray(100, 'x'));
    QCOMPARE(codeOf(m_path), std::string(sandbox::errors::kDataDamaged));
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
