// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Behaviour.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sandbox {

/// One MSync frame that came or went, for a log. No token is in it: that of a sign-in is left out of the
/// bytes.
struct FrameRecord
{
    static constexpr std::size_t kMostBytes = 4096;

    std::int64_t timeMs = 0; ///< of the sandbox's clock
    std::string user;        ///< who is signed in, or wants to; empty where nobody can be told
    bool fromClient = false;
    std::shared_ptr<const std::string> bytes; ///< the first kMostBytes
    std::size_t size = 0;                     ///< of the whole frame, in bytes
};

/// What the program around it lends the service.
struct Surroundings
{
    Behaviour& behaviour;
    /// Has work done on the server's thread after a while; what waits at its stop is dropped.
    std::function<void(std::function<void()>, std::chrono::milliseconds)> later;
    std::function<void(FrameRecord)> frames; ///< on the server's thread; may be empty
};

} // namespace sandbox
