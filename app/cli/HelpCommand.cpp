// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Help.h"

namespace cli {

Outcome runHelp(Context& context)
{
    std::vector<std::string> words = context.args.operands;
    words.emplace_back("--help");
    // The parser says what is wrong with a name, and finds groups.
    const auto asked = Arguments::parse(words);
    if (!asked)
        return failed(asked.error());
    context.io.write(asked->command ? commandHelp(*asked->command) : programHelp(asked->group));
    return kDone;
}

Outcome runVersion(Context& context)
{
    if (context.io.json)
        context.io.object(base::JsonObject{{"version", std::string_view(CHATTOKEN_VERSION)}});
    else
        context.io.line(versionLine());
    return kDone;
}

} // namespace cli
