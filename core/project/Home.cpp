// SPDX-License-Identifier: Apache-2.0
#include "core/project/Home.h"

#include "core/project/Errors.h"

#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace project {

base::Result<Home> Home::at(const std::optional<std::string>& folder)
{
    const auto refuse = [](const char* name, std::string value) {
        return base::fail(errors::kNoHome, "", std::vector{std::string(name), std::move(value)});
    };
    if (folder && folder->empty())
        return refuse("--home", {});
    if (folder)
        return Home{*folder};
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data && *data)
        return *data == '/' ? base::Result<Home>(Home{std::string(data) + "/chat-token-console"})
                            : refuse("XDG_DATA_HOME", data);
    const char* home = std::getenv("HOME");
    if (!home || *home != '/')
        return refuse("HOME", home ? home : "");
    return Home{std::string(home) + "/.local/share/chat-token-console"};
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
