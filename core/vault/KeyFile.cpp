// SPDX-License-Identifier: Apache-2.0
#include "core/vault/KeyFile.h"

#include "core/base/Errors.h"
#include "core/vault/Errors.h"
#include "core/base/SafeFile.h"

#include <sodium.h>

#include <cerrno>
#include <cstring>

namespace vault {
namespace {

using base::fail;
using base::Result;

constexpr std::string_view kTitle = "chat-token-console key 1\n";
constexpr std::size_t kNameDigits = 32;
constexpr std::size_t kKeyDigits = 64;
constexpr std::size_t kIdAt = kTitle.size();
constexpr std::size_t kSaltAt = kIdAt + kNameDigits + 1;
constexpr std::size_t kKeyAt = kSaltAt + kNameDigits + 1;
constexpr std::size_t kFileSize = kKeyAt + kKeyDigits + 1;
static_assert(kFileSize == 156);

/// Writes the digits and, over sodium's closing NUL, `end`.
void putHex(std::uint8_t* at, std::span<const std::uint8_t> bytes, char end)
{
    sodium_bin2hex(reinterpret_cast<char*>(at), 2 * bytes.size() + 1, bytes.data(), bytes.size());
    at[2 * bytes.size()] = static_cast<std::uint8_t>(end);
}

bool getHex(const std::uint8_t* at, std::span<std::uint8_t> out, char end)
{
    std::size_t size = 0;
    return sodium_hex2bin(out.data(), out.size(), reinterpret_cast<const char*>(at), 2 * out.size(), nullptr,
                          &size, nullptr) == 0 &&
           size == out.size() && at[2 * out.size()] == static_cast<std::uint8_t>(end);
}

} // namespace

Result<> writeKeyFile(const base::Output& output, const VaultId& id, const Salt& salt, const VaultKey& key)
{
    const StackWipe wipe;
    GuardedBytes text(kFileSize);
    std::memcpy(text.data(), kTitle.data(), kTitle.size());
    putHex(text.data() + kIdAt, id.bytes, ' ');
    putHex(text.data() + kSaltAt, salt.bytes, '\n');
    putHex(text.data() + kKeyAt, key.bytes(), '\n');

    base::Output fresh = output;
    fresh.replace = false;
    auto written = base::writeOutput(fresh, {reinterpret_cast<const char*>(text.data()), text.size()});
    if (!written && written.error().code == base::errors::kOutputExists)
        return fail(errors::kKeyFileExists, "", std::vector{output.path});
    return written;
}

Result<KeyFile> readKeyFile(const std::string& path)
{
    const StackWipe wipe;
    const auto file = base::openInput(path);
    if (!file)
        return fail(file.error());
    GuardedBytes text(kFileSize + 1); // one more, to see that nothing follows
    const auto size = base::readInput(*file, text.data(), text.size());
    if (size < 0)
        return base::inputFailure(path, errno);

    VaultId id;
    Salt salt;
    GuardedBytes key(VaultKey::kSize);
    const bool sound = size == static_cast<std::ptrdiff_t>(kFileSize) &&
                       std::memcmp(text.data(), kTitle.data(), kTitle.size()) == 0 &&
                       getHex(text.data() + kIdAt, id.bytes, ' ') &&
                       getHex(text.data() + kSaltAt, salt.bytes, '\n') &&
                       getHex(text.data() + kKeyAt, {key.data(), key.size()}, '\n');
    if (!sound)
        return fail(errors::kKeyFileBroken, "", std::vector{path});
    return KeyFile{id, salt, *VaultKey::fromBytes(std::move(key)), path};
}

} // namespace vault
