// SPDX-License-Identifier: Apache-2.0
// The local server's parser and gate. The first byte says in which pieces the rest arrives: the pieces must
// not matter.
#include "core/local/Gate.h"
#include "core/local/RequestParser.h"
#include "core/local/Url.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace {

using Seen = std::tuple<int, std::string, std::string, std::string>;

Seen parse(std::string_view bytes, std::size_t piece)
{
    constexpr std::size_t kLimit = 4096;
    local::RequestParser parser(1024);
    std::string pending;
    bool header = false;
    for (;;) {
        const auto step = header ? parser.readBody(pending, kLimit) : parser.readHeader(pending);
        if (step == local::RequestParser::Step::Failed)
            return {parser.failureStatus(), {}, {}, {}};
        if (step == local::RequestParser::Step::Done) {
            if (header) {
                const local::Request& request = parser.request();
                return {200, request.method, request.target, request.body};
            }
            header = true;
            continue;
        }
        if (bytes.empty())
            return {0, {}, {}, {}};
        const std::size_t count = std::min(piece, bytes.size());
        pending += bytes.substr(0, count);
        bytes.remove_prefix(count);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t piece = 1 + data[0] % 97;
    const Seen whole = parse(bytes, std::max<std::size_t>(1, bytes.size()));
    const Seen pieces = parse(bytes, piece);
    // Both must end alike when both end well; which of two faults is met first may depend on the pieces.
    if ((std::get<0>(whole) == 200) != (std::get<0>(pieces) == 200) ||
        (std::get<0>(whole) == 200 && whole != pieces))
        std::abort();
    static_cast<void>(local::splitPath(bytes));
    static_cast<void>(local::splitQuery(bytes));
    if (local::isOwnHost(bytes, 8090) && bytes != "127.0.0.1:8090" && bytes != "localhost:8090" &&
        bytes != "[::1]:8090")
        std::abort();
    return 0;
}
