// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <string_view>

namespace ui {

/// A client's words, short and safe to show: it may have pasted a token into a path.
[[nodiscard]] QString shownText(std::string_view text);
/// "GET /path" of a request.
[[nodiscard]] QString requestText(std::string_view method, std::string_view path);
/// "404 Not Found"
[[nodiscard]] QString statusText(int status);
/// "1.2 ms"
[[nodiscard]] QString tookText(std::chrono::microseconds duration);
/// Local time of day, "15:00:03".
[[nodiscard]] QString timeOfDay(std::int64_t timeMs);
/// The head of a column of such times, which names their zone: "Time (UTC+2)".
[[nodiscard]] QString timeHeader();

} // namespace ui
