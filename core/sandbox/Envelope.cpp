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

/// What the catalogue says, unless that has a part of the call in it.
std::string pathOf(const Call& call)
{
    const std::string& documented = call.endpoint.responseShape.pathValue;
    const bool fixed = !documented.empty() && documented.find('{') == std::string::npos;
    return fixed ? documented : firstSegment(call.resource);
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
    const catalogue::ResponseShape& shape = call.endpoint.responseShape;
    const auto has = [&shape](std::string_view name) {
        const auto& fields = shape.envelopeFields;
        return std::find(fields.begin(), fields.end(), name) != fields.end();
    };
    base::JsonObject out;
    const auto add = [&out](std::string_view name, base::JsonValue value) {
        out.emplace_back(name, std::move(value));
    };
    if (has("action"))
        add("action", parts.action.empty() ? lowerCase(call.endpoint.method) : std::move(parts.action));
    if (has("application"))
        add("application", call.application.uuid);
    if (parts.echoQuery && !call.query.empty())
        add("params", queryEcho(call));
    if (has("path"))
        add("path", parts.at.empty() ? pathOf(call) : std::move(parts.at));
    if (has("uri"))
        add("uri", call.uri);
    if (parts.entities || has("entities"))
        add("entities", std::move(parts.entities).value_or(base::JsonArray{}));
    if (parts.data)
        add("data", *std::move(parts.data));
    if (has("timestamp"))
        add("timestamp", call.startMs);
    if (has("duration"))
        add("duration", call.clock.nowMs() - call.startMs);
    if (has("organization"))
        add("organization", call.application.orgName);
    if (has("applicationName"))
        add("applicationName", call.application.appName);
    if (parts.cursor)
        add("cursor", *std::move(parts.cursor));
    if (parts.count)
        add("count", *parts.count);
    return out;
}

} // namespace sandbox
