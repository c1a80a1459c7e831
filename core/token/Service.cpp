// SPDX-License-Identifier: Apache-2.0
#include "core/token/Service.h"

#include <algorithm>
#include <array>

namespace token {
namespace {

constexpr PrivilegeInfo kRtc[] = {
    {1, "joinChannel"}, {2, "publishAudioStream"}, {3, "publishVideoStream"}, {4, "publishDataStream"}};
constexpr PrivilegeInfo kLogin[] = {{1, "login"}};
constexpr PrivilegeInfo kStreaming[] = {{1, "publishMixStream"}, {2, "publishRawStream"}};
constexpr PrivilegeInfo kChat[] = {{kChatPrivilegeUser, "user"}, {kChatPrivilegeApp, "app"}};
constexpr PrivilegeInfo kFcdn[] = {{1, "publish"}, {2, "play"}};
constexpr PrivilegeInfo kApaas[] = {{1, "roomUser"}, {2, "user"}, {3, "app"}};

constexpr ServiceField kChannelUid[] = {{"channel", ServiceFieldKind::Text, &Service::channel},
                                        {"uid", ServiceFieldKind::Text, &Service::uid}};
constexpr ServiceField kUserId[] = {{"user_id", ServiceFieldKind::Text, &Service::userId}};
constexpr ServiceField kApaasFields[] = {{"room_uuid", ServiceFieldKind::Text, &Service::roomUuid},
                                         {"user_uuid", ServiceFieldKind::Text, &Service::userUuid},
                                         {"role", ServiceFieldKind::Role, nullptr}};
constexpr ServiceField kRtm2Fields[] = {{"user_id", ServiceFieldKind::Text, &Service::userId},
                                        {"permissions", ServiceFieldKind::Permissions, nullptr}};

// Indexed by type - 1.
constexpr std::array<ServiceInfo, 10> kServices{{
    {ServiceType::Rtc, "RTC", kRtc, kChannelUid},
    {ServiceType::Rtm, "RTM", kLogin, kUserId},
    {ServiceType::Streaming, "Streaming", kStreaming, kChannelUid},
    {ServiceType::Fpa, "FPA", kLogin, {}},
    {ServiceType::Chat, "Chat", kChat, kUserId},
    {ServiceType::Fcdn, "FCDN", kFcdn, kChannelUid},
    {ServiceType::Apaas, "APaaS", kApaas, kApaasFields},
    {ServiceType::Rtm2, "RTM2", kLogin, kRtm2Fields},
    {ServiceType::ConvoAi, "ConvoAI", {}, {}},
    {ServiceType::Stt, "STT", {}, {}},
}};

Service chatService(std::string_view userId, std::uint16_t privilege, std::uint32_t seconds)
{
    Service service;
    service.type = static_cast<std::uint16_t>(ServiceType::Chat);
    service.privileges = {{privilege, seconds}};
    service.userId = userId;
    return service;
}

} // namespace

const Privilege* Service::privilege(std::uint16_t id) const
{
    const auto found = std::find_if(privileges.begin(), privileges.end(),
                                    [id](const Privilege& privilege) { return privilege.id == id; });
    return found == privileges.end() ? nullptr : &*found;
}

const ServiceInfo* serviceInfo(std::uint16_t type)
{
    return type >= 1 && type <= kServices.size() ? &kServices[type - 1U] : nullptr;
}

std::span<const ServiceInfo> allServices()
{
    return kServices;
}

std::string_view serviceName(std::uint16_t type)
{
    const ServiceInfo* info = serviceInfo(type);
    return info ? info->name : std::string_view{};
}

std::string_view privilegeName(std::uint16_t type, std::uint16_t privilege)
{
    if (const ServiceInfo* info = serviceInfo(type)) {
        for (const PrivilegeInfo& known : info->privileges) {
            if (known.id == privilege)
                return known.name;
        }
    }
    return {};
}

Service chatUserService(std::string_view userId, std::uint32_t seconds)
{
    return chatService(userId, kChatPrivilegeUser, seconds);
}

Service chatAppService(std::uint32_t seconds)
{
    return chatService({}, kChatPrivilegeApp, seconds);
}

} // namespace token
