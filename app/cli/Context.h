// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Io.h"
#include "app/cli/Options.h"

#include "core/base/Clock.h"
#include "core/base/Output.h"
#include "core/catalogue/Catalogue.h"
#include "core/catalogue/ErrorTable.h"
#include "core/project/Credentials.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cli {

/// The most that is read from stdin or a file of the user, in bytes.
inline constexpr std::size_t kMaxInput = std::size_t{8} << 20;

/// A variable of the environment; nothing when it is not set or empty.
[[nodiscard]] std::optional<std::string> environment(std::string_view name);

/// What a command works with.
struct Context
{
    Io& io;
    const Arguments& args;
    const base::Clock& clock;

    /// The folder of --home, or the default one.
    [[nodiscard]] tl::expected<project::Home, Failure> home() const;

    /// The stored projects of --home.
    [[nodiscard]] tl::expected<project::ProjectStore, Failure> projects() const;

    /// The secrets of --home, the vault still locked. What should be told of them is told on stderr.
    [[nodiscard]] project::Secrets secrets(const project::Home& home) const;

    /// A vault that cannot be used, told on stderr: what needs no certificate out of it goes on.
    void tellTrouble(const project::Secrets& secrets) const;

    /// A notice on stderr, in the words of core/text; nothing with --json, where stderr is one object.
    void notice(const base::Error& error) const;

    /// A file that is to be written: what --force allows, and never what the program needs.
    [[nodiscard]] base::Output output(const std::string& path) const;

    /// The credentials in force. Says so on stderr where a certificate in the environment is passed over.
    [[nodiscard]] tl::expected<project::Credentials, Failure> credentials() const;

    /// The same, and fit to sign with; opens the vault for that where it must.
    [[nodiscard]] tl::expected<project::Credentials, Failure> signingCredentials() const;

    /// The value of a duration option in seconds.
    [[nodiscard]] tl::expected<std::uint32_t, Failure> duration(std::string_view option,
                                                                std::uint32_t otherwise) const;
    /// The value of a whole-number option.
    [[nodiscard]] tl::expected<std::uint32_t, Failure>
    number(std::string_view option, std::uint32_t otherwise, std::uint32_t highest) const;
    /// The value of a time option that a token can hold, in Unix seconds; now without one.
    [[nodiscard]] tl::expected<std::int64_t, Failure> issueTime(std::string_view option) const;

    /// The token of the first operand; stdin for `-` or where it is left out.
    [[nodiscard]] tl::expected<std::string, Failure> tokenText() const;
    /// The time of --at in Unix seconds, or now.
    [[nodiscard]] tl::expected<std::int64_t, Failure> judgedAt() const;

    /// A value as it stands, of a file (@FILE), or of stdin (-). At most kMaxInput bytes.
    [[nodiscard]] static tl::expected<std::string, Failure> literalOrFile(const std::string& value);
    /// A file, or stdin for `-`. At most kMaxInput bytes.
    [[nodiscard]] static tl::expected<std::string, Failure> input(const std::string& file);

private:
    [[nodiscard]] tl::expected<project::Credentials, Failure> findCredentials(bool toSign) const;
};

/// The vendor's error table, built in.
[[nodiscard]] tl::expected<catalogue::ErrorTable, Failure> loadErrorTable();

/// The built-in catalogue of endpoints.
[[nodiscard]] tl::expected<catalogue::Catalogue, Failure> loadCatalogue();

/// The catalogue and the calls that only an SDK makes: what a sandbox routes by.
[[nodiscard]] tl::expected<catalogue::Catalogue, Failure> loadSandboxRoutes();

} // namespace cli
