// SPDX-License-Identifier: Apache-2.0
#include "core/project/SeenVaults.h"

#include "core/base/Json.h"
#include "core/base/SafeFile.h"
#include "core/vault/Errors.h"

#include <algorithm>
#include <utility>

namespace project {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxFile = std::size_t{1} << 20;

std::int64_t numberOf(const vault::VaultInfo& vault)
{
    return static_cast<std::int64_t>(vault.header.generation);
}

std::int64_t numberIn(const base::JsonObject& vaults, const std::string& id)
{
    for (const auto& [name, number] : vaults) {
        if (name == id)
            return number.integer().value_or(0);
    }
    return 0;
}

} // namespace

SeenVaults::SeenVaults(Home home)
    : m_home(std::move(home))
{
}

/// A file that cannot be understood has seen nothing.
base::JsonObject SeenVaults::read() const
{
    const auto text = base::readOwnFile(m_home.seenFile(), kMaxFile);
    const auto json = text ? base::JsonValue::parse(*text) : base::fail(text.error());
    const base::JsonValue* vaults = json ? json->find("vaults") : nullptr;
    return vaults && vaults->object() ? *vaults->object() : base::JsonObject();
}

std::optional<base::Error> SeenVaults::older(const vault::VaultInfo& vault) const
{
    const std::int64_t seen = numberIn(read(), vault.header.id.hex());
    if (numberOf(vault) >= seen)
        return std::nullopt;
    return base::makeError(vault::errors::kOlderCopy, "",
                           {vault.path, std::to_string(numberOf(vault)), std::to_string(seen)});
}

void SeenVaults::note(const vault::VaultInfo& vault) const
{
    base::JsonObject vaults = read();
    const std::string id = vault.header.id.hex();
    if (m_home.folder.empty() || numberIn(vaults, id) == numberOf(vault))
        return;
    std::erase_if(vaults, [&](const auto& each) { return each.first == id; });
    vaults.emplace_back(id, numberOf(vault));
    const base::JsonValue json(base::JsonObject{{"version", kVersion}, {"vaults", std::move(vaults)}});
    if (base::checkRegular(-1, m_home.seenFile()))
        static_cast<void>(
            base::writeFileAtomically(m_home.seenFile(), json.toJson(base::JsonStyle::Pretty) + '\n'));
}

} // namespace project
