// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/ProjectStore.h"
#include "tests/support/ManualClock.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Languages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Network.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Ticker.h"

#include <QTemporaryDir>
#include <QTest>

namespace support {

/// A real main window with all its collaborators, on a folder of its own, a clock that stands still and a
/// sandbox on a free port.
struct WindowKit
{
    explicit WindowKit(const QString& folder = {})
        : home(folder.isEmpty() ? dir.path() : folder)
    {
        (void)projects.load();
    }

    /// Shows the window and waits until it is up.
    void show(const QString& page = QStringLiteral("home"))
    {
        QCoreApplication::processEvents(); // a language chosen before
        window.showPage(page);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(window.isActiveWindow());
    }
    template<class Widget>
    Widget* find(const char* objectName)
    {
        for (Widget* found : window.findChildren<Widget*>(QLatin1String(objectName))) {
            if (found->isVisible())
                return found;
        }
        return window.findChild<Widget*>(QLatin1String(objectName));
    }
    /// A key to whatever has the focus.
    void press(const char* keys)
    {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        const QKeyCombination combination = QKeySequence(QLatin1String(keys))[0];
        QTest::keyClick(target, combination.key(), combination.keyboardModifiers());
    }

    QTemporaryDir dir;
    QString home;
    ManualClock clock;
    project::ProjectStore projects{project::Home{home.toStdString()}};
    ui::Settings settings{home + QStringLiteral("/settings.ini")};
    ui::Languages languages{settings};
    ui::Theme theme{settings};
    ui::Ticker ticker{clock};
    ui::TokenShelf tokens;
    ui::ClipboardGuard clipboard{settings};
    ui::Bus bus;
    ui::Catalogues catalogues;
    ui::SandboxHost sandbox{catalogues, clock, 0};
    ui::Network network{settings};
    ui::MainWindow window{
        {projects, clock, settings, theme, ticker, tokens, clipboard, bus, catalogues, sandbox, network}};
};

} // namespace support
