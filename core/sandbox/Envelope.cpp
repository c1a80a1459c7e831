// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Envelope.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

/// /users of /users/alice/status.
std::string firstSegment(std::string_view resource)
{
    return std::string(resource.substr(0, std::min(resource.find('/', 1), resource.size())));
}

/// Each value an array of strings, in the order of the query.
base::JsonValue queryEcho(const Call& call)
{
    base::JsonObject echo;
    for (const auto& [name, value] : call.query) {
        const auto same =
            std::find_if(echo.begin(), echo.end(),
                         [&, &key = name](const base::JsonMember& member) { return member.first == key; });
        if (same == echo.end())
            echo.emplace_back(name, base::JsonArray{value});
        else
            same->second.array()->emplace_back(value);
    }
    return echo;
}

} // namespace

base::JsonObject envelope(const Call& call, Parts parts)
{
    const std::string& kind = call.endpoint.responseShape.envelope;
    const bool lite = kind == "lite";
    const bool fullWithEntities = kind == "full+entities";
    const bool full = kind == "full" || fullWithEntities;
    const bool thread = kind == "thread";

    base::JsonObject out;
    const auto add = [&out](std::string_view name, base::JsonValue value) {
        out.emplace_back(name, std::move(value));
    };
    if (kind != "timing" && kind != "bare")
        add("action", parts.action.empty() ? lowerCase(call.endpoint.method) : std::move(parts.action));
    if (full)
        add("application", call.application.uuid);
    if (parts.echoQuery && !call.query.empty())
        add("params", queryEcho(call));
    if (kind == "full" || parts.path)
        add("path", parts.at.empty() ? firstSegment(call.resource) : std::move(parts.at));
    if (full || lite || thread)
        add("uri", call.uri);
    if (parts.entities || lite || fullWithEntities)
        add("entities", std::move(parts.entities).value_or(base::JsonArray{}));
    if (parts.data)
        add("data", *std::move(parts.data));
    if (kind != "bare") {
        add("timestamp", call.startMs);
        add("duration", call.clock.nowMs() - call.startMs);
    }
    if (full || thread) {
        add("organization", call.application.orgName);
        add("applicationName", call.application.appName);
    }
    if (parts.cursor)
        add("cursor", *std::move(parts.cursor));
    if (parts.count)
        add("count", *parts.count);
    return out;
}

} // namespace sandbox
