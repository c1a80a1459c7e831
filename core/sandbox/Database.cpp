// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Database.h"

#include "core/base/Descriptor.h"
#include "core/sandbox/Errors.h"

#include <array>
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

constexpr std::size_t kHeaderSize = 100;     // bytes
constexpr std::size_t kApplicationIdAt = 68; // in the header, four bytes, the highest first
constexpr std::string_view kWalEnding = "-wal";

/// What can be seen of a file without SQLite.
struct Look
{
    std::int64_t size = 0; ///< bytes; 0 also where there is none
    std::int64_t applicationId = 0;
};

/// Changes nothing; a file that is missing is made (0600), but not where a link leads.
base::Result<Look> lookAt(const std::string& path)
{
    base::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen() && errno == ENOENT) {
        const base::Descriptor made(
            ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        return made.isOpen() ? base::Result<Look>(Look{})
                             : refuse(errors::kDataUnreadable, path, std::strerror(errno));
    }
    if (!file.isOpen())
        return refuse(errors::kDataUnreadable, path, std::strerror(errno));
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0 || S_ISDIR(facts.st_mode))
        return refuse(errors::kDataUnreadable, path, std::strerror(EISDIR));
    std::array<unsigned char, kHeaderSize> header{};
    const ssize_t got = S_ISREG(facts.st_mode) ? ::pread(file.get(), header.data(), header.size(), 0) : -1;
    const auto begins = std::string_view(reinterpret_cast<const char*>(header.data()), kSqliteMark.size());
    if (got < 0 || (got > 0 && begins != kSqliteMark))
        return refuse(errors::kDataNotOurs, path);
    Look look{facts.st_size, 0};
    for (std::size_t i = 0; i < 4; ++i)
        look.applicationId = look.applicationId << 8 | header[kApplicationIdAt + i];
    return look;
}

/// A path as SQLite takes it in the form of a URI.
std::string uriOf(const std::string& path, std::string_view query)
{
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            uri += {'%', kDigits[static_cast<unsigned char>(c) >> 4], kDigits[c & 15]};
        } else {
            uri += c;
        }
    }
    return uri.append(query);
}

/// Whether there is a log beside it that was not yet taken into the file.
bool hasLog(const std::string& path)
{
    struct stat facts = {};
    return ::stat((path + std::string(kWalEnding)).c_str(), &facts) == 0 && facts.st_size > 0;
}

/// A handle that reads and leaves file, log and folder as they are. Without a log the file alone is the
/// whole. With one SQLite reads both while it holds the file for itself, so that it needs no file of shared
/// memory, and leaves the log where it is.
sqlite3* openUntouched(const std::string& path)
{
    sqlite3* handle = nullptr;
    const bool log = hasLog(path);
    const std::string uri = uriOf(path, log ? "" : "?immutable=1");
    const int flags =
        (log ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    if (sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr) == SQLITE_OK && log) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        sqlite3_exec(handle, "PRAGMA locking_mode=EXCLUSIVE", nullptr, nullptr, nullptr);
    }
    return handle;
}

base::Result<> failureOf(sqlite3* handle, const std::string& path)
{
    const int code = handle ? sqlite3_errcode(handle) & 0xff : SQLITE_NOMEM;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return refuse(errors::kDataInUse, path);
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
        return refuse(errors::kDataDamaged, path, sqlite3_errmsg(handle));
    return refuse(errors::kDataUnreadable, path, handle ? sqlite3_errmsg(handle) : "no memory");
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
    if (auto ok = examineFile(name, path, application); !ok)
        return base::fail(ok.error());
    sqlite3* handle = nullptr;
    const int opened =
        sqlite3_open_v2(name.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    database.m_path = path;
    if (opened != SQLITE_OK || !isHeld(handle))
        return base::fail(failureOf(handle, path).error());
    const auto begins = database.isEmpty();
    if (!begins)
        return base::fail(begins.error());
    if (auto ok = *begins ? database.begin(application) : database.checkOwner(application); !ok)
        return base::fail(ok.error());
    return database;
}

/// Whose it is, and whether it is whole, before anything is written: a file that is refused stays as it is.
base::Result<> Database::examineFile(const std::string& name, const std::string& path,
                                     std::string_view application)
{
    const auto look = lookAt(name);
    if (!look) {
        base::Error error = look.error();
        error.args.front() = path;
        return base::fail(std::move(error));
    }
    if (look->size == 0 && !hasLog(name))
        return {};
    if (look->applicationId != 0 && look->applicationId != kApplicationId)
        return refuse(errors::kDataNotOurs, path);
    sqlite3* handle = openUntouched(name);
    Database database(handle);
    database.m_path = path;
    if (!handle ||
        sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) != SQLITE_OK)
        return failureOf(handle, path);
    const auto empty = database.isEmpty();
    if (!empty)
        return base::fail(empty.error());
    return *empty ? base::Result<>() : database.examine(application);
}

/// Nothing was kept in it yet.
base::Result<bool> Database::isEmpty()
{
    const bool empty = integer("PRAGMA application_id") == 0 && integer("PRAGMA user_version") == 0 &&
                       integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!m_failure.empty())
        return refuse(errors::kDataDamaged, m_path, m_failure);
    return empty;
}

base::Result<> Database::begin(std::string_view application)
{
    Transaction transaction(*this);
    run("CREATE TABLE application (name TEXT NOT NULL)");
    run("INSERT INTO application VALUES (?)", application);
    run("PRAGMA application_id=1129597779");
    run("PRAGMA user_version=1");
    return transaction.commit();
}

/// By the header: made by a sandbox, of a version that is known here.
base::Result<> Database::checkMark()
{
    if (integer("PRAGMA application_id") != kApplicationId && m_failure.empty())
        return refuse(errors::kDataNotOurs, m_path);
    if (integer("PRAGMA user_version") > kVersion)
        return refuse(errors::kDataNewer, m_path);
    return {};
}

base::Result<> Database::checkOwner(std::string_view application)
{
    if (auto ok = checkMark(); !ok)
        return ok;
    const auto text = [](const Row& row) { return row.text(0); };
    const std::string owner = first("SELECT name FROM application", text).value_or("");
    if (!m_failure.empty())
        return refuse(errors::kDataDamaged, m_path, m_failure);
    if (owner != application)
        return base::fail(errors::kDataOfAnotherApp, "", std::vector{m_path, owner});
    return {};
}

base::Result<> Database::examine(std::string_view application)
{
    if (auto ok = checkMark(); !ok)
        return ok;
    const auto text = [](const Row& row) { return row.text(0); };
    const std::string check = first("PRAGMA quick_check(1)", text).value_or(m_failure);
    if (check != "ok")
        return refuse(errors::kDataDamaged, m_path, check);
    return checkOwner(application);
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
