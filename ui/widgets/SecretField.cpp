// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/SecretField.h"

#include "core/text/Format.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Presenter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kRevealMs = 30000;

} // namespace

SecretField::SecretField(const QString& title, const char* objectName, const QString& hint,
                         Presenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_edit(named(new QLineEdit, objectName, title))
    , m_reveal(named(new QToolButton, "", tr("Show: %1").arg(title)))
    , m_copy(named(new QToolButton, "", tr("Copy: %1").arg(title)))
    , m_error(makeErrorLabel())
    , m_hint(hint)
    , m_presenter(presenter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* caption = label(title);
    caption->setBuddy(m_edit);
    column->addWidget(caption);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    column->addLayout(row);
    column->addWidget(m_error);
    m_reveal->setObjectName(QStringLiteral("reveal:") + QLatin1String(objectName));
    m_reveal->setCheckable(true);
    m_reveal->setIcon(icon(QStringLiteral("eye")));
    m_reveal->setToolTip(m_reveal->accessibleName());
    m_copy->setObjectName(QStringLiteral("copy:") + QLatin1String(objectName));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolTip(m_copy->accessibleName());
    m_edit->setFont(monospace());
    m_edit->setEchoMode(QLineEdit::Password);
    m_end.setSingleShot(true);
    m_end.setInterval(kRevealMs);

    connect(m_reveal, &QToolButton::clicked, this, [this](bool on) { on ? reveal() : conceal(); });
    connect(m_copy, &QToolButton::clicked, this, &SecretField::copy);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showButtons();
        if (!m_revealed)
            Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::selectionChanged, this, [this] {
        if (m_revealed)
            m_edit->deselect();
    });
    connect(&m_end, &QTimer::timeout, this, &SecretField::conceal);
    connect(&presenter, &Presenter::changed, this, [this] {
        conceal();
        showButtons();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (m_reveal->isChecked() && (!now || !isAncestorOf(now)))
            conceal();
    });
    showButtons();
}

void SecretField::setKept(const QString& where, Fetch fetch)
{
    conceal();
    m_where = where;
    m_fetch = std::move(fetch);
    m_edit->setPlaceholderText(where.isEmpty() ? m_hint : where);
    m_edit->setAccessibleDescription(m_edit->placeholderText());
    showButtons();
}

QString SecretField::typed() const
{
    return m_revealed ? QString() : m_edit->text().trimmed();
}

void SecretField::setTyped(const QString& text)
{
    conceal();
    m_edit->setText(text);
}

void SecretField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setReadOnly(readOnly || m_revealed);
}

void SecretField::setError(const QString& text)
{
    showFieldError(m_edit, m_error, text);
}

void SecretField::focusEdit()
{
    m_edit->setFocus();
}

void SecretField::reveal()
{
    if (m_edit->text().isEmpty() && m_fetch) {
        const auto value = m_fetch();
        if (!value) {
            m_reveal->setChecked(false);
            Q_EMIT failed(value.error());
            return;
        }
        m_revealed = true;
        m_edit->setReadOnly(true);
        m_edit->setText(text::q(value->view()));
    }
    m_edit->setEchoMode(QLineEdit::Normal);
    m_reveal->setChecked(true);
    m_end.start();
}

void SecretField::conceal()
{
    m_end.stop();
    m_reveal->setChecked(false);
    m_edit->setEchoMode(QLineEdit::Password);
    if (m_revealed) {
        m_edit->clear();
        m_revealed = false;
        m_edit->setReadOnly(m_readOnly);
    }
}

void SecretField::copy()
{
    if (!m_edit->text().isEmpty()) {
        Q_EMIT copyRequested(m_edit->text());
    } else if (const auto value = m_fetch ? m_fetch() : base::Result<base::SecretBytes>()) {
        Q_EMIT copyRequested(text::q(value->view()));
    } else {
        Q_EMIT failed(value.error());
    }
}

void SecretField::showButtons()
{
    const bool something = !m_edit->text().isEmpty() || m_fetch;
    m_reveal->setEnabled(something && !m_presenter.active());
    m_copy->setEnabled(something);
}

} // namespace ui
