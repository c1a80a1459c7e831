// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"

#include "core/base/Utf8.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text::Format)
};

} // namespace

QString q(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString brief(std::string_view utf8, std::size_t bytes)
{
    if (utf8.size() <= bytes)
        return q(base::visible(utf8));
    std::size_t end = bytes;
    while (end > 0 && bytes - end < 3 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80)
        --end; // not inside a character
    return q(base::visible(utf8.substr(0, end))) + QChar(0x2026);
}

QString spell(std::int64_t seconds)
{
    const std::int64_t rest = seconds < 0 ? -seconds : seconds;
    const std::int64_t days = rest / 86400;
    const std::int64_t hours = rest / 3600 % 24;
    const std::int64_t minutes = rest / 60 % 60;
    if (days >= 365)
        return Tr::tr("%n year(s)", "a length of time", static_cast<int>(days / 365));
    if (days > 0) {
        const QString large = Tr::tr("%n day(s)", "a length of time", static_cast<int>(days));
        return hours > 0 ? Tr::tr("%1 %2 h", "days and hours").arg(large).arg(hours) : large;
    }
    if (hours > 0)
        return minutes > 0 ? Tr::tr("%1 h %2 min").arg(hours).arg(minutes) : Tr::tr("%1 h").arg(hours);
    if (minutes > 0)
        return rest % 60 > 0 ? Tr::tr("%1 min %2 s").arg(minutes).arg(rest % 60)
                             : Tr::tr("%1 min").arg(minutes);
    return Tr::tr("%1 s").arg(rest);
}

QString zone(const QDateTime& time)
{
    const int offset = time.offsetFromUtc() / 60;
    if (offset == 0)
        return QStringLiteral("UTC");
    const QString minutes =
        offset % 60 == 0 ? QString() : QStringLiteral(":%1").arg(qAbs(offset) % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("UTC%1%2%3")
        .arg(offset < 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(qAbs(offset) / 60)
        .arg(minutes);
}

QString moment(std::int64_t unixSeconds, bool utc)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(unixSeconds, utc ? Qt::UTC : Qt::LocalTime);
    return QStringLiteral("%1 %2").arg(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), zone(time));
}

QString bytes(std::int64_t count)
{
    static const char* const kUnits[] = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(count);
    std::size_t unit = 0;
    while (value >= 999.5 && unit < 4) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.5 ? 0 : 1;
    return QStringLiteral("%1 %2").arg(QLocale::c().toString(value, 'f', decimals),
                                       QLatin1String(kUnits[unit]));
}

} // namespace text
