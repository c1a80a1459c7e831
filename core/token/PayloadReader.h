// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Field.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace token {

/// A bounds-checked cursor over a payload with methods named after the format. Everything it reads becomes a
/// field, so the fields cover what was read without gap. Nothing is read past the end: a method that cannot
/// read returns nothing and leaves the cursor where it was.
class PayloadReader final
{
public:
    PayloadReader(std::string_view payload, std::vector<Field>& fields)
        : m_payload(payload)
        , m_fields(fields)
    {
    }

    /// Where the next fields hang. The name of a field is given to each read.
    void setScope(FieldScope scope, std::size_t service = 0, std::size_t a = 0, std::size_t b = 0,
                  std::size_t c = 0)
    {
        m_place = Field{.name = {},
                        .offset = 0,
                        .length = 0,
                        .service = static_cast<std::uint16_t>(service),
                        .a = static_cast<std::uint16_t>(a),
                        .b = static_cast<std::uint16_t>(b),
                        .c = static_cast<std::uint16_t>(c),
                        .scope = scope,
                        .kind = FieldKind::Bytes};
    }

    [[nodiscard]] std::size_t offset() const { return m_offset; }
    [[nodiscard]] std::size_t left() const { return m_payload.size() - m_offset; }

    std::optional<std::uint16_t> u16(std::string_view name, FieldKind kind = FieldKind::U16)
    {
        if (left() < 2)
            return std::nullopt;
        const auto value = static_cast<std::uint16_t>(byte(0) | byte(1) << 8);
        take(name, kind, 2);
        return value;
    }
    std::optional<std::uint32_t> u32(std::string_view name)
    {
        if (left() < 4)
            return std::nullopt;
        const std::uint32_t value = byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
        take(name, FieldKind::U32, 4);
        return value;
    }
    /// The bytes behind a length that was read before; nothing when they run past the end.
    std::optional<std::string_view> bytes(std::string_view name, FieldKind kind, std::size_t size)
    {
        if (left() < size)
            return std::nullopt;
        const std::string_view value = m_payload.substr(m_offset, size);
        take(name, kind, size);
        return value;
    }
    /// Whatever is left becomes one field.
    void rest(std::string_view name)
    {
        setScope(FieldScope::Root);
        if (left() > 0)
            take(name, FieldKind::Bytes, left());
    }

private:
    [[nodiscard]] std::uint32_t byte(std::size_t i) const
    {
        return static_cast<std::uint8_t>(m_payload[m_offset + i]);
    }
    void take(std::string_view name, FieldKind kind, std::size_t size)
    {
        Field field = m_place;
        field.name = name;
        field.kind = kind;
        field.offset = static_cast<std::uint32_t>(m_offset);
        field.length = static_cast<std::uint32_t>(size);
        m_fields.push_back(field);
        m_offset += size;
    }

    std::string_view m_payload;
    std::vector<Field>& m_fields;
    Field m_place;
    std::size_t m_offset = 0;
};

} // namespace token
