// SPDX-License-Identifier: Apache-2.0
#include "app/cli/InspectReport.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"
#include "core/text/CompareText.h"
#include "core/text/ProblemText.h"
#include "core/token/TokenJson.h"

#include <span>

namespace cli {
namespace {

using base::JsonArray;
using base::JsonObject;
using base::JsonValue;

std::string hex(std::string_view bytes)
{
    return base::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

template<class T>
JsonValue orNull(const std::optional<T>& value)
{
    return value ? JsonValue(*value) : JsonValue();
}

JsonValue textOrNull(std::string_view text)
{
    return text.empty() ? JsonValue() : JsonValue(base::visible(text));
}

/// 001 to 004 carry the signature as text, the others as bytes.
JsonValue signatureOf(const token::Inspection& inspection)
{
    const std::string& signature =
        inspection.is007() ? inspection.decoded.signature : inspection.legacy.signature;
    const bool isText = !inspection.is007() && inspection.format < "005";
    return signature.empty() ? JsonValue() : JsonValue(isText ? base::visible(signature) : hex(signature));
}

JsonObject timesOf(const token::Inspection& inspection)
{
    JsonObject json;
    const token::Decoded& decoded = inspection.decoded;
    const token::Legacy& legacy = inspection.legacy;
    const bool tsIsIssueTime = !inspection.is007() && inspection.format != "006";
    json.emplace_back("issue_ts", inspection.is007() ? orNull(decoded.issueTs)
                                  : tsIsIssueTime    ? orNull(legacy.ts)
                                                     : JsonValue());
    json.emplace_back("expire", orNull(decoded.expire));
    json.emplace_back("expires_at", orNull(inspection.expiresAt()));
    json.emplace_back("effective_expires_at", orNull(inspection.effectiveExpiresAt()));
    json.emplace_back("salt", inspection.is007() ? orNull(decoded.salt) : orNull(legacy.salt));
    json.emplace_back("signature", signatureOf(inspection));
    return json;
}

void addContent(Io::ObjectLine& json, const token::Inspection& inspection)
{
    const token::Legacy& legacy = inspection.legacy;
    if (inspection.format == "006") {
        json.add("channel_crc", orNull(legacy.channelCrc));
        json.add("uid_crc", orNull(legacy.uidCrc));
    }
    if (inspection.format == "006" || inspection.format == "005") {
        JsonObject privileges;
        for (const token::Privilege& privilege : legacy.privileges)
            privileges.emplace_back(std::to_string(privilege.id), privilege.seconds);
        json.add("privileges", std::move(privileges));
        return;
    }
    json.addList("services", inspection.decoded.services, token::serviceToJson);
}

JsonValue fieldToJson(const token::Field& field, std::string_view payload)
{
    return JsonObject{{"path", token::fieldPath(field)},
                      {"offset", field.offset},
                      {"length", field.length},
                      {"value", token::fieldValue(field, payload)}};
}

JsonValue problemToJson(const token::Problem& problem)
{
    return JsonObject{{"code", token::problemWord(problem.code)},
                      {"severity", token::severityWord(problem.severity())},
                      {"message", text::problemText(problem).message.toStdString()},
                      {"offset", orNull(problem.offset)}};
}

} // namespace

void writeInspection(Io::ObjectLine& json, const token::Inspection& inspection)
{
    JsonArray cleaned;
    for (const token::ProblemCode step : inspection.cleaned)
        cleaned.emplace_back(token::problemWord(step));
    json.add("format", textOrNull(inspection.format));
    json.add("cleaned", std::move(cleaned));
    json.add("app_id", textOrNull(inspection.appId()));
    json.add(timesOf(inspection));
    addContent(json, inspection);
    json.addList("fields", inspection.fields(),
                 [&](const token::Field& field) { return fieldToJson(field, inspection.payload()); });
    json.add("payload_hex", hex(inspection.payload()));
    json.add("signature_check", token::signatureCheckWord(inspection.signatureCheck));
    json.add("matched_project", textOrNull(inspection.matchedProject.value_or(std::string())));
    json.add("state", token::tokenStateWord(inspection.state));
    json.addList("problems", inspection.problems, problemToJson);
}

JsonArray differencesToJson(const std::vector<token::Difference>& differences)
{
    JsonArray list;
    for (const token::Difference& one : differences)
        list.emplace_back(JsonObject{
            {"path", one.path}, {"a", one.a.value_or(JsonValue())}, {"b", one.b.value_or(JsonValue())}});
    return list;
}

JsonValue remintToJson(const token::Reminted& reminted)
{
    return JsonObject{{"outcome", token::remintWord(reminted.outcome)},
                      {"field", textOrNull(reminted.field)},
                      {"producer", token::producerWord(reminted.producer)},
                      {"differ", differencesToJson(reminted.differs)},
                      {"summary", text::remintText(reminted).toStdString()},
                      {"token", reminted.text}};
}

} // namespace cli
