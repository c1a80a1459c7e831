// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace sandbox {

/// SHA-256 of `text`, 32 bytes.
[[nodiscard]] std::string sha256(std::string_view text);

/// Bytes from the system's generator.
[[nodiscard]] std::string randomBytes(std::size_t count);

/// A random UUID (version 4).
[[nodiscard]] std::string randomUuid();

/// The same UUID for the same text.
[[nodiscard]] std::string uuidOf(std::string_view text);

/// True for the 8-4-4-4-12 form, in either case.
[[nodiscard]] bool isUuid(std::string_view text);

/// Base64 with the URL alphabet and no padding.
[[nodiscard]] std::string base64Url(std::string_view bytes);

/// A password as it is kept: salted PBKDF2-HMAC-SHA256. The cost is modest, as a registration of 60 users
/// must not hold up the server's thread, and what it protects is a sandbox's.
class PasswordHash final
{
public:
    PasswordHash() = default;
    explicit PasswordHash(std::string_view password);
    /// As it was kept.
    PasswordHash(std::string salt, std::string hash)
        : m_salt(std::move(salt))
        , m_hash(std::move(hash))
    {
    }

    /// Compares in constant time. False for everything when no password was set.
    [[nodiscard]] bool matches(std::string_view password) const;

    [[nodiscard]] const std::string& salt() const { return m_salt; }
    [[nodiscard]] const std::string& hash() const { return m_hash; }

private:
    std::string m_salt;
    std::string m_hash;
};

} // namespace sandbox
