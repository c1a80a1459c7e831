// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/Errors.h"
#include "core/vault/Keychain.h"

#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace support {

/// A keychain in memory, which answers in the next turn of the event loop, as it is told.
class FakeKeychain final : public vault::Keychain
{
public:
    std::map<std::string, vault::VaultKey> entries;
    std::optional<base::Error> readFails;
    std::optional<base::Error> writeFails;
    bool forgets = false; ///< says yes to a write and keeps other bytes
    bool neverAnswers = false;
    std::string log; ///< "write read erase " in the order of the calls

    void read(const vault::VaultId& id, const vault::Salt& salt, Read done,
              std::chrono::milliseconds) override
    {
        log += "read ";
        later([this, name = nameOf(id, salt), done = std::move(done)] {
            const auto found = entries.find(name);
            if (readFails)
                done(base::fail(*readFails));
            else if (found == entries.end())
                done(base::fail(vault::errors::kKeychainLockedOrMissing));
            else
                done(found->second.copy());
        });
    }
    void write(const vault::VaultId& id, const vault::Salt& salt, const vault::VaultKey& key, Done done,
               std::chrono::milliseconds) override
    {
        log += "write ";
        if (!writeFails)
            entries.insert_or_assign(nameOf(id, salt), forgets ? vault::VaultKey::random() : key.copy());
        later([this, done = std::move(done)] {
            done(writeFails ? base::Result<>(base::fail(*writeFails)) : base::Result<>());
        });
    }
    void erase(const vault::VaultId& id, const vault::Salt& salt, Done done,
               std::chrono::milliseconds) override
    {
        log += "erase ";
        entries.erase(nameOf(id, salt));
        later([done = std::move(done)] { done({}); });
    }
    void isAnswering(Done done, std::chrono::milliseconds) override
    {
        later([this, done = std::move(done)] {
            done(readFails ? base::Result<>(base::fail(*readFails)) : base::Result<>());
        });
    }
    static std::string nameOf(const vault::VaultId& id, const vault::Salt& salt)
    {
        return id.hex() + "/" + salt.hex();
    }

private:
    template<class Call>
    void later(Call call)
    {
        if (!neverAnswers)
            QTimer::singleShot(0, &m_context, std::move(call));
    }
    QObject m_context;
};

} // namespace support
