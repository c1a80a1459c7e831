// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Client.h"

#include <QSignalSpy>
#include <QTest>

/// Sends and waits for the end. Also says when `finished` came more than once.
inline http::Outcome waitFor(http::Call* call, int ms = 600'000)
{
    QSignalSpy spy(call, &http::Call::finished);
    if (!spy.wait(ms))
        qWarning("the call did not end");
    if (spy.count() != 1)
        qWarning("finished came %d times", int(spy.count()));
    return spy.isEmpty() ? http::Outcome() : spy.first().first().value<http::Outcome>();
}

/// No deadline that a slow machine could meet.
inline http::Settings patient()
{
    http::Settings settings;
    settings.totalMs = settings.idleMs = settings.connectMs = 300'000;
    return settings;
}

inline std::string codeOf(const http::Outcome& outcome)
{
    return outcome.error ? outcome.error->code : std::string();
}
