// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/AccessToken2.h"
#include "core/token/Field.h"
#include "core/token/Problem.h"
#include "core/token/Service.h"
#include "core/token/Zlib.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace token {

inline constexpr std::size_t kMaxTokenText = std::size_t{4} << 20; ///< characters that are looked at
inline constexpr std::size_t kMaxPayload = std::size_t{1} << 20;   ///< bytes that are inflated, then "bomb"

/// Bytes. No builder makes a larger payload (a usual one has 130); what looks at every field several times
/// stops here.
inline constexpr std::size_t kMaxBuilt = std::size_t{64} << 10;

/// An AccessToken2 taken apart as far as it can be read. A member that was not reached is empty.
struct Decoded
{
    std::string payload;                     ///< what was inflated
    std::optional<std::size_t> signingStart; ///< from here to the end of the payload is what was signed
    std::string signature;                   ///< as on the wire, 32 bytes when it is right
    std::string appId;                       ///< as on the wire, 32 hexadecimal digits when it is right
    std::optional<std::uint32_t> issueTs;
    std::optional<std::uint32_t> expire; ///< seconds after issueTs
    std::optional<std::uint32_t> salt;
    std::vector<Service> services;
    std::vector<Field> fields;     ///< cover the payload once, in order
    std::vector<Problem> problems; ///< of the text and the structure, in the order in which they were met
    bool whole = false;            ///< the zlib stream ended properly: the payload is what was sent

    [[nodiscard]] std::string_view signingInfo() const
    {
        return signingStart ? std::string_view(payload).substr(*signingStart) : std::string_view{};
    }
    [[nodiscard]] const Service* service(ServiceType type) const;

    /// Unix second at which the token as such ends (64-bit sum); nothing when a part was not reached.
    [[nodiscard]] std::optional<std::int64_t> expiresAt() const;
    /// The earlier of that and the privileges' ends. A privilege of 0 seconds has no end of its own for FPA.
    [[nodiscard]] std::optional<std::int64_t> effectiveExpiresAt() const;
};

/// Takes AccessToken2 texts apart. It never refuses to look: it decodes as far as it can, keeps the bytes of
/// every field and reports what is wrong. One object keeps its buffers; use it from one thread at a time.
class Decoder final
{
public:
    /// `text` begins with "007" and carries no wrapping (see Clean.h). The result lives until the next call.
    [[nodiscard]] const Decoded& decode(std::string_view text);
    /// The result of the last call, for good.
    [[nodiscard]] Decoded take();

    /// Checks the signature over the bytes received, in constant time. false as well where there is no
    /// signature of 32 bytes or no issue time and salt to derive the key from.
    [[nodiscard]] bool verify(const Decoded& decoded, std::string_view certificate);

private:
    Decoded m_decoded;
    Inflater m_inflater;
    Signer m_signer;
    std::string m_compressed;
};

} // namespace token
