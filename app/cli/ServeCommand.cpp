// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/EventLoop.h"
#include "app/cli/Foreground.h"
#include "app/cli/KnobLines.h"

#include "core/base/SafeFile.h"
#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/token/IssueTime.h"
#include "core/tokenserver/AccessKey.h"
#include "core/tokenserver/Errors.h"
#include "core/tokenserver/TokenServer.h"

#include <limits>
#include <utility>

namespace cli {
namespace {

namespace errors = tokenserver::errors;

constexpr std::size_t kKeyFileLimit = 4096; // bytes

/// An error of the settings under the name of its option.
Failure ofOption(base::Error error)
{
    error.field = error.code == errors::kBadOrigin      ? "--allow-origin"
                  : error.code == errors::kBadMaxExpire ? "--max-expire"
                                                        : "--access-key-file";
    return Failure::of(error);
}

/// The key in the file, without the end of its line. Errors: bad-access-key, those of base::readFile.
tl::expected<base::SecretBytes, Failure> accessKey(const Context& context)
{
    const std::string* file = context.args.value("--access-key-file");
    if (!file)
        return base::SecretBytes();
    auto text = base::readFile(*file, kKeyFileLimit);
    if (!text)
        return failed(text.error());
    std::string_view key = *text;
    if (key.ends_with('\n'))
        key.remove_suffix(1);
    if (key.ends_with('\r'))
        key.remove_suffix(1);
    base::SecretBytes secret(key);
    base::wipe(text->data(), text->size());
    if (auto ok = tokenserver::checkAccessKey(secret.view()); !ok)
        return failed(ofOption(ok.error()));
    return secret;
}

tl::expected<tokenserver::Settings, Failure> serverSettings(const Context& context)
{
    tokenserver::Settings settings;
    const auto port =
        context.number("--port", tokenserver::kDefaultPort, std::numeric_limits<std::uint16_t>::max());
    if (!port)
        return failed(port.error());
    settings.port = static_cast<std::uint16_t>(*port);
    settings.origins = context.args.values("--allow-origin");
    const auto maxExpire = context.duration("--max-expire", tokenserver::kHighestMaxExpire);
    if (!maxExpire)
        return failed(maxExpire.error());
    settings.maxExpire = *maxExpire;
    auto key = accessKey(context);
    if (!key)
        return failed(key.error());
    settings.accessKey = std::move(*key);
    if (auto ok = tokenserver::checkSettings(settings); !ok)
        return failed(ofOption(ok.error()));
    return settings;
}

std::string lineOf(const tokenserver::Record& record)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(record.duration).count();
    std::string line = record.method + ' ' + record.path + ' ' + std::to_string(record.status) + ' ' +
                       std::to_string(ms) + " ms";
    if (record.issued) {
        const bool app = record.issued->kind == tokenserver::TokenKind::App;
        line += app ? std::string(" app") : " user " + record.issued->userId;
        line += ", until " + base::formatTimeUtc(record.issued->expiresAt);
    }
    if (!record.error.empty())
        line += ' ' + record.error;
    if (!record.knob.empty())
        line += " (" + record.knob + ')';
    return base::visible(line);
}

base::JsonObject objectOf(const tokenserver::Record& record)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(record.duration).count();
    base::JsonObject object{
        {"method", record.method}, {"path", record.path}, {"status", record.status}, {"ms", ms}};
    if (record.issued) {
        const bool app = record.issued->kind == tokenserver::TokenKind::App;
        object.emplace_back("kind", app ? "app" : "user");
        if (!app)
            object.emplace_back("user", record.issued->userId);
        object.emplace_back("expires_at", record.issued->expiresAt);
    }
    if (!record.error.empty())
        object.emplace_back("error", record.error);
    if (!record.knob.empty())
        object.emplace_back("knob", record.knob);
    return object;
}

void logRecord(Io& io, const tokenserver::Record& record)
{
    if (io.json)
        io.log(Io::Stream::Error, objectOf(record), {});
    else
        io.log(Io::Stream::Error, {}, lineOf(record));
}

void printAddress(Io& io, const project::Project& project, std::uint16_t port)
{
    const std::string url = tokenserver::urlOf(port);
    if (io.json) {
        base::JsonArray routes;
        for (std::string& name : tokenserver::routeNames())
            routes.emplace_back(std::move(name));
        io.object(base::JsonObject{{"url", url}, {"routes", std::move(routes)}});
    } else {
        io.line("Token server on " + url + " for App ID " + project.appId + ". Ctrl+C stops it.");
        for (const std::string& name : tokenserver::routeNames())
            io.line("  " + name);
    }
    io.flush(); // before a note of the other stream
}

} // namespace

Outcome runServe(Context& context)
{
    if (const auto now = token::issueTime(context.clock.now()); !now)
        return failed(now.error());
    if (auto ok = enoughDescriptors(); !ok)
        return failed(ok.error());
    InputLines input;
    auto settings = serverSettings(context);
    if (!settings)
        return failed(settings.error());
    const auto knobs = firstKnobs<tokenserver::Knobs>(context);
    if (!knobs)
        return failed(knobs.error());
    auto credentials = context.signingCredentials();
    if (!credentials)
        return failed(credentials.error());

    const StopSignals signals;
    context.io.waitForNobody(&StopSignals::raise);
    const bool open = settings->accessKey.empty();
    if (!open)
        context.io.redactor.addSecret(settings->accessKey.view());
    settings->appId = credentials->project.appId;
    settings->log = [&io = context.io](const tokenserver::Record& record) { logRecord(io, record); };
    tokenserver::TokenServer server(std::move(*settings), context.clock);
    server.setCertificate(credentials->certificate);
    credentials->certificate.clear(); // the server keeps it in guarded memory
    server.setKnobs(*knobs);
    const auto port = server.start();
    if (!port)
        return failed(port.error());
    printAddress(context.io, credentials->project, *port);
    if (open && !context.io.json)
        context.io.note("note: any user of this machine can ask for tokens. --access-key-file changes that.");
    runUntilStopped(signals, input,
                    [&](const std::string& line) { takeKnobLine(context.io, server, "token server", line); });
    server.stop();
    return kDone;
}

} // namespace cli
