// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/ByteMapPanel.h"

#include "core/text/Format.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/HexView.h"
#include "ui/widgets/Presenter.h"

#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr qsizetype kValueShown = 60;         // characters of a value in a sentence
constexpr std::size_t kTextShown = 64 * 1024; // characters; a sound token has a few hundred

} // namespace

ByteMapPanel::ByteMapPanel(Context& context, const Examined& examined, FieldModel& fields,
                           QItemSelectionModel& selected)
    : Panel(context, examined)
    , m_fields(fields)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_selected = paragraph({}, "muted");
    m_selected->setObjectName(QStringLiteral("selectedField"));
    new Veil(m_selected, m_context.presenter); // a part of the signature may stand in it
    column->addWidget(buildText());
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildBytes());
    splitter->addWidget(buildFields());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({420, 560});
    column->addWidget(splitter, 1);
    column->addWidget(m_selected);
    m_table->setSelectionModel(&selected);
    connect(m_bytes, &HexView::byteReached, this, &ByteMapPanel::selectByte);
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &ByteMapPanel::selectCharacter);
    connect(&selected, &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { mark(current.row()); });
}

QWidget* ByteMapPanel::buildText()
{
    m_text = named(new QPlainTextEdit, "tokenText", tr("Token text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(monospace());
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 14);
    new Veil(m_text, m_context.presenter);
    return m_text;
}

QWidget* ByteMapPanel::buildBytes()
{
    m_bytes = named(new HexView, "payloadBytes", tr("Bytes of the payload"));
    m_bytes->setMinimumWidth(120);
    new Veil(m_bytes, m_context.presenter);
    return m_bytes;
}

QWidget* ByteMapPanel::buildFields()
{
    m_table = named(makeFieldTable(m_fields, this), "fieldBytes", tr("Fields with their bytes"));
    m_table->setColumnHidden(FieldModel::Meaning, true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(FieldModel::Meaning, QHeaderView::Interactive);
    header->setSectionResizeMode(FieldModel::Layout, QHeaderView::Stretch);
    header->moveSection(header->visualIndex(FieldModel::Bytes), 0);
    const int character = m_table->fontMetrics().averageCharWidth();
    header->resizeSection(FieldModel::Bytes, character * 9);
    header->resizeSection(FieldModel::Path, character * 26);
    header->resizeSection(FieldModel::Value, character * 16);
    m_table->setMinimumWidth(120);
    new Veil(m_table, m_context.presenter);
    return m_table;
}

void ByteMapPanel::refresh()
{
    const token::Inspection& inspection = m_examined.inspection;
    const QScopedValueRollback linking(m_linking, true);
    m_map = token::TextMap(inspection);
    const QString text = text::q(inspection.text.substr(0, kTextShown));
    if (m_text->toPlainText() != text)
        m_text->setPlainText(inspection.format.empty() ? QString() : text);
    m_bytes->setBytes(inspection.payload());
    mark(m_table->currentIndex().row());
}

void ByteMapPanel::selectByte(qsizetype byte)
{
    selectRow(m_fields.rowAt(static_cast<std::size_t>(byte)));
}

void ByteMapPanel::selectCharacter()
{
    const token::Span bytes = m_map.bytesOf(static_cast<std::size_t>(m_text->textCursor().position()));
    if (!m_linking && bytes.length > 0)
        selectRow(m_fields.rowAt(bytes.offset));
}

void ByteMapPanel::selectRow(int row)
{
    if (m_linking || row < 0)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_fields.index(row, FieldModel::Path));
}

/// Marks a field's bytes and characters, and says in words where they are.
void ByteMapPanel::mark(int row)
{
    const token::Span bytes = m_fields.span(row);
    const token::Span characters = m_map.charactersOf(bytes);
    m_bytes->mark(static_cast<qsizetype>(bytes.offset), static_cast<qsizetype>(bytes.length));
    markText(characters);
    m_selected->setText(bytes.length == 0 ? overview() : selectionWords(row, characters));
}

QString ByteMapPanel::overview() const
{
    const token::Inspection& inspection = m_examined.inspection;
    if (inspection.format.empty())
        return tr("Nothing here that has bytes: paste a token.");
    QString words =
        tr("%1 bytes of payload from %2 characters. Select a field, a byte or a character: the other "
           "two are marked.")
            .arg(inspection.payload().size())
            .arg(inspection.text.size());
    if (inspection.payload().size() > static_cast<std::size_t>(HexView::kMostBytes))
        words += QLatin1Char(' ') + tr("The first %1 bytes are shown.").arg(HexView::kMostBytes);
    return words;
}

QString ByteMapPanel::selectionWords(int row, token::Span characters) const
{
    const auto cell = [&](int column) { return m_fields.index(row, column).data().toString(); };
    const QString value = cell(FieldModel::Value);
    QString words = tr("%1 = %2: bytes %3, %4.")
                        .arg(cell(FieldModel::Path),
                             value.size() > kValueShown ? value.left(kValueShown) + QChar(0x2026) : value,
                             cell(FieldModel::Bytes), cell(FieldModel::Layout));
    if (characters.length > 0)
        words += QLatin1Char(' ') +
                 tr("In the text: characters %1–%2.").arg(characters.offset + 1).arg(characters.end());
    return words;
}

void ByteMapPanel::markText(token::Span characters)
{
    const int from = static_cast<int>(std::min(characters.offset, kTextShown));
    const int length = static_cast<int>(std::min(characters.end(), kTextShown)) - from;
    QList<QTextEdit::ExtraSelection> marks;
    if (length > 0)
        marks << markedText(*m_text, from, length);
    m_text->setExtraSelections(marks);
    if (length <= 0 || m_text->hasFocus())
        return;
    const QScopedValueRollback linking(m_linking, true);
    m_text->setTextCursor([&] {
        QTextCursor cursor(m_text->document());
        cursor.setPosition(from);
        return cursor;
    }());
}

} // namespace ui
