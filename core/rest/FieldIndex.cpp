// SPDX-License-Identifier: Apache-2.0
#include "core/rest/FieldIndex.h"

#include "core/base/Nearest.h"
#include "core/rest/FieldPath.h"

#include <algorithm>
#include <array>

namespace rest {
namespace {

using catalogue::Field;

const Field* named(const std::vector<Field>& fields, std::string_view name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* named(const std::vector<const Field*>& fields, std::string_view name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field* field) { return field->name == name; });
    return found == fields.end() ? nullptr : *found;
}

} // namespace

FieldIndex::FieldIndex(const catalogue::Endpoint& endpoint, std::string_view variantType)
    : m_endpoint(endpoint)
{
    for (const Field& field : endpoint.bodyFields)
        m_body.push_back(&field);
    for (const catalogue::BodyVariant& variant : endpoint.bodyVariants)
        for (const Field& field : variant.fields)
            (variant.type == variantType ? m_body : m_otherVariants).push_back(&field);
}

const Field* FieldIndex::bodyField(std::string_view name) const
{
    const std::string plain = catalogueName(name);
    if (const Field* field = named(m_body, plain))
        return field;
    if (const Field* field = named(m_otherVariants, plain))
        return field;
    // "usernames[0]" is one entry of the list `usernames`.
    constexpr std::string_view kEntry = "[]";
    if (plain.size() > kEntry.size() && plain.ends_with(kEntry)) {
        const Field* list = named(m_body, std::string_view(plain).substr(0, plain.size() - kEntry.size()));
        if (list && list->type == catalogue::FieldType::StringArray)
            return list;
    }
    // "{key}" stands for any name.
    if (name.find_first_of(".[{") == std::string_view::npos)
        for (const Field* field : m_body)
            if (field->name.front() == '{')
                return field;
    return nullptr;
}

bool FieldIndex::belowObject(std::string_view name) const
{
    std::string plain = catalogueName(name);
    for (std::size_t cut = plain.find_last_of(".["); cut != std::string::npos && cut > 0;
         cut = plain.find_last_of(".[")) {
        plain.resize(cut);
        const Field* parent = named(m_body, plain);
        if (parent && parent->type == catalogue::FieldType::Object)
            return parsePath(name).has_value();
    }
    return false;
}

std::optional<FieldRef> FieldIndex::find(std::string_view name) const
{
    struct Prefix
    {
        std::string_view text;
        Place place;
    };
    constexpr std::array<Prefix, 4> kPrefixes{{{"path:", Place::Path},
                                               {"query:", Place::Query},
                                               {"header:", Place::Header},
                                               {"body:", Place::Body}}};
    std::optional<Place> only;
    for (const Prefix& prefix : kPrefixes)
        if (name.substr(0, prefix.text.size()) == prefix.text) {
            only = prefix.place;
            name.remove_prefix(prefix.text.size());
            break;
        }
    const auto look = [&](Place place, const Field* field) -> std::optional<FieldRef> {
        if (!field || (only && *only != place))
            return std::nullopt;
        return FieldRef{place, std::string(name), field};
    };
    if (auto found = look(Place::Path, named(m_endpoint.pathFields, name)))
        return found;
    if (auto found = look(Place::Query, named(m_endpoint.queryFields, name)))
        return found;
    if (auto found = look(Place::Header, named(m_endpoint.headerFields, name)))
        return found;
    if (auto found = look(Place::Body, bodyField(name)))
        return found;
    if ((!only || *only == Place::Body) && belowObject(name))
        return FieldRef{Place::Body, std::string(name), nullptr};
    return std::nullopt;
}

std::string FieldIndex::nearestName(std::string_view name) const
{
    std::vector<std::string_view> names;
    for (const auto* fields : {&m_endpoint.pathFields, &m_endpoint.queryFields, &m_endpoint.headerFields})
        for (const Field& field : *fields)
            names.push_back(field.name);
    for (const Field* field : m_body)
        names.push_back(field->name);
    return std::string(base::nearest(name, names));
}

} // namespace rest
