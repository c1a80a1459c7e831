// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/ActivityModel.h"

#include "core/msync/Describe.h"
#include "core/text/Format.h"
#include "ui/shell/LogText.h"

namespace ui {
namespace {

using sandbox::FrameRecord;

msync::Description describe(const FrameRecord& frame)
{
    return msync::describe(*frame.bytes, frame.fromClient ? msync::Direction::Up : msync::Direction::Down);
}

QString whoText(const FrameRecord& frame)
{
    const QString user = frame.user.empty() ? ActivityModel::tr("somebody") : shownText(frame.user);
    return frame.fromClient ? ActivityModel::tr("from %1").arg(user) : ActivityModel::tr("to %1").arg(user);
}

QString sizeText(const FrameRecord& frame)
{
    return text::bytes(static_cast<std::int64_t>(frame.size));
}

/// Without the application, which is the same in nearly all of them.
QString shortRequest(const local::Exchange& exchange)
{
    const std::size_t second = exchange.path.find('/', 1);
    const std::size_t third = second == std::string::npos ? second : exchange.path.find('/', second + 1);
    if (third == std::string::npos)
        return requestText(exchange.method, exchange.path);
    return requestText(exchange.method, "…" + exchange.path.substr(third));
}

QVariant cell(const local::Exchange& exchange, int column)
{
    switch (column) {
    case ActivityModel::Who:
        return ActivityModel::tr("REST");
    case ActivityModel::What:
        return shortRequest(exchange);
    case ActivityModel::Result:
        return statusText(exchange.status);
    case ActivityModel::Measure:
        return tookText(exchange.duration);
    default:
        return {};
    }
}

QVariant cell(const FrameRecord& frame, int column)
{
    switch (column) {
    case ActivityModel::Who:
        return whoText(frame);
    case ActivityModel::What:
        return text::q(describe(frame).title);
    case ActivityModel::Measure:
        return sizeText(frame);
    default:
        return {};
    }
}

QString lines(const local::Exchange& exchange)
{
    return QStringLiteral("%1\n%2, %3")
        .arg(requestText(exchange.method, exchange.path), statusText(exchange.status),
             tookText(exchange.duration));
}

QString lines(const FrameRecord& frame)
{
    const msync::Description said = describe(frame);
    QString text = QStringLiteral("%1, %2: %3\n%4")
                       .arg(whoText(frame), sizeText(frame), text::q(said.title), text::q(said.text));
    if (frame.size > FrameRecord::kMostBytes)
        text += ActivityModel::tr("\n(only the first %1 bytes were kept)").arg(FrameRecord::kMostBytes);
    return text;
}

} // namespace

ActivityModel::ActivityModel(QObject* parent)
    : LogModel(parent)
{
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Activity& row = record(index.row());
    if (index.column() == Time)
        return timeOfDay(row.timeMs);
    return std::visit([&](const auto& what) { return cell(what, index.column()); }, row.what);
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {timeHeader(), tr("Who"), tr("What"), tr("Answer"), tr("Took, size")};
    return section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

QString ActivityModel::details(int row) const
{
    return std::visit([](const auto& what) { return lines(what); }, record(row).what);
}

} // namespace ui
