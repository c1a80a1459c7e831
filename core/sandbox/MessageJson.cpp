// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/MessageJson.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace sandbox {
namespace {

using base::JsonValue;
using msync::Content;
using msync::ContentType;

constexpr std::size_t kMaxSize = 5 * 1024; // body and ext
constexpr std::array<std::pair<std::string_view, ContentType>, 8> kTypes{{{"txt", ContentType::Text},
                                                                          {"img", ContentType::Image},
                                                                          {"audio", ContentType::Voice},
                                                                          {"video", ContentType::Video},
                                                                          {"file", ContentType::File},
                                                                          {"loc", ContentType::Location},
                                                                          {"cmd", ContentType::Command},
                                                                          {"custom", ContentType::Custom}}};

tl::unexpected<Fault> refuse(std::string_view text)
{
    return tl::unexpected<Fault>(messageFault("message_send_error", text));
}

/// Numbers may come as texts: the documents' own example writes a latitude so.
double numberOf(const JsonValue& object, std::string_view name)
{
    const JsonValue* value = object.find(name);
    if (!value)
        return 0;
    const std::string& text = value->number()   ? value->number()->text
                              : value->string() ? *value->string()
                                                : std::string();
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::int32_t integerOf(const JsonValue& object, std::string_view name)
{
    return static_cast<std::int32_t>(std::clamp(numberOf(object, name), 0.0, 2'147'483'647.0));
}

msync::KeyValue toKeyValue(const base::JsonMember& member)
{
    const JsonValue& value = member.second;
    if (value.string())
        return {member.first, *value.string()};
    if (value.boolean())
        return {member.first, *value.boolean()};
    if (const auto integer = value.integer())
        return {member.first, *integer};
    if (value.number())
        return {member.first, numberOf(base::JsonObject{member}, member.first)};
    return {member.first, msync::KeyValue::Json{value.toJson()}};
}

std::vector<msync::KeyValue> toKeyValues(const JsonValue* object)
{
    std::vector<msync::KeyValue> pairs;
    if (object && object->object()) {
        for (const base::JsonMember& member : *object->object())
            pairs.push_back(toKeyValue(member));
    }
    return pairs;
}

Content toContent(ContentType type, const JsonValue& body)
{
    Content content;
    content.type = type;
    content.text = body.text("msg");
    content.latitude = numberOf(body, "lat");
    content.longitude = numberOf(body, "lng");
    content.address = body.text("addr");
    content.displayName = body.text("filename");
    content.remotePath = body.text("url");
    content.secretKey = body.text("secret");
    content.fileLength = integerOf(body, "file_length");
    content.action = body.text("action");
    content.duration = integerOf(body, "length");
    content.thumbnailPath = body.text("thumb");
    content.thumbnailSecret = body.text("thumb_secret");
    content.customEvent = body.text("customEvent");
    content.customExts = toKeyValues(body.find("customExts"));
    if (const JsonValue* size = body.find("size"); size && size->object())
        content.size = msync::Size{numberOf(*size, "width"), numberOf(*size, "height")};
    return content;
}

} // namespace

Fault messageFault(std::string_view error, std::string_view text, int status)
{
    return {status, std::string(error), "com.easemob.exception.MessageException", std::string(text)};
}

Fault invalidBody()
{
    return messageFault("invalid_request_body", "Request body is invalid. Please check body is correct.");
}

tl::expected<msync::Body, Fault> readMessage(const JsonValue& request)
{
    const std::string_view word = request.text("type");
    if (word.empty())
        return refuse("param type can't be empty");
    const auto type =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& known) { return known.first == word; });
    if (type == kTypes.end())
        return tl::unexpected<Fault>(invalidBody());
    const JsonValue* body = request.find("body");
    if (!body || !body->object() || body->object()->empty())
        return refuse("param body can't be empty");
    const JsonValue* ext = request.find("ext");
    if (ext && !ext->object())
        return refuse("param ext must be JSONObject");
    if (body->toJson().size() + (ext ? ext->toJson().size() : 0) > kMaxSize)
        return refuse("message is too large");
    msync::Body out;
    out.contents.push_back(toContent(type->second, *body));
    out.ext = toKeyValues(ext);
    return out;
}

} // namespace sandbox
