// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Strength.h"

#include "core/base/SecretBytes.h"
#include "core/vault/Errors.h"
#include "core/vault/GuardedBytes.h"

#include <array>
#include <cmath>
#include <cstring>
#include <set>
#include <string>

#include <zxcvbn.h>

namespace vault {
namespace {

constexpr std::size_t kLookedAt = 100;   // bytes: the estimate takes the square of their number
constexpr int kBitsOfWideCharacter = 11; // one of two thousand: what people write without looking it up

} // namespace

int passphraseBits(std::string_view utf8)
{
    const StackWipe wipe;
    std::array<char, kLookedAt + 1> ascii{};
    std::size_t size = 0;
    std::set<std::string_view> wide;
    for (std::size_t at = 0; at < utf8.size();) {
        if (static_cast<unsigned char>(utf8[at]) < 0x80) {
            if (size < kLookedAt)
                ascii[size++] = utf8[at];
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80)
            ++end;
        wide.insert(utf8.substr(at, end - at));
        at = end;
    }
    // The library takes a list of C strings that end with a null pointer.
    std::array<const char*, 6> ours{"chattoken", "console", "agora", "vault", "passphrase", nullptr};
    const double bits = size == 0 ? 0 : ZxcvbnMatch(ascii.data(), ours.data(), nullptr);
    base::wipe(ascii.data(), ascii.size());
    return static_cast<int>(std::floor(bits)) + kBitsOfWideCharacter * static_cast<int>(wide.size());
}

base::Result<> checkNewPassphrase(const Passphrase& passphrase)
{
    if (passphraseBits(passphrase.text()) < kLeastBits)
        return base::fail(errors::kPassphraseWeak);
    return {};
}

} // namespace vault
