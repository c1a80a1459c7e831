// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Help.h"

#include "core/base/Process.h"

#include <QtGlobal>

#include <cerrno>
#include <csignal>

namespace {

using namespace cli;

void ignoreQtMessage(QtMsgType, const QMessageLogContext&, const QString&)
{
    // stderr carries the lines of the contract and nothing else.
}

Outcome run(Io& io, const std::vector<std::string>& words)
{
    const auto args = Arguments::parse(words);
    if (!args)
        return failed(args.error());
    io.json = args->has("--json");
    if (args->has("--version")) {
        io.line(versionLine());
        return kDone;
    }
    if (args->has("--help")) {
        io.write(args->command ? commandHelp(*args->command) : programHelp(args->group));
        return kDone;
    }
    const base::SystemClock clock;
    Context context{io, *args, clock};
    return args->command->run(context);
}

int finish(Io& io, const Outcome& outcome)
{
    int exitCode = kDone;
    if (outcome) {
        exitCode = *outcome;
    } else {
        io.failure(outcome.error());
        exitCode = outcome.error().exitCode;
    }
    io.flush();
    const bool told = !outcome && outcome.error().code == kOutputFailed;
    if (io.writeError() == 0 || io.writeError() == EPIPE || told) // EPIPE: the reader has seen enough
        return exitCode;
    io.failure(io.outputFailure());
    return kMachine;
}

} // namespace

int main(int argc, char** argv)
{
    Io::holdPlaces();
    base::closeToOtherProcesses();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may grow no further is an error to tell, like a full disk
    qInstallMessageHandler(ignoreQtMessage);
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    Io io;
    io.json = wantsJson(words);
    if (const auto certificate = environment("AGORA_APP_CERTIFICATE"))
        io.redactor.addSecret(*certificate);
    return finish(io, run(io, words));
}
