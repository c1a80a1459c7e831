// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/ContactCalls.h"

#include <utility>

namespace sandbox {

tl::expected<User, Fault> userInPath(const State& state, const Call& call, std::string_view name)
{
    auto user = state.users.find(call.pathValue(name));
    if (!user)
        return tl::unexpected(noSuchResource());
    return *std::move(user);
}

tl::expected<std::vector<std::string>, Fault> namesIn(const base::JsonValue* list, std::size_t most,
                                                      std::string_view wrong)
{
    auto names = list && list->array() && list->array()->size() <= most ? foldedNames(list) : std::nullopt;
    if (!names)
        return tl::unexpected(illegalArgument(wrong));
    return *std::move(names);
}

Fault exceedsLimit(std::string_view text)
{
    return {403, "exceed_limit", "ExceedLimitException", std::string(text)};
}

std::string pathOf(const User& owner, std::string_view what)
{
    return "/users/" + owner.uuid + "/" + std::string(what);
}

base::JsonArray namesOf(const std::vector<Contact>& contacts)
{
    base::JsonArray names;
    for (const Contact& contact : contacts)
        names.emplace_back(contact.user);
    return names;
}

} // namespace sandbox
