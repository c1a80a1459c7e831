// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MainWindow.h"

#include "core/project/Credentials.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/home/HomePage.h"
#include "ui/inspect/InspectPage.h"
#include "ui/manual/ManualWindow.h"
#include "ui/mint/MintPage.h"
#include "ui/projects/ProjectsPage.h"
#include "ui/rest/RestPage.h"
#include "ui/sandbox/SandboxPage.h"
#include "ui/serve/ServePage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/AutoLock.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/HomeWatcher.h"
#include "ui/shell/LockPage.h"
#include "ui/shell/LockSocket.h"
#include "ui/shell/Settings.h"
#include "ui/shell/StatusRow.h"
#include "ui/shell/Theme.h"
#include "ui/shell/TokenShelf.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/VaultHost.h"
#include "ui/shell/VaultNotices.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InputGuard.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/RowMenu.h"
#include "ui/widgets/Ticker.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDataStream>
#include <QVariantMap>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>

namespace ui {
namespace {

constexpr QSize kDefaultSize(1180, 760);
constexpr QSize kSmallest(860, 560);
constexpr int kAfterFirstPictureMs = 150;

} // namespace

MainWindow::MainWindow(Context context)
    : m_context(context)
    , m_actions(this)
    , m_pages{
          {"home", "house", QT_TR_NOOP("Home"), QT_TR_NOOP("start tokens minted countdown paste"),
           [this] { return new HomePage(m_context); }},
          {"mint", "key-round", QT_TR_NOOP("Mint"), QT_TR_NOOP("create generate token sign"),
           [this] { return new MintPage(m_context); }},
          {"inspect", "scan-search", QT_TR_NOOP("Inspect"),
           QT_TR_NOOP("decode verify token why refused compare bytes"),
           [this] { return new InspectPage(m_context); }},
          {"rest", "send", QT_TR_NOOP("REST"), QT_TR_NOOP("call request endpoint api http send"),
           [this] { return new RestPage(m_context); }},
          {"serve", "server", QT_TR_NOOP("Serve"), QT_TR_NOOP("token server local log requests snippet"),
           [this] { return new ServePage(m_context); }},
          {"sandbox", "flask-conical", QT_TR_NOOP("Sandbox"),
           QT_TR_NOOP("offline users groups rooms log activity frames knobs"),
           [this] { return new SandboxPage(m_context); }},
          {"projects", "folder-kanban", QT_TR_NOOP("Projects"),
           QT_TR_NOOP("vault security certificate app id passphrase credentials export import"),
           [this] { return new ProjectsPage(m_context); }},
          {"settings", "settings", QT_TR_NOOP("Settings"),
           QT_TR_NOOP("preferences options theme language dark light lock timeout deadline"),
           [this] { return new SettingsPage(m_context); }},
      }
{
    setObjectName(QStringLiteral("mainWindow"));
    new InputGuard(this); // before there is any input
    setMinimumSize(kSmallest);
    if (!restoreGeometry(context.settings.windowGeometry()))
        resize(kDefaultSize);
}

MainWindow::~MainWindow() = default;

QStringList MainWindow::pageIds()
{
    return {QStringLiteral("home"),     QStringLiteral("mint"),    QStringLiteral("inspect"),
            QStringLiteral("rest"),     QStringLiteral("serve"),   QStringLiteral("sandbox"),
            QStringLiteral("projects"), QStringLiteral("settings")};
}

void MainWindow::open(const QString& pageId)
{
    show();
    build();
    showPage(pageId);
    if (needsUnlock())
        cover();
    m_context.theme.installStyleSheet();
    // What the first picture does not need comes after it: an empty event queue comes before the window
    // manager has mapped the window, and the catalogue's thread would take its processor.
    QTimer::singleShot(kAfterFirstPictureMs, this, [this] {
        m_context.theme.followSystem();
        startSandbox();
        lockOnItsOwn();
        new HomeWatcher(m_context, this);
    });
}

void MainWindow::lockOnItsOwn()
{
    new AutoLock(m_context.vault, m_context.settings, this);
    const std::string prefix = m_context.projects.home().lockSocketPrefix();
    auto* socket =
        new LockSocket(text::q(prefix) + QString::number(QCoreApplication::applicationPid()), this);
    connect(socket, &LockSocket::lockAsked, &m_context.vault, &VaultHost::lock);
}

void MainWindow::build()
{
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_topBar = new TopBar(m_context.projects, central);
    column->addWidget(m_topBar);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    buildNavigation();
    row->addWidget(m_navigation);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_question = new Banner(central);
    m_question->setObjectName(QStringLiteral("closeQuestion"));
    m_question->layOver(m_stack);
    m_status = new StatusRow(m_context, this);
    registerActions();
    followSelection(m_topBar);
    followSelection(m_navigation);
    refreshProjects();
    retranslate();
    setCentralWidget(central);
    setStatusBar(m_status);
    central->show();
    m_status->show();

    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepFocusOnPage);
    connect(m_topBar, &TopBar::projectChosen, this,
            [this](const QString& id) { useProject(id.toStdString()); });
    connect(m_topBar, &TopBar::environmentChosen, this,
            [this](const QString& name) { useEnvironment(name.toStdString()); });
    connect(m_topBar, &TopBar::lockRequested, &m_context.vault, &VaultHost::lock);
    connect(&m_context.vault, &VaultHost::aboutToLock, this, &MainWindow::takeDownPages);
    connect(&m_context.vault, &VaultHost::locked, this, &MainWindow::cover);
    connect(&m_context.vault, &VaultHost::unlocked, this, &MainWindow::uncover);
    connect(m_topBar, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(&m_context.ticker, &Ticker::ticked, &m_context.tokens, &TokenShelf::setNow);
    listenToBus();
    auto* notices = new VaultNotices(m_context.vault, this);
    connect(notices, &VaultNotices::told, m_status,
            [this](const QString& text) { m_status->say(text, true); });
    notices->look();
    connect(&m_context.clipboard, &ClipboardGuard::clearingFailed, m_status, [this] {
        m_status->say(
            tr("What was copied is still in the clipboard: the desktop did not let it be cleared. Copy "
               "something else."),
            true);
    });
}

void MainWindow::listenToBus()
{
    Bus& bus = m_context.bus;
    connect(&bus, &Bus::pageRequested, this, &MainWindow::showPage);
    connect(&bus, &Bus::messageRaised, m_status, &StatusRow::say);
    connect(&bus, &Bus::projectsChanged, this, &MainWindow::refreshProjects);
    connect(&bus, &Bus::activeProjectChanged, this, [this] {
        refreshProjects();
        startSandbox();
        if (needsUnlock())
            cover();
    });
    connect(&bus, &Bus::inspectRequested, this, [this](const QString& text) {
        if (auto* page = visit<InspectPage>("inspect"))
            page->inspect(text);
    });
    connect(&bus, &Bus::refusalRequested, this, [this](const QString& text) {
        if (auto* page = visit<InspectPage>("inspect"))
            page->askWhy(text);
    });
    connect(&bus, &Bus::mintRequested, this,
            [this](bool user, const QString& userId, const QString& expiresIn) {
                if (auto* page = visit<MintPage>("mint"))
                    page->prepare(user, userId, expiresIn);
            });
    connect(&bus, &Bus::useForRestRequested, this, [this](const QString& token) {
        if (auto* page = visit<RestPage>("rest"))
            page->useToken(token);
    });
    connect(&bus, &Bus::endpointRequested, this, [this](const QString& id) {
        if (auto* page = visit<RestPage>("rest"))
            page->showEndpoint(id);
    });
    connect(&bus, &Bus::projectPasted, this, [this](const QString& text) {
        if (auto* page = visit<ProjectsPage>("projects"))
            page->fillFrom(text);
    });
    connect(&bus, &Bus::projectShown, this, [this](const QString& id) {
        if (auto* page = visit<ProjectsPage>("projects"))
            page->showProject(id);
    });
    connect(&bus, &Bus::projectChosen, this, [this](const QString& id) { useProject(id.toStdString()); });
}

void MainWindow::buildNavigation()
{
    m_navigation = new QListWidget(this);
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setIconSize({20, 20});
    m_navigation->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const PageEntry& page : m_pages) {
        auto* item = new QListWidgetItem(icon(QLatin1String(page.icon)), {}, m_navigation);
        item->setData(Qt::UserRole, QLatin1String(page.id));
    }
    connect(m_navigation, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* current) {
        if (current)
            showPage(current->data(Qt::UserRole).toString());
    });
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
    m_topBar->retranslate();
    m_status->retranslate();
    m_actions.retranslate();
}

void MainWindow::refreshProjects()
{
    m_topBar->refresh();
    m_status->refreshProject();
    setStyleProperty(m_stack, "production", !m_lockPage && m_context.projects.active().production);
}

/// Once for each state of rest: a sandbox that could not be started is tried again when a call wants it.
void MainWindow::startSandbox()
{
    if (m_context.projects.active().isSandbox() && m_context.sandbox.state() == SandboxHost::State::Stopped)
        m_context.sandbox.start();
}

/// The certificate of the project in use is withheld, or in a vault that is not open (be it damaged).
bool MainWindow::needsUnlock() const
{
    const project::Project& active = m_context.projects.active();
    return project::credentialsOf(active, m_context.secrets, true).locked ||
           (active.certificateKept && m_context.secrets.hasVault() && !m_context.secrets.vault().isOpen());
}

/// While the pages are covered no key reaches them, nor the names of projects in the palette.
void MainWindow::enableActions(bool enabled)
{
    static const QStringList kAlways{
        QStringLiteral("run"),         QStringLiteral("cancel"),         QStringLiteral("quit"),
        QStringLiteral("help.manual"), QStringLiteral("help.shortcuts"), QStringLiteral("help.about")};
    for (QAction* action : m_actions.all()) {
        if (!kAlways.contains(action->objectName()))
            action->setEnabled(enabled);
    }
}

/// What was on the screen is sealed: pages are taken down with what was entered, tokens lose their texts.
void MainWindow::takeDownPages()
{
    m_coveredPage = m_lockPage ? m_coveredPage : currentPageId();
    for (PageEntry& page : m_pages) {
        if (!page.page)
            continue;
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream << page.page->state();
        (void)m_context.secrets.seal(std::string("page ") + page.id,
                                     {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
        page.unsaved = page.page->unsaved();
        m_stack->removeWidget(page.page);
        delete std::exchange(page.page, nullptr);
    }
    m_context.tokens.seal(m_context.secrets);
    m_context.answers.forgetLast();
    m_context.clipboard.clearOurs();
    if (m_palette)
        m_palette->hide();
}

void MainWindow::cover()
{
    if (m_lockPage)
        return;
    if (m_coveredPage.isEmpty())
        m_coveredPage = currentPageId();
    m_lockPage = new LockPage(m_context.vault, m_stack);
    m_stack->addWidget(m_lockPage);
    m_stack->setCurrentWidget(m_lockPage);
    refreshProjects();
    m_topBar->setLocked(true);
    m_navigation->setEnabled(false);
    enableActions(false);
    connect(m_lockPage, &LockPage::sandboxWanted, this, [this] {
        useProject(std::string(project::kSandboxName));
        uncover();
    });
    connect(m_lockPage, &LockPage::startOverWanted, this, &MainWindow::startOver);
    m_lockPage->enter();
}

/// The vault is set aside; what comes next is to enter the certificates again.
void MainWindow::startOver()
{
    const auto aside = m_context.vault.startOver(m_context.projects);
    if (m_lockPage && !aside)
        return m_lockPage->tell(base::fail(aside.error()));
    Q_EMIT m_context.bus.projectsChanged();
    Q_EMIT m_context.bus.activeProjectChanged();
    if (auto* page = visit<ProjectsPage>("projects"))
        page->showNotice(
            aside ? tr("The old vault is kept as %1. Enter the certificates again.").arg(text::q(*aside))
                  : text::errorText(aside.error()).line());
}

void MainWindow::uncover()
{
    m_context.tokens.unseal(m_context.secrets);
    for (PageEntry& page : m_pages) {
        if (page.page && !page.unsaved.isEmpty())
            restoreSealed(page); // it was visited while the vault was closed
    }
    if (!m_lockPage)
        return;
    m_stack->removeWidget(m_lockPage);
    std::exchange(m_lockPage, nullptr)->deleteLater();
    m_topBar->setLocked(false);
    refreshProjects();
    m_navigation->setEnabled(true);
    enableActions(true);
    showPage(std::exchange(m_coveredPage, {}));
}

bool MainWindow::showPage(const QString& id)
{
    if (m_lockPage) {
        m_coveredPage = entry(id) ? id : m_coveredPage;
        return entry(id);
    }
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
    if (m_fromPalette || !m_navigation->hasFocus())
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
    if (m_lockPage)
        return m_lockPage;
    const PageEntry* current = entry(currentPageId());
    return current ? current->page : nullptr;
}

Page* MainWindow::ensurePage(const QString& id)
{
    PageEntry* wanted = entry(id);
    if (!wanted)
        return nullptr;
    if (!wanted->page)
        makePage(*wanted);
    return wanted->page;
}

/// What was entered before a lock; it stays sealed while there is no key.
void MainWindow::restoreSealed(PageEntry& entry)
{
    const auto sealed = m_context.secrets.unseal(std::string("page ") + entry.id);
    if (!sealed)
        return;
    QVariantMap state;
    const std::string_view bytes = sealed->view();
    QDataStream stream(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    stream >> state;
    entry.page->restore(state);
    entry.unsaved.clear();
}

QStringList MainWindow::unsaved() const
{
    QStringList all;
    for (const PageEntry& page : m_pages)
        all << page.unsaved << (page.page ? page.page->unsaved() : QStringList());
    return all;
}

/// What was entered goes nowhere by itself: it may be a certificate, which is in no file before it is saved.
void MainWindow::askToClose(const QStringList& unsaved)
{
    if (!m_lockPage)
        showPage(QStringLiteral("projects"));
    m_question->ask(tr("Quit without saving?"),
                    m_lockPage ? tr("What was entered for %n project(s) is not saved. Unlock to save it.",
                                    nullptr, static_cast<int>(unsaved.size()))
                               : tr("Changed and not saved: %1.").arg(unsaved.join(QStringLiteral(", "))),
                    tr("Quit without saving"), [this] { closeNow(); });
}

void MainWindow::closeNow()
{
    m_closeNow = true;
    close();
}

void MainWindow::makePage(PageEntry& entry)
{
    entry.page = entry.make();
    restoreSealed(entry);
    followSelection(entry.page);
    addRowMenus(entry.page, [this](const QString& text, bool secret) {
        if (secret)
            m_context.clipboard.copySecret(text);
        else
            m_context.clipboard.copyText(text);
        m_status->say(secret ? tr("Copied; the clipboard is cleared again.") : tr("Copied."), false);
    });
    m_stack->addWidget(entry.page);
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (QAction* action : m_actions.all()) {
        if (action->isEnabled() && action->objectName() != QLatin1String("palette"))
            entries.push_back({action->text(), action->statusTip(), keyText(action->shortcut()),
                               [action] { action->trigger(); }, m_actions.words(action)});
    }
    for (const project::Project& project : m_context.projects.projects()) {
        const QString name = text::q(project.name);
        entries.push_back({tr("Use project %1").arg(name),
                           tr("Project"),
                           {},
                           [this, id = project.id] { useProject(id); },
                           QStringLiteral("project use switch")});
    }
    if (const catalogue::Catalogue* catalogue = m_context.catalogues.get()) {
        for (const catalogue::Endpoint& endpoint : catalogue->endpoints()) {
            const QString id = text::q(endpoint.id);
            entries.push_back({text::q(endpoint.title),
                               text::q(endpoint.method) + QLatin1Char(' ') + text::q(endpoint.path),
                               {},
                               [this, id] { Q_EMIT m_context.bus.endpointRequested(id); },
                               text::q(endpoint.group)});
        }
    } else {
        m_context.catalogues.load();
    }
    for (PaletteEntry& entry : entries) // a page that a command opens has the focus
        entry.run = [this, run = std::move(entry.run)] {
            const QScopedValueRollback fromPalette(m_fromPalette, true);
            run();
        };
    if (Page* page = currentPage(); page && !focusWidget())
        page->enter(); // what the focus comes back to
    if (!m_palette) {
        m_palette = new CommandPalette(this);
        connect(m_palette, &CommandPalette::manualWanted, this, [this](const QString& words) {
            openManual();
            m_manual->searchFor(words);
        });
    }
    m_palette->open(std::move(entries));
}

void MainWindow::useProject(const std::string& id)
{
    if (const auto done = m_context.projects.setActive(id); !done)
        m_status->say(text::errorText(done.error()).line(), true);
    Q_EMIT m_context.bus.activeProjectChanged();
}

void MainWindow::useEnvironment(const std::string& name)
{
    const project::Project before = m_context.projects.active();
    project::Project after = before;
    after.environment = name;
    if (const auto done = m_context.projects.edit(before, after); !done)
        m_status->say(text::errorText(done.error()).line(), true);
    Q_EMIT m_context.bus.activeProjectChanged();
}

void MainWindow::copyNewestToken()
{
    if (const ShelvedToken* token = m_context.tokens.at(0); token && !token->text.isEmpty()) {
        m_context.clipboard.copySecret(token->text);
        m_status->say(tr("Token copied."), false);
    } else {
        m_status->say(tr("No token has been minted yet: press Ctrl+Enter on Mint."), true);
    }
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
        m_topBar->enter();
    else if (Page* page = currentPage())
        page->enter();
}

/// A control of the page that goes away hands the focus to the next one, which may stand in the top bar: it
/// stays on the page.
void MainWindow::keepFocusOnPage(QWidget* old, QWidget* now)
{
    const auto inTopBar = [this](const QWidget* widget) { return widget && m_topBar->isAncestorOf(widget); };
    if (!inTopBar(now) || !old || !m_stack->isAncestorOf(old) || (old->isVisible() && old->isEnabled()))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, inTopBar] { // whoever took it away may have said where it goes
            if (Page* page = currentPage(); page && inTopBar(QApplication::focusWidget()))
                page->enter();
        },
        Qt::QueuedConnection);
}

void MainWindow::updateTicker()
{
    m_context.ticker.setRunning(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_stack) {
        // Pages are built anew in the new language, with what the user had entered.
        const QString current = currentPageId();
        for (PageEntry& page : m_pages) {
            if (!page.page)
                continue;
            const QVariantMap state = page.page->state();
            m_stack->removeWidget(page.page);
            page.page->deleteLater();
            makePage(page);
            page.page->restore(state);
        }
        if (m_palette) {
            m_palette->deleteLater();
            m_palette = nullptr;
        }
        if (m_manual) {
            const bool open = m_manual->isVisible();
            std::exchange(m_manual, nullptr)->deleteLater();
            if (open)
                openManual();
        }
        retranslate();
        showPage(current);
    } else if (event->type() == QEvent::WindowStateChange) {
        updateTicker();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const QStringList lost = unsaved();
    if (!m_closeNow && !lost.isEmpty()) {
        event->ignore();
        return askToClose(lost);
    }
    m_context.settings.setWindowGeometry(saveGeometry());
    m_context.clipboard.clearOurs();
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    updateTicker();
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    updateTicker();
}

} // namespace ui
