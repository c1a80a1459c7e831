// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/TextMap.h"
#include "ui/inspect/Panel.h"
#include "ui/widgets/FieldTable.h"

class QLabel;
class QPlainTextEdit;
class QTableView;

namespace ui {

class HexView;

/// The token three times over: its text, the bytes of its payload, its fields. What is selected in one is
/// marked in the others.
class ByteMapPanel final : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ByteMapPanel)

public:
    /// `selected` is shared by all tables of these fields.
    ByteMapPanel(Context& context, const Examined& examined, FieldModel& fields,
                 QItemSelectionModel& selected);
    void refresh() override;

private:
    [[nodiscard]] QWidget* buildText();
    [[nodiscard]] QWidget* buildBytes();
    [[nodiscard]] QWidget* buildFields();
    void selectRow(int row);
    void selectByte(qsizetype byte);
    void selectCharacter();
    void mark(int row);
    [[nodiscard]] QString overview() const;
    [[nodiscard]] QString selectionWords(int row, token::Span characters) const;
    void markText(token::Span characters);

    FieldModel& m_fields;
    token::TextMap m_map;
    QPlainTextEdit* m_text = nullptr;
    HexView* m_bytes = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_selected = nullptr;
    bool m_linking = false; ///< one selection follows another
};

} // namespace ui
