// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Notify.h"

#include <charconv>

namespace msync {
namespace {

constexpr std::size_t kMaxDepth = 8;

template<class Number>
Number numberIn(std::string_view text)
{
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

base::JsonValue toJson(const Presence& presence)
{
    base::JsonObject status;
    for (const auto& [device, value] : presence.devices)
        status.emplace_back(device, std::to_string(value));
    base::JsonObject out{{"uid", presence.user}, {"last_time", std::to_string(presence.lastSeconds)}};
    if (presence.expirySeconds)
        out.emplace_back("expiry", std::to_string(*presence.expirySeconds));
    out.emplace_back("ext", presence.ext);
    out.emplace_back("status", std::move(status));
    return out;
}

std::string encode(const Presence& presence)
{
    const base::JsonObject data{{"values", base::JsonArray{toJson(presence)}}};
    return base::JsonValue(base::JsonObject{{"type", "presence"}, {"data", data}}).toJson();
}

std::optional<Presence> decodePresence(std::string_view payload)
{
    const auto json = base::JsonValue::parse(payload, kMaxDepth);
    const base::JsonValue* data = json && json->text("type") == "presence" ? json->find("data") : nullptr;
    const base::JsonValue* values = data ? data->find("values") : nullptr;
    if (!values || !values->array() || values->array()->empty())
        return std::nullopt;
    const base::JsonValue& value = values->array()->front();
    Presence presence{.user = std::string(value.text("uid")),
                      .lastSeconds = numberIn<std::int64_t>(value.text("last_time")),
                      .ext = std::string(value.text("ext"))};
    if (value.find("expiry"))
        presence.expirySeconds = numberIn<std::int64_t>(value.text("expiry"));
    const base::JsonValue* status = value.find("status");
    if (status && status->object()) {
        for (const auto& [device, number] : *status->object())
            presence.devices.emplace_back(device, numberIn<int>(number.string() ? *number.string() : ""));
    }
    return presence;
}

} // namespace msync
