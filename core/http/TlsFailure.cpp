// SPDX-License-Identifier: Apache-2.0
#include "core/http/TlsFailure.h"

#include <QStringList>

namespace http {
namespace {

/// The lower the number, the more it tells; a self-signed certificate is also an untrusted one.
std::pair<int, const char*> rank(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateRevoked:
        return {0, "revoked"};
    case QSslError::CertificateExpired:
        return {1, "expired"};
    case QSslError::CertificateNotYetValid:
        return {2, "not-yet-valid"};
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return {3, "self-signed"};
    case QSslError::HostNameMismatch:
        return {4, "wrong-host"};
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return {5, "unknown-authority"};
    default:
        return {6, "untrusted"};
    }
}

} // namespace

std::string tlsFailureKind(const QList<QSslError>& errors)
{
    std::pair<int, const char*> best{7, "handshake"};
    for (const QSslError& error : errors)
        best = std::min(best, rank(error.error()),
                        [](const auto& a, const auto& b) { return a.first < b.first; });
    return best.second;
}

std::string tlsFailureReason(const QList<QSslError>& errors, const QString& fallback)
{
    QStringList sentences;
    for (const QSslError& error : errors)
        if (!sentences.contains(error.errorString()))
            sentences << error.errorString();
    return (sentences.isEmpty() ? fallback : sentences.join(QLatin1String("; "))).toStdString();
}

} // namespace http
