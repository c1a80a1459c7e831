// SPDX-License-Identifier: Apache-2.0
#include "core/text/FieldText.h"

#include "core/text/Format.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace text {
namespace {

using catalogue::Constraints;
using Limit = std::optional<std::int64_t>;
using Unit = Constraints::Unit;

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(text::FieldText)

public:
    static QString unit(Unit unit)
    {
        switch (unit) {
        case Unit::Characters:
            return tr("characters");
        case Unit::Bytes:
            return tr("bytes");
        case Unit::Items:
            return tr("entries");
        case Unit::Seconds:
            return tr("seconds");
        case Unit::Milliseconds:
            return tr("milliseconds");
        case Unit::None:
            break;
        }
        return {};
    }

    static QString range(const Limit& low, const Limit& high, const QString& unit)
    {
        const auto with = [&unit](const QString& number) {
            return unit.isEmpty() ? number : tr("%1 %2", "a number and its unit").arg(number, unit);
        };
        if (low && high)
            return with(*low == *high ? tr("exactly %1").arg(*low) : tr("%1 to %2").arg(*low).arg(*high));
        if (high)
            return with(tr("at most %1").arg(*high));
        return low ? with(tr("at least %1").arg(*low)) : QString();
    }

    static QString name(const QString& format)
    {
        static const QHash<QString, const char*> names{
            {QStringLiteral("user_id"), QT_TR_NOOP("user ID")},
            {QStringLiteral("user_id_list"), QT_TR_NOOP("user IDs with commas between")},
            {QStringLiteral("group_id"), QT_TR_NOOP("group ID")},
            {QStringLiteral("group_id_list"), QT_TR_NOOP("group IDs with commas between")},
            {QStringLiteral("chatroom_id"), QT_TR_NOOP("chat room ID")},
            {QStringLiteral("chatroom_id_list"), QT_TR_NOOP("chat room IDs with commas between")},
            {QStringLiteral("thread_id"), QT_TR_NOOP("thread ID")},
            {QStringLiteral("message_id"), QT_TR_NOOP("message ID")},
            {QStringLiteral("message_id_list"), QT_TR_NOOP("message IDs with commas between")},
            {QStringLiteral("conversation_id"), QT_TR_NOOP("user, group or chat room ID")},
            {QStringLiteral("uuid"), QT_TR_NOOP("UUID")},
            {QStringLiteral("date"), QT_TR_NOOP("date")},
            {QStringLiteral("date_time"), QT_TR_NOOP("date and time")},
            {QStringLiteral("hour"), QT_TR_NOOP("date and hour")},
            {QStringLiteral("minute"), QT_TR_NOOP("date, hour and minute")},
            {QStringLiteral("time_range"), QT_TR_NOOP("span of the day")},
            {QStringLiteral("unix_ms"), QT_TR_NOOP("Unix time in milliseconds")},
            {QStringLiteral("url"), QT_TR_NOOP("web address")},
            {QStringLiteral("email"), QT_TR_NOOP("e-mail address")},
            {QStringLiteral("language"), QT_TR_NOOP("language code")},
            {QStringLiteral("device_resource"), QT_TR_NOOP("device, with its platform before a _")},
        };
        const char* known = names.value(format);
        return known ? tr(known) : format;
    }

    static QString limits(const catalogue::Field& field)
    {
        const Constraints& rule = field.constraints;
        QStringList parts;
        if (!rule.choices.empty()) {
            QStringList words;
            for (const std::string& choice : rule.choices)
                words << q(choice);
            parts << tr("one of %1").arg(words.join(QStringLiteral(", ")));
        }
        const auto documented = [&rule](const char* key, const Limit& limit) {
            return rule.decides(key) ? Limit() : limit;
        };
        const bool number = field.type == catalogue::FieldType::Number || rule.min || rule.max;
        const QString range = FieldWords::range(documented("min", rule.min), documented("max", rule.max),
                                                number ? unit(rule.unit) : QString());
        parts << range;
        parts << FieldWords::range(documented("min_length", rule.minLength),
                                   documented("max_length", rule.maxLength), unit(rule.unit));
        parts << FieldWords::range({}, rule.listMaxLength, tr("objects"));
        const bool moment = rule.format == "unix_ms";
        if (number && range.isEmpty() && rule.unit != Unit::None && !moment)
            parts << tr("in %1", "a unit").arg(unit(rule.unit));
        parts << kind(rule);
        const Unit valueUnit = rule.valueUnit == Unit::None ? rule.unit : rule.valueUnit;
        if (rule.keyMaxLength)
            parts << tr("a key %1").arg(FieldWords::range({}, rule.keyMaxLength, unit(valueUnit)));
        if (rule.valueMaxLength)
            parts << tr("a value %1").arg(FieldWords::range({}, rule.valueMaxLength, unit(valueUnit)));
        if (rule.totalMaxLength)
            parts << tr("%1 in all").arg(FieldWords::range({}, rule.totalMaxLength, unit(rule.totalUnit)));
        parts.removeAll(QString());
        return parts.join(tr(", ", "between limits"));
    }

private:
    /// What the value is: its format with an example, or the form that it must have.
    static QString kind(const Constraints& rule)
    {
        const QString format = q(rule.format);
        const QString word = name(format);
        if (word != format) {
            const QString example = formatExample(format);
            return example.isEmpty() ? word : tr("%1 as in %2").arg(word, example);
        }
        const QString item = q(rule.itemFormat);
        if (name(item) != item)
            return tr("each a %1").arg(name(item));
        return rule.pattern.empty() || rule.decides("pattern") ? QString()
                                                               : tr("of the form %1").arg(q(rule.pattern));
    }
};

} // namespace

QString formatName(const QString& format)
{
    return FieldWords::name(format);
}

QString formatExample(const QString& format)
{
    static const QHash<QString, QString> examples{
        {QStringLiteral("date"), QStringLiteral("2026-01-31")},
        {QStringLiteral("date_time"), QStringLiteral("2026-01-31 09:30:00")},
        {QStringLiteral("hour"), QStringLiteral("2026013109")},
        {QStringLiteral("minute"), QStringLiteral("202601310930")},
        {QStringLiteral("time_range"), QStringLiteral("21:30-08:00")},
        {QStringLiteral("unix_ms"), QStringLiteral("1767225600000")},
        {QStringLiteral("url"), QStringLiteral("https://example.com/a.png")},
    };
    return examples.value(format);
}

QString limitsText(const catalogue::Field& field)
{
    return FieldWords::limits(field);
}

} // namespace text
