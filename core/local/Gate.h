// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace local {

/// Which web pages may talk to the server. Without an Origin header (curl, an app's own code) it has no say.
struct OriginPolicy
{
    bool anyLoopback = false;        ///< http or https, host localhost, 127.0.0.1 or [::1], any port
    std::vector<std::string> listed; ///< exact origins, such as "https://app.example.com"

    /// `null`, an empty origin and everything that is neither listed nor loopback is refused.
    [[nodiscard]] bool allows(std::string_view origin) const;
};

/// True for exactly `127.0.0.1:PORT`, `localhost:PORT` and `[::1]:PORT`, byte for byte (DNS rebinding: a name
/// that merely resolves to loopback is not us). Without a port only when the server's is 80.
[[nodiscard]] bool isOwnHost(std::string_view host, std::uint16_t port);

struct Refusal
{
    int status = 403;
    std::string text;
};

/// The rules of the gate in their order: one Host (400 otherwise) of the accepted forms (403), then the
/// Origin or, without one, `Sec-Fetch-Site`. Nothing when the request may pass. Serves HTTP requests and
/// whatever they are upgraded to.
[[nodiscard]] std::optional<Refusal> checkGate(const Headers& headers, std::uint16_t port,
                                               const OriginPolicy& policy);

/// A CORS preflight: OPTIONS with Access-Control-Request-Method, from an origin that passed the gate.
[[nodiscard]] bool isPreflight(std::string_view method, const Headers& headers);

/// The answer to a preflight: 204, or 400 when the headers asked for are no list of tokens.
[[nodiscard]] Response answerPreflight(const Headers& headers);

} // namespace local
