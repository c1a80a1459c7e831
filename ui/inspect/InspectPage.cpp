// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/InspectPage.h"

#include "core/base/Clock.h"
#include "core/diagnosis/Paste.h"
#include "core/project/Certificates.h"
#include "core/project/ProjectStore.h"
#include "core/text/DiagnosisText.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "core/text/Report.h"
#include "ui/inspect/ByteMapPanel.h"
#include "ui/inspect/ComparePanel.h"
#include "ui/inspect/CurlTarget.h"
#include "ui/inspect/RefusalPanel.h"
#include "ui/inspect/RemintPanel.h"
#include "ui/inspect/TimesPanel.h"
#include "ui/inspect/UseRow.h"
#include "ui/inspect/VerdictPanel.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/SaveDialog.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Ticker.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kDebounceMs = 120;
constexpr int kTabLines = 14; // that are in sight; the page scrolls where the window has no room for them

/// Certificates that could not be tried are no “not stored”.
bool someLocked(const Context& context)
{
    const auto& all = context.projects.projects();
    return !context.secrets.vault().isOpen() &&
           std::any_of(all.begin(), all.end(), [&](const project::Project& one) {
               return context.secrets.place(one) == project::Place::Vault;
           });
}

} // namespace

InspectPage::InspectPage(Context& context)
    : m_context(context)
    , m_debounce(new QTimer(this))
{
    setObjectName(QStringLiteral("inspectPage"));
    QVBoxLayout* column = scrolledColumn(this);
    column->setSpacing(10);
    column->addWidget(buildHead());
    column->addWidget(buildInput());
    column->addWidget(buildVerdict());
    column->addWidget(buildTabs(), 1);

    m_debounce->setSingleShot(true);
    m_debounce->setInterval(kDebounceMs);
    connect(m_debounce, &QTimer::timeout, this, &InspectPage::refresh);
    connect(m_input, &QPlainTextEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(m_use, &UseRow::changed, this, &InspectPage::refresh);
    connect(&context.bus, &Bus::activeProjectChanged, this, &InspectPage::refresh);
    connect(&context.bus, &Bus::projectsChanged, this, &InspectPage::refresh);
    connect(&context.vault, &VaultHost::changed, this, &InspectPage::refresh);
    connect(&context.catalogues, &Catalogues::loaded, this, &InspectPage::matchCurl);
    refresh();
}

QWidget* InspectPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label(tr("Inspect a token"), "title"), 1);
    auto* copy = named(button(tr("Copy report"), QStringLiteral("copy")), "copyReport", tr("Copy report"));
    copy->setToolTip(tr("A text for a ticket: no certificate, the signature cut, no token in it."));
    auto* save =
        named(button(tr("Save report..."), QStringLiteral("download")), "saveReport", tr("Save report"));
    save->setToolTip(copy->toolTip());
    row->addWidget(copy);
    row->addWidget(save);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copyText(report());
        Q_EMIT m_context.bus.messageRaised(tr("Report copied. Neither token nor certificate is in it."),
                                           false);
    });
    connect(save, &QPushButton::clicked, this, &InspectPage::saveReport);
    return head;
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
    m_input->setFixedHeight(m_input->fontMetrics().lineSpacing() * 3 + 16);
    column->addWidget(m_input);
    m_use = new UseRow(m_context);
    column->addWidget(m_use);
    return box;
}

QWidget* InspectPage::buildVerdict()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_verdict = new Banner;
    m_verdict->setObjectName(QStringLiteral("verdict"));
    column->addWidget(m_verdict);
    auto* facts = new QHBoxLayout;
    m_facts = paragraph({}, "muted");
    m_facts->setObjectName(QStringLiteral("facts"));
    m_countdown = new Countdown(m_context.ticker);
    facts->addWidget(m_facts, 1);
    facts->addWidget(m_countdown, 0, Qt::AlignTop);
    column->addLayout(facts);
    return box;
}

QTabWidget* InspectPage::buildTabs()
{
    m_tabs = named(new QTabWidget, "inspectTabs", tr("Views of the token"));
    auto* selected = new QItemSelectionModel(&m_fields, this);
    m_refusal = new RefusalPanel(m_context, m_examined);
    const std::pair<Panel*, QString> tabs[] = {
        {new VerdictPanel(m_context, m_examined, m_fields, *selected), tr("Verdict")},
        {new ByteMapPanel(m_context, m_examined, m_fields, *selected), tr("Bytes")},
        {new TimesPanel(m_context, m_examined), tr("Times")},
        {new RemintPanel(m_context, m_examined), tr("Mint again")},
        {new ComparePanel(m_context, m_examined), tr("Compare")},
        {m_refusal, tr("Why refused")}};
    for (const auto& [panel, title] : tabs)
        m_tabs->addTab(panel, title);
    m_tabs->setMinimumHeight(m_tabs->fontMetrics().lineSpacing() * kTabLines + 60);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        refreshTab();
        bringIntoSight(m_tabs);
    });
    connect(m_refusal, &RefusalPanel::tokenWanted, this, &InspectPage::enter);
    connect(m_refusal, &RefusalPanel::lastAnswerWanted, this, &InspectPage::takeLastAnswer);
    return m_tabs;
}

void InspectPage::inspect(const QString& text)
{
    m_input->setPlainText(text);
    m_debounce->stop();
    if (m_tabs->currentWidget() == m_refusal && !m_refusal->hasQuestion())
        m_tabs->setCurrentIndex(0);
    refresh();
}

void InspectPage::askWhy(const QString& text)
{
    m_tabs->setCurrentWidget(m_refusal);
    if (text.isEmpty())
        return takeLastAnswer();
    const auto certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    askAbout(diagnosis::classify(text.toStdString(), project::candidates(certificates)));
}

/// What the paste does not hold stays as it was: an error's body belongs to the token that is here.
void InspectPage::askAbout(const diagnosis::Paste& paste)
{
    if (paste.kind == diagnosis::PasteKind::ErrorAnswer) {
        m_refusal->setAnswer({paste.answer.status, paste.body, std::string(paste.header("date")), 0, 0});
    } else {
        m_refusal->clearAnswer();
        m_input->setPlainText(text::q(paste.token));
        m_use->setRest({});
    }
    if (paste.kind == diagnosis::PasteKind::Curl) {
        m_curl = {paste.method, paste.url};
        m_context.catalogues.load(); // goes on in matchCurl
    }
    m_debounce->stop();
    refresh();
}

/// The project and the endpoint that a curl line calls.
void InspectPage::matchCurl()
{
    if (m_curl.second.empty() || !m_context.catalogues.get())
        return;
    const auto [method, url] = std::exchange(m_curl, {});
    const CurlTarget target = curlTarget(method, url, m_context.projects, *m_context.catalogues.get());
    if (!target.projectId.empty())
        m_refusal->setProject(target.projectId);
    if (target.endpoint)
        m_use->setRest(text::q(target.endpoint->id));
    refresh();
}

void InspectPage::takeLastAnswer()
{
    const std::optional<SeenAnswer>& last = m_context.answers.last();
    if (!last)
        return;
    m_input->setPlainText(last->token);
    m_use->setRest(last->endpointId);
    m_refusal->setProject(last->projectId.toStdString());
    m_refusal->setAnswer(last->received);
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
    QVariantMap state{{QStringLiteral("text"), m_input->toPlainText()},
                      {QStringLiteral("use"), m_use->state()},
                      {QStringLiteral("tab"), m_tabs->currentIndex()}};
    for (int i = 0; i < m_tabs->count(); ++i)
        state.insert(QStringLiteral("panel%1").arg(i), static_cast<Panel*>(m_tabs->widget(i))->state());
    return state;
}

void InspectPage::restore(const QVariantMap& state)
{
    m_use->restore(state.value(QStringLiteral("use")).toMap());
    m_input->setPlainText(state.value(QStringLiteral("text")).toString());
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<Panel*>(m_tabs->widget(i))
            ->restore(state.value(QStringLiteral("panel%1").arg(i)).toMap());
    m_tabs->setCurrentIndex(state.value(QStringLiteral("tab")).toInt());
    runPrimary();
}

void InspectPage::refresh()
{
    const auto certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    const auto candidates = project::candidates(certificates);
    m_examined.pasted = m_input->toPlainText();
    m_examined.use = m_use->use();
    m_examined.now = m_context.clock.now();
    m_examined.someLocked = someLocked(m_context);
    token::InspectOptions options;
    options.now = m_examined.now;
    options.candidates = candidates;
    const catalogue::Endpoint* endpoint = m_examined.use.endpoint;
    options.forRest = m_examined.use.purpose == diagnosis::Purpose::Rest &&
                      (!endpoint || endpoint->auth == catalogue::Auth::App);
    if (m_examined.use.purpose == diagnosis::Purpose::SignIn)
        options.forUser = m_examined.use.userId;
    m_fields.clear();
    m_examined.inspection = token::inspect(m_examined.pasted.toStdString(), options);
    m_fields.setInspection(m_examined.inspection);
    showVerdict();
    showFacts();
    refreshTab();
}

void InspectPage::refreshTab()
{
    static_cast<Panel*>(m_tabs->currentWidget())->refresh();
}

void InspectPage::showVerdict()
{
    const token::Inspection& inspection = m_examined.inspection;
    if (m_examined.pasted.isEmpty()) {
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
    if (inspection.signatureCheck == token::SignatureCheck::Valid) {
        const QString project = text::q(inspection.matchedProject.value_or(std::string()));
        m_verdict->show(
            Tone::Good,
            inspection.matchedRole == token::CertificateRole::Previous
                ? tr("Valid: signed with the previous certificate of the project “%1”.").arg(project)
                : tr("Valid: signed with the certificate of the project “%1”.").arg(project));
        return;
    }
    m_verdict->show(Tone::Warning, tr("Readable and not expired; the signature was not checked."),
                    inspection.is007()
                        ? text::signerText(inspection, m_examined.someLocked)
                        : tr("Tokens of this version are read, not verified, without the channel "
                             "and user they are for."));
}

void InspectPage::showFacts()
{
    const token::Inspection& inspection = m_examined.inspection;
    QStringList facts;
    if (!inspection.format.empty())
        facts << tr("Version %1").arg(text::q(inspection.format));
    if (!inspection.appId().empty())
        facts << tr("App ID %1").arg(text::brief(inspection.appId()));
    const auto end = inspection.effectiveExpiresAt();
    const std::int64_t issued = inspection.is007() ? inspection.decoded.issueTs.value_or(0) : 0;
    if (issued)
        facts << tr("issued %1").arg(text::moment(issued, false));
    if (end)
        facts << tr("ends %1").arg(text::moment(*end, false));
    // The banner says it where nothing is wrong; what is expired was signed by somebody all the same.
    if (inspection.is007() && inspection.hasError())
        facts << text::signerText(inspection, m_examined.someLocked);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());
    if (end && !inspection.hasStructuralError()) // a broken token is not “valid” for any time
        m_countdown->setToken(issued, *end);
    else
        m_countdown->clear({});
}

QString InspectPage::report() const
{
    redact::Redactor redactor;
    for (const auto& one : project::storedCertificates(m_context.projects, m_context.secrets))
        redactor.addSecret(one.certificate.view());
    const text::ReportInput input{m_context.clock.now(),
                                  std::string("chat-token-console " CHATTOKEN_VERSION ", Qt ") + qVersion() +
                                      ", " + QSysInfo::prettyProductName().toStdString(),
                                  static_cast<Panel*>(m_tabs->currentWidget())->words(),
                                  m_examined.someLocked};
    return text::reportText(m_examined.inspection, input, redactor);
}

void InspectPage::saveReport()
{
    const auto refuse = [this](const base::Error& error) {
        Q_EMIT m_context.bus.messageRaised(text::errorText(error).line(), true);
    };
    const auto write = [this, refuse, content = report().toStdString()](const base::Output& output) {
        if (const auto written = base::writeOutput(output, content); !written)
            return refuse(written.error());
        Q_EMIT m_context.bus.messageRaised(tr("Saved to %1.").arg(text::q(output.path)), false);
    };
    askForOutput(this, {tr("Save report"), QStringLiteral("token-report.txt"), m_context.vault.guard(), true,
                        write, refuse});
}

} // namespace ui
