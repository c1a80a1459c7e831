// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

namespace support {

struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;
};

struct CertificateWish
{
    QByteArray name = "127.0.0.1"; ///< common name and subject alternative name (IP: when it is an address)
    long notBeforeS = -3600;       ///< seconds from now
    long notAfterS = 86400;
    const TestCertificate* issuer = nullptr; ///< nullptr: signs itself
    bool authority = false;
};

/// A fresh P-256 certificate.
[[nodiscard]] TestCertificate makeCertificate(const CertificateWish& wish);

} // namespace support
