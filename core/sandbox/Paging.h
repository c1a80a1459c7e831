// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Call.h"

#include <cstdint>
#include <string>

namespace sandbox {

/// limit and cursor of a list call. The cursor is opaque to clients: it names the serial to go on after.
struct PageQuery
{
    std::size_t limit = 0;
    std::uint64_t after = 0;
};

/// Reads `limit`, or what it is called (from 1; a larger one than `most` is clipped, as the service does) and
/// `cursor`. Fault: illegal_argument.
[[nodiscard]] tl::expected<PageQuery, Fault>
readPageQuery(const Call& call, std::size_t usual, std::size_t most, std::string_view limitName = "limit");

/// pagenum and pagesize of a list call, or limit and cursor, as the SDK asks for some.
struct NumberedPage
{
    std::size_t limit = 0;
    std::size_t skip = 0;
    bool byCursor = false;
};

/// Pages count from `first`; both parameters are clipped into what makes sense. Fault: illegal_argument.
[[nodiscard]] tl::expected<NumberedPage, Fault> readNumberedPage(const Call& call, std::size_t usual,
                                                                 std::size_t most, std::size_t first = 1);

[[nodiscard]] std::string makeCursor(std::uint64_t after);

} // namespace sandbox
