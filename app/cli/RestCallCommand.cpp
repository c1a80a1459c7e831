// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Endpoints.h"
#include "app/cli/EventLoop.h"
#include "app/cli/EnvironmentOptions.h"
#include "app/cli/Send.h"

#include "core/base/Utf8.h"
#include "core/http/Errors.h"
#include "core/project/Mint.h"
#include "core/rest/RequestBuilder.h"
#include "core/rest/Variables.h"
#include "core/token/AccessToken2.h"

#include <algorithm>

namespace cli {
namespace {

/// Required values that have a default, such as the one word that a member can be.
void addDefaults(rest::Draft& draft, const catalogue::Endpoint& endpoint)
{
    const auto add = [&draft](const std::vector<catalogue::Field>& fields) {
        for (const catalogue::Field& field : fields) {
            const bool top = field.name.find('.') == std::string::npos;
            if (top && field.required && !field.defaultValue.isNull() && !draft.find(field.name))
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

/// The token that the call needs: the app's, or that of the user in its path.
tl::expected<std::string, Failure> mintFor(const Context& context, const project::Credentials& credentials,
                                           const catalogue::Endpoint& endpoint, const rest::Draft& draft)
{
    if (endpoint.auth == catalogue::Auth::None)
        return std::string();
    project::ChatTokenRequest request;
    request.forApp = endpoint.auth != catalogue::Auth::User;
    if (const std::string* user = draft.find("username"); user && !request.forApp)
        request.userId = *user;
    request.expire = token::kDefaultExpire;
    request.issueTs = static_cast<std::uint32_t>(context.clock.now());
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

base::JsonValue headersToJson(const QList<http::Header>& headers)
{
    base::JsonObject json;
    for (const http::Header& header : headers) {
        const std::string name = header.name.toStdString();
        const auto same =
            std::find_if(json.begin(), json.end(), [&](const auto& one) { return one.first == name; });
        if (same == json.end())
            json.emplace_back(name, header.value.toStdString());
        else // several Set-Cookie
            same->second = *same->second.string() + ", " + header.value.toStdString();
    }
    return json;
}

void printObject(const Context& context, const Prepared& prepared, const http::Response& response,
                 const std::string& body, const std::string& meaning)
{
    auto parsed = base::JsonValue::parse(body);
    base::JsonObject answer{{"status", response.status},
                            {"headers", headersToJson(response.headers)},
                            {"body", parsed ? std::move(*parsed) : base::JsonValue(body)},
                            {"bytes", body.size()},
                            {"time_ms", response.timings.end}};
    context.io.object(base::JsonValue(
        base::JsonObject{{"request", rest::toJson(prepared.request, shownToken(context, prepared.token))},
                         {"response", std::move(answer)},
                         {"meaning", meaning}}));
}

/// As it came, or laid out and made safe for a terminal.
void printBody(Io& io, const std::string& body)
{
    if (!io.outIsTerminal()) {
        io.write(body);
        return;
    }
    const std::string pretty = base::prettyJson(body);
    for (std::size_t at = 0; at < pretty.size();) {
        const std::size_t end = std::min(pretty.find('\n', at), pretty.size());
        io.line(base::visible(std::string_view(pretty).substr(at, end - at)));
        at = end + 1;
    }
}

void warnOfDoubts(Io& io, const http::Response& response)
{
    std::string doubts = response.bodyCut() ? "cut" : "";
    for (const std::string_view doubt : response.doubts)
        doubts += (doubts.empty() ? "" : ", ") + std::string(doubt);
    if (!doubts.empty())
        io.note("warning: the body may not be what the server meant (" + doubts + ").");
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

Outcome report(const Context& context, const catalogue::Endpoint& endpoint,
               const catalogue::ErrorTable& table, const Prepared& prepared, const http::Response& response)
{
    const std::string body = bodyOf(response);
    const catalogue::Answer answer = catalogue::readAnswer(response.status, body);
    const bool refused = answer.refused();
    const std::string meaning = refused ? catalogue::explain(answer, &endpoint, &table).when : std::string();
    if (context.io.json)
        printObject(context, prepared, response, body, meaning);
    else
        printBody(context.io, body);
    warnOfDoubts(context.io, response);
    if (refused && !context.io.json) {
        const std::string status =
            "HTTP " + std::to_string(response.status) + (answer.error.empty() ? "" : ' ' + answer.error);
        context.io.note(base::visible(status + ": " + (meaning.empty() ? "not documented." : meaning)));
    }
    return refused ? kNo : kDone;
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
    Sender sender;
    const http::Outcome outcome = sender.send(*request);
    if (!outcome.answered())
        return failed(callFailure(*outcome.error, *credentials));
    return report(context, **endpoint, *table, *prepared, outcome.response);
}

} // namespace cli
