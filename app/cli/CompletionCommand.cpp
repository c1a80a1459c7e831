// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

namespace cli {

Outcome runCompletion(Context& context)
{
    (void)context;
    return kDone;
}

} // namespace cli
