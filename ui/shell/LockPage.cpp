// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LockPage.h"

#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/shell/StartOverBox.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretEntry.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kWidth = 460;
constexpr int kCharacters = 62; // so that larger text has the room that it needs
constexpr int kBoxStretch = 100;

} // namespace

LockPage::LockPage(VaultHost& vault, QWidget* parent)
    : Page(parent)
    , m_vault(vault)
    , m_title(label({}, "title"))
    , m_text(paragraph({}, "muted"))
    , m_passphrase(named(new QLineEdit, "passphrase", tr("Passphrase")))
    , m_unlock(named(button(tr("Unlock"), QStringLiteral("lock-open"), true), "unlock", tr("Unlock")))
    , m_keychain(named(button(tr("Ask the keychain"), QStringLiteral("key-round")), "askKeychain",
                       tr("Ask the keychain")))
    , m_keyFile(named(button(tr("Use a key file..."), QStringLiteral("file-key")), "useKeyFile",
                      tr("Use a key file")))
    , m_backup(
          named(button(tr("Use the backup"), QStringLiteral("history")), "useBackup", tr("Use the backup")))
    , m_sandbox(named(button(tr("Use the sandbox meanwhile"), QStringLiteral("flask-conical")), "useSandbox",
                      tr("Use the sandbox meanwhile")))
    , m_lost(named(button(tr("Passphrase lost..."), QStringLiteral("circle-help")), "lostPassphrase",
                   tr("Passphrase lost")))
    , m_startOver(new StartOverBox)
    , m_banner(new Banner)
{
    setObjectName(QStringLiteral("lockPage"));
    QVBoxLayout* outer = scrolledColumn(this); // large text in a small window is higher than the window
    QFrame* box = card();
    box->setMaximumWidth(qMax(kWidth, fontMetrics().averageCharWidth() * kCharacters));
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_banner->setObjectName(QStringLiteral("lockBanner"));
    column->addWidget(m_banner);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_passphrase, 1);
    row->addWidget(m_unlock);
    column->addLayout(row);
    auto* others = new FlowLayout;
    others->addWidget(m_keychain);
    others->addWidget(m_keyFile);
    others->addWidget(m_backup);
    others->addWidget(m_sandbox);
    others->addWidget(m_lost);
    column->addLayout(others);
    column->addWidget(m_startOver);
    // Stretches keep the box in the middle: an alignment would give it the height of texts that do not wrap.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(box, kBoxStretch);
    middle->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);

    m_banner->hide();
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_keychain, &QPushButton::clicked, this, &LockPage::askKeychain);
    connect(m_keyFile, &QPushButton::clicked, this, &LockPage::useKeyFile);
    connect(m_backup, &QPushButton::clicked, this, &LockPage::restoreBackup);
    connect(m_sandbox, &QPushButton::clicked, this, &LockPage::sandboxWanted);
    connect(m_lost, &QPushButton::clicked, this,
            [this] { m_startOver->ask(text::q(m_vault.secrets().vault().info().path)); });
    connect(m_lost, &QPushButton::clicked, this, &LockPage::refresh);
    connect(m_startOver, &StartOverBox::cancelled, this, &LockPage::refresh);
    connect(m_startOver, &StartOverBox::confirmed, this, &LockPage::startOverWanted);
    connect(&vault, &VaultHost::changed, this, &LockPage::refresh);
    refresh();
}

void LockPage::refresh()
{
    const vault::VaultInfo info = m_vault.secrets().vault().info();
    const vault::State state = m_vault.secrets().vault().state();
    const bool fileLocked = state == vault::State::Locked;
    const bool hasPassphrase = fileLocked && info.header.kdf != vault::PassphraseKdf::None;
    const bool unusable = state == vault::State::Unusable || state == vault::State::BackupOnly;
    // After a lock a vault with a passphrase asks for it, and not the keychain.
    const bool keychain =
        fileLocked && info.header.keychain && !(hasPassphrase && m_vault.lastLock().has_value());
    m_title->setText(unusable ? tr("The vault cannot be opened") : tr("Locked"));
    if (unusable)
        m_text->setText(m_vault.trouble() ? text::errorText(*m_vault.trouble()).line()
                                          : tr("The vault is gone, but its backup is there."));
    else if (hasPassphrase)
        m_text->setText(keychain
                            ? tr("The certificates are in the vault. Its passphrase opens it, or the "
                                 "keychain, or a key file.")
                            : tr("The certificates are in the vault. Its passphrase opens it; there is no "
                                 "other way in but a key file."));
    else if (fileLocked && info.header.keychain)
        m_text->setText(tr("This vault has no passphrase: the keychain opens it. It is asked, not you, so "
                           "that this protects nothing from whoever sits at your desktop."));
    else if (fileLocked)
        m_text->setText(tr("This vault has no passphrase: a key file opens it."));
    else
        m_text->setText(
            tr("There is no vault: this hides what is on the screen and protects nothing. Certificates "
               "are held for this session."));
    m_passphrase->setVisible(hasPassphrase);
    holdStill(m_passphrase, m_vault.isBusy());
    if (m_vault.isBusy() || m_asking)
        takeFocusWithin(m_passphrase, this);
    m_unlock->setVisible(!unusable && (hasPassphrase || !fileLocked));
    m_unlock->setEnabled(!m_vault.isBusy());
    m_unlock->setText(m_vault.isBusy() ? tr("Unlocking...") : tr("Unlock"));
    m_keychain->setVisible(keychain);
    m_keychain->setEnabled(!m_asking);
    m_keychain->setText(m_asking ? tr("Asking the keychain...") : tr("Ask the keychain"));
    m_keyFile->setVisible(fileLocked);
    m_lost->setVisible(fileLocked || unusable);
    const bool startingOver = m_startOver->isVisibleTo(this);
    m_sandbox->setVisible(!startingOver);
    if (startingOver) { // one question at a time; the passphrase may still come to mind
        for (QWidget* other : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_keychain),
                               static_cast<QWidget*>(m_keyFile), static_cast<QWidget*>(m_lost)})
            other->hide();
    }
    m_text->setVisible(!startingOver);
    m_lost->setText(hasPassphrase ? tr("Passphrase lost...") : tr("No key left..."));
    const auto backup = unusable ? m_vault.secrets().vault().backup() : base::Result<vault::VaultInfo>();
    m_backup->setVisible(unusable && backup.has_value());
    if (m_backup->isVisibleTo(this))
        m_backup->setToolTip(tr("Saved %1, number %2")
                                 .arg(text::moment(backup->header.savedAt / 1000, false))
                                 .arg(backup->header.generation));
}

void LockPage::enter()
{
    const vault::VaultInfo info = m_vault.secrets().vault().info();
    if (info.header.keychain && !m_vault.lastLock() && m_keychain->isVisibleTo(this) && !m_asking)
        askKeychain(); // once, at the start of the program
    if (m_passphrase->isVisibleTo(this))
        m_passphrase->setFocus();
    else if (m_keychain->isVisibleTo(this))
        m_keychain->setFocus();
    else if (m_unlock->isVisibleTo(this))
        m_unlock->setFocus();
    else
        m_sandbox->setFocus();
}

void LockPage::runPrimary()
{
    if (m_unlock->isVisible())
        unlock();
    else if (m_keychain->isVisible() && m_keychain->isEnabled())
        askKeychain();
}

void LockPage::unlock()
{
    if (m_vault.isBusy())
        return;
    m_banner->hide();
    if (!m_passphrase->isVisible())
        return m_vault.unlockSession();
    m_vault.unlock(m_passphrase->text(), {this, [this](const base::Result<>& outcome) {
                                              if (outcome)
                                                  return m_passphrase->clear();
                                              tell(outcome);
                                              askAgain(m_passphrase);
                                          }});
}

/// Whatever it does, the passphrase and the key file can be used meanwhile.
void LockPage::askKeychain()
{
    m_asking = true;
    m_banner->hide();
    refresh();
    QTimer::singleShot(vault::Keychain::kWait, this, [this] {
        if (m_asking)
            m_banner->show(Tone::Info, tr("The keychain has not answered yet. It may be waiting for its own "
                                          "password; the other ways in can be used meanwhile."));
    });
    m_vault.unlockByKeychain({this, [this](const base::Result<>& outcome) {
                                  m_asking = false;
                                  refresh();
                                  tell(outcome);
                              }});
}

void LockPage::useKeyFile()
{
    auto* dialog = new QFileDialog(this, tr("Key file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_vault.unlockWithKeyFile(path, {this, [this](const base::Result<>& outcome) { tell(outcome); }});
    });
    dialog->open();
}

void LockPage::restoreBackup()
{
    m_vault.restoreBackup({this, [this](const base::Result<>& outcome) { tell(outcome); }});
}

void LockPage::tell(const base::Result<>& outcome)
{
    if (outcome)
        return;
    m_banner->show(Tone::Bad, text::errorText(outcome.error()).line());
    m_passphrase->setFocus();
}

} // namespace ui
