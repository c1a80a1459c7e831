// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Mailbox.h"
#include "core/sandbox/Sandbox.h"
#include "core/token/AccessToken2.h"
#include "tests/support/RawClient.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

/// A clock that stands until it is moved. The sandbox reads it on the server's thread.
class ManualClock final : public base::Clock
{
public:
    [[nodiscard]] std::int64_t nowMs() const override { return m_nowMs; }
    void advance(std::int64_t ms) { m_nowMs += ms; }

private:
    std::atomic<std::int64_t> m_nowMs{1'700'000'000'000};
};

/// What came back, with the body read as JSON (null when it is none).
struct Answer
{
    int status = 0;
    base::JsonValue json;
    support::RawAnswer raw;

    [[nodiscard]] std::string text(std::string_view name) const { return std::string(json.text(name)); }
    /// The n-th of `entities`, or null.
    [[nodiscard]] base::JsonValue entity(std::size_t n) const;
    /// The names of the members, in order, with a blank between.
    [[nodiscard]] std::string memberNames() const;
};

/// A running sandbox and what it takes to talk to it over real HTTP.
struct SandboxTrial
{
    static constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
    static constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
    static constexpr std::string_view kOrg = "41434878";
    static constexpr std::string_view kApp = "504205";

    SandboxTrial();

    [[nodiscard]] std::string appToken(std::uint32_t seconds = 3600) const;
    [[nodiscard]] std::string userToken(std::string_view user, std::uint32_t seconds = 3600) const;
    /// Issued at the clock's time, signed with `certificate`.
    [[nodiscard]] std::string token(std::vector<token::Service> services, std::uint32_t seconds = 3600,
                                    std::string_view certificate = kCertificate,
                                    std::string_view appId = kAppId, std::int64_t issuedAt = 0) const;

    /// `target` is what follows the application, with its query. An empty token: no Authorization.
    [[nodiscard]] Answer call(std::string_view method, std::string_view target, std::string_view body,
                              const std::string& bearer) const;
    /// With an app token.
    [[nodiscard]] Answer call(std::string_view method, std::string_view target,
                              std::string_view body = {}) const;
    /// The whole target and the header lines as they stand.
    [[nodiscard]] Answer raw(std::string_view method, std::string_view target, std::string_view headerLines,
                             std::string_view body = {}) const;
    /// Sets a knob while it runs.
    void turn(std::string_view assignment);
    void registerUsers(std::string_view jsonArray) const;
    /// u0, u1, ...
    void registerMany(std::size_t count) const;
    /// What has not arrived at that user, announced or not.
    [[nodiscard]] std::int64_t waitingCount(std::string_view user) const;

    ManualClock clock;
    catalogue::Catalogue endpoints;
    base::Mailbox<sandbox::FrameRecord> frames{1000};
    sandbox::Sandbox server;
    sandbox::Address address;
    std::string prefix = "/" + std::string(kOrg) + "/" + std::string(kApp);
};
