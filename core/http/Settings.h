// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/BodyStore.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>

namespace http {

/// The limits of every call. Times in milliseconds, sizes in bytes.
struct Settings
{
    int totalMs = 30'000; ///< from `send` to the last byte, redirects included
    int idleMs = 15'000;  ///< without anything that Qt tells of: it tells neither of headers before they are
                          ///< whole nor of interim answers
    int connectMs = 10'000; ///< until the request is on its way; a wait for one of Qt's six connections to a
                            ///< host counts, so do not hand in more than six calls to one host at once
    int reuseMs = 4'000; ///< a kept connection that was idle for longer is not used again: the server may be
                         ///< closing it, and a request caught by that cannot be repeated safely
    qint64 headerLimit = 64 * 1024;
    qint64 bodyLimit = 1024LL * 1024 * 1024; ///< on the wire and decoded; the body is cut there and kept
    qint64 spoolAbove = BodyStore::kSpoolAbove;
    bool followRedirects = false; ///< within the same origin only, whatever this says
    QByteArray userAgent = "chat-token-console/" CHATTOKEN_VERSION;
    QList<QSslCertificate> extraAuthorities; ///< trusted besides the system's. There is no switch that turns
                                             ///< verification off
};

} // namespace http
