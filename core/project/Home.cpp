// SPDX-License-Identifier: Apache-2.0
#include "core/project/Home.h"

#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

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

std::string Home::lockSocketPrefix() const
{
    std::error_code ignored;
    const std::string path = std::filesystem::weakly_canonical(folder, ignored).string();
    std::uint64_t hash = 14695981039346656037u; // FNV-1a: a short name, no secret
    for (const char c : path.empty() ? folder : path)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::array<char, 17> hex{};
    std::snprintf(hex.data(), hex.size(), "%016" PRIx64, hash);
    return (runtime && *runtime == '/' ? std::string(runtime) : folder) + "/chat-token-console-" +
           hex.data() + '-';
}

} // namespace project
