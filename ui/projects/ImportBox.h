// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks, in place, for the passphrase of an export with certificates.
class ImportBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportBox)

public:
    explicit ImportBox(QWidget* parent = nullptr);

    void ask(const QString& path);
    void setBusy(bool busy);
    /// Says why the export was not opened, and asks for its passphrase again.
    void refuse(const QString& text);

Q_SIGNALS:
    void accepted(const QString& path, const QString& passphrase);

private:
    void showError(const QString& text);
    void accept();

    QString m_path;
    QLabel* m_text;
    QLineEdit* m_passphrase;
    QLabel* m_error;
    QPushButton* m_accept;
};

} // namespace ui
