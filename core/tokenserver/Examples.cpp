// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Examples.h"

namespace tokenserver {
namespace {

/// In single quotes, as every POSIX shell reads it.
std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

} // namespace

std::string curlLine(const Route& route, std::string_view url, std::string_view accessKey)
{
    const bool user = route.kind == TokenKind::User;
    std::string line = "curl";
    std::string target = std::string(url) + std::string(route.path);
    switch (route.shape) {
    case Shape::Json:
        line += " -X POST " + quoted(target) + " -H 'Content-Type: application/json' -d ";
        line += quoted(user ? R"({"user_uuid": "alice", "expire": 3600})" : R"({"expire": 3600})");
        break;
    case Shape::Query:
        target += user ? "?account=alice&expireTimeInSeconds=3600" : "?expireTimeInSeconds=3600";
        line += ' ' + quoted(target);
        break;
    case Shape::Form:
        line += " -X POST " + quoted(target) + " -d 'userId=alice&expireSeconds=3600&tokenType=user'";
        break;
    }
    if (!accessKey.empty())
        line += " -H " + quoted("Authorization: Bearer " + std::string(accessKey));
    return line;
}

} // namespace tokenserver
