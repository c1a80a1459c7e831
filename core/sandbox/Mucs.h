// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Database.h"
#include "core/sandbox/Messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// A group or a chat room: multi-user chat. Both have an owner, admins, members, a block, an allow and a mute
/// list.
struct Muc
{
    std::uint64_t id = 0; ///< given by the store, rises
    ChatKind kind = ChatKind::Group;
    std::string name{};
    std::string description{};
    std::string avatar{};
    std::string custom{};
    std::string announcement{};
    std::string owner{};
    bool isPublic = false;
    bool membersOnly = false;    ///< who joins a public group needs an approval
    bool allowInvites = false;   ///< members may add members
    bool confirmInvites = false; ///< who is invited is asked first
    bool mutedAll = false;
    bool disabled = false;
    std::int64_t maxUsers = 200;
    std::int64_t createdMs = 0;
    std::int64_t modifiedMs = 0;

    [[nodiscard]] std::string idText() const { return std::to_string(id); }
};

enum class Role { None = 0, Member = 1, Admin = 2, Owner = 3 };

struct Member
{
    std::string user;
    Role role = Role::Member;
    std::int64_t joinedMs = 0;
    std::uint64_t serial = 0; ///< rises with every member of any group
};

enum class MucList { Block = 0, Allow = 1, Mute = 2, Applied = 3, Invited = 4 };

struct Listed
{
    std::string user;
    std::int64_t untilMs = 0; ///< of a mute
    std::uint64_t serial = 0;
};

/// All groups and rooms with who is in them.
class Mucs final
{
public:
    /// How long a room keeps the place of a member whose connection is gone.
    static constexpr std::int64_t kRoomGraceMs = 120'000;
    static constexpr std::int64_t kForeverMs = 4'638'873'600'000; ///< 2117: the end of a mute without one

    explicit Mucs(Database& database);

    /// Gives it its id, and makes the owner its first member.
    [[nodiscard]] Muc add(Muc muc);
    [[nodiscard]] std::optional<Muc> find(ChatKind kind, std::string_view id) const;
    void update(const Muc& muc);
    void remove(std::uint64_t id);
    [[nodiscard]] std::size_t count(ChatKind kind) const;

    /// The newest `limit` with an id below `before` (0: all).
    [[nodiscard]] std::vector<Muc> page(ChatKind kind, std::uint64_t before, std::size_t limit,
                                        bool publicOnly = false) const;
    /// Those that the user has joined, the newest membership first.
    [[nodiscard]] std::vector<Muc> joined(ChatKind kind, std::string_view user, std::size_t skip,
                                          std::size_t limit) const;
    [[nodiscard]] std::vector<Muc> ownedBy(std::string_view user) const;
    [[nodiscard]] std::size_t joinedCount(ChatKind kind, std::string_view user) const;

    [[nodiscard]] Role role(std::uint64_t id, std::string_view user) const;
    void addMember(std::uint64_t id, std::string_view user, std::int64_t nowMs, Role role = Role::Member);
    bool removeMember(std::uint64_t id, std::string_view user);
    void setRole(std::uint64_t id, std::string_view user, Role role);
    /// The owner first, then by joining.
    [[nodiscard]] std::vector<Member> members(std::uint64_t id, std::size_t skip, std::size_t limit) const;
    [[nodiscard]] std::vector<std::string> memberNames(std::uint64_t id, Role least = Role::Member) const;
    /// Who gets what `from` writes: all members but that one, without those who shield themselves.
    [[nodiscard]] std::vector<std::string> readers(std::uint64_t id, std::string_view from) const;
    [[nodiscard]] std::size_t memberCount(std::uint64_t id) const;
    [[nodiscard]] std::size_t adminCount(std::uint64_t id) const;

    /// A group's messages are shielded from a member who does not want them.
    void setShielded(std::uint64_t id, std::string_view user, bool shielded);
    [[nodiscard]] bool isShielded(std::uint64_t id, std::string_view user) const;

    void put(std::uint64_t id, MucList list, std::string_view user, std::int64_t untilMs = 0);
    bool take(std::uint64_t id, MucList list, std::string_view user);
    [[nodiscard]] bool has(std::uint64_t id, MucList list, std::string_view user, std::int64_t nowMs) const;
    /// In the order in which they were put, those behind the serial `after`.
    [[nodiscard]] std::vector<Listed> listed(std::uint64_t id, MucList list, std::int64_t nowMs,
                                             std::uint64_t after = 0, std::size_t limit = 500) const;

    /// Attributes of a member (`user` names them), or of a room (`user` is empty).
    void setAttribute(std::uint64_t id, std::string_view user, std::string_view key, std::string_view value,
                      std::string_view setBy, bool autoDelete);
    void removeAttribute(std::uint64_t id, std::string_view user, std::string_view key);
    struct Attribute
    {
        std::string key;
        std::string value;
        std::string setBy;
    };
    [[nodiscard]] std::vector<Attribute> attributes(std::uint64_t id, std::string_view user) const;

    void addSuperAdmin(std::string_view user);
    bool removeSuperAdmin(std::string_view user);
    [[nodiscard]] bool isSuperAdmin(std::string_view user) const;
    [[nodiscard]] std::vector<std::string> superAdmins(std::size_t skip, std::size_t limit) const;

    /// The user's connection came or went: rooms count it.
    void connectionChanged(std::string_view user, bool online, std::int64_t nowMs);
    /// Takes out of the rooms who has been gone for too long.
    void sweepRooms(std::int64_t nowMs);

    /// Memberships and list entries of a user who is gone.
    void forgetUser(std::string_view user);

private:
    Database& m_database;
};

} // namespace sandbox
