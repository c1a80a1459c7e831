// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Presences.h"

namespace sandbox {
namespace {

constexpr std::int64_t kMsPerSecond = 1000;

PresenceSubscription readSubscription(const Row& row)
{
    return {row.text(0), row.integer(1)};
}

} // namespace

Presences::Presences(Database& database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS presence (user TEXT PRIMARY KEY, resource TEXT NOT NULL, "
                 "status INTEGER NOT NULL, ext TEXT NOT NULL, changed INTEGER NOT NULL, "
                 "online INTEGER NOT NULL) WITHOUT ROWID");
    database.run("UPDATE presence SET online=0");
    database.run("CREATE TABLE IF NOT EXISTS presence_subscription (serial INTEGER PRIMARY KEY "
                 "AUTOINCREMENT, subscriber TEXT NOT NULL, user TEXT NOT NULL, until INTEGER NOT NULL, "
                 "UNIQUE (subscriber, user))");
    database.run("CREATE INDEX IF NOT EXISTS presence_subscription_user ON presence_subscription (user)");
}

void Presences::signedIn(std::string_view user, std::string_view resource, std::int64_t nowMs)
{
    m_database.run("INSERT INTO presence VALUES (?1,?2,1,'',?3,1) ON CONFLICT (user) DO UPDATE SET "
                   "resource=?2, status=1, changed=?3, online=1",
                   user, resource, nowMs);
}

bool Presences::signedOut(std::string_view user, std::int64_t nowMs)
{
    m_database.run("UPDATE presence SET online=0, changed=? WHERE user=? AND online", nowMs, user);
    return m_database.changes() != 0;
}

bool Presences::publish(std::string_view user, std::string_view resource, int status, std::string_view ext,
                        std::int64_t nowMs)
{
    m_database.run("UPDATE presence SET status=?, ext=?, changed=? WHERE user=? AND resource=? AND online",
                   status, ext, nowMs, user, resource);
    return m_database.changes() != 0;
}

msync::Presence Presences::find(std::string_view user) const
{
    return m_database
        .first(
            "SELECT changed, ext, resource, CASE WHEN online THEN status ELSE 0 END FROM presence "
            "WHERE user=?",
            [&](const Row& row) {
                return msync::Presence{.user = std::string(user),
                                       .lastSeconds = row.integer(0) / kMsPerSecond,
                                       .ext = row.text(1),
                                       .devices = {{row.text(2), static_cast<int>(row.integer(3))}}};
            },
            user)
        .value_or(msync::Presence{.user = std::string(user)});
}

void Presences::subscribe(std::string_view subscriber, std::string_view user, std::int64_t untilMs)
{
    m_database.run("INSERT INTO presence_subscription (subscriber, user, until) VALUES (?1,?2,?3) "
                   "ON CONFLICT (subscriber, user) DO UPDATE SET until=?3",
                   subscriber, user, untilMs);
}

void Presences::dropExpired(std::string_view subscriber, std::int64_t nowMs)
{
    m_database.run("DELETE FROM presence_subscription WHERE subscriber=? AND until<=?", subscriber, nowMs);
}

void Presences::unsubscribe(std::string_view subscriber, std::string_view user)
{
    m_database.run("DELETE FROM presence_subscription WHERE subscriber=? AND user=?", subscriber, user);
}

std::vector<PresenceSubscription> Presences::subscribersOf(std::string_view user, std::int64_t nowMs) const
{
    return m_database.all("SELECT subscriber, until FROM presence_subscription WHERE user=? AND until>?",
                          readSubscription, user, nowMs);
}

std::vector<PresenceSubscription> Presences::subscriptionsOf(std::string_view subscriber, std::int64_t nowMs,
                                                             std::size_t skip, std::size_t limit) const
{
    return m_database.all("SELECT user, until FROM presence_subscription WHERE subscriber=? AND until>? "
                          "ORDER BY serial LIMIT ? OFFSET ?",
                          readSubscription, subscriber, nowMs, limit, skip);
}

std::size_t Presences::subscriptionCount(std::string_view subscriber, std::int64_t nowMs) const
{
    return static_cast<std::size_t>(m_database.integer(
        "SELECT count(*) FROM presence_subscription WHERE subscriber=? AND until>?", subscriber, nowMs));
}

void Presences::forgetUser(std::string_view user)
{
    m_database.run("DELETE FROM presence WHERE user=?", user);
    m_database.run("DELETE FROM presence_subscription WHERE subscriber=?1 OR user=?1", user);
}

} // namespace sandbox
