// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/project/Home.h"
#include "core/project/Project.h"

#include <functional>
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

    /// Reads the file; a missing one is an empty one. Errors: file-read, not-a-regular-file (a link is not
    /// followed), project-file-broken, project-file-newer. On an error the sandbox is there and saving is
    /// refused, so that nothing is lost.
    [[nodiscard]] base::Result<> load();

    /// Takes over what another program wrote; the active project stays the one chosen here while it is there.
    /// True when the projects are others now. Errors: as load, with nothing changed.
    [[nodiscard]] base::Result<bool> refresh();

    [[nodiscard]] const std::vector<Project>& projects() const { return m_projects; }
    /// By name, or by id. Error: no-such-project with the nearest name.
    [[nodiscard]] base::Result<Project> find(std::string_view nameOrId) const;
    /// The project that is used when none is named; the sandbox until the user chooses.
    [[nodiscard]] const Project& active() const;

    /// A new id, for a project whose secrets are kept before it is added.
    [[nodiscard]] static std::string newId();

    /// What is done to a project as it stands in the file at that moment. An error of it stops the edit.
    using Change = std::function<base::Result<>(Project&)>;
    /// What a change brings with it.
    struct With
    {
        /// Runs when everything is checked and nothing is written: where the project's secrets go to the
        /// vault, which is noted in the project. `leftOver` are ids whose secrets are to be removed there:
        /// those of projects whose adding was cut off at this place.
        std::function<base::Result<>(Project&, const std::vector<std::string>& leftOver)> secrets{};
        bool use = false; ///< it becomes the active one
    };

    /// Adds a project (an empty id: under a new one) and gives it as stored: checked, host in its normal
    /// form. One step or none, wherever it is cut off. Errors: those of checkProject, name-taken (name or
    /// id), read-only-project (the sandbox), file-write, lock-busy, those of `with`.
    [[nodiscard]] base::Result<Project> add(Project project, const With& with);
    [[nodiscard]] base::Result<Project> add(Project project) { return add(std::move(project), With()); }
    /// Changes a project; what others have changed in it stays. Errors: project-gone, and as add.
    [[nodiscard]] base::Result<Project> edit(std::string_view id, const Change& change, const With& with);
    [[nodiscard]] base::Result<Project> edit(std::string_view id, const Change& change)
    {
        return edit(id, change, With());
    }
    /// Lays what an editor has made of `before` over what stands in the file, as `merged` does.
    [[nodiscard]] base::Result<Project> edit(const Project& before, const Project& after, const With& with);
    [[nodiscard]] base::Result<Project> edit(const Project& before, const Project& after)
    {
        return edit(before, after, With());
    }
    /// One that is gone already is no error.
    [[nodiscard]] base::Result<> remove(std::string_view id);
    /// Error: project-gone.
    [[nodiscard]] base::Result<> setActive(std::string_view id);

    [[nodiscard]] const Home& home() const { return m_home; }

private:
    struct Content
    {
        std::string active;
        std::vector<Project> projects;       // without the sandbox
        std::vector<std::string> unfinished; // ids whose secrets may be in the vault without a project
    };
    [[nodiscard]] base::Result<Content> read() const;
    [[nodiscard]] base::Result<> write(const Content& content) const;
    template<class Step>
    [[nodiscard]] base::Result<> update(Step step);
    void adopt(std::vector<Project> projects);
    [[nodiscard]] tl::unexpected<base::Error> gone(std::string_view id) const;

    Home m_home;
    std::vector<Project> m_projects;
    std::string m_active;
};

} // namespace project
