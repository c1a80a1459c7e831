// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sandbox/SandboxTrial.h"

#include <QFile>

#include <algorithm>

namespace {

catalogue::Catalogue loadCatalogue()
{
    QFile file(QStringLiteral(":/catalogue/endpoints.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue in the resources");
    auto loaded = catalogue::Catalogue::load(file.readAll().toStdString());
    if (!loaded)
        qFatal("the catalogue does not load");
    QFile sdk(QStringLiteral(":/catalogue/sdk.json"));
    if (!sdk.open(QIODevice::ReadOnly) || !loaded->add(sdk.readAll().toStdString()))
        qFatal("the SDK's routes do not load");
    return *std::move(loaded);
}

sandbox::Settings makeSettings(base::Mailbox<sandbox::FrameRecord>& frames)
{
    sandbox::Settings settings;
    settings.appId = SandboxTrial::kAppId;
    settings.certificate = base::SecretBytes(SandboxTrial::kCertificate);
    settings.orgName = SandboxTrial::kOrg;
    settings.appName = SandboxTrial::kApp;
    settings.frames = [&frames](sandbox::FrameRecord record) { frames.add(std::move(record)); };
    return settings;
}

} // namespace

base::JsonValue Answer::entity(std::size_t n) const
{
    const base::JsonValue* entities = json.find("entities");
    if (!entities || !entities->array() || entities->array()->size() <= n)
        return {};
    return entities->array()->at(n);
}

std::string Answer::memberNames() const
{
    std::string names;
    if (json.object()) {
        for (const auto& [name, value] : *json.object())
            names += (names.empty() ? "" : " ") + name;
    }
    return names;
}

SandboxTrial::SandboxTrial()
    : endpoints(loadCatalogue())
    , server(makeSettings(frames), endpoints, clock)
    , address(server.start().value_or(sandbox::Address{}))
{
}

void SandboxTrial::turn(std::string_view assignment)
{
    sandbox::Knobs knobs = server.knobs();
    if (!knobs.set(assignment))
        qFatal("no such knob");
    server.setKnobs(knobs);
}

std::string SandboxTrial::token(std::vector<token::Service> services, std::uint32_t seconds,
                                std::string_view certificate, std::string_view appId,
                                std::int64_t issuedAt) const
{
    const std::int64_t issued = issuedAt == 0 ? clock.now() : issuedAt;
    const auto built = token::build({.appId = std::string(appId),
                                     .issueTs = static_cast<std::uint32_t>(issued),
                                     .expire = seconds,
                                     .salt = 7,
                                     .services = std::move(services)},
                                    certificate);
    return built.value_or("");
}

std::string SandboxTrial::appToken(std::uint32_t seconds) const
{
    return token({token::chatAppService(seconds)}, seconds);
}

std::string SandboxTrial::userToken(std::string_view user, std::uint32_t seconds) const
{
    return token({token::chatUserService(user, seconds)}, seconds);
}

Answer SandboxTrial::raw(std::string_view method, std::string_view target, std::string_view headerLines,
                         std::string_view body) const
{
    Answer answer;
    answer.raw =
        support::ask(address.port, support::makeRequest(address.port, method, target, headerLines, body));
    answer.status = answer.raw.status;
    answer.json = base::JsonValue::parse(answer.raw.body).value_or(base::JsonValue());
    return answer;
}

Answer SandboxTrial::call(std::string_view method, std::string_view target, std::string_view body,
                          const std::string& bearer) const
{
    std::string lines;
    if (!bearer.empty())
        lines += "Authorization: Bearer " + bearer + "\r\n";
    if (!body.empty())
        lines += "Content-Type: application/json\r\n";
    return raw(method, prefix + std::string(target), lines, body);
}

Answer SandboxTrial::call(std::string_view method, std::string_view target, std::string_view body) const
{
    return call(method, target, body, appToken());
}

void SandboxTrial::registerUsers(std::string_view jsonArray) const
{
    if (call("POST", "/users", jsonArray).status != 200)
        qFatal("the users could not be registered");
}

void SandboxTrial::registerMany(std::size_t count) const
{
    for (std::size_t first = 0; first < count; first += 60) {
        std::string users = "[";
        for (std::size_t i = first; i < std::min(first + 60, count); ++i)
            users += (i == first ? "" : ",") + (R"({"username":"u)" + std::to_string(i)) + "\"}";
        registerUsers(users + "]");
    }
}

std::int64_t SandboxTrial::waitingCount(std::string_view user) const
{
    const Answer answer = call("GET", "/users/" + std::string(user) + "/offline_msg_count");
    const base::JsonValue* data = answer.json.find("data");
    const base::JsonValue* count = data ? data->find(user) : nullptr;
    return count ? count->integer().value_or(-1) : -1;
}
