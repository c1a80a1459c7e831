// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Routes.h"

#include "core/base/Duration.h"
#include "core/base/Json.h"
#include "core/local/Url.h"
#include "core/token/AccessToken2.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace tokenserver {
namespace {

constexpr std::array<Route, 5> kRoutes{{
    {"POST", "/generate-user-token", Shape::Json, TokenKind::User},
    {"POST", "/generate-app-token", Shape::Json, TokenKind::App},
    {"GET", "/api/token/generateUserToken", Shape::Query, TokenKind::User},
    {"GET", "/api/token/generateAppToken", Shape::Query, TokenKind::App},
    {"POST", "/token/generate", Shape::Form, TokenKind::User},
}};

constexpr std::size_t kJsonDepth = 8;

using Pairs = std::vector<std::pair<std::string, std::string>>;

tl::unexpected<Fault> refused(int status, std::string text)
{
    return tl::unexpected<Fault>(Fault{status, std::move(text)});
}

/// The media type without its parameters, in lower case.
std::string mediaType(const local::Request& request)
{
    const std::string_view whole = request.headers.value("Content-Type");
    std::string type(whole.substr(0, whole.find(';')));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.pop_back();
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return type;
}

std::string quoted(std::string_view name)
{
    std::string text = "“";
    text += name;
    text += "”";
    return text;
}

Fault notANumber(std::string_view name)
{
    return {400, quoted(name) + " takes whole seconds, 1 or more."};
}

tl::expected<std::uint32_t, Fault> checkExpire(std::string_view name, std::optional<std::int64_t> seconds,
                                               std::uint32_t maxExpire)
{
    if (!seconds || *seconds < 1)
        return tl::unexpected(notANumber(name));
    if (*seconds > maxExpire)
        return refused(400, quoted(name) + " is over the cap of this server, " + std::to_string(maxExpire) +
                                " seconds (" + base::formatDuration(maxExpire) + ").");
    return static_cast<std::uint32_t>(*seconds);
}

/// Where an expiry is left out. A cap below it is what the client gets.
std::uint32_t defaultExpire(std::uint32_t maxExpire)
{
    return std::min(token::kDefaultExpire, maxExpire);
}

/// Digits alone. More of them than fit are as good as the largest number: past every cap.
std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    const bool digits =
        !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? number : std::numeric_limits<std::int64_t>::max();
}

const std::string* find(const Pairs& pairs, std::string_view name)
{
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

tl::expected<Wanted, Fault> readPairs(const Pairs& pairs, TokenKind kind, std::string_view userName,
                                      std::string_view expireName, std::uint32_t maxExpire)
{
    Wanted wanted{kind, {}, defaultExpire(maxExpire)};
    if (kind == TokenKind::User) {
        const std::string* user = find(pairs, userName);
        if (!user || user->empty())
            return refused(400, quoted(userName) + " is missing: whose token shall it be?");
        wanted.userId = *user;
    }
    if (const std::string* text = find(pairs, expireName)) {
        const auto expire = checkExpire(expireName, wholeNumber(*text), maxExpire);
        if (!expire)
            return tl::unexpected(expire.error());
        wanted.expire = *expire;
    }
    return wanted;
}

tl::expected<Wanted, Fault> readForm(const local::Request& request, std::uint32_t maxExpire)
{
    const std::string type = mediaType(request);
    if (!type.empty() && type != "application/x-www-form-urlencoded")
        return refused(415, "This route reads Content-Type: application/x-www-form-urlencoded.");
    const Pairs pairs = local::splitQuery(request.body);
    TokenKind kind = TokenKind::User;
    if (const std::string* text = find(pairs, "tokenType"); text && *text == "app")
        kind = TokenKind::App;
    else if (text && *text != "user")
        return refused(400, quoted("tokenType") + " is user or app.");
    return readPairs(pairs, kind, "userId", "expireSeconds", maxExpire);
}

/// A JSON number far past every cap is a number all the same.
std::optional<std::int64_t> wholeNumber(const base::JsonValue& value)
{
    return value.number() ? wholeNumber(std::string_view(value.number()->text)) : std::nullopt;
}

tl::expected<Wanted, Fault> readJson(const Route& route, const local::Request& request,
                                     std::uint32_t maxExpire)
{
    const std::string type = mediaType(request);
    if (!type.empty() && type.find("json") == std::string::npos)
        return refused(415, "This route reads Content-Type: application/json.");
    const auto body = request.body.empty() ? base::Result<base::JsonValue>(base::JsonObject{})
                                           : base::JsonValue::parse(request.body, kJsonDepth);
    if (!body || !body->object())
        return refused(400, "The body is no JSON object, such as {\"user_uuid\": \"alice\", "
                            "\"expire\": 3600}.");
    Wanted wanted{route.kind, {}, defaultExpire(maxExpire)};
    if (route.kind == TokenKind::User) {
        wanted.userId = body->text("user_uuid");
        if (wanted.userId.empty())
            return refused(400, quoted("user_uuid") + " is missing: whose token shall it be?");
    }
    if (const base::JsonValue* value = body->find("expire"); value && !value->isNull()) {
        const auto expire = checkExpire("expire", wholeNumber(*value), maxExpire);
        if (!expire)
            return tl::unexpected(expire.error());
        wanted.expire = *expire;
    }
    return wanted;
}

} // namespace

std::span<const Route> routes()
{
    return kRoutes;
}

std::vector<std::string> routeNames()
{
    std::vector<std::string> names;
    for (const Route& route : kRoutes)
        names.push_back(std::string(route.method) + ' ' + std::string(route.path));
    return names;
}

std::string allowedMethods(std::string_view path)
{
    std::string methods;
    for (const Route& route : kRoutes) {
        if (route.path == path)
            methods = route.method == "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
    }
    return methods;
}

tl::expected<const Route*, Fault> findRoute(std::string_view method, std::string_view path)
{
    for (const Route& route : kRoutes) {
        if (route.path == path && route.method == method)
            return &route;
    }
    std::string methods = allowedMethods(path);
    if (!methods.empty())
        return tl::unexpected(
            Fault{405, "This path takes " + methods + '.', {{std::string("Allow"), std::move(methods)}}});
    std::string all;
    for (const std::string& name : routeNames())
        all += (all.empty() ? "" : ", ") + name;
    return refused(404, "There is nothing at this path. This server knows " + all + '.');
}

tl::expected<Wanted, Fault> readWanted(const Route& route, const local::Request& request,
                                       std::uint32_t maxExpire)
{
    switch (route.shape) {
    case Shape::Json:
        return readJson(route, request, maxExpire);
    case Shape::Query:
        return readPairs(local::splitQuery(request.query), route.kind, "account", "expireTimeInSeconds",
                         maxExpire);
    case Shape::Form:
        return readForm(request, maxExpire);
    }
    return refused(500, "The route has no shape.");
}

local::Response tokenAnswer(const Route& route, std::string_view token)
{
    local::Response response{200, "application/json", {{"Cache-Control", "no-store"}}, {}};
    const std::string text(token); // Base64: nothing in it needs escaping
    switch (route.shape) {
    case Shape::Json:
        response.body = "{\"token\":\"" + text + "\"}";
        break;
    case Shape::Query:
        response.body = "{\"status\":\"success\",\"token\":\"" + text + "\"}";
        break;
    case Shape::Form:
        response.contentType = "text/plain; charset=utf-8";
        response.body = text;
        break;
    }
    return response;
}

local::Response faultAnswer(const Fault& fault)
{
    return {fault.status, "application/json", fault.headers,
            base::JsonValue(base::JsonObject{{"error", fault.text}}).toJson()};
}

} // namespace tokenserver
