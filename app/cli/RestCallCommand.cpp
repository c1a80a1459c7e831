// SPDX-License-Identifier: Apache-2.0
#include "app/cli/AnswerOutput.h"
#include "app/cli/Commands.h"
#include "app/cli/Endpoints.h"
#include "app/cli/EventLoop.h"
#include "app/cli/EnvironmentOptions.h"
#include "app/cli/Send.h"

#include "core/base/Size.h"
#include "core/http/Errors.h"
#include "core/project/Mint.h"
#include "core/rest/ActingUser.h"
#include "core/rest/FieldIndex.h"
#include "core/rest/RequestBuilder.h"
#include "core/rest/Variables.h"
#include "core/token/AccessToken2.h"

#include <algorithm>
#include <optional>

namespace cli {
namespace {

/// Required values that have a default, such as the one word that a member can be.
void addDefaults(rest::Draft& draft, const catalogue::Endpoint& endpoint)
{
    // A value may have its place before its name, as in query:limit.
    const rest::FieldIndex index(endpoint, {});
    const auto given = [&](const catalogue::Field& field) {
        return std::any_of(draft.values.begin(), draft.values.end(), [&](const rest::Draft::Value& value) {
            const auto ref = index.find(value.first);
            return ref && ref->field == &field;
        });
    };
    const auto add = [&](const std::vector<catalogue::Field>& fields) {
        for (const catalogue::Field& field : fields) {
            const bool top = field.name.find('.') == std::string::npos;
            if (top && field.required && !field.defaultValue.isNull() && !given(field))
                draft.set(field.name, field.defaultText);
        }
    };
    add(endpoint.queryFields);
    if (!draft.rawBody)
        add(endpoint.bodyFields);
}

tl::expected<rest::Draft, Failure> readDraft(const Context& context, const catalogue::Endpoint& endpoint)
{
    rest::Draft draft;
    draft.endpointId = endpoint.id;
    for (const std::string& pair : context.args.values("--set")) {
        const std::size_t equals = pair.find('=');
        if (equals == 0 || equals == std::string::npos)
            return failed(Failure::usage("bad-set", "--set",
                                         "“" + pair.substr(0, 40) + "” has no name and value",
                                         "Write --set NAME=VALUE."));
        draft.set(pair.substr(0, equals), pair.substr(equals + 1));
    }
    if (const std::string* body = context.args.value("--body")) {
        auto text = Context::literalOrFile(*body);
        if (!text)
            return failed(text.error());
        draft.rawBody = std::move(*text);
    }
    addDefaults(draft, endpoint);
    return draft;
}

/// The request together with what sends it.
struct Prepared
{
    rest::PreparedRequest request;
    std::string token; ///< "" when the call needs none
};

/// The token that the call needs: the app's, or that of the user who acts in it.
tl::expected<std::string, Failure> mintFor(const Context& context, const project::Credentials& credentials,
                                           const catalogue::Endpoint& endpoint, const rest::Draft& draft)
{
    if (endpoint.auth == catalogue::Auth::None)
        return std::string();
    project::ChatTokenRequest request;
    request.forApp = endpoint.auth != catalogue::Auth::User;
    if (!request.forApp)
        request.userId = rest::actingUser(endpoint, draft);
    request.expire = token::kDefaultExpire;
    request.issueTs = context.clock.now();
    request.salt = project::randomSalt();
    // Asked for only now, so that nobody types a passphrase for a request that cannot be sent.
    const auto opened =
        credentials.locked ? context.signingCredentials() : tl::expected<project::Credentials, Failure>();
    if (!opened)
        return failed(opened.error());
    auto token = project::mintChatToken(credentials.locked ? *opened : credentials, request);
    return token ? tl::expected<std::string, Failure>(std::move(*token)) : failed(token.error());
}

/// The environment that --env names, else the project's own; nullptr for none.
tl::expected<const project::Environment*, Failure> chosenEnvironment(const Context& context,
                                                                     const project::Project& project)
{
    const std::string* name = context.args.value("--env");
    if (!name)
        return project.activeEnvironment();
    if (const project::Environment* found = project.findEnvironment(*name))
        return found;
    return failed(noSuchEnvironment(project, *name));
}

tl::expected<Prepared, Failure> prepare(const Context& context, const project::Credentials& credentials,
                                        const catalogue::Endpoint& endpoint)
{
    const auto written = readDraft(context, endpoint);
    if (!written)
        return failed(written.error());
    const auto environment = chosenEnvironment(context, credentials.project);
    if (!environment)
        return failed(environment.error());
    const auto draft = rest::withVariables(*written, *environment);
    if (!draft)
        return failed(draft.error());
    rest::Target target = rest::targetOf(credentials.project);
    if (const std::string* host = context.args.value("--host")) {
        auto origin = project::normaliseHost(*host);
        if (!origin)
            return failed(origin.error());
        target.host = std::move(*origin);
    }
    const auto strictness =
        context.args.has("--unchecked") ? rest::Strictness::Lenient : rest::Strictness::Strict;
    auto request = rest::buildRequest(endpoint, *draft, target, strictness);
    if (!request)
        return failed(request.error());
    auto token = mintFor(context, credentials, endpoint, *draft);
    if (!token)
        return failed(token.error());
    return Prepared{std::move(*request), std::move(*token)};
}

std::string shownToken(const Context& context, const std::string& token)
{
    return context.args.has("--show-token") || token.empty() ? token : redact::maskToken(token);
}

/// The request without sending it, where the options ask for that.
bool printOnly(const Context& context, const Prepared& prepared)
{
    const std::string token = shownToken(context, prepared.token);
    if (context.args.has("--as")) {
        const std::string command = rest::toCurl(prepared.request, token);
        if (context.io.json)
            context.io.object(base::JsonValue(base::JsonObject{{"curl", command}}));
        else
            context.io.line(command);
        return true;
    }
    if (!context.args.has("--dry-run"))
        return false;
    const base::JsonValue json = rest::toJson(prepared.request, token);
    if (context.io.json)
        context.io.object(json);
    else
        context.io.line(json.toJson(base::JsonStyle::Pretty));
    return true;
}

Failure callFailure(const base::Error& error, const project::Credentials& credentials)
{
    Failure failure = Failure::of(error);
    const bool refused = error.code == http::errors::kConnectionRefused && error.args.size() == 2;
    if (!refused || !credentials.project.isSandbox() || !project::isLoopbackHost(error.args[0]))
        return failure;
    failure.hint = "Start it: chat-token sandbox";
    if (error.args[1] != std::to_string(project::kSandboxPort))
        failure.hint += " --port " + error.args[1];
    return failure;
}

/// What --max-body says, in bytes; nothing where it is left out.
tl::expected<std::optional<qint64>, Failure> bodyLimit(const Context& context)
{
    const std::string* text = context.args.value("--max-body");
    if (!text)
        return std::nullopt;
    const auto limit = base::parseSize(*text);
    if (!limit)
        return failed(Failure::usage("bad-size", "--max-body", "“" + text->substr(0, 40) + "” is no size",
                                     "Write bytes, or a number with K, M or G (powers of 1024)."));
    return *limit;
}

/// Sends it with the limits that the options set.
tl::expected<http::Outcome, Failure> send(const Context& context, http::Request request)
{
    constexpr std::uint32_t kLongest = 7 * 24 * 3600; // seconds; Qt's timers end at 24 days
    const auto limit = bodyLimit(context);
    if (!limit)
        return failed(limit.error());
    const bool timed = context.args.has("--timeout");
    const auto seconds = context.duration("--timeout", 0);
    if (!seconds)
        return failed(seconds.error());
    if (timed && *seconds == 0)
        return failed(Failure::usage("bad-duration", "--timeout", "no time at all", "Write 1s or more."));
    request.bodyLimit = *limit;
    http::Settings settings;
    if (timed) // then it is the one limit on waiting
        settings.totalMs = settings.idleMs = static_cast<int>(std::min(*seconds, kLongest)) * 1000;
    Sender sender(settings);
    return sender.send(request);
}

} // namespace

Outcome runRestCall(Context& context)
{
    if (const std::string* form = context.args.value("--as"); form && *form != "curl")
        return failed(
            Failure::usage("not-a-choice", "--as", "“" + *form + "” is no form", "Write --as curl."));
    const auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());
    const auto table = loadErrorTable();
    if (!table)
        return failed(table.error());
    const auto endpoint = findEndpoint(*catalogue, context.args.operands[0]);
    if (!endpoint)
        return failed(endpoint.error());
    const auto credentials = context.credentials();
    if (!credentials)
        return failed(credentials.error());
    const auto prepared = prepare(context, *credentials, **endpoint);
    if (!prepared)
        return failed(prepared.error());
    if (printOnly(context, *prepared))
        return kDone;

    const auto request = rest::toHttpRequest(prepared->request, prepared->token);
    if (!request)
        return failed(request.error());
    if (auto ok = enoughDescriptors(); !ok)
        return failed(ok.error());
    const auto outcome = send(context, *request);
    if (!outcome)
        return failed(outcome.error());
    if (!outcome->answered())
        return failed(callFailure(*outcome->error, *credentials));
    return reportAnswer(context, **endpoint, *table,
                        rest::toJson(prepared->request, shownToken(context, prepared->token)),
                        outcome->response);
}

} // namespace cli
