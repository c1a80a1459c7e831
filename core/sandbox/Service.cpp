// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Service.h"

#include "core/local/Url.h"

#include <algorithm>
#include <utility>

namespace sandbox {
namespace {

constexpr std::string_view kJsonType = "application/json;charset=UTF-8";
constexpr std::string_view kSocketPath = "/websocket";
constexpr std::string_view kServerList = "/easemob/server.json";
constexpr std::size_t kMaxBody = std::size_t{1024} * 1024;
constexpr std::size_t kMaxUpload = 10 * kMaxBody;

bool wantsJson(const catalogue::Endpoint& endpoint)
{
    return endpoint.bodyKind == catalogue::BodyKind::JsonObject ||
           endpoint.bodyKind == catalogue::BodyKind::JsonArray;
}

/// application/json or application/*+json, whatever parameters follow.
bool isJsonType(std::string_view contentType)
{
    std::string_view type = contentType.substr(0, contentType.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.remove_suffix(1);
    constexpr std::string_view kSuffix = "+json";
    return local::equalsIgnoreCase(type, "application/json") ||
           (type.size() > kSuffix.size() &&
            local::equalsIgnoreCase(type.substr(type.size() - kSuffix.size()), kSuffix));
}

std::string lowerCase(std::string_view text)
{
    return foldUserId(text);
}

bool isRegistration(const catalogue::Endpoint& endpoint)
{
    return endpoint.id == "user.register" || endpoint.id == "user.register.batch";
}

} // namespace

Service::Service(Application application, Database database, std::string appId, base::SecretBytes certificate,
                 const catalogue::Catalogue& catalogue, Surroundings surroundings)
    : m_catalogue(catalogue)
    , m_surroundings(std::move(surroundings))
    , m_clock(m_surroundings.behaviour.clock())
    , m_appId(std::move(appId))
    , m_state{std::move(application), std::move(database)}
    , m_authenticator(m_appId, std::move(certificate), m_surroundings.behaviour, m_state.tokens)
    , m_sessions(m_state, m_authenticator, m_surroundings)
    , m_userFamily(m_state, m_sessions)
    , m_tokenFamily(m_state, m_authenticator)
    , m_sdkFamily(m_state, m_authenticator, m_sessions)
    , m_messageFamily(m_sessions)
    , m_groupFamily(m_state, m_sessions)
    , m_groupInviteFamily(m_state, m_sessions)
    , m_roomFamily(m_state, m_sessions)
    , m_mucAttributeFamily(m_state, m_sessions)
    , m_mucFamilies{MucFamily(m_state, m_sessions, kGroupWords), MucFamily(m_state, m_sessions, kRoomWords)}
    , m_mucListFamilies{MucListFamily(m_state, m_sessions, kGroupWords),
                        MucListFamily(m_state, m_sessions, kRoomWords)}
    , m_contactFamily(m_state, m_sessions)
    , m_blockFamily(m_state)
    , m_presenceFamily(m_state, m_sessions)
{
    m_userFamily.addTo(m_operations);
    m_tokenFamily.addTo(m_operations);
    m_sdkFamily.addTo(m_operations);
    m_messageFamily.addTo(m_operations);
    m_groupFamily.addTo(m_operations);
    m_groupInviteFamily.addTo(m_operations);
    m_roomFamily.addTo(m_operations);
    m_mucAttributeFamily.addTo(m_operations);
    for (MucFamily& family : m_mucFamilies)
        family.addTo(m_operations);
    for (MucListFamily& family : m_mucListFamilies)
        family.addTo(m_operations);
    m_contactFamily.addTo(m_operations);
    m_blockFamily.addTo(m_operations);
    m_presenceFamily.addTo(m_operations);
}

base::Result<> Service::check() const
{
    return m_state.database.check();
}

std::size_t Service::bodyLimit(std::string_view method, std::string_view path) const
{
    return method == "POST" && path.ends_with("/chatfiles") ? kMaxUpload : kMaxBody;
}

local::Response Service::error(int status, std::string_view text) const
{
    return toResponse(transportFault(status, text), m_clock.nowMs(), 0);
}

std::vector<std::string> Service::operationIds() const
{
    std::vector<std::string> ids;
    for (const auto& [id, operation] : m_operations)
        ids.push_back(id);
    return ids;
}

void Service::handle(local::Request request, local::Reply reply)
{
    local::Response response = respond(request, Origin::Client);
    const std::chrono::milliseconds latency = m_surroundings.behaviour.knobs().latency;
    if (latency.count() == 0)
        reply(std::move(response));
    else
        m_surroundings.later([reply = std::move(reply), response = std::move(response)] { reply(response); },
                             latency);
}

local::Response Service::edit(const local::Request& request)
{
    return respond(request, Origin::Program);
}

local::Response Service::respond(const local::Request& request, Origin origin)
{
    const std::int64_t startMs = m_clock.nowMs();
    Outcome outcome = keptAnswer(request, startMs, origin);
    if (outcome)
        return {200, std::string(kJsonType), {}, base::JsonValue(*std::move(outcome)).toJson()};
    return toResponse(outcome.error(), startMs, m_clock.nowMs() - startMs);
}

Snapshot Service::snapshot()
{
    const Transaction reading(m_state.database);
    return takeSnapshot(m_state, m_sessions);
}

base::Result<> Service::reset()
{
    m_sessions.evictAll(msync::Eviction::UserRemoved);
    Transaction transaction(m_state.database);
    m_state.database.clear();
    return transaction.commit();
}

std::unique_ptr<local::SocketHandler> Service::upgrade(const local::Request& request)
{
    return request.path == kSocketPath ? m_sessions.accept() : nullptr;
}

/// What a call changes is kept before it is answered, or not at all.
Outcome Service::keptAnswer(const local::Request& request, std::int64_t startMs, Origin origin)
{
    Transaction transaction(m_state.database);
    Outcome outcome = answer(request, startMs, origin);
    if (!outcome)
        return outcome;
    if (const auto kept = transaction.commit(); !kept)
        return refuse(notKept(kept.error()));
    return outcome;
}

Outcome Service::answer(const local::Request& request, std::int64_t startMs, Origin origin)
{
    if (request.path == kServerList && request.method == "GET")
        return m_sdkFamily.serverList(request, m_appId);
    const auto route = findApplication(request);
    if (!route)
        return refuse(route.error());

    if (origin == Origin::Client) {
        if (auto tooMany = m_surroundings.behaviour.overRate())
            return refuse(*std::move(tooMany));
    }
    const std::string_view contentType = request.headers.value("Content-Type");
    const auto body = base::JsonValue::parse(request.body);
    const bool hasJson = body && isJsonType(contentType);
    const catalogue::Match match =
        m_catalogue.match({.method = request.method,
                           .segments = route->segments,
                           .body = hasJson ? &*body : nullptr,
                           .headers = {request.headers.begin(), request.headers.end()}});
    if (match.kind != catalogue::Match::Kind::Found)
        return refuse(match.kind == catalogue::Match::Kind::NoSuchPath
                          ? noSuchResource()
                          : methodNotAllowed(match.allowedMethods));
    const catalogue::Endpoint& endpoint = *match.endpoint;
    const auto operation = m_operations.find(endpoint.id);
    if (operation == m_operations.end())
        return refuse(notBuilt(endpoint.id));

    Call call = callOf(request, *route, match, startMs);
    if (auto fault = admit(call, operation->second, origin))
        return refuse(*std::move(fault));
    if (!wantsJson(endpoint))
        return operation->second.run(call);
    if (!hasJson)
        return refuse(isJsonType(contentType) ? jsonParse() : unsupportedMediaType());
    call.body = *body;
    return operation->second.run(call);
}

/// Without body and caller.
Call Service::callOf(const local::Request& request, const Route& route, const catalogue::Match& match,
                     std::int64_t startMs) const
{
    return {.endpoint = *match.endpoint,
            .application = m_state.application,
            .clock = m_clock,
            .startMs = startMs,
            .uri = documentedUri(request, route),
            .resource = route.resource,
            .authorization = std::string(request.headers.value("Authorization")),
            .pathValues = match.pathValues,
            .query = local::splitQuery(request.query),
            .body = {},
            .caller = {}};
}

/// What knobs and tokens have against a call; nothing where the program itself makes it.
std::optional<Fault> Service::admit(Call& call, const Operation& operation, Origin origin)
{
    if (origin == Origin::Program) {
        call.caller.isApp = true;
        return std::nullopt;
    }
    const auto part = partOf(call.endpoint.group);
    auto broken = part ? m_surroundings.behaviour.failure(*part) : std::nullopt;
    return broken ? broken : authorise(call, operation);
}

/// /{org}/{app}/... or /app-id/{app_id}/..., exactly as they are written.
tl::expected<Service::Route, Fault> Service::findApplication(const local::Request& request) const
{
    auto segments = local::splitPath(request.path);
    if (!segments)
        return refuse(illegalArgument("The path holds a broken escape."));
    if (segments->size() < 2)
        return refuse(noSuchResource());
    const std::string& first = (*segments)[0];
    const std::string& second = (*segments)[1];
    const Application& application = m_state.application;
    const bool ours = first == "app-id" ? second == m_appId
                                        : !application.orgName.empty() && first == application.orgName &&
                                              second == application.appName;
    if (!ours)
        return refuse(noSuchApplication(first + "/" + second, request.path.substr(1)));
    const std::size_t rest = request.path.find('/', request.path.find('/', 1) + 1);
    segments->erase(segments->begin(), segments->begin() + 2);
    return Route{std::move(*segments), rest == std::string::npos ? std::string() : request.path.substr(rest)};
}

/// The form of the path makes no difference to the `uri` of an answer: it names org and app.
std::string Service::documentedUri(const local::Request& request, const Route& route) const
{
    const Application& application = m_state.application;
    const std::string name =
        application.orgName.empty() ? "app-id/" + m_appId : application.orgName + "/" + application.appName;
    return "http://" + request.host + "/" + name + route.resource;
}

std::optional<Fault> Service::authorise(Call& call, const Operation& operation)
{
    const Access access = operation.access;
    if (access == Access::Open)
        return std::nullopt;
    const auto token = Authenticator::bearerToken(call.authorization);
    if (!token)
        return isRegistration(call.endpoint) ? registrationNotOpen() : expiredToken();
    auto caller = m_authenticator.verify(*token);
    if (!caller)
        return caller.error();
    call.caller = *std::move(caller);
    if (call.caller.isApp)
        return std::nullopt;
    const auto subject = m_state.users.find(call.caller.user);
    call.caller.user = subject ? subject->username : foldUserId(call.caller.user);
    if (access == Access::AppOrSelf ? isSelf(call, operation.self) : access == Access::User && subject)
        return std::nullopt;
    return noPermission(lowerCase(call.endpoint.method), m_state.application.uuid, call.resource);
}

/// The user in the path is a user ID or a UUID, too.
bool Service::isSelf(const Call& call, std::string_view pathName) const
{
    const std::string_view named = call.pathValue(pathName);
    const auto user = m_state.users.find(named);
    return (user ? user->username : foldUserId(named)) == call.caller.user;
}

} // namespace sandbox
