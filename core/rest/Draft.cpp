// SPDX-License-Identifier: Apache-2.0
#include "core/rest/Draft.h"

#include <algorithm>

namespace rest {
namespace {

using base::JsonValue;
using catalogue::Endpoint;
using catalogue::Field;

/// A text that typedValue reads back as the same value.
std::string textOf(const JsonValue& value)
{
    if (const std::string* text = value.string())
        return *text;
    const base::JsonArray* array = value.array();
    const bool plain =
        array && !array->empty() && std::all_of(array->begin(), array->end(), [](const JsonValue& item) {
            const std::string* text = item.string();
            return text && !text->empty() && text->find_first_of(",\n[ ") == std::string::npos;
        });
    if (!plain)
        return value.toJson();
    std::string out;
    for (const JsonValue& item : *array)
        out += (out.empty() ? "" : ",") + *item.string();
    return out;
}

class Filler final
{
public:
    Filler(const Endpoint& endpoint, Draft& draft)
        : m_endpoint(endpoint)
        , m_draft(draft)
    {
    }

    /// `name` is where the value goes, `plain` the same in the catalogue's words.
    void fill(const std::string& name, const std::string& plain, const JsonValue& value)
    {
        const base::JsonObject* object = value.object();
        if (!object || !hasFieldsBelow(plain)) {
            m_draft.values.emplace_back(name, textOf(value));
            return;
        }
        base::JsonObject rest;
        for (const auto& [key, member] : *object) {
            if (isField(plain + '.' + key) || hasFieldsBelow(plain + '.' + key))
                fill(name + '.' + key, plain + '.' + key, member);
            else
                rest.emplace_back(key, member);
        }
        if (!rest.empty())
            m_draft.values.emplace_back(name, JsonValue(std::move(rest)).toJson());
    }

private:
    /// Members that only a variant of the body lists are left inside their parent: a form shows that.
    template<class Test>
    bool any(Test test) const
    {
        return std::any_of(m_endpoint.bodyFields.begin(), m_endpoint.bodyFields.end(), test);
    }
    bool isField(const std::string& name) const
    {
        return any([&](const Field& field) { return field.name == name; });
    }
    bool hasFieldsBelow(const std::string& name) const
    {
        return any([&](const Field& field) { return field.name.rfind(name + '.', 0) == 0; });
    }

    const Endpoint& m_endpoint;
    Draft& m_draft;
};

void fillBody(const Endpoint& endpoint, Draft& draft)
{
    const JsonValue* example = endpoint.bodyExample();
    if (!example)
        return;
    Filler filler(endpoint, draft);
    if (const base::JsonObject* object = example->object()) {
        for (const auto& [key, value] : *object)
            filler.fill(key, key, value);
        return;
    }
    const base::JsonArray& array = *example->array();
    const bool bare = std::none_of(array.begin(), array.end(), [](const JsonValue& v) { return v.object(); });
    if (bare) {
        draft.values.emplace_back("[]", textOf(*example));
        return;
    }
    for (std::size_t i = 0; i < array.size(); ++i)
        for (const auto& [key, value] : *array[i].object())
            filler.fill('[' + std::to_string(i) + "]." + key, "[]." + key, value);
}

} // namespace

void Draft::set(std::string_view name, std::string_view value)
{
    for (auto& [known, text] : values)
        if (known == name) {
            text = value;
            return;
        }
    values.emplace_back(name, value);
}

const std::string* Draft::find(std::string_view name) const
{
    for (const auto& [known, text] : values)
        if (known == name)
            return &text;
    return nullptr;
}

Target targetOf(const project::Project& project)
{
    return {project.restHost, project.orgName, project.appName, project.appId};
}

Draft defaultDraft(const Endpoint& endpoint)
{
    Draft draft;
    draft.endpointId = endpoint.id;
    const auto& routed = endpoint.routeBy.headerIs; // without it, the request is another endpoint's
    const auto add = [&](const std::vector<Field>& fields, const char* prefix) {
        for (const Field& field : fields) {
            const bool tellsApart = routed && routed->first == field.name;
            const bool example = (field.required || tellsApart) && !field.example.isNull();
            const std::string value = example                        ? textOf(field.example)
                                      : !field.defaultValue.isNull() ? field.defaultText
                                                                     : std::string();
            // The token's header is added when the request is sent.
            if (!value.empty() && field.name != "Authorization")
                draft.values.emplace_back(draft.find(field.name) ? prefix + field.name : field.name, value);
        }
    };
    add(endpoint.pathFields, "path:");
    add(endpoint.queryFields, "query:");
    add(endpoint.headerFields, "header:");
    fillBody(endpoint, draft);
    return draft;
}

} // namespace rest
