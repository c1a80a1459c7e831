// SPDX-License-Identifier: Apache-2.0
#include "core/local/Turns.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace local {

bool Turns::takesOne(Share& share) const
{
    const TimePoint now = m_now();
    share.pieces =
        static_cast<int>(std::min<std::int64_t>(kBurst, share.pieces + (now - share.last) / kOnePiece));
    share.last = now;
    if (share.pieces == 0)
        return false;
    --share.pieces;
    return true;
}

void Turns::waitInLine(std::unique_ptr<Waiting> piece)
{
    m_line.push_back(std::move(piece));
    if (!std::exchange(m_posted, true))
        boost::asio::post(m_io, [this] { letSomeGo(); });
}

/// What joins the line meanwhile goes with a later turn.
void Turns::letSomeGo()
{
    for (std::size_t left = std::min(kPiecesPerTurn, m_line.size()); left > 0; --left) {
        const auto piece = std::move(m_line.front());
        m_line.pop_front();
        piece->share.last = m_now(); // the time in line was no rest
        piece->go();
    }
    m_posted = !m_line.empty();
    if (m_posted)
        boost::asio::post(m_io, [this] { letSomeGo(); });
}

} // namespace local
