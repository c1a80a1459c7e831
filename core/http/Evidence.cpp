// SPDX-License-Identifier: Apache-2.0
#include "core/http/Evidence.h"

#include <algorithm>

namespace http {
namespace {

bool has(const Response& response, std::string_view doubt)
{
    return std::find(response.doubts.begin(), response.doubts.end(), doubt) != response.doubts.end();
}

void add(Response& response, std::string_view doubt)
{
    if (!has(response, doubt))
        response.doubts.push_back(doubt);
}

std::optional<qint64> lengthIn(const QByteArray& text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

QByteArray Response::header(QByteArrayView name) const
{
    for (const Header& header : headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    return {};
}

bool Response::isIncomplete() const
{
    return bodyCut() || std::any_of(doubts.begin(), doubts.end(), [](std::string_view doubt) {
               return std::find(doubts::kCertain.begin(), doubts::kCertain.end(), doubt) !=
                      doubts::kCertain.end();
           });
}

void collectDoubts(Response& response, QByteArrayView method, BodyEnd end)
{
    const QByteArray transfer = response.header("Transfer-Encoding").trimmed().toLower();
    const bool chunked = transfer.contains("chunked"); // Qt's own rule
    const QByteArray length = response.header("Content-Length");
    const bool bodiless = method == "HEAD" || response.status == 204 || response.status == 304;
    const auto parts = length.split(',');
    const auto value = lengthIn(parts.first().trimmed());
    const bool framedByLength = value && parts.size() == 1 && !chunked;
    if (!transfer.isEmpty() && transfer != "chunked")
        add(response, doubts::kOddTransfer);
    if (!length.isNull()) {
        if (parts.size() > 1)
            add(response, doubts::kTwoLengths);
        else if (!value)
            add(response, doubts::kBadLength);
        if (chunked)
            add(response, doubts::kLengthAndChunked);
    }
    if (bodiless || response.bodyCut())
        return;
    if (framedByLength && *value != response.wireBytes)
        add(response, doubts::kTruncated);
    if (chunked && response.wireBytes == 0)
        return add(response, doubts::kEmptyChunked);
    if (framedByLength || has(response, doubts::kBadCompression) || has(response, doubts::kCompressionCut))
        return;
    if (end == BodyEnd::NotJson)
        add(response, doubts::kNotJson);
    else if (end == BodyEnd::Unknown && length.isNull())
        add(response, doubts::kNoLength);
}

} // namespace http
