// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/AccessKey.h"

#include "core/tokenserver/Errors.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include <unistd.h>

namespace tokenserver {
namespace {

constexpr std::size_t kRandomKey = 32;
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static_assert(kAlphabet.size() == 64);

template<std::size_t Size>
std::array<std::uint8_t, Size> randomBytes()
{
    std::array<std::uint8_t, Size> bytes{};
    if (::getentropy(bytes.data(), bytes.size()) != 0)
        throw std::runtime_error("getentropy");
    return bytes;
}

std::string_view asText(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace

base::Result<> checkAccessKey(std::string_view key)
{
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    if (visible && key.size() >= kShortestKey && key.size() <= kLongestKey)
        return {};
    return base::fail(errors::kBadAccessKey, "access_key",
                      std::vector{std::to_string(kShortestKey), std::to_string(kLongestKey)});
}

base::SecretBytes randomAccessKey()
{
    auto bytes = randomBytes<kRandomKey>();
    std::array<char, kRandomKey> key{};
    std::transform(bytes.begin(), bytes.end(), key.begin(),
                   [](std::uint8_t byte) { return kAlphabet[byte % kAlphabet.size()]; });
    base::SecretBytes result(std::string_view(key.data(), key.size()));
    base::wipe(key.data(), key.size());
    return result;
}

AccessKey::AccessKey(std::string_view key)
    : m_required(!key.empty())
{
    const auto salt = randomBytes<32>();
    m_salt = asText(salt.data(), salt.size());
    if (m_required)
        m_expected = digest(key);
}

token::Signature AccessKey::digest(std::string_view text)
{
    token::Signature digest{};
    if (!m_signer.hmac(m_salt, text, digest))
        throw std::runtime_error("HMAC-SHA256");
    return digest;
}

bool AccessKey::admits(const local::Headers& headers)
{
    if (!m_required)
        return true;
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view given = headers.value("Authorization");
    if (headers.count("Authorization") != 1 || given.size() <= kScheme.size() ||
        !local::equalsIgnoreCase(given.substr(0, kScheme.size()), kScheme))
        return false;
    const token::Signature shown = digest(given.substr(kScheme.size()));
    return token::equalInConstantTime(asText(shown.data(), shown.size()),
                                      asText(m_expected.data(), m_expected.size()));
}

} // namespace tokenserver
