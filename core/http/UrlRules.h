// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QUrl>

namespace http {

/// localhost, 127.0.0.0/8 and ::1. Never asks a name server.
[[nodiscard]] bool isLoopback(const QString& host);

/// Whether a request may go there at all. Errors: bad-url with one of the words invalid, scheme, host,
/// user-info, fragment; insecure-url for http:// to a host that is not loopback.
[[nodiscard]] base::Result<> checkUrl(const QUrl& url);

/// The port of the URL, or that of its scheme.
[[nodiscard]] int portOf(const QUrl& url);

/// scheme://host:port with the port always written, for comparison and for messages.
[[nodiscard]] QString originOf(const QUrl& url);

} // namespace http
