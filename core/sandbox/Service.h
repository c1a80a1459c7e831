// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/local/Handler.h"
#include "core/sandbox/Auth.h"
#include "core/sandbox/BlockFamily.h"
#include "core/sandbox/Call.h"
#include "core/sandbox/ContactFamily.h"
#include "core/sandbox/GroupFamily.h"
#include "core/sandbox/GroupInviteFamily.h"
#include "core/sandbox/MessageFamily.h"
#include "core/sandbox/MucAttributeFamily.h"
#include "core/sandbox/MucFamily.h"
#include "core/sandbox/MucListFamily.h"
#include "core/sandbox/PresenceFamily.h"
#include "core/sandbox/RoomFamily.h"
#include "core/sandbox/SdkFamily.h"
#include "core/sandbox/Sessions.h"
#include "core/sandbox/Snapshot.h"
#include "core/sandbox/Surroundings.h"
#include "core/sandbox/TokenFamily.h"
#include "core/sandbox/UserFamily.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// The HTTP side of the sandbox: finds the application, the endpoint and the operation, checks the token and
/// the body, and puts the answer into its envelope. Lives on the server's thread.
///
/// The order of the checks: application (404), path and method (404, 405), built (501), token (401), content
/// type (415), JSON (400), then the operation's own.
class Service final : public local::Handler
{
public:
    Service(Application application, Database database, std::string appId, base::SecretBytes certificate,
            const catalogue::Catalogue& catalogue, Surroundings surroundings);

    /// Whether the tables could be made. Error: data-write-failed.
    [[nodiscard]] base::Result<> check() const;
    /// The catalogue ids of what is built.
    [[nodiscard]] std::vector<std::string> operationIds() const;

    /// A call of the program itself, with the rights of an app token and past every knob.
    [[nodiscard]] local::Response edit(const local::Request& request);
    [[nodiscard]] Snapshot snapshot();
    /// Ends every session and empties everything. Error: data-write-failed.
    [[nodiscard]] base::Result<> reset();

    void handle(local::Request request, local::Reply reply) override;
    [[nodiscard]] std::unique_ptr<local::SocketHandler> upgrade(const local::Request& request) override;
    [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override;
    [[nodiscard]] local::Response error(int status, std::string_view text) const override;

private:
    /// What is left of a path once the application is known.
    struct Route
    {
        std::vector<std::string> segments; ///< decoded
        std::string resource;              ///< as sent, with its first slash
    };

    enum class Origin { Client, Program };

    [[nodiscard]] local::Response respond(const local::Request& request, Origin origin);
    [[nodiscard]] Outcome keptAnswer(const local::Request& request, std::int64_t startMs, Origin origin);
    [[nodiscard]] Outcome answer(const local::Request& request, std::int64_t startMs, Origin origin);
    [[nodiscard]] Call callOf(const local::Request& request, const Route& route,
                              const catalogue::Match& match, std::int64_t startMs) const;
    [[nodiscard]] std::optional<Fault> admit(Call& call, const Operation& operation, Origin origin);
    [[nodiscard]] tl::expected<Route, Fault> findApplication(const local::Request& request) const;
    [[nodiscard]] std::string documentedUri(const local::Request& request, const Route& route) const;
    [[nodiscard]] std::optional<Fault> authorise(Call& call, const Operation& operation);
    [[nodiscard]] bool isSelf(const Call& call, std::string_view pathName) const;

    const catalogue::Catalogue& m_catalogue;
    Surroundings m_surroundings;
    const base::Clock& m_clock;
    std::string m_appId;
    State m_state;
    Authenticator m_authenticator;
    Sessions m_sessions;
    UserFamily m_userFamily;
    TokenFamily m_tokenFamily;
    SdkFamily m_sdkFamily;
    MessageFamily m_messageFamily;
    GroupFamily m_groupFamily;
    GroupInviteFamily m_groupInviteFamily;
    RoomFamily m_roomFamily;
    MucAttributeFamily m_mucAttributeFamily;
    std::array<MucFamily, 2> m_mucFamilies;
    std::array<MucListFamily, 2> m_mucListFamilies;
    ContactFamily m_contactFamily;
    BlockFamily m_blockFamily;
    PresenceFamily m_presenceFamily;
    Operations m_operations;
};

} // namespace sandbox
