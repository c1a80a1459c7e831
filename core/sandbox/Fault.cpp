// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/Fault.h"

#include "core/base/Json.h"

namespace sandbox {
namespace {

constexpr std::string_view kSecurity = "EasemobSecurityException";
constexpr std::string_view kWebApplication = "javax.ws.rs.WebApplicationException";

Fault fault(int status, std::string_view error, std::string_view exception, std::string_view text)
{
    return {status, std::string(error), std::string(exception), std::string(text)};
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

} // namespace

Fault illegalArgument(std::string_view text)
{
    return fault(400, "illegal_argument", "java.lang.IllegalArgumentException", text);
}

Fault invalidGrant(int status, std::string_view text)
{
    return fault(status, "invalid_grant", "org.apache.oltu.oauth2.common.exception.OAuthProblemException",
                 text);
}

Fault jsonParse()
{
    return fault(400, "json_parse", "com.fasterxml.jackson.core.JsonParseException", "Unexpected character.");
}

Fault unsupportedMediaType()
{
    return fault(415, "web_application", kWebApplication, "Unsupported Media Type.");
}

Fault registrationNotOpen()
{
    return fault(401, "unauthorized", kSecurity, "Registration is not open, please contact the app admin.");
}

Fault expiredToken()
{
    return fault(401, "unauthorized", kSecurity, "Unable to authenticate due to expired access token.");
}

Fault oauthFailed()
{
    return fault(401, "unauthorized", kSecurity, "Unable to authenticate (OAuth)");
}

bool isExpiry(const Fault& fault)
{
    return fault.description == expiredToken().description;
}

Fault corruptToken()
{
    return fault(401, "auth_bad_access_token", kSecurity,
                 "Unable to authenticate due to corrupt access token.");
}

Fault unableToAuthenticate()
{
    return fault(401, "auth_bad_access_token", kSecurity, "Unable to authenticate.");
}

Fault noPermission(std::string_view action, std::string_view application, std::string_view path)
{
    return fault(401, "unauthorized", "org.apache.shiro.authz.UnauthorizedException",
                 joined({"Subject does not have permission [applications:", action, ":", application, ":",
                         path, "]"}));
}

Fault noSuchResource()
{
    return fault(404, "service_resource_not_found",
                 "org.apache.usergrid.services.exceptions.ServiceResourceNotFoundException",
                 "Service resource not found");
}

Fault noSuchUserEntity()
{
    return fault(404, "entity_not_found",
                 "org.apache.usergrid.persistence.exceptions.EntityNotFoundException", "User null not found");
}

Fault noSuchApplication(std::string_view application, std::string_view uri)
{
    return fault(404, "organization_application_not_found",
                 "org.apache.usergrid.rest.exceptions.OrganizationApplicationNotFoundException",
                 joined({"Could not find application for ", application, " from URI: ", uri}));
}

Fault duplicateUser(std::string_view application, std::string_view username)
{
    return fault(400, "duplicate_unique_property_exists",
                 "org.apache.usergrid.persistence.exceptions.DuplicateUniquePropertyExistsException",
                 joined({"Application ", application,
                         " Entity user requires that property named username be unique, value of ", username,
                         " exists"}));
}

Fault methodNotAllowed(const std::vector<std::string>& allowed)
{
    Fault refused = fault(405, "web_application", kWebApplication, "Method Not Allowed");
    std::string list;
    for (const std::string& method : allowed)
        list += (list.empty() ? "" : ", ") + method;
    refused.headers.emplace_back("Allow", std::move(list));
    return refused;
}

Fault reachLimit()
{
    return fault(429, "reach_limit", kWebApplication, "This request has reached API limit.");
}

Fault failedOnPurpose(std::string_view knob)
{
    return fault(500, "internal_server_error", "java.lang.RuntimeException",
                 joined({"A knob of the sandbox has it fail: ", knob, "."}));
}

Fault notKept(const base::Error& error)
{
    return fault(500, "internal_server_error", "java.io.IOException",
                 joined({"The sandbox could not write its data file, so nothing was changed: ",
                         error.args.empty() ? std::string_view() : error.args.back(), "."}));
}

Fault notBuilt(std::string_view endpointId)
{
    return fault(501, "not_implemented", "java.lang.UnsupportedOperationException",
                 joined({"The sandbox knows this call (", endpointId, ") but has not built it yet."}));
}

Fault transportFault(int status, std::string_view text)
{
    const bool forbidden = status == 403;
    return fault(status, forbidden ? "forbidden_op" : "web_application", kWebApplication, text);
}

local::Response toResponse(const Fault& fault, std::int64_t timestampMs, std::int64_t durationMs)
{
    const base::JsonObject envelope{{"error", fault.error},
                                    {"exception", fault.exception},
                                    {"timestamp", timestampMs},
                                    {"duration", durationMs},
                                    {"error_description", fault.description}};
    return {fault.status, "application/json;charset=UTF-8", fault.headers,
            base::JsonValue(envelope).toJson()};
}

} // namespace sandbox
