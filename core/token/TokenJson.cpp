// SPDX-License-Identifier: Apache-2.0
#include "core/token/TokenJson.h"

#include "core/base/Nearest.h"
#include "core/base/Utf8.h"
#include "core/token/Errors.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace token {
namespace {

using base::fail;
using base::JsonArray;
using base::JsonMember;
using base::JsonObject;
using base::JsonValue;
using base::Result;

constexpr std::int64_t kU16Max = std::numeric_limits<std::uint16_t>::max();
constexpr std::int64_t kU32Max = std::numeric_limits<std::uint32_t>::max();

tl::unexpected<base::Error> wrongType(std::string path, std::string_view expected)
{
    return fail(errors::kWrongType, path, std::vector{std::string(expected)});
}

Result<std::int64_t> integer(const JsonValue& value, const std::string& path, std::int64_t lowest,
                             std::int64_t highest)
{
    if (!value.number())
        return wrongType(path, "integer");
    const auto number = value.integer();
    if (!number || *number < lowest || *number > highest)
        return fail(errors::kOutOfRange, path,
                    std::vector{value.number()->text, std::to_string(lowest), std::to_string(highest)});
    return *number;
}

Result<> knownMembers(const JsonObject& object, const std::string& path,
                      std::span<const std::string_view> known)
{
    for (const JsonMember& member : object) {
        if (std::find(known.begin(), known.end(), member.first) == known.end())
            return fail(errors::kUnknownField, path + base::visible(member.first),
                        std::vector{std::string(base::nearest(member.first, known))});
    }
    return {};
}

/// A required list of objects; `read` is called with each and its path.
template<class Read>
Result<> eachObject(const JsonValue& owner, const std::string& path, std::string_view name, Read read)
{
    const std::string listPath = path + std::string(name);
    const JsonValue* list = owner.find(name);
    if (!list)
        return fail(errors::kMissingField, listPath);
    const JsonArray* items = list->array();
    if (!items)
        return wrongType(listPath, "array");
    for (std::size_t i = 0; i < items->size(); ++i) {
        const std::string itemPath = listPath + '[' + std::to_string(i) + ']';
        if (!(*items)[i].object())
            return wrongType(itemPath, "object");
        if (auto ok = read((*items)[i], itemPath + '.'); !ok)
            return ok;
    }
    return {};
}

/// The required integer member `name` of `owner`.
Result<std::int64_t> member(const JsonValue& owner, const std::string& path, std::string_view name,
                            std::int64_t lowest, std::int64_t highest)
{
    const JsonValue* value = owner.find(name);
    if (!value)
        return fail(errors::kMissingField, path + std::string(name));
    return integer(*value, path + std::string(name), lowest, highest);
}

Result<> readPrivileges(const JsonValue& json, const std::string& path, Service& service)
{
    const JsonValue* value = json.find("privileges");
    if (!value)
        return fail(errors::kMissingField, path + "privileges");
    const JsonObject* map = value->object();
    if (!map)
        return wrongType(path + "privileges", "object");
    for (const auto& [key, seconds] : *map) {
        std::uint16_t id = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
        const std::string keyPath = path + "privileges." + base::visible(key);
        if (error != std::errc{} || end != key.data() + key.size())
            return fail(errors::kOutOfRange, keyPath,
                        std::vector{base::visible(key), std::string("0"), std::to_string(kU16Max)});
        if (service.privilege(id))
            return fail(errors::kDuplicatePrivilege, path + "privileges", std::vector{std::to_string(id)});
        const auto number = integer(seconds, keyPath, 0, kU32Max);
        if (!number)
            return fail(number.error());
        service.privileges.push_back({id, static_cast<std::uint32_t>(*number)});
    }
    return {};
}

Result<> readPermissions(const JsonValue& json, const std::string& path, Service& service)
{
    if (!json.find("permissions"))
        return {};
    return eachObject(
        json, path, "permissions", [&](const JsonValue& item, const std::string& at) -> Result<> {
            const auto resource = member(item, at, "resource", 0, kU16Max);
            if (!resource)
                return fail(resource.error());
            ResourcePermissions& entry = service.permissions.emplace_back();
            entry.resource = static_cast<std::uint16_t>(*resource);
            return eachObject(item, at, "permissions",
                              [&](const JsonValue& inner, const std::string& innerAt) -> Result<> {
                                  const auto id = member(inner, innerAt, "permission", 0, kU16Max);
                                  if (!id)
                                      return fail(id.error());
                                  Permission& permission = entry.permissions.emplace_back();
                                  permission.permission = static_cast<std::uint16_t>(*id);
                                  const JsonValue* names = inner.find("resources");
                                  if (!names || !names->array())
                                      return wrongType(innerAt + "resources", "array");
                                  for (const JsonValue& name : *names->array()) {
                                      if (!name.string())
                                          return wrongType(innerAt + "resources", "string");
                                      permission.resources.push_back(*name.string());
                                  }
                                  return {};
                              });
        });
}

Result<> readService(const JsonValue& json, const std::string& path, Service& service)
{
    const auto type = member(json, path, "type", 0, kU16Max);
    if (!type)
        return fail(type.error());
    service.type = static_cast<std::uint16_t>(*type);
    const ServiceInfo* info = serviceInfo(service.type);
    if (!info)
        return fail(errors::kUnknownService, path + "type", std::vector{std::to_string(*type)});

    std::vector<std::string_view> known{"type", "name", "privileges"};
    for (const ServiceField& field : info->fields)
        known.push_back(field.name);
    if (auto ok = knownMembers(*json.object(), path, known); !ok)
        return ok;
    if (auto ok = readPrivileges(json, path, service); !ok)
        return ok;

    for (const ServiceField& field : info->fields) {
        const JsonValue* value = json.find(field.name);
        const std::string fieldPath = path + std::string(field.name);
        if (field.kind == ServiceFieldKind::Permissions) {
            if (auto ok = readPermissions(json, path, service); !ok)
                return ok;
        } else if (field.kind == ServiceFieldKind::Role) {
            service.role = -1; // none, as the vendor's builders write it
            if (value) {
                const auto role = integer(*value, fieldPath, std::numeric_limits<std::int16_t>::min(),
                                          std::numeric_limits<std::int16_t>::max());
                if (!role)
                    return fail(role.error());
                service.role = static_cast<std::int16_t>(*role);
            }
        } else if (value) {
            if (!value->string())
                return wrongType(fieldPath, "string");
            service.*field.text = *value->string();
        }
    }
    return {};
}

} // namespace

Result<TokenInput> tokenInputFromJson(const JsonValue& json, const TokenInput& defaults)
{
    static constexpr std::string_view kKnown[] = {"app_id", "issue_ts", "expire", "salt", "services"};
    if (!json.object())
        return wrongType("", "object");
    if (auto ok = knownMembers(*json.object(), "", kKnown); !ok)
        return fail(ok.error());

    TokenInput input = defaults;
    input.services.clear();
    if (const JsonValue* appId = json.find("app_id")) {
        if (!appId->string())
            return wrongType("app_id", "string");
        input.appId = *appId->string();
    }
    const std::pair<std::string_view, std::uint32_t*> numbers[] = {
        {"issue_ts", &input.issueTs}, {"expire", &input.expire}, {"salt", &input.salt}};
    for (const auto& [name, to] : numbers) {
        if (name != "expire" && !json.find(name))
            continue;
        const auto value = member(json, "", name, 0, kU32Max);
        if (!value)
            return fail(value.error());
        *to = static_cast<std::uint32_t>(*value);
    }
    const auto ok = eachObject(json, "", "services", [&](const JsonValue& item, const std::string& path) {
        return readService(item, path, input.services.emplace_back());
    });
    if (!ok)
        return fail(ok.error());
    return input;
}

JsonValue serviceToJson(const Service& service)
{
    JsonObject privileges;
    for (const Privilege& privilege : service.privileges)
        privileges.emplace_back(std::to_string(privilege.id), privilege.seconds);
    JsonObject json{
        {"type", service.type}, {"name", serviceName(service.type)}, {"privileges", std::move(privileges)}};
    const ServiceInfo* info = serviceInfo(service.type);
    for (const ServiceField& field : info ? info->fields : std::span<const ServiceField>{}) {
        if (field.kind == ServiceFieldKind::Text) {
            const std::string& text = service.*field.text;
            json.emplace_back(field.name,
                              base::firstInvalidUtf8(text) == std::string::npos ? text : base::visible(text));
        } else if (field.kind == ServiceFieldKind::Role) {
            json.emplace_back(field.name, service.role);
        } else {
            JsonArray resources;
            for (const ResourcePermissions& resource : service.permissions) {
                JsonArray permissions;
                for (const Permission& permission : resource.permissions) {
                    JsonArray names;
                    for (const std::string& name : permission.resources)
                        names.emplace_back(base::visible(name));
                    permissions.emplace_back(
                        JsonObject{{"permission", permission.permission}, {"resources", std::move(names)}});
                }
                resources.emplace_back(
                    JsonObject{{"resource", resource.resource}, {"permissions", std::move(permissions)}});
            }
            json.emplace_back(field.name, std::move(resources));
        }
    }
    return json;
}

} // namespace token
