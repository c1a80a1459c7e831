// SPDX-License-Identifier: Apache-2.0
#include "core/text/CompareText.h"

#include "core/base/Utf8.h"
#include "core/text/Format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace text {
namespace {

constexpr qsizetype kNamed = 6; // fields that a sentence names

class CompareWords final
{
    Q_DECLARE_TR_FUNCTIONS(text::CompareText)

public:
    static QString sentence(const token::Comparison& comparison)
    {
        switch (comparison.kind) {
        case token::Comparison::Kind::SameText:
            return tr("These tokens are the same.");
        case token::Comparison::Kind::SameContent:
            return tr(
                "The texts differ, the content is the same: another language's deflate made one of them.");
        case token::Comparison::Kind::OnlyFresh:
            return tr("These differ only in %1.").arg(freshList(comparison.names));
        case token::Comparison::Kind::Fields:
            break;
        }
        QStringList names;
        for (const std::string& name : comparison.names)
            names << q(base::visible(name));
        const bool more = names.size() > kNamed;
        const QString list =
            names.mid(0, kNamed).join(QStringLiteral(", ")) + (more ? QStringLiteral(", …") : QString());
        return comparison.count == 1 ? tr("These differ in 1 field: %1.").arg(list)
                                     : tr("These differ in %1 fields: %2.").arg(comparison.count).arg(list);
    }

    static QString producer(token::Producer producer)
    {
        switch (producer) {
        case token::Producer::StockZlib:
            return tr("C++, Python, PHP or another user of stock zlib");
        case token::Producer::Node:
            return tr("Node.js");
        case token::Producer::Go:
            return tr("Go");
        case token::Producer::Dart:
            return tr("Dart");
        case token::Producer::Unknown:
            break;
        }
        return {};
    }

    static QString remint(const token::Reminted& reminted)
    {
        switch (reminted.outcome) {
        case token::RemintOutcome::Identical:
            return tr("Identical: minted again with the same inputs, it comes out character for character.");
        case token::RemintOutcome::SamePayload: {
            const QString name = producer(reminted.producer);
            return name.isEmpty() || reminted.producer == token::Producer::StockZlib
                       ? tr("The content is identical; only the compression differs. The token is right.")
                       : tr("The content is identical; only the compression differs, as %1 makes it. The "
                            "token "
                            "is right.")
                             .arg(name);
        }
        case token::RemintOutcome::Differs:
            break;
        }
        if (reminted.field == "certificate")
            return tr("Only the signature differs: the token was signed with another certificate, or changed "
                      "after it was signed.");
        const auto found =
            std::find_if(reminted.differs.begin(), reminted.differs.end(),
                         [&](const token::Difference& one) { return one.path == reminted.field; });
        if (found == reminted.differs.end())
            return tr("The first field that differs is %1.").arg(q(reminted.field));
        return tr("The first field that differs is %1: the token has %2, minted again it has %3.")
            .arg(q(reminted.field), value(found->a), value(found->b));
    }

private:
    static QString freshName(const std::string& path)
    {
        if (path == "salt")
            return tr("salt");
        return path == "issue_ts" ? tr("issue time") : tr("signature");
    }

    static QString freshList(const std::vector<std::string>& paths)
    {
        QStringList names;
        for (const std::string& path : paths)
            names << freshName(path);
        if (names.size() == 1)
            return names.first();
        return names.size() == 2 ? tr("%1 and %2").arg(names[0], names[1])
                                 : tr("%1, %2 and %3").arg(names.value(0), names.value(1), names.value(2));
    }

    static QString value(const std::optional<base::JsonValue>& value)
    {
        if (!value)
            return tr("none");
        return value->string() ? QStringLiteral("“%1”").arg(q(base::visible(*value->string())))
                               : q(value->toJson());
    }
};

} // namespace

QString compareText(const token::Comparison& comparison)
{
    return CompareWords::sentence(comparison);
}

QString remintText(const token::Reminted& reminted)
{
    return CompareWords::remint(reminted);
}

QString producerText(token::Producer producer)
{
    return CompareWords::producer(producer);
}

} // namespace text
