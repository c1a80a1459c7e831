// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

#include "core/sandbox/Sandbox.h"

#include <algorithm>

namespace cli {
namespace {

std::string_view authWord(catalogue::Auth auth)
{
    switch (auth) {
    case catalogue::Auth::None:
        return "none";
    case catalogue::Auth::App:
        return "app";
    case catalogue::Auth::User:
        return "user";
    case catalogue::Auth::AppOrUser:
        break;
    }
    return "app or user";
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

base::JsonValue toJson(const catalogue::Endpoint& endpoint, bool built)
{
    return base::JsonObject{
        {"id", endpoint.id},     {"group", endpoint.group},         {"method", endpoint.method},
        {"path", endpoint.path}, {"auth", authWord(endpoint.auth)}, {"title", endpoint.title},
        {"sandbox", built}};
}

Failure noSuchGroup(const std::string& wanted, const catalogue::Catalogue& catalogue)
{
    std::string names;
    for (const std::string& group : catalogue.groups())
        names += (names.empty() ? "" : ", ") + group;
    return Failure::usage("no-such-group", "--group", "no group is called “" + wanted + "”",
                          "There are: " + names + '.');
}

} // namespace

Outcome runRestList(Context& context)
{
    const auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());
    const std::string* group = context.args.value("--group");
    std::vector<const catalogue::Endpoint*> chosen;
    std::size_t width = 0;
    for (const catalogue::Endpoint& endpoint : catalogue->endpoints()) {
        if (group && lower(endpoint.group).find(lower(*group)) == std::string::npos)
            continue;
        chosen.push_back(&endpoint);
        width = std::max(width, endpoint.id.size());
    }
    if (chosen.empty() && group)
        return failed(noSuchGroup(*group, *catalogue));

    const std::vector<std::string> built = sandbox::builtOperations();
    std::string_view heading;
    for (const catalogue::Endpoint* endpoint : chosen) {
        const bool inSandbox = std::binary_search(built.begin(), built.end(), endpoint->id);
        if (context.io.json) {
            context.io.object(toJson(*endpoint, inSandbox));
            continue;
        }
        if (heading != endpoint->group) {
            context.io.line((heading.empty() ? "" : "\n") + endpoint->group);
            heading = endpoint->group;
        }
        std::string id = endpoint->id;
        id.resize(width, ' ');
        std::string method = endpoint->method;
        method.resize(std::max<std::size_t>(method.size(), 6), ' ');
        context.io.line((inSandbox ? "* " : "  ") + id + "  " + method + "  " + endpoint->title);
    }
    if (!context.io.json)
        context.io.line("\n* the sandbox answers it");
    return kDone;
}

} // namespace cli
