// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Output.h"
#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace project {

inline constexpr std::string_view kLockWord = "lock";
inline constexpr std::string_view kLockedWord = "locked";

/// The folder that holds everything either program keeps. Created (0700) by the first write.
struct Home
{
    std::string folder;

    /// The folder that was named (--home); without one $XDG_DATA_HOME/chat-token-console or its default
    /// below $HOME. A variable that is no full path is refused: files would land wherever the program was
    /// started. Error: no-home.
    [[nodiscard]] static base::Result<Home> at(const std::optional<std::string>& folder);

    [[nodiscard]] std::string projectsFile() const { return folder + "/projects.json"; }
    [[nodiscard]] std::string vaultFile() const { return folder + "/vault.ctv"; }
    [[nodiscard]] std::string settingsFile() const { return folder + "/settings.ini"; }

    /// Numbers of the last saves that were seen; see SeenVaults.
    [[nodiscard]] std::string seenFile() const { return folder + "/seen.json"; }

    /// Takes the bits of group and others off a folder that is ours alone: the default one, or one in which
    /// nothing stands but what the programs keep. Gives home-tightened then, home-open for any other folder
    /// that has such bits, nothing where there are none.
    [[nodiscard]] std::optional<base::Error> tighten() const;

    /// What no output may touch: everything of this home, and the vault where a link leads to it.
    [[nodiscard]] base::OutputGuard guard() const;

    /// Each window of this home listens on a local socket of this name and its process id, and locks when it
    /// reads kLockWord and a line feed; it answers kLockedWord and a line feed. In $XDG_RUNTIME_DIR where
    /// there is one, else in the home: a socket's address has room for 107 bytes.
    [[nodiscard]] std::string lockSocketPrefix() const;
};

} // namespace project
