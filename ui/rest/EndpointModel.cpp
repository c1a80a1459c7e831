// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/EndpointModel.h"

#include "core/text/Format.h"

#include <QHash>

namespace ui {

EndpointModel::EndpointModel(QObject* parent)
    : QStandardItemModel(parent)
{
}

void EndpointModel::fill(const catalogue::Catalogue& catalogue)
{
    clear();
    QHash<QString, QStandardItem*> groups;
    for (const std::string& name : catalogue.groups()) {
        auto* group = new QStandardItem(text::q(name));
        group->setEditable(false);
        groups.insert(text::q(name), group);
        appendRow(group);
    }
    for (const catalogue::Endpoint& endpoint : catalogue.endpoints()) {
        auto* item = new QStandardItem(text::q(endpoint.title));
        const QString call = text::q(endpoint.method) + QLatin1Char(' ') + text::q(endpoint.path);
        item->setEditable(false);
        item->setToolTip(call);
        item->setData(text::q(endpoint.id), IdRole);
        item->setData(
            QStringList{text::q(endpoint.title), text::q(endpoint.id), call, text::q(endpoint.group)}.join(
                QLatin1Char(' ')),
            SearchRole);
        item->setData(QStringLiteral("%1, %2").arg(text::q(endpoint.title), call), Qt::AccessibleTextRole);
        groups.value(text::q(endpoint.group))->appendRow(item);
    }
}

} // namespace ui
