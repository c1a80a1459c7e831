// SPDX-License-Identifier: Apache-2.0
#include "ui/manual/AboutDialog.h"

#include "core/text/AboutText.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/widgets/Helpers.h"

#include <QFile>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr QSize kSize(560, 560);

/// One library a line, and behind them the text of the icons' licence, which asks to be shown.
QString licences()
{
    QString text;
    for (const text::Library& library : text::libraries())
        text += QStringLiteral("%1  %2\n")
                    .arg((library.name + QLatin1Char(' ') + library.version).trimmed(), library.licence);
    QFile icons(QStringLiteral(":/icons/LICENSE"));
    if (icons.open(QIODevice::ReadOnly))
        text += QLatin1Char('\n') + QString::fromUtf8(icons.readAll());
    return text;
}

} // namespace

AboutDialog::AboutDialog(ClipboardGuard& clipboard, const QString& dataFolder, const QString& language,
                         QWidget* parent)
    : QDialog(parent)
{
    named(this, "about", tr("About"));
    setWindowTitle(tr("About Chat Token Console"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    auto* column = new QVBoxLayout(this);
    column->addWidget(label(tr("Chat Token Console %1").arg(QLatin1String(CHATTOKEN_VERSION)), "title"));
    column->addWidget(
        paragraph(tr("An unofficial tool for developers of Agora Chat: not made or endorsed by Agora.")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const text::Library& library : text::libraries()) {
        if (!library.version.isEmpty())
            form->addRow(label(library.name, "muted"), paragraph(library.version));
    }
    form->addRow(label(tr("Data"), "muted"), paragraph(dataFolder));
    form->addRow(label(tr("Licence"), "muted"), paragraph(QStringLiteral("Apache-2.0")));
    column->addLayout(form);
    column->addWidget(label(tr("What it is made with, and the licences of that"), "heading"));
    auto* text = named(new QPlainTextEdit(licences()), "licences", tr("Licences"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    column->addWidget(text, 1);
    auto* row = new QHBoxLayout;
    auto* copy =
        named(button(tr("Copy for a report"), QStringLiteral("copy")), "copyAbout", tr("Copy for a report"));
    copy->setToolTip(tr("Versions, system and folder; no secret and no project"));
    auto* close = named(button(tr("Close"), {}, true), "closeAbout", tr("Close"));
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [&clipboard, dataFolder, language, copy] {
        clipboard.copyText(text::reportFacts(QGuiApplication::platformName(), language, dataFolder));
        copy->setText(tr("Copied"));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    close->setFocus();
}

} // namespace ui
