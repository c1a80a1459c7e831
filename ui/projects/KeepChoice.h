// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ui {

class StrengthMeter;

/// The question that comes with the first certificate: where it shall be kept. Asked once, in place.
class KeepChoice final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeepChoice)

public:
    enum class Where { Keychain, Passphrase, Session };

    explicit KeepChoice(QWidget* parent = nullptr);

    /// The keychain is offered only when `offerKeychain` says so.
    void ask();
    void offerKeychain(bool answers);
    /// Shown while the key is being made.
    void setBusy(bool busy);
    /// Says why no key was made, and asks for the passphrase again.
    void refuse(const QString& text);

Q_SIGNALS:
    void chosen(ui::KeepChoice::Where where, const QString& passphrase);

private:
    void showError(const QString& text);
    void check();
    void accept();

    QRadioButton* m_keychainChoice;
    QLabel* m_keychainTruth = nullptr;
    QRadioButton* m_passphraseChoice;
    QRadioButton* m_sessionChoice;
    QWidget* m_fields;
    QLineEdit* m_first;
    QLineEdit* m_second;
    StrengthMeter* m_strength;
    QLabel* m_error;
    QPushButton* m_accept;
};

} // namespace ui
