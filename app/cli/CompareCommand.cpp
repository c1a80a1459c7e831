// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

#include "core/base/Utf8.h"
#include "core/text/ProblemText.h"
#include "core/token/Compare.h"

#include <algorithm>

namespace cli {
namespace {

using token::Difference;

/// The fields that differ between two tokens of the same content, and their names in the order of the
/// sentence.
constexpr std::pair<std::string_view, std::string_view> kFresh[] = {
    {"salt", "salt"}, {"issue_ts", "issue time"}, {"signature", "signature"}};

bool isFresh(const Difference& difference)
{
    return std::any_of(std::begin(kFresh), std::end(kFresh),
                       [&](const auto& fresh) { return fresh.first == difference.path; });
}

std::string freshSummary(const std::vector<Difference>& differences)
{
    std::vector<std::string_view> names;
    for (const auto& [path, name] : kFresh) {
        if (std::any_of(differences.begin(), differences.end(),
                        [&, wanted = path](const Difference& one) { return one.path == wanted; }))
            names.push_back(name);
    }
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + std::string(names[i]);
    return "These differ only in " + list + '.';
}

/// "services[0].user_id" -> "user_id": what people call it.
std::string shortName(const std::string& path)
{
    const std::size_t end = path.find("].");
    return path.starts_with("services[") && end != std::string::npos ? path.substr(end + 2) : path;
}

std::string summaryOf(const std::vector<Difference>& differences, bool sameText)
{
    constexpr std::size_t kNamed = 6;
    if (differences.empty())
        return sameText ? "These tokens are the same."
                        : "The texts differ, the content is the same: another language's deflate made one of "
                          "them.";
    if (std::all_of(differences.begin(), differences.end(), isFresh))
        return freshSummary(differences);
    std::vector<std::string> names;
    for (const bool fresh : {false, true}) { // what follows from the rest comes last
        for (const Difference& one : differences) {
            std::string name = shortName(one.path);
            if (isFresh(one) == fresh && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(std::move(name));
        }
    }
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamed)
        list += ", …";
    return "These differ in " + std::to_string(differences.size()) +
           (differences.size() == 1 ? " field: " : " fields: ") + base::visible(list) + '.';
}

base::JsonValue toJson(const std::vector<Difference>& differences, const std::string& summary)
{
    base::JsonArray list;
    for (const Difference& one : differences)
        list.emplace_back(base::JsonObject{{"path", one.path},
                                           {"a", one.a.value_or(base::JsonValue())},
                                           {"b", one.b.value_or(base::JsonValue())}});
    return base::JsonObject{{"same", differences.empty()}, {"differ", std::move(list)}, {"summary", summary}};
}

std::string shown(const std::optional<base::JsonValue>& value)
{
    if (!value)
        return "(none)";
    return base::visible(value->string() ? *value->string() : value->toJson());
}

tl::expected<token::Inspection, Failure> readToken(const Context& context, std::size_t index,
                                                   std::string_view name)
{
    const std::string& operand = context.args.operands[index];
    auto text = operand == "-" ? Io::readAll(kMaxInput) : tl::expected<std::string, Failure>(operand);
    if (!text)
        return failed(text.error());
    token::InspectOptions options;
    options.now = context.clock.now();
    token::Inspection inspection = token::inspect(*text, options);
    if (!inspection.format.empty())
        return inspection;
    const token::Problem& problem = inspection.problems.front();
    const text::Finding finding = text::problemText(problem);
    return failed(Failure::usage(token::problemWord(problem.code), name, finding.message.toStdString(),
                                 finding.hint.toStdString()));
}

} // namespace

Outcome runCompare(Context& context)
{
    if (context.args.operands[0] == "-" && context.args.operands[1] == "-")
        return failed(Failure::usage("stdin-twice", "B", "stdin is read for A already", "Give B as a word."));
    const auto left = readToken(context, 0, "A");
    if (!left)
        return failed(left.error());
    const auto right = readToken(context, 1, "B");
    if (!right)
        return failed(right.error());
    const auto differences = token::compare(*left, *right);
    const std::string summary = summaryOf(differences, left->text == right->text);
    if (context.io.json) {
        context.io.object(toJson(differences, summary));
    } else {
        context.io.line(summary);
        for (const Difference& one : differences)
            context.io.line(base::visible(one.path) + ": " + shown(one.a) + " | " + shown(one.b));
    }
    return differences.empty() ? kDone : kNo;
}

} // namespace cli
