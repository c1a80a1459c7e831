// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/ClipboardGuard.h"

#include "ui/shell/Settings.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace ui {
namespace {

constexpr int kSettleMs = 300;

QByteArray digestOf(const QString& text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ClipboardGuard::ClipboardGuard(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::tick);
}

ClipboardGuard::~ClipboardGuard()
{
    clearOurs();
}

void ClipboardGuard::copySecret(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(secretHint(), "secret");
    QGuiApplication::clipboard()->setMimeData(data);
    m_digest = digestOf(text);
    m_clearAt = std::chrono::steady_clock::now() + m_settings.clipboardTime();
    m_timer.start();
    Q_EMIT countdownChanged(secondsLeft());
}

void ClipboardGuard::copyText(const QString& text)
{
    m_timer.stop();
    m_digest.clear();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT countdownChanged(0);
}

/// The selection, too: whoever marked the secret to copy it has put it there (X11).
void ClipboardGuard::clearOurs()
{
    m_timer.stop();
    QClipboard* clipboard = QGuiApplication::clipboard();
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (stillOurs(mode))
            clipboard->clear(mode);
    }
    if (!m_digest.isEmpty())
        QTimer::singleShot(kSettleMs, this, [this, digest = m_digest] { checkCleared(digest); });
    m_digest.clear();
    Q_EMIT countdownChanged(0);
}

/// A compositor may pass over what a window without the focus asks for.
void ClipboardGuard::checkCleared(const QByteArray& digest)
{
    if (!m_digest.isEmpty())
        return; // something was copied since
    if (digestOf(QGuiApplication::clipboard()->text()) == digest)
        Q_EMIT clearingFailed();
    else
        Q_EMIT cleared();
}

int ClipboardGuard::secondsLeft() const
{
    if (!m_timer.isActive())
        return 0;
    const auto left = m_clearAt - std::chrono::steady_clock::now();
    return static_cast<int>(std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void ClipboardGuard::tick()
{
    if (secondsLeft() <= 0 || !stillOurs(QClipboard::Clipboard))
        clearOurs();
    else
        Q_EMIT countdownChanged(secondsLeft());
}

bool ClipboardGuard::stillOurs(QClipboard::Mode mode) const
{
    const QClipboard* clipboard = QGuiApplication::clipboard();
    return !m_digest.isEmpty() && (mode == QClipboard::Clipboard || clipboard->supportsSelection()) &&
           digestOf(clipboard->text(mode)) == m_digest;
}

} // namespace ui
