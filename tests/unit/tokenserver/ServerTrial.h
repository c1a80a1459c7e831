// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/token/Inspector.h"
#include "core/tokenserver/RequestLog.h"
#include "core/tokenserver/TokenServer.h"
#include "tests/support/ManualClock.h"
#include "tests/support/RawClient.h"

#include <functional>
#include <string>
#include <string_view>

/// What came back. The token was taken out of whatever shape the route has.
struct Answer
{
    int status = 0;
    std::string token;
    std::string error;
    support::RawAnswer raw;
};

/// A running token server with a certificate, and what it takes to talk to it over real HTTP.
struct ServerTrial
{
    static constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
    static constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

    /// `adjust` changes the settings before the start.
    explicit ServerTrial(const std::function<void(tokenserver::Settings&)>& adjust = {});

    [[nodiscard]] Answer ask(std::string_view method, std::string_view target,
                             std::string_view headerLines = {}, std::string_view body = {}) const;
    [[nodiscard]] Answer json(std::string_view path, std::string_view body) const;
    [[nodiscard]] Answer form(std::string_view body) const;
    /// A user token for alice, in the simplest way.
    [[nodiscard]] Answer alice(std::string_view headerLines = {}) const;
    void setKnob(std::string_view assignment);

    /// Everything that can be said of a token at the clock's time, checked with the certificate.
    [[nodiscard]] token::Inspection inspect(const std::string& token) const;

    support::ManualClock clock;
    tokenserver::RequestLog log{1000};
    tokenserver::TokenServer server;
    std::uint16_t port = 0;
};

/// "user alice 3600", "app 60": what a readable token grants; "" for any other text.
[[nodiscard]] std::string grantOf(const token::Inspection& inspection);
