// SPDX-License-Identifier: Apache-2.0
#include "core/local/Gate.h"
#include "core/base/Trim.h"

#include <algorithm>
#include <array>

namespace local {
namespace {

constexpr std::array<std::string_view, 3> kLoopbackNames{"127.0.0.1", "localhost", "[::1]"};

/// Digits without a leading zero, 1 to 65535.
bool isPort(std::string_view text)
{
    if (text.empty() || text.size() > 5 || text.front() == '0')
        return false;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    return value <= 65535;
}

bool isLoopbackOrigin(std::string_view origin)
{
    if (origin.starts_with("http://"))
        origin.remove_prefix(7);
    else if (origin.starts_with("https://"))
        origin.remove_prefix(8);
    else
        return false;
    for (const std::string_view name : kLoopbackNames) {
        if (!origin.starts_with(name))
            continue;
        const std::string_view rest = origin.substr(name.size());
        return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
    }
    return false;
}

std::string foreignHostText(std::uint16_t port)
{
    const std::string number = std::to_string(port);
    return "This server answers only to the Host 127.0.0.1:" + number + ", localhost:" + number +
           " or [::1]:" + number +
           ", so that no web page can reach it under another name. From a phone or an emulator run "
           "'adb reverse tcp:" +
           number + " tcp:" + number + "' and use http://localhost:" + number + ".";
}

bool saysCrossSite(const Headers& headers)
{
    return std::any_of(headers.begin(), headers.end(), [](const Headers::Field& field) {
        return equalsIgnoreCase(field.first, "Sec-Fetch-Site") &&
               equalsIgnoreCase(field.second, "cross-site");
    });
}

/// The header names of a comma list, joined again; nothing when one is no token.
std::optional<std::string> headerList(std::string_view text)
{
    std::string list;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view name = base::trimmed(text.substr(0, comma), " \t");
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (name.empty())
            continue;
        if (!isToken(name))
            return std::nullopt;
        if (!list.empty())
            list += ", ";
        list += name;
    }
    return list;
}

} // namespace

bool OriginPolicy::allows(std::string_view origin) const
{
    if (origin.empty() || origin == "null")
        return false;
    if (std::find(listed.begin(), listed.end(), origin) != listed.end())
        return true;
    return anyLoopback && isLoopbackOrigin(origin);
}

bool isOwnHost(std::string_view host, std::uint16_t port)
{
    for (const std::string_view name : kLoopbackNames) {
        if (!host.starts_with(name))
            continue;
        const std::string_view rest = host.substr(name.size());
        return rest == ":" + std::to_string(port) || (rest.empty() && port == 80);
    }
    return false;
}

std::optional<Refusal> checkGate(const Headers& headers, std::uint16_t port, const OriginPolicy& policy)
{
    if (headers.count("Host") != 1)
        return Refusal{400, "A request names its Host exactly once."};
    if (!isOwnHost(headers.value("Host"), port))
        return Refusal{403, foreignHostText(port)};
    const std::size_t origins = headers.count("Origin");
    if (origins > 1)
        return Refusal{403, "A request has one Origin at most."};
    if (origins == 1 && !policy.allows(headers.value("Origin"))) {
        return Refusal{403, "Web pages of this origin may not use this server. Add the origin to the allowed "
                            "ones to let them."};
    }
    if (origins == 0 && saysCrossSite(headers))
        return Refusal{403, "Requests that another web site starts are refused."};
    return std::nullopt;
}

bool isPreflight(std::string_view method, const Headers& headers)
{
    return method == "OPTIONS" && headers.find("Origin") && headers.find("Access-Control-Request-Method");
}

Response answerPreflight(const Headers& headers)
{
    const auto asked = headerList(headers.value("Access-Control-Request-Headers"));
    if (!asked || !isToken(headers.value("Access-Control-Request-Method")))
        return {400, "text/plain; charset=utf-8", {}, "The preflight asks for no valid names.\n"};
    Response response{204, "", {}, ""};
    response.headers.emplace_back("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    if (!asked->empty())
        response.headers.emplace_back("Access-Control-Allow-Headers", *asked);
    response.headers.emplace_back("Access-Control-Max-Age", "600");
    // Chromium asks before a page of a public site may talk to loopback.
    if (equalsIgnoreCase(headers.value("Access-Control-Request-Private-Network"), "true"))
        response.headers.emplace_back("Access-Control-Allow-Private-Network", "true");
    return response;
}

} // namespace local
