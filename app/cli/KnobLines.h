// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"
#include "app/cli/Failure.h"
#include "app/cli/Io.h"

#include <string>
#include <string_view>

namespace cli {

/// What `--knob` sets at the start.
template<class Knobs>
[[nodiscard]] tl::expected<Knobs, Failure> firstKnobs(const Context& context)
{
    Knobs knobs;
    for (const std::string& assignment : context.args.values("--knob")) {
        if (auto set = knobs.set(assignment); !set)
            return failed(set.error());
    }
    return knobs;
}

/// A line on stdin while a server runs: `knob NAME=VALUE`. `name` is what the server is called.
template<class Server>
void takeKnobLine(Io& io, Server& server, std::string_view name, std::string_view line)
{
    constexpr std::string_view kKnob = "knob ";
    if (!line.starts_with(kKnob)) {
        io.failure(Failure::usage("unknown-line", "stdin",
                                  "the " + std::string(name) + " does not know this line",
                                  "Write “knob NAME=VALUE”. Ctrl+C stops it."));
        return;
    }
    auto knobs = server.knobs();
    if (auto set = knobs.set(line.substr(kKnob.size())); !set)
        io.failure(Failure::of(set.error()));
    else
        server.setKnobs(knobs);
}

} // namespace cli
