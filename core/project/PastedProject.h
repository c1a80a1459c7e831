// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/SecretBytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace project {

/// What was found in a text with labelled values. A field that was not found is empty.
struct PastedProject
{
    std::string name;
    std::string appId;
    base::SecretBytes certificate; ///< primary
    base::SecretBytes previousCertificate;
    std::string orgName;
    std::string appName;
    std::string restHost;
    std::string webSocketHost;
    std::vector<std::string> contradictions; ///< fields that were given twice with different values
    std::vector<std::string> unused; ///< names of labelled values that are nothing of a project's, at most 20
    bool hostUnclear = false; ///< one of them speaks of a host, and no host was understood: propose none

    [[nodiscard]] bool empty() const;
    /// Fields without which no token can be minted or no REST call made, in the words of the interface.
    [[nodiscard]] std::vector<std::string> missing() const;
};

/// Reads `name: value`, `NAME=value`, JSON, table rows (tabs or bars) and a label with its value on the next
/// line. Known are App ID, App Certificate (primary, secondary), App Key (`org#app`), OrgName, AppName, REST
/// host or URL, WebSocket address and the variables of the environment (AGORA_APP_ID ...). Letter case,
/// blanks, dashes and underscores in labels do not matter, and a host has many names (slotOfLabel); one of
/// the service's is known by its value. Of what stands behind a host `/org/app` is read. Never fails: what is
/// not understood is told by its name, never with its value.
[[nodiscard]] PastedProject parsePastedProject(std::string_view text);

} // namespace project
