// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/Draft.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rest {

enum class Place { Path, Query, Header, Body };

/// Where a name of a draft belongs.
struct FieldRef
{
    Place place = Place::Body;
    std::string name;                        ///< without the `path:` before it
    const catalogue::Field* field = nullptr; ///< nullptr for a member below an Object field
};

/// The fields of one endpoint by name, those of the chosen kind of message body included.
class FieldIndex final
{
public:
    /// `variantType` is the draft's value of `type` (txt, img ...), which decides between fields of the same
    /// name in several body variants; the index refers to the endpoint.
    FieldIndex(const catalogue::Endpoint& endpoint, std::string_view variantType);

    [[nodiscard]] std::optional<FieldRef> find(std::string_view name) const;

    /// Every field of the body that applies: the endpoint's own and those of the variant.
    [[nodiscard]] const std::vector<const catalogue::Field*>& bodyFields() const { return m_body; }

    [[nodiscard]] std::string nearestName(std::string_view name) const;

private:
    [[nodiscard]] const catalogue::Field* bodyField(std::string_view name) const;
    [[nodiscard]] bool belowObject(std::string_view name) const;

    const catalogue::Endpoint& m_endpoint;
    std::vector<const catalogue::Field*> m_body;
    std::vector<const catalogue::Field*> m_otherVariants;
};

} // namespace rest
