// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Server.h"

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

/// Says back what it got. `/hold` keeps the reply until `release`, `/lost` drops it, `/throw` throws,
/// `/small...` takes 10 bytes of body, `/large/N` answers N bytes.
class EchoHandler final : public local::Handler
{
public:
    void handle(local::Request request, local::Reply reply) override
    {
        ++handled;
        if (request.path == "/throw")
            throw std::runtime_error("on purpose");
        if (request.path == "/lost")
            return;
        if (request.path == "/hold") {
            const std::lock_guard lock(m_mutex);
            m_held.push_back(std::move(reply));
            return;
        }
        if (request.path.starts_with("/large/")) {
            reply({200, "text/plain", {}, std::string(std::stoul(request.path.substr(7)), 'x')});
            return;
        }
        reply({200, "text/plain", {}, request.method + " " + request.target + " " + request.body});
    }

    [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override
    {
        return path.starts_with("/small") ? 10 : Handler::bodyLimit(method, path);
    }

    [[nodiscard]] local::Response error(int status, std::string_view text) const override
    {
        return {status, "application/json", {}, "{\"error\":\"" + std::string(text) + "\"}"};
    }

    [[nodiscard]] std::size_t held()
    {
        const std::lock_guard lock(m_mutex);
        return m_held.size();
    }

    std::vector<local::Reply> release()
    {
        const std::lock_guard lock(m_mutex);
        return std::move(m_held);
    }

    std::atomic<int> handled{0};

private:
    std::mutex m_mutex;
    std::vector<local::Reply> m_held;
};
