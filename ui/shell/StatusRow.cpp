// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusRow.h"

#include "core/text/ErrorText.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"

#include <QAccessible>
#include <QTimer>

namespace ui {
namespace {

constexpr int kMessageMs = 6000;
constexpr int kBadMessageMs = 15000;

} // namespace

StatusRow::StatusRow(const TokenShelf& tokens, const SandboxHost& sandbox, const ClipboardGuard& clipboard,
                     Ticker& ticker, QWidget* parent)
    : QStatusBar(parent)
    , m_tokens(tokens)
    , m_sandbox(sandbox)
    , m_message(label({}, nullptr, this))
    , m_sandboxState(label({}, "muted", this))
    , m_clipboard(label({}, "muted", this))
    , m_countdown(new Countdown(ticker, this))
{
    setSizeGripEnabled(false);
    setContentsMargins(12, 2, 12, 2);
    m_message->setMinimumWidth(0);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_message, 1);
    m_countdown->setObjectName(QStringLiteral("statusCountdown"));
    addPermanentWidget(m_sandboxState);
    addPermanentWidget(m_clipboard);
    addPermanentWidget(m_countdown);
    m_clipboard->hide();
    connect(&clipboard, &ClipboardGuard::countdownChanged, this, [this](int seconds) {
        m_clipboard->setVisible(seconds > 0);
        m_clipboard->setText(tr("Clipboard clears in %1 s").arg(seconds));
    });
    connect(&tokens, &QAbstractItemModel::rowsInserted, this, &StatusRow::showToken);
    connect(&tokens, &QAbstractItemModel::rowsRemoved, this, &StatusRow::showToken);
    connect(&tokens, &QAbstractItemModel::modelReset, this, &StatusRow::showToken);
    connect(&sandbox, &SandboxHost::stateChanged, this, &StatusRow::showSandbox);
}

void StatusRow::say(const QString& text, bool bad)
{
    m_message->setText(text);
    m_message->setAccessibleName(text);
    if (bad) {
        QAccessibleEvent event(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    QTimer::singleShot(bad ? kBadMessageMs : kMessageMs, this, [this, text] {
        if (m_message->text() == text)
            m_message->clear();
    });
}

void StatusRow::setForSandbox(bool sandbox)
{
    m_forSandbox = sandbox;
    showSandbox();
}

void StatusRow::retranslate()
{
    showSandbox();
    showToken();
}

void StatusRow::showSandbox()
{
    m_sandboxState->setVisible(m_forSandbox);
    switch (m_sandbox.state()) {
    case SandboxHost::State::Running:
        m_sandboxState->setText(tr("Sandbox on %1").arg(m_sandbox.restUrl()));
        break;
    case SandboxHost::State::Elsewhere:
        m_sandboxState->setText(tr("Sandbox of another program on %1").arg(m_sandbox.restUrl()));
        break;
    case SandboxHost::State::Failed:
        m_sandboxState->setText(text::errorText(*m_sandbox.error()).line());
        break;
    default:
        m_sandboxState->setText(m_forSandbox ? tr("Sandbox starts...") : QString());
    }
}

void StatusRow::showToken()
{
    if (const ShelvedToken* token = m_tokens.at(0))
        m_countdown->setToken(token->issuedAt, token->expiresAt);
    else
        m_countdown->clear(tr("No token minted yet"));
}

} // namespace ui
