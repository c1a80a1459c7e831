// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tokenserver {

enum class TokenKind { User, App };

/// What a client asks for.
struct Wanted
{
    TokenKind kind = TokenKind::User;
    std::string userId;       ///< user tokens only, never empty for them
    std::uint32_t expire = 0; ///< seconds, from 1 to the cap
};

/// An answer without a token: `{"error":"text"}`.
struct Fault
{
    int status = 400;
    std::string text;
    std::vector<local::Headers::Field> headers{};
};

/// The shapes of the vendor's sample servers. Each reads and answers in the way that its clients expect.
enum class Shape {
    Json,  ///< the Go sample: JSON in, {"token"} out
    Query, ///< the Node and Python samples: query in, {"status","token"} out
    Form,  ///< the Java sample: form in, plain text out
};

struct Route
{
    std::string_view method;
    std::string_view path;
    Shape shape;
    TokenKind kind; ///< Form: the default, the form may say otherwise
};

[[nodiscard]] std::span<const Route> routes();

/// "POST /generate-user-token", as the start of `serve` and the page Serve list them.
[[nodiscard]] std::vector<std::string> routeNames();

/// The route of a request, or 404, or 405 with Allow.
[[nodiscard]] tl::expected<const Route*, Fault> findRoute(std::string_view method, std::string_view path);

/// The methods that a path takes, as in Allow; empty for a path that is none.
[[nodiscard]] std::string allowedMethods(std::string_view path);

/// Reads what is asked for. An expiry left out is 3600; a missing user, a number that is none, below 1 or
/// past `maxExpire` are 400, another content type than the route's is 415.
[[nodiscard]] tl::expected<Wanted, Fault> readWanted(const Route& route, const local::Request& request,
                                                     std::uint32_t maxExpire);

/// The token in the shape of the route.
[[nodiscard]] local::Response tokenAnswer(const Route& route, std::string_view token);

[[nodiscard]] local::Response faultAnswer(const Fault& fault);

} // namespace tokenserver
