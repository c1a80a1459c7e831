// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/InspectPage.h"

#include "core/base/Clock.h"
#include "core/base/Utf8.h"
#include "core/project/ProjectStore.h"
#include "core/project/Certificates.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/Tones.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kDebounceMs = 120;

Tone toneOf(token::Severity severity)
{
    switch (severity) {
    case token::Severity::Error:
        return Tone::Bad;
    case token::Severity::Warning:
        return Tone::Warning;
    case token::Severity::Note:
        break;
    }
    return Tone::Info;
}

} // namespace

InspectPage::InspectPage(Context& context)
    : m_context(context)
    , m_debounce(new QTimer(this))
{
    setObjectName(QStringLiteral("inspectPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(label(tr("Inspect a token"), "title", this));
    column->addWidget(buildInput());
    m_verdict = new Banner(this);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    column->addWidget(m_verdict);
    auto* facts = new QHBoxLayout;
    m_facts = paragraph({}, "muted", this);
    m_countdown = new Countdown(context.ticker, this);
    facts->addWidget(m_facts, 1);
    facts->addWidget(m_countdown, 0, Qt::AlignTop);
    column->addLayout(facts);

    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    auto* fields = new QWidget;
    auto* fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 8, 0);
    fieldColumn->addWidget(label(tr("Fields"), "heading"));
    auto* table = named(makeFieldTable(m_fields, fields), "fields", tr("Fields"));
    new Veil(table, m_context.presenter); // with the signature it is the token
    fieldColumn->addWidget(table, 1);
    splitter->addWidget(fields);
    splitter->addWidget(buildProblems());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({620, 380});
    column->addWidget(splitter, 1);

    m_debounce->setSingleShot(true);
    m_debounce->setInterval(kDebounceMs);
    connect(m_debounce, &QTimer::timeout, this, &InspectPage::refresh);
    connect(m_input, &QPlainTextEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(&context.bus, &Bus::activeProjectChanged, this, &InspectPage::refresh);
    connect(&context.bus, &Bus::projectsChanged, this, &InspectPage::refresh);
    refresh();
}

QWidget* InspectPage::buildInput()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_input = named(new QPlainTextEdit, "tokenToInspect", tr("Token to inspect"));
    m_input->setPlaceholderText(
        tr("Paste a token, a curl line, a header, JSON ... whatever is around the token is taken off."));
    m_input->setTabChangesFocus(true);
    new Veil(m_input, m_context.presenter);
    m_input->setFont(monospace());
    m_input->setWordWrapMode(QTextOption::WrapAnywhere);
    m_input->setFixedHeight(m_input->fontMetrics().lineSpacing() * 4 + 16);
    column->addWidget(m_input);
    auto* row = new QHBoxLayout;
    auto* caption = label(tr("Judge it for"));
    m_purpose = named(new QComboBox, "purpose", tr("Judge it for"));
    m_purpose->addItems({tr("itself"), tr("REST calls"), tr("the sign-in of user")});
    caption->setBuddy(m_purpose);
    m_user = named(new QLineEdit(QStringLiteral("alice")), "forUser", tr("User who signs in"));
    m_user->setMaximumWidth(220);
    m_user->hide();
    row->addWidget(caption);
    row->addWidget(m_purpose);
    row->addWidget(m_user);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this](int purpose) {
        m_user->setVisible(purpose == SignIn);
        refresh();
    });
    connect(m_user, &QLineEdit::textChanged, this, &InspectPage::refresh);
    return box;
}

QWidget* InspectPage::buildProblems()
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
    return side;
}

void InspectPage::inspect(const QString& text)
{
    m_input->setPlainText(text);
    m_debounce->stop();
    refresh();
}

void InspectPage::enter()
{
    m_input->setFocus();
    m_input->selectAll();
}

void InspectPage::runPrimary()
{
    m_debounce->stop();
    refresh();
}

QVariantMap InspectPage::state() const
{
    return {{QStringLiteral("text"), m_input->toPlainText()},
            {QStringLiteral("purpose"), m_purpose->currentIndex()},
            {QStringLiteral("user"), m_user->text()}};
}

void InspectPage::restore(const QVariantMap& state)
{
    m_purpose->setCurrentIndex(state.value(QStringLiteral("purpose")).toInt());
    m_user->setText(state.value(QStringLiteral("user")).toString());
    inspect(state.value(QStringLiteral("text")).toString());
}

void InspectPage::refresh()
{
    const auto certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    const auto candidates = project::candidates(certificates);
    token::InspectOptions options;
    options.now = m_context.clock.now();
    options.candidates = candidates;
    options.forRest = m_purpose->currentIndex() == Rest;
    if (m_purpose->currentIndex() == SignIn)
        options.forUser = m_user->text().toStdString();
    const QString text = m_input->toPlainText();
    const token::Inspection inspection = token::inspect(text.toStdString(), options);
    m_fields.setInspection(inspection);
    showVerdict(inspection);
    showProblems(inspection);
    showTimes(inspection);
}

void InspectPage::showVerdict(const token::Inspection& inspection)
{
    if (m_input->toPlainText().isEmpty()) {
        m_verdict->show(Tone::Info, tr("Nothing pasted yet."),
                        tr("Ctrl+Shift+V pastes and inspects from any page. Nothing that you paste leaves "
                           "this computer."));
        return;
    }
    if (!inspection.problems.empty() && inspection.problems.front().severity() == token::Severity::Error) {
        const text::Finding finding = text::problemText(inspection.problems.front());
        m_verdict->show(Tone::Bad, finding.message, finding.hint);
        return;
    }
    switch (inspection.signatureCheck) {
    case token::SignatureCheck::Valid:
        m_verdict->show(Tone::Good, tr("Valid: signed with the certificate of the project “%1”.")
                                        .arg(text::q(inspection.matchedProject.value_or(""))));
        break;
    case token::SignatureCheck::NotChecked:
    case token::SignatureCheck::Invalid:
        m_verdict->show(
            Tone::Warning, tr("Readable and not expired; the signature was not checked."),
            inspection.is007()
                ? tr("It was signed with a certificate that is not stored here. Add its project to check it.")
                : tr("Tokens of this version are read, not verified, without the channel and user they are "
                     "for."));
        break;
    }
}

void InspectPage::showProblems(const token::Inspection& inspection)
{
    m_problems->clear();
    if (m_input->toPlainText().isEmpty())
        return;
    for (const token::Problem& problem : inspection.problems) {
        const text::Finding finding = text::problemText(problem);
        const Tone tone = toneOf(problem.severity());
        QString line = finding.message;
        if (problem.offset)
            line += QLatin1Char(' ') + tr("(at %1)").arg(*problem.offset);
        if (!finding.hint.isEmpty())
            line += QLatin1Char('\n') + finding.hint;
        auto* item = new QListWidgetItem(icon(toneIcon(tone), toneColour(tone, palette())), line, m_problems);
        item->setToolTip(text::q(token::problemWord(problem.code)));
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1 (%2): %3")
                                                  .arg(text::q(token::severityWord(problem.severity())),
                                                       text::q(token::problemWord(problem.code)), line));
    }
    if (inspection.problems.empty())
        new QListWidgetItem(icon(toneIcon(Tone::Good), toneColour(Tone::Good, palette())),
                            tr("No problem found."), m_problems);
}

void InspectPage::showTimes(const token::Inspection& inspection)
{
    QStringList facts;
    if (!inspection.format.empty())
        facts << tr("Version %1").arg(text::q(inspection.format));
    if (!inspection.appId().empty())
        facts << tr("App ID %1").arg(text::q(base::visible(inspection.appId())));
    const auto end = inspection.effectiveExpiresAt();
    const std::int64_t issued = inspection.is007() ? inspection.decoded.issueTs.value_or(0) : 0;
    if (issued)
        facts << tr("issued %1").arg(text::moment(issued, false));
    if (end)
        facts << tr("ends %1 (%2)").arg(text::moment(*end, false), text::moment(*end, true));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (end && !inspection.hasStructuralError()) // a broken token is not “valid” for any time
        m_countdown->setToken(issued, *end);
    else
        m_countdown->clear({});
}

} // namespace ui
