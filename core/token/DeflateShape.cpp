// SPDX-License-Identifier: Apache-2.0
#include "core/token/DeflateShape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace token {
namespace {

constexpr std::size_t kMaxBits = 15; // of a Huffman code

/// A canonical Huffman code, decoded bit by bit: tokens are short.
class Code final
{
public:
    explicit Code(std::span<const std::uint8_t> lengths)
    {
        for (const std::uint8_t length : lengths)
            ++m_count[length];
        m_count[0] = 0;
        std::array<std::uint16_t, kMaxBits + 2> at{};
        for (std::size_t length = 1; length <= kMaxBits; ++length)
            at[length + 1] = static_cast<std::uint16_t>(at[length] + m_count[length]);
        for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
            if (lengths[symbol] != 0)
                m_symbols[at[lengths[symbol]]++] = static_cast<std::uint16_t>(symbol);
        }
    }

    template<class Bits>
    std::optional<std::uint16_t> read(Bits& bits) const
    {
        int code = 0;
        int first = 0;
        int index = 0;
        for (std::size_t length = 1; length <= kMaxBits; ++length) {
            const auto bit = bits.take(1);
            if (!bit)
                return std::nullopt;
            code |= static_cast<int>(*bit);
            const int count = m_count[length];
            if (code - first < count)
                return m_symbols[static_cast<std::size_t>(index + code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        return std::nullopt;
    }

private:
    std::array<std::uint16_t, kMaxBits + 1> m_count{};
    std::array<std::uint16_t, 288> m_symbols{};
};

class Bits final
{
public:
    explicit Bits(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    std::optional<std::uint32_t> take(unsigned count)
    {
        while (m_held < count) {
            if (m_at == m_bytes.size())
                return std::nullopt;
            m_value |= std::uint32_t{static_cast<std::uint8_t>(m_bytes[m_at++])} << m_held;
            m_held += 8;
        }
        const std::uint32_t value = m_value & ((1U << count) - 1);
        m_value >>= count;
        m_held -= count;
        return value;
    }
    /// Bits that have been taken.
    [[nodiscard]] std::size_t position() const { return m_at * 8 - m_held; }
    void alignToByte()
    {
        m_value = 0;
        m_held = 0;
    }
    bool skip(std::size_t bytes)
    {
        if (m_bytes.size() - m_at < bytes)
            return false;
        m_at += bytes;
        return true;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::uint32_t m_value = 0;
    unsigned m_held = 0;
};

constexpr std::array<std::uint16_t, 29> kLengthBase{3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                    15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                    67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> kLengthExtra{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                    2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};

class Walker final
{
public:
    Walker(std::string_view stream, std::size_t maxSymbols, std::vector<DeflateSymbol>* trace)
        : m_bits(stream)
        , m_left(maxSymbols)
        , m_trace(trace)
    {
    }

    DeflateShape run()
    {
        for (;;) {
            const auto last = m_bits.take(1);
            const auto type = last ? m_bits.take(2) : std::nullopt;
            if (!type || !block(*type))
                return m_out;
            ++m_out.blocks;
            if (*last != 0) {
                m_out.whole = true;
                return m_out;
            }
        }
    }

private:
    bool block(std::uint32_t type)
    {
        m_out.endsWithEmptyStored = false;
        if (type == 0)
            return stored();
        m_out.storedOnly = false;
        if (type == 1)
            return symbols(fixedLiterals(),
                           Code(std::array<std::uint8_t, 30>{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
                                                             5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}));
        return type == 2 && dynamic();
    }

    bool stored()
    {
        m_bits.alignToByte();
        const auto length = m_bits.take(16);
        const auto check = length ? m_bits.take(16) : std::nullopt;
        if (!check || (*length ^ *check) != 0xFFFF)
            return false;
        m_bits.alignToByte();
        m_out.endsWithEmptyStored = *length == 0;
        for (std::size_t i = 0; i < *length; ++i) {
            const std::size_t from = m_bits.position();
            if (!m_bits.skip(1))
                return false;
            note(from, 1);
        }
        return true;
    }

    void note(std::size_t from, std::size_t length)
    {
        if (m_trace)
            m_trace->push_back({from, m_bits.position(), length});
    }

    static Code fixedLiterals()
    {
        std::array<std::uint8_t, 288> lengths{};
        std::fill(lengths.begin(), lengths.begin() + 144, std::uint8_t{8});
        std::fill(lengths.begin() + 144, lengths.begin() + 256, std::uint8_t{9});
        std::fill(lengths.begin() + 256, lengths.begin() + 280, std::uint8_t{7});
        std::fill(lengths.begin() + 280, lengths.end(), std::uint8_t{8});
        return Code(lengths);
    }

    bool dynamic()
    {
        const auto literals = m_bits.take(5);
        const auto distances = literals ? m_bits.take(5) : std::nullopt;
        const auto codes = distances ? m_bits.take(4) : std::nullopt;
        if (!codes || *literals > 29 || *distances > 29)
            return false;
        static constexpr std::array<std::uint8_t, 19> kOrder{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                             11, 4,  12, 3, 13, 2, 14, 1, 15};
        std::array<std::uint8_t, 19> codeLengths{};
        for (std::size_t i = 0; i < *codes + 4; ++i) {
            const auto length = m_bits.take(3);
            if (!length)
                return false;
            codeLengths[kOrder[i]] = static_cast<std::uint8_t>(*length);
        }
        std::array<std::uint8_t, 286 + 30> lengths{};
        const std::size_t literalCount = *literals + 257;
        const std::size_t total = literalCount + *distances + 1;
        if (!readLengths(Code(codeLengths), std::span(lengths).first(total)))
            return false;
        const auto all = std::span<const std::uint8_t>(lengths).first(total);
        return symbols(Code(all.first(literalCount)), Code(all.subspan(literalCount)));
    }

    bool readLengths(const Code& code, std::span<std::uint8_t> lengths)
    {
        for (std::size_t i = 0; i < lengths.size();) {
            const auto symbol = code.read(m_bits);
            if (!symbol)
                return false;
            if (*symbol < 16) {
                lengths[i++] = static_cast<std::uint8_t>(*symbol);
                continue;
            }
            const std::uint8_t repeated = *symbol == 16 && i > 0 ? lengths[i - 1] : std::uint8_t{0};
            const auto extra = m_bits.take(*symbol == 16 ? 2 : *symbol == 17 ? 3 : 7);
            if (!extra)
                return false;
            const std::size_t count = *extra + (*symbol == 18 ? 11 : 3);
            if (count > lengths.size() - i)
                return false;
            std::fill_n(lengths.begin() + static_cast<std::ptrdiff_t>(i), count, repeated);
            i += count;
        }
        return true;
    }

    bool symbols(const Code& literals, const Code& distances)
    {
        for (; m_left > 0; --m_left) {
            const std::size_t from = m_bits.position();
            const auto symbol = literals.read(m_bits);
            if (!symbol || *symbol > 285)
                return false;
            if (*symbol == 256)
                return true;
            const std::size_t length = *symbol < 256 ? 1 : copy(*symbol - 257U, distances);
            if (length == 0)
                return false;
            note(from, length);
        }
        return false;
    }

    /// The bytes that it copies; 0 when the stream ends or is wrong.
    std::size_t copy(std::size_t index, const Code& distances)
    {
        const auto more = m_bits.take(kLengthExtra[index]);
        const auto distance = more ? distances.read(m_bits) : std::nullopt;
        if (!distance || *distance > 29 || !m_bits.take(*distance < 2 ? 0U : *distance / 2U - 1U))
            return 0;
        const std::size_t length = kLengthBase[index] + *more;
        if (m_out.shortestMatch == 0 || length < m_out.shortestMatch)
            m_out.shortestMatch = length;
        return length;
    }

    Bits m_bits;
    std::size_t m_left;
    std::vector<DeflateSymbol>* m_trace;
    DeflateShape m_out;
};

} // namespace

DeflateShape deflateShape(std::string_view stream, std::size_t maxSymbols, std::vector<DeflateSymbol>* trace)
{
    return Walker(stream, maxSymbols, trace).run();
}

} // namespace token
