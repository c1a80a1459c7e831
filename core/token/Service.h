// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace token {

/// Types a vendor SDK defines (9 and 10 only in npm agora-token 2.0.6).
enum class ServiceType : std::uint16_t {
    Rtc = 1,
    Rtm = 2,
    Streaming = 3,
    Fpa = 4,
    Chat = 5,
    Fcdn = 6,
    Apaas = 7,
    Rtm2 = 8,
    ConvoAi = 9,
    Stt = 10,
};

inline constexpr std::uint16_t kChatPrivilegeUser = 1;
inline constexpr std::uint16_t kChatPrivilegeApp = 2;

/// One entry of a service's map: what is granted, and for how many seconds after the issue time.
struct Privilege
{
    std::uint16_t id = 0;
    std::uint32_t seconds = 0;
    bool operator==(const Privilege&) const = default;
};

/// RTM2: read (0) or write (1) on the named resources.
struct Permission
{
    std::uint16_t permission = 0;
    std::vector<std::string> resources;
    bool operator==(const Permission&) const = default;
};

/// RTM2: the permissions on one kind of resource (0 messageChannels ... 4 users).
struct ResourcePermissions
{
    std::uint16_t resource = 0;
    std::vector<Permission> permissions;
    bool operator==(const ResourcePermissions&) const = default;
};

/// One service of an AccessToken2. Which of the members behind `privileges` are on the wire is decided by the
/// type (see ServiceInfo); the others stay empty.
struct Service
{
    std::uint16_t type = 0;
    std::vector<Privilege> privileges{};
    std::string channel{};  // RTC, Streaming, FCDN
    std::string uid{};      // RTC, Streaming, FCDN: decimal text or an account; "" stands for uid 0
    std::string userId{};   // RTM, Chat, RTM2
    std::string roomUuid{}; // APaaS
    std::string userUuid{}; // APaaS
    std::int16_t role = 0;  // APaaS, -1 = none
    std::vector<ResourcePermissions> permissions{}; // RTM2

    [[nodiscard]] const Privilege* privilege(std::uint16_t id) const;
    [[nodiscard]] bool is(ServiceType wanted) const { return type == static_cast<std::uint16_t>(wanted); }
    bool operator==(const Service&) const = default;
};

enum class ServiceFieldKind { Text, Role, Permissions };

/// A member of a service that follows the privileges on the wire.
struct ServiceField
{
    std::string_view name; ///< as in JSON and in field paths
    ServiceFieldKind kind = ServiceFieldKind::Text;
    std::string Service::*text = nullptr;
};

struct PrivilegeInfo
{
    std::uint16_t id;
    std::string_view name;
};

/// What a type means: the one table that building, decoding and JSON read.
struct ServiceInfo
{
    ServiceType type;
    std::string_view name;
    std::span<const PrivilegeInfo> privileges;
    std::span<const ServiceField> fields; ///< in wire order
};

/// nullptr for a type that no SDK defines.
[[nodiscard]] const ServiceInfo* serviceInfo(std::uint16_t type);
[[nodiscard]] std::span<const ServiceInfo> allServices();

/// "Chat", or "" for an unknown type.
[[nodiscard]] std::string_view serviceName(std::uint16_t type);
/// "user", or "" for an unknown privilege.
[[nodiscard]] std::string_view privilegeName(std::uint16_t type, std::uint16_t privilege);

/// A Chat service that grants `seconds` to a user (or, for the app token, to the app).
[[nodiscard]] Service chatUserService(std::string_view userId, std::uint32_t seconds);
[[nodiscard]] Service chatAppService(std::uint32_t seconds);

} // namespace token
