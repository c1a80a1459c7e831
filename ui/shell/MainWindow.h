// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Actions.h"
#include "ui/shell/Context.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QListWidget;
class QStackedWidget;

namespace ui {

class Banner;
class CommandPalette;
class LockPage;
class ManualWindow;
class Page;
class StatusRow;
class TopBar;

/// The frame around the pages: navigation, top bar, status bar, palette. Pages are built on their first
/// visit.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(Context context);
    ~MainWindow() override;

    /// Shows the window with this page. It is mapped while it is filled, and painted when that is done. Comes
    /// first, and once.
    void open(const QString& pageId);
    /// "home", "mint", "inspect", "rest", "serve", "sandbox", "projects", "settings". False for any other
    /// word.
    bool showPage(const QString& id);
    [[nodiscard]] QString currentPageId() const;
    [[nodiscard]] Actions& actionRegistry() { return m_actions; }
    [[nodiscard]] static QStringList pageIds();

    void openPalette();
    /// Ends it without a question, as a signal does.
    void closeNow();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct PageEntry
    {
        const char* id;
        const char* icon;
        const char* name;  ///< for tr
        const char* words; ///< by which the palette finds it besides
        std::function<Page*()> make;
        Page* page = nullptr;
        QStringList unsaved{}; ///< of the page that was taken down with it
    };

    void build();
    void buildNavigation();
    void listenToBus();
    void registerActions();
    void registerLook();
    void registerHelp();
    void openManual();
    [[nodiscard]] static QString manualLanguage();
    void retranslate();
    void refreshProjects();
    void cover();
    [[nodiscard]] bool needsUnlock() const;
    void enableActions(bool enabled);
    /// The page, shown; nullptr while the pages are covered.
    template<class PageType>
    [[nodiscard]] PageType* visit(const char* id)
    {
        return showPage(QLatin1String(id)) && !m_lockPage ? static_cast<PageType*>(currentPage()) : nullptr;
    }
    void startOver();
    void uncover();
    void restoreSealed(PageEntry& entry);
    [[nodiscard]] QStringList unsaved() const;
    void askToClose(const QStringList& unsaved);
    void takeDownPages();
    void startSandbox();
    void lockOnItsOwn();
    void useProject(const std::string& id);
    void useEnvironment(const std::string& name);
    void copyNewestToken();
    void updateTicker();
    void focusNextRegion(bool backwards);
    void keepFocusOnPage(QWidget* old, QWidget* now);
    [[nodiscard]] PageEntry* entry(const QString& id);
    [[nodiscard]] Page* currentPage();
    void makePage(PageEntry& entry);
    [[nodiscard]] Page* ensurePage(const QString& id);

    Context m_context;
    Actions m_actions;
    std::vector<PageEntry> m_pages;
    TopBar* m_topBar = nullptr;
    QListWidget* m_navigation = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatusRow* m_status = nullptr;
    LockPage* m_lockPage = nullptr; ///< while it covers the pages
    QString m_coveredPage;          ///< the page to come back to
    CommandPalette* m_palette = nullptr;
    ManualWindow* m_manual = nullptr;
    Banner* m_question = nullptr; ///< over all pages
    bool m_closeNow = false;
    bool m_fromPalette = false; ///< a command of the palette runs
};

} // namespace ui
