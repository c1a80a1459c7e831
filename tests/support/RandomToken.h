// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/AccessToken2.h"

#include <cstdint>
#include <random>
#include <string>

namespace support {

/// Inputs of tokens by chance, the same for the same seed.
class RandomToken final
{
public:
    explicit RandomToken(std::uint32_t seed)
        : m_random(seed)
    {
    }

    std::uint32_t number(std::uint32_t lowest, std::uint32_t highest)
    {
        return std::uniform_int_distribution<std::uint32_t>(lowest, highest)(m_random);
    }

    std::string hexId()
    {
        std::string id;
        for (int i = 0; i < 32; ++i)
            id += "0123456789abcdefABCDEF"[number(0, 21)];
        return id;
    }

    /// A user ID, some of them outside ASCII or long.
    std::string word()
    {
        static const char* const kPieces[] = {"a", "b",    "7",      "-",      "_",
                                              ".", "user", "\u00E9", "\u4E2D", "\U0001F600"};
        std::string word;
        const std::uint32_t count = number(0, 12) == 0 ? number(50, 300) : number(1, 16);
        for (std::uint32_t i = 0; i < count; ++i)
            word += kPieces[number(0, 9)];
        return word;
    }

    token::TokenInput chatInput()
    {
        token::TokenInput input = frame();
        input.services = {token::chatUserService(word(), input.expire)};
        return input;
    }

    /// One to four services of any type, privileges in any order.
    token::TokenInput input()
    {
        token::TokenInput input = frame();
        const std::uint32_t count = number(1, 4);
        for (std::uint32_t i = 0; i < count; ++i)
            input.services.push_back(service());
        return input;
    }

private:
    token::TokenInput frame()
    {
        return {hexId(), number(1'500'000'000, 2'000'000'000), number(1, 86400), number(0, ~0U), {}};
    }

    token::Service service()
    {
        token::Service service;
        service.type = static_cast<std::uint16_t>(number(1, 10));
        const std::uint32_t privileges = number(0, 4);
        for (std::uint32_t id = 1; id <= privileges; ++id)
            service.privileges.push_back({static_cast<std::uint16_t>(id), number(0, 86400)});
        for (const token::ServiceField& field : token::serviceInfo(service.type)->fields) {
            if (field.kind == token::ServiceFieldKind::Text)
                service.*field.text = word();
            else if (field.kind == token::ServiceFieldKind::Role)
                service.role = static_cast<std::int16_t>(number(0, 4)) - 1;
        }
        if (service.type == 8)
            service.permissions = {{0, {{0, {word(), word()}}, {1, {word()}}}}, {4, {{1, {}}}}};
        return service;
    }

    std::mt19937 m_random;
};

} // namespace support
