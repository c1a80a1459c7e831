// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace token {

enum class FieldKind : std::uint8_t { U16, U32, I16, Length, Count, Text, Bytes };

/// Where in the tree a field hangs; the indices that count are those named.
enum class FieldScope : std::uint8_t {
    Root,            ///< name
    Service,         ///< services[service].name
    Privilege,       ///< services[service].privileges[a].name
    Resource,        ///< services[service].permissions[a].name
    Permission,      ///< services[service].permissions[a].permissions[b].name
    Item,            ///< services[service].permissions[a].permissions[b].resources[c]
    LegacyPrivilege, ///< privileges[a].name (006)
    LegacyExtra,     ///< extra[a].name (005)
};

/// One field of a payload and the bytes it stands in. A string's length and a list's count are fields of
/// their own. The fields of a payload follow each other without gap or overlap.
struct Field
{
    std::string_view name; ///< static text
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint16_t service = 0;
    std::uint16_t a = 0;
    std::uint16_t b = 0;
    std::uint16_t c = 0;
    FieldScope scope = FieldScope::Root;
    FieldKind kind = FieldKind::Bytes;
};

/// "services[0].user_id", "services[0].user_id.length", "services.count".
[[nodiscard]] std::string fieldPath(const Field& field);

/// The value as JSON: a number, a text (bytes that are no UTF-8 as \xXX), or hexadecimal digits for Bytes.
[[nodiscard]] base::JsonValue fieldValue(const Field& field, std::string_view payload);

} // namespace token
