// SPDX-License-Identifier: Apache-2.0
#include "core/project/PasteLabels.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace project {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestLabel = 48; // characters; a longer name says too little to be worth the risk
constexpr std::size_t kLongestWord = 20;  // letters and digits in one piece
constexpr int kMostWords = 5;

constexpr std::array kBefore{"export"sv,     "nextpublic"sv, "reactapp"sv, "vueapp"sv,
                             "expopublic"sv, "vite"sv,       "public"sv};
constexpr std::array kVendors{"agora"sv, "easemob"sv, "hyphenate"sv, "huanxin"sv, "chat"sv, "im"sv};
constexpr std::array kHostNouns{"hostname"sv, "host"sv,    "domainname"sv, "domain"sv, "url"sv,   "uri"sv,
                                "server"sv,   "address"sv, "endpoint"sv,   "origin"sv, "https"sv, "http"sv};

// Letters and digits only, lower case, without the vendor. The whole of a label counts.
constexpr std::array<std::pair<std::string_view, PasteSlot>, 33> kLabels{{
    {"projectname", PasteSlot::Name},
    {"project", PasteSlot::Name},
    {"appid", PasteSlot::AppId},
    {"appcertificate", PasteSlot::Certificate},
    {"appcert", PasteSlot::Certificate},
    {"primarycertificate", PasteSlot::Certificate},
    {"primaryappcertificate", PasteSlot::Certificate},
    {"appprimarycertificate", PasteSlot::Certificate},
    {"appcertificateprimary", PasteSlot::Certificate},
    {"certificate", PasteSlot::Certificate},
    {"secondarycertificate", PasteSlot::Previous},
    {"secondaryappcertificate", PasteSlot::Previous},
    {"appsecondarycertificate", PasteSlot::Previous},
    {"appcertificatesecondary", PasteSlot::Previous},
    {"previouscertificate", PasteSlot::Previous},
    {"appkey", PasteSlot::AppKey},
    {"orgname", PasteSlot::OrgName},
    {"organizationname", PasteSlot::OrgName},
    {"organization", PasteSlot::OrgName},
    {"org", PasteSlot::OrgName},
    {"appname", PasteSlot::AppName},
    {"websocket", PasteSlot::WebSocketHost},
    {"websocketaddress", PasteSlot::WebSocketHost},
    {"websockethost", PasteSlot::WebSocketHost},
    {"websocketurl", PasteSlot::WebSocketHost},
    {"websocketserver", PasteSlot::WebSocketHost},
    {"websocketdomain", PasteSlot::WebSocketHost},
    {"websocketendpoint", PasteSlot::WebSocketHost},
    {"wshost", PasteSlot::WebSocketHost},
    {"wsurl", PasteSlot::WebSocketHost},
    {"socketurl", PasteSlot::WebSocketHost},
    {"msynchost", PasteSlot::WebSocketHost},
    {"msyncurl", PasteSlot::WebSocketHost},
}};

/// One that begins with any of the words; it is taken off.
bool take(std::string_view& text, std::span<const std::string_view> words)
{
    for (const std::string_view word : words) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    }
    return false;
}

std::string plainOf(std::string_view label)
{
    std::string plain;
    for (const char c : label) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

/// A label without what stands before the name proper.
struct Stripped
{
    std::string plain;
    std::string_view rest{};
    bool vendor = false;

    explicit Stripped(std::string_view label)
        : plain(plainOf(label))
        , rest(plain)
    {
        while (rest.size() > 2 && (take(rest, kBefore) || take(rest, kVendors)))
            ;
        const std::string_view gone = std::string_view(plain).substr(0, plain.size() - rest.size());
        vendor = std::any_of(kVendors.begin(), kVendors.end(),
                             [gone](std::string_view word) { return gone.find(word) != gone.npos; });
    }
    Stripped(const Stripped&) = delete;
    Stripped& operator=(const Stripped&) = delete;
};

/// `restApiBaseUrl` and its kin: REST, API, base, and what a host is called, in that order.
bool isRestHost(const Stripped& label)
{
    static constexpr std::array kRest{"restful"sv, "rest"sv};
    static constexpr std::array kApi{"api"sv};
    static constexpr std::array kBase{"base"sv};
    std::string_view left = label.rest;
    if (left == "host")
        return true;
    const bool rest = take(left, kRest);
    const bool api = take(left, kApi);
    static_cast<void>(take(left, kBase));
    bool noun = false;
    while (take(left, kHostNouns))
        noun = true;
    return left.empty() && ((rest && (api || noun)) || (label.vendor && noun));
}

std::string_view hostOf(std::string_view value)
{
    if (const std::size_t scheme = value.find("://"); scheme != std::string_view::npos)
        value.remove_prefix(scheme + 3);
    return value.substr(0, value.find_first_of("/:?"));
}

} // namespace

std::optional<PasteSlot> slotOfLabel(std::string_view label)
{
    const Stripped stripped(label);
    const auto found = std::find_if(kLabels.begin(), kLabels.end(),
                                    [&](const auto& known) { return known.first == stripped.rest; });
    if (found != kLabels.end())
        return found->second;
    return isRestHost(stripped) ? std::optional(PasteSlot::RestHost) : std::nullopt;
}

bool speaksOfChatHost(std::string_view label)
{
    const Stripped stripped(label);
    const bool named = stripped.vendor || stripped.rest.find("rest") != std::string_view::npos;
    return named && std::any_of(kHostNouns.begin(), kHostNouns.end(), [&](std::string_view noun) {
               return stripped.rest.find(noun) != std::string_view::npos;
           });
}

std::optional<PasteSlot> slotOfChatHost(std::string_view value)
{
    std::string host(hostOf(value));
    std::transform(host.begin(), host.end(), host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!host.ends_with(".chat.agora.io") && !host.ends_with(".easemob.com"))
        return std::nullopt;
    return host.starts_with("msync") ? PasteSlot::WebSocketHost : PasteSlot::RestHost;
}

bool isLabel(std::string_view text)
{
    if (text.empty() || text.size() > kLongestLabel)
        return false;
    std::size_t word = 0;
    int words = 1;
    int digits = 0;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!digit && !letter && std::string_view("_-. ").find(c) == std::string_view::npos)
            return false;
        words += c == ' ' ? 1 : 0;
        digits += digit ? 1 : 0;
        word = digit || letter ? word + 1 : 0;
        if (word > kLongestWord)
            return false;
    }
    const char first = text.front();
    return words <= kMostWords && digits <= 4 && !(first >= '0' && first <= '9') && first != '-' &&
           first != '.';
}

} // namespace project
