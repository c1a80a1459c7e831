// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Knob.h"
#include "core/base/SecretBytes.h"
#include "core/local/Handler.h"
#include "core/local/Server.h"
#include "core/tokenserver/AccessKey.h"
#include "core/tokenserver/Knobs.h"
#include "core/tokenserver/Record.h"
#include "core/tokenserver/TokenPress.h"

#include <chrono>
#include <functional>
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
    /// Has work done on the server's thread after a while; what waits at its stop is dropped.
    using Later = std::function<void(std::function<void()>, std::chrono::milliseconds)>;

    /// An empty `accessKey` lets everybody ask. `clock` outlives it.
    Service(std::string appId, std::uint32_t maxExpire, const base::SecretBytes& accessKey,
            const base::Clock& clock, Later later);

    void handle(local::Request request, local::Reply reply) override;
    [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override;
    [[nodiscard]] local::Response error(int status, std::string_view text) const override;

    /// From any thread.
    void setCertificate(const base::SecretBytes& certificate);
    void setKnobs(const Knobs& knobs);
    [[nodiscard]] Knobs knobs() const;

    /// The log's view of an exchange that this service answered.
    [[nodiscard]] Record record(const local::Exchange& exchange) const;

private:
    struct Note;

    [[nodiscard]] local::Response answer(const local::Request& request, const Knobs& knobs);
    [[nodiscard]] tl::expected<local::Response, Fault> tryAnswer(const local::Request& request,
                                                                 const Knobs& knobs, Note& note);
    [[nodiscard]] bool failsNow(const Knobs& knobs);

    const std::uint32_t m_maxExpire;
    const base::Clock& m_clock;
    const Later m_later;
    TokenPress m_press;
    mutable std::mutex m_mutex; // guards what follows
    AccessKey m_key;
    Knobs m_knobs;
    base::EvenShare m_failing;
};

} // namespace tokenserver
