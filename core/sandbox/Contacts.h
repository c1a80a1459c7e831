// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

struct Contact
{
    std::uint64_t serial = 0; ///< falls along a list: the newest stand first
    std::string user;
    std::string remark; ///< the owner's own word for the contact; empty: none
};

/// Who is whose contact, who has asked whom, and who is on whose block list. By user ID. A contact is one on
/// both sides, a block on one.
class Contacts final
{
public:
    static constexpr std::size_t kMaxContacts = 100; ///< for a user, as on the vendor's free plan
    static constexpr std::size_t kMaxBlocked = 500;  ///< for a user

    explicit Contacts(Database& database);

    /// Also takes away what either had asked of the other. False when they were contacts.
    bool add(std::string_view one, std::string_view other);
    /// False when they were none.
    bool remove(std::string_view one, std::string_view other);
    [[nodiscard]] bool has(std::string_view owner, std::string_view user) const;
    [[nodiscard]] std::size_t count(std::string_view owner) const;
    /// The newest `limit` contacts before the serial `before`; 0 is before nothing.
    [[nodiscard]] std::vector<Contact> list(std::string_view owner, std::uint64_t before,
                                            std::size_t limit) const;
    /// False when the user is no contact of the owner.
    bool setRemark(std::string_view owner, std::string_view user, std::string_view remark);

    void invite(std::string_view from, std::string_view to);
    /// False when there was no such invitation.
    bool takeInvitation(std::string_view from, std::string_view to);

    void block(std::string_view owner, std::string_view user);
    void unblock(std::string_view owner, std::string_view user);
    /// Whether the owner does not want to hear of that user.
    [[nodiscard]] bool isBlocked(std::string_view owner, std::string_view user) const;
    [[nodiscard]] std::size_t blockedCount(std::string_view owner) const;
    /// As list(), without remarks.
    [[nodiscard]] std::vector<Contact> blocked(std::string_view owner, std::uint64_t before,
                                               std::size_t limit) const;

    void forgetUser(std::string_view user);

private:
    Database& m_database;
};

} // namespace sandbox
