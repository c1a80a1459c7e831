// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/VerdictPanel.h"

#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "ui/inspect/Words.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Tones.h"

#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kOffsetRole = Qt::UserRole;

/// Faults of the text are counted in characters; those of the payload, by which fields are found, in bytes.
bool pointsIntoThePayload(token::ProblemCode code)
{
    using enum token::ProblemCode;
    return (code >= BadSignatureLength && code <= EmptyUser) ||
           (code >= TrailingPayload && code <= DuplicateService);
}

} // namespace

VerdictPanel::VerdictPanel(Context& context, const Examined& examined, FieldModel& fields,
                           QItemSelectionModel& selected)
    : Panel(context, examined)
    , m_fields(fields)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 8, 0);
    sideColumn->addWidget(label(tr("Fields"), "heading"));
    m_table = named(makeFieldTable(m_fields, side), "fields", tr("Fields"));
    m_table->setSelectionModel(&selected);
    m_table->setColumnHidden(FieldModel::Layout, true);
    new Veil(m_table, m_context.presenter); // with the signature it is the token
    sideColumn->addWidget(m_table, 1);
    splitter->addWidget(side);
    splitter->addWidget(buildProblems());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({620, 380});
    column->addWidget(splitter, 1);
}

QWidget* VerdictPanel::buildProblems()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(label(tr("Problems"), "heading"));
    m_problems = named(new QListWidget, "problems", tr("Problems"));
    m_problems->setWordWrap(true);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_problems->setSpacing(2);
    column->addWidget(m_problems, 1);
    connect(m_problems, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        const QVariant offset = item ? item->data(kOffsetRole) : QVariant();
        const int row = offset.isValid() ? m_fields.rowAt(offset.toULongLong()) : -1;
        if (row >= 0)
            m_table->selectRow(row);
    });
    return side;
}

void VerdictPanel::refresh()
{
    const QSignalBlocker quiet(m_problems);
    m_problems->clear();
    if (m_examined.empty())
        return;
    for (const token::Problem& problem : m_examined.inspection.problems)
        add(problem);
    if (m_examined.inspection.problems.empty())
        new QListWidgetItem(icon(toneIcon(Tone::Good), toneColour(Tone::Good, palette())),
                            tr("No problem found."), m_problems);
}

void VerdictPanel::add(const token::Problem& problem)
{
    const text::Finding finding = text::problemText(problem);
    const Tone tone = toneOf(problem.severity());
    QString line = finding.message;
    if (problem.offset)
        line += QLatin1Char(' ') + tr("(at %1)").arg(*problem.offset);
    if (!finding.hint.isEmpty())
        line += QLatin1Char('\n') + finding.hint;
    auto* item = new QListWidgetItem(icon(toneIcon(tone), toneColour(tone, palette())), line, m_problems);
    item->setToolTip(text::q(token::problemWord(problem.code)));
    if (problem.offset && pointsIntoThePayload(problem.code))
        item->setData(kOffsetRole, static_cast<qulonglong>(*problem.offset));
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1 (%2): %3")
                                              .arg(text::q(token::severityWord(problem.severity())),
                                                   text::q(token::problemWord(problem.code)), line));
}

} // namespace ui
