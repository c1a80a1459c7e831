// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Messages.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sandbox {
namespace {

constexpr std::size_t kSweepEvery = 1000;

/// Of the first five columns.
SentMessage readSent(const Row& row)
{
    return {row.number(0), row.text(1), row.text(2), row.integer(3), static_cast<ChatKind>(row.integer(4))};
}

} // namespace

Messages::Messages(Database& database, std::string appKey)
    : m_database(database)
    , m_appKey(std::move(appKey))
{
    database.run("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, sender TEXT NOT NULL, "
                 "target TEXT NOT NULL, sent INTEGER NOT NULL, chat INTEGER NOT NULL, "
                 "remembered INTEGER NOT NULL, meta BLOB NOT NULL)");
    database.run("CREATE TABLE IF NOT EXISTS waiting (user TEXT NOT NULL, message INTEGER NOT NULL "
                 "REFERENCES message ON DELETE CASCADE, queue TEXT NOT NULL, domain TEXT NOT NULL, "
                 "PRIMARY KEY (user, message)) WITHOUT ROWID");
    database.run("CREATE INDEX IF NOT EXISTS waiting_message ON waiting (message)");
    m_lastId = static_cast<std::uint64_t>(database.integer("SELECT max(id) FROM message"));
}

std::uint64_t Messages::nextId(std::int64_t nowMs)
{
    m_lastId = std::max(m_lastId + 1, static_cast<std::uint64_t>(nowMs) << 20);
    return m_lastId;
}

void Messages::remember(const SentMessage& message, const msync::Meta& meta)
{
    store(message, meta, true);
}

void Messages::keep(const msync::Meta& meta)
{
    store({meta.id, meta.from ? meta.from->name : "", meta.to ? meta.to->name : "", meta.timestampMs}, meta,
          false);
}

void Messages::store(const SentMessage& message, const msync::Meta& meta, bool remembered)
{
    if (++m_sinceSweep >= kSweepEvery)
        sweep();
    const std::string bytes = msync::encode(meta);
    m_database.run("INSERT INTO message VALUES (?,?,?,?,?,?,?)", message.id, message.from, message.to,
                   message.sentMs, static_cast<int>(message.chat), remembered, Blob{bytes});
}

/// What waits for nobody is kept only to be recalled, and only so many.
void Messages::sweep()
{
    m_sinceSweep = 0;
    m_database.run(
        "DELETE FROM message WHERE id NOT IN (SELECT message FROM waiting) AND (NOT remembered OR id <= "
        "(SELECT id FROM message WHERE remembered ORDER BY id DESC LIMIT 1 OFFSET ?))",
        kMaxRemembered);
}

void Messages::put(std::string_view user, const msync::Jid& queue, std::uint64_t id)
{
    m_database.run("INSERT OR IGNORE INTO waiting VALUES (?,?,?,?)", user, id, queue.name, queue.domain);
    m_database.run("DELETE FROM waiting WHERE user=?1 AND message <= "
                   "(SELECT message FROM waiting WHERE user=?1 ORDER BY message DESC LIMIT 1 OFFSET ?2)",
                   user, kMaxWaiting);
}

std::vector<msync::QueueCount> Messages::waiting(std::string_view user) const
{
    return m_database.all(
        "SELECT queue, domain, count(*) FROM waiting WHERE user=? GROUP BY queue, domain "
        "ORDER BY min(message)",
        [this](const Row& row) {
            return msync::QueueCount{{m_appKey, row.text(0), row.text(1), ""},
                                     static_cast<std::uint32_t>(row.integer(2))};
        },
        user);
}

std::size_t Messages::waitingCount(std::string_view user) const
{
    return static_cast<std::size_t>(m_database.integer("SELECT count(*) FROM waiting WHERE user=?", user));
}

bool Messages::isWaiting(std::string_view user, std::uint64_t id) const
{
    return m_database.integer("SELECT count(*) FROM waiting WHERE user=? AND message=?", user, id) != 0;
}

std::vector<msync::Meta> Messages::piece(std::string_view user, std::string_view queue,
                                         std::uint64_t after) const
{
    return m_database.all(
        "SELECT meta FROM waiting JOIN message ON id=message WHERE user=? AND queue=? AND "
        "message>? ORDER BY message LIMIT ?",
        [](const Row& row) { return msync::decodeMeta(row.text(0)).value_or(msync::Meta{}); }, user, queue,
        after, kPiece);
}

void Messages::arrived(std::string_view user, std::string_view queue, std::uint64_t upTo)
{
    const auto most =
        static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()); // the client's word
    m_database.run("DELETE FROM waiting WHERE user=? AND message<=? AND queue=?", user, std::min(upTo, most),
                   queue);
}

std::vector<Messages::Kept> Messages::newest(std::size_t limit) const
{
    return m_database.all(
        "SELECT id, sender, target, sent, chat, meta, (SELECT count(*) FROM waiting WHERE message=id) "
        "FROM message WHERE remembered ORDER BY id DESC LIMIT ?",
        [](const Row& row) {
            return Kept{readSent(row), msync::decodeMeta(row.text(5)).value_or(msync::Meta{}),
                        static_cast<std::size_t>(row.integer(6))};
        },
        limit);
}

std::size_t Messages::rememberedCount() const
{
    return static_cast<std::size_t>(m_database.integer("SELECT count(*) FROM message WHERE remembered"));
}

std::optional<SentMessage> Messages::find(std::uint64_t id) const
{
    return m_database.first("SELECT id, sender, target, sent, chat FROM message WHERE id=? AND remembered",
                            readSent, id);
}

void Messages::recall(std::uint64_t id)
{
    m_database.run("DELETE FROM message WHERE id=? AND remembered", id);
}

void Messages::forgetUser(std::string_view user)
{
    m_database.run("DELETE FROM waiting WHERE user=?", user);
}

} // namespace sandbox
