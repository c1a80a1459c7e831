// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Origins.h"

#include "core/tokenserver/Errors.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tokenserver {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

/// A name, an IPv4 address or an IPv6 address in brackets, in lower case.
bool isHost(std::string_view host)
{
    if (host.starts_with('[') && host.ends_with(']')) {
        const std::string_view address = host.substr(1, host.size() - 2);
        return address.find(':') != std::string_view::npos &&
               address.find_first_not_of("0123456789abcdef:.") == std::string_view::npos;
    }
    return !host.empty() && std::all_of(host.begin(), host.end(), isHostCharacter);
}

bool isPort(std::string_view digits)
{
    int port = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return error == std::errc{} && stop == digits.data() + digits.size() && port > 0 && port <= 65535 &&
           digits.front() != '0';
}

} // namespace

base::Result<std::string> normalOrigin(std::string_view text)
{
    const auto bad = [&] { return base::fail(errors::kBadOrigin, "origin", std::vector{std::string(text)}); };
    std::string origin(text);
    std::transform(origin.begin(), origin.end(), origin.begin(), lower);
    if (origin.ends_with('/'))
        origin.pop_back();
    const bool secure = origin.starts_with("https://");
    if (!secure && !origin.starts_with("http://"))
        return bad();
    const std::size_t hostAt = secure ? 8 : 7;
    const std::size_t bracket = origin.find(']', hostAt);
    const std::size_t colon = origin.find(':', bracket == std::string::npos ? hostAt : bracket);
    if (!isHost(std::string_view(origin).substr(hostAt, colon - hostAt)))
        return bad();
    if (colon == std::string::npos)
        return origin;
    const std::string_view port = std::string_view(origin).substr(colon + 1);
    if (port.empty() || !isPort(port))
        return bad();
    if (port == (secure ? "443" : "80")) // browsers leave it out
        origin.erase(colon);
    return origin;
}

} // namespace tokenserver
