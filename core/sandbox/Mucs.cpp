// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Mucs.h"

#include <charconv>

namespace sandbox {
namespace {

/// The columns in the order of the table.
Muc readMuc(const Row& row)
{
    return {.id = row.number(0),
            .kind = static_cast<ChatKind>(row.integer(1)),
            .name = row.text(2),
            .description = row.text(3),
            .avatar = row.text(4),
            .custom = row.text(5),
            .announcement = row.text(6),
            .owner = row.text(7),
            .isPublic = row.truth(8),
            .membersOnly = row.truth(9),
            .allowInvites = row.truth(10),
            .confirmInvites = row.truth(11),
            .mutedAll = row.truth(12),
            .disabled = row.truth(13),
            .maxUsers = row.integer(14),
            .createdMs = row.integer(15),
            .modifiedMs = row.integer(16)};
}

std::string readName(const Row& row)
{
    return row.text(0);
}

int number(ChatKind kind)
{
    return static_cast<int>(kind);
}
int number(Role role)
{
    return static_cast<int>(role);
}
int number(MucList list)
{
    return static_cast<int>(list);
}

std::size_t size(std::int64_t count)
{
    return static_cast<std::size_t>(count);
}

} // namespace

Mucs::Mucs(Database& database)
    : m_database(database)
{
    database.run(
        "CREATE TABLE IF NOT EXISTS muc (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "
        "name TEXT NOT NULL, description TEXT NOT NULL, avatar TEXT NOT NULL, custom TEXT NOT NULL, "
        "announcement TEXT NOT NULL, owner TEXT NOT NULL, is_public INTEGER NOT NULL, "
        "members_only INTEGER NOT NULL, allow_invites INTEGER NOT NULL, confirm_invites INTEGER NOT NULL, "
        "muted_all INTEGER NOT NULL, disabled INTEGER NOT NULL, max_users INTEGER NOT NULL, "
        "created INTEGER NOT NULL, modified INTEGER NOT NULL)");
    database.run("CREATE TABLE IF NOT EXISTS muc_member (serial INTEGER PRIMARY KEY AUTOINCREMENT, "
                 "muc INTEGER NOT NULL REFERENCES muc ON DELETE CASCADE, user TEXT NOT NULL, "
                 "role INTEGER NOT NULL, joined INTEGER NOT NULL, shielded INTEGER NOT NULL DEFAULT 0, "
                 "gone INTEGER NOT NULL DEFAULT 0, UNIQUE (muc, user))");
    database.run("CREATE INDEX IF NOT EXISTS muc_member_user ON muc_member (user)");
    database.run("CREATE TABLE IF NOT EXISTS muc_list (serial INTEGER PRIMARY KEY AUTOINCREMENT, "
                 "muc INTEGER NOT NULL REFERENCES muc ON DELETE CASCADE, list INTEGER NOT NULL, "
                 "user TEXT NOT NULL, until INTEGER NOT NULL, UNIQUE (muc, list, user))");
    database.run(
        "CREATE TABLE IF NOT EXISTS muc_attribute (muc INTEGER NOT NULL REFERENCES muc ON DELETE CASCADE, "
        "user TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, set_by TEXT NOT NULL, "
        "auto_delete INTEGER NOT NULL, PRIMARY KEY (muc, user, key)) WITHOUT ROWID");
    database.run(
        "CREATE TABLE IF NOT EXISTS super_admin (serial INTEGER PRIMARY KEY, user TEXT NOT NULL UNIQUE)");
}

/// 15 digits, as the service's have: hundredths of milliseconds, counted on where two fall together.
Muc Mucs::add(Muc muc)
{
    muc.id = static_cast<std::uint64_t>(
        m_database.integer("SELECT max(?*100, coalesce(max(id)+1, 0)) FROM muc", muc.createdMs));
    m_database.run("INSERT INTO muc VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", muc.id, number(muc.kind),
                   muc.name, muc.description, muc.avatar, muc.custom, muc.announcement, muc.owner,
                   muc.isPublic, muc.membersOnly, muc.allowInvites, muc.confirmInvites, muc.mutedAll,
                   muc.disabled, muc.maxUsers, muc.createdMs, muc.modifiedMs);
    addMember(muc.id, muc.owner, muc.createdMs, Role::Owner);
    return muc;
}

std::optional<Muc> Mucs::find(ChatKind kind, std::string_view id) const
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), value);
    if (error != std::errc() || end != id.data() + id.size())
        return std::nullopt;
    return m_database.first("SELECT * FROM muc WHERE id=? AND kind=?", readMuc, value, number(kind));
}

void Mucs::update(const Muc& muc)
{
    m_database.run(
        "UPDATE muc SET name=?, description=?, avatar=?, custom=?, announcement=?, owner=?, is_public=?, "
        "members_only=?, allow_invites=?, confirm_invites=?, muted_all=?, disabled=?, max_users=?, "
        "modified=? WHERE id=?",
        muc.name, muc.description, muc.avatar, muc.custom, muc.announcement, muc.owner, muc.isPublic,
        muc.membersOnly, muc.allowInvites, muc.confirmInvites, muc.mutedAll, muc.disabled, muc.maxUsers,
        muc.modifiedMs, muc.id);
}

void Mucs::remove(std::uint64_t id)
{
    m_database.run("DELETE FROM muc WHERE id=?", id);
}

std::size_t Mucs::count(ChatKind kind) const
{
    return size(m_database.integer("SELECT count(*) FROM muc WHERE kind=?", number(kind)));
}

std::vector<Muc> Mucs::page(ChatKind kind, std::uint64_t before, std::size_t limit, bool publicOnly) const
{
    return m_database.all("SELECT * FROM muc WHERE kind=?1 AND (?2=0 OR id<?2) AND (is_public OR NOT ?3) "
                          "ORDER BY id DESC LIMIT ?4",
                          readMuc, number(kind), before, publicOnly, limit);
}

std::vector<Muc> Mucs::joined(ChatKind kind, std::string_view user, std::size_t skip, std::size_t limit) const
{
    return m_database.all("SELECT muc.* FROM muc JOIN muc_member ON muc=id WHERE kind=? AND user=? "
                          "ORDER BY serial DESC LIMIT ? OFFSET ?",
                          readMuc, number(kind), user, limit, skip);
}

std::vector<Muc> Mucs::ownedBy(std::string_view user) const
{
    return m_database.all("SELECT * FROM muc WHERE owner=?", readMuc, user);
}

std::size_t Mucs::joinedCount(ChatKind kind, std::string_view user) const
{
    return size(m_database.integer(
        "SELECT count(*) FROM muc JOIN muc_member ON muc=id WHERE kind=? AND user=?", number(kind), user));
}

Role Mucs::role(std::uint64_t id, std::string_view user) const
{
    return static_cast<Role>(
        m_database.integer("SELECT role FROM muc_member WHERE muc=? AND user=?", id, user));
}

void Mucs::addMember(std::uint64_t id, std::string_view user, std::int64_t nowMs, Role role)
{
    m_database.run("INSERT OR IGNORE INTO muc_member (muc, user, role, joined) VALUES (?,?,?,?)", id, user,
                   number(role), nowMs);
}

bool Mucs::removeMember(std::uint64_t id, std::string_view user)
{
    m_database.run("DELETE FROM muc_member WHERE muc=? AND user=?", id, user);
    const bool was = m_database.changes() == 1;
    m_database.run("DELETE FROM muc_attribute WHERE muc=?1 AND (user=?2 OR (set_by=?2 AND auto_delete))", id,
                   user);
    m_database.run("DELETE FROM muc_list WHERE muc=? AND user=? AND list IN (?,?)", id, user,
                   number(MucList::Allow), number(MucList::Mute));
    return was;
}

void Mucs::setRole(std::uint64_t id, std::string_view user, Role role)
{
    m_database.run("UPDATE muc_member SET role=? WHERE muc=? AND user=?", number(role), id, user);
}

std::vector<Member> Mucs::members(std::uint64_t id, std::size_t skip, std::size_t limit) const
{
    return m_database.all(
        "SELECT user, role, joined, serial FROM muc_member WHERE muc=? "
        "ORDER BY role=3 DESC, serial LIMIT ? OFFSET ?",
        [](const Row& row) {
            return Member{row.text(0), static_cast<Role>(row.integer(1)), row.integer(2), row.number(3)};
        },
        id, limit, skip);
}

std::vector<std::string> Mucs::memberNames(std::uint64_t id, Role least) const
{
    return m_database.all("SELECT user FROM muc_member WHERE muc=? AND role>=? ORDER BY serial", readName, id,
                          number(least));
}

std::vector<std::string> Mucs::readers(std::uint64_t id, std::string_view from) const
{
    return m_database.all(
        "SELECT user FROM muc_member WHERE muc=? AND user<>? AND NOT shielded ORDER BY serial", readName, id,
        from);
}

std::size_t Mucs::memberCount(std::uint64_t id) const
{
    return size(m_database.integer("SELECT count(*) FROM muc_member WHERE muc=?", id));
}

std::size_t Mucs::adminCount(std::uint64_t id) const
{
    return size(m_database.integer("SELECT count(*) FROM muc_member WHERE muc=? AND role=?", id,
                                   number(Role::Admin)));
}

void Mucs::setShielded(std::uint64_t id, std::string_view user, bool shielded)
{
    m_database.run("UPDATE muc_member SET shielded=? WHERE muc=? AND user=?", shielded, id, user);
}

bool Mucs::isShielded(std::uint64_t id, std::string_view user) const
{
    return m_database.integer("SELECT shielded FROM muc_member WHERE muc=? AND user=?", id, user) != 0;
}

void Mucs::put(std::uint64_t id, MucList list, std::string_view user, std::int64_t untilMs)
{
    m_database.run("INSERT INTO muc_list (muc, list, user, until) VALUES (?,?,?,?) "
                   "ON CONFLICT (muc, list, user) DO UPDATE SET until=excluded.until",
                   id, number(list), user, untilMs);
}

bool Mucs::take(std::uint64_t id, MucList list, std::string_view user)
{
    m_database.run("DELETE FROM muc_list WHERE muc=? AND list=? AND user=?", id, number(list), user);
    return m_database.changes() == 1;
}

bool Mucs::has(std::uint64_t id, MucList list, std::string_view user, std::int64_t nowMs) const
{
    return m_database.integer("SELECT count(*) FROM muc_list WHERE muc=? AND list=? AND user=? AND "
                              "(until=0 OR until>?)",
                              id, number(list), user, nowMs) != 0;
}

std::vector<Listed> Mucs::listed(std::uint64_t id, MucList list, std::int64_t nowMs, std::uint64_t after,
                                 std::size_t limit) const
{
    return m_database.all(
        "SELECT user, until, serial FROM muc_list WHERE muc=? AND list=? AND "
        "(until=0 OR until>?) AND serial>? ORDER BY serial LIMIT ?",
        [](const Row& row) {
            return Listed{row.text(0), row.integer(1), row.number(2)};
        },
        id, number(list), nowMs, after, limit);
}

void Mucs::setAttribute(std::uint64_t id, std::string_view user, std::string_view key, std::string_view value,
                        std::string_view setBy, bool autoDelete)
{
    m_database.run("INSERT OR REPLACE INTO muc_attribute VALUES (?,?,?,?,?,?)", id, user, key, value, setBy,
                   autoDelete);
}

void Mucs::removeAttribute(std::uint64_t id, std::string_view user, std::string_view key)
{
    m_database.run("DELETE FROM muc_attribute WHERE muc=? AND user=? AND key=?", id, user, key);
}

std::vector<Mucs::Attribute> Mucs::attributes(std::uint64_t id, std::string_view user) const
{
    return m_database.all(
        "SELECT key, value, set_by FROM muc_attribute WHERE muc=? AND user=? ORDER BY key",
        [](const Row& row) {
            return Attribute{row.text(0), row.text(1), row.text(2)};
        },
        id, user);
}

void Mucs::addSuperAdmin(std::string_view user)
{
    m_database.run("INSERT OR IGNORE INTO super_admin (user) VALUES (?)", user);
}

bool Mucs::removeSuperAdmin(std::string_view user)
{
    m_database.run("DELETE FROM super_admin WHERE user=?", user);
    return m_database.changes() == 1;
}

bool Mucs::isSuperAdmin(std::string_view user) const
{
    return m_database.integer("SELECT count(*) FROM super_admin WHERE user=?", user) != 0;
}

std::vector<std::string> Mucs::superAdmins(std::size_t skip, std::size_t limit) const
{
    return m_database.all("SELECT user FROM super_admin ORDER BY serial LIMIT ? OFFSET ?", readName, limit,
                          skip);
}

void Mucs::connectionChanged(std::string_view user, bool online, std::int64_t nowMs)
{
    m_database.run("UPDATE muc_member SET gone=? WHERE user=? AND muc IN (SELECT id FROM muc WHERE kind=?)",
                   online ? 0 : nowMs, user, number(ChatKind::Room));
}

void Mucs::sweepRooms(std::int64_t nowMs)
{
    const auto late = m_database.all(
        "SELECT muc, user FROM muc_member WHERE gone<>0 AND gone<? AND role<>?",
        [](const Row& row) { return std::pair(row.number(0), row.text(1)); }, nowMs - kRoomGraceMs,
        number(Role::Owner));
    for (const auto& [id, user] : late)
        removeMember(id, user);
}

void Mucs::forgetUser(std::string_view user)
{
    m_database.run("DELETE FROM muc_member WHERE user=?", user);
    m_database.run("DELETE FROM muc_list WHERE user=?", user);
    m_database.run("DELETE FROM muc_attribute WHERE user=?", user);
    m_database.run("DELETE FROM super_admin WHERE user=?", user);
}

} // namespace sandbox
