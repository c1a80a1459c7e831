// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/RequestModel.h"

#include "core/base/Utf8.h"
#include "core/local/Message.h"
#include "core/redact/Redactor.h"
#include "core/text/Format.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

constexpr std::size_t kShownPath = 200; // bytes; a client may send 16 KiB

/// A client's words, safe to show: it may have pasted a token into the path.
QString shown(std::string_view text)
{
    return text::q(base::visible(redact::Redactor().text(text.substr(0, kShownPath))));
}

QString requestText(const tokenserver::Record& record)
{
    return record.method.empty() ? RequestModel::tr("(unreadable)")
                                 : shown(record.method) + QLatin1Char(' ') + shown(record.path);
}

QString statusText(int status)
{
    return QStringLiteral("%1 %2").arg(status).arg(text::q(local::reasonPhrase(status)));
}

QString tookText(std::chrono::microseconds duration)
{
    const double ms = static_cast<double>(duration.count()) / 1000;
    return RequestModel::tr("%1 ms").arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

} // namespace

QString answerText(const tokenserver::Record& record)
{
    QString text = text::q(record.error);
    if (record.issued) {
        const QDateTime end = QDateTime::fromSecsSinceEpoch(record.issued->expiresAt);
        const bool today = end.date() == QDateTime::fromMSecsSinceEpoch(record.timeMs).date();
        const QString until =
            end.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        text = record.issued->kind == tokenserver::TokenKind::App
                   ? RequestModel::tr("app, until %1").arg(until)
                   : RequestModel::tr("user %1, until %2").arg(shown(record.issued->userId), until);
    }
    return record.knob.empty() ? text : QStringLiteral("%1 (%2)").arg(text, text::q(record.knob));
}

RequestModel::RequestModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int RequestModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const tokenserver::Record& record = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(record.timeMs).toString(QStringLiteral("HH:mm:ss"));
    case Request:
        return requestText(record);
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
        return tr("Time");
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

void RequestModel::add(std::vector<tokenserver::Record> records)
{
    if (records.empty())
        return;
    const auto most = static_cast<std::size_t>(kMostRows);
    const std::size_t fresh = std::min(records.size(), most);
    const std::size_t kept = std::min(m_rows.size(), most - fresh);
    if (kept < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
    for (auto record = records.end() - static_cast<std::ptrdiff_t>(fresh); record != records.end(); ++record)
        m_rows.push_front(std::move(*record));
    endInsertRows();
}

void RequestModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

} // namespace ui
