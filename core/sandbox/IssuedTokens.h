// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// Who a token speaks for.
struct Caller
{
    bool isApp = false;
    std::string user;           ///< user ID or UUID, as the token has it; empty for the app
    std::int64_t expiresMs = 0; ///< 0: never

    bool operator==(const Caller&) const = default;
};

/// The tokens that the sandbox made itself (YWMt...): opaque, random, kept as hashes.
class IssuedTokens final
{
public:
    explicit IssuedTokens(Database& database);

    /// The token's text, which is not kept. Expired ones are swept out now and then.
    [[nodiscard]] std::string issue(const Caller& caller, std::int64_t nowMs);

    struct Issued
    {
        Caller caller;
        std::int64_t issuedMs = 0;
    };
    /// Also of an expired token; whoever asks looks at the times.
    [[nodiscard]] std::optional<Issued> find(std::string_view token) const;

    /// Forgets the tokens of a user who is gone. Either may be what a token has.
    void forgetUser(std::string_view username, std::string_view uuid);

    [[nodiscard]] static bool looksIssued(std::string_view token) { return token.starts_with("YWMt"); }

private:
    Database& m_database;
    std::size_t m_sinceSweep = 0;
};

} // namespace sandbox
