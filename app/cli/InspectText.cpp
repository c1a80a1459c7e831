// SPDX-License-Identifier: Apache-2.0
#include "app/cli/InspectReport.h"

#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/text/DiagnosisText.h"
#include "core/text/Format.h"
#include "core/text/ProblemText.h"

#include <algorithm>

namespace cli {
namespace {

using token::Inspection;

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string fact(std::string_view name, const std::string& value)
{
    constexpr std::size_t kNameWidth = 12;
    return "  " + padded(std::string(name), kNameWidth) + value;
}

std::string spelt(std::int64_t seconds)
{
    return text::spell(seconds).toStdString();
}

/// "2026-11-24 09:30:15 UTC (in 59 min)"
std::string moment(std::int64_t at, std::int64_t now)
{
    const std::string distance = at > now ? "in " + spelt(at - now) : spelt(now - at) + " ago";
    return text::moment(at, true).toStdString() + " (" + (at == now ? "now" : distance) + ")";
}

std::string verdict(const Inspection& inspection, std::int64_t now)
{
    if (inspection.state != token::TokenState::Valid) {
        std::string state(token::tokenStateWord(inspection.state));
        state.front() = static_cast<char>(state.front() - 'a' + 'A');
        const std::string why = inspection.problems.empty()
                                    ? std::string("No issue time could be read.")
                                    : text::problemText(inspection.problems.front()).message.toStdString();
        // "Expired 1 h ago." says its state itself.
        return why.starts_with(state) ? why : state + ": " + why;
    }
    const bool checked = inspection.signatureCheck == token::SignatureCheck::Valid;
    std::string line = checked ? "Valid: signed and in time" : "Readable and in time; signature not checked";
    if (const auto end = inspection.effectiveExpiresAt())
        line += ", " + spelt(*end - now) + " left";
    return line + '.';
}

void addServices(std::vector<std::string>& lines, const Inspection& inspection)
{
    for (const token::Service& service : inspection.decoded.services) {
        const std::string_view name = token::serviceName(service.type);
        std::string text = name.empty() ? "type " + std::to_string(service.type) : std::string(name);
        for (const token::Privilege& privilege : service.privileges) {
            const std::string_view word = token::privilegeName(service.type, privilege.id);
            text += ", " + (word.empty() ? "privilege " + std::to_string(privilege.id) : std::string(word)) +
                    " for " + spelt(privilege.seconds);
        }
        lines.push_back(fact("Service", text));
        for (const auto& [label, value] :
             {std::pair<std::string_view, const std::string*>{"User", &service.userId},
              {"Channel", &service.channel},
              {"Uid", &service.uid}}) {
            if (!value->empty())
                lines.push_back(fact(label, "“" + base::visible(*value) + "”"));
        }
    }
}

void addProblems(std::vector<std::string>& lines, const Inspection& inspection)
{
    for (const token::Problem& problem : inspection.problems) {
        const text::Finding finding = text::problemText(problem);
        std::string line =
            std::string(token::severityWord(problem.severity())) + ": " + finding.message.toStdString();
        if (problem.offset)
            line += " (at " + std::to_string(*problem.offset) + ")";
        if (!finding.hint.isEmpty())
            line += ' ' + finding.hint.toStdString();
        lines.push_back(std::move(line));
    }
}

} // namespace

std::string kindOf(const Inspection& inspection)
{
    if (!inspection.is007())
        return "AccessToken " + inspection.format;
    const token::Service* chat = inspection.decoded.service(token::ServiceType::Chat);
    if (chat && chat->privilege(token::kChatPrivilegeUser))
        return "Chat user token (007)";
    if (chat && chat->privilege(token::kChatPrivilegeApp))
        return "Chat app token (007)";
    return "AccessToken2 (007)";
}

std::vector<std::string> inspectionLines(const Inspection& inspection, std::int64_t now, bool someLocked)
{
    std::vector<std::string> lines{verdict(inspection, now)};
    if (!inspection.format.empty()) {
        lines.push_back(fact("Kind", kindOf(inspection)));
        addServices(lines, inspection);
        if (!inspection.appId().empty())
            lines.push_back(fact("App ID", base::visible(inspection.appId())));
        const auto issued = inspection.is007() ? inspection.decoded.issueTs : std::nullopt;
        if (issued)
            lines.push_back(fact("Issued", moment(*issued, now)));
        if (const auto end = inspection.effectiveExpiresAt())
            lines.push_back(fact("Expires", moment(*end, now)));
        lines.push_back(fact("Signature", text::signerText(inspection, someLocked).toStdString()));
    }
    addProblems(lines, inspection);
    for (std::string& line : lines)
        line = base::visible(line);
    return lines;
}

std::vector<std::string> fieldLines(const Inspection& inspection)
{
    std::vector<std::vector<std::string>> rows{{"offset", "length", "field", "value"}};
    for (const token::Field& field : inspection.fields()) {
        const base::JsonValue value = token::fieldValue(field, inspection.payload());
        rows.push_back({std::to_string(field.offset), std::to_string(field.length), token::fieldPath(field),
                        value.string() ? base::visible(*value.string()) : value.toJson()});
    }
    std::vector<std::size_t> widths(3, 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += padded(row[i], widths[i]) + "  ";
        lines.push_back(line + row.back());
    }
    return lines;
}

} // namespace cli
