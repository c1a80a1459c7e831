// SPDX-License-Identifier: Apache-2.0
// What a client may send over the WebSocket. What is read must read the same when it is written again.
#include "core/msync/Bodies.h"

#include <cstdint>
#include <cstdlib>

namespace {

template<typename Decode>
void check(std::string_view bytes, Decode decode)
{
    const auto first = decode(bytes);
    if (!first)
        return;
    const std::string written = msync::encode(*first);
    const auto second = decode(written);
    if (!second || msync::encode(*second) != written)
        std::abort();
}

void checkPayload(std::string_view payload)
{
    check(payload, msync::decodeProvision);
    check(payload, msync::decodeUnread);
    check(payload, msync::decodeSyncRequest);
    check(payload, msync::decodeSyncAnswer);
    check(payload, msync::decodeBody);
    static_cast<void>(msync::decodeBodyHead(payload));
    static_cast<void>(msync::decodeNotice(payload));
    static_cast<void>(msync::decodeEviction(payload));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes, msync::decodeFrame);
    checkPayload(bytes);
    if (const auto frame = msync::decodeFrame(bytes)) {
        checkPayload(frame->payload);
        const auto request = msync::decodeSyncRequest(frame->payload);
        if (request && request->meta)
            checkPayload(request->meta->payload);
    }
    return 0;
}
