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

void addTimes(JsonObject& json, const token::Inspection& inspection)
{
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
}

void addContent(JsonObject& json, const token::Inspection& inspection)
{
    const token::Legacy& legacy = inspection.legacy;
    if (inspection.format == "006") {
        json.emplace_back("channel_crc", orNull(legacy.channelCrc));
        json.emplace_back("uid_crc", orNull(legacy.uidCrc));
    }
    if (inspection.format == "006" || inspection.format == "005") {
        JsonObject privileges;
        for (const token::Privilege& privilege : legacy.privileges)
            privileges.emplace_back(std::to_string(privilege.id), privilege.seconds);
        json.emplace_back("privileges", std::move(privileges));
        return;
    }
    JsonArray services;
    for (const token::Service& service : inspection.decoded.services)
        services.push_back(token::serviceToJson(service));
    json.emplace_back("services", std::move(services));
}

JsonArray fieldsOf(const token::Inspection& inspection)
{
    JsonArray fields;
    fields.reserve(inspection.fields().size());
    for (const token::Field& field : inspection.fields())
        fields.emplace_back(JsonObject{{"path", token::fieldPath(field)},
                                       {"offset", field.offset},
                                       {"length", field.length},
                                       {"value", token::fieldValue(field, inspection.payload())}});
    return fields;
}

JsonArray problemsOf(const token::Inspection& inspection)
{
    JsonArray problems;
    for (const token::Problem& problem : inspection.problems)
        problems.emplace_back(JsonObject{{"code", token::problemWord(problem.code)},
                                         {"severity", token::severityWord(problem.severity())},
                                         {"message", text::problemText(problem).message.toStdString()},
                                         {"offset", orNull(problem.offset)}});
    return problems;
}

} // namespace

JsonValue inspectionToJson(const token::Inspection& inspection)
{
    JsonArray cleaned;
    for (const token::ProblemCode step : inspection.cleaned)
        cleaned.emplace_back(token::problemWord(step));
    JsonObject json{{"format", textOrNull(inspection.format)},
                    {"cleaned", std::move(cleaned)},
                    {"app_id", textOrNull(inspection.appId())}};
    addTimes(json, inspection);
    addContent(json, inspection);
    json.emplace_back("fields", fieldsOf(inspection));
    json.emplace_back("payload_hex", hex(inspection.payload()));
    json.emplace_back("signature_check", token::signatureCheckWord(inspection.signatureCheck));
    json.emplace_back("matched_project", textOrNull(inspection.matchedProject.value_or(std::string())));
    json.emplace_back("state", token::tokenStateWord(inspection.state));
    json.emplace_back("problems", problemsOf(inspection));
    return json;
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
