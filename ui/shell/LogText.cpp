// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LogText.h"

#include "core/base/Utf8.h"
#include "core/local/Message.h"
#include "core/redact/Redactor.h"
#include "core/text/Format.h"
#include "ui/shell/RequestModel.h"

#include <QDateTime>

namespace ui {
namespace {

constexpr std::size_t kShownText = 200; // bytes; a client may send 16 KiB

} // namespace

QString shownText(std::string_view text)
{
    return text::q(base::visible(redact::Redactor().text(text.substr(0, kShownText))));
}

QString requestText(std::string_view method, std::string_view path)
{
    return method.empty() ? RequestModel::tr("(unreadable)")
                          : shownText(method) + QLatin1Char(' ') + shownText(path);
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

QString timeOfDay(std::int64_t timeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(QStringLiteral("HH:mm:ss"));
}

QString timeHeader()
{
    return RequestModel::tr("Time (%1)").arg(text::zone(QDateTime::currentDateTime()));
}

} // namespace ui
