// SPDX-License-Identifier: Apache-2.0
#include "core/project/ProjectStore.h"

#include "core/base/FileLock.h"
#include "core/base/Hex.h"
#include "core/base/Json.h"
#include "core/base/Nearest.h"
#include "core/base/SafeFile.h"
#include "core/base/Utf8.h"
#include "core/project/Errors.h"
#include "core/project/ProjectFile.h"
#include "core/project/ProjectMerge.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/random.h>
#include <sys/stat.h>

namespace project {
namespace {

using base::fail;
using base::JsonArray;
using base::JsonObject;
using base::JsonValue;
using base::Result;

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxFile = std::size_t{8} << 20;
constexpr const char* kUnfinished = "unfinished";

/// Everything but what only the other projects can tell.
Result<> checkOwn(Project& project)
{
    if (project.isSandbox())
        return fail(errors::kReadOnlyProject, "name", std::vector{project.name});
    if (auto ok = checkProject(project); !ok)
        return ok;
    if (!project.restHost.empty())
        project.restHost = *normaliseHost(project.restHost);
    return {};
}

/// Nobody else has the name.
Result<> checkName(const std::vector<Project>& projects, const Project& project)
{
    const bool taken = std::any_of(projects.begin(), projects.end(), [&](const Project& other) {
        return other.id != project.id && other.name == project.name;
    });
    if (taken || project.name == kSandboxName)
        return fail(errors::kNameTaken, "name", std::vector{project.name});
    return {};
}

std::vector<Project>::iterator byId(std::vector<Project>& projects, std::string_view id)
{
    return std::find_if(projects.begin(), projects.end(),
                        [id](const Project& each) { return each.id == id; });
}

} // namespace

std::string ProjectStore::newId()
{
    std::array<std::uint8_t, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        std::terminate(); // without randomness nothing here is safe
    return base::toHex(bytes);
}

ProjectStore::ProjectStore(Home home)
    : m_home(std::move(home))
{
    adopt({});
}

Result<ProjectStore::Content> ProjectStore::read() const
{
    const std::string path = m_home.projectsFile();
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0 && errno == ENOENT)
        return Content{};
    const auto text = base::readOwnFile(path, kMaxFile);
    if (!text)
        return fail(text.error());
    const auto json = JsonValue::parse(*text);
    if (!json)
        return fail(errors::kProjectFileBroken, "", std::vector{path, json.error().args.back()});
    auto projects = projectsFromJson(*json, kVersion, path);
    if (!projects)
        return fail(projects.error());
    std::erase_if(*projects,
                  [](const Project& project) { return project.id.empty() || project.isSandbox(); });
    Content content;
    content.active = json->text("active");
    content.projects = std::move(*projects);
    const JsonValue* unfinished = json->find(kUnfinished);
    if (const JsonArray* ids = unfinished ? unfinished->array() : nullptr) {
        for (const JsonValue& id : *ids) {
            if (id.string())
                content.unfinished.push_back(*id.string());
        }
    }
    return content;
}

void ProjectStore::adopt(std::vector<Project> projects)
{
    m_projects = std::move(projects);
    m_projects.insert(m_projects.begin(), sandboxProject());
}

Result<> ProjectStore::load()
{
    auto content = read();
    if (!content)
        return fail(content.error());
    m_active = content->active;
    adopt(std::move(content->projects));
    return {};
}

Result<bool> ProjectStore::refresh()
{
    const std::vector<Project> before = m_projects;
    auto content = read();
    if (!content)
        return fail(content.error());
    adopt(std::move(content->projects));
    return m_projects != before;
}

Result<> ProjectStore::write(const Content& content) const
{
    JsonArray list;
    for (const Project& project : content.projects)
        list.push_back(projectToJson(project));
    JsonObject json{{"version", kVersion}, {"active", content.active}, {"projects", std::move(list)}};
    if (!content.unfinished.empty()) {
        JsonArray ids;
        for (const std::string& id : content.unfinished)
            ids.emplace_back(id);
        json.emplace_back(kUnfinished, std::move(ids));
    }
    return base::writeFileAtomically(m_home.projectsFile(),
                                     JsonValue(std::move(json)).toJson(base::JsonStyle::Pretty) + '\n');
}

/// Reads, lets `step` alter the content, writes: nobody else writes in between.
template<class Step>
Result<> ProjectStore::update(Step step)
{
    if (auto made = base::makePrivateFolder(m_home.folder); !made)
        return made;
    const auto lock = base::lockFile(m_home.projectsFile() + ".lock");
    if (!lock)
        return fail(lock.error());
    auto content = read();
    if (!content)
        return fail(content.error());
    if (auto changed = step(*content); !changed)
        return changed;
    if (auto written = write(*content); !written)
        return written;
    adopt(std::move(content->projects));
    return {};
}

Result<Project> ProjectStore::find(std::string_view nameOrId) const
{
    for (const Project& project : m_projects) {
        if (project.name == nameOrId || project.id == nameOrId)
            return project;
    }
    std::vector<std::string_view> names;
    for (const Project& project : m_projects)
        names.push_back(project.name);
    return fail(errors::kNoSuchProject, "project",
                std::vector{base::visible(nameOrId), std::string(base::nearest(nameOrId, names))});
}

const Project& ProjectStore::active() const
{
    const auto found = std::find_if(m_projects.begin(), m_projects.end(),
                                    [this](const Project& project) { return project.id == m_active; });
    return found == m_projects.end() ? m_projects.front() : *found;
}

/// With secrets the id is noted first: should the program end between vault and file, the next one knows
/// whose secrets belong to nobody. The lock is held all the while, so a note that is found is nobody's work.
Result<Project> ProjectStore::add(Project project, const With& with)
{
    if (auto ok = checkOwn(project); !ok)
        return fail(ok.error());
    if (project.id.empty())
        project.id = newId();
    const auto saved = update([&](Content& content) -> Result<> {
        if (auto ok = checkName(content.projects, project); !ok)
            return ok;
        if (byId(content.projects, project.id) != content.projects.end())
            return fail(errors::kNameTaken, "name", std::vector{project.name});
        if (with.secrets) {
            const std::vector<std::string> leftOver = content.unfinished;
            content.unfinished.push_back(project.id);
            if (auto noted = write(content); !noted)
                return noted;
            if (auto kept = with.secrets(project, leftOver); !kept)
                return kept;
            content.unfinished.clear();
        }
        content.projects.push_back(project);
        if (with.use)
            content.active = project.id;
        return {};
    });
    if (!saved)
        return fail(saved.error());
    if (with.use)
        m_active = project.id;
    return project;
}

Result<Project> ProjectStore::edit(std::string_view id, const Change& change, const With& with)
{
    Project edited;
    const auto saved = update([&](Content& content) -> Result<> {
        const auto place = byId(content.projects, id);
        if (place == content.projects.end())
            return id == kSandboxName ? fail(errors::kReadOnlyProject, "name", std::vector{std::string(id)})
                                      : gone(id);
        edited = *place;
        if (auto changed = change(edited); !changed)
            return changed;
        edited.id = place->id;
        if (auto ok = checkOwn(edited); !ok)
            return ok;
        if (auto ok = checkName(content.projects, edited); !ok)
            return ok;
        if (auto kept = with.secrets ? with.secrets(edited, {}) : Result<>(); !kept)
            return kept;
        *place = edited;
        if (with.use)
            content.active = edited.id;
        return {};
    });
    if (!saved)
        return fail(saved.error());
    if (with.use)
        m_active = edited.id;
    return edited;
}

Result<Project> ProjectStore::edit(const Project& before, const Project& after, const With& with)
{
    return edit(
        before.id,
        [&](Project& now) -> Result<> {
            now = merged(before, after, std::move(now));
            return {};
        },
        with);
}

/// By the name under which it was known here.
tl::unexpected<base::Error> ProjectStore::gone(std::string_view id) const
{
    const auto known = std::find_if(m_projects.begin(), m_projects.end(),
                                    [id](const Project& project) { return project.id == id; });
    return fail(errors::kProjectGone, "project",
                std::vector{known == m_projects.end() ? std::string(id) : known->name});
}

Result<> ProjectStore::remove(std::string_view id)
{
    if (id == kSandboxName)
        return fail(errors::kReadOnlyProject, "name", std::vector{std::string(kSandboxName)});
    return update([&](Content& content) -> Result<> {
        std::erase_if(content.projects, [id](const Project& project) { return project.id == id; });
        if (content.active == id)
            content.active.clear();
        return {};
    });
}

Result<> ProjectStore::setActive(std::string_view id)
{
    auto noted = update([&](Content& content) -> Result<> {
        if (id != kSandboxName && byId(content.projects, id) == content.projects.end())
            return gone(id);
        content.active = id;
        return {};
    });
    if (noted)
        m_active = id;
    return noted;
}

} // namespace project
