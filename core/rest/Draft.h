// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/project/Project.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rest {

/// A request as a person writes it: an endpoint and texts by field name.
///
/// A name is the catalogue's: `username`, `pushMessage.title`, `[].username`. In a body that is an array,
/// `[2].username` means the third object, and `[].username` takes a list, one object per entry;
/// `usernames[2]` is one entry of a list. A member that the catalogue does not list may be set below a field
/// of type Object (`ext.colour`). Where a name stands in two places of the same endpoint, `path:`, `query:`,
/// `header:` or `body:` before it says which; without it, the first of these four is meant.
struct Draft
{
    using Value = std::pair<std::string, std::string>;

    std::string endpointId;
    std::vector<Value> values;          ///< in order; an empty text is sent as one
    std::optional<std::string> rawBody; ///< sent as it stands in place of the body fields

    void set(std::string_view name, std::string_view value); ///< replaces the value of that name
    [[nodiscard]] const std::string* find(std::string_view name) const;
    bool operator==(const Draft&) const = default;
};

/// Where a request goes.
struct Target
{
    std::string host;    ///< origin, such as https://a41.chat.agora.io
    std::string orgName; ///< with appName empty or both empty the /app-id/{app_id}/ form is used
    std::string appName;
    std::string appId;
};

[[nodiscard]] Target targetOf(const project::Project& project);

/// A draft that can be sent as it is: the endpoint's example body taken apart into its fields, example values
/// for the path and what else is required, and the query parameters and headers that have a default.
[[nodiscard]] Draft defaultDraft(const catalogue::Endpoint& endpoint);

} // namespace rest
