// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/vault/VaultFormat.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vault {

/// The roles of a project's secrets. Any other word is one, too.
inline constexpr std::string_view kCertificate = "certificate"; ///< the primary App Certificate
inline constexpr std::string_view kPreviousCertificate = "previous-certificate";

/// Whose secret, and which one.
struct Slot
{
    std::string projectId;
    std::string role;
    auto operator<=>(const Slot&) const = default;
};

/// What the JSON of the plaintext says. No secret in it: it refers to secrets by their number.
///
///     {"schema": 1, "secrets": [{"id": 1, "project": "...", "role": "..."}], "projects": [...] (exports
///     only)}
///
/// Members that are not known are kept.
struct VaultModel
{
    base::JsonValue json;
    std::map<Slot, std::uint32_t> index;

    [[nodiscard]] static VaultModel empty();
    /// Every entry must have its secret, and none two; secrets that no entry names are let stand. Errors:
    /// vault-contents-broken, vault-newer (a later schema), both with `path`.
    [[nodiscard]] static base::Result<VaultModel> read(const OpenedVault& opened, const std::string& path);

    /// The JSON with the index as it is now.
    [[nodiscard]] std::string toJson();

    /// The projects of an export; nullptr in a vault.
    [[nodiscard]] const base::JsonValue* projects() const;
    void setProjects(base::JsonValue projects);
};

} // namespace vault
