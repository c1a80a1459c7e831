// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// The parts of the service that a knob can have fail, by the groups of the catalogue.
enum class Part { Messages, Users, Tokens, Groups, Rooms, Contacts, Presence };
inline constexpr std::size_t kPartCount = 7;

/// The word of the knob `fail.WORD`.
[[nodiscard]] std::string_view partWord(Part part);
/// The part that a group of the catalogue belongs to, if it is one that can fail.
[[nodiscard]] std::optional<Part> partOf(std::string_view catalogueGroup);

/// What makes the sandbox misbehave on purpose, so that an app's handling of it can be tried. `off` as a
/// value takes any of them back.
struct Knobs
{
    std::chrono::milliseconds clock{0};   ///< `clock=-300s`: the service's clock is off by that
    std::chrono::milliseconds latency{0}; ///< `latency=200ms`: before every answer; 1 min at most
    int rate = 0; ///< `rate=100/s`: calls answered in a second, the others get 429; 0: all
    std::optional<std::uint32_t> lifetime{};   ///< `lifetime=10s`: no token counts longer, whatever it says
    std::array<int, kPartCount> failPercent{}; ///< `fail.messages=5%`: by Part

    [[nodiscard]] int failsOf(Part part) const { return failPercent.at(static_cast<std::size_t>(part)); }

    /// Sets one from `NAME=VALUE`. Errors: unknown-knob, bad-knob-value.
    [[nodiscard]] base::Result<> set(std::string_view assignment);

    /// Those that are set, as `set` takes them, with a blank between; empty when the sandbox behaves.
    [[nodiscard]] std::string text() const;

    bool operator==(const Knobs&) const = default;
};

} // namespace sandbox
