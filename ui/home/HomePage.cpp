// SPDX-License-Identifier: Apache-2.0
#include "ui/home/HomePage.h"

#include "core/base/Clock.h"
#include "core/project/Mint.h"
#include "core/diagnosis/Paste.h"
#include "core/project/Certificates.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/token/Inspector.h"
#include "ui/shell/Actions.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Settings.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"
#include "ui/widgets/Presenter.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

QLabel* keyLabel(const QString& keys)
{
    QLabel* made = label(keyText(QKeySequence(keys)), "key");
    made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return made;
}

} // namespace

HomePage::HomePage(Context& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("homePage"));
    QVBoxLayout* column = scrolledColumn(this);
    column->addWidget(label(tr("Chat Token Console"), "title"));
    m_firstRun = buildFirstRun();
    column->addWidget(m_firstRun);
    column->addWidget(buildPaste());
    m_tokenCard = buildTokens();
    column->addWidget(m_tokenCard, 1);
    column->addStretch(0);

    connect(&context.tokens, &QAbstractItemModel::rowsInserted, this, &HomePage::showTokens);
    connect(&context.tokens, &QAbstractItemModel::rowsRemoved, this, &HomePage::showTokens);
    showTokens();
}

QFrame* HomePage::buildFirstRun()
{
    QFrame* box = card();
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Create a user in three keys"), "heading"));
    head->addStretch(1);
    auto* done = named(button(tr("Hide"), QStringLiteral("x")), "hideFirstRun", tr("Hide the first steps"));
    connect(done, &QPushButton::clicked, this, [this] {
        m_context.settings.setFirstRunDone(true);
        m_firstRun->hide();
        m_paste->setFocus();
    });
    head->addWidget(done);
    column->addLayout(head);
    column->addWidget(paragraph(tr("The sandbox is an Agora Chat inside this program: tokens are checked for "
                                   "real, nothing leaves this computer."),
                                "muted"));
    const std::pair<const char*, QString> steps[] = {
        {"Ctrl+Return", tr("mints an app token of the sandbox project")},
        {"Ctrl+Shift+U", tr("takes it to the REST page, where “Register one user” is ready with user alice")},
        {"Ctrl+Return", tr("sends the request: the answer is 200, with the new user in it")}};
    for (std::size_t i = 0; i < 3; ++i) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(label(QString::number(i + 1), "heading"));
        row->addWidget(keyLabel(QLatin1String(steps[i].first)));
        row->addWidget(paragraph(steps[i].second), 1);
        column->addLayout(row);
    }
    auto* go = named(button(tr("Mint an app token"), QStringLiteral("key-round"), true), "firstMint",
                     tr("Mint an app token"));
    connect(go, &QPushButton::clicked, this, &HomePage::mintAppToken);
    auto* next =
        named(button(tr("Use it for REST"), QStringLiteral("send")), "firstUse", tr("Use it for REST"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT m_context.bus.useForRestRequested({}); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(go);
    buttons->addWidget(next);
    buttons->addStretch(1);
    column->addLayout(buttons);
    box->setVisible(!m_context.settings.firstRunDone());
    return box;
}

QFrame* HomePage::buildPaste()
{
    QFrame* box = card();
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->addWidget(label(tr("Paste anything"), "heading"));
    m_paste = named(new QPlainTextEdit, "pasteBox", tr("Paste anything"));
    m_paste->setPlaceholderText(
        tr("A token, a curl line, headers, an error's body, an App ID, or a project's data from the Agora "
           "Console"));
    m_paste->setTabChangesFocus(true);
    m_paste->setFixedHeight(m_paste->fontMetrics().lineSpacing() * 3 + 16);
    column->addWidget(m_paste);
    new Veil(m_paste, m_context.presenter);
    m_pasteHint = new Banner;
    m_pasteHint->setObjectName(QStringLiteral("pasteHint"));
    m_pasteHint->hide();
    column->addWidget(m_pasteHint);
    auto* row = new QHBoxLayout;
    auto* go =
        named(button(tr("Open"), QStringLiteral("arrow-right")), "openPasted", tr("Open what was pasted"));
    row->addWidget(go);
    row->addStretch(1);
    column->addLayout(row);
    connect(go, &QPushButton::clicked, this, &HomePage::route);
    return box;
}

QFrame* HomePage::buildTokens()
{
    QFrame* box = card();
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->addWidget(label(tr("Tokens of this session"), "heading"));
    m_empty = paragraph(tr("None yet. Mint one with Ctrl+Enter here, or on the page Mint (Alt+2). "
                           "Tokens are kept in memory only and are gone when the program ends."),
                        "muted");
    column->addWidget(m_empty);
    m_tokens = named(new QTableView, "tokens", tr("Tokens of this session"));
    m_tokens->setModel(&m_context.tokens);
    m_tokens->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tokens->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tokens->setShowGrid(false);
    m_tokens->setTabKeyNavigation(false);
    m_tokens->verticalHeader()->hide();
    m_tokens->verticalHeader()->setDefaultSectionSize(m_tokens->fontMetrics().height() + 12);
    QHeaderView* header = m_tokens->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    const int character = m_tokens->fontMetrics().averageCharWidth();
    header->resizeSection(TokenShelf::Kind, character * 18);
    header->resizeSection(TokenShelf::Subject, character * 22);
    header->resizeSection(TokenShelf::Project, character * 18);
    header->resizeSection(TokenShelf::Expires, character * 34);
    header->setStretchLastSection(true);
    column->addWidget(m_tokens, 1);

    m_tokenButtons = new QWidget;
    auto* row = new QHBoxLayout(m_tokenButtons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const char* iconName, const char* objectName, auto run) {
        auto* each = named(button(text, QLatin1String(iconName)), objectName, text);
        connect(each, &QPushButton::clicked, this, [this, run] {
            if (const ShelvedToken* token = m_context.tokens.at(selectedToken().row()))
                run(*token);
        });
        row->addWidget(each);
        offerInMenu(m_tokens, each);
    };
    add(tr("Copy token"), "copy", "copySelected", [this](const ShelvedToken& token) {
        m_context.clipboard.copySecret(token.text);
        Q_EMIT m_context.bus.messageRaised(tr("Token copied."), false);
    });
    add(tr("Inspect"), "scan-search", "inspectSelected",
        [this](const ShelvedToken& token) { Q_EMIT m_context.bus.inspectRequested(token.text); });
    add(tr("Mint again"), "refresh-cw", "mintAgain", [this](const ShelvedToken& token) {
        Q_EMIT m_context.bus.mintRequested(token.kind == TokenKind::User, token.userId);
    });
    add(tr("Forget"), "trash-2", "forgetSelected",
        [this](const ShelvedToken&) { m_context.tokens.remove(selectedToken().row()); });
    row->addStretch(1);
    column->addWidget(m_tokenButtons);
    connect(m_tokens, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const ShelvedToken* token = m_context.tokens.at(index.row()))
            Q_EMIT m_context.bus.inspectRequested(token->text);
    });
    return box;
}

void HomePage::showFirstSteps()
{
    m_context.settings.setFirstRunDone(false);
    m_firstRun->show();
}

void HomePage::enter()
{
    m_paste->setFocus();
}

void HomePage::runPrimary()
{
    if (m_paste->toPlainText().trimmed().isEmpty())
        mintAppToken();
    else
        route();
}

QVariantMap HomePage::state() const
{
    return {{QStringLiteral("pasted"), m_paste->toPlainText()}};
}

void HomePage::restore(const QVariantMap& state)
{
    m_paste->setPlainText(state.value(QStringLiteral("pasted")).toString());
}

void HomePage::mintAppToken()
{
    const project::Credentials signer = project::activeCredentials(m_context.projects, m_context.secrets);
    const project::ChatTokenRequest request = project::newAppToken(m_context.clock);
    const auto token = project::mintChatToken(signer, request);
    if (!token) {
        Q_EMIT m_context.bus.messageRaised(text::errorText(token.error()).line(), true);
        return;
    }
    m_context.tokens.add({text::q(*token),
                          TokenKind::App,
                          {},
                          text::q(signer.project.id),
                          text::q(signer.project.name),
                          request.issueTs,
                          request.expiresAt()});
    Q_EMIT m_context.bus.messageRaised(tr("App token minted. Ctrl+Shift+U takes it to the REST page."),
                                       false);
}

/// Sends what was pasted to the page that can do something with it.
void HomePage::route()
{
    using diagnosis::PasteKind;
    const QString pasted = m_paste->toPlainText();
    const auto certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    const diagnosis::Paste found =
        diagnosis::classify(pasted.toStdString(), project::candidates(certificates));
    m_pasteHint->hide();
    switch (found.kind) {
    case PasteKind::Nothing:
        return sayHere(Tone::Info, tr("Paste something first."));
    case PasteKind::Certificate: // not even kept in the box
        sayHere(Tone::Warning, tr("This is an App Certificate, a secret. It was taken out of the box."),
                tr("It belongs to its project on the page Projects. Clear it from the clipboard."));
        break;
    case PasteKind::Project:
        Q_EMIT m_context.bus.projectPasted(pasted);
        break;
    case PasteKind::AppId:
        routeAppId(found);
        break;
    case PasteKind::Curl:
    case PasteKind::Headers:
    case PasteKind::ErrorAnswer:
        Q_EMIT m_context.bus.refusalRequested(pasted);
        break;
    case PasteKind::Token:
    case PasteKind::Other:
        Q_EMIT m_context.bus.inspectRequested(pasted);
        break;
    }
    m_paste->clear();
}

/// To its project, or to the form of a new one.
void HomePage::routeAppId(const diagnosis::Paste& paste)
{
    const auto known = m_context.projects.find(paste.knownProject);
    if (!paste.knownProject.empty() && known)
        return Q_EMIT m_context.bus.projectShown(text::q(known->id));
    Q_EMIT m_context.bus.projectPasted(QStringLiteral("App ID: ") + text::q(paste.appId));
    Q_EMIT m_context.bus.messageRaised(
        tr("Taken as an App ID. A certificate looks the same: if it is one, put it into its own field."),
        false);
}

void HomePage::sayHere(Tone tone, const QString& text, const QString& hint)
{
    m_pasteHint->show(tone, text, hint);
    m_pasteHint->setVisible(true);
}

void HomePage::showTokens()
{
    const bool any = m_context.tokens.rowCount() > 0;
    m_empty->setVisible(!any);
    m_tokenCard->setSizePolicy(QSizePolicy::Preferred, any ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    m_tokens->setVisible(any);
    m_tokenButtons->setVisible(any);
    m_context.tokens.setNow(m_context.clock.now());
    const int rows = qBound(2, m_context.tokens.rowCount(), 8);
    m_tokens->setMinimumHeight(m_tokens->horizontalHeader()->sizeHint().height() +
                               rows * m_tokens->verticalHeader()->defaultSectionSize() + 8);
    if (any && !m_tokens->currentIndex().isValid())
        m_tokens->selectRow(0);
}

QModelIndex HomePage::selectedToken() const
{
    const QModelIndex current = m_tokens->currentIndex();
    return current.isValid() ? current : m_context.tokens.index(0, 0);
}

} // namespace ui
