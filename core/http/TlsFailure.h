// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslError>
#include <QString>

#include <string>

namespace http {

/// What is wrong with a server's certificate, in one word: self-signed, expired, not-yet-valid, wrong-host,
/// unknown-authority, revoked, untrusted; `handshake` when the two sides did not come that far.
[[nodiscard]] std::string tlsFailureKind(const QList<QSslError>& errors);

/// The library's own sentences, joined.
[[nodiscard]] std::string tlsFailureReason(const QList<QSslError>& errors, const QString& fallback);

} // namespace http
