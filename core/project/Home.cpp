// SPDX-License-Identifier: Apache-2.0
#include "core/project/Home.h"

#include <cstdlib>

namespace project {

Home Home::at(const std::string& folder)
{
    if (!folder.empty())
        return {folder};
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data && *data == '/')
        return {std::string(data) + "/chat-token-console"};
    const char* home = std::getenv("HOME");
    return {std::string(home ? home : "") + "/.local/share/chat-token-console"};
}

} // namespace project
