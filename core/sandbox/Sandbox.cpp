// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Sandbox.h"

#include "core/sandbox/Digest.h"
#include "core/sandbox/Service.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

bool hasAppKey(const Settings& settings)
{
    return !settings.orgName.empty() && !settings.appName.empty();
}

/// The App Key, or without one the App ID.
std::string nameOf(const Settings& settings)
{
    return hasAppKey(settings) ? settings.orgName + "#" + settings.appName : settings.appId;
}

Application applicationOf(const Settings& settings)
{
    const bool hasKey = hasAppKey(settings);
    return {hasKey ? settings.orgName : std::string(), hasKey ? settings.appName : std::string(),
            uuidOf(nameOf(settings))};
}

/// Of every call, such as /org/app.
std::string pathOf(const Settings& settings)
{
    return hasAppKey(settings) ? "/" + settings.orgName + "/" + settings.appName
                               : "/app-id/" + settings.appId;
}

base::Result<Database> openDatabase(const Settings& settings)
{
    if (settings.dataFile.empty())
        return Database();
    return Database::open(settings.dataFile, nameOf(settings));
}

} // namespace

/// The service begins with the first start, which is when the data file can be told to be unusable.
struct Sandbox::Parts
{
    struct Running
    {
        Running(const Settings& settings, Database database, const catalogue::Catalogue& catalogue,
                Behaviour& behaviour)
            : service(applicationOf(settings), std::move(database), settings.appId,
                      settings.certificate.copy(), catalogue,
                      {behaviour,
                       [this](std::function<void()> work, std::chrono::milliseconds delay) {
                           server.post(std::move(work), delay);
                       },
                       settings.frames})
            , server({settings.port, settings.origins, settings.limits, settings.log, &behaviour.clock()},
                     service)
        {
        }

        Service service;
        local::Server server; // last: stops before the service goes
    };

    Settings settings;
    const catalogue::Catalogue& catalogue;
    Behaviour behaviour;
    std::unique_ptr<Running> running{}; // last: its thread uses the rest
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
    : m_parts(new Parts{std::move(settings), catalogue, Behaviour(clock)})
{
}

Sandbox::~Sandbox() = default;

base::Result<Address> Sandbox::start()
{
    Parts& parts = *m_parts;
    if (!parts.running) {
        auto database = openDatabase(parts.settings);
        if (!database)
            return base::fail(database.error());
        auto running = std::make_unique<Parts::Running>(parts.settings, *std::move(database), parts.catalogue,
                                                        parts.behaviour);
        if (auto ok = running->service.check(); !ok)
            return base::fail(ok.error());
        parts.running = std::move(running);
    }
    const auto port = parts.running->server.start();
    if (!port)
        return base::fail(port.error());
    const std::string host = "127.0.0.1:" + std::to_string(*port);
    return Address{*port, "http://" + host, "ws://" + host + "/websocket"};
}

void Sandbox::stop()
{
    if (m_parts->running)
        m_parts->running->server.stop();
}

bool Sandbox::isRunning() const
{
    return m_parts->running && m_parts->running->server.isRunning();
}

void Sandbox::setKnobs(const Knobs& knobs)
{
    m_parts->behaviour.set(knobs);
}

Knobs Sandbox::knobs() const
{
    return m_parts->behaviour.knobs();
}

void Sandbox::snapshot(std::function<void(Snapshot)> done)
{
    if (Parts::Running* running = m_parts->running.get())
        running->server.post([running, done = std::move(done)] { done(running->service.snapshot()); });
}

void Sandbox::edit(std::string method, std::string_view path, const base::JsonValue& body,
                   std::function<void(local::Response)> done)
{
    Parts::Running* running = m_parts->running.get();
    if (!running)
        return;
    local::Request request;
    request.method = std::move(method);
    request.target = pathOf(m_parts->settings) + std::string(path);
    const std::size_t question = request.target.find('?');
    request.path = request.target.substr(0, question);
    request.query = question == std::string::npos ? std::string() : request.target.substr(question + 1);
    request.host = "localhost";
    if (!body.isNull()) {
        request.headers.add("Content-Type", "application/json");
        request.body = body.toJson();
    }
    running->server.post([running, request = std::move(request), done = std::move(done)] {
        done(running->service.edit(request));
    });
}

void Sandbox::reset(std::function<void(base::Result<>)> done)
{
    if (Parts::Running* running = m_parts->running.get())
        running->server.post([running, done = std::move(done)] { done(running->service.reset()); });
}

/// Asks a service of its own what the families have put in.
std::vector<std::string> builtOperations()
{
    const base::SystemClock clock;
    const catalogue::Catalogue none;
    Behaviour behaviour(clock);
    return Service({}, Database(), {}, {}, none, {behaviour, {}, {}}).operationIds();
}

} // namespace sandbox
