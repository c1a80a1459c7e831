// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/http/Message.h"

#include <QNetworkRequest>

class QNetworkReply;

namespace http {

struct Settings;

/// Error bad-header with the name: no token of RFC 9110, a value with a line break or NUL, or one of the
/// headers that frame the message (Content-Length, Transfer-Encoding), which only the client may set.
[[nodiscard]] base::Result<> checkHeaders(const QList<Header>& headers);

/// Qt's request with every switch set as Client promises.
[[nodiscard]] QNetworkRequest makeNetworkRequest(const Request& request, const Settings& settings);

/// The headers in order; Set-Cookie, which Qt joins by line breaks, taken apart.
[[nodiscard]] QList<Header> headersOf(const QNetworkReply& reply);

/// Bytes that the headers took on the wire.
[[nodiscard]] qint64 wireSize(const QList<Header>& headers);

} // namespace http
