// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FileField.h"

#include "ui/widgets/Helpers.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>

namespace ui {
namespace {

/// The one file of this computer that is being dragged; empty where it is something else.
QString fileOf(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && QFileInfo(urls.constFirst().toLocalFile()).isFile()
               ? urls.constFirst().toLocalFile()
               : QString();
}

} // namespace

FileField::FileField(const QString& title, const QString& path, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_edit(new QLineEdit(path))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QString name = tr("Choose a file: %1").arg(title);
    auto* open = named(button(tr("Choose..."), QStringLiteral("upload")),
                       qPrintable(QStringLiteral("choose:") + title), name);
    row->addWidget(m_edit, 1);
    row->addWidget(open);
    setAcceptDrops(true);
    m_edit->setAcceptDrops(false); // it would take the address of the file as text
    m_edit->setPlaceholderText(tr("path of a file; or drop one here"));
    connect(open, &QPushButton::clicked, this, &FileField::choose);
}

void FileField::choose()
{
    auto* dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    dialog->open();
}

void FileField::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileField::dropEvent(QDropEvent* event)
{
    const QString path = fileOf(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_edit->setText(path);
    m_edit->setFocus();
}

} // namespace ui
