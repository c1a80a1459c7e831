// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/msync/Frames.h"

#include <frames.pb.h>

#include <limits>

/// Shared by the codecs of this folder.
namespace msync {

/// The message in `bytes`, whole.
template<typename Message>
std::optional<Message> parse(std::string_view bytes)
{
    Message message;
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
        !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return std::nullopt;
    return message;
}

/// A known value of an enumeration from 0 to `last`, or nothing.
template<typename Enum>
std::optional<Enum> enumOf(int value, Enum last)
{
    if (value < 0 || value > static_cast<int>(last))
        return std::nullopt;
    return static_cast<Enum>(value);
}

} // namespace msync
