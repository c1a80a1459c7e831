// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ImportBox.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretEntry.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ImportBox::ImportBox(QWidget* parent)
    : QFrame(parent)
    , m_text(paragraph({}, "muted"))
    , m_passphrase(named(new QLineEdit, "importPassphrase", tr("Passphrase of the export")))
    , m_error(makeErrorLabel())
    , m_accept(named(button(tr("Import"), QStringLiteral("download"), true), "importSecrets", tr("Import")))
{
    setProperty("role", QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    column->addWidget(label(tr("This export holds certificates"), "heading"));
    column->addWidget(m_text);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(m_passphrase->accessibleName());
    column->addWidget(m_passphrase);
    column->addWidget(m_error);
    auto* cancel = named(button(tr("Cancel")), "cancelImport", tr("Cancel"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_accept);
    buttons->addWidget(cancel);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, &ImportBox::accept);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &ImportBox::accept);
    connect(m_passphrase, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ImportBox::ask(const QString& path)
{
    m_path = path;
    m_text->setText(tr("“%1” is encrypted under a passphrase of its own. Its certificates are kept here "
                       "where yours are.")
                        .arg(QFileInfo(path).fileName()));
    m_passphrase->clear();
    showError({});
    setBusy(false);
    show();
    m_passphrase->setFocus();
}

void ImportBox::setBusy(bool busy)
{
    holdStill(m_passphrase, busy);
    if (busy)
        takeFocusWithin(m_passphrase, this);
    m_accept->setEnabled(!busy && !m_passphrase->text().isEmpty());
    m_accept->setText(busy ? tr("Opening...") : tr("Import"));
}

void ImportBox::showError(const QString& text)
{
    showFieldError(m_passphrase, m_error, text);
    setBusy(false);
}

void ImportBox::refuse(const QString& text)
{
    showError(text);
    askAgain(m_passphrase);
}

void ImportBox::accept()
{
    if (!m_accept->isEnabled())
        return;
    setBusy(true);
    Q_EMIT accepted(m_path, m_passphrase->text());
}

} // namespace ui
