// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/http/BodyStore.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QUrl>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct Header
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Header&) const = default;
};

struct Request
{
    QByteArray method = "GET"; ///< sent as it stands
    QUrl url;
    QList<Header> headers; ///< in order; two of the same name are joined by ", ", as Qt keeps one each
    std::optional<QByteArray> body; ///< any method may have one; an empty body is not the same as none

    // What differs from the client's Settings for this one request.
    std::optional<int> totalMs;
    std::optional<bool> followRedirects;
    std::optional<qint64> bodyLimit; ///< bytes
};

/// Milliseconds since the request was handed in; -1 for what did not happen or is not known (a kept
/// connection connects no more).
struct Timings
{
    qint64 connecting = -1; ///< the name is resolved, the socket begins to connect
    qint64 encrypted = -1;  ///< the TLS handshake is done
    qint64 sent = -1; ///< the request is handed to the socket; unknown for POST, PUT, DELETE without a body
    qint64 firstByte = -1; ///< the headers of the answer are here
    qint64 end = -1;
};

/// Why the body ends before the server's end of it.
enum class Cut {
    None,
    Limit, ///< the limit of bytes
    Ratio  ///< compressed more than 200 : 1, which no answer of the service is
};

/// Reasons to doubt that the body is what the server meant. Qt 6.4 reports none of these as an error that can
/// be relied on: of a connection lost inside a chunked body it tells at times, as it happens to read.
namespace doubts {
inline constexpr std::string_view kTruncated = "truncated"; ///< the connection was lost inside the body
inline constexpr std::string_view kNoLength =
    "no-length"; ///< no Content-Length, and nothing in the body says that it is whole
inline constexpr std::string_view kNotJson =
    "not-json"; ///< no Content-Length, and the body calls itself JSON and is none, or only the beginning
inline constexpr std::string_view kOddTransfer =
    "odd-transfer-encoding"; ///< another than "chunked", which is all that Qt undoes
inline constexpr std::string_view kEmptyChunked =
    "empty-chunked"; ///< chunked and empty: a bad first chunk looks so
inline constexpr std::string_view kBadLength = "bad-content-length";        ///< negative or no number
inline constexpr std::string_view kTwoLengths = "two-content-lengths";      ///< more than one Content-Length
inline constexpr std::string_view kLengthAndChunked = "length-and-chunked"; ///< both framings at once
inline constexpr std::string_view kBadCompression = "bad-compression";   ///< not decodable from some byte on
inline constexpr std::string_view kCompressionCut = "compression-cut";   ///< the compressed stream has no end
inline constexpr std::string_view kUnknownEncoding = "unknown-encoding"; ///< left as it came

inline constexpr std::array kAll{kTruncated,      kNoLength,       kNotJson,        kOddTransfer,
                                 kEmptyChunked,   kBadLength,      kTwoLengths,     kLengthAndChunked,
                                 kBadCompression, kCompressionCut, kUnknownEncoding};
/// Those that leave no doubt that the body is not whole.
inline constexpr std::array kCertain{kTruncated, kNotJson, kBadCompression, kCompressionCut};
} // namespace doubts

struct Response
{
    int status = 0;    ///< 0 when no answer came
    QByteArray reason; ///< the phrase behind the status
    QList<Header> headers;
    BodyStore body;          ///< decoded
    qint64 wireBytes = 0;    ///< of the body as it came, chunk framing taken off
    qint64 decodedBytes = 0; ///< of the body after decompression
    Timings timings;
    QList<QUrl> redirectedTo; ///< the hops that were followed
    Cut cut = Cut::None;
    std::vector<std::string_view> doubts;

    [[nodiscard]] bool bodyCut() const { return cut != Cut::None; }
    [[nodiscard]] bool mayBeIncomplete() const { return !doubts.empty(); }
    [[nodiscard]] bool isIncomplete() const; ///< cut, or one of doubts::kCertain

    /// The first header of that name, without regard to case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// How a call ended. An HTTP 4xx or 5xx is an answer: no error. With an error, `response` holds what had
/// come before it (status 0: nothing).
struct Outcome
{
    std::optional<base::Error> error;
    Response response;

    [[nodiscard]] bool answered() const { return !error.has_value(); }
};

} // namespace http

Q_DECLARE_METATYPE(http::Outcome)
