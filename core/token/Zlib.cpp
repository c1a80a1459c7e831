// SPDX-License-Identifier: Apache-2.0
#include "core/token/Zlib.h"

#include <zlib.h>

#include <algorithm>

namespace token {
namespace {

// zlib takes a non-const pointer but does not write to its input.
Bytef* input(std::string_view bytes)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

} // namespace

Deflater::Deflater()
    : m_stream(std::make_unique<z_stream>())
    , m_ready(::deflateInit(m_stream.get(), 6) == Z_OK)
{
}

Deflater::~Deflater()
{
    if (m_ready)
        ::deflateEnd(m_stream.get());
}

bool Deflater::deflate(std::string_view bytes, std::string& out)
{
    if (!m_ready || ::deflateReset(m_stream.get()) != Z_OK)
        return false;
    out.resize(::deflateBound(m_stream.get(), bytes.size()));
    m_stream->next_in = input(bytes);
    m_stream->avail_in = static_cast<uInt>(bytes.size());
    m_stream->next_out = reinterpret_cast<Bytef*>(out.data());
    m_stream->avail_out = static_cast<uInt>(out.size());
    if (::deflate(m_stream.get(), Z_FINISH) != Z_STREAM_END)
        return false;
    out.resize(m_stream->total_out);
    return true;
}

Inflater::Inflater()
    : m_stream(std::make_unique<z_stream>())
    , m_ready(::inflateInit(m_stream.get()) == Z_OK)
{
}

Inflater::~Inflater()
{
    if (m_ready)
        ::inflateEnd(m_stream.get());
}

Inflated Inflater::inflate(std::string_view bytes, std::size_t cap, std::string& out)
{
    out.clear();
    if (!m_ready || ::inflateReset(m_stream.get()) != Z_OK)
        return {};
    m_stream->next_in = input(bytes);
    m_stream->avail_in = static_cast<uInt>(bytes.size());

    // A Chat token has a payload of about 100 bytes: the first step holds it, later ones double.
    std::size_t step = std::min<std::size_t>(cap, 1024);
    int status = Z_OK;
    while (status == Z_OK) {
        const std::size_t filled = out.size();
        if (filled == cap) {
            // One byte more tells whether the stream ends just here or goes past the cap.
            Bytef probe = 0;
            m_stream->next_out = &probe;
            m_stream->avail_out = 1;
            status = ::inflate(m_stream.get(), Z_NO_FLUSH);
            if (m_stream->avail_out == 0)
                return {InflateEnd::OverTheCap, m_stream->total_in};
            break;
        }
        out.resize(std::min(cap, filled + step));
        step *= 2;
        m_stream->next_out = reinterpret_cast<Bytef*>(out.data() + filled);
        m_stream->avail_out = static_cast<uInt>(out.size() - filled);
        status = ::inflate(m_stream.get(), Z_NO_FLUSH);
        const bool full = m_stream->avail_out == 0;
        out.resize(out.size() - m_stream->avail_out);
        if (status == Z_OK && !full)
            status = Z_BUF_ERROR; // no more input and room left: the stream was cut
    }
    const std::size_t used = m_stream->total_in;
    if (status == Z_STREAM_END)
        return {InflateEnd::Complete, used};
    if (status == Z_OK || status == Z_BUF_ERROR)
        return {InflateEnd::Truncated, used};
    return {InflateEnd::Corrupt, used};
}

} // namespace token
