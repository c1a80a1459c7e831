// SPDX-License-Identifier: Apache-2.0
#include "core/project/Project.h"

#include "core/base/Utf8.h"
#include "core/project/Errors.h"
#include "core/token/AccessToken2.h"

#include <algorithm>

namespace project {
namespace {

using base::fail;
using base::Result;

bool isHostChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// host[:port] or [::1][:port].
bool isAuthority(std::string_view text)
{
    std::string_view port;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos || end < 3)
            return false;
        port = text.substr(end + 1);
    } else {
        const std::size_t colon = text.find(':');
        const std::string_view host = text.substr(0, colon);
        if (host.empty() || !std::all_of(host.begin(), host.end(), isHostChar))
            return false;
        port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    }
    return port.empty() || (port.starts_with(':') && port.size() <= 6 && isDigits(port.substr(1)));
}

} // namespace

bool Project::isSandbox() const
{
    return id == kSandboxName;
}

std::string Project::appKey() const
{
    return orgName.empty() || appName.empty() ? std::string() : orgName + '#' + appName;
}

const Environment* Project::findEnvironment(std::string_view wanted) const
{
    const auto found = std::find_if(environments.begin(), environments.end(),
                                    [wanted](const Environment& each) { return each.name == wanted; });
    return found == environments.end() ? nullptr : &*found;
}

const Project& sandboxProject()
{
    static const Project project{.id = std::string(kSandboxName),
                                 .name = std::string(kSandboxName),
                                 .appId = "5a4d8b0c5a4d8b0c5a4d8b0c5a4d8b0c",
                                 .orgName = "sandbox-org",
                                 .appName = "sandbox-app",
                                 .restHost = "http://127.0.0.1:" + std::to_string(kSandboxPort),
                                 .webSocketHost =
                                     "ws://127.0.0.1:" + std::to_string(kSandboxPort) + "/websocket",
                                 .production = false};
    return project;
}

std::string_view sandboxCertificate()
{
    return "00000000000000000000000000005a4d";
}

std::span<const DataCentre> dataCentres()
{
    static constexpr DataCentre kAll[] = {{"Virginia, US", "https://a41.chat.agora.io"},
                                          {"Singapore", "https://a61.chat.agora.io"},
                                          {"Frankfurt, Germany", "https://a71.chat.agora.io"}};
    return kAll;
}

bool isLoopbackHost(std::string_view host)
{
    if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos)
        host.remove_prefix(scheme + 3);
    if (host.starts_with("[::1]"))
        return host.size() == 5 || host[5] == ':' || host[5] == '/';
    host = host.substr(0, host.find_first_of(":/"));
    if (host == "localhost")
        return true;
    // 127.0.0.0/8 in the usual four numbers only: other spellings of an address are not trusted.
    int dots = 0;
    for (const char c : host) {
        if (c == '.')
            ++dots;
        else if (c < '0' || c > '9')
            return false;
    }
    return dots == 3 && host.starts_with("127.");
}

Result<std::string> normaliseHost(std::string_view text)
{
    const auto bad = [&] { return fail(errors::kBadHost, "rest_host", std::vector{base::visible(text)}); };
    std::string scheme = "https";
    std::string_view rest = text;
    if (const std::size_t end = rest.find("://"); end != std::string_view::npos) {
        scheme = rest.substr(0, end);
        rest.remove_prefix(end + 3);
    }
    rest = rest.substr(0, rest.find('/'));
    if ((scheme != "https" && scheme != "http") || !isAuthority(rest))
        return bad();
    if (scheme == "http" && !isLoopbackHost(rest))
        return fail(errors::kPlainHttp, "rest_host", std::vector{base::visible(text)});
    std::string origin = scheme + "://" + std::string(rest);
    std::transform(origin.begin(), origin.end(), origin.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return origin;
}

Result<> checkProject(const Project& project)
{
    if (project.name.empty())
        return fail(errors::kNameMissing, "name");
    if (auto ok = token::checkAppId(project.appId); !ok)
        return ok;
    const std::pair<std::string_view, const std::string&> parts[] = {{"org_name", project.orgName},
                                                                     {"app_name", project.appName}};
    for (const auto& [field, value] : parts) {
        if (value.find_first_of("#/ \t") != std::string::npos)
            return fail(errors::kBadAppKeyPart, field, std::vector{base::visible(value)});
    }
    if (!project.restHost.empty()) {
        if (auto host = normaliseHost(project.restHost); !host)
            return fail(host.error());
    }
    return checkEnvironments(project.environments);
}

} // namespace project
