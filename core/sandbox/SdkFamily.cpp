// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/SdkFamily.h"

#include "core/local/Url.h"

#include <utility>

namespace sandbox {
namespace {

/// The SDK cuts a life at 2^31-1 ms: a token without an end gets that.
constexpr std::int64_t kLongestLifeMs = 2'147'483'647;

/// The SDK leaves 80 and 443 out of its URL when they are written as texts, and knows `domain` only.
base::JsonValue hosts(std::string_view host)
{
    const std::size_t colon = host.rfind(':');
    const bool hasPort = colon != std::string_view::npos && !host.ends_with(']');
    const std::string_view domain = hasPort ? host.substr(0, colon) : host;
    const std::string_view port = hasPort ? host.substr(colon + 1) : std::string_view("80");
    const base::JsonObject entry{{"protocol", "http"}, {"domain", domain}, {"ip", ""}, {"port", port}};
    return base::JsonObject{{"hosts", base::JsonArray{entry}}};
}

} // namespace

void SdkFamily::addTo(Operations& operations)
{
    operations["sdk.token.expires"] = {Access::Open, [this](const Call& call) { return tokenExpires(call); }};
}

/// The server's only sign of a renewal. The text of the refusal is the one that the SDK makes its type 52 of.
Outcome SdkFamily::tokenExpires(const Call& call)
{
    const auto token = Authenticator::bearerToken(call.authorization);
    const auto caller = token ? m_authenticator.verify(*token) : tl::unexpected(oauthFailed());
    const auto user = m_state.users.find(call.pathValue("username"));
    if (!caller || caller->isApp || !user || !user->isNamed(caller->user))
        return refuse(oauthFailed());
    m_sessions.renew(user->username, caller->expiresMs);
    const std::int64_t end = caller->expiresMs == 0 ? call.startMs + kLongestLifeMs : caller->expiresMs;
    return base::JsonObject{{"expire_timestamp", end}};
}

Outcome SdkFamily::serverList(const local::Request& request, std::string_view appId) const
{
    const std::string& appKey = m_sessions.appKey();
    bool ours = false;
    std::string named;
    for (const auto& [name, value] : local::splitQuery(request.query)) {
        if (name != "app_key" && name != "app_id")
            continue;
        named = value;
        ours = ours || value == (name == "app_key" ? std::string_view(appKey) : appId);
    }
    if (!ours || m_state.application.orgName.empty())
        return refuse(noSuchApplication(named, "easemob/server.json"));
    return base::JsonObject{{"app_key", appKey},
                            {"rest", hosts(request.host)},
                            {"msync-wx", hosts(request.host)},
                            {"enableReportLogs", "false"},
                            {"enableDataReport", "false"}};
}

} // namespace sandbox
