// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/catalogue/Endpoint.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace catalogue {

/// What a router knows of a request when it asks which entry it is.
struct RequestShape
{
    std::string_view method;
    std::span<const std::string> segments; ///< behind /{org}/{app} or /app-id/{id}, percent-decoded
    const base::JsonValue* body = nullptr; ///< parsed JSON (a form as an object), or nullptr
    std::span<const std::pair<std::string, std::string>> headers = {};
};

struct Match
{
    enum class Kind { Found, OtherMethod, NoSuchPath };

    Kind kind = Kind::NoSuchPath;
    const Endpoint* endpoint = nullptr;                          ///< set when Found
    std::vector<std::pair<std::string, std::string>> pathValues; ///< by placeholder, in order, when Found
    std::vector<std::string> allowedMethods;                     ///< sorted, when OtherMethod
};

/// The endpoints of the Agora Chat RESTful API as data. Loaded from a JSON array of entries; several files of
/// the same schema can be put together with `add`.
class Catalogue final
{
public:
    /// Errors: bad-json, json-too-deep, bad-catalogue (a missing member, an unknown word, an id used twice,
    /// a placeholder without its parameter or the reverse).
    [[nodiscard]] static base::Result<Catalogue> load(std::string_view json);

    /// Adds the entries of a second file; nothing is added when one of them is wrong. Pointers from `find`
    /// and `match` go stale. Errors as `load`.
    [[nodiscard]] base::Result<> add(std::string_view json);

    [[nodiscard]] const std::vector<Endpoint>& endpoints() const { return m_endpoints; }

    /// The group names in the order of the file.
    [[nodiscard]] const std::vector<std::string>& groups() const { return m_groups; }

    [[nodiscard]] const Endpoint* find(std::string_view id) const;

    /// What `id` (a wrong or a partial one) may mean: the ids that contain it in the order of the file, else
    /// the one that a typing error separates from it; at most `limit`.
    [[nodiscard]] std::vector<std::string> similarIds(std::string_view id, std::size_t limit = 3) const;

    /// The entry that a request is for. A literal segment wins over a {placeholder}, the first difference
    /// from the left decides; among entries of the same shape `route_by` decides, and the first in the file
    /// when none of them holds.
    [[nodiscard]] Match match(const RequestShape& request) const;

private:
    void index();

    std::vector<Endpoint> m_endpoints;
    std::vector<std::string> m_groups;
    std::map<std::string, std::size_t, std::less<>> m_byId;
    std::unordered_map<std::size_t, std::vector<std::pair<std::vector<std::string>, std::size_t>>> m_bySize;
};

} // namespace catalogue
