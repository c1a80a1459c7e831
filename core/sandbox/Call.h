// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Json.h"
#include "core/catalogue/Endpoint.h"
#include "core/sandbox/Contacts.h"
#include "core/sandbox/Database.h"
#include "core/sandbox/Fault.h"
#include "core/sandbox/IssuedTokens.h"
#include "core/sandbox/Messages.h"
#include "core/sandbox/Mucs.h"
#include "core/sandbox/Presences.h"
#include "core/sandbox/Users.h"

#include <tl/expected.hpp>

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sandbox {

/// The one application that a sandbox serves.
struct Application
{
    std::string orgName;
    std::string appName;
    std::string uuid; ///< the same for the same App Key at all times

    /// org#app
    [[nodiscard]] std::string appKey() const { return orgName + "#" + appName; }
};

/// What the sandbox knows. Used on the server's thread only. Each family adds its part, with tables of its
/// own.
struct State
{
    Application application;
    Database database;
    Users users{database};
    IssuedTokens tokens{database};
    Messages messages{database, application.appKey()};
    Mucs mucs{database};
    Contacts contacts{database};
    Presences presences{database};
};

/// One request as the families see it: routed, authorised, its body read.
struct Call
{
    const catalogue::Endpoint& endpoint;
    const Application& application;
    const base::Clock& clock;
    std::int64_t startMs = 0;
    std::string uri;           ///< as answers name it: always with org and app name
    std::string resource;      ///< behind the application, such as /users/alice
    std::string authorization; ///< the header as sent
    std::vector<std::pair<std::string, std::string>> pathValues;
    std::vector<std::pair<std::string, std::string>> query;
    base::JsonValue body;
    Caller caller; ///< where the operation's Access has it checked; its user is then a user ID

    [[nodiscard]] std::string_view pathValue(std::string_view name) const;
    /// The first that the path has: what the documents and the SDK's routes call differently.
    [[nodiscard]] std::string_view pathValueOf(std::initializer_list<std::string_view> names) const;
    /// nullptr when the query does not have it. An empty value counts as none.
    [[nodiscard]] const std::string* queryValue(std::string_view name) const;
};

/// The user IDs of a list in a body, as they are kept, once each; nothing unless it is a list of texts with
/// one at least.
[[nodiscard]] std::optional<std::vector<std::string>> foldedNames(const base::JsonValue* list);

/// The JSON of a 200, or why there is none.
using Outcome = tl::expected<base::JsonObject, Fault>;

enum class Access {
    App,       ///< an app token
    AppOrSelf, ///< also the token of the user in the path
    User,      ///< also any registered user's; the operation itself looks at who it is
    Open,      ///< the operation itself sees to it
};

struct Operation
{
    Access access = Access::App;
    std::function<Outcome(const Call&)> run;
    std::string_view self = "username"; ///< with AppOrSelf: what the path calls that user
};

/// By catalogue id. A family puts its own in.
using Operations = std::map<std::string, Operation, std::less<>>;

} // namespace sandbox
