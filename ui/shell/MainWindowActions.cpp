// SPDX-License-Identifier: Apache-2.0
// The part of MainWindow that says what can be done from everywhere, and by which key.
#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/home/HomePage.h"
#include "ui/manual/AboutDialog.h"
#include "ui/manual/ManualWindow.h"
#include "ui/manual/ShortcutsDialog.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Page.h"
#include "ui/shell/Settings.h"
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
                       [name] { return tr("Shows the page %1.").arg(tr(name)); }, pageKey(i),
                       m_pages[i].words, QT_TR_NOOP("Pages")},
                      [this, id] { showPage(id); });
    }
    m_actions.add({QStringLiteral("palette"), [] { return tr("Command palette"); },
                   [] { return tr("Finds a command, a page or an endpoint by its name."); },
                   QKeySequence(QStringLiteral("Ctrl+K")), QT_TR_NOOP("search find command menu"),
                   QT_TR_NOOP("Window and help")},
                  [this] { openPalette(); });
    m_actions.add({QStringLiteral("run"), [] { return tr("Run: mint, inspect or send"); },
                   [] { return tr("Does the main thing of the page."); },
                   QKeySequence(QStringLiteral("Ctrl+Return")),
                   QT_TR_NOOP("send go execute mint inspect main button"), QT_TR_NOOP("Work on a page")},
                  [this] {
                      if (Page* page = currentPage())
                          page->runPrimary();
                  });
    m_actions.add({QStringLiteral("cancel"), [] { return tr("Cancel"); },
                   [] { return tr("Ends the request that is on its way."); }, QKeySequence(Qt::Key_Escape),
                   QT_TR_NOOP("stop abort escape"), QT_TR_NOOP("Work on a page")},
                  [this] {
                      Page* page = currentPage();
                      if (!m_question->dismiss() && page)
                          page->cancel();
                  });
    m_actions.add({QStringLiteral("inspect.paste"), [] { return tr("Paste and inspect"); },
                   [] { return tr("Takes the clipboard's text to the inspector, from any page."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+V")),
                   QT_TR_NOOP("clipboard decode check token verify"), QT_TR_NOOP("Tokens")},
                  [this] { Q_EMIT m_context.bus.inspectRequested(QApplication::clipboard()->text()); });
    Bus& bus = m_context.bus;
    m_actions.add({QStringLiteral("mint.user"), [] { return tr("Mint a user token"); },
                   [] { return tr("Opens Mint for a token that lets a user sign in."); }, QKeySequence(),
                   QT_TR_NOOP("create generate user token sign in"), QT_TR_NOOP("Tokens")},
                  [&bus] { Q_EMIT bus.mintRequested(true, {}); });
    m_actions.add({QStringLiteral("mint.app"), [] { return tr("Mint an app token"); },
                   [] { return tr("Opens Mint for a token that serves REST calls."); }, QKeySequence(),
                   QT_TR_NOOP("create generate app token rest"), QT_TR_NOOP("Tokens")},
                  [&bus] { Q_EMIT bus.mintRequested(false, {}); });
    m_actions.add({QStringLiteral("token.copy"), [] { return tr("Copy the newest token"); },
                   [] { return tr("Copies it and clears the clipboard after a while."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+C")), QT_TR_NOOP("clipboard newest last token"),
                   QT_TR_NOOP("Tokens")},
                  [this] { copyNewestToken(); });
    m_actions.add({QStringLiteral("token.useForRest"), [] { return tr("Use the newest token for REST"); },
                   [] { return tr("Takes it to the REST page as the token of the next calls."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+U")),
                   QT_TR_NOOP("bearer authorization call newest token"), QT_TR_NOOP("Tokens")},
                  [&bus] { Q_EMIT bus.useForRestRequested({}); });
    m_actions.add({QStringLiteral("home.firstSteps"), [] { return tr("Show the first steps"); },
                   [] { return tr("Brings back the card with the three keys on Home."); }, QKeySequence(),
                   QT_TR_NOOP("tour welcome start guide onboarding"), QT_TR_NOOP("Window and help")},
                  [this] {
                      if (auto* page = visit<HomePage>("home"))
                          page->showFirstSteps();
                  });
    m_actions.add({QStringLiteral("project.switch"), [] { return tr("Switch project"); },
                   [] { return tr("Opens the list of projects in the top bar."); },
                   QKeySequence(QStringLiteral("Ctrl+P")), QT_TR_NOOP("choose account app id credentials"),
                   QT_TR_NOOP("Project and security")},
                  [this] { m_topBar->openProjects(); });
    m_actions.add({QStringLiteral("environment.switch"), [] { return tr("Switch environment"); },
                   [] { return tr("Opens the list of the project's environments in the top bar."); },
                   QKeySequence(QStringLiteral("Ctrl+Shift+E")), QT_TR_NOOP("variables staging stage"),
                   QT_TR_NOOP("Project and security")},
                  [this] { m_topBar->openEnvironments(); });
    m_actions.add({QStringLiteral("region.next"), [] { return tr("Next region"); },
                   [] { return tr("Moves the focus from navigation to page to top bar."); },
                   QKeySequence(Qt::Key_F6), QT_TR_NOOP("focus pane keyboard"),
                   QT_TR_NOOP("Window and help")},
                  [this] { focusNextRegion(false); });
    m_actions.add({QStringLiteral("region.previous"), [] { return tr("Previous region"); },
                   [] { return tr("Moves the focus the other way round."); },
                   QKeySequence(QStringLiteral("Shift+F6")), QT_TR_NOOP("focus pane keyboard back"),
                   QT_TR_NOOP("Window and help")},
                  [this] { focusNextRegion(true); });
    m_actions.add({QStringLiteral("clipboard.clear"), [] { return tr("Clear the clipboard now"); },
                   [] { return tr("Takes a copied token out of the clipboard."); }, QKeySequence(),
                   QT_TR_NOOP("wipe forget copied secret"), QT_TR_NOOP("Project and security")},
                  [this] { m_context.clipboard.clearOurs(); });
    m_actions.add({QStringLiteral("lock"), [] { return tr("Lock"); },
                   [] { return tr("Locks the vault and hides tokens and certificates."); },
                   QKeySequence(QStringLiteral("Ctrl+Alt+L")),
                   QT_TR_NOOP("vault hide secure passphrase logout"), QT_TR_NOOP("Project and security")},
                  [this] { m_context.vault.lock(); });
    m_actions.add(
        {QStringLiteral("presenter"), [] { return tr("Presenter mode"); },
         [] { return tr("Hides tokens and certificates while you share the screen; again to end it."); },
         QKeySequence(QStringLiteral("Ctrl+Shift+H")), QT_TR_NOOP("screen share hide privacy mask demo"),
         QT_TR_NOOP("Project and security")},
        [this] {
            Presenter& presenter = m_context.presenter;
            presenter.setActive(!presenter.active());
            m_status->say(presenter.active() ? tr("Presenter mode: secrets are hidden.")
                                             : tr("Presenter mode has ended."),
                          false);
        });
    registerLook();
    registerHelp();
    m_actions.add({QStringLiteral("quit"), [] { return tr("Quit"); }, [] { return tr("Ends the program."); },
                   QKeySequence(QStringLiteral("Ctrl+Q")), QT_TR_NOOP("exit close end"),
                   QT_TR_NOOP("Window and help")},
                  [this] { close(); });
}

/// What Settings offers and one wants at once.
void MainWindow::registerLook()
{
    Settings& settings = m_context.settings;
    const auto theme = [&](const char* id, Actions::Text text, ThemeChoice choice, const char* words) {
        m_actions.add({QLatin1String(id), std::move(text),
                       [] { return tr("Changes the colours of the window."); }, QKeySequence(), words,
                       QT_TR_NOOP("Window and help")},
                      [&settings, choice] { settings.setTheme(choice); });
    };
    theme(
        "theme.light", [] { return tr("Light theme"); }, ThemeChoice::Light,
        QT_TR_NOOP("theme light colour color appearance bright day"));
    theme(
        "theme.dark", [] { return tr("Dark theme"); }, ThemeChoice::Dark,
        QT_TR_NOOP("theme dark colour color appearance night black"));
    theme(
        "theme.system", [] { return tr("Theme of the desktop"); }, ThemeChoice::System,
        QT_TR_NOOP("theme system desktop colour color appearance automatic"));
    const auto language = [&](const char* id, Actions::Text text, const char* code) {
        m_actions.add({QLatin1String(id), std::move(text),
                       [] { return tr("Changes the language of the window."); }, QKeySequence(),
                       QT_TR_NOOP("language english chinese translation locale"),
                       QT_TR_NOOP("Window and help")},
                      [&settings, code] { settings.setLanguage(QLatin1String(code)); });
    };
    // Each by its own name, so that whoever strays into the other language finds the way back.
    language(
        "language.en", [] { return tr("Language: English"); }, "en");
    language(
        "language.zh", [] { return tr("Language: 简体中文 (Chinese)"); }, "zh_CN");
}

void MainWindow::registerHelp()
{
    QAction* manual = m_actions.add(
        {QStringLiteral("help.manual"), [] { return tr("Manual"); },
         [] { return tr("Opens the manual at the chapter of this page."); }, QKeySequence(Qt::Key_F1),
         QT_TR_NOOP("help documentation guide how explain"), QT_TR_NOOP("Window and help")},
        [this] { openManual(); });
    QAction* shortcuts = m_actions.add(
        {QStringLiteral("help.shortcuts"), [] { return tr("Keyboard shortcuts"); },
         [] { return tr("Lists every key of the window."); }, QKeySequence(QStringLiteral("Ctrl+?")),
         QT_TR_NOOP("help keys hotkeys keyboard shortcut"), QT_TR_NOOP("Window and help")},
        [this] { (new ShortcutsDialog(m_actions, this))->show(); });
    QAction* about = m_actions.add(
        {QStringLiteral("help.about"), [] { return tr("About Chat Token Console"); },
         [] { return tr("Version, licences, and where the data lies."); }, QKeySequence(),
         QT_TR_NOOP("help version licence license report bug data folder"), QT_TR_NOOP("Window and help")},
        [this] {
            (new AboutDialog(m_context.clipboard, text::q(m_context.projects.home().folder), manualLanguage(),
                             this))
                ->show();
        });
    m_topBar->setHelp({manual, shortcuts, about});
}

QString MainWindow::manualLanguage()
{
    return tr("en", "the folder of the manual in this language: en or zh_CN");
}

/// While the pages are covered the chapter on the vault is the one that helps.
void MainWindow::openManual()
{
    if (!m_manual)
        m_manual = new ManualWindow(manualLanguage(), this);
    m_manual->showChapter(m_lockPage ? QStringLiteral("projects") : currentPageId());
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

} // namespace ui
