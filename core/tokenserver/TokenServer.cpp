// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/TokenServer.h"

#include "core/base/Duration.h"
#include "core/local/Server.h"
#include "core/tokenserver/AccessKey.h"
#include "core/tokenserver/Errors.h"
#include "core/tokenserver/Origins.h"
#include "core/tokenserver/Service.h"

#include <utility>

namespace tokenserver {

struct TokenServer::Parts
{
    Parts(Settings settings, const base::Clock& clock)
        : service(std::move(settings.appId), settings.maxExpire, settings.accessKey, clock,
                  [this](std::function<void()> work, std::chrono::milliseconds delay) {
                      server.post(std::move(work), delay);
                  })
        , server({settings.port,
                  {false, std::move(settings.origins)},
                  settings.limits,
                  logTo(std::move(settings.log))},
                 service)
    {
    }

    std::function<void(const local::Exchange&)> logTo(std::function<void(Record)> log)
    {
        if (!log)
            return {};
        return
            [this, log = std::move(log)](const local::Exchange& exchange) { log(service.record(exchange)); };
    }

    Service service;
    local::Server server; // last: stops before the service goes
};

base::Result<> checkSettings(Settings& settings)
{
    for (std::string& origin : settings.origins) {
        auto normal = normalOrigin(origin);
        if (!normal)
            return base::fail(normal.error());
        origin = std::move(*normal);
    }
    if (settings.maxExpire == 0 || settings.maxExpire > kHighestMaxExpire)
        return base::fail(errors::kBadMaxExpire, "max_expire",
                          std::vector{base::formatDuration(kHighestMaxExpire)});
    return settings.accessKey.empty() ? base::Result<>() : checkAccessKey(settings.accessKey.view());
}

TokenServer::TokenServer(Settings settings, const base::Clock& clock)
    : m_parts(std::make_unique<Parts>(std::move(settings), clock))
{
}

TokenServer::~TokenServer() = default;

base::Result<std::uint16_t> TokenServer::start()
{
    return m_parts->server.start();
}

void TokenServer::stop()
{
    m_parts->server.stop();
}

bool TokenServer::isRunning() const
{
    return m_parts->server.isRunning();
}

void TokenServer::setCertificate(const base::SecretBytes& certificate)
{
    m_parts->service.setCertificate(certificate);
}

void TokenServer::setKnobs(const Knobs& knobs)
{
    m_parts->service.setKnobs(knobs);
}

Knobs TokenServer::knobs() const
{
    return m_parts->service.knobs();
}

std::string urlOf(std::uint16_t port)
{
    return "http://127.0.0.1:" + std::to_string(port);
}

} // namespace tokenserver
