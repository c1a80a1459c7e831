// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/SnippetPane.h"

#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/widgets/Helpers.h"

#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {
namespace {

struct Language
{
    const char* name;
    const char* file;
};

constexpr Language kLanguages[] = {{"Go", "token_server.go"},
                                   {"Node.js", "token_server.mjs"},
                                   {"Python", "token_server.py"},
                                   {"Java", "TokenServer.java"},
                                   {"C++", "token_server.cpp"}};

} // namespace

SnippetPane::SnippetPane(Context& context)
    : m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    column->addWidget(paragraph(
        tr("A token server of your own, ready to run: it needs no package of the vendor and answers "
           "POST /generate-user-token as the one here does. Put your sign-in check where it says so."),
        "muted"));
    auto* row = new QHBoxLayout;
    auto* caption = label(tr("Language"));
    m_language = named(new QComboBox, "snippetLanguage", tr("Snippet language"));
    for (const Language& language : kLanguages)
        m_language->addItem(QLatin1String(language.name));
    caption->setBuddy(m_language);
    auto* copy = named(button(tr("Copy source"), QStringLiteral("copy")), "copySnippet", tr("Copy source"));
    row->addWidget(caption);
    row->addWidget(m_language);
    row->addStretch(1);
    row->addWidget(copy);
    column->addLayout(row);
    m_source = named(new QPlainTextEdit, "snippet", tr("Source"));
    m_source->setReadOnly(true);
    m_source->setTabChangesFocus(true);
    m_source->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_source->setFont(monospace());
    m_source->setTabStopDistance(4 * QFontMetricsF(m_source->font()).horizontalAdvance(QLatin1Char(' ')));
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_source, 1);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SnippetPane::showSource);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copyText(m_source->toPlainText());
        Q_EMIT m_context.bus.messageRaised(tr("Source copied."), false);
    });
    connect(&context.bus, &Bus::activeProjectChanged, this, &SnippetPane::showSource);
    connect(&context.bus, &Bus::projectsChanged, this, &SnippetPane::showSource);
    showSource();
}

int SnippetPane::language() const
{
    return m_language->currentIndex();
}

void SnippetPane::setLanguage(int index)
{
    m_language->setCurrentIndex(index);
}

void SnippetPane::showSource()
{
    const Language& language = kLanguages[qMax(0, m_language->currentIndex())];
    QFile file(QStringLiteral(":/snippets/") + QLatin1String(language.file));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString appId = text::q(m_context.projects.active().appId);
    m_source->setPlainText(
        QString::fromUtf8(file.readAll())
            .replace(QLatin1String("APP_ID_HERE"), appId.isEmpty() ? QStringLiteral("YOUR_APP_ID") : appId));
}

} // namespace ui
