// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sandbox {

/// limit and cursor of a list call. The cursor is opaque to clients: it names the serial to go on after.
struct PageQuery
{
    std::size_t limit = 0;
    std::uint64_t after = 0;
};

/// Reads `limit`, or what it is called, and `cursor`. What the catalogue says of the parameter holds, and a
/// value outside is refused; in calls that only an SDK makes a larger one than `most` is clipped. A cursor
/// that is `null` or `undefined`, as SDKs write them, is none. Fault: illegal_argument.
[[nodiscard]] tl::expected<PageQuery, Fault> readPageQuery(const Call& call, std::size_t usual = 10,
                                                           std::size_t most = 100,
                                                           std::string_view limitName = "limit");

/// pagenum and pagesize of a list call, or limit and cursor, as the SDK asks for some.
struct NumberedPage
{
    std::size_t limit = 0;
    std::size_t skip = 0;
    bool byCursor = false;
};

/// What becomes of a page size above the limit: the documents have some calls clip it.
enum class Excess { Refused, Clipped };

/// Pages count from `first`; a lower number is the first page. Refused sizes are those outside what the
/// catalogue says. Fault: illegal_argument.
[[nodiscard]] tl::expected<NumberedPage, Fault> readNumberedPage(const Call& call, std::size_t usual,
                                                                 std::size_t most, std::size_t first = 1,
                                                                 Excess excess = Excess::Refused);

/// Whether a page size or limit lies outside what the catalogue says of it.
[[nodiscard]] std::optional<Fault> outOfRange(const Call& call, std::string_view name, std::size_t value);

[[nodiscard]] std::string makeCursor(std::uint64_t after);

} // namespace sandbox
