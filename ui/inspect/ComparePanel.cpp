// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/ComparePanel.h"

#include "core/base/Utf8.h"
#include "core/text/CompareText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "ui/inspect/Tables.h"
#include "ui/inspect/Words.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Tones.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kMostRows = 2000;
constexpr std::size_t kBytesInARow = 64;

QString digits(const std::string& payload, std::size_t offset, std::size_t length)
{
    const std::string bytes = payload.substr(offset, std::min(length, kBytesInARow));
    const QString hex = QString::fromLatin1(QByteArray::fromStdString(bytes).toHex(' '));
    return length > kBytesInARow ? hex + QStringLiteral(" …") : hex;
}

QString range(std::size_t offset, std::size_t length)
{
    return length == 0 ? QString() : QStringLiteral("%1–%2").arg(offset).arg(offset + length - 1);
}

std::optional<base::JsonValue> valueOf(const token::Field* field, const token::Inspection& inspection)
{
    return field ? std::optional(token::fieldValue(*field, inspection.payload())) : std::nullopt;
}

} // namespace

ComparePanel::ComparePanel(Context& context, const Examined& examined)
    : Panel(context, examined)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    m_other = named(new QPlainTextEdit, "compareWith", tr("Token to compare with"));
    m_other->setPlaceholderText(tr("Paste the other token here; the one above is on the left."));
    m_other->setTabChangesFocus(true);
    m_other->setFont(monospace());
    m_other->setWordWrapMode(QTextOption::WrapAnywhere);
    m_other->setFixedHeight(m_other->fontMetrics().lineSpacing() * 2 + 14);
    new Veil(m_other, m_context.presenter);
    column->addWidget(m_other);
    m_summary = new Banner;
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    column->addWidget(m_summary);
    m_fields =
        makeTable("comparedFields", tr("Fields compared"), {tr("Is"), tr("Field"), tr("Left"), tr("Right")});
    m_bytes = makeTable("comparedBytes", tr("Bytes compared"),
                        {tr("Are"), tr("Left bytes"), tr("Right bytes"), tr("Left"), tr("Right")});
    for (QTableWidget* table : {m_fields, m_bytes})
        new Veil(table, m_context.presenter);
    auto* tabs = named(new QTabWidget, "compareTabs", tr("Comparison"));
    tabs->addTab(m_fields, tr("By field"));
    tabs->addTab(m_bytes, tr("By byte"));
    column->addWidget(tabs, 1);
    connect(m_other, &QPlainTextEdit::textChanged, this, &ComparePanel::refresh);
}

void ComparePanel::refresh()
{
    m_fields->setRowCount(0);
    m_bytes->setRowCount(0);
    const QString pasted = m_other->toPlainText();
    if (m_examined.empty() || pasted.trimmed().isEmpty())
        return m_summary->show(Tone::Info, tr("Two tokens are needed: one above, one here."));
    const token::Inspection& left = m_examined.inspection;
    token::InspectOptions options;
    options.now = m_examined.now;
    const token::Inspection right = token::inspect(pasted.toStdString(), options);
    for (const token::Inspection* side : {&left, &right}) {
        if (side->format.empty()) {
            const text::Finding finding = text::problemText(side->problems.front());
            return m_summary->show(Tone::Bad,
                                   side == &left ? tr("The token above: %1").arg(finding.message)
                                                 : tr("The other one: %1").arg(finding.message),
                                   finding.hint);
        }
    }
    if (std::max(left.payload().size(), right.payload().size()) > token::kMaxBuilt)
        return m_summary->show(
            Tone::Info,
            tr("Too large to be compared here: more than %1 bytes of payload.").arg(token::kMaxBuilt),
            tr("“chat-token compare” compares what is larger."));
    const auto differences = token::compare(left, right);
    m_summary->show(differences.empty() ? Tone::Good : Tone::Info,
                    text::compareText(token::summarise(differences, left.text == right.text)));
    showFields(left, right);
    showBytes(left, right);
}

void ComparePanel::showFields(const token::Inspection& left, const token::Inspection& right)
{
    for (const token::ComparedField& one : token::compareFields(left, right)) {
        const int row = m_fields->rowCount();
        if (row == kMostRows)
            break;
        setRow(*m_fields, row,
               {QString(), text::q(base::visible(one.path)), shownValue(valueOf(one.left, left)),
                shownValue(valueOf(one.right, right))});
        setMark(*m_fields, row, one.match);
    }
    fitColumns(*m_fields);
}

void ComparePanel::showBytes(const token::Inspection& left, const token::Inspection& right)
{
    for (const token::ComparedBytes& run : token::compareBytes(left, right)) {
        const int row = m_bytes->rowCount();
        if (row == kMostRows)
            break;
        setRow(*m_bytes, row,
               {QString(), range(run.leftOffset, run.leftLength), range(run.rightOffset, run.rightLength),
                digits(left.payload(), run.leftOffset, run.leftLength),
                digits(right.payload(), run.rightOffset, run.rightLength)});
        setMark(*m_bytes, row, run.match);
    }
    fitColumns(*m_bytes);
}

/// Word and icon; what is the same steps back.
void ComparePanel::setMark(QTableWidget& table, int row, token::Match match) const
{
    const auto set = [&](const QString& word, const QString& iconName, Tone tone) {
        table.item(row, 0)->setText(word);
        table.item(row, 0)->setIcon(icon(iconName, toneColour(tone, palette())));
    };
    switch (match) {
    case token::Match::Same:
        set(tr("same"), QStringLiteral("check"), Tone::Good);
        break;
    case token::Match::Changed:
        set(tr("changed"), QStringLiteral("triangle-alert"), Tone::Warning);
        break;
    case token::Match::OnlyLeft:
        set(tr("only left"), QStringLiteral("x"), Tone::Info);
        break;
    case token::Match::OnlyRight:
        set(tr("only right"), QStringLiteral("plus"), Tone::Info);
        break;
    }
}

QString ComparePanel::words() const
{
    return tr("Compared with another token: %1").arg(m_summary->text());
}

QVariantMap ComparePanel::state() const
{
    return {{QStringLiteral("other"), m_other->toPlainText()}};
}

void ComparePanel::restore(const QVariantMap& state)
{
    m_other->setPlainText(state.value(QStringLiteral("other")).toString());
}

} // namespace ui
