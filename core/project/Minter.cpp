// SPDX-License-Identifier: Apache-2.0
#include "core/project/Minter.h"

#include "core/token/Errors.h"
#include "core/token/IssueTime.h"

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

namespace project {

base::Result<std::string_view> Minter::mint(std::string_view appId, std::string_view certificate,
                                            const ChatTokenRequest& request)
{
    if (!request.forApp && request.userId.empty())
        return base::fail(token::errors::kEmptyUser, "user_id");
    const auto issued = token::issueTime(request.issueTs);
    if (!issued)
        return base::fail(issued.error());
    const token::Service service = request.forApp ? token::chatAppService(request.expire)
                                                  : token::chatUserService(request.userId, request.expire);
    auto text =
        m_builder.build({std::string(appId), *issued, request.expire, request.salt, {service}}, certificate);
    if (!text && text.error().field == "services[0].user_id")
        text.error().field = "user_id";
    return text;
}

std::uint32_t SaltSource::next()
{
    constexpr std::uint32_t kHighest = 99'999'999;
    // The largest multiple of kHighest: words above it would make low salts likelier.
    constexpr std::uint32_t kFair = std::numeric_limits<std::uint32_t>::max() / kHighest * kHighest;
    for (;;) {
        if (m_left == 0) {
            if (::getentropy(m_words.data(), sizeof m_words) != 0)
                throw std::runtime_error("getentropy");
            m_left = m_words.size();
        }
        if (const std::uint32_t word = m_words[--m_left]; word < kFair)
            return word % kHighest + 1;
    }
}

} // namespace project
