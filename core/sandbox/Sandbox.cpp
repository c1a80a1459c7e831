// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Sandbox.h"

#include "core/sandbox/Digest.h"
#include "core/sandbox/Service.h"

#include <algorithm>
#include <utility>

#include <sys/resource.h>

namespace sandbox {
namespace {

constexpr std::size_t kOwnDescriptors = 512; // the program's own: files, windows, connections to elsewhere

Application applicationOf(const Settings& settings)
{
    const bool hasKey = !settings.orgName.empty() && !settings.appName.empty();
    const std::string name = hasKey ? settings.orgName + "#" + settings.appName : settings.appId;
    return {hasKey ? settings.orgName : std::string(), hasKey ? settings.appName : std::string(),
            uuidOf(name)};
}

/// 2,000 WebSockets want more descriptors than most systems give at first. What the system refuses shows as
/// connections that wait.
void raiseDescriptorLimit(std::size_t wanted)
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted)
        return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, wanted);
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace

struct Sandbox::Parts
{
    Parts(Settings settings, const catalogue::Catalogue& catalogue, const base::Clock& clock)
        : descriptors(settings.limits.sockets + settings.limits.connections + kOwnDescriptors)
        , service(applicationOf(settings), settings.appId, std::move(settings.certificate), catalogue, clock)
        , server({settings.port, std::move(settings.origins), settings.limits, std::move(settings.log)},
                 service)
    {
    }

    std::size_t descriptors;
    Service service;
    local::Server server; // last: stops before the service goes
};

Settings settingsFor(const project::Credentials& credentials, std::uint16_t port)
{
    Settings settings;
    settings.appId = credentials.project.appId;
    settings.certificate = credentials.certificate.copy();
    settings.orgName = credentials.project.orgName;
    settings.appName = credentials.project.appName;
    settings.port = port;
    return settings;
}

Sandbox::Sandbox(Settings settings, const catalogue::Catalogue& catalogue, const base::Clock& clock)
    : m_parts(std::make_unique<Parts>(std::move(settings), catalogue, clock))
{
}

Sandbox::~Sandbox() = default;

base::Result<Address> Sandbox::start()
{
    raiseDescriptorLimit(m_parts->descriptors);
    const auto port = m_parts->server.start();
    if (!port)
        return base::fail(port.error());
    const std::string host = "127.0.0.1:" + std::to_string(*port);
    return Address{*port, "http://" + host, "ws://" + host + "/websocket"};
}

void Sandbox::stop()
{
    m_parts->server.stop();
}

bool Sandbox::isRunning() const
{
    return m_parts->server.isRunning();
}

} // namespace sandbox
