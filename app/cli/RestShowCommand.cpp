// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Endpoints.h"

#include "core/rest/Errors.h"
#include "core/sandbox/Sandbox.h"
#include "core/text/FieldText.h"

#include <algorithm>

namespace cli {
namespace {

void showFields(Io& io, std::string_view heading, const std::vector<catalogue::Field>& fields)
{
    if (fields.empty())
        return;
    io.line(std::string(heading) + ':');
    for (const catalogue::Field& field : fields) {
        std::string line = "  " + field.name + " (" + field.typeName + (field.required ? ", required" : "") +
                           ")  " + field.description;
        const std::string limits =
            field.constraintText.empty() ? text::limitsText(field).toStdString() : field.constraintText;
        if (!limits.empty())
            line += " [" + limits + ']';
        if (!field.defaultText.empty())
            line += " Default: " + field.defaultText + '.';
        io.line(line);
    }
}

void showNotes(Io& io, std::string_view heading, const std::vector<std::string>& notes)
{
    for (const std::string& note : notes)
        io.line(std::string(heading) + ": " + note);
}

void showErrors(Io& io, const catalogue::Endpoint& endpoint)
{
    if (endpoint.errorCodes.empty())
        return;
    io.line("Errors:");
    for (const catalogue::ErrorRow& row : endpoint.errorCodes)
        io.line("  " + std::to_string(row.status) + ' ' + row.error + "  " + row.when);
}

void show(Io& io, const catalogue::Endpoint& endpoint, bool inSandbox)
{
    io.line(endpoint.id + ": " + endpoint.title);
    io.line(endpoint.method + ' ' + endpoint.path);
    io.line("or " + endpoint.method + ' ' + endpoint.pathAppId);
    io.line("Group: " + endpoint.group);
    io.line(inSandbox ? "Sandbox: answers it" : "Sandbox: has not built it");
    std::string callers;
    for (const std::string& caller : endpoint.callers)
        callers += (callers.empty() ? "" : ", ") + caller;
    if (!callers.empty())
        io.line("Callers: " + callers);
    if (!endpoint.rateLimit.empty())
        io.line("Rate limit: " + endpoint.rateLimit);
    if (!endpoint.featureSwitch.empty())
        io.line("Needs: " + endpoint.featureSwitch);
    showFields(io, "Path", endpoint.pathFields);
    showFields(io, "Query", endpoint.queryFields);
    showFields(io, "Headers", endpoint.headerFields);
    showFields(io, "Body", endpoint.bodyFields);
    for (const catalogue::BodyVariant& variant : endpoint.bodyVariants)
        showFields(io, "Body of type " + variant.type, variant.fields);
    if (const base::JsonValue* example = endpoint.bodyExample(); example && !example->isNull())
        io.line("Example body: " + example->toJson());
    showErrors(io, endpoint);
    showNotes(io, "Note", endpoint.notes);
    showNotes(io, "The documents disagree", endpoint.docConflicts);
}

} // namespace

tl::expected<const catalogue::Endpoint*, Failure> findEndpoint(const catalogue::Catalogue& catalogue,
                                                               const std::string& id)
{
    if (const catalogue::Endpoint* found = catalogue.find(id))
        return found;
    std::string similar;
    for (const std::string& one : catalogue.similarIds(id))
        similar += (similar.empty() ? "" : ", ") + one;
    return failed(base::makeError(rest::errors::kNoSuchEndpoint, "ID", {id, similar}));
}

Outcome runRestShow(Context& context)
{
    const auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());
    const auto endpoint = findEndpoint(*catalogue, context.args.operands[0]);
    if (!endpoint)
        return failed(endpoint.error());
    const std::vector<std::string> built = sandbox::builtOperations();
    const bool inSandbox = std::binary_search(built.begin(), built.end(), (*endpoint)->id);
    if (context.io.json) {
        base::JsonValue entry = (*endpoint)->raw;
        entry.object()->emplace_back("sandbox", inSandbox);
        context.io.object(entry);
    } else {
        show(context.io, **endpoint, inSandbox);
    }
    return kDone;
}

} // namespace cli
