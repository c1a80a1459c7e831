// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/ProjectOptions.h"

#include "core/base/Utf8.h"

#include <algorithm>

namespace cli {
namespace {

std::size_t lengthOf(const std::string& utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80; // not a continuation byte
    }));
}

} // namespace

Outcome runProjectsList(Context& context)
{
    auto stores = openStores(context);
    if (!stores)
        return failed(stores.error());
    context.tellTrouble(stores->secrets);
    const auto& projects = stores->projects.projects();
    if (context.io.json) {
        for (const project::Project& project : projects)
            context.io.object(projectJson(*stores, project));
        return kDone;
    }
    std::size_t width = 0;
    for (const project::Project& project : projects)
        width = std::max(width, lengthOf(project.name));
    const std::string& active = stores->projects.active().id;
    for (const project::Project& project : projects) {
        std::string line = project.id == active ? "* " : "  ";
        line += project.name + std::string(width - lengthOf(project.name) + 2, ' ') + project.appId;
        line += "  certificate " + std::string(certificateWord(*stores, project));
        if (project.production)
            line += "  PRODUCTION";
        context.io.line(base::visible(line));
    }
    return kDone;
}

} // namespace cli
