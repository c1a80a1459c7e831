// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace base {

/// A value, or the reason why there is none.
template<class T = void>
using Result = tl::expected<T, Error>;

/// `return base::fail(errors::kBadAppId, "app_id")` from any function that returns a Result.
template<class... Args>
[[nodiscard]] tl::unexpected<Error> fail(Args&&... args)
{
    return tl::unexpected<Error>(makeError(std::forward<Args>(args)...));
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace base
