// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/Context.h"

namespace cli {

Outcome runUser(Context& context);
Outcome runApp(Context& context);
Outcome runBuild(Context& context);
Outcome runInspect(Context& context);
Outcome runCompare(Context& context);
Outcome runWhy(Context& context);
Outcome runDemo(Context& context);
Outcome runSandbox(Context& context);
Outcome runRestList(Context& context);
Outcome runRestShow(Context& context);
Outcome runRestCall(Context& context);
Outcome runCompletion(Context& context);

} // namespace cli
