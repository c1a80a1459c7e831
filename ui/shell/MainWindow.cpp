// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MainWindow.h"

#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/home/HomePage.h"
#include "ui/inspect/InspectPage.h"
#include "ui/mint/MintPage.h"
#include "ui/projects/ProjectsPage.h"
#include "ui/rest/RestPage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/Network.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Ticker.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

namespace ui {
namespace {

constexpr QSize kDefaultSize(1180, 760);
constexpr QSize kSmallest(860, 560);
constexpr int kAfterFirstPictureMs = 150;
constexpr int kMessageMs = 6000;
constexpr int kBadMessageMs = 15000;

} // namespace

MainWindow::MainWindow(Context context)
    : m_context(context)
    , m_actions(this)
    , m_pages{
          {"home", "house", QT_TR_NOOP("Home"), [this] { return new HomePage(m_context); }},
          {"mint", "key-round", QT_TR_NOOP("Mint"), [this] { return new MintPage(m_context); }},
          {"inspect", "scan-search", QT_TR_NOOP("Inspect"), [this] { return new InspectPage(m_context); }},
          {"rest", "send", QT_TR_NOOP("REST"), [this] { return new RestPage(m_context); }},
          {"projects", "folder-kanban", QT_TR_NOOP("Projects"),
           [this] { return new ProjectsPage(m_context); }},
          {"settings", "settings", QT_TR_NOOP("Settings"), [this] { return new SettingsPage(m_context); }},
      }
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kSmallest);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildTopBar();
    column->addWidget(m_topBar);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    buildNavigation();
    row->addWidget(m_navigation);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    buildStatusBar();
    registerActions();
    fillProjects();
    retranslate();
    recolour();

    if (!restoreGeometry(context.settings.windowGeometry()))
        resize(kDefaultSize);

    Bus& bus = context.bus;
    connect(&bus, &Bus::pageRequested, this, &MainWindow::showPage);
    connect(&bus, &Bus::messageRaised, this, &MainWindow::showMessage);
    connect(&bus, &Bus::projectsChanged, this, &MainWindow::fillProjects);
    connect(&bus, &Bus::activeProjectChanged, this, [this] {
        fillProjects();
        startSandbox();
    });
    connect(&bus, &Bus::inspectRequested, this, [this](const QString& text) {
        showPage(QStringLiteral("inspect"));
        static_cast<InspectPage*>(currentPage())->inspect(text);
    });
    connect(&bus, &Bus::mintRequested, this, [this](bool user, const QString& userId) {
        showPage(QStringLiteral("mint"));
        static_cast<MintPage*>(currentPage())->prepare(user, userId);
    });
    connect(&bus, &Bus::useForRestRequested, this, [this](const QString& token) {
        showPage(QStringLiteral("rest"));
        static_cast<RestPage*>(currentPage())->useToken(token);
    });
    connect(&bus, &Bus::endpointRequested, this, [this](const QString& id) {
        showPage(QStringLiteral("rest"));
        static_cast<RestPage*>(currentPage())->showEndpoint(id);
    });
    connect(&bus, &Bus::projectPasted, this, [this](const QString& text) {
        showPage(QStringLiteral("projects"));
        static_cast<ProjectsPage*>(currentPage())->fillFrom(text);
    });
    connect(&context.theme, &Theme::changed, this, &MainWindow::recolour);
    connect(&context.clipboard, &ClipboardGuard::countdownChanged, this, [this](int seconds) {
        m_clipboard->setVisible(seconds > 0);
        m_clipboard->setText(tr("Clipboard clears in %1 s").arg(seconds));
    });
    connect(&context.tokens, &QAbstractItemModel::rowsInserted, this, &MainWindow::showStatusToken);
    connect(&context.tokens, &QAbstractItemModel::rowsRemoved, this, &MainWindow::showStatusToken);
    connect(&context.tokens, &QAbstractItemModel::modelReset, this, &MainWindow::showStatusToken);
    connect(&context.ticker, &Ticker::ticked, &context.tokens, &TokenShelf::setNow);
    connect(&context.sandbox, &SandboxHost::stateChanged, this, &MainWindow::showProject);
}

MainWindow::~MainWindow() = default;

QStringList MainWindow::pageIds()
{
    return {QStringLiteral("home"), QStringLiteral("mint"),     QStringLiteral("inspect"),
            QStringLiteral("rest"), QStringLiteral("projects"), QStringLiteral("settings")};
}

void MainWindow::buildTopBar()
{
    m_topBar = new QWidget(this);
    m_topBar->setObjectName(QStringLiteral("topBar"));
    m_topBar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(m_topBar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    m_projects = new QComboBox(m_topBar);
    m_projects->setMinimumWidth(180);
    m_projects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_projects);
    m_badge = label({}, "badge", m_topBar);
    m_badge->setObjectName(QStringLiteral("badge"));
    row->addWidget(m_badge);
    m_note = label({}, "muted", m_topBar);
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_note, 1);
    m_search = button({}, QStringLiteral("search"), false, m_topBar);
    row->addWidget(m_search);
    connect(m_search, &QPushButton::clicked, this, &MainWindow::openPalette);
    connect(m_projects, &QComboBox::activated, this,
            [this](int index) { useProject(m_projects->itemData(index).toString().toStdString()); });
}

void MainWindow::buildNavigation()
{
    m_navigation = new QListWidget(this);
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setIconSize({20, 20});
    m_navigation->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const PageEntry& page : m_pages) {
        auto* item = new QListWidgetItem(m_navigation);
        item->setData(Qt::UserRole, QLatin1String(page.id));
    }
    connect(m_navigation, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* current) {
        if (current)
            showPage(current->data(Qt::UserRole).toString());
    });
}

void MainWindow::buildStatusBar()
{
    QStatusBar* bar = statusBar();
    bar->setSizeGripEnabled(false);
    bar->setContentsMargins(12, 2, 12, 2);
    m_message = label({}, nullptr, bar);
    m_message->setMinimumWidth(0);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addWidget(m_message, 1);
    m_sandboxState = label({}, "muted", bar);
    m_clipboard = label({}, "muted", bar);
    m_countdown = new Countdown(m_context.ticker, bar);
    m_countdown->setObjectName(QStringLiteral("statusCountdown"));
    bar->addPermanentWidget(m_sandboxState);
    bar->addPermanentWidget(m_clipboard);
    bar->addPermanentWidget(m_countdown);
    m_clipboard->hide();
    showStatusToken();
}

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
                      if (Page* page = currentPage())
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
                      showPage(QStringLiteral("home"));
                      static_cast<HomePage*>(currentPage())->showFirstSteps();
                  });
    m_actions.add({QStringLiteral("project.switch"), [] { return tr("Switch project"); },
                   [] { return tr("Opens the list of projects in the top bar."); },
                   QKeySequence(QStringLiteral("Ctrl+P"))},
                  [this] {
                      m_projects->setFocus();
                      m_projects->showPopup();
                  });
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
    m_actions.add({QStringLiteral("quit"), [] { return tr("Quit"); }, [] { return tr("Ends the program."); },
                   QKeySequence(QStringLiteral("Ctrl+Q"))},
                  [this] { close(); });
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Chat Token Console"));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        QListWidgetItem* item = m_navigation->item(static_cast<int>(i));
        item->setText(tr(m_pages[i].name));
        item->setToolTip(QStringLiteral("Alt+%1").arg(i + 1));
    }
    m_navigation->ensurePolished(); // the style sheet's padding counts
    m_navigation->setFixedWidth(qMax(148, m_navigation->sizeHintForColumn(0) + 56));
    named(m_navigation, "navigation", tr("Navigation"));
    named(m_projects, "projectChoice", tr("Project"));
    named(m_search, "searchCommands", tr("Search commands"));
    m_search->setText(tr("Search  %1").arg(keyText(QKeySequence(QStringLiteral("Ctrl+K")))));
    m_actions.retranslate();
    showProject();
}

void MainWindow::recolour()
{
    const QColor text = m_context.theme.colours().text;
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_navigation->item(static_cast<int>(i))->setIcon(icon(QLatin1String(m_pages[i].icon), text));
    m_search->setIcon(icon(QStringLiteral("search"), text));
}

void MainWindow::fillProjects()
{
    m_projects->clear();
    const auto& active = m_context.projects.active();
    for (const project::Project& project : m_context.projects.projects()) {
        m_projects->addItem(text::q(project.name), text::q(project.id));
        if (project.id == active.id)
            m_projects->setCurrentIndex(m_projects->count() - 1);
    }
    showProject();
}

void MainWindow::showProject()
{
    const project::Project& project = m_context.projects.active();
    const char* kind = project.isSandbox() ? "sandbox" : project.production ? "production" : "project";
    m_badge->setText(project.isSandbox()  ? tr("SANDBOX")
                     : project.production ? tr("PRODUCTION")
                                          : tr("DEVELOPMENT"));
    setStyleProperty(m_badge, "badge", QLatin1String(kind));
    setStyleProperty(m_topBar, "production", project.production);
    m_note->setText(project.isSandbox() ? tr("Nothing leaves this computer.") : text::q(project.restHost));

    const bool sandbox = project.isSandbox();
    m_sandboxState->setVisible(sandbox);
    switch (m_context.sandbox.state()) {
    case SandboxHost::State::Running:
        m_sandboxState->setText(tr("Sandbox on %1").arg(m_context.sandbox.restUrl()));
        break;
    case SandboxHost::State::Elsewhere:
        m_sandboxState->setText(tr("Sandbox of another program on %1").arg(m_context.sandbox.restUrl()));
        break;
    case SandboxHost::State::Failed:
        m_sandboxState->setText(text::errorText(*m_context.sandbox.error()).line());
        break;
    default:
        m_sandboxState->setText(sandbox ? tr("Sandbox starts...") : QString());
    }
}

/// Once for each state of rest: a sandbox that could not be started is tried again when a call wants it.
void MainWindow::startSandbox()
{
    if (m_context.projects.active().isSandbox() && m_context.sandbox.state() == SandboxHost::State::Stopped)
        m_context.sandbox.start();
}

bool MainWindow::showPage(const QString& id)
{
    Page* page = ensurePage(id);
    if (!page)
        return false;
    m_stack->setCurrentWidget(page);
    for (int i = 0; i < m_navigation->count(); ++i) {
        if (m_navigation->item(i)->data(Qt::UserRole).toString() == id) {
            const QSignalBlocker quiet(m_navigation);
            m_navigation->setCurrentRow(i);
        }
    }
    if (!m_navigation->hasFocus())
        page->enter();
    return true;
}

QString MainWindow::currentPageId() const
{
    for (const PageEntry& page : m_pages) {
        if (page.page && m_stack->currentWidget() == page.page)
            return QLatin1String(page.id);
    }
    return {};
}

MainWindow::PageEntry* MainWindow::entry(const QString& id)
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const PageEntry& page) { return id == QLatin1String(page.id); });
    return found == m_pages.end() ? nullptr : &*found;
}

Page* MainWindow::currentPage()
{
    const PageEntry* current = entry(currentPageId());
    return current ? current->page : nullptr;
}

Page* MainWindow::ensurePage(const QString& id)
{
    PageEntry* wanted = entry(id);
    if (!wanted)
        return nullptr;
    if (!wanted->page) {
        wanted->page = wanted->make();
        m_stack->addWidget(wanted->page);
    }
    return wanted->page;
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (QAction* action : m_actions.all()) {
        if (action->isEnabled() && action->objectName() != QLatin1String("palette"))
            entries.push_back({action->text(), action->statusTip(), keyText(action->shortcut()),
                               [action] { action->trigger(); }});
    }
    for (const project::Project& project : m_context.projects.projects()) {
        const QString name = text::q(project.name);
        entries.push_back(
            {tr("Use project %1").arg(name), tr("Project"), {}, [this, id = project.id] { useProject(id); }});
    }
    if (const catalogue::Catalogue* catalogue = m_context.catalogues.get()) {
        for (const catalogue::Endpoint& endpoint : catalogue->endpoints()) {
            const QString id = text::q(endpoint.id);
            entries.push_back({text::q(endpoint.title),
                               text::q(endpoint.method) + QLatin1Char(' ') + text::q(endpoint.path),
                               {},
                               [this, id] { Q_EMIT m_context.bus.endpointRequested(id); }});
        }
    } else {
        m_context.catalogues.load();
    }
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->open(std::move(entries));
}

void MainWindow::useProject(const std::string& id)
{
    if (const auto done = m_context.projects.setActive(id); !done)
        showMessage(text::errorText(done.error()).line(), true);
    Q_EMIT m_context.bus.activeProjectChanged();
}

void MainWindow::copyNewestToken()
{
    if (const ShelvedToken* token = m_context.tokens.at(0)) {
        m_context.clipboard.copySecret(token->text);
        showMessage(tr("Token copied."), false);
    } else {
        showMessage(tr("No token has been minted yet: press Ctrl+Enter on Mint."), true);
    }
}

void MainWindow::showMessage(const QString& text, bool bad)
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

void MainWindow::showStatusToken()
{
    if (const ShelvedToken* token = m_context.tokens.at(0))
        m_countdown->setToken(token->issuedAt, token->expiresAt);
    else
        m_countdown->clear(tr("No token minted yet"));
}

void MainWindow::focusNextRegion(bool backwards)
{
    QWidget* focus = QApplication::focusWidget();
    const int regions = 3;
    int region = 1;
    if (m_navigation == focus)
        region = 0;
    else if (focus && m_topBar->isAncestorOf(focus))
        region = 2;
    region = (region + (backwards ? regions - 1 : 1)) % regions;
    if (region == 0)
        m_navigation->setFocus(Qt::TabFocusReason);
    else if (region == 2)
        m_projects->setFocus(Qt::TabFocusReason);
    else if (Page* page = currentPage())
        page->enter();
}

void MainWindow::updateTicker()
{
    m_context.ticker.setRunning(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Pages are built anew in the new language, with what the user had entered.
        const QString current = currentPageId();
        for (PageEntry& page : m_pages) {
            if (!page.page)
                continue;
            const QVariantMap state = page.page->state();
            m_stack->removeWidget(page.page);
            page.page->deleteLater();
            page.page = page.make();
            page.page->restore(state);
            m_stack->addWidget(page.page);
        }
        if (m_palette) {
            m_palette->deleteLater();
            m_palette = nullptr;
        }
        retranslate();
        showStatusToken();
        showPage(current);
    } else if (event->type() == QEvent::WindowStateChange) {
        updateTicker();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_context.settings.setWindowGeometry(saveGeometry());
    m_context.clipboard.clearOurs();
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    updateTicker();
    if (std::exchange(m_shown, true))
        return;
    // What the first picture does not need comes after it: an empty event queue comes before the window
    // manager has mapped the window, and the catalogue's thread would take its processor.
    QTimer::singleShot(kAfterFirstPictureMs, this, [this] {
        m_context.theme.followSystem();
        startSandbox();
    });
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    updateTicker();
}

} // namespace ui
