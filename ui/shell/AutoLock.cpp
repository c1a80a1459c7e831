// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/AutoLock.h"

#include "ui/shell/Settings.h"
#include "ui/shell/VaultHost.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>

namespace ui {
namespace {

constexpr int kLogindTimeoutMs = 5000;

QString logind()
{
    return QStringLiteral("org.freedesktop.login1");
}

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

AutoLock::AutoLock(VaultHost& vault, const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_settings(settings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::checkIdle);
    connect(&settings, &Settings::lockTimeChanged, this, &AutoLock::schedule);
    connect(&vault, &VaultHost::changed, this, &AutoLock::schedule);
    QCoreApplication::instance()->installEventFilter(this);
    listenToDesktop();
    schedule();
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type()))
        m_lastInput = m_now();
    return QObject::eventFilter(watched, event);
}

void AutoLock::countBy(Now now)
{
    m_now = std::move(now);
    m_lastInput = m_now();
    schedule();
}

/// The timer runs only while there is something to lock.
void AutoLock::schedule()
{
    const std::chrono::milliseconds limit = m_settings.lockTime();
    const bool wanted = limit.count() > 0 && m_vault.secrets().isExposed();
    if (!wanted)
        return m_timer.stop();
    const auto idle = std::chrono::duration_cast<std::chrono::milliseconds>(m_now() - m_lastInput);
    m_timer.start(std::max(limit - idle, std::chrono::milliseconds(0)));
}

void AutoLock::checkIdle()
{
    const std::chrono::milliseconds limit = m_settings.lockTime();
    if (limit.count() > 0 && m_now() - m_lastInput >= limit)
        lockNow();
    else
        schedule();
}

void AutoLock::lockNow()
{
    if (m_vault.secrets().isExposed())
        m_vault.lock();
}

void AutoLock::sleepComes(bool begins)
{
    if (begins)
        lockNow();
}

void AutoLock::screenSaverChanged(bool active)
{
    if (active)
        lockNow();
}

void AutoLock::listenToDesktop()
{
    QDBusConnection session = QDBusConnection::sessionBus();
    for (const char* name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        session.connect({}, {}, QLatin1String(name), QStringLiteral("ActiveChanged"), this,
                        SLOT(screenSaverChanged(bool)));
    QDBusConnection system = QDBusConnection::systemBus();
    if (!system.isConnected())
        return;
    const QString path = QStringLiteral("/org/freedesktop/login1");
    const QString manager = logind() + QStringLiteral(".Manager");
    system.connect(logind(), path, manager, QStringLiteral("PrepareForSleep"), this, SLOT(sleepComes(bool)));
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    QDBusMessage question = QDBusMessage::createMethodCall(logind(), path, manager,
                                                           id.isEmpty() ? QStringLiteral("GetSessionByPID")
                                                                        : QStringLiteral("GetSession"));
    question << (id.isEmpty() ? QVariant(static_cast<uint>(QCoreApplication::applicationPid()))
                              : QVariant(id));
    auto* watcher = new QDBusPendingCallWatcher(system.asyncCall(question, kLogindTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        const QDBusPendingReply<QDBusObjectPath> reply = *call;
        if (!reply.isError())
            follow(reply.value());
        call->deleteLater();
    });
}

void AutoLock::follow(const QDBusObjectPath& session)
{
    QDBusConnection::systemBus().connect(logind(), session.path(), logind() + QStringLiteral(".Session"),
                                         QStringLiteral("Lock"), this, SLOT(lockNow()));
    m_followsSession = true;
}

} // namespace ui
