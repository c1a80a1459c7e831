// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/manual/Manual.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace ui {

/// The manual beside the work: chapters and a search on the left, the text on the right. Not modal. Esc
/// closes, Ctrl+F goes to the search, Alt+Left back to what was read before.
class ManualWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManualWindow)

public:
    ManualWindow(const QString& language, QWidget* parent);

    /// Shows the chapter, from its beginning or from a heading of it.
    void showChapter(const QString& id, const QString& heading = {});
    /// Shows what is found for the words.
    void searchFor(const QString& words);
    [[nodiscard]] QString chapter() const { return m_chapter; }

private:
    void fillList();
    void openCurrent();
    void follow(const QUrl& link);
    void scrollTo(const QString& heading);
    void goBack();
    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

    Manual m_manual;
    QString m_chapter;
    QStringList m_back; ///< chapters that were read before
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_nothing;
    QTextBrowser* m_text;
};

} // namespace ui
