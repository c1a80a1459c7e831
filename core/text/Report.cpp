// SPDX-License-Identifier: Apache-2.0
#include "core/text/Report.h"

#include "core/base/Hex.h"
#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/text/CompareText.h"
#include "core/text/DiagnosisText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "core/token/Producer.h"

#include <QCoreApplication>

namespace text {
namespace {

constexpr std::size_t kSignatureShown = 8; // hexadecimal digits
constexpr std::size_t kFieldsShown = 200;

class ReportWriter final
{
    Q_DECLARE_TR_FUNCTIONS(text::Report)

public:
    ReportWriter(const token::Inspection& inspection, const ReportInput& input)
        : m_inspection(inspection)
        , m_input(input)
    {
    }

    QString write()
    {
        line(tr("Token report (no certificate, no token text, signature cut)"));
        head();
        fields();
        problems();
        if (!m_input.more.isEmpty()) {
            section(tr("Diagnosis"));
            line(m_input.more);
        }
        section(tr("Versions"));
        line(q(m_input.versions).trimmed());
        return m_text;
    }

private:
    void line(const QString& text) { m_text += text + QLatin1Char('\n'); }
    void section(const QString& title) { m_text += QLatin1Char('\n') + title + QLatin1Char('\n'); }
    void fact(const QString& name, const QString& value)
    {
        if (!value.isEmpty())
            line(QStringLiteral("  %1: %2").arg(name, value));
    }

    void head()
    {
        fact(tr("Judged at"), q(base::formatTimeUtc(m_input.now)));
        fact(tr("Format"), m_inspection.format.empty() ? tr("none") : q(m_inspection.format));
        fact(tr("State"), q(token::tokenStateWord(m_inspection.state)));
        QString cleaned;
        for (const token::ProblemCode step : m_inspection.cleaned)
            cleaned += (cleaned.isEmpty() ? QString() : QStringLiteral(", ")) + q(token::problemWord(step));
        fact(tr("Taken off"), cleaned);
        if (m_inspection.is007() && m_inspection.decoded.issueTs)
            fact(tr("Issued"), q(base::formatTimeUtc(*m_inspection.decoded.issueTs)));
        if (const auto end = m_inspection.effectiveExpiresAt())
            fact(tr("Ends"), q(base::formatTimeUtc(*end)));
        if (!m_inspection.format.empty())
            fact(tr("Signature"), signerText(m_inspection, m_input.someLocked));
        fact(tr("Made by"), producerText(token::likelyProducer(m_inspection.text)));
        fact(tr("Length"), tr("%1 characters, %2 bytes of payload")
                               .arg(m_inspection.text.size())
                               .arg(m_inspection.payload().size()));
    }

    void fields()
    {
        if (m_inspection.fields().empty())
            return;
        section(tr("Fields"));
        std::size_t shown = 0;
        for (const token::Field& field : m_inspection.fields()) {
            if (++shown > kFieldsShown) {
                line(QStringLiteral("  …"));
                break;
            }
            fact(QStringLiteral("%1 (%2, %3)")
                     .arg(q(token::fieldPath(field)))
                     .arg(field.offset)
                     .arg(field.length),
                 value(field));
        }
    }

    [[nodiscard]] QString value(const token::Field& field) const
    {
        const base::JsonValue json = token::fieldValue(field, m_inspection.payload());
        std::string text = json.string() ? *json.string() : json.toJson();
        // What was not read, or is damaged, may hold a piece of the signature as well.
        const bool cut = field.name == "signature" || field.name == "unread" || field.name == "trailing";
        if (cut && text.size() > kSignatureShown)
            text = text.substr(0, kSignatureShown) + "…";
        return json.string() && !cut ? QStringLiteral("“%1”").arg(q(base::visible(text)))
                                     : q(base::visible(text));
    }

    void problems()
    {
        section(tr("Problems"));
        if (m_inspection.problems.empty())
            line(QStringLiteral("  ") + tr("none"));
        for (const token::Problem& problem : m_inspection.problems) {
            const Finding finding = problemText(problem);
            QString text = QStringLiteral("  %1 %2: %3")
                               .arg(q(token::severityWord(problem.severity())),
                                    q(token::problemWord(problem.code)), finding.message);
            if (problem.offset)
                text += QLatin1Char(' ') + tr("(at %1)").arg(*problem.offset);
            if (!finding.hint.isEmpty())
                text += QLatin1Char(' ') + finding.hint;
            line(text);
        }
    }

    const token::Inspection& m_inspection;
    const ReportInput& m_input;
    QString m_text;
};

} // namespace

QString reportText(const token::Inspection& inspection, const ReportInput& input,
                   const redact::Redactor& redactor)
{
    return q(redactor.text(ReportWriter(inspection, input).write().toStdString()));
}

} // namespace text
