// SPDX-License-Identifier: Apache-2.0
#include "core/token/Legacy.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"
#include "core/token/AccessToken2.h"
#include "core/token/Base64.h"
#include "core/token/PayloadReader.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace token {
namespace {

constexpr std::size_t kHexSignature = 40; // HMAC-SHA1 as hexadecimal digits

/// A column of the fixed-width tokens 001 to 004.
struct Column
{
    std::string_view name;
    std::size_t width;
};
constexpr Column k004[] = {{"version", 3}, {"signature", kHexSignature},
                           {"app_id", 32}, {"unix_ts", 10},
                           {"salt", 8},    {"expired_ts", 10}};
constexpr Column k003[] = {{"version", 3},    {"signature", kHexSignature},
                           {"app_id", 32},    {"unix_ts", 10},
                           {"salt", 8},       {"uid", 10},
                           {"expired_ts", 10}};
constexpr std::span<const Column> k002 = std::span(k003).subspan(1);
constexpr std::span<const Column> k001 = k002.first(4);

std::size_t widthOf(std::span<const Column> columns)
{
    std::size_t width = 0;
    for (const Column& column : columns)
        width += column.width;
    return width;
}

std::span<const Column> columnsOf(std::string_view version)
{
    if (version == "004")
        return k004;
    if (version == "003")
        return k003;
    return version == "002" ? k002 : k001;
}

/// Hexadecimal digits from the first column that is no version on, as 001 to 004 have throughout.
bool hasColumns(std::string_view text, std::span<const Column> columns)
{
    return text.size() == widthOf(columns) && base::firstNonHex(text) == std::string_view::npos;
}

std::optional<std::uint32_t> number(std::string_view text, int base)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

void report(Legacy& out, ProblemCode code, std::optional<std::size_t> offset = {},
            std::vector<std::string> args = {})
{
    out.problems.push_back({code, offset, std::move(args)});
}

void decodeColumns(Legacy& out)
{
    PayloadReader reader(out.payload, out.fields);
    for (const Column& column : columnsOf(out.version)) {
        const auto text = reader.bytes(column.name, FieldKind::Text, column.width);
        if (!text) {
            report(out, ProblemCode::Truncated, out.payload.size());
            break;
        }
        if (column.name == "signature")
            out.signature = *text;
        else if (column.name == "app_id")
            out.appId = *text;
        else if (column.name == "unix_ts")
            out.ts = number(*text, 10);
        else if (column.name == "salt")
            out.salt = number(*text, 16);
        else if (column.name == "expired_ts")
            out.expiredTs = number(*text, 10);
    }
    if (reader.left() > 0)
        report(out, ProblemCode::BadLegacy, reader.offset());
    reader.rest("trailing");
}

/// Length and bytes of a string; the reader stays behind the length when the bytes run past the end.
std::optional<std::string_view> string(PayloadReader& reader, std::string_view name, FieldKind kind)
{
    const auto length = reader.u16(name, FieldKind::Length);
    return length ? reader.bytes(name, kind, *length) : std::nullopt;
}

bool decodeMessage(Legacy& out, PayloadReader& reader)
{
    out.salt = reader.u32("salt");
    out.ts = out.salt ? reader.u32("ts") : std::nullopt;
    const auto count = out.ts ? reader.u16("privileges", FieldKind::Count) : std::nullopt;
    if (!count)
        return false;
    for (std::size_t i = 0; i < *count; ++i) {
        reader.setScope(FieldScope::LegacyPrivilege, 0, i);
        const auto id = reader.u16("id");
        const auto until = id ? reader.u32("until") : std::nullopt;
        if (!until)
            return false;
        out.privileges.push_back({*id, *until});
    }
    return true;
}

bool decode006Content(Legacy& out, PayloadReader& reader)
{
    const auto signature = string(reader, "signature", FieldKind::Bytes);
    if (!signature)
        return false;
    out.signature = *signature;
    if (out.signature.size() != kSignatureSize)
        report(out, ProblemCode::BadSignatureLength, 0, {std::to_string(out.signature.size())});
    out.channelCrc = reader.u32("channel_crc");
    out.uidCrc = out.channelCrc ? reader.u32("uid_crc") : std::nullopt;
    const auto length = out.uidCrc ? reader.u16("message", FieldKind::Length) : std::nullopt;
    if (!length || reader.left() < *length)
        return false;
    out.message = out.payload.substr(reader.offset(), *length);
    return decodeMessage(out, reader);
}

bool decode005Content(Legacy& out, PayloadReader& reader)
{
    if (!reader.u16("service"))
        return false;
    const auto signature = string(reader, "signature", FieldKind::Text);
    const auto appId = signature ? string(reader, "app_id", FieldKind::Bytes) : std::nullopt;
    if (!appId)
        return false;
    out.signature = *signature;
    out.appId = base::toHex({reinterpret_cast<const std::uint8_t*>(appId->data()), appId->size()});
    out.ts = reader.u32("unix_ts");
    out.salt = out.ts ? reader.u32("salt") : std::nullopt;
    out.expiredTs = out.salt ? reader.u32("expired_ts") : std::nullopt;
    const auto count = out.expiredTs ? reader.u16("extra", FieldKind::Count) : std::nullopt;
    if (!count)
        return false;
    for (std::size_t i = 0; i < *count; ++i) {
        reader.setScope(FieldScope::LegacyExtra, 0, i);
        if (!reader.u16("key") || !string(reader, "value", FieldKind::Text))
            return false;
    }
    return true;
}

/// A text that goes over into an AccessToken2 ("006eJx...") holds the wrong body, not a cut one.
bool looksLike007(std::string_view body)
{
    return body.starts_with("eJ") || body.starts_with("eN") || body.starts_with("eA");
}

void decodeBase64Version(Legacy& out, std::string_view text)
{
    const std::size_t head = out.version == "006" ? 3 + kIdSize : 3;
    if (looksLike007(text.substr(3))) {
        report(out, ProblemCode::BadLegacy, 3, {out.version});
        return;
    }
    if (text.size() < head) {
        report(out, ProblemCode::Truncated, text.size());
        return;
    }
    if (out.version == "006") {
        out.appId = text.substr(3, kIdSize);
        if (!checkAppId(out.appId))
            report(out, ProblemCode::BadAppId, 3,
                   {base::visible(out.appId), std::to_string(out.appId.size())});
    }
    const Base64Decoded base64 = decodeBase64(text.substr(head), out.payload);
    const bool broken = base64.badAt != Base64Decoded::npos;
    if (broken)
        report(out, ProblemCode::BadBase64, head + base64.badAt,
               {base::visible(text.substr(
                   head + base64.badAt,
                   std::max<std::size_t>(1, base::utf8SequenceLength(text, head + base64.badAt))))});
    PayloadReader reader(out.payload, out.fields);
    const bool whole = out.version == "006" ? decode006Content(out, reader) : decode005Content(out, reader);
    if (base64.missingPadding && (whole || broken)) // a cut says it already
        report(out, ProblemCode::MissingPadding, {}, {std::string(whole ? "whole" : "damaged")});
    if (!whole && !broken)
        report(out, ProblemCode::Truncated, reader.offset());
    else if (whole && reader.left() > 0)
        report(out, ProblemCode::TrailingPayload, reader.offset(), {std::to_string(reader.left())});
    reader.rest(whole ? "trailing" : "unread");
}

} // namespace

std::optional<std::int64_t> Legacy::expiresAt() const
{
    const auto& end = version == "006" ? ts : expiredTs;
    return end && *end != 0 ? std::optional<std::int64_t>(*end) : std::nullopt;
}

std::optional<std::int64_t> Legacy::effectiveExpiresAt() const
{
    auto end = expiresAt();
    for (const Privilege& privilege : privileges) {
        if (privilege.seconds != 0)
            end = end ? std::min(*end, std::int64_t{privilege.seconds}) : std::int64_t{privilege.seconds};
    }
    return end;
}

std::string_view legacyVersion(std::string_view text)
{
    for (const std::string_view version : {"006", "005", "004", "003"}) {
        if (text.starts_with(version) && text.size() > 20)
            return version;
    }
    if (hasColumns(text, k002))
        return "002";
    return hasColumns(text, k001) ? "001" : "";
}

Legacy decodeLegacy(std::string_view version, std::string_view text)
{
    Legacy out;
    out.version = version;
    if (version == "006" || version == "005") {
        decodeBase64Version(out, text);
    } else {
        out.payload = text;
        decodeColumns(out);
        if (!out.appId.empty() && !checkAppId(out.appId))
            report(out, ProblemCode::BadAppId, {},
                   {base::visible(out.appId), std::to_string(out.appId.size())});
    }
    report(out, ProblemCode::Legacy, {}, {out.version});
    return out;
}

bool verify006(const Legacy& legacy, std::string_view certificate, std::string_view channel,
               std::string_view uid)
{
    Signer signer;
    Signature expected;
    const std::string signedText = legacy.appId + std::string(channel) + std::string(uid) + legacy.message;
    return !legacy.message.empty() && signer.hmac(certificate, signedText, expected) &&
           equalInConstantTime(legacy.signature,
                               {reinterpret_cast<const char*>(expected.data()), expected.size()});
}

std::uint32_t crc32(std::string_view text)
{
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

} // namespace token
