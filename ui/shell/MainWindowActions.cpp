// SPDX-License-Identifier: Apache-2.0
// The part of MainWindow that says what can be done from everywhere, and by which key.
#include "ui/home/HomePage.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Page.h"
#include "ui/shell/StatusRow.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Presenter.h"

#include <QApplication>
#include <QClipboard>

namespace ui {

void MainWindow::registerActions()
{
    const auto pageKey = [](std::size_t i) { return QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)); };
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const char* name = m_pages[i].name;
        const QString id = QLatin1String(m_pages[i].id);
        m_actions.add({QStringLiteral("page.") + id, [name] { return tr("Go to %1").arg(tr(name)); },
                       [name] { return tr("Shows the page %1.").arg(tr(name)); }, pageKey(i)},
                      [this, id] { showPage(id); });
    }
    m_actions.add({QStringLiteral("palette"), [] { return tr("Command palette"); },
                   [] { return tr("Finds a command, a page or an endpoint by its name."); },
                   QKeySequence(QStringLiteral("Ctrl+K"))},
                  [this] { openPalette(); });
    m_actions.add({QStringLiteral("run"), [] { return tr("Run: mint, inspect or send"); },
                   [] { return tr("Does the main thing of the page."); },
                   QKeySequence(QStringLiteral("Ctrl+Return"))},
                  [this] {
                      if (Page* page = currentPage())
                          page->runPrimary();
                  });
    m_actions.add({QStringLiteral("cancel"), [] { return tr("Cancel"); },
                   [] { return tr("Ends the request that is on its way."); }, QKeySequence(Qt::Key_Escape)},
                  [this] {
                      Page* page = currentPage();
                      if (!m_question->dismiss() && page)
                          page->cancel();
                  });
    m_actions.add({QStringLiteral("inspect.paste"), [] { return tr("Paste and inspect"); },
                   [] { return tr("Takes the clipboard's text to the inspector, from any page."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+V"))},
                  [this] { Q_EMIT m_context.bus.inspectRequested(QApplication::clipboard()->text()); });
    Bus& bus = m_context.bus;
    m_actions.add({QStringLiteral("mint.user"), [] { return tr("Mint a user token"); },
                   [] { return tr("Opens Mint for a token that lets a user sign in."); }},
                  [&bus] { Q_EMIT bus.mintRequested(true, {}); });
    m_actions.add({QStringLiteral("mint.app"), [] { return tr("Mint an app token"); },
                   [] { return tr("Opens Mint for a token that serves REST calls."); }},
                  [&bus] { Q_EMIT bus.mintRequested(false, {}); });
    m_actions.add({QStringLiteral("token.copy"), [] { return tr("Copy the newest token"); },
                   [] { return tr("Copies it and clears the clipboard after a while."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+C"))},
                  [this] { copyNewestToken(); });
    m_actions.add({QStringLiteral("token.useForRest"), [] { return tr("Use the newest token for REST"); },
                   [] { return tr("Takes it to the REST page as the token of the next calls."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+U"))},
                  [&bus] { Q_EMIT bus.useForRestRequested({}); });
    m_actions.add({QStringLiteral("home.firstSteps"), [] { return tr("Show the first steps"); },
                   [] { return tr("Brings back the card with the three keys on Home."); }},
                  [this] {
                      if (auto* page = visit<HomePage>("home"))
                          page->showFirstSteps();
                  });
    m_actions.add({QStringLiteral("project.switch"), [] { return tr("Switch project"); },
                   [] { return tr("Opens the list of projects in the top bar."); },
                   QKeySequence(QStringLiteral("Ctrl+P"))},
                  [this] { m_topBar->openProjects(); });
    m_actions.add({QStringLiteral("environment.switch"), [] { return tr("Switch environment"); },
                   [] { return tr("Opens the list of the project's environments in the top bar."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+E"))},
                  [this] { m_topBar->openEnvironments(); });
    m_actions.add({QStringLiteral("region.next"), [] { return tr("Next region"); },
                   [] { return tr("Moves the focus from navigation to page to top bar."); },
                   QKeySequence(Qt::Key_F6)},
                  [this] { focusNextRegion(false); });
    m_actions.add({QStringLiteral("region.previous"), [] { return tr("Previous region"); },
                   [] { return tr("Moves the focus the other way round."); },
                   QKeySequence(QStringLiteral("Shift+F6"))},
                  [this] { focusNextRegion(true); });
    m_actions.add({QStringLiteral("clipboard.clear"), [] { return tr("Clear the clipboard now"); },
                   [] { return tr("Takes a copied token out of the clipboard."); }},
                  [this] { m_context.clipboard.clearOurs(); });
    m_actions.add({QStringLiteral("lock"), [] { return tr("Lock"); },
                   [] { return tr("Locks the vault and hides tokens and certificates."); },
                   QKeySequence(QStringLiteral("Ctrl+Alt+L"))},
                  [this] { m_context.vault.lock(); });
    m_actions.add(
        {QStringLiteral("presenter"), [] { return tr("Presenter mode"); },
         [] { return tr("Hides tokens and certificates while you share the screen; again to end it."); },
         QKeySequence(QStringLiteral("Ctrl+Shift+H"))},
        [this] {
            Presenter& presenter = m_context.presenter;
            presenter.setActive(!presenter.active());
            m_status->say(presenter.active() ? tr("Presenter mode: secrets are hidden.")
                                             : tr("Presenter mode has ended."),
                          false);
        });
    m_actions.add({QStringLiteral("quit"), [] { return tr("Quit"); }, [] { return tr("Ends the program."); },
                   QKeySequence(QStringLiteral("Ctrl+Q"))},
                  [this] { close(); });
}

} // namespace ui
