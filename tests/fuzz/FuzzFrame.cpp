// SPDX-License-Identifier: Apache-2.0
// What a client may send over the WebSocket. What is read must read the same when it is written again.
#include "core/base/Utf8.h"
#include "core/msync/Bodies.h"
#include "core/msync/Describe.h"
#include "core/msync/Muc.h"
#include "core/msync/Notify.h"
#include "core/msync/Roster.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <type_traits>

namespace {

template<typename Value>
std::string encoded(const Value& value)
{
    if constexpr (std::is_same_v<Value, msync::RosterBody> || std::is_same_v<Value, msync::MucBody>)
        return msync::encode(value, "org#app");
    else
        return msync::encode(value);
}

template<typename Decode>
void check(std::string_view bytes, Decode decode)
{
    const auto first = decode(bytes);
    if (!first)
        return;
    const std::string written = encoded(*first);
    const auto second = decode(written);
    if (!second || encoded(*second) != written)
        std::abort();
}

void checkPayload(std::string_view payload)
{
    check(payload, msync::decodeProvision);
    check(payload, msync::decodeUnread);
    check(payload, msync::decodeSyncRequest);
    check(payload, msync::decodeSyncAnswer);
    check(payload, msync::decodeBody);
    check(payload, msync::decodeRosterBody);
    check(payload, msync::decodeMucBody);
    check(payload, msync::decodePresence);
    static_cast<void>(msync::decodeBodyHead(payload));
    static_cast<void>(msync::decodeNotice(payload));
    static_cast<void>(msync::decodeEviction(payload));
}

/// One printable line, and a text that is not longer than promised, whatever the bytes.
void checkDescription(std::string_view bytes)
{
    for (const auto direction : {msync::Direction::Up, msync::Direction::Down}) {
        const msync::Description description = msync::describe(bytes, direction);
        const bool isLine = description.title.find('\n') == std::string::npos && !description.title.empty();
        if (!isLine || description.title.size() > msync::kMaxTitle ||
            description.text.size() > msync::kMaxDescription ||
            base::firstInvalidUtf8(description.text) != std::string::npos)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes, msync::decodeFrame);
    checkPayload(bytes);
    checkDescription(bytes);
    if (const auto frame = msync::decodeFrame(bytes)) {
        checkPayload(frame->payload);
        const auto request = msync::decodeSyncRequest(frame->payload);
        if (request && request->meta)
            checkPayload(request->meta->payload);
    }
    return 0;
}
