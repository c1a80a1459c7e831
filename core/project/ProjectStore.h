// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Home.h"
#include "core/project/Project.h"

#include <string>
#include <string_view>
#include <vector>

namespace project {

/// The stored projects, the sandbox first: what is not secret, in projects.json. Window and command line may
/// use one file at the same time: a change is made to what stands in the file at that moment, under a lock.
class ProjectStore final
{
public:
    explicit ProjectStore(Home home);

    /// Reads the file; a missing one is an empty one. Errors: file-read, project-file-broken,
    /// project-file-newer. On an error the sandbox is there and saving is refused, so that nothing is lost.
    [[nodiscard]] base::Result<> load();

    /// Takes over what another program wrote; the active project stays the one chosen here while it is there.
    /// True when the projects are others now. Errors: as load, with nothing changed.
    [[nodiscard]] base::Result<bool> refresh();

    [[nodiscard]] const std::vector<Project>& projects() const { return m_projects; }
    /// By name, or by id. Error: no-such-project with the nearest name.
    [[nodiscard]] base::Result<Project> find(std::string_view nameOrId) const;
    /// The project that is used when none is named; the sandbox until the user chooses.
    [[nodiscard]] const Project& active() const;

    /// Adds (empty id) or replaces (its id) a project and returns it as stored: checked, host in its normal
    /// form. Errors: those of checkProject, name-taken, read-only-project (the sandbox), file-write.
    [[nodiscard]] base::Result<Project> put(Project project);
    [[nodiscard]] base::Result<> remove(std::string_view id);
    [[nodiscard]] base::Result<> setActive(std::string_view id);

    [[nodiscard]] const Home& home() const { return m_home; }

private:
    struct Content
    {
        std::string active;
        std::vector<Project> projects; // without the sandbox
    };
    [[nodiscard]] base::Result<Content> read() const;
    template<class Change>
    [[nodiscard]] base::Result<> update(Change change);
    void adopt(std::vector<Project> projects);

    Home m_home;
    std::vector<Project> m_projects;
    std::string m_active;
};

} // namespace project
