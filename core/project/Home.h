// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace project {

/// The folder that holds everything either program keeps. Created (0700) by the first write.
struct Home
{
    std::string folder;

    /// `folder` when it is not empty (--home), else $XDG_DATA_HOME/chat-token-console or its default.
    [[nodiscard]] static Home at(const std::string& folder);

    [[nodiscard]] std::string projectsFile() const { return folder + "/projects.json"; }
    [[nodiscard]] std::string vaultFile() const { return folder + "/vault.ctv"; }
    [[nodiscard]] std::string settingsFile() const { return folder + "/settings.ini"; }
};

} // namespace project
