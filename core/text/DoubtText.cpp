// SPDX-License-Identifier: Apache-2.0
#include "core/text/DoubtText.h"

#include "core/text/Format.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace text {
namespace {

class DoubtText final
{
    Q_DECLARE_TR_FUNCTIONS(text::DoubtText)

public:
    static QHash<QString, QString> all()
    {
        return {
            {QStringLiteral("truncated"), tr("the connection was lost inside it")},
            {QStringLiteral("no-length"), tr("no length says whether it is whole")},
            {QStringLiteral("not-json"), tr("it is announced as JSON and is none, or only the beginning")},
            {QStringLiteral("odd-transfer-encoding"),
             tr("it has a Transfer-Encoding other than chunked, which is not undone")},
            {QStringLiteral("empty-chunked"), tr("it is chunked and empty, as a broken chunk looks, too")},
            {QStringLiteral("bad-content-length"), tr("its Content-Length is no length")},
            {QStringLiteral("two-content-lengths"), tr("it has more than one Content-Length")},
            {QStringLiteral("length-and-chunked"), tr("it has a Content-Length and is chunked as well")},
            {QStringLiteral("bad-compression"), tr("its compression is damaged from some byte on")},
            {QStringLiteral("compression-cut"), tr("its compression has no end")},
            {QStringLiteral("unknown-encoding"),
             tr("its Content-Encoding is not known, so it stands as it came")},
        };
    }
};

} // namespace

QString doubt(std::string_view word)
{
    return DoubtText::all().value(q(word), q(word));
}

QString doubts(const std::vector<std::string_view>& words)
{
    QStringList clauses;
    for (const std::string_view word : words)
        clauses << doubt(word);
    return clauses.join(QLatin1String("; "));
}

} // namespace text
