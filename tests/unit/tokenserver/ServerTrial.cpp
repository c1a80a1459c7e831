// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tokenserver/ServerTrial.h"

#include <cstdlib>

namespace {

tokenserver::Settings makeSettings(tokenserver::RequestLog& log,
                                   const std::function<void(tokenserver::Settings&)>& adjust)
{
    tokenserver::Settings settings;
    settings.appId = ServerTrial::kAppId;
    settings.port = 0;
    settings.log = [&log](tokenserver::Record record) { log.add(std::move(record)); };
    if (adjust)
        adjust(settings);
    if (!tokenserver::checkSettings(settings))
        std::abort(); // the test is wrong
    return settings;
}

} // namespace

ServerTrial::ServerTrial(const std::function<void(tokenserver::Settings&)>& adjust)
    : server(makeSettings(log, adjust), clock)
{
    server.setCertificate(base::SecretBytes(kCertificate));
    port = server.start().value_or(0);
}

Answer ServerTrial::ask(std::string_view method, std::string_view target, std::string_view headerLines,
                        std::string_view body) const
{
    support::RawClient client(port);
    client.send(support::makeRequest(port, method, target, headerLines, body));
    Answer answer;
    answer.raw =
        client.answer(method == "HEAD" ? support::RawClient::Body::None : support::RawClient::Body::Expected);
    answer.status = answer.raw.status;
    if (const auto json = base::JsonValue::parse(answer.raw.body); json) {
        answer.token = json->text("token");
        answer.error = json->text("error");
    } else if (answer.status == 200) {
        answer.token = answer.raw.body;
    }
    return answer;
}

Answer ServerTrial::json(std::string_view path, std::string_view body) const
{
    return ask("POST", path, "Content-Type: application/json\r\n", body);
}

Answer ServerTrial::form(std::string_view body) const
{
    return ask("POST", "/token/generate", "Content-Type: application/x-www-form-urlencoded\r\n", body);
}

Answer ServerTrial::alice(std::string_view headerLines) const
{
    return ask("GET", "/api/token/generateUserToken?account=alice", headerLines);
}

void ServerTrial::setKnob(std::string_view assignment)
{
    tokenserver::Knobs knobs = server.knobs();
    if (!knobs.set(assignment))
        std::abort(); // the test is wrong
    server.setKnobs(knobs);
}

token::Inspection ServerTrial::inspect(const std::string& token) const
{
    const token::Candidate candidate{"project", kAppId, kCertificate, true};
    token::InspectOptions options;
    options.now = clock.now();
    options.candidates = {&candidate, 1};
    return token::inspect(token, options);
}

std::string grantOf(const token::Inspection& inspection)
{
    const token::Decoded& decoded = inspection.decoded;
    if (decoded.services.size() != 1 || !decoded.services[0].is(token::ServiceType::Chat))
        return {};
    const token::Service& chat = decoded.services[0];
    const std::string seconds = std::to_string(decoded.expire.value_or(0));
    if (const auto* user = chat.privilege(token::kChatPrivilegeUser); user && user->seconds == decoded.expire)
        return "user " + chat.userId + ' ' + seconds;
    if (const auto* app = chat.privilege(token::kChatPrivilegeApp); app && app->seconds == decoded.expire)
        return "app " + seconds;
    return {};
}
