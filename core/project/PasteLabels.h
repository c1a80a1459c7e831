// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace project {

/// A field of a project that a label can name.
enum class PasteSlot {
    Name,
    AppId,
    Certificate,
    Previous,
    AppKey,
    OrgName,
    AppName,
    RestHost,
    WebSocketHost,
};

/// The field that a label names. Letter case, blanks, dashes and underscores do not matter, nor does what an
/// .env file writes before a name: `export`, `VITE_`, `NEXT_PUBLIC_`, the vendor. A host has many names: REST
/// host, URL, domain, server, API, base URL, endpoint, and those with the vendor in place of “REST”.
[[nodiscard]] std::optional<PasteSlot> slotOfLabel(std::string_view label);

/// Whether the label speaks of a host of Agora Chat, be it known or not: where one was given in words that
/// nobody understands, no other may be proposed.
[[nodiscard]] bool speaksOfChatHost(std::string_view label);

/// What a host of the service is: the REST host, the WebSocket address, or another's.
[[nodiscard]] std::optional<PasteSlot> slotOfChatHost(std::string_view value);

/// Whether the text before a separator is the name of a value and can be shown: a few words or one
/// identifier. What could itself be a value (many digits, mixed letters without a break) is none.
[[nodiscard]] bool isLabel(std::string_view text);

} // namespace project
