// SPDX-License-Identifier: Apache-2.0
#include "core/token/Field.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"

namespace token {
namespace {

std::string index(std::string_view name, unsigned value)
{
    return std::string(name) + '[' + std::to_string(value) + ']';
}

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[i - 1]);
    return value;
}

} // namespace

std::string fieldPath(const Field& field)
{
    std::string path;
    if (field.scope != FieldScope::Root && field.scope < FieldScope::LegacyPrivilege)
        path = index("services", field.service) + '.';
    switch (field.scope) {
    case FieldScope::Root:
    case FieldScope::Service:
        break;
    case FieldScope::Privilege:
        path += index("privileges", field.a) + '.';
        break;
    case FieldScope::Resource:
        path += index("permissions", field.a) + '.';
        break;
    case FieldScope::Permission:
        path += index("permissions", field.a) + '.' + index("permissions", field.b) + '.';
        break;
    case FieldScope::LegacyPrivilege:
        path = index("privileges", field.a) + '.';
        break;
    case FieldScope::LegacyExtra:
        path = index("extra", field.a) + '.';
        break;
    case FieldScope::Item:
        path += index("permissions", field.a) + '.' + index("permissions", field.b) + '.' +
                index("resources", field.c);
        break;
    }
    path += field.name;
    if (field.kind == FieldKind::Length)
        path += ".length";
    else if (field.kind == FieldKind::Count)
        path += ".count";
    return path;
}

base::JsonValue fieldValue(const Field& field, std::string_view payload)
{
    const std::string_view bytes = payload.substr(field.offset, field.length);
    switch (field.kind) {
    case FieldKind::U16:
    case FieldKind::U32:
    case FieldKind::Length:
    case FieldKind::Count:
        return littleEndian(bytes);
    case FieldKind::I16:
        return static_cast<std::int16_t>(littleEndian(bytes));
    case FieldKind::Text:
        return base::firstInvalidUtf8(bytes) == std::string_view::npos ? std::string(bytes)
                                                                       : base::visible(bytes);
    case FieldKind::Bytes:
        break;
    }
    return base::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

} // namespace token
