// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/RestPage.h"

#include "core/base/Clock.h"
#include "core/redact/Redactor.h"
#include "core/rest/ActingUser.h"
#include "core/rest/RequestBuilder.h"
#include "core/rest/Variables.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/rest/ProductionGate.h"
#include "ui/rest/RequestForm.h"
#include "ui/rest/ResponsePane.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Network.h"
#include "ui/shell/Origin.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Floating.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Ticker.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kMark = 18;                     // pixels
constexpr qint64 kRenewBelow = 60;            // seconds left under which a token is renewed before a call
constexpr qint64 kDiagnosedBytes = 64 * 1024; // of a body; an error envelope has a few hundred
const QString kFirstEndpoint = QStringLiteral("user.register");

} // namespace

RestPage::RestPage(Context& context)
    : m_context(context)
    , m_tokens(context)
{
    setObjectName(QStringLiteral("restPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    m_gate = new ProductionGate(this);
    m_gate->setObjectName(QStringLiteral("productionGate"));
    connect(m_gate, &ProductionGate::passed, this, &RestPage::start);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildCatalogue());
    m_splitter->addWidget(buildRequest());
    m_response = new ResponsePane(m_context.presenter, m_context.vault);
    m_response->setMinimumWidth(240);
    connect(m_response, &ResponsePane::whyRequested, this,
            [this] { Q_EMIT m_context.bus.refusalRequested({}); });
    m_splitter->addWidget(m_response);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({230, 400, 380});
    column->addWidget(m_splitter, 1);
    new Floating(m_gate, m_splitter);

    m_busyTimer.setInterval(250);
    connect(&m_busyTimer, &QTimer::timeout, this,
            [this] { m_response->showBusy(m_elapsed.elapsed(), m_bytes); });
    connect(&context.catalogues, &Catalogues::loaded, this, &RestPage::fillCatalogue);
    connect(&context.bus, &Bus::activeProjectChanged, this, [this] {
        if (m_waitingForSandbox)
            cancel(); // what was asked for the sandbox goes to no other project
        refresh();
        showWhoseAnswer();
    });
    connect(&context.bus, &Bus::projectsChanged, this, [this] {
        m_tokens.clear(); // App ID or certificate may be others now
        refresh();
    });
    connect(&context.sandbox, &SandboxHost::stateChanged, this, [this] {
        if (m_waitingForSandbox && m_context.sandbox.state() != SandboxHost::State::Starting)
            sendNow();
        else
            refresh();
    });
    setBusy(false);
    context.catalogues.load();
}

QWidget* RestPage::buildCatalogue()
{
    auto* side = new QWidget;
    side->setMinimumWidth(110);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    m_search = named(new QLineEdit, "searchEndpoints", tr("Search endpoints"));
    m_search->setPlaceholderText(tr("Search endpoints"));
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_tree = named(new QTreeView, "endpoints", tr("Endpoints"));
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterRole(EndpointModel::SearchRole);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setRecursiveFilteringEnabled(true);
    m_tree->setModel(&m_filter);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    column->addWidget(m_tree, 1);
    auto* copyCall = new QAction(tr("Copy method and path"), m_tree);
    m_tree->addAction(copyCall);
    connect(copyCall, &QAction::triggered, this, [this] {
        const QString call = m_tree->currentIndex().data(Qt::ToolTipRole).toString();
        if (call.isEmpty()) // a group
            return;
        m_context.clipboard.copyText(call);
        Q_EMIT m_context.bus.messageRaised(tr("Copied."), false);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setFilterFixedString(text);
        if (!text.isEmpty())
            m_tree->expandAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                const QString id = index.data(EndpointModel::IdRole).toString();
                const catalogue::Catalogue* catalogue = m_context.catalogues.get();
                if (const auto* endpoint =
                        catalogue && !id.isEmpty() ? catalogue->find(id.toStdString()) : nullptr)
                    select(*endpoint);
            });
    return side;
}

QWidget* RestPage::buildRequest()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(8);
    m_title = label(tr("Loading the endpoints..."), "title");
    m_title->setObjectName(QStringLiteral("endpointTitle"));
    m_title->setWordWrap(true);
    m_call = paragraph({}, "muted");
    m_call->setFont(monospace());
    m_inSandbox = named(label({}), "inSandbox", tr("The sandbox answers it."));
    m_inSandbox->setToolTip(m_inSandbox->accessibleName());
    m_inSandbox->setPixmap(icon(QStringLiteral("flask-conical")).pixmap(kMark, kMark));
    m_inSandbox->hide();
    auto* titleRow = new QHBoxLayout;
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_inSandbox, 0, Qt::AlignTop);
    column->addLayout(titleRow);
    column->addWidget(m_call);

    auto* tokenRow = new QHBoxLayout;
    m_tokenKind = label({});
    m_countdown = new Countdown(m_context.ticker);
    m_renew = named(button(tr("Renew"), QStringLiteral("refresh-cw")), "renewToken", tr("Renew the token"));
    m_tokenKind->setMinimumWidth(1); // large text takes from these two, not from the button
    m_countdown->setMinimumWidth(1);
    tokenRow->addWidget(m_tokenKind);
    tokenRow->addWidget(m_countdown, 1);
    tokenRow->addWidget(m_renew);
    column->addLayout(tokenRow);
    connect(m_renew, &QPushButton::clicked, this, &RestPage::renew);

    m_banner = new Banner(side);
    m_banner->setObjectName(QStringLiteral("requestBanner"));
    column->addWidget(m_banner);

    m_tabs = named(new QTabWidget, "requestTabs", tr("Request"));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_form = new RequestForm(m_context.presenter);
    scroll->setWidget(m_form);
    m_tabs->addTab(scroll, tr("Form"));

    auto* raw = new QWidget;
    auto* rawColumn = new QVBoxLayout(raw);
    m_useRawBody = named(new QCheckBox(tr("Send this text in place of the form's fields")), "useRawBody",
                         tr("Send this text as the body"));
    m_useRawBody->setToolTip(tr("Off, this is the body that the form makes. Typing here switches it on."));
    m_rawBody = named(new QPlainTextEdit, "requestBody", tr("Request body"));
    m_rawBody->setFont(monospace());
    m_rawBody->setTabChangesFocus(true);
    new Veil(m_rawBody, m_context.presenter);
    rawColumn->addWidget(m_useRawBody);
    rawColumn->addWidget(m_rawBody, 1);
    m_tabs->addTab(raw, tr("Body"));

    m_preview = named(new QPlainTextEdit, "requestPreview", tr("Request preview"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(monospace());
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setProperty("flat", true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new Veil(m_preview, m_context.presenter);
    m_tabs->addTab(m_preview, tr("Preview"));
    column->addWidget(m_tabs, 1);

    auto* buttons = new QHBoxLayout;
    m_send = named(button(tr("Send"), QStringLiteral("send"), true), "send", tr("Send"));
    m_send->setToolTip(keyText(QKeySequence(QStringLiteral("Ctrl+Return"))));
    m_cancel = named(button(tr("Cancel"), QStringLiteral("x")), "cancel", tr("Cancel"));
    m_cancel->setToolTip(tr("Esc"));
    m_curl = named(button(tr("Copy as curl"), QStringLiteral("terminal")), "copyCurl", tr("Copy as curl"));
    m_lenient = named(new QCheckBox(tr("Unchecked")), "lenient", tr("Send without checking the fields"));
    m_lenient->setToolTip(tr("Sends what the documents forbid, to see what the server says to it."));
    buttons->addWidget(m_send);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_curl);
    buttons->addStretch(1);
    column->addWidget(m_lenient);
    column->addLayout(buttons);

    connect(m_form, &RequestForm::changed, this, &RestPage::refresh);
    connect(m_rawBody, &QPlainTextEdit::textChanged, this, &RestPage::rawBodyEdited);
    connect(m_useRawBody, &QCheckBox::toggled, this, &RestPage::useRawBody);
    connect(m_lenient, &QCheckBox::toggled, this, &RestPage::refresh);
    connect(m_send, &QPushButton::clicked, this, &RestPage::send);
    connect(m_cancel, &QPushButton::clicked, this, &RestPage::cancel);
    connect(m_curl, &QPushButton::clicked, this, &RestPage::copyCurl);
    return side;
}

void RestPage::fillCatalogue()
{
    if (m_model.rowCount() > 0)
        return;
    m_model.fill(*m_context.catalogues.get());
    showEndpoint(m_wantedEndpoint.isEmpty() ? kFirstEndpoint : m_wantedEndpoint);
    if (!m_wantedState.isEmpty())
        restore(std::exchange(m_wantedState, {}));
    if (m_search->hasFocus() && m_search->text().isEmpty())
        enter();
}

void RestPage::showEndpoint(const QString& id)
{
    if (m_model.rowCount() == 0) {
        m_wantedEndpoint = id;
        return;
    }
    m_search->clear();
    for (int group = 0; group < m_model.rowCount(); ++group) {
        const QStandardItem* parent = m_model.item(group);
        for (int row = 0; row < parent->rowCount(); ++row) {
            if (parent->child(row)->data(EndpointModel::IdRole).toString() != id)
                continue;
            const QModelIndex index = m_filter.mapFromSource(parent->child(row)->index());
            m_tree->expand(index.parent());
            m_tree->setCurrentIndex(index);
            m_tree->scrollTo(index);
            return;
        }
    }
}

void RestPage::select(const catalogue::Endpoint& endpoint)
{
    if (m_endpoint == &endpoint)
        return;
    keepDraft();
    m_endpoint = &endpoint;
    const auto kept = m_drafts.find(endpoint.id);
    const rest::Draft draft = kept == m_drafts.end() ? rest::defaultDraft(endpoint) : kept->second;
    m_title->setText(text::q(endpoint.title));
    m_inSandbox->setVisible(m_context.catalogues.isInSandbox(endpoint.id));
    m_form->showEndpoint(endpoint, draft);
    // Parts of files are no text.
    m_tabs->setTabVisible(1, endpoint.bodyKind != catalogue::BodyKind::None &&
                                 endpoint.bodyKind != catalogue::BodyKind::Multipart);
    showRawBody(draft);
    m_response->showIdle();
    m_askedOrigin.clear();
    refresh();
}

void RestPage::showRawBody(const rest::Draft& draft)
{
    const QSignalBlocker quietBody(m_rawBody);
    const QSignalBlocker quietUse(m_useRawBody);
    m_writtenBody.clear();
    m_rawBody->setPlainText(text::q(draft.rawBody.value_or(std::string())));
    m_useRawBody->setChecked(draft.rawBody.has_value());
    m_form->setBodyUsed(!draft.rawBody);
}

/// What is typed is meant: it is the body from the first key on.
void RestPage::rawBodyEdited()
{
    if (m_useRawBody->isChecked())
        refresh();
    else
        m_useRawBody->setChecked(true);
}

/// Between the form's body and the written one, which comes back when it is wanted again.
void RestPage::useRawBody(bool used)
{
    m_form->setBodyUsed(!used);
    if (!used) {
        m_writtenBody = m_rawBody->toPlainText();
    } else if (!m_writtenBody.isEmpty()) {
        const QSignalBlocker quiet(m_rawBody);
        m_rawBody->setPlainText(std::exchange(m_writtenBody, {}));
    }
    refresh();
}

/// The tab shows the body that will be sent, also while it comes from the form.
void RestPage::showFormsBody(const std::optional<std::string>& body)
{
    if (m_useRawBody->isChecked())
        return;
    const QSignalBlocker quiet(m_rawBody);
    const QString shown = text::q(body ? base::prettyJson(*body) : std::string());
    if (m_rawBody->toPlainText() != shown)
        m_rawBody->setPlainText(shown);
}

void RestPage::keepDraft()
{
    if (m_endpoint)
        m_drafts[m_endpoint->id] = draft();
}

rest::Draft RestPage::draft() const
{
    rest::Draft draft;
    draft.endpointId = m_endpoint->id;
    draft.values = m_form->values();
    if (m_useRawBody->isChecked())
        draft.rawBody = m_rawBody->toPlainText().toStdString();
    return draft;
}

base::Result<rest::PreparedRequest> RestPage::prepared() const
{
    const project::Project& active = m_context.projects.active();
    rest::Target target = rest::targetOf(active);
    if (active.isSandbox())
        target.host = restOrigin(m_context).toStdString();
    const auto filled = rest::withVariables(draft(), active.activeEnvironment());
    if (!filled)
        return base::fail(filled.error());
    return rest::buildRequest(*m_endpoint, *filled, target,
                              m_lenient->isChecked() ? rest::Strictness::Lenient : rest::Strictness::Strict);
}

/// Rebuilds the request as it would be sent now, and shows it or what is wrong with it.
void RestPage::refresh()
{
    if (!m_endpoint || !m_response)
        return;
    const auto request = prepared();
    m_form->showError({}, {});
    m_banner->hide();
    m_gate->hide(); // what was confirmed is not what would be sent now
    m_send->setEnabled(request.has_value() && !m_running);
    m_curl->setEnabled(request.has_value());
    if (!request) {
        showRequestError(request.error());
        m_call->setText(text::q(m_endpoint->method + ' ' + m_endpoint->path));
        m_preview->clear();
        showFormsBody({});
    } else {
        m_call->setText(text::q(request->method + ' ' + request->url));
        const CallToken* held = m_tokens.held();
        const std::string token = held ? redact::maskToken(held->text.toStdString()) : "007...";
        QString text = text::q(request->method + ' ' + request->url) + QLatin1Char('\n');
        for (const auto& [name, value] : request->headers)
            text += text::q(name + ": " + value) + QLatin1Char('\n');
        if (request->needsToken())
            text += QStringLiteral("Authorization: Bearer ") + text::q(token) + QLatin1Char('\n');
        if (request->body)
            text += QLatin1Char('\n') + text::q(*request->body);
        m_preview->setPlainText(text);
        showFormsBody(request->body);
    }
    showToken();
}

void RestPage::showRequestError(const base::Error& error)
{
    const text::Sentence sentence = text::errorText(error);
    if (!m_form->showError(text::q(error.field), sentence.explanation()))
        m_banner->show(Tone::Bad, sentence.heading(), sentence.hint);
}

void RestPage::showToken()
{
    m_renew->setEnabled(true);
    if (m_endpoint && m_endpoint->auth == catalogue::Auth::None) {
        m_tokenKind->setText(tr("No token is needed."));
        m_countdown->clear({});
        m_renew->setEnabled(false);
        return;
    }
    const CallToken* held = m_tokens.held();
    if (!held) {
        m_tokenKind->setText(tr("An app token will be minted."));
        m_countdown->clear({});
        return;
    }
    m_tokenKind->setText(held->kind);
    m_countdown->setToken(held->issuedAt, held->expiresAt);
}

void RestPage::useToken(const QString& token)
{
    const QString project = text::q(m_context.projects.active().id);
    const ShelvedToken* newest = token.isEmpty() ? m_context.tokens.newestOf(project) : nullptr;
    if (newest)
        m_tokens.use(newest->text);
    else if (!token.isEmpty())
        m_tokens.use(token);
    else
        renew();
    refresh();
    enter();
}

void RestPage::renew()
{
    if (const auto token = m_tokens.renew(); !token)
        return showRequestError(token.error());
    refresh();
}

/// Empty where the call needs none. A user token that it needs is that of the user in its path.
base::Result<std::string> RestPage::tokenText(const rest::PreparedRequest& request)
{
    if (!request.needsToken())
        return std::string();
    const bool ofUser = m_endpoint->auth == catalogue::Auth::User;
    const auto filled = rest::withVariables(draft(), m_context.projects.active().activeEnvironment());
    const std::string userId = ofUser && filled ? rest::actingUser(*m_endpoint, *filled) : std::string();
    return (ofUser ? m_tokens.ofUser(userId) : m_tokens.forApp()).map([](const CallToken& token) {
        return token.text.toStdString();
    });
}

void RestPage::send()
{
    if (!m_endpoint || m_running || m_waitingForSandbox)
        return;
    const auto request = prepared();
    if (!request)
        return showRequestError(request.error());
    const project::Project& active = m_context.projects.active();
    if (active.production && request->method != "GET")
        return m_gate->ask(text::q(active.name), text::q(request->method + ' ' + request->url));
    start();
}

void RestPage::start()
{
    m_elapsed.start();
    m_bytes = 0;
    SandboxHost& sandbox = m_context.sandbox;
    if (m_context.projects.active().isSandbox() && sandbox.state() != SandboxHost::State::Running &&
        sandbox.state() != SandboxHost::State::Elsewhere) {
        m_waitingForSandbox = true;
        setBusy(true);
        sandbox.start();
        return;
    }
    sendNow();
}

void RestPage::sendNow()
{
    m_waitingForSandbox = false;
    const auto giveUp = [this](const base::Error& error) {
        setBusy(false);
        showRequestError(error);
    };
    const auto request = prepared();
    if (!request)
        return giveUp(request.error());
    const auto token = tokenText(*request);
    if (!token)
        return giveUp(token.error());
    const auto ready = rest::toHttpRequest(*request, *token);
    if (!ready)
        return giveUp(ready.error());
    m_asked = {text::q(m_context.projects.active().id),
               text::q(m_endpoint->id),
               restOrigin(m_context),
               text::q(*token),
               {}};
    m_asked.received.sentMs = m_context.clock.nowMs();
    m_askedOrigin = origin();
    m_running = m_context.network.client().send(*ready);
    m_sent = m_endpoint;
    connect(m_running, &http::Call::progress, this, [this](qint64 bytes) { m_bytes = bytes; });
    connect(m_running, &http::Call::finished, this, &RestPage::finish);
    setBusy(true);
    showToken();
}

void RestPage::finish(const http::Outcome& outcome)
{
    m_running = nullptr;
    setBusy(false);
    if (outcome.answered())
        noteAnswer(outcome.response);
    if (m_sent == m_endpoint) {
        m_response->showOutcome(outcome, *m_endpoint, m_context.catalogues.errors());
        showWhoseAnswer();
    } else {
        m_response->showIdle(); // the user has gone on to another endpoint
    }
    Q_EMIT m_context.bus.messageRaised(
        outcome.error ? text::errorText(*outcome.error).line()
                      : tr("%1 answered %2.").arg(text::q(m_sent->title)).arg(outcome.response.status),
        outcome.error.has_value());
}

/// For whom a call is made: the project, and its environment where it has one.
QString RestPage::origin() const
{
    const project::Project& active = m_context.projects.active();
    const QString name = text::q(active.name);
    const project::Environment* environment = active.activeEnvironment();
    return environment ? tr("%1, %2", "project, environment").arg(name, text::q(environment->name)) : name;
}

/// An answer under the head of another project would be taken for that one's.
void RestPage::showWhoseAnswer()
{
    const bool others = !m_running && !m_askedOrigin.isEmpty() && m_askedOrigin != origin();
    m_response->showOrigin(others ? m_askedOrigin : QString());
}

/// What the inspector and the clock in the status bar make of it.
void RestPage::noteAnswer(const http::Response& response)
{
    diagnosis::Received& received = m_asked.received;
    received.status = response.status;
    received.body = response.body.bytes(kDiagnosedBytes).toStdString();
    received.date = response.header("Date").toStdString();
    const http::Timings& timings = response.timings;
    received.receivedMs = received.sentMs + (timings.firstByte >= 0 ? timings.firstByte : timings.end);
    m_context.answers.add(std::exchange(m_asked, {}));
}

bool RestPage::cancel()
{
    if (m_gate->isVisible()) {
        m_gate->hide();
        enter();
        return true;
    }
    if (m_waitingForSandbox) {
        m_waitingForSandbox = false;
        setBusy(false);
        m_response->showIdle();
        return true;
    }
    if (!m_running)
        return false;
    m_running->cancel();
    return true;
}

void RestPage::setBusy(bool busy)
{
    // Send and Cancel stand in the same place; whoever had the focus hands it to the other.
    QPushButton* shown = busy ? m_cancel : m_send;
    QPushButton* hidden = busy ? m_send : m_cancel;
    shown->setVisible(true);
    if (hidden->hasFocus())
        shown->setFocus();
    hidden->setVisible(false);
    m_send->setEnabled(!busy && m_endpoint);
    if (busy) {
        m_response->showBusy(0, 0);
        m_busyTimer.start();
    } else {
        m_busyTimer.stop();
    }
}

void RestPage::copyCurl()
{
    const auto request = prepared();
    if (!request)
        return;
    const auto token = tokenText(*request);
    if (!token)
        return showRequestError(token.error());
    m_context.clipboard.copySecret(text::q(rest::toCurl(*request, *token)));
    showToken();
    Q_EMIT m_context.bus.messageRaised(tr("Copied as a curl line, with the token in it."), false);
}

void RestPage::enter()
{
    if (m_endpoint)
        m_form->focusFirst();
    else
        m_search->setFocus();
}

void RestPage::runPrimary()
{
    send();
}

QVariantMap RestPage::state() const
{
    if (!m_endpoint)
        return {};
    QVariantMap values;
    for (const auto& [name, value] : m_form->values())
        values.insert(text::q(name), text::q(value));
    const CallToken* held = m_tokens.held();
    return {{QStringLiteral("endpoint"), text::q(m_endpoint->id)},
            {QStringLiteral("values"), values},
            {QStringLiteral("rawBody"), m_rawBody->toPlainText()},
            {QStringLiteral("useRawBody"), m_useRawBody->isChecked()},
            {QStringLiteral("token"), held ? held->text : QString()}};
}

void RestPage::restore(const QVariantMap& state)
{
    if (state.isEmpty())
        return;
    if (m_model.rowCount() == 0) {
        m_wantedState = state;
        return;
    }
    rest::Draft draft;
    draft.endpointId = state.value(QStringLiteral("endpoint")).toString().toStdString();
    const QVariantMap values = state.value(QStringLiteral("values")).toMap();
    for (auto value = values.begin(); value != values.end(); ++value)
        draft.values.emplace_back(value.key().toStdString(), value.value().toString().toStdString());
    if (state.value(QStringLiteral("useRawBody")).toBool())
        draft.rawBody = state.value(QStringLiteral("rawBody")).toString().toStdString();
    m_endpoint = nullptr;
    m_drafts[draft.endpointId] = draft;
    if (const auto* endpoint = m_context.catalogues.get()->find(draft.endpointId)) {
        showEndpoint(text::q(draft.endpointId));
        if (m_endpoint != endpoint)
            select(*endpoint);
    }
    if (const QString token = state.value(QStringLiteral("token")).toString(); !token.isEmpty())
        useToken(token);
}

} // namespace ui
