// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/local/Message.h"
#include "core/token/Signer.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tokenserver {

inline constexpr std::size_t kShortestKey = 16; ///< characters of an access key
inline constexpr std::size_t kLongestKey = 256;

/// 16 to 256 visible ASCII characters, as they can stand in a header. Error: bad-access-key.
[[nodiscard]] base::Result<> checkAccessKey(std::string_view key);

/// A new one: 32 characters that need no quoting in a shell.
[[nodiscard]] base::SecretBytes randomAccessKey();

/// What clients must show as `Authorization: Bearer KEY`. Only a keyed digest of it is kept. Not for use from
/// two threads at once.
class AccessKey final
{
public:
    /// Empty: everybody may ask.
    explicit AccessKey(std::string_view key);

    [[nodiscard]] bool isRequired() const { return m_required; }
    /// Compares in a time that depends neither on where nor on how long the key differs. False for a request
    /// with two Authorization headers.
    [[nodiscard]] bool admits(const local::Headers& headers);

private:
    [[nodiscard]] token::Signature digest(std::string_view text);

    bool m_required;
    std::string m_salt;
    token::Signer m_signer;
    token::Signature m_expected{};
};

} // namespace tokenserver
