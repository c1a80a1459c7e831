// SPDX-License-Identifier: Apache-2.0
#include "core/token/Compare.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

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

/// Fields that differ between two tokens of the same content, in the order of the sentence.
constexpr std::string_view kFresh[] = {"salt", "issue_ts", "signature"};

bool isFresh(const Difference& difference)
{
    return std::find(std::begin(kFresh), std::end(kFresh), difference.path) != std::end(kFresh);
}

/// "services[0].user_id" -> "user_id": what people call it.
std::string shortName(const std::string& path)
{
    const std::size_t end = path.find("].");
    return path.starts_with("services[") && end != std::string::npos ? path.substr(end + 2) : path;
}

std::vector<std::string> pathsOf(const Inspection& inspection)
{
    std::vector<std::string> paths;
    paths.reserve(inspection.fields().size());
    for (const Field& field : inspection.fields())
        paths.push_back(fieldPath(field));
    return paths;
}

std::string_view bytesOf(const Field& field, const Inspection& inspection)
{
    return std::string_view(inspection.payload()).substr(field.offset, field.length);
}

/// Joins runs of one kind that follow each other.
void append(std::vector<ComparedBytes>& runs, const ComparedBytes& run)
{
    if (run.leftLength == 0 && run.rightLength == 0)
        return;
    if (!runs.empty() && runs.back().match == run.match) {
        runs.back().leftLength += run.leftLength;
        runs.back().rightLength += run.rightLength;
    } else {
        runs.push_back(run);
    }
}

/// A changed field: what is alike in front and behind, and what is not in between.
void appendChanged(std::vector<ComparedBytes>& runs, const Field& a, std::string_view left, const Field& b,
                   std::string_view right)
{
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t front = 0;
    while (front < shorter && left[front] == right[front])
        ++front;
    std::size_t back = 0;
    while (back < shorter - front && left[left.size() - 1 - back] == right[right.size() - 1 - back])
        ++back;
    const std::size_t leftMiddle = left.size() - front - back;
    const std::size_t rightMiddle = right.size() - front - back;
    const Match middle = leftMiddle == 0    ? Match::OnlyRight
                         : rightMiddle == 0 ? Match::OnlyLeft
                                            : Match::Changed;
    append(runs, {Match::Same, a.offset, front, b.offset, front});
    append(runs, {middle, a.offset + front, leftMiddle, b.offset + front, rightMiddle});
    append(runs, {Match::Same, a.offset + front + leftMiddle, back, b.offset + front + rightMiddle, back});
}

} // namespace

std::string_view matchWord(Match match)
{
    static constexpr std::string_view kWords[] = {"same", "changed", "only-left", "only-right"};
    return kWords[static_cast<std::size_t>(match)];
}

std::vector<ComparedField> compareFields(const Inspection& left, const Inspection& right)
{
    const auto a = pathsOf(left);
    const auto b = pathsOf(right);
    const std::unordered_set<std::string_view> inA(a.begin(), a.end());
    const std::unordered_set<std::string_view> inB(b.begin(), b.end());
    std::vector<ComparedField> out;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            const Field& x = left.fields()[i];
            const Field& y = right.fields()[j];
            const bool same = x.kind == y.kind && bytesOf(x, left) == bytesOf(y, right);
            out.push_back({a[i], same ? Match::Same : Match::Changed, &x, &y});
            ++i;
            ++j;
        } else if (i < a.size() && (j == b.size() || !inB.contains(a[i]) || inA.contains(b[j]))) {
            out.push_back({a[i], Match::OnlyLeft, &left.fields()[i], nullptr});
            ++i;
        } else {
            out.push_back({b[j], Match::OnlyRight, nullptr, &right.fields()[j]});
            ++j;
        }
    }
    return out;
}

std::vector<ComparedBytes> compareBytes(const Inspection& left, const Inspection& right)
{
    std::vector<ComparedBytes> runs;
    std::size_t leftAt = 0;
    std::size_t rightAt = 0;
    for (const ComparedField& field : compareFields(left, right)) {
        const std::size_t leftLength = field.left ? field.left->length : 0;
        const std::size_t rightLength = field.right ? field.right->length : 0;
        if (field.match == Match::Changed)
            appendChanged(runs, *field.left, bytesOf(*field.left, left), *field.right,
                          bytesOf(*field.right, right));
        else
            append(runs, {field.match, leftAt, leftLength, rightAt, rightLength});
        leftAt += leftLength;
        rightAt += rightLength;
    }
    return runs;
}

Comparison summarise(const std::vector<Difference>& differences, bool sameText)
{
    Comparison out;
    out.count = differences.size();
    if (differences.empty()) {
        out.kind = sameText ? Comparison::Kind::SameText : Comparison::Kind::SameContent;
        return out;
    }
    const auto differsIn = [&](std::string_view path) {
        return std::any_of(differences.begin(), differences.end(),
                           [&](const Difference& one) { return one.path == path; });
    };
    if (std::all_of(differences.begin(), differences.end(), isFresh)) {
        out.kind = Comparison::Kind::OnlyFresh;
        for (const std::string_view path : kFresh) {
            if (differsIn(path))
                out.names.emplace_back(path);
        }
        return out;
    }
    out.kind = Comparison::Kind::Fields;
    std::unordered_set<std::string> named;
    for (const bool fresh : {false, true}) { // what follows from the rest comes last
        for (const Difference& one : differences) {
            std::string name = shortName(one.path);
            if (isFresh(one) == fresh && named.insert(name).second)
                out.names.push_back(std::move(name));
        }
    }
    return out;
}

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
