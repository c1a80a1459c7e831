// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Database.h"
#include "core/sandbox/Digest.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

struct User
{
    std::uint64_t serial = 0; ///< rises with every registration, never used again
    std::string uuid;
    std::string username;
    std::string nickname; ///< empty: none
    PasswordHash password;
    std::int64_t createdMs = 0;
    std::int64_t modifiedMs = 0;
    bool activated = true;

    /// True for its user ID, in any case, and its UUID.
    [[nodiscard]] bool isNamed(std::string_view idOrUuid) const;
};

/// A user ID as the service keeps it: ASCII upper case folded to lower case.
[[nodiscard]] std::string foldUserId(std::string_view text);

enum class UserIdFault { None, TooLong, NotLegal };

/// 1 to 64 characters of a-z 0-9 _ - . and no UUID, after folding.
[[nodiscard]] UserIdFault checkUserId(std::string_view folded);

/// The registered users, in the order of their registration.
class Users final
{
public:
    explicit Users(Database& database);

    /// By user ID, in any case, or by UUID.
    [[nodiscard]] std::optional<User> find(std::string_view idOrUuid) const;

    /// As it was kept; nothing when the (folded) user ID is taken.
    std::optional<User> add(User user);

    /// Changes everything but serial, UUID and user ID. The user after the change, or nothing.
    std::optional<User> change(std::string_view idOrUuid, const std::function<void(User&)>& edit);

    /// The user removed, or nothing.
    std::optional<User> remove(std::string_view idOrUuid);

    struct Page
    {
        std::vector<User> users;
        std::optional<std::uint64_t> next; ///< the serial to go on after; nothing at the end
    };
    /// The oldest `limit` users whose serial is greater than `after`. Registrations and removals between two
    /// pages neither repeat nor skip anybody.
    [[nodiscard]] Page page(std::uint64_t after, std::size_t limit) const;

    /// The newest first.
    [[nodiscard]] std::vector<User> newest(std::size_t limit) const;

    [[nodiscard]] std::size_t size() const;

private:
    Database& m_database;
};

} // namespace sandbox
