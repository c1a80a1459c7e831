// SPDX-License-Identifier: Apache-2.0
#include "core/local/Server.h"

#include "core/base/Descriptors.h"
#include "core/local/Errors.h"
#include "core/local/ServerCore.h"

#include <string>
#include <system_error>
#include <thread>

namespace local {
namespace {

constexpr std::size_t kOwnDescriptors = 512;  // the program's own: files, windows, connections to elsewhere
constexpr std::size_t kLeastDescriptors = 16; // two listeners, the loop's own, a few clients

} // namespace

struct Server::Running
{
    std::shared_ptr<ServerCore> core;
    std::thread thread;
};

Server::Server(Settings settings, Handler& handler)
    : m_settings(std::move(settings))
    , m_handler(handler)
{
}

Server::~Server()
{
    stop();
}

base::Result<std::uint16_t> Server::start()
{
    const std::lock_guard lock(m_mutex);
    if (m_running)
        return m_running->core->port();
    const Limits& limits = m_settings.limits;
    if (auto ok =
            base::claimDescriptors(limits.sockets + limits.connections + kOwnDescriptors, kLeastDescriptors);
        !ok)
        return base::fail(ok.error());
    try {
        auto core = std::make_shared<ServerCore>(m_settings, m_handler);
        const auto port = core->listen();
        if (!port)
            return port;
        auto running = std::make_unique<Running>();
        running->core = core;
        running->thread = std::thread([core = core.get()] { core->run(); });
        m_running = std::move(running);
        return port;
    } catch (
        const std::system_error& error) { // of the loop or the thread, which want more than the system has
        return base::fail(errors::kListenFailed, "port",
                          std::vector{std::to_string(m_settings.port), error.code().message()});
    }
}

void Server::stop()
{
    std::unique_ptr<Running> ending;
    {
        const std::lock_guard lock(m_mutex);
        ending = std::move(m_running);
    }
    if (!ending)
        return;
    ending->core->stop();
    ending->thread.join();
}

bool Server::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_running != nullptr;
}

void Server::post(std::function<void()> work, std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    if (m_running)
        m_running->core->post(std::move(work), delay);
}

} // namespace local
