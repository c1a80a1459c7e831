// SPDX-License-Identifier: Apache-2.0
#include "ui/mint/MintPage.h"

#include "core/base/Clock.h"
#include "core/base/Duration.h"
#include "core/base/Time.h"
#include "core/project/Errors.h"
#include "core/project/UserId.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"
#include "core/token/Errors.h"
#include "core/token/IssueTime.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/TokenShelf.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/QrCode.h"
#include "ui/widgets/Ticker.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <charconv>
#include <limits>

namespace ui {
namespace {

enum ExpiryMode { After, At };

constexpr std::int64_t kU32Max = std::numeric_limits<std::uint32_t>::max();

/// A whole number of 32 bits from a field of the form.
base::Result<std::uint32_t> number(const QString& text, std::string_view field)
{
    const std::string digits = text.trimmed().toStdString();
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return base::fail(token::errors::kOutOfRange, field,
                          std::vector{digits, std::string("0"), std::to_string(kU32Max)});
    return value;
}

} // namespace

MintPage::MintPage(Context& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("mintPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(label(tr("Mint a Chat token"), "title", this));
    m_banner = new Banner(this);
    m_banner->setObjectName(QStringLiteral("mintBanner"));
    column->addWidget(m_banner);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildForm());
    splitter->addWidget(buildResult());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 640});
    column->addWidget(splitter, 1);

    connect(&context.bus, &Bus::activeProjectChanged, this, &MintPage::refresh);
    connect(&context.bus, &Bus::projectsChanged, this, &MintPage::refresh);
    connect(QApplication::clipboard(), &QClipboard::changed, this, &MintPage::followClipboard);
    drawNew();
    m_built = true;
    refresh();
}

QWidget* MintPage::buildForm()
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(260);
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(6);

    m_kind = named(new QComboBox, "tokenType", tr("Token type"));
    m_kind->addItem(icon(QStringLiteral("user")), tr("Chat user token"));
    m_kind->addItem(icon(QStringLiteral("app-window")), tr("Chat app token"));
    auto* kindCaption = label(tr("Token type"));
    kindCaption->setBuddy(m_kind);
    column->addWidget(kindCaption);
    column->addWidget(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MintPage::refresh);

    m_userBlock = new QWidget;
    auto* userColumn = new QVBoxLayout(m_userBlock);
    userColumn->setContentsMargins(0, 6, 0, 0);
    userColumn->setSpacing(6);
    m_user = addFieldRow(userColumn, tr("User ID"), "userId");
    connect(m_user.edit, &QLineEdit::textChanged, this, &MintPage::refresh);
    m_user.edit->setPlaceholderText(tr("user ID or UUID, such as alice"));
    m_user.edit->setText(QStringLiteral("alice"));
    m_doubt = new Banner;
    m_doubt->setObjectName(QStringLiteral("userIdDoubt"));
    userColumn->addWidget(m_doubt);
    column->addWidget(m_userBlock);

    column->addSpacing(6);
    auto* expiryRow = new QHBoxLayout;
    auto* expiryCaption = label(tr("Expires"));
    m_expiryMode = named(new QComboBox, "expiryMode", tr("Expiry given as"));
    m_expiryMode->addItems({tr("after a time"), tr("at a date")});
    expiryRow->addWidget(expiryCaption);
    expiryRow->addWidget(m_expiryMode, 1);
    column->addLayout(expiryRow);
    m_expiry = new QStackedWidget;
    m_expiry->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_duration.edit = named(new QLineEdit(QStringLiteral("1h")), "expiresIn", tr("Expires in"));
    m_duration.edit->setPlaceholderText(tr("3600, 90s, 1h30m or 24h"));
    m_duration.edit->setToolTip(tr("Seconds, or a length of time such as 1h30m."));
    m_until =
        named(new QDateTimeEdit(QDateTime::currentDateTime().addSecs(86400)), "expiresAt", tr("Expires at"));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_until->setCalendarPopup(true);
    m_expiry->addWidget(m_duration.edit);
    auto* until = new QWidget;
    auto* untilRow = new QHBoxLayout(until);
    untilRow->setContentsMargins(0, 0, 0, 0);
    m_zone = label({}, "muted");
    m_zone->setObjectName(QStringLiteral("expiresAtZone"));
    untilRow->addWidget(m_until, 1);
    untilRow->addWidget(m_zone);
    m_expiry->addWidget(until);
    column->addWidget(m_expiry);
    m_duration.error = makeErrorLabel();
    column->addWidget(m_duration.error);
    connect(m_duration.edit, &QLineEdit::textChanged, this, &MintPage::refresh);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &MintPage::refresh);
    connect(m_expiryMode, &QComboBox::currentIndexChanged, this, [this](int mode) {
        m_expiry->setCurrentIndex(mode);
        refresh();
    });
    auto* presets = new QHBoxLayout;
    presets->setSpacing(6);
    for (const char* preset : {"10m", "1h", "12h", "24h"}) {
        const QString text = QLatin1String(preset);
        auto* choice = named(new QPushButton(text), qPrintable(QStringLiteral("preset") + text),
                             tr("Expires in %1").arg(text));
        choice->setAutoDefault(false);
        connect(choice, &QPushButton::clicked, this, [this, text] {
            m_expiryMode->setCurrentIndex(After);
            m_duration.edit->setText(text);
        });
        presets->addWidget(choice);
    }
    column->addLayout(presets);

    column->addSpacing(8);
    m_advancedToggle = named(button(tr("Salt and issue time"), QStringLiteral("pin")), "advanced",
                             tr("Salt and issue time"));
    m_advancedToggle->setCheckable(true);
    column->addWidget(m_advancedToggle);
    column->addWidget(buildAdvanced());
    connect(m_advancedToggle, &QPushButton::toggled, m_advanced, &QWidget::setVisible);

    column->addSpacing(10);
    m_mint =
        named(button(tr("Mint token"), QStringLiteral("key-round"), true), "mintToken", tr("Mint token"));
    m_mint->setToolTip(tr("New salt and issue time, and the token goes on Home's list (Ctrl+Enter)"));
    connect(m_mint, &QPushButton::clicked, this, &MintPage::mint);
    column->addWidget(m_mint);
    column->addStretch(1);
    scroll->setWidget(form);
    return scroll;
}

QWidget* MintPage::buildAdvanced()
{
    m_advanced = new QWidget;
    auto* column = new QVBoxLayout(m_advanced);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    // The pin stands beside the field, so the row is laid out anew.
    const auto addRow = [&](const QString& title, const char* objectName, const QString& pinName,
                            QToolButton*& pin) {
        const FieldRow row = addFieldRow(column, title, objectName);
        row.edit->setFont(monospace());
        pin = named(new QToolButton, qPrintable(QLatin1String(objectName) + QStringLiteral("Pin")), pinName);
        pin->setCheckable(true);
        pin->setIcon(icon(QStringLiteral("pin")));
        pin->setToolTip(pinName);
        auto* line = new QHBoxLayout;
        line->setSpacing(4);
        const int at = column->indexOf(row.edit);
        column->removeWidget(row.edit);
        line->addWidget(row.edit, 1);
        line->addWidget(pin);
        column->insertLayout(at, line);
        // Whoever types a value wants it kept.
        connect(row.edit, &QLineEdit::textEdited, this, [pin] { pin->setChecked(true); });
        connect(row.edit, &QLineEdit::textChanged, this, &MintPage::refresh);
        return row;
    };
    m_salt = addRow(tr("Salt"), "salt", tr("Keep this salt when minting"), m_saltPin);
    m_issued = addRow(tr("Issue time"), "issueTime", tr("Keep this issue time when minting"), m_issuedPin);
    m_issued.edit->setToolTip(tr("Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z"));
    column->addWidget(
        paragraph(tr("The same inputs give the same token. Pinned values are kept when you mint."), "muted"));
    m_advanced->hide();
    return m_advanced;
}

QWidget* MintPage::buildResult()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);

    auto* head = new QHBoxLayout;
    m_stage = label({}, "heading");
    m_countdown = new Countdown(m_context.ticker);
    head->addWidget(m_stage);
    head->addStretch(1);
    head->addWidget(m_countdown);
    column->addLayout(head);

    m_token = named(new QPlainTextEdit, "token", tr("Token"));
    m_token->setReadOnly(true);
    new Veil(m_token, m_context.presenter);
    m_token->setTabChangesFocus(true);
    m_token->setFont(monospace());
    m_token->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_token->setWordWrapMode(QTextOption::WrapAnywhere);
    m_token->setFixedHeight(m_token->fontMetrics().lineSpacing() * 4 + 16);
    column->addWidget(m_token);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_copy = named(button(tr("Copy token"), QStringLiteral("copy")), "copyToken", tr("Copy token"));
    m_useForRest =
        named(button(tr("Use for REST"), QStringLiteral("send")), "useForRest", tr("Use for REST"));
    m_inspect =
        named(button(tr("Inspect"), QStringLiteral("scan-search")), "inspectToken", tr("Inspect this token"));
    m_qr = named(button(tr("QR code"), QStringLiteral("qr-code")), "showQrCode", tr("QR code"));
    for (QPushButton* each : {m_copy, m_useForRest, m_inspect, m_qr})
        buttons->addWidget(each);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &MintPage::copy);
    connect(m_useForRest, &QPushButton::clicked, this,
            [this] { Q_EMIT m_context.bus.useForRestRequested(handOut()); });
    connect(m_inspect, &QPushButton::clicked, this,
            [this] { Q_EMIT m_context.bus.inspectRequested(handOut()); });
    connect(m_qr, &QPushButton::clicked, this, [this] {
        auto* dialog = new QrDialog(tr("Token as QR code"), handOut(), m_context.presenter, this);
        dialog->show();
    });

    column->addSpacing(4);
    column->addWidget(label(tr("What is inside"), "heading"));
    auto* fields = named(makeFieldTable(m_fields, side), "fields", tr("Fields"));
    fields->setColumnHidden(FieldModel::Layout, true);
    new Veil(fields, m_context.presenter); // with the signature it is the token
    column->addWidget(fields, 1);
    return side;
}

void MintPage::prepare(bool userToken, const QString& userId, const QString& expiresIn)
{
    m_kind->setCurrentIndex(userToken ? 0 : 1);
    if (!userId.isEmpty())
        m_user.edit->setText(userId);
    if (!expiresIn.isEmpty()) {
        m_expiryMode->setCurrentIndex(After);
        m_duration.edit->setText(expiresIn);
    }
    enter();
}

void MintPage::enter()
{
    if (isUserToken()) {
        m_user.edit->setFocus();
        m_user.edit->selectAll();
    } else {
        m_kind->setFocus();
    }
}

void MintPage::runPrimary()
{
    mint();
}

QVariantMap MintPage::state() const
{
    return {{QStringLiteral("kind"), m_kind->currentIndex()},
            {QStringLiteral("user"), m_user.edit->text()},
            {QStringLiteral("mode"), m_expiryMode->currentIndex()},
            {QStringLiteral("duration"), m_duration.edit->text()},
            {QStringLiteral("until"), m_until->dateTime()},
            {QStringLiteral("advanced"), m_advancedToggle->isChecked()},
            {QStringLiteral("salt"), m_salt.edit->text()},
            {QStringLiteral("saltPinned"), m_saltPin->isChecked()},
            {QStringLiteral("issued"), m_issued.edit->text()},
            {QStringLiteral("issuedPinned"), m_issuedPin->isChecked()}};
}

void MintPage::restore(const QVariantMap& state)
{
    const auto value = [&](const char* name) { return state.value(QLatin1String(name)); };
    m_kind->setCurrentIndex(value("kind").toInt());
    m_user.edit->setText(value("user").toString());
    m_duration.edit->setText(value("duration").toString());
    m_until->setDateTime(value("until").toDateTime());
    m_expiryMode->setCurrentIndex(value("mode").toInt());
    m_advancedToggle->setChecked(value("advanced").toBool());
    m_salt.edit->setText(value("salt").toString());
    m_saltPin->setChecked(value("saltPinned").toBool());
    m_issued.edit->setText(value("issued").toString());
    m_issuedPin->setChecked(value("issuedPinned").toBool());
}

bool MintPage::isUserToken() const
{
    return m_kind->currentIndex() == 0;
}

/// Takes a new salt and the present second, where they are not pinned.
void MintPage::drawNew()
{
    m_drawnSalt = project::randomSalt();
    m_drawnIssue = m_context.clock.now();
    if (!m_saltPin->isChecked())
        m_salt.edit->setText(QString::number(m_drawnSalt));
    if (!m_issuedPin->isChecked())
        m_issued.edit->setText(QString::number(m_drawnIssue));
}

base::Result<project::ChatTokenRequest> MintPage::request() const
{
    project::ChatTokenRequest request;
    request.forApp = !isUserToken();
    request.userId = m_user.edit->text().toStdString();
    const auto salt = number(m_salt.edit->text(), "salt");
    if (!salt)
        return base::fail(salt.error());
    request.salt = *salt;

    const QString written = m_issued.edit->text().trimmed();
    auto issued = written == QString::number(m_drawnIssue)
                      ? token::issueTime(m_drawnIssue).map([](std::uint32_t ts) { return std::int64_t{ts}; })
                      : base::parseTime(written.toStdString());
    if (!issued) {
        issued.error().field = "issue_ts";
        return base::fail(issued.error());
    }
    if (*issued < 0 || *issued > kU32Max)
        return base::fail(token::errors::kOutOfRange, "issue_ts",
                          std::vector{std::to_string(*issued), std::string("0"), std::to_string(kU32Max)});
    request.issueTs = *issued;

    if (m_expiryMode->currentIndex() == At) {
        const std::int64_t life = m_until->dateTime().toSecsSinceEpoch() - *issued;
        if (life < 0 || life > kU32Max)
            return base::fail(token::errors::kOutOfRange, "expire",
                              std::vector{std::to_string(life), std::string("0"), std::to_string(kU32Max)});
        request.expire = static_cast<std::uint32_t>(life);
    } else {
        auto duration = base::parseDuration(m_duration.edit->text().trimmed().toStdString());
        if (!duration) {
            duration.error().field = "expire";
            return base::fail(duration.error());
        }
        request.expire = *duration;
    }
    return request;
}

void MintPage::refresh()
{
    if (!m_built)
        return;
    m_userBlock->setVisible(isUserToken());
    for (const FieldRow* row : {&m_user, &m_duration, &m_salt, &m_issued})
        row->setError({});
    showDoubt();
    m_zone->setText(text::zone(m_until->dateTime()));
    const auto wanted = request();
    if (!wanted) {
        showError(wanted.error());
        return;
    }
    const auto token =
        project::mintChatToken(project::activeCredentials(m_context.projects, m_context.secrets), *wanted);
    if (token)
        showToken(text::q(*token), *wanted);
    else
        showError(token.error());
}

void MintPage::mint()
{
    drawNew();
    const auto wanted = request();
    const auto token =
        wanted ? project::mintChatToken(project::activeCredentials(m_context.projects, m_context.secrets),
                                        *wanted)
               : base::fail(wanted.error());
    if (!token) {
        showError(token.error());
        return;
    }
    list(text::q(*token), *wanted);
    showToken(text::q(*token), *wanted);
    Q_EMIT m_context.bus.messageRaised(tr("Token minted."), false);
}

void MintPage::copy()
{
    m_context.clipboard.copySecret(handOut());
    Q_EMIT m_context.bus.messageRaised(tr("Token copied."), false);
}

void MintPage::list(const QString& text, const project::ChatTokenRequest& request)
{
    const project::Project& project = m_context.projects.active();
    m_context.tokens.add({text, request.forApp ? TokenKind::App : TokenKind::User,
                          request.forApp ? QString() : text::q(request.userId), text::q(project.id),
                          text::q(project.name), request.issueTs, request.expiresAt()});
}

/// The token shown, for whoever takes it away. It is the one that is seen: no new salt is drawn.
QString MintPage::handOut()
{
    QString text = m_token->toPlainText();
    if (const auto preview = std::exchange(m_preview, {})) {
        list(text, *preview);
        showStage(true);
    }
    return text;
}

/// Keys, the context menu and the mouse copy what is selected in the view. The whole token has left then, and
/// is cleared from the clipboard as one that the button copies.
void MintPage::followClipboard(QClipboard::Mode mode)
{
    const QString shown = m_token->toPlainText();
    const bool selected = !shown.isEmpty() && m_token->textCursor().selectedText() == shown;
    if (!selected || (!m_preview && mode == QClipboard::Selection))
        return; // another program is not asked for what it copied
    const QMimeData* copied = QApplication::clipboard()->mimeData(mode);
    if (!copied || copied->text() != shown)
        return;
    const bool bySelection =
        mode == QClipboard::Clipboard && !copied->hasFormat(ClipboardGuard::secretHint());
    const QString text = handOut();
    if (bySelection)
        m_context.clipboard.copySecret(text);
}

void MintPage::showStage(bool listed)
{
    m_stage->setText(listed ? tr("Token") : tr("Preview"));
    m_stage->setToolTip(
        listed ? QString()
               : tr("A working token with the salt and issue time of the form. It goes on Home's "
                    "list when it is minted, copied or used."));
}

/// What the documents say against the user ID. The token is made all the same.
void MintPage::showDoubt()
{
    const auto doubt = isUserToken() ? project::userIdDoubt(m_user.edit->text().toStdString())
                                     : std::optional<std::string_view>();
    if (!doubt)
        return m_doubt->hide();
    const text::Sentence sentence = text::errorText(base::makeError(*doubt));
    m_doubt->show(Tone::Warning, sentence.heading(), sentence.hint);
}

void MintPage::showToken(const QString& text, const project::ChatTokenRequest& request)
{
    const bool listed = m_context.tokens.contains(text);
    m_preview = listed ? std::nullopt : std::optional(request);
    showStage(listed);
    m_token->setPlainText(text);
    m_countdown->setToken(request.issueTs, request.expiresAt());
    for (QPushButton* each : {m_copy, m_inspect, m_qr, m_useForRest})
        each->setEnabled(true);
    m_useForRest->setVisible(request.forApp);

    const project::Credentials signer = project::activeCredentials(m_context.projects, m_context.secrets);
    const token::Candidate candidate{signer.project.name, signer.project.appId, signer.certificate.view(),
                                     true};
    token::InspectOptions options;
    options.now = m_context.clock.now();
    options.candidates = {&candidate, 1};
    m_fields.clear();
    m_inspection = token::inspect(text.toStdString(), options);
    m_fields.setInspection(m_inspection);
    if (m_inspection.problems.empty()) {
        m_banner->hide();
        return;
    }
    const text::Finding finding = text::problemText(m_inspection.problems.front());
    const bool bad = m_inspection.problems.front().severity() == token::Severity::Error;
    m_banner->show(bad ? Tone::Bad : Tone::Warning, finding.message, finding.hint);
}

void MintPage::showError(const base::Error& error)
{
    const text::Sentence sentence = text::errorText(error);
    m_preview.reset();
    m_stage->setText(tr("No token"));
    m_token->clear();
    m_fields.clear();
    m_countdown->clear(tr("Nothing to count"));
    for (QPushButton* each : {m_copy, m_inspect, m_qr, m_useForRest})
        each->setEnabled(false);
    const std::pair<std::string_view, const FieldRow*> rows[] = {
        {"user_id", &m_user}, {"expire", &m_duration}, {"salt", &m_salt}, {"issue_ts", &m_issued}};
    for (const auto& [field, row] : rows) {
        if (error.field == field) {
            row->setError(sentence.explanation());
            if (row == &m_salt || row == &m_issued)
                m_advancedToggle->setChecked(true);
            m_banner->hide();
            return;
        }
    }
    m_banner->show(Tone::Bad, sentence.why, sentence.hint);
}

} // namespace ui
