// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace ui {

class ClipboardGuard;

/// What this program is, of what it is made, and where it keeps its data; with a button that copies that for
/// a report.
class AboutDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    AboutDialog(ClipboardGuard& clipboard, const QString& dataFolder, const QString& language,
                QWidget* parent);
};

} // namespace ui
