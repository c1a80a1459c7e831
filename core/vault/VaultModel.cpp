// SPDX-License-Identifier: Apache-2.0
#include "core/vault/VaultModel.h"

#include "core/vault/Errors.h"

#include <set>
#include <utility>

namespace vault {
namespace {

using base::fail;
using base::JsonArray;
using base::JsonObject;
using base::JsonValue;
using base::Result;

constexpr std::int64_t kSchema = 1;
constexpr std::string_view kSecrets = "secrets";
constexpr std::string_view kProjects = "projects";

void setMember(JsonValue& json, std::string_view name, JsonValue value)
{
    JsonObject& object = *json.object();
    std::erase_if(object, [name](const base::JsonMember& member) { return member.first == name; });
    object.emplace_back(std::string(name), std::move(value));
}

} // namespace

VaultModel VaultModel::empty()
{
    return {JsonObject{{"schema", kSchema}, {std::string(kSecrets), JsonArray{}}}, {}};
}

Result<VaultModel> VaultModel::read(const OpenedVault& opened, const std::string& path)
{
    const auto broken = fail(errors::kContentsBroken, "", std::vector{path});
    auto json = JsonValue::parse(opened.json());
    const JsonValue* schema = json ? json->find("schema") : nullptr;
    if (!json || !json->object() || !schema || !schema->integer())
        return broken;
    if (*schema->integer() > kSchema)
        return fail(errors::kNewer, "", std::vector{path, "1." + schema->number()->text});
    VaultModel model{std::move(*json), {}};
    const JsonValue* list = model.json.find(kSecrets);
    if (!list)
        return model;
    if (!list->array())
        return broken;
    std::set<std::uint32_t> used;
    for (const JsonValue& item : *list->array()) {
        const JsonValue* number = item.find("id");
        const auto value = number ? number->integer() : std::nullopt;
        if (!value || *value < 0 || *value > std::int64_t{0xFFFFFFFF})
            return broken;
        const auto id = static_cast<std::uint32_t>(*value);
        Slot slot{std::string(item.text("project")), std::string(item.text("role"))};
        if (slot.projectId.empty() || slot.role.empty() || !opened.find(id) || !used.insert(id).second ||
            !model.index.emplace(std::move(slot), id).second)
            return broken;
    }
    return model;
}

std::string VaultModel::toJson()
{
    JsonArray list;
    for (const auto& [slot, id] : index)
        list.push_back(JsonObject{{"id", id}, {"project", slot.projectId}, {"role", slot.role}});
    setMember(json, kSecrets, std::move(list));
    return json.toJson();
}

const JsonValue* VaultModel::projects() const
{
    return json.find(kProjects);
}

void VaultModel::setProjects(JsonValue projects)
{
    setMember(json, kProjects, std::move(projects));
}

} // namespace vault
