// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/base/Json.h"
#include "core/base/Utf8.h"

// Boost.JSON without its library: the parser is a template, the rest of what it needs is compiled here.
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include <limits>

namespace base {
namespace {

namespace json = boost::json;
using ErrorCode = json::error_code;

/// Limits that basic_parser asks of every handler; sizes are bounded by the input, which callers cap.
struct HandlerLimits
{
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
};

/// Accepts everything: to know whether a text is JSON.
struct Validator : HandlerLimits
{
    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }
    bool on_object_begin(ErrorCode&) { return true; }
    bool on_object_end(std::size_t, ErrorCode&) { return true; }
    bool on_array_begin(ErrorCode&) { return true; }
    bool on_array_end(std::size_t, ErrorCode&) { return true; }
    bool on_key_part(json::string_view, std::size_t, ErrorCode&) { return true; }
    bool on_key(json::string_view, std::size_t, ErrorCode&) { return true; }
    bool on_string_part(json::string_view, std::size_t, ErrorCode&) { return true; }
    bool on_string(json::string_view, std::size_t, ErrorCode&) { return true; }
    bool on_number_part(json::string_view, ErrorCode&) { return true; }
    bool on_int64(std::int64_t, json::string_view, ErrorCode&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, ErrorCode&) { return true; }
    bool on_double(double, json::string_view, ErrorCode&) { return true; }
    bool on_bool(bool, ErrorCode&) { return true; }
    bool on_null(ErrorCode&) { return true; }
    bool on_comment_part(json::string_view, ErrorCode&) { return true; }
    bool on_comment(json::string_view, ErrorCode&) { return true; }
};

/// Builds the value. Open containers stand on a stack; a finished one moves into the one below it.
struct Builder : HandlerLimits
{
    struct Open
    {
        JsonValue container;
        std::string key;
    };
    std::vector<Open> open;
    JsonValue root;
    std::string part; // of a key, string or number that arrives in pieces

    bool put(JsonValue value)
    {
        if (open.empty()) {
            root = std::move(value);
        } else if (JsonArray* array = open.back().container.array()) {
            array->push_back(std::move(value));
        } else {
            open.back().container.object()->emplace_back(std::move(open.back().key), std::move(value));
        }
        return true;
    }
    std::string take(json::string_view last)
    {
        part.append(last.data(), last.size());
        return std::exchange(part, {});
    }
    bool collect(json::string_view piece)
    {
        part.append(piece.data(), piece.size());
        return true;
    }
    bool close()
    {
        JsonValue done = std::move(open.back().container);
        open.pop_back();
        return put(std::move(done));
    }

    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }
    bool on_object_begin(ErrorCode&)
    {
        open.push_back({JsonObject{}, {}});
        return true;
    }
    bool on_object_end(std::size_t, ErrorCode&) { return close(); }
    bool on_array_begin(ErrorCode&)
    {
        open.push_back({JsonArray{}, {}});
        return true;
    }
    bool on_array_end(std::size_t, ErrorCode&) { return close(); }
    bool on_key_part(json::string_view piece, std::size_t, ErrorCode&) { return collect(piece); }
    bool on_key(json::string_view last, std::size_t, ErrorCode&)
    {
        open.back().key = take(last);
        return true;
    }
    bool on_string_part(json::string_view piece, std::size_t, ErrorCode&) { return collect(piece); }
    bool on_string(json::string_view last, std::size_t, ErrorCode&) { return put(take(last)); }
    bool on_number_part(json::string_view piece, ErrorCode&) { return collect(piece); }
    bool on_int64(std::int64_t, json::string_view last, ErrorCode&) { return put(JsonNumber{take(last)}); }
    bool on_uint64(std::uint64_t, json::string_view last, ErrorCode&) { return put(JsonNumber{take(last)}); }
    bool on_double(double, json::string_view last, ErrorCode&) { return put(JsonNumber{take(last)}); }
    bool on_bool(bool value, ErrorCode&) { return put(value); }
    bool on_null(ErrorCode&) { return put(nullptr); }
    bool on_comment_part(json::string_view, ErrorCode&) { return true; }
    bool on_comment(json::string_view, ErrorCode&) { return true; }
};

template<class Handler>
Result<> run(json::basic_parser<Handler>& parser, std::string_view text, std::size_t maxDepth)
{
    ErrorCode error;
    std::size_t used = firstInvalidUtf8(text);
    if (used != std::string_view::npos)
        error = json::error::syntax;
    else
        used = parser.write_some(false, text.data(), text.size(), error);
    if (!error) {
        while (used < text.size() && std::string_view(" \t\r\n").find(text[used]) != std::string_view::npos)
            ++used;
        if (used < text.size())
            error = json::error::extra_data;
    }
    if (!error)
        return {};
    if (error == json::error::too_deep)
        return fail(errors::kJsonTooDeep, "", std::vector{std::to_string(maxDepth)});
    return fail(errors::kBadJson, "", std::vector{std::to_string(used), error.message()});
}

json::parse_options withDepth(std::size_t maxDepth)
{
    json::parse_options options;
    options.max_depth = maxDepth;
    // UTF-8 is checked here: where the parser of Boost 1.81 does it, a string with an escape and more than 4
    // KiB of other alphabets behind it overruns its buffer on the stack.
    options.allow_invalid_utf8 = true;
    return options;
}

} // namespace

Result<JsonValue> JsonValue::parse(std::string_view text, std::size_t maxDepth)
{
    json::basic_parser<Builder> parser(withDepth(maxDepth));
    if (auto done = run(parser, text, maxDepth); !done)
        return fail(done.error());
    return std::move(parser.handler().root);
}

struct JsonCheck::State
{
    json::basic_parser<Validator> parser{withDepth(64)};
    std::optional<Verdict> end; ///< once nothing that follows can change it
    bool begun = false;
    bool done = false; ///< the value is whole; only white space may follow
    std::string held;  ///< the beginning of a sequence of UTF-8 that the next piece ends

    /// The pieces up to the last whole sequence; Broken where a sequence is none.
    void takeText(std::string_view piece)
    {
        held += piece;
        std::size_t whole = firstInvalidUtf8(held);
        if (whole == std::string::npos)
            whole = held.size();
        else if (held.size() - whole >= 4 || !mayGoOn(std::string_view(held).substr(whole)))
            end = Verdict::Broken;
        if (!end && whole > 0)
            take(true, std::string_view(held).substr(0, whole));
        held.erase(0, whole);
    }

    /// Whether some bytes behind these make a sequence of UTF-8.
    static bool mayGoOn(std::string_view open)
    {
        for (const std::string_view rest : {"\x80\x80\x80", "\x90\x80\x80", "\xA0\x80\x80"})
            if (utf8SequenceLength(std::string(open).append(rest), 0) > open.size())
                return true;
        return false;
    }

    void take(bool more, std::string_view piece)
    {
        ErrorCode error;
        std::size_t used = 0;
        if (!done) {
            used = parser.write_some(more, piece.data(), piece.size(), error);
            done = parser.done();
        }
        if (!error && done && piece.find_first_not_of(" \t\r\n", used) != std::string_view::npos)
            error = json::error::extra_data;
        if (error == json::error::incomplete)
            end = Verdict::Cut;
        else if (error == json::error::too_deep)
            end = Verdict::TooDeep;
        else if (error)
            end = Verdict::Broken;
    }
};

JsonCheck::JsonCheck()
    : m_state(std::make_unique<State>())
{
}

JsonCheck::~JsonCheck() = default;

void JsonCheck::feed(std::string_view piece)
{
    if (m_state->end || piece.empty())
        return;
    m_state->begun = true;
    m_state->takeText(piece);
}

JsonCheck::Verdict JsonCheck::verdict()
{
    if (!m_state->end && !m_state->begun)
        m_state->end = Verdict::Cut;
    if (!m_state->end && !m_state->held.empty())
        m_state->end = Verdict::Cut;
    if (!m_state->end)
        m_state->take(false, {});
    return m_state->end.value_or(Verdict::Whole);
}

std::string prettyJson(std::string_view text)
{
    json::basic_parser<Validator> validator(withDepth(64));
    if (!run(validator, text, 64))
        return std::string(text);

    std::string out;
    out.reserve(text.size() + text.size() / 4);
    std::size_t depth = 0;
    bool inString = false;
    const auto newLine = [&] {
        out += '\n';
        out.append(depth * 2, ' ');
    };
    const auto nextVisible = [&](std::size_t i) { return text.find_first_not_of(" \t\r\n", i); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            out += c;
            if (c == '\\')
                out += text[++i];
            else if (c == '"')
                inString = false;
            continue;
        }
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        case '{':
        case '[': {
            out += c;
            const std::size_t next = nextVisible(i + 1);
            if (text[next] == '}' || text[next] == ']') {
                out += text[next];
                i = next;
                break;
            }
            ++depth;
            newLine();
            break;
        }
        case '}':
        case ']':
            --depth;
            newLine();
            out += c;
            break;
        case ',':
            out += c;
            newLine();
            break;
        case ':':
            out += ": ";
            break;
        case '"':
            inString = true;
            out += c;
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace base
