// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Answers.h"

namespace ui {
namespace {

constexpr std::size_t kSkewsKept = 8; // of a server: enough to narrow the range below a second

} // namespace

void Answers::add(SeenAnswer answer)
{
    const diagnosis::Received& received = answer.received;
    if (const auto skew = diagnosis::estimateSkew(received.date, received.sentMs, received.receivedMs)) {
        auto& kept = m_skews[answer.host];
        kept.push_back(*skew);
        if (kept.size() > kSkewsKept)
            kept.erase(kept.begin());
    }
    m_last = std::move(answer);
    Q_EMIT changed();
}

void Answers::forgetLast()
{
    m_last.reset();
    Q_EMIT changed();
}

std::optional<diagnosis::ClockSkew> Answers::skewOf(const QString& host) const
{
    const auto kept = m_skews.constFind(host);
    return kept == m_skews.constEnd() ? std::nullopt : diagnosis::combineSkews(*kept);
}

} // namespace ui
