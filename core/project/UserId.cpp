// SPDX-License-Identifier: Apache-2.0
#include "core/project/UserId.h"

#include "core/project/Errors.h"

#include <algorithm>

namespace project {
namespace {

constexpr std::size_t kLongest = 64; // characters, which are bytes here: others are told first

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDocumented(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

} // namespace

std::optional<std::string_view> userIdDoubt(std::string_view userId)
{
    if (!std::all_of(userId.begin(), userId.end(), [](char c) { return isDocumented(c) || isUpper(c); }))
        return errors::kUserIdCharacters;
    if (userId.size() > kLongest)
        return errors::kUserIdTooLong;
    if (std::any_of(userId.begin(), userId.end(), isUpper))
        return errors::kUserIdUpperCase;
    return std::nullopt;
}

} // namespace project
