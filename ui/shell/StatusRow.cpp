// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusRow.h"

#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "ui/shell/Answers.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Context.h"
#include "ui/shell/Origin.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SkewText.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/Tones.h"

#include <QAccessible>
#include <QTimer>

namespace ui {
namespace {

constexpr int kMessageMs = 6000;
constexpr int kBadMessageMs = 15000;

} // namespace

StatusRow::StatusRow(const Context& context, QWidget* parent)
    : QStatusBar(parent)
    , m_context(context)
    , m_message(label({}, nullptr, this))
    , m_sandboxState(label({}, "muted", this))
    , m_skew(label({}, "muted", this))
    , m_clipboard(label({}, "muted", this))
    , m_countdown(new Countdown(context.ticker, this))
{
    setSizeGripEnabled(false);
    setContentsMargins(12, 2, 12, 2);
    m_message->setMinimumWidth(0);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_message, 1);
    m_sandboxState->setMinimumWidth(1); // large text takes from this one
    m_countdown->setObjectName(QStringLiteral("statusCountdown"));
    m_skew->setObjectName(QStringLiteral("clockSkew"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_sandboxState, m_skew, m_clipboard, m_countdown})
        addPermanentWidget(each);
    m_clipboard->hide();
    connect(&context.clipboard, &ClipboardGuard::countdownChanged, this, [this](int seconds) {
        m_clipboard->setVisible(seconds > 0);
        m_clipboard->setText(tr("Clipboard clears in %1 s").arg(seconds));
    });
    connect(&context.tokens, &QAbstractItemModel::rowsInserted, this, &StatusRow::showToken);
    connect(&context.tokens, &QAbstractItemModel::rowsRemoved, this, &StatusRow::showToken);
    connect(&context.tokens, &QAbstractItemModel::modelReset, this, &StatusRow::showToken);
    connect(&context.sandbox, &SandboxHost::stateChanged, this, &StatusRow::refreshProject);
    connect(&context.answers, &Answers::changed, this, &StatusRow::showSkew);
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

void StatusRow::refreshProject()
{
    showSandbox();
    showSkew();
}

void StatusRow::retranslate()
{
    refreshProject();
    showToken();
}

/// What the answers of the active project's server say of its clock; nothing before there is one.
void StatusRow::showSkew()
{
    const auto skew = m_context.answers.skewOf(restOrigin(m_context));
    m_skew->setVisible(skew.has_value());
    if (!skew)
        return;
    const bool apart = skew->beyond(diagnosis::kSkewWorthTelling);
    m_skew->setText(tr("Clock %1").arg(skewFigure(*skew)));
    m_skew->setAccessibleName(skewText(*skew));
    m_skew->setToolTip(
        skewText(*skew) + QLatin1Char('\n') +
        tr("From the Date headers of its answers, within %1 ms either way.").arg(skew->uncertaintyMs));
    QPalette painted = palette();
    if (apart)
        painted.setColor(QPalette::WindowText, toneColour(Tone::Warning, palette()));
    m_skew->setPalette(painted);
    setStyleProperty(m_skew, "role", apart ? QVariant() : QVariant(QStringLiteral("muted")));
}

void StatusRow::showSandbox()
{
    const SandboxHost& sandbox = m_context.sandbox;
    const bool used = m_context.projects.active().isSandbox();
    m_sandboxState->setVisible(used);
    switch (sandbox.state()) {
    case SandboxHost::State::Running:
        m_sandboxState->setText(tr("Sandbox on %1").arg(sandbox.restUrl()));
        break;
    case SandboxHost::State::Elsewhere:
        m_sandboxState->setText(tr("Sandbox of another program on %1").arg(sandbox.restUrl()));
        break;
    case SandboxHost::State::Failed:
        m_sandboxState->setText(text::errorText(*sandbox.error()).line());
        break;
    default:
        m_sandboxState->setText(used ? tr("Sandbox starts...") : QString());
    }
}

void StatusRow::showToken()
{
    if (const ShelvedToken* token = m_context.tokens.at(0))
        m_countdown->setToken(token->issuedAt, token->expiresAt);
    else
        m_countdown->clear(tr("No token minted yet"));
}

} // namespace ui
