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
