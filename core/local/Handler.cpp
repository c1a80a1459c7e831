// SPDX-License-Identifier: Apache-2.0
#include "core/local/Handler.h"

namespace local {

std::unique_ptr<SocketHandler> Handler::upgrade(const Request& /*request*/)
{
    return nullptr;
}

std::size_t Handler::bodyLimit(std::string_view /*method*/, std::string_view /*path*/) const
{
    return std::size_t{1024} * 1024;
}

Response Handler::error(int status, std::string_view text) const
{
    return {status, "text/plain; charset=utf-8", {}, std::string(text) + "\n"};
}

} // namespace local
