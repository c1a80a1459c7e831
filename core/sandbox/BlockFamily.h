// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

namespace sandbox {

/// Of the group "Contact": block lists, and the SDK's calls for them. Who is on one cannot send to its owner;
/// nobody is told.
class BlockFamily final
{
public:
    explicit BlockFamily(State& state)
        : m_state(state)
    {
    }

    void addTo(Operations& operations);

private:
    [[nodiscard]] Outcome add(const Call& call, std::string_view ownerName) const;
    [[nodiscard]] Outcome list(const Call& call) const;
    [[nodiscard]] Outcome remove(const Call& call) const;
    [[nodiscard]] Outcome removeMany(const Call& call) const;

    State& m_state;
};

} // namespace sandbox
