// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/KeepChoice.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretEntry.h"
#include "ui/widgets/StrengthMeter.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

KeepChoice::KeepChoice(QWidget* parent)
    : QFrame(parent)
    , m_keychainChoice(named(new QRadioButton(tr("In the vault, opened by the desktop's keychain")),
                             "keepKeychain", tr("In the vault, opened by the desktop's keychain")))
    , m_passphraseChoice(named(new QRadioButton(tr("In the vault, under a passphrase")), "keepPassphrase",
                               tr("In the vault, under a passphrase")))
    , m_sessionChoice(
          named(new QRadioButton(tr("For this session only")), "keepSession", tr("For this session only")))
    , m_fields(new QWidget)
    , m_first(named(new QLineEdit, "newPassphrase", tr("New passphrase")))
    , m_second(named(new QLineEdit, "repeatPassphrase", tr("The same again")))
    , m_strength(new StrengthMeter(m_first))
    , m_error(makeErrorLabel())
    , m_accept(named(button(tr("Keep the certificate"), QStringLiteral("check"), true), "keepCertificate",
                     tr("Keep the certificate")))
{
    setProperty("role", QStringLiteral("card"));
    QVBoxLayout* column = scrolledColumn(this); // large text in a small window is higher than its place
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    column->addWidget(label(tr("Where shall the certificate be kept?"), "heading"));
    column->addWidget(
        paragraph(tr("Whoever has it can mint any token of the project. It is never written in plain "
                     "text. This is asked once; Security changes it."),
                  "muted"));
    const auto option = [column](QRadioButton* choice, const QString& truth) {
        column->addSpacing(4);
        column->addWidget(choice);
        QLabel* text = paragraph(truth, "muted");
        text->setContentsMargins(24, 0, 0, 0);
        column->addWidget(text);
        choice->setAccessibleDescription(truth);
        return text;
    };
    m_keychainTruth =
        option(m_keychainChoice,
               tr("Encrypted; the keychain opens it without asking you. As safe as your login: a keyring "
                  "without a password protects nothing."));
    option(m_passphraseChoice,
           tr("Encrypted; the passphrase opens it, and nobody can open it without. If you lose "
              "it, the certificate can be copied again from the Agora Console."));
    auto* row = new QHBoxLayout(m_fields);
    row->setContentsMargins(24, 2, 0, 2);
    for (QLineEdit* edit : {m_first, m_second}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setPlaceholderText(edit->accessibleName());
        row->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &KeepChoice::check);
        connect(edit, &QLineEdit::returnPressed, this, &KeepChoice::accept);
    }
    column->addWidget(m_fields);
    m_strength->setContentsMargins(24, 0, 0, 2);
    column->addWidget(m_strength);
    option(m_sessionChoice, tr("In memory until the program ends, and asked for again after that."));
    column->addWidget(m_error);
    auto* buttons = new FlowLayout;
    auto* cancel = named(button(tr("Cancel")), "cancelKeep", tr("Cancel"));
    buttons->addWidget(m_accept);
    buttons->addWidget(cancel);
    column->addSpacing(4);
    column->addLayout(buttons);

    for (QRadioButton* each : {m_keychainChoice, m_passphraseChoice, m_sessionChoice})
        connect(each, &QRadioButton::toggled, this, &KeepChoice::check);
    connect(m_accept, &QPushButton::clicked, this, &KeepChoice::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    m_passphraseChoice->setChecked(true);
    offerKeychain(false);
    hide();
}

void KeepChoice::ask()
{
    m_first->clear();
    m_second->clear();
    setBusy(false);
    show();
    check();
    m_first->setFocus();
    QTimer::singleShot(0, this, [this] { bringIntoSight(m_fields); }); // once it is laid out
}

void KeepChoice::offerKeychain(bool answers)
{
    m_keychainChoice->setVisible(answers);
    m_keychainTruth->setVisible(answers);
    if (!answers && m_keychainChoice->isChecked())
        m_passphraseChoice->setChecked(true);
}

void KeepChoice::setBusy(bool busy)
{
    for (QLineEdit* edit : {m_first, m_second})
        holdStill(edit, busy);
    if (busy)
        takeFocusWithin(m_first, this);
    for (QRadioButton* each : {m_keychainChoice, m_passphraseChoice, m_sessionChoice})
        each->setEnabled(!busy);
    m_accept->setEnabled(!busy);
    m_accept->setText(busy ? tr("Making the key...") : tr("Keep the certificate"));
}

void KeepChoice::refuse(const QString& text)
{
    setBusy(false);
    showError(text);
    askAgain(m_first);
}

void KeepChoice::showError(const QString& text)
{
    showFieldError(m_first, m_error, text);
}

void KeepChoice::check()
{
    const bool wanted = m_passphraseChoice->isChecked();
    m_fields->setVisible(wanted);
    m_strength->setVisible(wanted && !m_first->text().isEmpty());
    const bool differ = !m_second->text().isEmpty() && m_first->text() != m_second->text();
    showError(wanted && differ ? tr("The two are not the same.") : QString());
    m_accept->setEnabled(!wanted || (m_strength->isEnough() && m_first->text() == m_second->text()));
}

void KeepChoice::accept()
{
    if (!m_accept->isEnabled())
        return;
    const Where where = m_keychainChoice->isChecked()     ? Where::Keychain
                        : m_passphraseChoice->isChecked() ? Where::Passphrase
                                                          : Where::Session;
    setBusy(true);
    Q_EMIT chosen(where, where == Where::Passphrase ? m_first->text() : QString());
}

} // namespace ui
