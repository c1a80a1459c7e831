// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class Presenter;

/// A field for a secret that is kept elsewhere. What is kept is not in the widget: it is fetched when the
/// user reveals it and leaves again after 30 s, when the focus goes, and when presenter mode begins. What is
/// typed is a new value and is masked. A revealed text cannot be selected, so that it reaches no clipboard by
/// accident.
class SecretField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretField)

public:
    using Fetch = std::function<base::Result<base::SecretBytes>()>;

    SecretField(const QString& title, const char* objectName, const QString& hint, Presenter& presenter,
                QWidget* parent = nullptr);

    /// Something is kept, and `where` says so in a few words; an empty text: nothing is.
    void setKept(const QString& where, Fetch fetch = {});
    /// The new value; empty when the user has typed none.
    [[nodiscard]] QString typed() const;
    void setTyped(const QString& text);
    void setReadOnly(bool readOnly);
    void setError(const QString& text);
    void conceal();
    void focusEdit();

Q_SIGNALS:
    void changed();
    void copyRequested(const QString& secret);
    void failed(const base::Error& error);

private:
    void reveal();
    void copy();
    void showButtons();

    QLineEdit* m_edit;
    QToolButton* m_reveal;
    QToolButton* m_copy;
    QLabel* m_error;
    QString m_hint;
    QString m_where;
    Fetch m_fetch;
    Presenter& m_presenter;
    QTimer m_end;
    bool m_readOnly = false;
    bool m_revealed = false; ///< the kept value is in the edit
};

} // namespace ui
