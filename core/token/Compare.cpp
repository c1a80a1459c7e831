// SPDX-License-Identifier: Apache-2.0
#include "core/token/Compare.h"

#include <unordered_map>

namespace token {
namespace {

struct Entry
{
    std::string path;
    base::JsonValue value;
};

std::vector<Entry> entriesOf(const Inspection& inspection)
{
    std::vector<Entry> entries{{"format", inspection.format}};
    if (!inspection.is007() && !inspection.appId().empty())
        entries.push_back({"app_id", inspection.appId()});
    for (const Field& field : inspection.fields()) {
        const bool known = field.scope == FieldScope::Root && field.name == "app_id" && !inspection.is007();
        if (field.kind != FieldKind::Length && field.kind != FieldKind::Count && !known)
            entries.push_back({fieldPath(field), fieldValue(field, inspection.payload())});
    }
    return entries;
}

/// Entries by path, so that a token of thousands of fields is compared in linear time.
std::unordered_map<std::string_view, const Entry*> byPath(const std::vector<Entry>& entries)
{
    std::unordered_map<std::string_view, const Entry*> map;
    for (const Entry& entry : entries)
        map.emplace(entry.path, &entry);
    return map;
}

} // namespace

std::vector<Difference> compare(const Inspection& left, const Inspection& right)
{
    const auto a = entriesOf(left);
    const auto b = entriesOf(right);
    const auto inA = byPath(a);
    const auto inB = byPath(b);
    std::vector<Difference> differences;
    for (const Entry& entry : a) {
        const auto other = inB.find(entry.path);
        if (other == inB.end())
            differences.push_back({entry.path, entry.value, std::nullopt});
        else if (!(other->second->value == entry.value))
            differences.push_back({entry.path, entry.value, other->second->value});
    }
    for (const Entry& entry : b) {
        if (!inA.contains(entry.path))
            differences.push_back({entry.path, std::nullopt, entry.value});
    }
    return differences;
}

} // namespace token
