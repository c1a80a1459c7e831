// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace http {

/// gzip or deflate, undone piece by piece so that the receiver can stop at any byte: the answer to a
/// compressed body of a few kilobytes that would grow to gigabytes. Takes several gzip members in a row, and
/// for `deflate` both the zlib form of the standard and the bare form that some servers send.
class Inflater final
{
public:
    enum class Kind { Gzip, Deflate };
    enum class Step {
        MoreWanted, ///< all of the input is used
        Stopped,    ///< the sink said no
        Bad         ///< not compressed as announced, or damaged
    };
    using Sink = std::function<bool(const char* data, qint64 size)>; ///< false stops

    explicit Inflater(Kind kind);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Hands the sink pieces of at most 64 KiB.
    [[nodiscard]] Step feed(QByteArrayView input, const Sink& sink);

    /// True between two streams: whether a body that ends here is whole.
    [[nodiscard]] bool atEnd() const;

private:
    [[nodiscard]] Step run(QByteArrayView input, const Sink& sink);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace http
