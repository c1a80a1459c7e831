// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace local {

/// Who goes next on the server's thread. Every read and every write of a client is a piece of work of bounded
/// size. Who has had more pieces lately than its share waits in line, and of that line a few go with each
/// turn of the loop: a flood costs all others those few, by however many connections it comes. While nobody
/// else asks, the line moves as fast as the thread can.
class Turns final
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Now = std::function<TimePoint()>;

    static constexpr int kBurst = 16;                         ///< pieces that a client has to begin with
    static constexpr std::chrono::milliseconds kOnePiece{50}; ///< of rest, which brings one more
    static constexpr std::size_t kPiecesPerTurn = 8;          ///< of all who wait in line

    /// What one client has left.
    struct Share
    {
        int pieces = kBurst;
        TimePoint last{}; ///< when its last piece was done
    };

    /// `io` outlives it. `now` is the time that fills shares.
    explicit Turns(boost::asio::io_context& io, Now now = &std::chrono::steady_clock::now)
        : m_io(io)
        , m_now(std::move(now))
    {
    }
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;

    /// Does one piece of a client's work: now, or when its turn comes. `work` keeps `share` alive. On the
    /// server's thread.
    template<class Work>
    void run(Share& share, Work work)
    {
        if (takesOne(share))
            work();
        else
            waitInLine(std::make_unique<Held<Work>>(share, std::move(work)));
    }

private:
    struct Waiting
    {
        explicit Waiting(Share& whose)
            : share(whose)
        {
        }
        virtual ~Waiting() = default;
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;
        virtual void go() = 0;
        Share& share;
    };
    template<class Work>
    struct Held final : Waiting
    {
        Held(Share& whose, Work kept)
            : Waiting(whose)
            , work(std::move(kept))
        {
        }
        void go() override { work(); }
        Work work;
    };

    [[nodiscard]] bool takesOne(Share& share) const;
    void waitInLine(std::unique_ptr<Waiting> piece);
    void letSomeGo();

    boost::asio::io_context& m_io;
    Now m_now;
    std::deque<std::unique_ptr<Waiting>> m_line;
    bool m_posted = false;
};

} // namespace local
