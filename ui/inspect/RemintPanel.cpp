// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/RemintPanel.h"

#include "core/base/Duration.h"
#include "core/base/Utf8.h"
#include "core/project/ProjectStore.h"
#include "core/text/CompareText.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/inspect/Tables.h"
#include "ui/inspect/Words.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr std::size_t kLongestEdited = 1024; // bytes of a user ID; the documented ones have 64 characters

} // namespace

RemintPanel::RemintPanel(Context& context, const Examined& examined)
    : Panel(context, examined)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildForm());
    splitter->addWidget(buildResult());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 660});
    column->addWidget(splitter, 1);
}

QWidget* RemintPanel::buildForm()
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(180);
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(4);
    auto* caption = label(tr("Certificate"));
    m_certificate = named(new QComboBox, "remintCertificate", tr("Certificate to sign with"));
    m_certificate->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    caption->setBuddy(m_certificate);
    column->addWidget(caption);
    column->addWidget(m_certificate);
    m_appId = addFieldRow(column, tr("App ID"), "remintAppId");
    m_userBlock = new QWidget;
    auto* userColumn = new QVBoxLayout(m_userBlock);
    userColumn->setContentsMargins(0, 0, 0, 0);
    userColumn->setSpacing(4);
    m_user = addFieldRow(userColumn, tr("User ID"), "remintUser");
    column->addWidget(m_userBlock);
    m_expire = addFieldRow(column, tr("Expires in"), "remintExpire");
    auto* reset = named(button(tr("As in the token"), QStringLiteral("refresh-cw")), "remintReset",
                        tr("Take the inputs from the token again"));
    column->addSpacing(4);
    column->addWidget(reset, 0, Qt::AlignLeft);
    column->addWidget(
        paragraph(tr("Salt and issue time are always the token's. Nothing leaves this computer."), "muted"));
    column->addStretch(1);
    scroll->setWidget(form);
    for (const FieldRow& row : {m_appId, m_user, m_expire})
        connect(row.edit, &QLineEdit::textEdited, this, &RemintPanel::remint);
    connect(m_certificate, &QComboBox::currentIndexChanged, this, &RemintPanel::remint);
    connect(reset, &QPushButton::clicked, this, [this] {
        fillInputs();
        remint();
    });
    return scroll;
}

QWidget* RemintPanel::buildResult()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);
    m_result = new Banner;
    m_result->setObjectName(QStringLiteral("remintResult"));
    column->addWidget(m_result);
    m_producer = paragraph({}, "muted");
    m_producer->setObjectName(QStringLiteral("producer"));
    column->addWidget(m_producer);
    m_differences = makeTable("remintDifferences", tr("Fields that differ"),
                              {tr("Field"), tr("In the token"), tr("Minted again")});
    new Veil(m_differences, m_context.presenter);
    column->addWidget(m_differences, 1);
    m_copy = named(button(tr("Copy the token minted again"), QStringLiteral("copy")), "copyReminted",
                   tr("Copy the token minted again"));
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copySecret(m_minted);
        Q_EMIT m_context.bus.messageRaised(tr("Token copied."), false);
    });
    return side;
}

void RemintPanel::refresh()
{
    const QString text = text::q(m_examined.inspection.text);
    const bool another = m_filledFrom != text;
    fillCertificates();
    if (another)
        fillInputs();
    m_filledFrom = text;
    remint();
}

/// Those at hand, the one that signed the token or else that of the active project chosen.
void RemintPanel::fillCertificates()
{
    const QSignalBlocker quiet(m_certificate);
    const QString before =
        m_filledFrom == text::q(m_examined.inspection.text) ? m_certificate->currentText() : QString();
    m_certificate->clear();
    m_certificates = project::storedCertificates(m_context.projects, m_context.secrets);
    std::erase_if(m_certificates, [](const auto& one) { return one.certificate.empty(); });
    const token::Inspection& inspection = m_examined.inspection;
    int wanted = -1;
    for (const project::NamedCertificate& one : m_certificates) {
        m_certificate->addItem(certificateName(text::q(one.project), one.role));
        const bool signer = inspection.matchedProject == one.project && inspection.matchedRole == one.role;
        const bool active =
            one.project == m_context.projects.active().name && one.role == token::CertificateRole::Primary;
        if (signer || (active && wanted < 0 && !inspection.matchedProject))
            wanted = m_certificate->count() - 1;
    }
    const int again = before.isEmpty() ? -1 : m_certificate->findText(before);
    m_certificate->setCurrentIndex(again >= 0 ? again : qMax(0, wanted));
}

void RemintPanel::fillInputs()
{
    const token::Decoded& decoded = m_examined.inspection.decoded;
    const token::Service* chat = decoded.service(token::ServiceType::Chat);
    m_appId.edit->setText(text::brief(decoded.appId));
    const bool edited = chat && !chat->userId.empty() && chat->userId.size() <= kLongestEdited;
    m_user.edit->setText(edited ? text::q(chat->userId) : QString());
    m_userBlock->setVisible(edited);
    m_expire.edit->setText(decoded.expire ? QString::number(*decoded.expire) : QString());
}

/// What was changed in the form; what stands as in the token stays the token's, byte for byte.
base::Result<token::RemintEdits> RemintPanel::edits() const
{
    const token::Decoded& decoded = m_examined.inspection.decoded;
    token::RemintEdits edits;
    if (const QString appId = m_appId.edit->text(); appId != text::brief(decoded.appId))
        edits.appId = appId.toStdString();
    const token::Service* chat = decoded.service(token::ServiceType::Chat);
    if (const std::string user = m_user.edit->text().toStdString();
        chat && !m_userBlock->isHidden() && user != chat->userId)
        edits.userId = user;
    const auto seconds = base::parseDuration(m_expire.edit->text().trimmed().toStdString());
    if (!seconds)
        return base::fail(seconds.error());
    if (decoded.expire != *seconds)
        edits.expire = *seconds;
    return edits;
}

void RemintPanel::remint()
{
    m_minted.clear();
    m_differences->setRowCount(0);
    m_copy->setEnabled(false);
    m_expire.setError({});
    const QString maker = text::producerText(token::likelyProducer(m_examined.inspection.text));
    m_producer->setText(maker.isEmpty() ? QString()
                                        : tr("By its compression the token was made by: %1.").arg(maker));
    if (m_examined.empty() || !m_examined.inspection.is007())
        return m_result->show(Tone::Info,
                              tr("Paste a 007 token above: it is minted again from what is in it."));
    const int at = m_certificate->currentIndex();
    if (at < 0)
        return m_result->show(Tone::Warning, tr("No certificate is at hand."),
                              tr("Store its project with the certificate, or unlock the vault."));
    const auto edited = edits();
    if (!edited) {
        m_result->show(Tone::Bad, text::errorText(edited.error()).heading());
        return m_expire.setError(text::errorText(edited.error()).explanation());
    }
    const auto made = token::remint(m_examined.inspection,
                                    m_certificates[static_cast<std::size_t>(at)].certificate.view(), *edited);
    if (made)
        showResult(*made);
    else
        m_result->show(Tone::Bad, text::errorText(made.error()).heading(),
                       text::errorText(made.error()).hint);
}

void RemintPanel::showResult(const token::Reminted& made)
{
    m_minted = text::q(made.text);
    m_copy->setEnabled(true);
    m_result->show(made.outcome == token::RemintOutcome::Differs ? Tone::Warning : Tone::Good,
                   text::remintText(made));
    for (const token::Difference& one : made.differs)
        setRow(*m_differences, m_differences->rowCount(),
               {text::q(base::visible(one.path)), shownValue(one.a), shownValue(one.b)});
    fitColumns(*m_differences);
}

QString RemintPanel::words() const
{
    return tr("Minted again with %1: %2").arg(m_certificate->currentText(), m_result->text());
}

} // namespace ui
