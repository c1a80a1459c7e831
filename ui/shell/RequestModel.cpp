// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/RequestModel.h"

#include "core/text/Format.h"
#include "ui/shell/LogText.h"

#include <QDateTime>

namespace ui {

QString answerText(const tokenserver::Record& record)
{
    QString text = text::q(record.error);
    if (record.issued) {
        const QDateTime end = QDateTime::fromSecsSinceEpoch(record.issued->expiresAt);
        const bool today = end.date() == QDateTime::fromMSecsSinceEpoch(record.timeMs).date();
        const QString until =
            end.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        const QString zoned = QStringLiteral("%1 %2").arg(until, text::zone(end));
        text = record.issued->kind == tokenserver::TokenKind::App
                   ? RequestModel::tr("app, until %1").arg(zoned)
                   : RequestModel::tr("user %1, until %2").arg(shownText(record.issued->userId), zoned);
    }
    return record.knob.empty() ? text : QStringLiteral("%1 (%2)").arg(text, text::q(record.knob));
}

RequestModel::RequestModel(QObject* parent)
    : LogModel(parent)
{
}

int RequestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const tokenserver::Record& record = this->record(index.row());
    switch (index.column()) {
    case Time:
        return timeOfDay(record.timeMs);
    case Request:
        return requestText(record.method, record.path);
    case Status:
        return statusText(record.status);
    case Answer:
        return answerText(record);
    case Took:
        return tookText(record.duration);
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return timeHeader();
    case Request:
        return tr("Request");
    case Status:
        return tr("Status");
    case Answer:
        return tr("Answer");
    case Took:
        return tr("Took");
    default:
        return {};
    }
}

} // namespace ui
