// SPDX-License-Identifier: Apache-2.0
#include "core/project/ProjectFile.h"

#include "core/project/Errors.h"

namespace project {

using base::fail;
using base::JsonArray;
using base::JsonObject;
using base::JsonValue;
using base::Result;

namespace {

constexpr std::int64_t kVersion = 1;
constexpr const char* kMark = "chat_token_console";
constexpr std::string_view kInVault = "vault";

/// The text members of a project in the file.
constexpr std::pair<const char*, std::string Project::*> kMembers[] = {
    {"id", &Project::id},
    {"name", &Project::name},
    {"app_id", &Project::appId},
    {"org_name", &Project::orgName},
    {"app_name", &Project::appName},
    {"rest_host", &Project::restHost},
    {"websocket_host", &Project::webSocketHost}};

JsonValue environmentToJson(const Environment& environment)
{
    JsonObject variables;
    for (const auto& [name, value] : environment.variables)
        variables.emplace_back(name, value);
    return JsonObject{
        {"name", environment.name}, {"colour", environment.colour}, {"variables", std::move(variables)}};
}

Environment environmentFromJson(const JsonValue& json)
{
    Environment environment;
    environment.name = std::string(json.text("name"));
    if (const std::string_view colour = json.text("colour"); !colour.empty())
        environment.colour = std::string(colour);
    const JsonValue* variables = json.find("variables");
    if (const JsonObject* members = variables ? variables->object() : nullptr) {
        for (const auto& [name, value] : *members) {
            if (const std::string* text = value.string())
                environment.variables.emplace_back(name, *text);
        }
    }
    return environment;
}

} // namespace

JsonValue environmentsToJson(const std::vector<Environment>& environments)
{
    JsonArray list;
    for (const Environment& environment : environments)
        list.push_back(environmentToJson(environment));
    return list;
}

std::vector<Environment> environmentsFromJson(const JsonValue& json)
{
    std::vector<Environment> environments;
    if (const JsonArray* list = json.array()) {
        for (const JsonValue& item : *list)
            environments.push_back(environmentFromJson(item));
    }
    return environments;
}

JsonValue projectToJson(const Project& project)
{
    JsonObject json;
    for (const auto& [name, member] : kMembers)
        json.emplace_back(name, project.*member);
    json.emplace_back("production", project.production);
    if (project.certificateKept)
        json.emplace_back("certificate", kInVault);
    if (!project.environments.empty()) {
        json.emplace_back("environments", environmentsToJson(project.environments));
        json.emplace_back("environment", project.environment);
    }
    return json;
}

Project projectFromJson(const JsonValue& json)
{
    Project project;
    for (const auto& [name, member] : kMembers)
        project.*member = std::string(json.text(name));
    const JsonValue* production = json.find("production");
    project.production = production && production->boolean() && *production->boolean();
    project.certificateKept = json.text("certificate") == kInVault;
    if (const JsonValue* environments = json.find("environments"))
        project.environments = environmentsFromJson(*environments);
    project.environment = std::string(json.text("environment"));
    return project;
}

std::string exportProjects(const std::vector<Project>& projects)
{
    JsonArray list;
    for (Project project : projects) {
        project.certificateKept = false; // says something of this machine's vault only
        list.push_back(projectToJson(project));
    }
    return JsonValue(JsonObject{{kMark, "projects"}, {"version", kVersion}, {"projects", std::move(list)}})
               .toJson(base::JsonStyle::Pretty) +
           '\n';
}

bool isExport(std::string_view text)
{
    const auto json = JsonValue::parse(text);
    return json && json->find(kMark);
}

Result<std::vector<Project>> projectsFromJson(const JsonValue& json, std::int64_t version,
                                              const std::string& path)
{
    const JsonValue* found = json.find("version");
    const JsonValue* list = json.find("projects");
    if (!found || !found->integer() || !list || !list->array())
        return fail(errors::kProjectFileBroken, "", std::vector{path, std::string("version, projects")});
    if (*found->integer() > version)
        return fail(errors::kProjectFileNewer, "", std::vector{path, found->number()->text});
    std::vector<Project> projects;
    for (const JsonValue& item : *list->array())
        projects.push_back(projectFromJson(item));
    return projects;
}

Result<std::vector<Project>> readExportedProjects(std::string_view text, const std::string& path)
{
    const auto json = JsonValue::parse(text);
    if (!json)
        return fail(errors::kProjectFileBroken, "", std::vector{path, json.error().args.back()});
    if (json->text(kMark) != "projects")
        return fail(errors::kProjectFileBroken, "", std::vector{path, std::string(kMark)});
    auto projects = projectsFromJson(*json, kVersion, path);
    if (!projects)
        return projects;
    for (Project& project : *projects) {
        project.certificateKept = false;
        if (auto ok = checkProject(project); !ok)
            return fail(ok.error());
    }
    return projects;
}

} // namespace project
