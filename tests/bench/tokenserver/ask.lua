-- SPDX-License-Identifier: Apache-2.0
-- wrk: asks for the token of another user each time.
local count = 0

function request()
  count = count + 1
  return wrk.format("POST", "/generate-user-token", { ["Content-Type"] = "application/json" },
    '{"user_uuid": "user-' .. count .. '", "expire": 3600}')
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
