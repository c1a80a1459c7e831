// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "ui/shell/Page.h"

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class StartOverBox;
class VaultHost;

/// What is seen in place of the pages while the vault is locked, or its file cannot be used: the way back in.
class LockPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockPage)

public:
    explicit LockPage(VaultHost& vault, QWidget* parent = nullptr);

    void enter() override;
    void runPrimary() override;
    /// Why what was asked for did not happen.
    void tell(const base::Result<>& outcome);

Q_SIGNALS:
    /// The user wants to go on without the secrets.
    void sandboxWanted();
    /// The key is lost: the vault shall be set aside.
    void startOverWanted();

private:
    void refresh();
    void unlock();
    void askKeychain();
    void useKeyFile();
    void restoreBackup();

    VaultHost& m_vault;
    QLabel* m_title;
    QLabel* m_text;
    QLineEdit* m_passphrase;
    QPushButton* m_unlock;
    QPushButton* m_keychain;
    QPushButton* m_keyFile;
    QPushButton* m_backup;
    QPushButton* m_sandbox;
    QPushButton* m_lost;
    StartOverBox* m_startOver;
    Banner* m_banner;
    bool m_asking = false; ///< the keychain
};

} // namespace ui
