// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Message.h"
#include "core/http/Settings.h"

#include <memory>
#include <string>

namespace cli {

/// Sends requests one after the other, waiting for each. Brings the event loop that Qt's network needs; one
/// of them at a time in the program.
class Sender final
{
public:
    explicit Sender(http::Settings settings = {});
    ~Sender();
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    [[nodiscard]] http::Outcome send(const http::Request& request);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// As much of a body as catalogue::readAnswer looks at, and a byte more where it is longer.
[[nodiscard]] std::string startOf(const http::Response& response);

} // namespace cli
