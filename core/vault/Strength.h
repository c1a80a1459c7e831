// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/vault/Passphrase.h"

#include <string_view>

namespace vault {

/// Bits below which a new passphrase is refused. A guess costs an attacker what opening costs us, about a
/// second and 256 MiB: 2^40 of them are out of reach of one person, not of everybody.
inline constexpr int kLeastBits = 40;
/// Bits from which a passphrase is called good, and strong.
inline constexpr int kGoodBits = 60;
inline constexpr int kStrongBits = 80;

/// How many guesses the text takes, as a power of two, by zxcvbn: words, names, dates, patterns of the
/// keyboard and repetitions count for little, and the words of this program for nothing. Only the first 100
/// bytes are looked at. A character that is not ASCII counts 11 bits, once, whatever stands around it. An
/// estimate from below: no text is better than this says by much, and one that was leaked or quoted is worse.
[[nodiscard]] int passphraseBits(std::string_view utf8);

/// For one that is to be; what opens a vault that is there is never asked. Error: passphrase-weak.
[[nodiscard]] base::Result<> checkNewPassphrase(const Passphrase& passphrase);

} // namespace vault
