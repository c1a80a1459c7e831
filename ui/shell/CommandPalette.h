// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QDialog>
#include <QIcon>
#include <QKeySequence>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

/// Something that the palette can do.
struct PaletteEntry
{
    QString text;   ///< "Mint token"
    QString detail; ///< kind or path, shown muted: "Page", "POST /users"
    QString keys;   ///< shortcut text, may be empty
    std::function<void()> run;
    QString words{}; ///< found by these as well; not shown
};

/// The entries that match the typed words, best first. Every word must occur, in the text, the detail or the
/// words; at the start of a word counts more. Where one occurs nowhere its letters may stand apart in a word
/// that begins like it: “grp” is “group”.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum Role { DetailRole = Qt::UserRole, KeysRole };

    explicit PaletteModel(QObject* parent = nullptr);

    void setEntries(std::vector<PaletteEntry> entries);
    void filter(const QString& typed);
    [[nodiscard]] const PaletteEntry* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_shown;
};

/// Ctrl+K: one line to type in and what matches. Enter runs, Esc closes, arrows move while typing goes on.
/// The focus goes back to where it was.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    explicit CommandPalette(QWidget* parent);

    void open(std::vector<PaletteEntry> entries);

Q_SIGNALS:
    /// Nothing was found for this, and the manual shall be asked.
    void manualWanted(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void runCurrent();
    void showFound();

    PaletteModel m_model;
    QLineEdit* m_input;
    QListView* m_list;
    QLabel* m_nothing;          ///< in place of an empty list
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace ui
