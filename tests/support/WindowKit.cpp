// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include "ui/shell/HomeWatcher.h"
#include "ui/widgets/Accessible.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>

namespace support {

WindowKit::WindowKit(const QString& folder, quint16 port)
    : sandboxPort(port)
    , home(folder.isEmpty() ? dir.path() : folder)
{
    (void)projects.load();
    vault.load();
    static const bool once = (ui::installAccessibleInterfaces(), true);
    (void)once;
}

void WindowKit::show(const QString& page)
{
    // The offscreen platform grumbles at each window with a smallest size.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    QCoreApplication::processEvents(); // a language chosen before
    window.open(page);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.isActiveWindow());
}

void WindowKit::settle()
{
    QTRY_VERIFY(window.findChild<ui::HomeWatcher*>()); // the last thing that it makes
}

void WindowKit::openEndpoint(const QString& id)
{
    Q_EMIT bus.endpointRequested(id);
    QTRY_VERIFY(catalogues.get());
    QTRY_VERIFY(find<QPushButton>("send")->isEnabled());
    QCoreApplication::processEvents(); // a new form is shown by an event
}

QString WindowKit::send()
{
    press("Ctrl+Return");
    (void)QTest::qWaitFor([this] { return find<QPushButton>("send")->isVisible(); });
    return status();
}

std::string WindowKit::useProject(const std::string& restHost, bool production)
{
    project::Project mine{.id = {},
                          .name = "mine",
                          .appId = kAppId,
                          .orgName = "41434878",
                          .appName = "504205",
                          .restHost = restHost,
                          .webSocketHost = {},
                          .production = production};
    const auto stored = projects.add(mine);
    if (!stored || !projects.setActive(stored->id))
        qFatal("the project cannot be stored");
    if (!vault.hold(stored->id, ::vault::kCertificate, base::SecretBytes(std::string_view(kCertificate))))
        qFatal("the certificate cannot be held");
    Q_EMIT bus.projectsChanged();
    Q_EMIT bus.activeProjectChanged();
    return stored->id;
}

void WindowKit::visitAll()
{
    for (const QString& page : ui::MainWindow::pageIds())
        window.showPage(page);
    QTRY_VERIFY(find<QLineEdit>("field:username"));
}

QString WindowKit::text(const char* objectName)
{
    return find<QPlainTextEdit>(objectName)->toPlainText();
}

QString WindowKit::status()
{
    return find<QLabel>("responseStatus")->text();
}

void WindowKit::press(const char* keys)
{
    if (!QApplication::activeWindow()) { // the offscreen platform gives it to nobody when a dialog closes
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
    }
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
    const QKeyCombination combination = QKeySequence(QLatin1String(keys))[0];
    QTest::keyClick(target, combination.key(), combination.keyboardModifiers());
}

void WindowKit::advance(std::int64_t seconds)
{
    clock.ms += seconds * 1000;
    Q_EMIT ticker.ticked(clock.now());
}

bool isInner(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return qobject_cast<const QTabBar*>(widget) || widget->objectName().startsWith(QLatin1String("qt_")) ||
           QByteArray(widget->metaObject()->className()).startsWith("QComboBoxListView") ||
           (parent &&
            (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)));
}

} // namespace support
