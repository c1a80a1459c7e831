// SPDX-License-Identifier: Apache-2.0
#include "core/vault/GuardedBytes.h"

#include <sodium.h>

#include <cstring>
#include <exception>
#include <new>
#include <utility>

namespace vault {

void startSodium()
{
    static const bool started = sodium_init() >= 0;
    if (!started)
        std::terminate();
}

bool memoryCanBeLocked()
{
    static const bool can = [] {
        startSodium();
        static std::uint8_t page[4096];
        const bool locked = sodium_mlock(page, sizeof page) == 0;
        if (locked)
            sodium_munlock(page, sizeof page);
        return locked;
    }();
    return can;
}

namespace {

/// Copying a key leaves it in the vector registers, on AVX-512 machines in those that no call clears. Whoever
/// saves the registers next would write it down again.
void clearVectorRegisters()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroall" ::
                         : "memory", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8",
                           "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
    if (__builtin_cpu_supports("avx512f"))
        asm volatile("vpxorq %%zmm16, %%zmm16, %%zmm16\n\tvpxorq %%zmm17, %%zmm17, %%zmm17\n\t"
                     "vpxorq %%zmm18, %%zmm18, %%zmm18\n\tvpxorq %%zmm19, %%zmm19, %%zmm19\n\t"
                     "vpxorq %%zmm20, %%zmm20, %%zmm20\n\tvpxorq %%zmm21, %%zmm21, %%zmm21\n\t"
                     "vpxorq %%zmm22, %%zmm22, %%zmm22\n\tvpxorq %%zmm23, %%zmm23, %%zmm23\n\t"
                     "vpxorq %%zmm24, %%zmm24, %%zmm24\n\tvpxorq %%zmm25, %%zmm25, %%zmm25\n\t"
                     "vpxorq %%zmm26, %%zmm26, %%zmm26\n\tvpxorq %%zmm27, %%zmm27, %%zmm27\n\t"
                     "vpxorq %%zmm28, %%zmm28, %%zmm28\n\tvpxorq %%zmm29, %%zmm29, %%zmm29\n\t"
                     "vpxorq %%zmm30, %%zmm30, %%zmm30\n\tvpxorq %%zmm31, %%zmm31, %%zmm31" ::
                         : "memory");
#endif
}

} // namespace

StackWipe::~StackWipe()
{
    constexpr std::size_t kDeep = 64 * 1024; // bytes; what is called here goes no deeper
    clearVectorRegisters();
    sodium_stackzero(kDeep);
}

GuardedBytes::GuardedBytes(std::size_t size)
    : m_size(size)
{
    if (size == 0)
        return;
    startSodium();
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (!m_data)
        throw std::bad_alloc();
}

GuardedBytes::GuardedBytes(std::span<const std::uint8_t> bytes)
    : GuardedBytes(bytes.size())
{
    if (m_data)
        std::memcpy(m_data, bytes.data(), bytes.size());
}

GuardedBytes::GuardedBytes(GuardedBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

GuardedBytes& GuardedBytes::operator=(GuardedBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

GuardedBytes::~GuardedBytes()
{
    clear();
}

void GuardedBytes::clear() noexcept
{
    sodium_free(m_data);
    m_data = nullptr;
    m_size = 0;
}

std::string_view GuardedBytes::text() const
{
    return {reinterpret_cast<const char*>(m_data), m_size};
}

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace vault
