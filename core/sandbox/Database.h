// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sandbox {

/// A value that is bytes, not text.
struct Blob
{
    std::string_view bytes;
};

/// The row at which a query stands. Columns count from 0.
class Row final
{
public:
    explicit Row(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t number(int column) const
    {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] bool truth(int column) const { return integer(column) != 0; }
    /// Text or bytes, as they were written.
    [[nodiscard]] std::string text(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// The sandbox's state: SQLite, in memory or in one file. Statements are literals with `?` for each argument,
/// prepared once. A statement that fails (the disk is full) gives nothing, and so do those behind it until
/// the next transaction begins: the one around them does not commit, and that is where it is told. Used by
/// one thread at a time.
class Database final
{
public:
    Database(); ///< in memory
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;

    /// The file of that application, made if there is none (mode 0600). It is held until the end: no second
    /// program can open it. After kill -9 it has what was committed; a power failure may take the last
    /// moments, never the rest. A file that is refused is left as it is, byte for byte. Errors:
    /// data-unreadable, data-in-use, data-not-ours, data-of-another-app, data-damaged, data-newer.
    [[nodiscard]] static base::Result<Database> open(const std::string& path, std::string_view application);

    template<class... Args>
    void run(std::string_view sql, const Args&... args)
    {
        (void)all(
            sql, [](const Row&) { return 0; }, args...);
    }

    /// What `read` makes of every row.
    template<class Read, class... Args>
    [[nodiscard]] auto all(std::string_view sql, Read read, const Args&... args)
        -> std::vector<decltype(read(std::declval<const Row&>()))>
    {
        std::vector<decltype(read(std::declval<const Row&>()))> out;
        Use use(*this, sql);
        int index = 0;
        (use.bind(++index, args), ...);
        while (use.step())
            out.push_back(read(Row(use.statement())));
        return out;
    }

    /// The same of the first row, if there is one.
    template<class Read, class... Args>
    [[nodiscard]] auto first(std::string_view sql, Read read, const Args&... args)
        -> std::optional<decltype(read(std::declval<const Row&>()))>
    {
        auto rows = all(sql, std::move(read), args...);
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    }

    /// The first row's first column, 0 without a row.
    template<class... Args>
    [[nodiscard]] std::int64_t integer(std::string_view sql, const Args&... args)
    {
        return first(
                   sql, [](const Row& row) { return row.integer(0); }, args...)
            .value_or(0);
    }

    /// What went wrong since the last transaction. Error: data-write-failed.
    [[nodiscard]] base::Result<> check() const;

    /// Rows that the last run changed.
    [[nodiscard]] std::int64_t changes() const;

    /// Empties every table.
    void clear();

private:
    friend class Transaction;

    struct Closer
    {
        void operator()(sqlite3* handle) const;
    };
    struct Finalizer
    {
        void operator()(sqlite3_stmt* statement) const;
    };

    /// One run of a prepared statement.
    class Use final
    {
    public:
        Use(Database& database, std::string_view sql);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

        template<std::integral T>
        void bind(int index, T value)
        {
            bindInteger(index, static_cast<std::int64_t>(value));
        }
        void bind(int index, std::string_view value);
        void bind(int index, Blob value);
        [[nodiscard]] bool step();
        [[nodiscard]] sqlite3_stmt* statement() const { return m_statement; }

    private:
        void bindInteger(int index, std::int64_t value);

        Database& m_database;
        sqlite3_stmt* m_statement = nullptr; ///< nullptr where something has failed
    };

    explicit Database(sqlite3* handle);
    void fail();
    [[nodiscard]] static base::Result<> examineFile(const std::string& name, const std::string& path,
                                                    std::string_view application);
    [[nodiscard]] base::Result<bool> isEmpty();
    [[nodiscard]] base::Result<> begin(std::string_view application);
    [[nodiscard]] base::Result<> checkMark();
    [[nodiscard]] base::Result<> checkOwner(std::string_view application);
    [[nodiscard]] base::Result<> examine(std::string_view application);

    std::unique_ptr<sqlite3, Closer> m_handle;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalizer>, std::less<>> m_statements;
    std::string m_path;    ///< empty: in memory
    std::string m_failure; ///< of this transaction, in SQLite's words
};

/// What happens between begin and commit is kept whole or not at all. They do not nest.
class Transaction final
{
public:
    explicit Transaction(Database& database);
    ~Transaction(); ///< takes everything back unless committed
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Error: data-write-failed (file, reason); nothing is changed then.
    [[nodiscard]] base::Result<> commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace sandbox
