// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Database.h"

#include "core/sandbox/Errors.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sandbox {
namespace {

constexpr std::int64_t kApplicationId = 0x43544B53; // in the file's header: it is a sandbox's
constexpr std::int64_t kVersion = 1;                // of the tables
constexpr std::string_view kSqliteMark("SQLite format 3", 16);

tl::unexpected<base::Error> refuse(std::string_view code, const std::string& path,
                                   std::string_view reason = {})
{
    std::vector<std::string> args{path};
    if (!reason.empty())
        args.emplace_back(reason);
    return base::fail(code, "", std::move(args));
}

/// SQLite takes ":memory:" and its like for something else.
std::string fileName(const std::string& path)
{
    return path.starts_with(':') ? "./" + path : path;
}

/// Makes the file private before SQLite sees it, and looks at the beginning of one that exists.
base::Result<> prepareFile(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return refuse(errors::kDataUnreadable, path, std::strerror(errno));
    struct stat facts = {};
    char mark[kSqliteMark.size()] = {};
    const bool known = ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
    const ssize_t got = known ? ::pread(file, mark, sizeof mark, 0) : -1;
    ::close(file);
    if (!known || got < 0 ||
        (got > 0 && std::string_view(mark, static_cast<std::size_t>(got)) != kSqliteMark))
        return refuse(errors::kDataNotOurs, path);
    return {};
}

/// One that only this program may open, from now on.
bool isHeld(sqlite3* handle)
{
    return sqlite3_exec(handle,
                        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                        "PRAGMA trusted_schema=OFF; BEGIN EXCLUSIVE; COMMIT;",
                        nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace

std::int64_t Row::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Row::text(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes ? std::string(bytes, size) : std::string();
}

void Database::Closer::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

void Database::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Database::Database()
    : Database([] {
        sqlite3* handle = nullptr;
        sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr);
        return handle;
    }())
{
}

Database::Database(sqlite3* handle)
    : m_handle(handle)
{
    sqlite3_exec(handle, "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;", nullptr, nullptr, nullptr);
}

Database::~Database() = default;
Database::Database(Database&& other) noexcept = default;

base::Result<Database> Database::open(const std::string& path, std::string_view application)
{
    const std::string name = fileName(path);
    if (auto ok = prepareFile(name); !ok)
        return base::fail(ok.error());
    sqlite3* handle = nullptr;
    const int opened =
        sqlite3_open_v2(name.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    database.m_path = path;
    if (opened != SQLITE_OK)
        return refuse(errors::kDataUnreadable, path, handle ? sqlite3_errmsg(handle) : "no memory");
    if (!isHeld(handle)) {
        const int code = sqlite3_errcode(handle) & 0xff;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return refuse(errors::kDataInUse, path);
        if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
            return refuse(errors::kDataDamaged, path, sqlite3_errmsg(handle));
        return refuse(errors::kDataUnreadable, path, sqlite3_errmsg(handle));
    }
    if (auto ok = database.takeOver(application); !ok)
        return base::fail(ok.error());
    return database;
}

/// Whose it is, and whether it is whole.
base::Result<> Database::takeOver(std::string_view application)
{
    const std::int64_t mark = integer("PRAGMA application_id");
    if (mark == 0 && integer("SELECT count(*) FROM sqlite_schema") == 0 && m_failure.empty()) {
        Transaction transaction(*this);
        run("CREATE TABLE application (name TEXT NOT NULL)");
        run("INSERT INTO application VALUES (?)", application);
        run("PRAGMA application_id=1129597779");
        run("PRAGMA user_version=1");
        return transaction.commit();
    }
    if (mark != kApplicationId && m_failure.empty())
        return refuse(errors::kDataNotOurs, m_path);
    if (integer("PRAGMA user_version") > kVersion)
        return refuse(errors::kDataNewer, m_path);
    const auto text = [](const Row& row) { return row.text(0); };
    const std::string check = first("PRAGMA quick_check(1)", text).value_or(m_failure);
    if (check != "ok")
        return refuse(errors::kDataDamaged, m_path, check);
    const std::string owner = first("SELECT name FROM application", text).value_or("");
    if (owner != application)
        return base::fail(errors::kDataOfAnotherApp, "", std::vector{m_path, owner});
    return {};
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

base::Result<> Database::check() const
{
    if (!m_failure.empty())
        return refuse(errors::kDataWriteFailed, m_path, m_failure);
    return {};
}

void Database::clear()
{
    const auto tables = all("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%' "
                            "AND name<>'application'",
                            [](const Row& row) { return row.text(0); });
    for (const std::string& table : tables)
        run("DELETE FROM " + table); // a name of our own
}

/// The first failure of a transaction is the one that says why.
void Database::fail()
{
    if (m_failure.empty())
        m_failure = sqlite3_errmsg(m_handle.get());
}

Database::Use::Use(Database& database, std::string_view sql)
    : m_database(database)
{
    if (!database.m_failure.empty())
        return;
    auto found = database.m_statements.find(sql);
    if (found == database.m_statements.end()) {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v3(database.m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK) {
            database.fail();
            return;
        }
        found = database.m_statements
                    .emplace(std::string(sql), std::unique_ptr<sqlite3_stmt, Finalizer>(prepared))
                    .first;
    }
    m_statement = found->second.get();
}

Database::Use::~Use()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

void Database::Use::bindInteger(int index, std::int64_t value)
{
    if (m_statement && sqlite3_bind_int64(m_statement, index, value) != SQLITE_OK)
        m_database.fail();
}

void Database::Use::bind(int index, std::string_view value)
{
    const char* bytes = value.data() ? value.data() : ""; // nullptr would bind NULL
    if (m_statement &&
        sqlite3_bind_text64(m_statement, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        m_database.fail();
}

void Database::Use::bind(int index, Blob value)
{
    const char* bytes = value.bytes.data() ? value.bytes.data() : "";
    if (m_statement &&
        sqlite3_bind_blob64(m_statement, index, bytes, value.bytes.size(), SQLITE_STATIC) != SQLITE_OK)
        m_database.fail();
}

bool Database::Use::step()
{
    if (!m_statement || !m_database.m_failure.empty())
        return false;
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        m_database.fail();
    return result == SQLITE_ROW;
}

Transaction::Transaction(Database& database)
    : m_database(database)
{
    m_database.m_failure.clear();
    m_database.run("BEGIN");
}

Transaction::~Transaction()
{
    if (m_open)
        (void)sqlite3_exec(m_database.m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    m_database.m_failure.clear();
}

base::Result<> Transaction::commit()
{
    m_database.run("COMMIT");
    auto result = m_database.check();
    m_open = !result;
    return result;
}

} // namespace sandbox
