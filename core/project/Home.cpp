// SPDX-License-Identifier: Apache-2.0
#include "core/project/Home.h"

#include "core/base/Descriptor.h"
#include "core/project/Errors.h"
#include "core/vault/VaultFile.h"

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

namespace {

constexpr std::string_view kDefaultName = "chat-token-console";
constexpr std::string_view kOwnNames[] = {"projects.json", "vault.ctv", "settings.ini", "seen.json",
                                          "chat-token-console-"};

/// Whether something of ours stands there, and nothing else.
bool holdsOnlyOurs(const std::string& folder)
{
    namespace fs = std::filesystem;
    std::error_code error;
    bool some = false;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        some = std::any_of(std::begin(kOwnNames), std::end(kOwnNames),
                           [&](std::string_view own) { return name.starts_with(own); });
        if (!some)
            return false;
    }
    return some && !error;
}

} // namespace

std::optional<base::Error> Home::tighten() const
{
    const base::Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status = {};
    if (folder.empty() || !fd.isOpen() || ::fstat(fd.get(), &status) != 0 || (status.st_mode & 077) == 0)
        return std::nullopt;
    std::array<char, 8> mode{};
    std::snprintf(mode.data(), mode.size(), "%04o", status.st_mode & 07777);
    const bool ours = status.st_uid == ::geteuid() && (status.st_mode & S_ISVTX) == 0 &&
                      (std::filesystem::path(folder).filename() == kDefaultName || holdsOnlyOurs(folder));
    const bool tightened = ours && ::fchmod(fd.get(), status.st_mode & 07700) == 0;
    return base::makeError(tightened ? errors::kHomeTightened : errors::kHomeOpen, "", {folder, mode.data()});
}

base::OutputGuard Home::guard() const
{
    base::OutputGuard guard;
    if (folder.empty())
        return guard;
    guard.folders.push_back(folder);
    const vault::VaultFile vault(vaultFile());
    std::string resolved = vault.backupPath();
    resolved.resize(resolved.size() - std::string_view(".bak").size());
    for (const std::string& file : {projectsFile(), settingsFile(), seenFile(), vaultFile(), resolved}) {
        for (const char* end : {"", ".lock", ".tmp", ".bak"})
            guard.files.push_back(file + end);
    }
    for (std::string& file : vault.siblings())
        guard.files.push_back(std::move(file));
    return guard;
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
