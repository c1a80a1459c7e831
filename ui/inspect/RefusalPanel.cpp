// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/RefusalPanel.h"

#include "core/project/Certificates.h"
#include "core/project/ProjectStore.h"
#include "core/text/DiagnosisText.h"
#include "core/text/Format.h"
#include "ui/inspect/AnswerForm.h"
#include "ui/inspect/Words.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/Origin.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tones.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {
namespace {

text::Finding findingOf(const diagnosis::Cause& cause)
{
    return cause.problem ? text::problemText(*cause.problem) : text::causeText(cause.code, cause.args);
}

constexpr int kLeastCharacters = 100; // in a line, for question and causes side by side

} // namespace

RefusalPanel::RefusalPanel(Context& context, const Examined& examined)
    : Panel(context, examined)
    , m_fixes(context)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 8, 8, 8);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(0, 0, 4, 0);
    m_columns->setSpacing(14);
    m_columns->addWidget(buildQuestion(), 1);
    m_columns->addWidget(buildCauses(), 2);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    // Ahead of the page's own refresh.
    connect(&context.bus, &Bus::activeProjectChanged, this,
            [this] { setProject(m_context.projects.active().id); });
    connect(&context.catalogues, &Catalogues::loaded, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget* RefusalPanel::buildQuestion()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* caption = label(tr("Project that was called"));
    m_project = named(new QComboBox, "calledProject", tr("Project that was called"));
    m_project->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    caption->setBuddy(m_project);
    column->addWidget(caption);
    column->addWidget(m_project);
    m_answer = new AnswerForm(m_context);
    column->addWidget(m_answer);
    column->addStretch(1);
    connect(m_project, &QComboBox::activated, this, &RefusalPanel::refresh);
    connect(m_answer, &AnswerForm::changed, this, &RefusalPanel::refresh);
    connect(m_answer, &AnswerForm::lastWanted, this, &RefusalPanel::lastAnswerWanted);
    return form;
}

QWidget* RefusalPanel::buildCauses()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_summary = new Banner;
    m_summary->setObjectName(QStringLiteral("whySummary"));
    column->addWidget(m_summary);
    m_causes = new QVBoxLayout;
    m_causes->setSpacing(8);
    column->addLayout(m_causes);
    column->addStretch(1);
    return side;
}

/// Large text, or a narrow window: the causes stand below the question.
void RefusalPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool wide = width() >= kLeastCharacters * fontMetrics().averageCharWidth();
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/// The first entry leaves it open: then no project's App ID is held against the token.
void RefusalPanel::fillProjects()
{
    QList<std::pair<QString, QString>> wanted{{tr("not known"), QString()}};
    for (const project::Project& project : m_context.projects.projects())
        wanted.append({text::q(project.name), text::q(project.id)});
    QList<std::pair<QString, QString>> shown;
    for (int i = 0; i < m_project->count(); ++i)
        shown.append({m_project->itemText(i), m_project->itemData(i).toString()});
    if (shown == wanted)
        return;
    const QVariant before =
        m_project->count() > 0 ? m_project->currentData() : QVariant(text::q(m_context.projects.active().id));
    m_project->clear();
    for (const auto& [name, id] : wanted)
        m_project->addItem(name, id);
    m_project->setCurrentIndex(qMax(0, m_project->findData(before)));
}

void RefusalPanel::refresh()
{
    fillProjects();
    const catalogue::ErrorTable* errors = m_context.catalogues.errors();
    if (!errors)
        return m_context.catalogues.load(); // comes back
    const std::string id = m_project->currentData().toString().toStdString();
    const auto called = id.empty() ? std::nullopt : [&]() -> std::optional<project::Project> {
        const auto found = m_context.projects.find(id);
        return found ? std::optional(*found) : std::nullopt;
    }();
    const auto certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    const auto candidates = project::candidates(certificates, called ? called->name : std::string());
    diagnosis::Case what;
    const std::string pasted = m_examined.empty() ? std::string() : m_examined.pasted.toStdString();
    what.token = pasted;
    what.candidates = candidates;
    what.project = called ? &*called : nullptr;
    what.use = m_examined.use;
    what.received = m_answer->received();
    what.now = m_examined.now;
    if (called)
        what.skew = m_context.answers.skewOf(restOrigin(m_context, *called));
    m_diagnosis = diagnosis::diagnose(what, *errors);
    showCauses();
}

void RefusalPanel::showCauses()
{
    while (QLayoutItem* item = m_causes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    showSummary();
    int rank = 0;
    if (!m_examined.empty() || m_answer->received()) {
        for (const diagnosis::Cause& cause : m_diagnosis.causes)
            m_causes->addWidget(causeCard(cause, ++rank));
    }
}

void RefusalPanel::showSummary()
{
    if (m_examined.empty() && !m_answer->received())
        return m_summary->show(Tone::Info, tr("Paste the token above, and what the server answered here."));
    if (m_diagnosis.causes.empty())
        return m_summary->show(Tone::Good, tr("No cause was found: the token is sound for this use."),
                               text::signerText(m_diagnosis.inspection, m_examined.someLocked));
    const QString said =
        m_diagnosis.answer && m_diagnosis.answer->refused() && !m_diagnosis.explanation.documented
            ? tr("The answer is not in the vendor's table: what it means is not known.")
            : QString();
    m_summary->show(
        m_diagnosis.refused() ? Tone::Bad : Tone::Warning,
        tr("%n cause(s) found, the likeliest first.", nullptr, static_cast<int>(m_diagnosis.causes.size())),
        said);
}

QWidget* RefusalPanel::causeCard(const diagnosis::Cause& cause, int rank)
{
    const text::Finding finding = findingOf(cause);
    QFrame* box = card();
    box->setObjectName(QStringLiteral("cause%1").arg(rank));
    box->setAccessibleName(tr("%1. %2").arg(rank).arg(finding.message));
    box->setToolTip(text::q(cause.code));
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    auto* sign = new QLabel;
    const Tone tone = toneOf(cause.severity);
    sign->setPixmap(iconPixmap(toneIcon(tone), toneColour(tone, palette()), 18, devicePixelRatioF()));
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addWidget(paragraph(tr("%1. %2").arg(rank).arg(finding.message), "heading"), 1);
    column->addLayout(head);
    QStringList evidence;
    for (const diagnosis::Evidence& one : cause.evidence)
        evidence << QStringLiteral("•  ") + text::evidenceText(one.code, one.args, false);
    if (!evidence.isEmpty())
        column->addWidget(paragraph(evidence.join(QLatin1Char('\n')), "muted"));
    if (!finding.hint.isEmpty())
        column->addWidget(paragraph(finding.hint));
    const QString fix = text::fixText(diagnosis::fixWord(cause.fix), cause.fixArgs);
    if (!fix.isEmpty() && Fixes::canRun(cause)) {
        auto* act = named(button(fix, QStringLiteral("arrow-right"), rank == 1),
                          qPrintable(QStringLiteral("fix%1").arg(rank)), fix);
        column->addWidget(act, 0, Qt::AlignLeft);
        connect(act, &QPushButton::clicked, this, [this, cause] {
            if (cause.fix == diagnosis::Fix::CopyAgain)
                Q_EMIT tokenWanted();
            else
                m_fixes.run(cause, m_examined.use, m_examined.inspection);
        });
    }
    return box;
}

QString RefusalPanel::causeWords(const diagnosis::Cause& cause) const
{
    const text::Finding finding = findingOf(cause);
    QStringList lines{
        QStringLiteral("%1: %2 %3").arg(text::q(cause.code), finding.message, finding.hint).trimmed()};
    for (const diagnosis::Evidence& one : cause.evidence)
        lines << QStringLiteral("  ") + text::evidenceText(one.code, one.args, true);
    return lines.join(QLatin1Char('\n'));
}

QString RefusalPanel::words() const
{
    QStringList lines{m_summary->text()};
    for (const diagnosis::Cause& cause : m_diagnosis.causes)
        lines << causeWords(cause);
    return lines.join(QLatin1Char('\n'));
}

void RefusalPanel::setProject(const std::string& id)
{
    fillProjects();
    m_project->setCurrentIndex(qMax(0, m_project->findData(text::q(id))));
}

void RefusalPanel::setAnswer(const diagnosis::Received& received)
{
    m_answer->set(received);
}

void RefusalPanel::clearAnswer()
{
    m_answer->clear();
}

bool RefusalPanel::hasQuestion() const
{
    return m_answer->received().has_value();
}

QVariantMap RefusalPanel::state() const
{
    QVariantMap state = m_answer->state();
    state.insert(QStringLiteral("project"), m_project->currentData());
    return state;
}

void RefusalPanel::restore(const QVariantMap& state)
{
    if (state.value(QStringLiteral("project")).isValid())
        setProject(state.value(QStringLiteral("project")).toString().toStdString());
    m_answer->restore(state);
}

} // namespace ui
