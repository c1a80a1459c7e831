// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FieldTable.h"

#include "core/base/Utf8.h"
#include "core/text/Format.h"
#include "ui/widgets/Colours.h"
#include "ui/widgets/Helpers.h"

#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace ui {
namespace {

constexpr qsizetype kDigitsRead = 64;   // bytes of a field that are read out
constexpr std::size_t kMostRows = 5000; // a hostile token has 100,000 fields; nobody reads them in a table

QString shown(const base::JsonValue& value)
{
    const std::string* text = value.string();
    return text::q(text ? base::visible(*text) : value.toJson());
}

/// What a reader wants to know besides the number.
QString meaningOf(const token::Field& field, const token::Inspection& inspection)
{
    const auto number = token::fieldValue(field, inspection.payload()).integer();
    if (field.scope == token::FieldScope::Root && number) {
        if (field.name == "issue_ts" || field.name == "ts" || field.name == "unix_ts" ||
            field.name == "expired_ts")
            return text::moment(*number, false);
        if (field.name == "expire" && inspection.decoded.issueTs)
            return FieldModel::tr("%1, until %2")
                .arg(text::spell(*number), text::moment(*inspection.decoded.issueTs + *number, false));
    }
    if (field.scope == token::FieldScope::LegacyPrivilege && field.name == "until" && number)
        return *number == 0 ? FieldModel::tr("no limit") : text::moment(*number, false);
    if (!inspection.is007() || field.service >= inspection.decoded.services.size() ||
        field.scope == token::FieldScope::Root || !number)
        return {};
    const std::uint16_t type = inspection.decoded.services[field.service].type;
    if (field.scope == token::FieldScope::Service && field.name == "type")
        return text::q(token::serviceName(type));
    if (field.scope == token::FieldScope::Privilege && field.name == "id")
        return text::q(token::privilegeName(type, static_cast<std::uint16_t>(*number)));
    if (field.scope == token::FieldScope::Privilege && field.name == "seconds" && inspection.decoded.issueTs)
        return FieldModel::tr("%1, until %2")
            .arg(text::spell(*number), text::moment(*inspection.decoded.issueTs + *number, false));
    return {};
}

/// How the bytes are to be read.
QString layoutOf(const token::Field& field)
{
    const std::uint32_t bits = field.length * 8;
    switch (field.kind) {
    case token::FieldKind::U16:
    case token::FieldKind::U32:
        return FieldModel::tr("number of %1 bits, little-endian").arg(bits);
    case token::FieldKind::I16:
        return FieldModel::tr("number of %1 bits with a sign, little-endian").arg(bits);
    case token::FieldKind::Length:
        return FieldModel::tr("length of what follows, %1 bits, little-endian").arg(bits);
    case token::FieldKind::Count:
        return FieldModel::tr("count of what follows, %1 bits, little-endian").arg(bits);
    case token::FieldKind::Text:
        return FieldModel::tr("text, UTF-8, %n byte(s)", nullptr, static_cast<int>(field.length));
    case token::FieldKind::Bytes:
        break;
    }
    return FieldModel::tr("%n byte(s) as they are", nullptr, static_cast<int>(field.length));
}

QString rangeOf(const token::Field& field)
{
    if (field.length == 0)
        return FieldModel::tr("none");
    return field.length == 1 ? QString::number(field.offset)
                             : QStringLiteral("%1–%2").arg(field.offset).arg(field.offset + field.length - 1);
}

} // namespace

FieldModel::FieldModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FieldModel::setInspection(const token::Inspection& inspection)
{
    beginResetModel();
    m_rows.clear();
    for (const token::Field& field : inspection.fields()) {
        if (m_rows.size() == kMostRows) {
            m_rows.push_back({tr("... and %1 more").arg(inspection.fields().size() - kMostRows),
                              {},
                              {},
                              {},
                              {},
                              {},
                              {},
                              true});
            break;
        }
        m_rows.push_back(rowOf(field, inspection));
    }
    endResetModel();
}

FieldModel::Row FieldModel::rowOf(const token::Field& field, const token::Inspection& inspection)
{
    const QByteArray bytes(inspection.payload().data() + field.offset,
                           qMin<qsizetype>(field.length, kDigitsRead));
    return {text::q(token::fieldPath(field)),
            shown(token::fieldValue(field, inspection.payload())),
            meaningOf(field, inspection),
            rangeOf(field),
            layoutOf(field),
            QString::fromLatin1(bytes.toHex(' ')),
            {field.offset, field.length},
            field.kind == token::FieldKind::Length || field.kind == token::FieldKind::Count};
}

token::Span FieldModel::span(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].span : token::Span{};
}

int FieldModel::rowAt(std::size_t byte) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.span.offset <= byte && byte < row.span.end();
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void FieldModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString texts[] = {row.path, row.value, row.meaning, row.bytes, row.layout};
    if (role == Qt::AccessibleTextRole && index.column() == Bytes && !row.digits.isEmpty())
        return QStringLiteral("%1: %2").arg(row.bytes, row.digits);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return texts[index.column()];
    if (role == Qt::FontRole && (index.column() == Value || index.column() == Bytes))
        return monospace();
    if (role == Qt::ForegroundRole && (row.secondary || index.column() >= Meaning))
        return Colours::of(QGuiApplication::palette()).muted;
    return {};
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        return tr("Field");
    case Value:
        return tr("Value");
    case Meaning:
        return tr("Meaning");
    case Bytes:
        return tr("Bytes");
    default:
        return tr("Written as");
    }
}

QTableView* makeFieldTable(FieldModel& model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(&model);
    setUpTable(*table);
    QHeaderView* header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(FieldModel::Meaning, QHeaderView::Stretch);
    const int character = table->fontMetrics().averageCharWidth();
    header->resizeSection(FieldModel::Path, character * 31);
    header->resizeSection(FieldModel::Value, character * 25);
    header->resizeSection(FieldModel::Bytes, character * 11);
    return table;
}

} // namespace ui
