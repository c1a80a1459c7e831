// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Keychain.h"

#include "core/vault/Errors.h"

#include <memory>
#include <utility>

namespace vault {

void Keychain::store(const VaultId& id, const Salt& salt, const VaultKey& key, Done done,
                     std::chrono::milliseconds wait)
{
    auto expected = std::make_shared<const VaultKey>(key.copy()); // std::function wants a copy of its own
    auto compare = [expected, done](base::Result<VaultKey> back) {
        if (!back)
            done(base::fail(back.error()));
        else if (*back == *expected)
            done({});
        else
            done(base::fail(errors::kKeychainRefused, "", std::vector{std::string("other bytes came back")}));
    };
    write(
        id, salt, key,
        [this, id, salt, wait, done, compare = std::move(compare)](base::Result<> written) {
            if (written)
                read(id, salt, compare, wait);
            else
                done(base::fail(written.error()));
        },
        wait);
}

} // namespace vault
