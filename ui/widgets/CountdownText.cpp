// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/CountdownText.h"

#include "core/text/Format.h"
#include "core/token/Expiry.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ui::Countdown)
};

} // namespace

CountdownText countdownText(qint64 now, qint64 issuedAt, qint64 expiresAt)
{
    switch (token::expiryState(now, expiresAt, token::soonThreshold(issuedAt, expiresAt))) {
    case token::ExpiryState::Valid:
        return {Tr::tr("Valid, %1 left").arg(text::spell(expiresAt - now)), Tone::Good};
    case token::ExpiryState::ExpiringSoon:
        return {Tr::tr("Expiring soon, %1 left").arg(text::spell(expiresAt - now)), Tone::Warning};
    case token::ExpiryState::Expired:
        break;
    }
    return {expiresAt == now ? Tr::tr("Expired just now")
                             : Tr::tr("Expired %1 ago").arg(text::spell(now - expiresAt)),
            Tone::Bad};
}

QString countdownIcon(Tone tone)
{
    switch (tone) {
    case Tone::Warning:
        return QStringLiteral("hourglass");
    case Tone::Bad:
        return QStringLiteral("circle-x");
    default:
        return QStringLiteral("clock");
    }
}

} // namespace ui
