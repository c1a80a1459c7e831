// SPDX-License-Identifier: Apache-2.0
#include "core/project/ProjectStore.h"

#include "core/base/Errors.h"
#include "core/base/Hex.h"
#include "core/base/Json.h"
#include "core/base/Nearest.h"
#include "core/base/SafeFile.h"
#include "core/base/Utf8.h"
#include "core/project/Errors.h"
#include "core/project/ProjectFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

namespace project {
namespace {

using base::fail;
using base::JsonArray;
using base::JsonObject;
using base::JsonValue;
using base::Result;

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMaxFile = std::size_t{8} << 20;

std::string newId()
{
    std::array<std::uint8_t, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        std::terminate(); // without randomness nothing here is safe
    return base::toHex(bytes);
}

/// Holds an exclusive lock on the file beside the projects for as long as it lives.
class FileLock final
{
public:
    explicit FileLock(const std::string& path)
        : m_fd(::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        while (m_fd >= 0 && ::flock(m_fd, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] bool held() const { return m_fd >= 0; }

private:
    int m_fd;
};

} // namespace

ProjectStore::ProjectStore(Home home)
    : m_home(std::move(home))
{
    adopt({});
}

Result<ProjectStore::Content> ProjectStore::read() const
{
    const std::string path = m_home.projectsFile();
    if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT)
        return Content{};
    const auto text = base::readFile(path, kMaxFile);
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

/// Reads, lets `change` alter the content, writes: nobody else writes in between.
template<class Change>
Result<> ProjectStore::update(Change change)
{
    const std::string path = m_home.projectsFile();
    if (auto made = base::makePrivateFolder(m_home.folder); !made)
        return made;
    const FileLock lock(path);
    if (!lock.held())
        return fail(base::errors::kFileWrite, "", std::vector{path, std::string(std::strerror(errno))});
    auto content = read();
    if (!content)
        return fail(content.error());
    if (auto changed = change(*content); !changed)
        return changed;
    JsonArray list;
    for (const Project& project : content->projects)
        list.push_back(projectToJson(project));
    const JsonValue json(
        JsonObject{{"version", kVersion}, {"active", content->active}, {"projects", std::move(list)}});
    if (auto written = base::writeFileAtomically(path, json.toJson(base::JsonStyle::Pretty) + '\n'); !written)
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

Result<Project> ProjectStore::put(Project project)
{
    if (project.isSandbox())
        return fail(errors::kReadOnlyProject, "name", std::vector{project.name});
    if (auto ok = checkProject(project); !ok)
        return fail(ok.error());
    if (!project.restHost.empty())
        project.restHost = *normaliseHost(project.restHost);
    if (project.id.empty())
        project.id = newId();
    const auto saved = update([&](Content& content) -> Result<> {
        Project* place = nullptr;
        bool taken = project.name == kSandboxName;
        for (Project& other : content.projects) {
            if (other.id == project.id)
                place = &other;
            else if (other.name == project.name)
                taken = true;
        }
        if (taken)
            return fail(errors::kNameTaken, "name", std::vector{project.name});
        if (place)
            *place = project;
        else
            content.projects.push_back(project);
        return {};
    });
    if (!saved)
        return fail(saved.error());
    return project;
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
        content.active = id;
        return {};
    });
    if (noted)
        m_active = id;
    return noted;
}

} // namespace project
