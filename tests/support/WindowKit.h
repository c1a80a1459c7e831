// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/ProjectStore.h"
#include "tests/support/FakeKeychain.h"
#include "tests/support/ManualClock.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Languages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Network.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"
#include "ui/shell/TokenServerHost.h"
#include "ui/shell/TokenShelf.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Ticker.h"

#include <QTemporaryDir>
#include <QTest>

class QPlainTextEdit;

namespace support {

inline constexpr auto kAppId = "970CA35de60c44645bbae8a215061b33";
inline constexpr auto kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";

/// A real main window with all its collaborators, on a folder of its own, a clock that stands still and a
/// sandbox on a free port. Warnings of Qt and of ours fail the test from `show` on.
struct WindowKit
{
    /// `folder` keeps what an earlier window has left there; empty makes a fresh one.
    /// `port` is the sandbox's.
    explicit WindowKit(const QString& folder = {}, quint16 port = 0);

    /// Shows the window and waits until it is up.
    void show(const QString& page = QStringLiteral("home"));
    /// Waits for what the window does after its first picture: from then on it follows the folder, locks on
    /// its own and can be told to.
    void settle();
    /// Shows the page REST with this endpoint and waits until its form is there.
    void openEndpoint(const QString& id);
    /// Presses Ctrl+Enter on the page REST and waits for the answer's status line, which is returned.
    QString send();
    /// Stores a project with a certificate, makes it the active one and returns its id.
    std::string useProject(const std::string& restHost, bool production = false);
    /// Builds every page and waits for the catalogue.
    void visitAll();

    /// The widget of that object name: the visible one where there are several.
    template<class Widget>
    Widget* find(const char* objectName)
    {
        for (Widget* found : window.findChildren<Widget*>(QLatin1String(objectName))) {
            if (found->isVisible())
                return found;
        }
        return window.findChild<Widget*>(QLatin1String(objectName));
    }
    /// The visible widget with that accessible name, as a program outside would find it.
    template<class Widget>
    Widget* called(const char* accessibleName)
    {
        for (Widget* found : window.findChildren<Widget*>()) {
            if (found->isVisible() && found->accessibleName() == QLatin1String(accessibleName))
                return found;
        }
        return nullptr;
    }
    /// The plain text of a multi-line view.
    QString text(const char* objectName);
    /// What the label with the status of the last answer says.
    QString status();
    /// A key to whatever has the focus.
    void press(const char* keys);
    /// Moves the clock and has the countdowns follow.
    void advance(std::int64_t seconds);

    QTemporaryDir dir;
    quint16 sandboxPort;
    QString home;
    ManualClock clock;
    project::ProjectStore projects{project::Home{home.toStdString()}};
    project::Secrets secrets{projects.home(), clock};
    FakeKeychain keychain;
    ui::VaultHost vault{secrets, keychain};
    ui::Settings settings{home + QStringLiteral("/settings.ini")};
    ui::Languages languages{settings};
    ui::Theme theme{settings};
    ui::Ticker ticker{clock};
    ui::TokenShelf tokens;
    ui::ClipboardGuard clipboard{settings};
    ui::Presenter presenter;
    ui::Bus bus;
    ui::Catalogues catalogues;
    ui::SandboxHost sandbox{catalogues, clock, sandboxPort};
    ui::TokenServerHost tokenServer{projects, secrets, vault, bus, clock};
    ui::Network network{settings};
    ui::Answers answers;
    ui::MainWindow window{{projects, secrets, vault, clock, settings, theme, ticker, tokens, clipboard,
                           presenter, bus, catalogues, sandbox, tokenServer, network, answers}};
};

/// Widgets that Qt makes inside others; they carry no names of ours.
[[nodiscard]] bool isInner(const QWidget* widget);

} // namespace support
