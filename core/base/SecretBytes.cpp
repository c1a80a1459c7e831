// SPDX-License-Identifier: Apache-2.0
#include "core/base/SecretBytes.h"

#include <cstring>
#include <utility>

namespace base {

void wipe(void* data, std::size_t size) noexcept
{
    if (size > 0)
        explicit_bzero(data, size);
}

SecretBytes::SecretBytes(std::string_view text)
    : m_data(text.empty() ? nullptr : new char[text.size()])
    , m_size(text.size())
{
    if (m_data)
        std::memcpy(m_data, text.data(), text.size());
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

void SecretBytes::clear() noexcept
{
    wipe(m_data, m_size);
    delete[] m_data;
    m_data = nullptr;
    m_size = 0;
}

} // namespace base
