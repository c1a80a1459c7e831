// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

class QDateTime;

namespace text {

/// UTF-8 bytes as a QString.
[[nodiscard]] QString q(std::string_view utf8);

/// The beginning of a text that may be hostile, made visible: at most about `bytes` of it, "…" behind what
/// was cut. A label that lays out 60,000 characters holds the window up; nobody reads them there.
[[nodiscard]] QString brief(std::string_view utf8, std::size_t bytes = 200);

/// A length of time in the two largest units: "3 h 12 min", "45 s", "2 days 1 h". Negative ones as positive.
[[nodiscard]] QString spell(std::int64_t seconds);

/// The zone of a time by its offset, as it is named behind a clock time: "UTC", "UTC+2", "UTC-3:30".
[[nodiscard]] QString zone(const QDateTime& time);

/// A moment as "2026-11-24 09:30:15 UTC" where `utc`, otherwise in the local zone: "... 11:30:15 UTC+2".
[[nodiscard]] QString moment(std::int64_t unixSeconds, bool utc);

/// A count of bytes: "980 B", "1.2 kB", "104 MB" (powers of 1000).
[[nodiscard]] QString bytes(std::int64_t count);

} // namespace text
