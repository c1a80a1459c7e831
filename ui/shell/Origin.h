// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/shell/Context.h"
#include "ui/shell/SandboxHost.h"

namespace ui {

/// Where the calls of a project go: its REST host, or the sandbox inside this program.
[[nodiscard]] inline QString restOrigin(const Context& context, const project::Project& project)
{
    return project.isSandbox() ? context.sandbox.restUrl() : text::q(project.restHost);
}

/// Where those of the active project go.
[[nodiscard]] inline QString restOrigin(const Context& context)
{
    return restOrigin(context, context.projects.active());
}

} // namespace ui
