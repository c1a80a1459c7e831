// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Sandbox.h"

#include "core/sandbox/Digest.h"
#include "core/sandbox/Service.h"

#include <utility>

namespace sandbox {
namespace {

Application applicationOf(const Settings& settings)
{
    const bool hasKey = !settings.orgName.empty() && !settings.appName.empty();
    const std::string name = hasKey ? settings.orgName + "#" + settings.appName : settings.appId;
    return {hasKey ? settings.orgName : std::string(), hasKey ? settings.appName : std::string(),
            uuidOf(name)};
}

} // namespace

struct Sandbox::Parts
{
    Parts(Settings settings, const catalogue::Catalogue& catalogue, const base::Clock& clock)
        : service(applicationOf(settings), settings.appId, std::move(settings.certificate), catalogue, clock)
        , server({settings.port, std::move(settings.origins), settings.limits, std::move(settings.log)},
                 service)
    {
    }

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
    const auto port = m_parts->server.start();
    if (!port)
        return base::fail(port.error());
    return Address{*port, "http://127.0.0.1:" + std::to_string(*port)};
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
