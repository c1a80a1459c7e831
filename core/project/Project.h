// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Environment.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace project {

/// What belongs to one project of the Agora Console, without its secrets.
struct Project
{
    std::string id;               ///< fixed for life; secrets are kept by it
    std::string name;             ///< chosen by the user, unique
    std::string appId;            ///< 32 hexadecimal digits
    std::string orgName;          ///< of the App Key, before the #
    std::string appName;          ///< of the App Key, behind it
    std::string restHost;         ///< origin, such as https://a41.chat.agora.io
    std::string webSocketHost;    ///< from the Console; cannot be derived from restHost
    bool production = false;      ///< writes touch real users
    bool certificateKept = false; ///< the vault of this home has its certificate

    [[nodiscard]] bool isSandbox() const;
    /// "org#app", or "" where a part is missing.
    [[nodiscard]] std::string appKey() const;
    std::vector<Environment> environments{};
    std::string environment{}; ///< the name of the one in use; empty for none

    /// By its name; nullptr for none.
    [[nodiscard]] const Environment* findEnvironment(std::string_view name) const;
    /// The one in use; nullptr for none.
    [[nodiscard]] const Environment* activeEnvironment() const { return findEnvironment(environment); }
    bool operator==(const Project&) const = default;
};

inline constexpr std::string_view kSandboxName = "sandbox";
inline constexpr std::uint16_t kSandboxPort = 8090;

/// The project that is always there: published values that protect nothing, REST on 127.0.0.1:8090.
[[nodiscard]] const Project& sandboxProject();
/// Its App Certificate, published as well.
[[nodiscard]] std::string_view sandboxCertificate();

/// A data centre of Agora Chat and its REST host (ip_allowlist page of the vendor's documents).
struct DataCentre
{
    std::string_view name;
    std::string_view restHost;
};
[[nodiscard]] std::span<const DataCentre> dataCentres();

/// An origin from what people type: "a41.chat.agora.io", "https://host:8443/", "http://127.0.0.1:8090". Adds
/// https:// where no scheme is given, drops the path. Errors: bad-host, plain-http (http outside loopback).
[[nodiscard]] base::Result<std::string> normaliseHost(std::string_view text);

/// localhost, 127.0.0.0/8 or [::1] of an origin or a bare host, with or without port.
[[nodiscard]] bool isLoopbackHost(std::string_view host);

/// Checks every field that is not empty. Errors: name-missing, bad-app-id, bad-host, plain-http,
/// bad-app-key-part; those of checkEnvironments.
[[nodiscard]] base::Result<> checkProject(const Project& project);

} // namespace project
