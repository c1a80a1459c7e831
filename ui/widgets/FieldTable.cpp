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

constexpr std::uint32_t kDigitsRead = 64;  // bytes of a field that are read out
constexpr std::uint32_t kBytesShown = 400; // of a field; a cell has room for fewer characters

QString shown(token::Field field, std::string_view payload)
{
    const bool whole = field.length <= kBytesShown;
    field.length = std::min(field.length, kBytesShown);
    const base::JsonValue value = token::fieldValue(field, payload);
    const std::string* text = value.string();
    const QString words = text::q(text ? base::visible(*text) : value.toJson());
    return whole ? words : words + QChar(0x2026);
}

/// The bytes themselves, for those who cannot see them marked.
QString digits(const token::Field& field, std::string_view payload)
{
    const std::string_view bytes = payload.substr(field.offset, std::min(field.length, kDigitsRead));
    return QString::fromLatin1(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex(' '));
}

/// What is shown muted.
bool isSecondary(const token::Field& field)
{
    return field.kind == token::FieldKind::Length || field.kind == token::FieldKind::Count;
}

/// What a reader wants to know besides the number.
QString meaningOf(const token::Field& field, const token::Inspection& inspection)
{
    if (field.kind == token::FieldKind::Text || field.kind == token::FieldKind::Bytes)
        return {};
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
    m_inspection = &inspection;
    endResetModel();
}

void FieldModel::clear()
{
    beginResetModel();
    m_inspection = nullptr;
    endResetModel();
}

token::Span FieldModel::span(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const token::Field& field = m_inspection->fields()[static_cast<std::size_t>(row)];
    return {field.offset, field.length};
}

int FieldModel::rowAt(std::size_t byte) const
{
    if (!m_inspection)
        return -1;
    // The fields follow each other, so that the first that ends behind the byte holds it.
    const auto& fields = m_inspection->fields();
    const auto found = std::partition_point(fields.begin(), fields.end(), [byte](const token::Field& field) {
        return std::size_t{field.offset} + field.length <= byte;
    });
    return found == fields.end() || byte < found->offset ? -1 : static_cast<int>(found - fields.begin());
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_inspection ? 0 : static_cast<int>(m_inspection->fields().size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FieldModel::textOf(const token::Field& field, int column) const
{
    switch (column) {
    case Path:
        return text::q(token::fieldPath(field));
    case Value:
        return shown(field, m_inspection->payload());
    case Meaning:
        return meaningOf(field, *m_inspection);
    case Bytes:
        return rangeOf(field);
    default:
        return layoutOf(field);
    }
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const token::Field& field = m_inspection->fields()[static_cast<std::size_t>(index.row())];
    if (role == Qt::AccessibleTextRole && index.column() == Bytes && field.length > 0)
        return QStringLiteral("%1: %2").arg(rangeOf(field), digits(field, m_inspection->payload()));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(field, index.column());
    if (role == Qt::FontRole && (index.column() == Value || index.column() == Bytes))
        return monospace();
    if (role == Qt::ForegroundRole && (isSecondary(field) || index.column() >= Meaning))
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
