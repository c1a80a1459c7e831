// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

#include "core/base/Utf8.h"
#include "core/sandbox/Sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <limits>
#include <utility>

#include <QtGlobal>

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace cli {
namespace {

Failure notYet(std::string_view what)
{
    return Failure::usage("not-yet", what, "is not built yet", "Leave it out.");
}

/// SIGINT and SIGTERM as something to poll. Made before any other thread, which then inherits the mask.
class StopSignals final
{
public:
    StopSignals()
    {
        sigset_t set{};
        ::sigemptyset(&set);
        ::sigaddset(&set, SIGINT);
        ::sigaddset(&set, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
        m_fd = ::signalfd(-1, &set, SFD_CLOEXEC);
    }
    ~StopSignals() { ::close(m_fd); }
    Q_DISABLE_COPY_MOVE(StopSignals)

    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd = -1;
};

/// The lines on stdin. Made before any other descriptor, which would take the place of a closed stdin.
class InputLines final
{
public:
    explicit InputLines(Io& io)
        : m_io(io)
        , m_open(::fcntl(STDIN_FILENO, F_GETFD) >= 0)
    {
    }

    /// What to poll; -1, which poll passes over, when nothing more comes.
    [[nodiscard]] int fd() const { return m_open ? STDIN_FILENO : -1; }

    /// Call when there is something to read.
    void read()
    {
        // A job in the background that reads its terminal would be stopped.
        if (Io::inIsTerminal() && ::tcgetpgrp(STDIN_FILENO) != ::getpgrp()) {
            m_open = false;
            return;
        }
        std::array<char, 4096> chunk{};
        const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        m_open = got > 0;
        for (ssize_t i = 0; i < got; ++i)
            take(chunk[static_cast<std::size_t>(i)]);
        if (!m_open)
            take('\n'); // the last line may have no end
    }

private:
    static constexpr std::size_t kLongest = 1024; // bytes of a line that are kept

    void take(char c)
    {
        if (c != '\n') {
            if (m_line.size() < kLongest)
                m_line += c;
            return;
        }
        const std::string line = std::exchange(m_line, {});
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            return;
        if (line == "knob" || line.starts_with("knob "))
            m_io.failure(notYet("knob"));
        else
            m_io.failure(Failure::usage("unknown-line", "stdin", "the sandbox does not know this line",
                                        "Ctrl+C stops the sandbox."));
    }

    Io& m_io;
    std::string m_line;
    bool m_open;
};

/// Answers the lines on stdin until a signal to stop.
void serve(const StopSignals& signals, InputLines& input)
{
    for (;;) {
        std::array<pollfd, 2> ready{pollfd{signals.fd(), POLLIN, 0}, pollfd{input.fd(), POLLIN, 0}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR)
            return;
        if (ready[0].revents != 0)
            return;
        if (ready[1].revents != 0)
            input.read();
    }
}

void logExchange(Io& io, const local::Exchange& exchange)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(exchange.duration).count();
    const std::string path = io.redactor.text(exchange.path);
    if (io.json)
        io.object(base::JsonObject{
            {"method", exchange.method}, {"path", path}, {"status", exchange.status}, {"ms", ms}});
    else
        io.line(base::visible(exchange.method + ' ' + path) + ' ' + std::to_string(exchange.status) + ' ' +
                std::to_string(ms) + " ms");
    io.flush();
    if (io.writeError() != 0)
        ::kill(::getpid(), SIGTERM); // nobody reads any more
}

tl::expected<project::Credentials, Failure> sandboxCredentials(const Context& context)
{
    for (const std::string_view later : {"--data", "--knob"}) {
        if (context.args.has(later))
            return failed(notYet(later));
    }
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
        io.object(
            base::JsonObject{{"rest_url", address.restUrl},
                             {"ws_url", "ws://127.0.0.1:" + std::to_string(address.port) + "/websocket"},
                             {"app_key", project.appKey()},
                             {"app_id", project.appId}});
    else
        io.line("Sandbox on " + address.restUrl + " for " +
                (project.appKey().empty() ? std::string() : "App Key " + project.appKey() + ", ") +
                "App ID " + project.appId + ". Ctrl+C stops it.");
    io.flush();
}

} // namespace

Outcome runSandbox(Context& context)
{
    const auto port =
        context.number("--port", project::kSandboxPort, std::numeric_limits<std::uint16_t>::max());
    if (!port)
        return failed(port.error());
    const auto credentials = sandboxCredentials(context);
    if (!credentials)
        return failed(credentials.error());
    const auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());

    InputLines input(context.io);
    const StopSignals signals;
    sandbox::Settings settings = sandbox::settingsFor(*credentials, static_cast<std::uint16_t>(*port));
    settings.log = [&io = context.io](const local::Exchange& exchange) { logExchange(io, exchange); };
    sandbox::Sandbox sandbox(std::move(settings), *catalogue, context.clock);
    const auto address = sandbox.start();
    if (!address)
        return failed(address.error());
    printAddress(context.io, credentials->project, *address);
    if (context.io.writeError() == 0)
        serve(signals, input);
    sandbox.stop();
    return kDone;
}

} // namespace cli
