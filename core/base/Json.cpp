// SPDX-License-Identifier: Apache-2.0
#include "core/base/Json.h"

#include "core/base/Utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace base {
namespace {

void newLine(std::string& out, JsonStyle style, std::size_t depth)
{
    if (style == JsonStyle::Pretty) {
        out += '\n';
        out.append(depth * 2, ' ');
    }
}

void write(std::string& out, const JsonValue& value, JsonStyle style, std::size_t depth);

/// One list in brackets; `item` writes what stands behind the indentation.
template<class Container, class WriteItem>
void writeList(std::string& out, const Container& items, const char* brackets, JsonStyle style,
               std::size_t depth, WriteItem item)
{
    out += brackets[0];
    bool first = true;
    for (const auto& entry : items) {
        if (!first)
            out += ',';
        first = false;
        newLine(out, style, depth + 1);
        item(entry);
    }
    if (!items.empty())
        newLine(out, style, depth);
    out += brackets[1];
}

void write(std::string& out, const JsonValue& value, JsonStyle style, std::size_t depth)
{
    if (const bool* flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const JsonNumber* number = value.number()) {
        out += number->text;
    } else if (const std::string* text = value.string()) {
        appendJsonString(out, *text);
    } else if (const JsonArray* array = value.array()) {
        writeList(out, *array, "[]", style, depth,
                  [&](const JsonValue& item) { write(out, item, style, depth + 1); });
    } else if (const JsonObject* object = value.object()) {
        writeList(out, *object, "{}", style, depth, [&](const JsonMember& member) {
            appendJsonString(out, member.first);
            out += style == JsonStyle::Pretty ? ": " : ":";
            write(out, member.second, style, depth + 1);
        });
    } else {
        out += "null";
    }
}

} // namespace

const JsonValue* JsonValue::find(std::string_view name) const
{
    const JsonObject* members = object();
    if (!members)
        return nullptr;
    const auto found = std::find_if(members->rbegin(), members->rend(),
                                    [&](const JsonMember& member) { return member.first == name; });
    return found == members->rend() ? nullptr : &found->second;
}

std::string_view JsonValue::text(std::string_view name, std::string_view fallback) const
{
    const JsonValue* member = find(name);
    const std::string* string = member ? member->string() : nullptr;
    return string ? std::string_view(*string) : fallback;
}

std::optional<std::int64_t> JsonValue::integer() const
{
    const JsonNumber* num = number();
    if (!num)
        return std::nullopt;
    std::int64_t value = 0;
    const char* end = num->text.data() + num->text.size();
    const auto [stop, error] = std::from_chars(num->text.data(), end, value);
    if (error != std::errc{} || stop != end)
        return std::nullopt;
    return value;
}

std::string JsonValue::toJson(JsonStyle style) const
{
    std::string out;
    write(out, *this, style, 0);
    return out;
}

void appendJsonEscaped(std::string& out, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8SequenceLength(text, i);
        const char c = text[i];
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += buffer;
        } else {
            out += text.substr(i, length);
        }
        i += length;
    }
}

void appendJsonString(std::string& out, std::string_view text)
{
    out += '"';
    appendJsonEscaped(out, text);
    out += '"';
}

} // namespace base
