// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/MintOptions.h"

#include "core/project/UserId.h"
#include "core/text/ErrorText.h"

namespace cli {

Outcome runUser(Context& context)
{
    auto request = mintOptions(context);
    if (!request)
        return failed(request.error());
    request->userId = context.args.operands[0];
    const Outcome outcome = mintAndPrint(context, *request);
    const auto doubt = project::userIdDoubt(request->userId);
    if (outcome && doubt && !context.io.json)
        context.io.note("note: " + text::errorText(base::makeError(*doubt)).explanation().toStdString());
    return outcome;
}

} // namespace cli
