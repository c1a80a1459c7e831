// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Users.h"

#include <algorithm>

namespace sandbox {
namespace {

constexpr std::size_t kMaxUserId = 64;

/// The columns in the order of the table.
User readUser(const Row& row)
{
    return {.serial = row.number(0),
            .uuid = row.text(1),
            .username = row.text(2),
            .nickname = row.text(3),
            .password = PasswordHash(row.text(4), row.text(5)),
            .createdMs = row.integer(6),
            .modifiedMs = row.integer(7),
            .activated = row.truth(8)};
}

} // namespace

std::string foldUserId(std::string_view text)
{
    std::string folded(text);
    for (char& c : folded)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}

UserIdFault checkUserId(std::string_view folded)
{
    const bool legal = std::all_of(folded.begin(), folded.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
    if (folded.empty() || !legal || isUuid(folded))
        return UserIdFault::NotLegal;
    return folded.size() > kMaxUserId ? UserIdFault::TooLong : UserIdFault::None;
}

bool User::isNamed(std::string_view idOrUuid) const
{
    const std::string folded = foldUserId(idOrUuid);
    return folded == username || folded == uuid;
}

Users::Users(Database& database)
    : m_database(database)
{
    database.run(
        "CREATE TABLE IF NOT EXISTS user ("
        "serial INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, "
        "username TEXT NOT NULL UNIQUE, nickname TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, "
        "created INTEGER NOT NULL, modified INTEGER NOT NULL, activated INTEGER NOT NULL)");
}

std::optional<User> Users::find(std::string_view idOrUuid) const
{
    const std::string folded = foldUserId(idOrUuid);
    if (auto user = m_database.first("SELECT * FROM user WHERE username=?", readUser, folded))
        return user;
    return isUuid(folded) ? m_database.first("SELECT * FROM user WHERE uuid=?", readUser, folded)
                          : std::nullopt;
}

std::optional<User> Users::add(User user)
{
    m_database.run("INSERT INTO user (uuid, username, nickname, salt, hash, created, modified, activated) "
                   "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                   user.uuid, user.username, user.nickname, Blob{user.password.salt()},
                   Blob{user.password.hash()}, user.createdMs, user.modifiedMs, user.activated);
    return m_database.changes() == 1 ? find(user.username) : std::nullopt;
}

std::optional<User> Users::change(std::string_view idOrUuid, const std::function<void(User&)>& edit)
{
    auto user = find(idOrUuid);
    if (!user)
        return std::nullopt;
    edit(*user);
    m_database.run("UPDATE user SET nickname=?, salt=?, hash=?, modified=?, activated=? WHERE serial=?",
                   user->nickname, Blob{user->password.salt()}, Blob{user->password.hash()}, user->modifiedMs,
                   user->activated, user->serial);
    return user;
}

std::optional<User> Users::remove(std::string_view idOrUuid)
{
    auto user = find(idOrUuid);
    if (user)
        m_database.run("DELETE FROM user WHERE serial=?", user->serial);
    return user;
}

Users::Page Users::page(std::uint64_t after, std::size_t limit) const
{
    Page page{m_database.all("SELECT * FROM user WHERE serial>? ORDER BY serial LIMIT ?", readUser, after,
                             limit + 1),
              std::nullopt};
    if (page.users.size() > limit) {
        page.users.pop_back();
        page.next = page.users.back().serial;
    }
    return page;
}

std::vector<User> Users::newest(std::size_t limit) const
{
    return m_database.all("SELECT * FROM user ORDER BY serial DESC LIMIT ?", readUser, limit);
}

std::size_t Users::size() const
{
    return static_cast<std::size_t>(m_database.integer("SELECT count(*) FROM user"));
}

} // namespace sandbox
