// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/IssuedTokens.h"

#include "core/sandbox/Digest.h"

namespace sandbox {
namespace {

constexpr std::size_t kTokenBytes = 48;
constexpr std::size_t kSweepEvery = 1000;

} // namespace

std::string IssuedTokens::issue(const Caller& caller, std::int64_t nowMs)
{
    if (++m_sinceSweep >= kSweepEvery) {
        m_sinceSweep = 0;
        std::erase_if(m_byHash, [&](const auto& entry) {
            return entry.second.expiresMs != 0 && entry.second.expiresMs <= nowMs;
        });
    }
    std::string token = "YWMt" + base64Url(randomBytes(kTokenBytes));
    m_byHash.emplace(sha256(token), caller);
    return token;
}

std::optional<Caller> IssuedTokens::find(std::string_view token) const
{
    const auto found = m_byHash.find(sha256(token));
    return found == m_byHash.end() ? std::nullopt : std::optional(found->second);
}

void IssuedTokens::forgetUser(std::string_view username, std::string_view uuid)
{
    std::erase_if(m_byHash, [&](const auto& entry) {
        return !entry.second.isApp && (entry.second.user == username || entry.second.user == uuid);
    });
}

} // namespace sandbox
