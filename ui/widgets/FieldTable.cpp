// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FieldTable.h"

#include "core/base/Utf8.h"
#include "core/text/Format.h"
#include "ui/widgets/Colours.h"
#include "ui/widgets/Helpers.h"

#include <QGuiApplication>
#include <QHeaderView>

namespace ui {
namespace {

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
            m_rows.push_back(
                {tr("... and %1 more").arg(inspection.fields().size() - kMostRows), {}, {}, {}, true});
            break;
        }
        m_rows.push_back({text::q(token::fieldPath(field)),
                          shown(token::fieldValue(field, inspection.payload())), meaningOf(field, inspection),
                          field.length == 1 ? QString::number(field.offset)
                                            : QStringLiteral("%1–%2")
                                                  .arg(field.offset)
                                                  .arg(field.offset + (field.length ? field.length - 1 : 0)),
                          field.kind == token::FieldKind::Length || field.kind == token::FieldKind::Count});
        if (field.length == 0)
            m_rows.back().bytes = tr("none");
    }
    endResetModel();
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
    const QString texts[] = {row.path, row.value, row.meaning, row.bytes};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return texts[index.column()];
    if (role == Qt::FontRole && (index.column() == Value || index.column() == Bytes))
        return monospace();
    if (role == Qt::ForegroundRole && (row.secondary || index.column() == Bytes || index.column() == Meaning))
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
    default:
        return tr("Bytes");
    }
}

QTableView* makeFieldTable(FieldModel& model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 10);
    QHeaderView* header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(FieldModel::Meaning, QHeaderView::Stretch);
    const int character = table->fontMetrics().averageCharWidth();
    header->resizeSection(FieldModel::Path, character * 31);
    header->resizeSection(FieldModel::Value, character * 25);
    header->resizeSection(FieldModel::Bytes, character * 11);
    return table;
}

} // namespace ui
