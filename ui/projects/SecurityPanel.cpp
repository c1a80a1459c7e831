// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/SecurityPanel.h"

#include "core/project/ProjectFile.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/text/VaultText.h"
#include "core/vault/Errors.h"
#include "ui/projects/ProjectFiles.h"
#include "ui/shell/SaveDialog.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretEntry.h"
#include "ui/widgets/StrengthMeter.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

SecurityPanel::SecurityPanel(Context& context, ProjectFiles& files, Banner& banner, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_files(files)
    , m_banner(banner)
{
    setObjectName(QStringLiteral("securityPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    buildFacts(column);
    buildPassphrase(column);
    buildFiles(column);
    buildPromises(column);
    column->addStretch(1);
    connect(&context.vault, &VaultHost::changed, this, &SecurityPanel::refresh);
    refresh();
}

QLabel* SecurityPanel::addFact(QFormLayout* form, const QString& title, const char* objectName)
{
    QLabel* value = paragraph({});
    value->setObjectName(QLatin1String(objectName));
    form->addRow(label(title, "muted"), value);
    return value;
}

QLineEdit* SecurityPanel::addSecret(QFormLayout* form, const QString& title, const char* objectName)
{
    auto* edit = named(new QLineEdit, objectName, title);
    edit->setEchoMode(QLineEdit::Password);
    form->addRow(title, edit);
    connect(edit, &QLineEdit::textChanged, this, &SecurityPanel::refresh);
    return edit;
}

void SecurityPanel::buildFacts(QVBoxLayout* column)
{
    QFrame* box = card();
    auto* inner = static_cast<QVBoxLayout*>(box->layout());
    inner->addWidget(label(tr("The vault"), "heading"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_state = addFact(form, tr("State"), "vaultState");
    m_file = addFact(form, tr("File"), "vaultFile");
    m_cipher = addFact(form, tr("Cipher"), "vaultCipher");
    m_source = addFact(form, tr("The key comes from"), "vaultKeySource");
    m_saved = addFact(form, tr("Last save"), "vaultSaved");
    m_lastLock = addFact(form, tr("Last lock"), "vaultLastLock");
    inner->addLayout(form);
    m_saveAgain =
        named(button(tr("Save again"), QStringLiteral("refresh-cw")), "saveAgain", tr("Save again"));
    auto* row = new FlowLayout;
    row->addWidget(m_saveAgain);
    inner->addLayout(row);
    column->addWidget(box);
    connect(m_saveAgain, &QPushButton::clicked, this, &SecurityPanel::saveAgain);
}

void SecurityPanel::buildPassphrase(QVBoxLayout* column)
{
    m_passphraseBox = card();
    auto* inner = static_cast<QVBoxLayout*>(m_passphraseBox->layout());
    inner->addWidget(label(tr("The ways in"), "heading"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_old = addSecret(form, tr("Passphrase now"), "oldPassphrase");
    m_oldTitle = qobject_cast<QLabel*>(form->labelForField(m_old));
    m_first = addSecret(form, tr("New passphrase"), "changedPassphrase");
    m_strength = new StrengthMeter(m_first);
    connect(m_strength, &StrengthMeter::judged, this, &SecurityPanel::refresh);
    form->addRow(QString(), m_strength);
    m_second = addSecret(form, tr("The same again"), "changedPassphraseAgain");
    inner->addLayout(form);
    auto* row = new FlowLayout;
    m_change = named(button(tr("Change the passphrase"), QStringLiteral("refresh-cw")), "changePassphrase",
                     tr("Change the passphrase"));
    m_keyFile = named(button(tr("Write a recovery key file..."), QStringLiteral("file-key")), "writeKeyFile",
                      tr("Write a recovery key file"));
    row->addWidget(m_change);
    m_keychain = named(button({}, QStringLiteral("key-round")), "keychainCopy", tr("Copy in the keychain"));
    row->addWidget(m_keyFile);
    row->addWidget(m_keychain);
    inner->addLayout(row);
    inner->addWidget(paragraph(
        tr("A copy in the keychain opens the vault when the program starts, without asking you. "
           "A new passphrase makes a new key: old passphrases and key files open nothing that is written "
           "from then on. They still open old copies of the vault, in backups for instance; if the old "
           "one leaked, rotate the certificate in the Agora Console. A key file opens the vault by "
           "itself: keep it away from the vault."),
        "muted"));
    column->addWidget(m_passphraseBox);
    connect(m_change, &QPushButton::clicked, this, &SecurityPanel::changePassphrase);
    connect(m_keyFile, &QPushButton::clicked, this, &SecurityPanel::saveKeyFile);
    connect(m_keychain, &QPushButton::clicked, this, &SecurityPanel::switchKeychain);
}

void SecurityPanel::buildFiles(QVBoxLayout* column)
{
    QFrame* box = card();
    auto* inner = static_cast<QVBoxLayout*>(box->layout());
    inner->addWidget(label(tr("Export and import"), "heading"));
    auto* row = new FlowLayout;
    auto* plain = named(button(tr("Export without secrets..."), QStringLiteral("upload")), "exportProjects",
                        tr("Export without secrets"));
    auto* import = named(button(tr("Import..."), QStringLiteral("download")), "importProjects", tr("Import"));
    row->addWidget(plain);
    row->addWidget(import);
    inner->addLayout(row);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_exportPassphrase = addSecret(form, tr("Passphrase of the export"), "exportPassphrase");
    m_exportStrength = new StrengthMeter(m_exportPassphrase);
    connect(m_exportStrength, &StrengthMeter::judged, this, &SecurityPanel::refresh);
    form->addRow(QString(), m_exportStrength);
    inner->addLayout(form);
    m_exportSecrets = named(button(tr("Export with certificates..."), QStringLiteral("vault")),
                            "exportSecrets", tr("Export with certificates"));
    auto* second = new FlowLayout;
    second->addWidget(m_exportSecrets);
    inner->addLayout(second);
    inner->addWidget(
        paragraph(tr("An export with certificates is a vault of its own, under its own passphrase; the "
                     "vault's passphrase is asked for above (“Passphrase now”). Import takes exports, "
                     ".env files and any text with labelled values."),
                  "muted"));
    column->addWidget(box);
    connect(plain, &QPushButton::clicked, &m_files, &ProjectFiles::exportPlain);
    connect(m_exportSecrets, &QPushButton::clicked, this, &SecurityPanel::exportSecrets);
    connect(import, &QPushButton::clicked, &m_files, &ProjectFiles::pickImport);
}

void SecurityPanel::buildPromises(QVBoxLayout* column)
{
    QFrame* box = card();
    auto* inner = static_cast<QVBoxLayout*>(box->layout());
    inner->addWidget(label(tr("What is promised, and what is not"), "heading"));
    inner->addWidget(paragraph(tr("Certificates, tokens and passphrases are written to no file but the "
                                  "encrypted vault. A lock frees the "
                                  "vault's key. Copied secrets leave the clipboard after the time that "
                                  "Settings gives, when the program "
                                  "locks and when it ends, unless something else was copied since.")));
    inner->addWidget(paragraph(
        tr("Not promised: protection from root, from programs of the same user while the vault is open, from "
           "key "
           "loggers and screen grabbing under X11, or from a clipboard manager that ignores the hint for "
           "secrets. "
           "What was shown or sent may stay in freed memory until it is used again. A weak passphrase can be "
           "guessed."),
        "muted"));
    column->addWidget(box);
}

void SecurityPanel::refresh()
{
    if (!m_exportSecrets)
        return; // still being built
    const vault::Vault& vault = m_context.secrets.vault();
    const vault::VaultInfo info = vault.info();
    const vault::State state = vault.state();
    const bool open = state == vault::State::Unlocked;
    const bool known = open || state == vault::State::Locked;
    m_state->setText(m_context.vault.trouble() ? text::errorText(*m_context.vault.trouble()).line()
                     : state == vault::State::Absent && m_context.vault.sessionChosen()
                         ? tr("None: certificates are held for this session only.")
                         : text::vaultStateText(vault));
    m_file->setText(text::q(info.path));
    m_cipher->setText(known ? text::cipherText() : tr("-"));
    m_source->setText(known ? text::keySourceText(info.header) : tr("-"));
    m_saved->setText(known && info.header.generation > 0
                         ? tr("%1, number %2")
                               .arg(text::moment(info.header.savedAt / 1000, false))
                               .arg(info.header.generation)
                         : tr("-"));
    m_lastLock->setText(m_context.vault.lastLock()
                            ? text::moment(m_context.vault.lastLock()->toSecsSinceEpoch(), false)
                            : tr("not since the program was started"));
    m_saveAgain->setVisible(info.unsaved && open);
    m_saveAgain->setEnabled(!m_context.vault.isBusy());
    refreshKeys(info.header, open);
}

void SecurityPanel::refreshKeys(const vault::Header& header, bool open)
{
    const bool hasPassphrase = header.kdf != vault::PassphraseKdf::None;
    const bool ready = open && !m_context.vault.isBusy() && isConfirmed();
    m_passphraseBox->setVisible(open);
    for (QLineEdit* edit : {m_old, m_first, m_second, m_exportPassphrase})
        holdStill(edit, m_context.vault.isBusy());
    if (m_context.vault.isBusy())
        takeFocusWithin(m_old, this);
    const QString oldTitle = hasPassphrase ? tr("Passphrase now") : tr("Name of one of your projects");
    m_oldTitle->setText(oldTitle);
    m_old->setAccessibleName(oldTitle);
    m_old->setEchoMode(hasPassphrase ? QLineEdit::Password : QLineEdit::Normal);
    m_old->setPlaceholderText(hasPassphrase ? QString()
                                            : tr("there is no passphrase: this stops slips, not thieves"));
    m_change->setText(hasPassphrase ? tr("Change the passphrase") : tr("Set a passphrase"));
    m_change->setEnabled(ready && m_strength->isEnough() && m_first->text() == m_second->text());
    m_keyFile->setEnabled(ready);
    m_keychain->setText(header.keychain ? tr("Take the copy out of the keychain")
                                        : tr("Keep a copy in the keychain"));
    m_keychain->setVisible(hasPassphrase || !header.keychain); // the last way in stays
    m_keychain->setEnabled(ready);
    m_exportPassphrase->setEnabled(open);
    m_exportSecrets->setEnabled(ready && m_exportStrength->isEnough());
}

/// The passphrase is written, which VaultHost checks; without one, the name of a project.
bool SecurityPanel::isConfirmed() const
{
    if (m_context.secrets.vault().info().header.kdf != vault::PassphraseKdf::None)
        return !m_old->text().isEmpty();
    const auto named = m_context.projects.find(m_old->text().toStdString());
    return named && !named->isSandbox() && text::q(named->name) == m_old->text();
}

void SecurityPanel::changeKey(const KeyWays& ways, const QString& done)
{
    m_context.vault.changeKey(
        m_old->text(), ways,
        {this, [this, done](const base::Result<>& outcome) {
             QStringList files;
             for (const std::string& file : m_context.vault.filesOfOldKey())
                 files << text::q(file);
             tell(outcome, done,
                  files.isEmpty()
                      ? QString()
                      : tr("The key before this one still opens: %1").arg(files.join(QStringLiteral(", "))));
         }});
}

void SecurityPanel::changePassphrase()
{
    changeKey({m_first->text(), m_context.secrets.vault().info().header.keychain},
              tr("The passphrase was changed."));
}

/// Taking a copy away makes a new key, from the same passphrase.
void SecurityPanel::switchKeychain()
{
    if (m_context.secrets.vault().info().header.keychain)
        return changeKey({m_old->text(), false}, tr("The keychain has no copy any more."));
    m_context.vault.addKeychainCopy(m_old->text(), {this, [this](const base::Result<>& outcome) {
                                                        tell(outcome, tr("The keychain has a copy."));
                                                    }});
}

void SecurityPanel::saveKeyFile()
{
    const auto write = [this](const base::Output& output) {
        m_context.vault.writeKeyFile(
            m_old->text(), output, {this, [this, path = text::q(output.path)](const base::Result<>& outcome) {
                                        tell(outcome, tr("The key file was written: %1").arg(path));
                                    }});
    };
    pickFile(tr("Recovery key file"), QStringLiteral("chat-token-console.key"), false, write);
}

/// Where another program has written meanwhile, what it wrote is taken over first.
void SecurityPanel::saveAgain()
{
    m_context.vault.save({this, [this](const base::Result<>& outcome) {
                              const auto saved = [this](const base::Result<>& again) {
                                  tell(again, tr("The changes were saved."));
                              };
                              if (outcome || outcome.error().code != vault::errors::kChangedElsewhere)
                                  return saved(outcome);
                              m_context.vault.reload(m_old->text(), {this, saved});
                          }});
}

void SecurityPanel::exportSecrets()
{
    const auto write = [this](const base::Output& output) {
        const std::vector<project::Project> own = ProjectFiles::ownProjects(m_context);
        std::set<std::string, std::less<>> ids;
        for (const project::Project& project : own)
            ids.insert(project.id);
        const auto count = static_cast<int>(own.size());
        m_context.vault.exportSecrets(
            m_old->text(), m_exportPassphrase->text(), output, project::exportProjects(own), std::move(ids),
            {this, [this, count](const base::Result<>& outcome) {
                 tell(outcome, tr("%n project(s) exported, with certificates, under their own passphrase.",
                                  nullptr, count));
             }});
    };
    pickFile(tr("Export with certificates"), QStringLiteral("projects.ctv"), true, write);
}

void SecurityPanel::pickFile(const QString& title, const QString& proposal, bool mayReplace,
                             std::function<void(const base::Output&)> use)
{
    askForOutput(this, {title, proposal, m_context.vault.guard(), mayReplace, std::move(use),
                        [this](const base::Error& error) { tell(base::fail(error), {}); }});
}

void SecurityPanel::tell(const base::Result<>& outcome, const QString& done, const QString& hint)
{
    if (!outcome) {
        m_banner.show(Tone::Bad, text::errorText(outcome.error()).line());
        if (!m_old->text().isEmpty())
            askAgain(m_old);
        return;
    }
    for (QLineEdit* edit : {m_old, m_first, m_second, m_exportPassphrase})
        edit->clear();
    m_banner.show(Tone::Good, done, hint);
}

} // namespace ui
