// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/local/Limits.h"
#include "core/tokenserver/Knobs.h"
#include "core/tokenserver/Record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tokenserver {

inline constexpr std::uint16_t kDefaultPort = 8080;        ///< of the vendor's guide
inline constexpr std::uint32_t kHighestMaxExpire = 86'400; ///< seconds; what Agora Chat documents

struct Settings
{
    std::string appId;                           ///< the one project that it signs for
    std::uint16_t port = kDefaultPort;           ///< 0: any free one
    std::vector<std::string> origins{};          ///< web pages that may ask; none unless listed
    std::uint32_t maxExpire = kHighestMaxExpire; ///< seconds; a request for more is refused
    base::SecretBytes accessKey{};               ///< empty: every user of this machine may ask
    local::Limits limits{};
    std::function<void(Record)> log{}; ///< on the server's thread; may be empty
};

/// What can be wrong before a server is made: origins are brought to the form in which browsers send them,
/// the cap is at most 24 h, the key fits a header. Errors: bad-origin, bad-max-expire, bad-access-key.
[[nodiscard]] base::Result<> checkSettings(Settings& settings);

/// The local token server: the routes of the vendor's sample servers on loopback, for one project. It begins
/// without a certificate and answers 503 until it has one, and again once that is taken away.
class TokenServer final
{
public:
    /// `clock` outlives it.
    TokenServer(Settings settings, const base::Clock& clock);
    ~TokenServer(); ///< stops
    TokenServer(const TokenServer&) = delete;
    TokenServer& operator=(const TokenServer&) = delete;

    /// The port. Errors: those of local::Server (port-in-use, listen-failed, too-few-descriptors).
    [[nodiscard]] base::Result<std::uint16_t> start();
    void stop();
    [[nodiscard]] bool isRunning() const;

    /// From any thread, at any time. An empty certificate takes it away at once: no token is signed after the
    /// call.
    void setCertificate(const base::SecretBytes& certificate);
    void setKnobs(const Knobs& knobs);
    [[nodiscard]] Knobs knobs() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// http://127.0.0.1:PORT
[[nodiscard]] std::string urlOf(std::uint16_t port);

} // namespace tokenserver
