// SPDX-License-Identifier: Apache-2.0
#include "core/msync/Bodies.h"

#include "core/msync/Wire.h"

#include <limits>

namespace msync {
namespace {

/// The numbers of KeyValue.type.
enum ValueType { kBool = 1, kInt = 2, kLongInt = 4, kFloat = 5, kDouble = 6, kString = 7, kJson = 8 };

bool fitsInt(std::int64_t value)
{
    return value >= std::numeric_limits<std::int32_t>::min() &&
           value <= std::numeric_limits<std::int32_t>::max();
}

void write(const KeyValue& pair, wire::KeyValue& out)
{
    out.set_key(pair.key);
    if (const bool* truth = std::get_if<bool>(&pair.value)) {
        out.set_type(kBool);
        out.set_varint_value(*truth ? 1 : 0);
    } else if (const std::int64_t* number = std::get_if<std::int64_t>(&pair.value)) {
        out.set_type(fitsInt(*number) ? kInt : kLongInt);
        out.set_varint_value(*number);
    } else if (const double* fraction = std::get_if<double>(&pair.value)) {
        out.set_type(kDouble);
        out.set_double_value(*fraction);
    } else if (const std::string* text = std::get_if<std::string>(&pair.value)) {
        out.set_type(kString);
        out.set_string_value(*text);
    } else {
        out.set_type(kJson);
        out.set_string_value(std::get<KeyValue::Json>(pair.value).text);
    }
}

KeyValue read(const wire::KeyValue& in)
{
    switch (in.type()) {
    case kBool:
        return {in.key(), in.varint_value() != 0};
    case kFloat:
        return {in.key(), static_cast<double>(in.float_value())};
    case kDouble:
        return {in.key(), in.double_value()};
    case kString:
        return {in.key(), in.string_value()};
    case kJson:
        return {in.key(), KeyValue::Json{in.string_value()}};
    default:
        return {in.key(), static_cast<std::int64_t>(in.varint_value())};
    }
}

/// Sets what differs from the default: an empty text or a zero is a field left out.
template<typename Value, typename Set>
void put(const Value& value, Set set)
{
    if (value != Value{})
        set(value);
}

void write(const Content& content, wire::Content& out)
{
    out.set_type(static_cast<int>(content.type));
    if (content.type == ContentType::Text || !content.text.empty())
        out.set_text(content.text);
    if (content.type == ContentType::Location) {
        out.set_latitude(content.latitude);
        out.set_longitude(content.longitude);
    }
    put(content.address, [&](const auto& value) { out.set_address(value); });
    put(content.displayName, [&](const auto& value) { out.set_display_name(value); });
    put(content.remotePath, [&](const auto& value) { out.set_remote_path(value); });
    put(content.secretKey, [&](const auto& value) { out.set_secret_key(value); });
    put(content.fileLength, [&](auto value) { out.set_file_length(value); });
    put(content.action, [&](const auto& value) { out.set_action(value); });
    put(content.duration, [&](auto value) { out.set_duration(value); });
    if (content.size) {
        out.mutable_size()->set_width(content.size->width);
        out.mutable_size()->set_height(content.size->height);
    }
    put(content.thumbnailPath, [&](const auto& value) { out.set_thumbnail_remote_path(value); });
    put(content.thumbnailSecret, [&](const auto& value) { out.set_thumbnail_secret_key(value); });
    put(content.customEvent, [&](const auto& value) { out.set_custom_event(value); });
    for (const KeyValue& pair : content.customExts)
        write(pair, *out.add_custom_exts());
}

Content read(const wire::Content& in)
{
    Content content;
    content.type = static_cast<ContentType>(in.type());
    content.text = in.text();
    content.latitude = in.latitude();
    content.longitude = in.longitude();
    content.address = in.address();
    content.displayName = in.display_name();
    content.remotePath = in.remote_path();
    content.secretKey = in.secret_key();
    content.fileLength = in.file_length();
    content.action = in.action();
    content.duration = in.duration();
    if (in.has_size())
        content.size = Size{in.size().width(), in.size().height()};
    content.thumbnailPath = in.thumbnail_remote_path();
    content.thumbnailSecret = in.thumbnail_secret_key();
    content.customEvent = in.custom_event();
    for (const wire::KeyValue& pair : in.custom_exts())
        content.customExts.push_back(read(pair));
    return content;
}

} // namespace

std::string encode(const Body& body)
{
    wire::MessageBody out;
    out.set_type(static_cast<int>(body.type));
    out.mutable_from()->set_name(body.from);
    out.mutable_to()->set_name(body.to);
    for (const Content& content : body.contents)
        write(content, *out.add_contents());
    for (const KeyValue& pair : body.ext)
        write(pair, *out.add_ext());
    if (body.ackMessageId != 0)
        out.set_ack_message_id(body.ackMessageId);
    return out.SerializeAsString();
}

std::string encode(Eviction eviction)
{
    wire::StatisticsBody out;
    out.set_operation(static_cast<int>(eviction));
    return out.SerializeAsString();
}

std::optional<Body> decodeBody(std::string_view payload)
{
    const auto in = parse<wire::MessageBody>(payload);
    if (!in)
        return std::nullopt;
    Body body;
    body.type = static_cast<BodyType>(in->type());
    body.from = in->from().name();
    body.to = in->to().name();
    for (const wire::Content& content : in->contents())
        body.contents.push_back(read(content));
    for (const wire::KeyValue& pair : in->ext())
        body.ext.push_back(read(pair));
    body.ackMessageId = in->ack_message_id();
    return body;
}

std::optional<BodyHead> decodeBodyHead(std::string_view payload)
{
    const auto in = parse<wire::MessageHead>(payload);
    if (!in)
        return std::nullopt;
    return BodyHead{static_cast<BodyType>(in->type()), in->ack_message_id()};
}

std::optional<Eviction> decodeEviction(std::string_view payload)
{
    const auto in = parse<wire::StatisticsBody>(payload);
    const auto eviction = in ? enumOf(in->operation(), Eviction::Kicked) : std::nullopt;
    return in && in->operation() > 0 ? eviction : std::nullopt;
}

} // namespace msync
