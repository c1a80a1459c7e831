// SPDX-License-Identifier: Apache-2.0
#include "core/http/Evidence.h"

#include <algorithm>

namespace http {
namespace {

void add(Response& response, std::string_view doubt)
{
    auto& list = response.doubts;
    if (std::find(list.begin(), list.end(), doubt) == list.end())
        list.push_back(doubt);
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

void collectDoubts(Response& response, QByteArrayView method)
{
    const bool chunked = response.header("Transfer-Encoding").toLower().contains("chunked");
    const QByteArray length = response.header("Content-Length");
    const bool bodiless = method == "HEAD" || response.status == 204 || response.status == 304;
    if (!length.isNull()) {
        const auto parts = length.split(',');
        const auto value = lengthIn(parts.first().trimmed());
        if (parts.size() > 1)
            add(response, doubts::kTwoLengths);
        else if (!value)
            add(response, doubts::kBadLength);
        if (chunked)
            add(response, doubts::kLengthAndChunked);
        else if (value && parts.size() == 1 && !bodiless && !response.bodyCut() &&
                 *value != response.wireBytes)
            add(response, doubts::kLengthDiffers);
    }
    if (response.headers.isEmpty())
        add(response, doubts::kNoHeaders);
    if (chunked && response.wireBytes == 0 && !bodiless)
        add(response, doubts::kEmptyChunked);
}

} // namespace http
