// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace token {

/// Stock zlib at level 6, 32 KB window: byte for byte what the vendor's C++ and Python builders write. The
/// stream (268 KB) is kept and reset, as making one costs more than all the rest of a token.
class Deflater final
{
public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    /// Compresses into `out`, whose memory is reused. false when zlib has no memory.
    [[nodiscard]] bool deflate(std::string_view bytes, std::string& out);

private:
    std::unique_ptr<z_stream_s> m_stream;
    bool m_ready = false;
};

enum class InflateEnd {
    Complete,   ///< the stream ended and its checksum is right
    Truncated,  ///< the input ended first
    Corrupt,    ///< no zlib stream, broken data or a wrong checksum
    OverTheCap, ///< more than the cap would come out; stopped there
};

struct Inflated
{
    InflateEnd end = InflateEnd::Corrupt;
    std::size_t used = 0; ///< bytes of the input up to the end of the stream
};

/// Inflates a zlib stream with a cap on what may come out, so that no input costs memory.
class Inflater final
{
public:
    Inflater();
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// `out` gets everything that could be inflated, at most `cap` bytes, also where the end is not Complete.
    [[nodiscard]] Inflated inflate(std::string_view bytes, std::size_t cap, std::string& out);

private:
    std::unique_ptr<z_stream_s> m_stream;
    bool m_ready = false;
};

} // namespace token
