// SPDX-License-Identifier: Apache-2.0
#include "core/http/Inflater.h"

#include <zlib.h>

#include <QByteArray>

#include <array>
#include <utility>

namespace http {
namespace {

constexpr int kGzipWindow = MAX_WBITS + 16;
constexpr int kBareWindow = -MAX_WBITS;

} // namespace

struct Inflater::State
{
    z_stream stream{};
    Kind kind = Kind::Gzip;
    bool ready = false;
    bool formKnown = false; // of deflate
    QByteArray head;        // what came before that
    bool ended = false;
    std::array<unsigned char, 65536> out{};
};

Inflater::Inflater(Kind kind)
    : m_state(std::make_unique<State>())
{
    m_state->kind = kind;
    m_state->ready = inflateInit2(&m_state->stream, kind == Kind::Gzip ? kGzipWindow : MAX_WBITS) == Z_OK;
}

Inflater::~Inflater()
{
    if (m_state->ready)
        inflateEnd(&m_state->stream);
}

Inflater::Step Inflater::feed(QByteArrayView input, const Sink& sink)
{
    State& state = *m_state;
    if (!state.ready)
        return Step::Bad;
    if (state.kind == Kind::Gzip || state.formKnown)
        return run(input, sink);

    // Two bytes tell the zlib form (RFC 1950: method 8, a multiple of 31) from the bare one.
    state.head.append(input.data(), input.size());
    if (state.head.size() < 2)
        return Step::MoreWanted;
    const int first = static_cast<unsigned char>(state.head[0]);
    const int second = static_cast<unsigned char>(state.head[1]);
    if ((first & 0x0f) != Z_DEFLATED || (first * 256 + second) % 31 != 0)
        inflateReset2(&state.stream, kBareWindow);
    state.formKnown = true;
    const QByteArray head = std::exchange(state.head, QByteArray());
    return run(head, sink);
}

Inflater::Step Inflater::run(QByteArrayView input, const Sink& sink)
{
    State& state = *m_state;
    z_stream& stream = state.stream;
    // zlib does not write to its input; the missing const is its C interface.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(input.data()));
    stream.avail_in = static_cast<uInt>(input.size());
    bool full = false;
    while (stream.avail_in > 0 || full) {
        if (state.ended) {
            if (state.kind == Kind::Deflate || inflateReset(&stream) != Z_OK)
                return Step::Bad; // bytes behind the end
            state.ended = false;
        }
        stream.next_out = state.out.data();
        stream.avail_out = static_cast<uInt>(state.out.size());
        const int code = inflate(&stream, Z_NO_FLUSH);
        const auto produced = static_cast<qint64>(state.out.size() - stream.avail_out);
        if (produced > 0 && !sink(reinterpret_cast<const char*>(state.out.data()), produced))
            return Step::Stopped;
        full = stream.avail_out == 0;
        if (code == Z_STREAM_END) {
            state.ended = true;
            full = false;
        } else if (code == Z_BUF_ERROR) {
            return Step::MoreWanted; // no progress is possible without more input
        } else if (code != Z_OK) {
            return Step::Bad;
        }
    }
    return Step::MoreWanted;
}

bool Inflater::atEnd() const
{
    return m_state->ended;
}

} // namespace http
