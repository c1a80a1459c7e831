// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Clock.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/catalogue/Catalogue.h"
#include "core/local/Server.h"
#include "core/project/Credentials.h"
#include "core/sandbox/Knobs.h"
#include "core/sandbox/Snapshot.h"
#include "core/sandbox/Surroundings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

struct Settings
{
    std::string appId;
    base::SecretBytes certificate;
    std::string orgName; ///< with appName the App Key; without it only /app-id/{app_id}/ paths answer
    std::string appName;
    std::uint16_t port = 0; ///< 0: any free one
    std::string dataFile{}; ///< where the state is kept; empty: in memory, until the end
    local::OriginPolicy origins{true, {}};
    local::Limits limits{};
    std::function<void(const local::Exchange&)> log{}; ///< on the server's thread; may be empty
    std::function<void(FrameRecord)> frames{};         ///< likewise
};

/// For the application of that project, verified with its certificate.
[[nodiscard]] Settings settingsFor(const project::Credentials& credentials, std::uint16_t port);

struct Address
{
    std::uint16_t port = 0;
    std::string restUrl; ///< http://127.0.0.1:PORT
    std::string wsUrl;   ///< ws://127.0.0.1:PORT/websocket, where the SDK signs in

    bool operator==(const Address&) const = default;
};

/// An offline Agora Chat for one application: the RESTful API and the SDK's WebSocket on loopback. It checks
/// AccessToken2 for real, and answers what the catalogue documents. What it knows lasts over stop and start
/// until its own end, and with a data file beyond: nothing that was acknowledged is lost to kill -9.
class Sandbox final
{
public:
    /// `catalogue` and `clock` outlive the sandbox.
    Sandbox(Settings settings, const catalogue::Catalogue& catalogue, const base::Clock& clock);
    ~Sandbox(); ///< stops
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// Errors: those of local::Server (port-in-use, listen-failed, too-few-descriptors) and of
    /// Database::open.
    [[nodiscard]] base::Result<Address> start();
    void stop();
    [[nodiscard]] bool isRunning() const;

    /// From any thread, at any time.
    void setKnobs(const Knobs& knobs);
    [[nodiscard]] Knobs knobs() const;

    // What follows is done by the server's thread, which calls `done`, and not at all while it does not run.

    /// What it holds now.
    void snapshot(std::function<void(Snapshot)> done);
    /// A call of the RESTful API with the rights of an app token; knobs do not touch it. `path` is what
    /// follows the application, with its query.
    void edit(std::string method, std::string_view path, const base::JsonValue& body,
              std::function<void(local::Response)> done);
    /// Ends every session and empties everything. Error: data-write-failed.
    void reset(std::function<void(base::Result<>)> done);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The catalogue ids of the calls that the sandbox has built, sorted.
[[nodiscard]] std::vector<std::string> builtOperations();

} // namespace sandbox
