// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Overwrites `size` bytes in a way that the compiler may not leave out.
void wipe(void* data, std::size_t size) noexcept;

/// A secret text such as an App Certificate. Moves, copies on purpose only (`copy`), and is overwritten when
/// it goes. Never print it: there is no operator<< and no conversion to a string.
class SecretBytes final
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::string_view text);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    [[nodiscard]] SecretBytes copy() const { return SecretBytes(view()); }
    [[nodiscard]] std::string_view view() const { return {m_data, m_size}; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    void clear() noexcept;

private:
    char* m_data = nullptr; // on the heap at all times, so that a move leaves no copy behind
    std::size_t m_size = 0;
};

} // namespace base
