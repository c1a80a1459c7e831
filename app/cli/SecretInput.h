// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

#include "core/base/SecretBytes.h"
#include "core/vault/Passphrase.h"

#include <string_view>

/// Secrets come from descriptors, files and the terminal, never from the command line itself, which other
/// users can read.
namespace cli {

enum class Echo { Off, On };

/// Whether somebody can be asked: there is a terminal, and stderr is not taken elsewhere.
[[nodiscard]] bool hasTerminal();

/// A line that is typed at the terminal, whatever stdin is. Error: no-terminal.
[[nodiscard]] tl::expected<base::SecretBytes, Failure> typedText(const char* prompt, Echo echo);

/// Typed once, unseen. Errors: no-terminal, those of vault::Passphrase.
[[nodiscard]] tl::expected<vault::Passphrase, Failure> typedPassphrase(const char* prompt);

/// Read from the descriptor that `option` names up to its end; exactly one line feed at the end is dropped.
/// Errors: bad-descriptor, those of vault::Passphrase.
[[nodiscard]] tl::expected<vault::Passphrase, Failure> passphraseFrom(const Context& context,
                                                                      std::string_view option);

/// A passphrase that is to be: from the descriptor of `option` if it is given, else typed twice. Errors:
/// no-terminal, not-the-same, passphrase-weak, those above.
[[nodiscard]] tl::expected<vault::Passphrase, Failure> newPassphrase(const Context& context,
                                                                     std::string_view option);

/// A certificate from the file (`-`: stdin) of one option or the descriptor of the other; empty where neither
/// is given. A terminal is asked unseen. Errors: option-conflict, file-read, bad-certificate.
[[nodiscard]] tl::expected<base::SecretBytes, Failure>
certificateFrom(const Context& context, std::string_view fileOption, std::string_view fdOption);

} // namespace cli
