// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SaveDialog.h"

#include "core/base/Errors.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {
namespace {

class SaveDialogText final
{
    Q_DECLARE_TR_FUNCTIONS(ui::SaveDialog)

public:
    static QString question(const QString& path) { return tr("“%1” is there already.").arg(path); }
    static QString consequence() { return tr("What is in it will be lost."); }
    static QString replace() { return tr("Replace"); }
    static QString keep() { return tr("Leave it"); }
};

/// The one question; that of Qt's own dialog is switched off, for not every dialog asks it.
void askToReplace(QWidget* parent, const QString& path, std::function<void()> yes)
{
    auto* box = new QMessageBox(QMessageBox::Warning, QString(), SaveDialogText::question(path),
                                QMessageBox::NoButton, parent);
    box->setObjectName(QStringLiteral("replaceQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(SaveDialogText::consequence());
    auto* replace = box->addButton(SaveDialogText::replace(), QMessageBox::DestructiveRole);
    replace->setObjectName(QStringLiteral("replaceFile"));
    auto* keep = box->addButton(SaveDialogText::keep(), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("leaveFile"));
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(replace, &QPushButton::clicked, parent, std::move(yes));
    box->open();
}

void take(QWidget* parent, const SaveDialog& dialog, const QString& path)
{
    base::Output output{path.toStdString(), false, dialog.guard};
    const auto ok = base::checkOutput(output);
    if (ok)
        return dialog.use(output);
    if (ok.error().code != base::errors::kOutputExists)
        return dialog.refused(ok.error());
    if (!dialog.mayReplace)
        return dialog.use(output); // which says so in its own words
    output.replace = true;
    askToReplace(parent, path, [use = dialog.use, output] { use(output); });
}

} // namespace

void askForOutput(QWidget* parent, SaveDialog dialog)
{
    auto* files = new QFileDialog(parent, dialog.title);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setOption(QFileDialog::DontConfirmOverwrite);
    files->selectFile(dialog.proposal);
    QObject::connect(
        files, &QFileDialog::fileSelected, parent,
        [parent, dialog = std::move(dialog)](const QString& path) { take(parent, dialog, path); });
    files->open();
}

} // namespace ui
