// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Users.h"

#include <algorithm>

namespace sandbox {
namespace {

constexpr std::size_t kMaxUserId = 64;

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

std::optional<std::uint64_t> Users::serialOf(std::string_view idOrUuid) const
{
    const std::string folded = foldUserId(idOrUuid);
    if (const auto found = m_byName.find(folded); found != m_byName.end())
        return found->second;
    if (const auto found = m_byUuid.find(folded); found != m_byUuid.end())
        return found->second;
    return std::nullopt;
}

const User* Users::find(std::string_view idOrUuid) const
{
    const auto serial = serialOf(idOrUuid);
    return serial ? &m_users.at(*serial) : nullptr;
}

const User* Users::add(User user)
{
    if (m_byName.contains(user.username))
        return nullptr;
    user.serial = ++m_lastSerial;
    m_byName.emplace(user.username, user.serial);
    m_byUuid.emplace(user.uuid, user.serial);
    return &m_users.emplace(user.serial, std::move(user)).first->second;
}

bool Users::change(std::string_view idOrUuid, const std::function<void(User&)>& edit)
{
    const auto serial = serialOf(idOrUuid);
    if (serial)
        edit(m_users.at(*serial));
    return serial.has_value();
}

std::optional<User> Users::remove(std::string_view idOrUuid)
{
    const auto serial = serialOf(idOrUuid);
    if (!serial)
        return std::nullopt;
    User user = std::move(m_users.at(*serial));
    m_users.erase(*serial);
    m_byName.erase(user.username);
    m_byUuid.erase(user.uuid);
    return user;
}

Users::Page Users::page(std::uint64_t after, std::size_t limit) const
{
    Page page;
    auto at = m_users.upper_bound(after);
    for (; at != m_users.end() && page.users.size() < limit; ++at)
        page.users.push_back(at->second);
    if (at != m_users.end() && !page.users.empty())
        page.next = page.users.back().serial;
    return page;
}

} // namespace sandbox
