// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/Keychain.h"

#include <QObject>

#include <memory>

namespace QKeychain {
class Job;
}

namespace vault {

/// The keychain of the desktop session by QtKeychain (Secret Service or KWallet here): service
/// "chat-token-console", user "hex(vault id)/hex(salt)", the 32 bytes. Never falls back to a plain file.
/// Needs an event loop. QtKeychain does one job after another, so that one which hangs holds up the next; a
/// copy of the key may stay in its memory.
class SystemKeychain final : public Keychain
{
public:
    SystemKeychain();
    ~SystemKeychain() override;

    void read(const VaultId& id, const Salt& salt, Read done,
              std::chrono::milliseconds wait = kWait) override;
    void write(const VaultId& id, const Salt& salt, const VaultKey& key, Done done,
               std::chrono::milliseconds wait = kWait) override;
    void erase(const VaultId& id, const Salt& salt, Done done,
               std::chrono::milliseconds wait = kWait) override;
    void isAnswering(Done done, std::chrono::milliseconds wait = kWait) override;

private:
    /// Starts the job; `finished` gets it when it is done, or nullptr when `wait` was over first.
    void start(std::unique_ptr<QKeychain::Job> job, const QString& user, std::chrono::milliseconds wait,
               std::function<void(QKeychain::Job*)> finished);

    std::unique_ptr<QObject> m_context; // what still comes after the end of this object finds nobody
};

} // namespace vault
