// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace ui {

/// A line for the path of a file, with a button that opens a dialog for it. A file that is dropped on it is
/// taken, too. The path may begin with `~/`.
class FileField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileField)

public:
    /// `title` says which file, for assistive technology.
    FileField(const QString& title, const QString& path, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();

    QString m_title;
    QLineEdit* m_edit;
};

} // namespace ui
