// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "ui/shell/Context.h"
#include "ui/shell/VaultHost.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class ProjectFiles;
class StrengthMeter;

/// Where the secrets are, what protects them and what does not; change of passphrase, recovery file, export.
class SecurityPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecurityPanel)

public:
    /// What happens is said in `banner`, which stands outside of what is scrolled.
    SecurityPanel(Context& context, ProjectFiles& files, Banner& banner, QWidget* parent = nullptr);

    /// How an export or a change went; what was typed for it goes.
    void tell(const base::Result<>& outcome, const QString& done, const QString& hint = {});

private:
    QLabel* addFact(QFormLayout* form, const QString& title, const char* objectName);
    QLineEdit* addSecret(QFormLayout* form, const QString& title, const char* objectName);
    void buildFacts(QVBoxLayout* column);
    void buildPassphrase(QVBoxLayout* column);
    void buildFiles(QVBoxLayout* column);
    void buildPromises(QVBoxLayout* column);
    void refresh();
    void refreshKeys(const vault::Header& header, bool open);
    [[nodiscard]] bool isConfirmed() const;
    void changeKey(const KeyWays& ways, const QString& done);
    void changePassphrase();
    void switchKeychain();
    void saveKeyFile();
    void saveAgain();
    void exportSecrets();
    void pickFile(const QString& title, const QString& proposal, bool mayReplace,
                  std::function<void(const base::Output&)> use);

    Context& m_context;
    ProjectFiles& m_files;
    Banner& m_banner;
    QLabel* m_state = nullptr;
    QLabel* m_file = nullptr;
    QLabel* m_cipher = nullptr;
    QLabel* m_source = nullptr;
    QLabel* m_saved = nullptr;
    QLabel* m_lastLock = nullptr;
    QPushButton* m_saveAgain = nullptr;
    QWidget* m_passphraseBox = nullptr;
    QLabel* m_oldTitle = nullptr;
    QLineEdit* m_old = nullptr;
    QLineEdit* m_first = nullptr;
    StrengthMeter* m_strength = nullptr;
    QLineEdit* m_second = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_keyFile = nullptr;
    QPushButton* m_keychain = nullptr;
    QLineEdit* m_exportPassphrase = nullptr;
    StrengthMeter* m_exportStrength = nullptr;
    QPushButton* m_exportSecrets = nullptr;
};

} // namespace ui
