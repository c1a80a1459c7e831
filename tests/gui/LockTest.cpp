// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include "ui/shell/AutoLock.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocalSocket>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

/// What logind says of the session of this test.
class FakeLogind final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    int asked = 0;

public Q_SLOTS: // QtDBus takes names only
    QDBusObjectPath GetSessionByPID(uint pid)
    {
        asked += pid == static_cast<uint>(QCoreApplication::applicationPid()) ? 1 : 0;
        return QDBusObjectPath(QStringLiteral("/session/ours"));
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

/// Hears a signal of the desktop on the connection on which the window hears it.
class Listener final : public QObject
{
    Q_OBJECT

public:
    int heard = 0;

public Q_SLOTS: // QtDBus takes names only
    void sleepAnnounced(bool) { ++heard; }
    void lockAsked() { ++heard; }
};

/// Locking without anybody pressing the keys for it.
class LockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void locksAfterTheTimeWithoutInput();
    void inputPutsItOff();
    void nothingIsLockedWhereNothingIsToProtect();
    void theTimeCanBeChosen();
    void locksBeforeSleep();
    void locksWithTheScreen();
    void locksWhenToldFromOutside();
    void manyVisitorsAtTheSocket();

private:
    void announceSleep(bool begins);

    QTemporaryDir m_runtime{QStringLiteral("/tmp/lock-XXXXXX")}; // the address of a socket has to be short
    QProcess m_bus;
    QDBusConnection m_desktop{QString()};
    FakeLogind m_logind;
};

namespace {

bool isLocked(support::WindowKit& kit)
{
    return kit.secrets.isLocked() && kit.window.currentPageId().isEmpty();
}

ui::AutoLock& autoLock(support::WindowKit& kit)
{
    return *kit.window.findChild<ui::AutoLock*>();
}

/// What was asked of the buses before is done when they answer.
void askTheBuses()
{
    for (const QDBusConnection& bus : {QDBusConnection::systemBus(), QDBusConnection::sessionBus()})
        (void)bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1"));
}

/// Time that stands still for the lock, until it is moved.
class Hours final
{
public:
    explicit Hours(support::WindowKit& kit)
        : m_lock(autoLock(kit))
    {
        m_lock.countBy([now = m_now] { return *now; });
    }
    void pass(std::chrono::milliseconds time)
    {
        *m_now += time;
        m_lock.checkIdle();
    }

private:
    using Moment = std::chrono::steady_clock::time_point;

    std::shared_ptr<Moment> m_now = std::make_shared<Moment>(std::chrono::steady_clock::now());
    ui::AutoLock& m_lock;
};

void showWithSecret(support::WindowKit& kit)
{
    kit.show();
    kit.useProject("https://a41.chat.agora.io");
    kit.settle();
    QVERIFY(kit.secrets.isExposed());
    QTRY_VERIFY(autoLock(kit).followsSession());
    askTheBuses();
}

QString addressOf(support::WindowKit& kit)
{
    return QString::fromStdString(kit.projects.home().lockSocketPrefix()) +
           QString::number(QCoreApplication::applicationPid());
}

} // namespace

void LockTest::initTestCase()
{
    QVERIFY(m_runtime.isValid());
    qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_bus.waitForReadyRead(5000));
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qunsetenv("XDG_SESSION_ID");
    m_desktop = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("desktop"));
    QVERIFY(m_desktop.isConnected());
    QVERIFY(m_desktop.registerObject(QStringLiteral("/org/freedesktop/login1"), &m_logind,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(m_desktop.registerService(QStringLiteral("org.freedesktop.login1")));
}

void LockTest::cleanupTestCase()
{
    m_bus.terminate();
    m_bus.waitForFinished();
}

/// Comes back when the window has heard it.
void LockTest::announceSleep(bool begins)
{
    Listener listener;
    QVERIFY(QDBusConnection::systemBus().connect(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), &listener,
        SLOT(sleepAnnounced(bool))));
    askTheBuses();
    Q_EMIT m_logind.PrepareForSleep(begins);
    QTRY_COMPARE(listener.heard, 1);
    QCoreApplication::processEvents(); // whoever else has heard it
}

void LockTest::locksAfterTheTimeWithoutInput()
{
    support::WindowKit kit;
    kit.settings.setLockTime(std::chrono::seconds(2));
    showWithSecret(kit);
    QElapsedTimer since;
    kit.press("Shift+F6");
    since.start();
    QTRY_VERIFY(isLocked(kit));
    QVERIFY2(since.elapsed() > 1900, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(kit.secrets.get(kit.projects.active()).error().code, std::string("vault-locked"));
}

void LockTest::inputPutsItOff()
{
    support::WindowKit kit;
    kit.settings.setLockTime(std::chrono::seconds(60));
    showWithSecret(kit);
    Hours hours(kit);
    for (int i = 0; i < 5; ++i) {
        hours.pass(std::chrono::seconds(59));
        QVERIFY(!isLocked(kit));
        QTest::mouseMove(&kit.window, QPoint(20 + i, 5));
        QCoreApplication::processEvents();
    }
    hours.pass(std::chrono::milliseconds(59999));
    QVERIFY(!isLocked(kit));
    hours.pass(std::chrono::milliseconds(1));
    QVERIFY(isLocked(kit));
}

void LockTest::nothingIsLockedWhereNothingIsToProtect()
{
    support::WindowKit kit;
    kit.settings.setLockTime(std::chrono::seconds(1));
    kit.show();
    kit.settle();
    QVERIFY(!autoLock(kit).isWaiting());
    Hours(kit).pass(std::chrono::hours(1));
    QVERIFY(!isLocked(kit)); // the sandbox alone
    announceSleep(true);
    QVERIFY(!isLocked(kit));
}

void LockTest::theTimeCanBeChosen()
{
    support::WindowKit kit;
    QCOMPARE(kit.settings.lockTime(), std::chrono::minutes(15));
    kit.show(QStringLiteral("settings"));
    kit.settle();
    auto* minutes = kit.called<QSpinBox>("Lock without input after");
    QCOMPARE(minutes->value(), 15);
    minutes->setValue(0);
    QCOMPARE(minutes->text(), QStringLiteral("never"));
    QCOMPARE(kit.settings.lockTime(), std::chrono::seconds(0));
    kit.useProject("https://a41.chat.agora.io");
    QVERIFY(!autoLock(kit).isWaiting());
    Hours hours(kit);
    hours.pass(std::chrono::hours(24));
    QVERIFY(!isLocked(kit));
    kit.settings.setLockTime(std::chrono::seconds(1)); // takes effect at once
    QTRY_VERIFY(isLocked(kit));
}

void LockTest::locksBeforeSleep()
{
    support::WindowKit kit;
    showWithSecret(kit);
    announceSleep(false);
    QVERIFY(!isLocked(kit));
    announceSleep(true);
    QVERIFY(isLocked(kit));
}

void LockTest::locksWithTheScreen()
{
    const auto signal = [this](const char* path, const char* interface, const char* name) {
        return QDBusMessage::createSignal(QLatin1String(path), QLatin1String(interface), QLatin1String(name));
    };
    {
        support::WindowKit kit;
        showWithSecret(kit);
        QVERIFY(m_logind.asked > 0);
        Listener listener;
        QVERIFY(QDBusConnection::systemBus().connect({}, QStringLiteral("/session/another"),
                                                     QStringLiteral("org.freedesktop.login1.Session"),
                                                     QStringLiteral("Lock"), &listener, SLOT(lockAsked())));
        askTheBuses();
        m_desktop.send(signal("/session/another", "org.freedesktop.login1.Session", "Lock"));
        QTRY_COMPARE(listener.heard, 1);
        QCoreApplication::processEvents(); // whoever else has heard it
        QVERIFY(!isLocked(kit));
        m_desktop.send(signal("/session/ours", "org.freedesktop.login1.Session", "Lock"));
        QTRY_VERIFY(isLocked(kit));
    }
    for (const char* interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        support::WindowKit kit;
        showWithSecret(kit);
        QDBusMessage active = signal("/saver", interface, "ActiveChanged");
        m_desktop.send(active << true);
        QTRY_VERIFY(isLocked(kit));
    }
}

void LockTest::locksWhenToldFromOutside()
{
    support::WindowKit kit;
    showWithSecret(kit);
    QVERIFY(QFileInfo::exists(addressOf(kit)));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(addressOf(kit)).permissions() & others));
    QLocalSocket socket;
    socket.connectToServer(addressOf(kit));
    QVERIFY(socket.waitForConnected(2000));
    socket.write("open sesame\n");
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(!isLocked(kit));
    socket.connectToServer(addressOf(kit));
    socket.write("lock\n");
    QTRY_VERIFY(socket.canReadLine());
    QCOMPARE(socket.readLine(), QByteArray("locked\n"));
    QVERIFY(isLocked(kit));
}

void LockTest::manyVisitorsAtTheSocket()
{
    support::WindowKit kit;
    showWithSecret(kit);
    for (int i = 0; i < 50; ++i) {
        QLocalSocket socket;
        socket.connectToServer(addressOf(kit));
        socket.write(QByteArray(10000, 'x'));
        QCoreApplication::processEvents();
    }
    QVERIFY(!isLocked(kit));
    QLocalSocket socket;
    socket.connectToServer(addressOf(kit));
    socket.write("lock\n");
    QTRY_VERIFY(isLocked(kit));
}

QTEST_MAIN(LockTest)
#include "LockTest.moc"
