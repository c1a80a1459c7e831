// SPDX-License-Identifier: Apache-2.0
#include "app/cli/AnswerOutput.h"

#include "app/cli/Send.h"

#include "core/base/Utf8.h"
#include "core/catalogue/Answer.h"
#include "core/http/Errors.h"
#include "core/text/DoubtText.h"
#include "core/text/Format.h"

#include <algorithm>
#include <functional>

namespace cli {
namespace {

constexpr qint64 kPiece = 64 * 1024;               // bytes
constexpr qint64 kTerminalBytes = 256 * 1024;      // of a body, as in the window
constexpr qint64 kInlineBytes = 8LL * 1024 * 1024; // of a body inside the object of --json

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Hands out the body piece by piece, until `take` says no. Error: spool-failed where it cannot be read back.
base::Result<> eachPiece(const http::BodyStore& body, const std::function<bool(std::string_view)>& take)
{
    for (qint64 at = 0; at < body.size();) {
        const QByteArray piece = body.read(at, kPiece);
        if (piece.isEmpty())
            return base::fail(http::errors::kSpoolFailed, "",
                              std::vector{std::string("it cannot be read back")});
        if (!take(view(piece)))
            return {};
        at += piece.size();
    }
    return {};
}

base::Result<> printRaw(Io& io, const http::BodyStore& body)
{
    return eachPiece(body, [&io](std::string_view piece) {
        io.write(piece);
        return io.writeError() == 0;
    });
}

/// Laid out where that much is all of it, else the beginning as it came; safe for a terminal.
void printForTerminal(Io& io, const http::BodyStore& body)
{
    std::string text = body.bytes(kTerminalBytes).toStdString();
    const bool whole = body.size() <= kTerminalBytes;
    if (whole) {
        text = base::prettyJson(text);
    } else if (const std::size_t bad = base::firstInvalidUtf8(text); bad + 4 > text.size()) {
        text.resize(std::min(bad, text.size())); // a sequence that the limit cuts in two
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        io.line(base::visible(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    if (!whole)
        io.note("these are the first " + text::bytes(kTerminalBytes).toStdString() + " of " +
                text::bytes(body.size()).toStdString() + ". Send stdout to a file for all of it.");
}

bool isJson(const http::BodyStore& body)
{
    base::JsonCheck check;
    const auto read = eachPiece(body, [&check](std::string_view piece) {
        check.feed(piece);
        return true;
    });
    return read && check.verdict() == base::JsonCheck::Verdict::Whole;
}

/// JSON without the white space between its parts, so that it stands on one line.
base::Result<> printCompact(Io& io, const http::BodyStore& body)
{
    bool inString = false;
    bool escaped = false;
    return eachPiece(body, [&](std::string_view piece) {
        std::string out;
        out.reserve(piece.size());
        for (const char c : piece) {
            if (inString || std::string_view(" \t\r\n").find(c) == std::string_view::npos)
                out += c;
            if (escaped)
                escaped = false;
            else if (inString && c == '\\')
                escaped = true;
            else if (c == '"')
                inString = !inString;
        }
        io.write(out);
        return io.writeError() == 0;
    });
}

/// Where a sequence of UTF-8 begins at the end of `text` that the next piece may complete; else its size.
std::size_t openSequence(std::string_view text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const std::size_t at = text.size() - back;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0xC0)
            return base::utf8SequenceLength(text, at) == 0 ? at : text.size();
        if (byte < 0x80)
            break;
    }
    return text.size();
}

base::Result<> printAsString(Io& io, const http::BodyStore& body)
{
    std::string held;
    const auto put = [&io](std::string_view text) {
        std::string escaped;
        base::appendJsonEscaped(escaped, text);
        io.write(escaped);
    };
    io.write("\"");
    auto done = eachPiece(body, [&](std::string_view piece) {
        held += piece;
        const std::size_t end = openSequence(held);
        put(std::string_view(held).substr(0, end));
        held.erase(0, end);
        return io.writeError() == 0;
    });
    put(held);
    io.write("\"");
    return done;
}

base::JsonValue headersToJson(const QList<http::Header>& headers)
{
    base::JsonObject json;
    for (const http::Header& header : headers) {
        const std::string name = header.name.toStdString();
        const auto same =
            std::find_if(json.begin(), json.end(), [&](const auto& one) { return one.first == name; });
        if (same == json.end())
            json.emplace_back(name, header.value.toStdString());
        else // several Set-Cookie
            same->second = *same->second.string() + ", " + header.value.toStdString();
    }
    return json;
}

std::vector<std::string_view> doubtsOf(const http::Response& response)
{
    std::vector<std::string_view> all = response.doubts;
    if (response.bodyCut())
        all.insert(all.begin(), "cut");
    return all;
}

base::JsonValue listOf(const std::vector<std::string_view>& words)
{
    base::JsonArray list;
    for (const std::string_view word : words)
        list.emplace_back(word);
    return list;
}

/// The object of the contract, written part by part: its body may be larger than what memory should hold.
base::Result<> printObject(Io& io, const base::JsonValue& request, const http::Response& response,
                           const std::string& meaning)
{
    http::BodyStore body = response.body;
    QString file;
    if (body.size() > kInlineBytes) {
        auto kept = body.keep();
        if (!kept)
            return base::fail(kept.error());
        file = *kept;
    }
    io.write("{\"request\":" + request.toJson() +
             ",\"response\":{\"status\":" + std::to_string(response.status) +
             ",\"headers\":" + headersToJson(response.headers).toJson() + ",\"body\":");
    if (!file.isEmpty())
        io.write("null");
    else if (auto put = isJson(body) ? printCompact(io, body) : printAsString(io, body); !put)
        return put;
    io.write(",\"bytes\":" + std::to_string(body.size()) +
             ",\"time_ms\":" + std::to_string(response.timings.end));
    if (!file.isEmpty())
        io.write(",\"body_file\":" + base::JsonValue(file.toStdString()).toJson());
    if (const auto words = doubtsOf(response); !words.empty())
        io.write(",\"doubts\":" + listOf(words).toJson());
    io.line("},\"meaning\":" + base::JsonValue(meaning).toJson() + "}");
    if (!file.isEmpty())
        io.note("the body (" + text::bytes(body.size()).toStdString() + ") is in " + file.toStdString() +
                ", readable by you alone. It stays there until you delete it.");
    return {};
}

void warnOfDoubts(Io& io, const http::Response& response)
{
    if (response.doubts.empty())
        return;
    std::string words;
    for (const std::string_view doubt : response.doubts)
        words += (words.empty() ? "" : ", ") + std::string(doubt);
    io.note("warning: the body may not be what the server meant: " +
            text::doubts(response.doubts).toStdString() + " (" + words + ").");
}

void noteRefusal(Io& io, const catalogue::Answer& answer, const std::string& meaning)
{
    const std::string status =
        "HTTP " + std::to_string(answer.status) + (answer.error.empty() ? "" : ' ' + answer.error);
    io.note(base::visible(status + ": " + (meaning.empty() ? "not documented." : meaning)));
}

void noteRedirect(Io& io, const http::Response& response)
{
    const QByteArray target = response.header("Location");
    if (response.status >= 300 && response.status < 400 && !target.isEmpty())
        io.note(base::visible("HTTP " + std::to_string(response.status) + ": the server sends this on to " +
                              target.toStdString() + ". It was not followed."));
}

/// What is missing of the body for sure, as an error.
base::Error missing(const http::Response& response)
{
    if (response.bodyCut())
        return base::makeError(http::errors::kBodyCut, {},
                               {std::to_string(response.body.size()),
                                std::string(response.cut == http::Cut::Ratio ? "ratio" : "limit")});
    std::vector<std::string> words;
    for (const std::string_view doubt : response.doubts)
        words.emplace_back(doubt);
    return base::makeError(http::errors::kIncompleteBody, {}, std::move(words));
}

} // namespace

Outcome reportAnswer(const Context& context, const catalogue::Endpoint& endpoint,
                     const catalogue::ErrorTable& table, const base::JsonValue& request,
                     const http::Response& response)
{
    Io& io = context.io;
    const catalogue::Answer answer = catalogue::readAnswer(response.status, startOf(response));
    const std::string meaning =
        answer.refused() ? catalogue::explain(answer, &endpoint, &table).when : std::string();
    if (io.json) {
        if (const auto printed = printObject(io, request, response, meaning); !printed)
            return failed(printed.error());
    } else if (io.outIsTerminal()) {
        printForTerminal(io, response.body);
    } else if (const auto printed = printRaw(io, response.body); !printed) {
        return failed(printed.error());
    }
    io.flush();
    if (io.writeError() != 0)
        return failed(io.outputFailure());
    if (answer.refused() || !response.isIncomplete())
        warnOfDoubts(io, response);
    if (answer.refused() && !io.json)
        noteRefusal(io, answer, meaning);
    noteRedirect(io, response);
    if (answer.refused())
        return kNo;
    return response.isIncomplete() ? failed(missing(response)) : Outcome(kDone);
}

} // namespace cli
