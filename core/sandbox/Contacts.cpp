// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Contacts.h"

namespace sandbox {
namespace {

Contact readContact(const Row& row)
{
    return {row.number(0), row.text(1), row.text(2)};
}

} // namespace

Contacts::Contacts(Database& database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS contact (serial INTEGER PRIMARY KEY AUTOINCREMENT, "
                 "owner TEXT NOT NULL, user TEXT NOT NULL, remark TEXT NOT NULL DEFAULT '', "
                 "UNIQUE (owner, user))");
    database.run("CREATE TABLE IF NOT EXISTS contact_invitation (inviter TEXT NOT NULL, "
                 "invited TEXT NOT NULL, PRIMARY KEY (inviter, invited)) WITHOUT ROWID");
    database.run("CREATE TABLE IF NOT EXISTS blocked (serial INTEGER PRIMARY KEY AUTOINCREMENT, "
                 "owner TEXT NOT NULL, user TEXT NOT NULL, UNIQUE (owner, user))");
}

bool Contacts::add(std::string_view one, std::string_view other)
{
    takeInvitation(one, other);
    takeInvitation(other, one);
    m_database.run("INSERT OR IGNORE INTO contact (owner, user) VALUES (?1, ?2), (?2, ?1)", one, other);
    return m_database.changes() != 0;
}

bool Contacts::remove(std::string_view one, std::string_view other)
{
    m_database.run("DELETE FROM contact WHERE (owner=?1 AND user=?2) OR (owner=?2 AND user=?1)", one, other);
    return m_database.changes() != 0;
}

bool Contacts::has(std::string_view owner, std::string_view user) const
{
    return m_database.integer("SELECT count(*) FROM contact WHERE owner=? AND user=?", owner, user) != 0;
}

std::size_t Contacts::count(std::string_view owner) const
{
    return static_cast<std::size_t>(m_database.integer("SELECT count(*) FROM contact WHERE owner=?", owner));
}

std::vector<Contact> Contacts::list(std::string_view owner, std::uint64_t before, std::size_t limit) const
{
    return m_database.all("SELECT serial, user, remark FROM contact WHERE owner=?1 AND (?2=0 OR serial<?2) "
                          "ORDER BY serial DESC LIMIT ?3",
                          readContact, owner, before, limit);
}

bool Contacts::setRemark(std::string_view owner, std::string_view user, std::string_view remark)
{
    m_database.run("UPDATE contact SET remark=? WHERE owner=? AND user=?", remark, owner, user);
    return m_database.changes() != 0;
}

void Contacts::invite(std::string_view from, std::string_view to)
{
    m_database.run("INSERT OR IGNORE INTO contact_invitation VALUES (?,?)", from, to);
}

bool Contacts::takeInvitation(std::string_view from, std::string_view to)
{
    m_database.run("DELETE FROM contact_invitation WHERE inviter=? AND invited=?", from, to);
    return m_database.changes() != 0;
}

void Contacts::block(std::string_view owner, std::string_view user)
{
    m_database.run("INSERT OR IGNORE INTO blocked (owner, user) VALUES (?,?)", owner, user);
}

void Contacts::unblock(std::string_view owner, std::string_view user)
{
    m_database.run("DELETE FROM blocked WHERE owner=? AND user=?", owner, user);
}

bool Contacts::isBlocked(std::string_view owner, std::string_view user) const
{
    return m_database.integer("SELECT count(*) FROM blocked WHERE owner=? AND user=?", owner, user) != 0;
}

std::size_t Contacts::blockedCount(std::string_view owner) const
{
    return static_cast<std::size_t>(m_database.integer("SELECT count(*) FROM blocked WHERE owner=?", owner));
}

std::vector<Contact> Contacts::blocked(std::string_view owner, std::uint64_t before, std::size_t limit) const
{
    return m_database.all("SELECT serial, user, '' FROM blocked WHERE owner=?1 AND (?2=0 OR serial<?2) "
                          "ORDER BY serial DESC LIMIT ?3",
                          readContact, owner, before, limit);
}

void Contacts::forgetUser(std::string_view user)
{
    m_database.run("DELETE FROM contact WHERE owner=?1 OR user=?1", user);
    m_database.run("DELETE FROM contact_invitation WHERE inviter=?1 OR invited=?1", user);
    m_database.run("DELETE FROM blocked WHERE owner=?1 OR user=?1", user);
}

} // namespace sandbox
