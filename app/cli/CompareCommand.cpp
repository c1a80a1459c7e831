// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/InspectReport.h"

#include "core/base/Utf8.h"
#include "core/text/CompareText.h"
#include "core/text/ProblemText.h"
#include "core/token/Compare.h"

namespace cli {
namespace {

using token::Difference;

base::JsonValue toJson(const std::vector<Difference>& differences, const std::string& summary)
{
    return base::JsonObject{
        {"same", differences.empty()}, {"differ", differencesToJson(differences)}, {"summary", summary}};
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
    const std::string summary =
        text::compareText(token::summarise(differences, left->text == right->text)).toStdString();
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
