// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StartOverBox.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kMargins = 50; // of the card around it, and a little for a word that goes to the next line

} // namespace

StartOverBox::StartOverBox(QWidget* parent)
    : QWidget(parent)
    , m_text(paragraph({}))
    , m_words(named(new QLineEdit, "startOverWords", tr("The words that confirm it")))
    , m_accept(named(button(tr("Set the old vault aside"), QStringLiteral("vault")), "startOver",
                     tr("Set the old vault aside")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(label(tr("Start over without the old vault"), "heading"));
    column->addWidget(m_text);
    m_words->setPlaceholderText(tr("set aside"));
    column->addWidget(m_words);
    auto* cancel = named(button(tr("Cancel")), "cancelStartOver", tr("Cancel"));
    auto* row = new FlowLayout;
    row->addWidget(m_accept);
    row->addWidget(cancel);
    column->addLayout(row);
    m_accept->setEnabled(false);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_accept->setEnabled(typed.simplified().compare(tr("set aside"), Qt::CaseInsensitive) == 0);
    });
    connect(m_words, &QLineEdit::returnPressed, this, &StartOverBox::confirm);
    connect(m_accept, &QPushButton::clicked, this, &StartOverBox::confirm);
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT cancelled();
    });
    hide();
}

void StartOverBox::ask(const QString& path)
{
    m_text->setText(
        tr("Nobody can open a vault without its key. Start over: “%1” gets the ending .old-1 (or the next "
           "number) and is not deleted. Your projects stay with all their other fields; their "
           "certificates are missing until you copy them again from the Agora Console. Write “%2” to go "
           "on.")
            .arg(QFileInfo(path).fileName(), tr("set aside")));
    // A wrapped label in a column of fixed width is given one line otherwise.
    m_text->setMinimumHeight(m_text->heightForWidth(parentWidget()->contentsRect().width() - kMargins));
    m_words->clear();
    show();
    m_words->setFocus();
}

void StartOverBox::confirm()
{
    if (m_accept->isEnabled())
        Q_EMIT confirmed();
}

} // namespace ui
