// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/project/ProjectStore.h"

#include <string>

namespace ui {

/// What a curl line calls, as far as it is known here.
struct CurlTarget
{
    std::string projectId;                         ///< by App Key or App ID in the path, else by the host
    const catalogue::Endpoint* endpoint = nullptr; ///< belongs to the catalogue
};

[[nodiscard]] CurlTarget curlTarget(const std::string& method, const std::string& url,
                                    const project::ProjectStore& projects,
                                    const catalogue::Catalogue& catalogue);

} // namespace ui
