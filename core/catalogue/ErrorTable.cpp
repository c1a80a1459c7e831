// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/ErrorTable.h"

#include "core/base/Json.h"
#include "core/base/Trim.h"
#include "core/catalogue/Errors.h"

#include <algorithm>

namespace catalogue {
namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    }
    return out;
}

/// The parts of a documented text between its placeholders, in lower case.
std::vector<std::string> fixedParts(std::string_view documented)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < documented.size();) {
        std::size_t end = i;
        if (documented.substr(i).starts_with("XX")) {
            end = std::min(documented.find_first_not_of('X', i), documented.size());
        } else if (documented.substr(i).starts_with("xxx")) {
            end = std::min(documented.find_first_not_of('x', i), documented.size());
        } else if (documented[i] == '{' || documented[i] == '[') {
            const std::size_t close = documented.find(documented[i] == '{' ? '}' : ']', i);
            end = close == std::string_view::npos ? i : close + 1;
        } else if (documented.substr(i).starts_with("%s")) {
            end = i + 2;
        } else if (documented.substr(i).starts_with("...")) {
            end = i + 3;
        }
        if (end == i)
            parts.back() += documented[i++];
        else
            parts.emplace_back(), i = end;
    }
    for (std::string& part : parts)
        part = lowered(part);
    return parts;
}

std::string_view unquoted(std::string_view text)
{
    return base::trimmed(text, " \t\r\n\"'.");
}

bool fits(const ErrorEntry& entry, const Answer& answer, const std::string& description)
{
    return entry.status == answer.status && (entry.error == "*" || entry.error == answer.error) &&
           description.find(lowered(entry.says)) != std::string::npos;
}

/// Whether the row has that text, in one of its wordings.
bool says(const ErrorRow& row, std::string_view description)
{
    return fitsText(row.description, description) ||
           std::any_of(row.also.begin(), row.also.end(),
                       [&](const std::string& other) { return fitsText(other, description); });
}

std::vector<const ErrorRow*> withText(std::vector<const ErrorRow*> rows, std::string_view description)
{
    std::vector<const ErrorRow*> fitting;
    if (!description.empty()) {
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(fitting),
                     [&](const ErrorRow* row) { return says(*row, description); });
    }
    return fitting.empty() ? rows : fitting;
}

} // namespace

bool fitsText(std::string_view documented, std::string_view actual)
{
    // "A / B" documents two texts in one row.
    if (const std::size_t slash = documented.find(" / "); slash != std::string_view::npos)
        return fitsText(documented.substr(0, slash), actual) ||
               fitsText(documented.substr(slash + 3), actual);
    const std::string text = lowered(unquoted(actual));
    std::size_t at = 0;
    bool some = false;
    for (const std::string& part : fixedParts(unquoted(documented))) {
        const std::size_t found = text.find(part, at);
        if (found == std::string::npos)
            return false;
        some = some || part.size() > 2;
        at = found + part.size();
    }
    return some;
}

base::Result<ErrorTable> ErrorTable::load(std::string_view json)
{
    const auto parsed = base::JsonValue::parse(json);
    if (!parsed)
        return base::fail(parsed.error());
    const auto bad = [](std::size_t row, std::string what) {
        return base::fail(errors::kBadCatalogue, "", std::vector{std::to_string(row), std::move(what)});
    };
    if (!parsed->array())
        return bad(0, "no array");
    ErrorTable table;
    for (const base::JsonValue& row : *parsed->array()) {
        const base::JsonValue* status = row.find("status");
        const auto number = status ? status->integer() : std::nullopt;
        ErrorEntry entry{static_cast<int>(number.value_or(0)), std::string(row.text("error")),
                         std::string(row.text("says")),        std::string(row.text("cause")),
                         std::string(row.text("when")),        std::string(row.text("source"))};
        if (entry.status < 400 || entry.status > 599 || entry.cause.empty() || entry.when.empty())
            return bad(table.m_entries.size(), "status, cause or when is missing");
        table.m_entries.push_back(std::move(entry));
    }
    return table;
}

const ErrorEntry* ErrorTable::find(const Answer& answer) const
{
    const std::string description = lowered(answer.description);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const ErrorEntry& entry) {
        return fits(entry, answer, description);
    });
    return found == m_entries.end() ? nullptr : &*found;
}

Explanation explain(const Answer& answer, const Endpoint* endpoint, const ErrorTable* table)
{
    Explanation out;
    const ErrorEntry* entry = table ? table->find(answer) : nullptr;
    if (entry)
        out = {true, entry->cause, entry->when};
    if (!endpoint || (answer.error.empty() && answer.description.empty()))
        return out;
    const auto rows = endpoint->errorsFor(answer.status, answer.error);
    const bool own = std::any_of(rows.begin(), rows.end(), [&](const ErrorRow* row) {
        return answer.error.empty() ? says(*row, answer.description) : row->error == answer.error;
    });
    if (!own)
        return out;
    out.documented = true;
    // A row of the table for this very text says more than the page of the endpoint, which says more than one
    // for the word alone.
    if (!entry || entry->says.empty()) {
        if (std::string text = meaning(*endpoint, answer.status, answer.error, answer.description);
            !text.empty())
            out.when = std::move(text);
    }
    return out;
}

std::string meaning(const Endpoint& endpoint, int status, std::string_view errorWord,
                    std::string_view description)
{
    std::string out;
    std::vector<std::string_view> seen;
    for (const ErrorRow* row : withText(endpoint.errorsFor(status, errorWord), description)) {
        if (row->when.empty() || std::find(seen.begin(), seen.end(), row->when) != seen.end())
            continue;
        seen.push_back(row->when);
        out += (out.empty() ? "" : " Or: ") + row->when;
    }
    return out;
}

} // namespace catalogue
