// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace base {

class JsonValue;

/// A number as it stands in the text: every digit kept, never a double.
struct JsonNumber
{
    std::string text;
    bool operator==(const JsonNumber&) const = default;
};

using JsonArray = std::vector<JsonValue>;
using JsonMember = std::pair<std::string, JsonValue>;
using JsonObject = std::vector<JsonMember>; ///< order and duplicates as in the text

enum class JsonStyle { Compact, Pretty };

/// The one JSON value of the project: keeps the order of members and the digits of numbers (ids of the Chat
/// service lie above 2^53, where QJsonDocument and every double round).
class JsonValue final
{
public:
    JsonValue() = default; ///< null
    JsonValue(std::nullptr_t) {}
    template<std::same_as<bool> T>
    JsonValue(T value)
        : m_value(value)
    {
    }
    template<std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>) JsonValue(T value)
        : m_value(JsonNumber{std::to_string(value)})
    {
    }
    JsonValue(JsonNumber value)
        : m_value(std::move(value))
    {
    }
    JsonValue(std::string value)
        : m_value(std::move(value))
    {
    }
    JsonValue(std::string_view value)
        : m_value(std::string(value))
    {
    }
    JsonValue(const char* value)
        : m_value(std::string(value))
    {
    }
    JsonValue(JsonArray value)
        : m_value(std::move(value))
    {
    }
    JsonValue(JsonObject value)
        : m_value(std::move(value))
    {
    }

    /// Strict RFC 8259, the whole text, at most `maxDepth` levels. Errors: bad-json with the byte offset,
    /// json-too-deep.
    [[nodiscard]] static Result<JsonValue> parse(std::string_view text, std::size_t maxDepth = 64);

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const JsonNumber* number() const { return std::get_if<JsonNumber>(&m_value); }
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&m_value); }
    [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&m_value); }
    [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&m_value); }
    [[nodiscard]] JsonArray* array() { return std::get_if<JsonArray>(&m_value); }
    [[nodiscard]] JsonObject* object() { return std::get_if<JsonObject>(&m_value); }

    /// The member of that name (the last of several), or nullptr.
    [[nodiscard]] const JsonValue* find(std::string_view name) const;

    /// The member's text, or `fallback` when it is missing or no string.
    [[nodiscard]] std::string_view text(std::string_view name, std::string_view fallback = {}) const;

    /// The number where it is an integer written without fraction or exponent and fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const;

    [[nodiscard]] std::string toJson(JsonStyle style = JsonStyle::Compact) const;

    bool operator==(const JsonValue&) const = default;

private:
    std::variant<std::monostate, bool, JsonNumber, std::string, JsonArray, JsonObject> m_value;
};

/// Says of a text that comes in pieces whether it is one JSON value by the rules of JsonValue::parse, in
/// memory that does not grow with it.
class JsonCheck final
{
public:
    enum class Verdict {
        Whole,  ///< one value, and nothing behind it but white space
        Cut,    ///< the beginning of one
        Broken, ///< no JSON, whatever may follow
        TooDeep ///< more than 64 levels: not looked at further
    };

    JsonCheck();
    ~JsonCheck();
    JsonCheck(const JsonCheck&) = delete;
    JsonCheck& operator=(const JsonCheck&) = delete;

    void feed(std::string_view piece);
    /// What it is when nothing more follows.
    [[nodiscard]] Verdict verdict();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Appends what stands between the quotes of `appendJsonString`.
void appendJsonEscaped(std::string& out, std::string_view text);

/// Appends the quoted, escaped form of `text`; bytes that are no UTF-8 become U+FFFD, as JSON must be UTF-8.
void appendJsonString(std::string& out, std::string_view text);

/// JSON text laid out again with two blanks a level, every digit and every member as it stands. Works on the
/// text itself in one pass and never fails: what is no JSON comes back unchanged.
[[nodiscard]] std::string prettyJson(std::string_view text);

} // namespace base
