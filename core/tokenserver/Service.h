// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/SecretBytes.h"
#include "core/local/Handler.h"
#include "core/local/Server.h"
#include "core/tokenserver/AccessKey.h"
#include "core/tokenserver/Delayer.h"
#include "core/tokenserver/Knobs.h"
#include "core/tokenserver/Record.h"
#include "core/tokenserver/TokenPress.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace tokenserver {

/// Bytes of a request's body. A user ID in it is always shorter than a token can hold.
inline constexpr std::size_t kBodyLimit = std::size_t{64} << 10;

/// Answers the five routes. The order of the checks: access key (401), path and method (404, 405), the knobs
/// fail and status, content type (415), the request itself (400), certificate (503).
class Service final : public local::Handler
{
public:
    /// An empty `accessKey` lets everybody ask. `clock` outlives it.
    Service(std::string appId, std::uint32_t maxExpire, const base::SecretBytes& accessKey,
            const base::Clock& clock);

    void handle(local::Request request, local::Reply reply) override;
    [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override;
    [[nodiscard]] local::Response error(int status, std::string_view text) const override;

    /// From any thread.
    void setCertificate(const base::SecretBytes& certificate);
    void setKnobs(const Knobs& knobs);
    [[nodiscard]] Knobs knobs() const;

    /// The log's view of an exchange that this service answered.
    [[nodiscard]] Record record(const local::Exchange& exchange) const;
    /// Lets go of the answers that a delay holds back.
    void dropDelayed();

private:
    struct Note;

    [[nodiscard]] local::Response answer(const local::Request& request, const Knobs& knobs);
    [[nodiscard]] tl::expected<local::Response, Fault> tryAnswer(const local::Request& request,
                                                                 const Knobs& knobs, Note& note);
    [[nodiscard]] bool failsNow(const Knobs& knobs);

    const std::uint32_t m_maxExpire;
    const base::Clock& m_clock;
    TokenPress m_press;
    mutable std::mutex m_mutex; // guards what follows
    AccessKey m_key;
    Knobs m_knobs;
    int m_failShare = 0; // percent points gathered towards the next failure
    Delayer m_delayer;   // last: its work uses the rest
};

} // namespace tokenserver
