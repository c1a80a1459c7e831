// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QNetworkReply>
#include <QSslError>

namespace http {

/// Whether an error that Qt reports beside a status came from the transport.
[[nodiscard]] bool isTransportError(QNetworkReply::NetworkError error);

/// What the failure of a reply without a status is called; see Errors.h.
[[nodiscard]] base::Error errorOf(const QNetworkReply& reply, const QList<QSslError>& sslErrors,
                                  qint64 elapsedMs);

} // namespace http
