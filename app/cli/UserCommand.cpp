// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/MintOptions.h"

namespace cli {

Outcome runUser(Context& context)
{
    auto request = mintOptions(context);
    if (!request)
        return failed(request.error());
    request->userId = context.args.operands[0];
    return mintAndPrint(context, *request);
}

} // namespace cli
