// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

#include "core/vault/KeyFile.h"

namespace cli {

Outcome runVaultKeyFile(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    if (auto opened = needVault(context, *stores, Access::Guard); !opened)
        return failed(opened.error());
    const vault::Vault& vault = stores->secrets.vault();
    const std::string& path = context.args.operands[0];
    const vault::Header header = vault.info().header;
    const auto key = vault.copyKey();
    const auto written = key ? vault::writeKeyFile(context.output(path), header.id, header.salt, *key)
                             : base::Result<>(base::fail(key.error()));
    if (!written)
        return failed(written.error());
    if (context.io.json)
        context.io.object(base::JsonObject{{"key_file", path}});
    else
        context.io.line("Written: " + path + " (it opens the vault by itself: keep it away from the vault)");
    return kDone;
}

} // namespace cli
