// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/EventLoop.h"
#include "app/cli/Foreground.h"
#include "app/cli/KnobLines.h"

#include "core/base/Utf8.h"
#include "core/sandbox/Sandbox.h"
#include "core/token/IssueTime.h"

#include <limits>
#include <utility>

namespace cli {
namespace {

void logExchange(Io& io, const local::Exchange& exchange)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(exchange.duration).count();
    if (io.json)
        io.log(Io::Stream::Out,
               base::JsonObject{{"method", exchange.method},
                                {"path", exchange.path},
                                {"status", exchange.status},
                                {"ms", ms}},
               {});
    else
        io.log(Io::Stream::Out, {},
               base::visible(exchange.method + ' ' + exchange.path) + ' ' + std::to_string(exchange.status) +
                   ' ' + std::to_string(ms) + " ms");
}

tl::expected<project::Credentials, Failure> sandboxCredentials(const Context& context)
{
    auto credentials = context.signingCredentials();
    const std::string* key = context.args.value("--app-key");
    if (!credentials || !key)
        return credentials;
    const std::size_t hash = key->find('#');
    credentials->project.orgName = key->substr(0, hash);
    credentials->project.appName = hash == std::string::npos ? std::string() : key->substr(hash + 1);
    if (credentials->project.appKey().empty())
        return failed(Failure::usage("bad-app-key", "--app-key", "“" + *key + "” is no App Key",
                                     "Write it as ORG#APP, in quotes."));
    if (auto ok = project::checkProject(credentials->project); !ok)
        return failed(ok.error());
    return credentials;
}

void printAddress(Io& io, const project::Project& project, const sandbox::Address& address)
{
    if (io.json)
        io.object(base::JsonObject{{"rest_url", address.restUrl},
                                   {"ws_url", address.wsUrl},
                                   {"app_key", project.appKey()},
                                   {"app_id", project.appId}});
    else
        io.line("Sandbox on " + address.restUrl + ", SDK on " + address.wsUrl + ", for " +
                (project.appKey().empty() ? std::string() : "App Key " + project.appKey() + ", ") +
                "App ID " + project.appId + ". Ctrl+C stops it.");
}

} // namespace

Outcome runSandbox(Context& context)
{
    if (const auto now = token::issueTime(context.clock.now()); !now)
        return failed(now.error());
    const auto port =
        context.number("--port", project::kSandboxPort, std::numeric_limits<std::uint16_t>::max());
    if (!port)
        return failed(port.error());
    const auto knobs = firstKnobs<sandbox::Knobs>(context);
    if (!knobs)
        return failed(knobs.error());
    const auto credentials = sandboxCredentials(context);
    if (!credentials)
        return failed(credentials.error());
    const auto catalogue = loadSandboxRoutes();
    if (!catalogue)
        return failed(catalogue.error());

    if (auto ok = enoughDescriptors(); !ok)
        return failed(ok.error());
    InputLines input;
    const StopSignals signals;
    context.io.waitForNobody(&StopSignals::raise);
    sandbox::Settings settings = sandbox::settingsFor(*credentials, static_cast<std::uint16_t>(*port));
    if (const std::string* file = context.args.value("--data"))
        settings.dataFile = *file;
    settings.log = [&io = context.io](const local::Exchange& exchange) { logExchange(io, exchange); };
    sandbox::Sandbox sandbox(std::move(settings), *catalogue, context.clock);
    sandbox.setKnobs(*knobs);
    const auto address = sandbox.start();
    if (!address) {
        Failure failure = Failure::of(address.error());
        if (failure.code.starts_with("data-"))
            failure.field = "--data";
        return failed(std::move(failure));
    }
    printAddress(context.io, credentials->project, *address);
    runUntilStopped(signals, input,
                    [&](const std::string& line) { takeKnobLine(context.io, sandbox, "sandbox", line); });
    sandbox.stop();
    return kDone;
}

} // namespace cli
