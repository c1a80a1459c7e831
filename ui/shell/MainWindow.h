// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Actions.h"
#include "ui/shell/Context.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class CommandPalette;
class Countdown;
class Page;

/// The frame around the pages: navigation, top bar, status bar, palette. Pages are built on their first
/// visit.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(Context context);
    ~MainWindow() override;

    /// "home", "mint", "inspect", "rest", "projects", "settings". False for any other word.
    bool showPage(const QString& id);
    [[nodiscard]] QString currentPageId() const;
    [[nodiscard]] Actions& actionRegistry() { return m_actions; }
    [[nodiscard]] static QStringList pageIds();

    void openPalette();

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
        const char* name; ///< for tr
        std::function<Page*()> make;
        Page* page = nullptr;
    };

    void buildTopBar();
    void buildNavigation();
    void buildStatusBar();
    void registerActions();
    void retranslate();
    void recolour();
    void showProject();
    void fillProjects();
    void startSandbox();
    void useProject(const std::string& id);
    void copyNewestToken();
    void updateTicker();
    void showMessage(const QString& text, bool bad);
    void showStatusToken();
    void focusNextRegion(bool backwards);
    [[nodiscard]] PageEntry* entry(const QString& id);
    [[nodiscard]] Page* currentPage();
    [[nodiscard]] Page* ensurePage(const QString& id);

    Context m_context;
    Actions m_actions;
    std::vector<PageEntry> m_pages;
    QWidget* m_topBar = nullptr;
    QComboBox* m_projects = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_search = nullptr;
    QListWidget* m_navigation = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_clipboard = nullptr;
    QLabel* m_sandboxState = nullptr;
    Countdown* m_countdown = nullptr;
    CommandPalette* m_palette = nullptr;
    bool m_shown = false;
};

} // namespace ui
