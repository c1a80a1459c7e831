// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/token/AccessToken2.h"

namespace token {

/// Reads `{"app_id"?, "issue_ts"?, "expire", "salt"?,
/// "services":[{"type":5,"privileges":{"1":600},"user_id":"alice"}]}`. What may be left out is taken from
/// `defaults`. The members of a service are those of its type (Service.h, ServiceInfo::fields); "name" is
/// read over. Errors name the member: missing-field, unknown-field, wrong-json-type, out-of-range,
/// duplicate-privilege, unknown-service-type.
[[nodiscard]] base::Result<TokenInput> tokenInputFromJson(const base::JsonValue& json,
                                                          const TokenInput& defaults);

/// The same form, with the type's name: {"type":5,"name":"Chat","privileges":{"1":3600},"user_id":"alice"}.
[[nodiscard]] base::JsonValue serviceToJson(const Service& service);

} // namespace token
