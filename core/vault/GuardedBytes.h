// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vault {

/// Starts libsodium, once for the process. Ends the process where that fails: nothing here is safe then.
void startSodium();

/// Whether the system lets memory be kept out of swap. False is tolerated (the memory is guarded and zeroed
/// all the same), but should be told once: sodium_malloc itself hides it.
[[nodiscard]] bool memoryCanBeLocked();

/// To stand first in a function that handles a key: at its end the stack below it is overwritten, and with it
/// what the functions called have left there. The dynamic linker, for one, saves the registers that have just
/// moved a key when it binds the next function.
class StackWipe final
{
public:
    StackWipe() = default;
    StackWipe(const StackWipe&) = delete;
    StackWipe& operator=(const StackWipe&) = delete;
    ~StackWipe();
};

/// Secret bytes in memory of sodium_malloc: guard pages around them, out of swap where the system allows it,
/// zeroed when they go. Moves only. Never in a std::string or QString.
class GuardedBytes final
{
public:
    GuardedBytes() = default;
    explicit GuardedBytes(std::size_t size); ///< not initialised
    explicit GuardedBytes(std::span<const std::uint8_t> bytes);
    GuardedBytes(GuardedBytes&& other) noexcept;
    GuardedBytes& operator=(GuardedBytes&& other) noexcept;
    GuardedBytes(const GuardedBytes&) = delete;
    GuardedBytes& operator=(const GuardedBytes&) = delete;
    ~GuardedBytes();

    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }
    [[nodiscard]] std::string_view text() const;
    void clear() noexcept;

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

[[nodiscard]] std::span<const std::uint8_t> bytesOf(std::string_view text);

} // namespace vault
