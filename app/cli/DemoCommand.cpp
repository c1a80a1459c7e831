// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/Endpoints.h"
#include "app/cli/EventLoop.h"
#include "app/cli/InspectReport.h"
#include "app/cli/Send.h"

#include "core/project/Mint.h"
#include "core/rest/RequestBuilder.h"
#include "core/sandbox/Sandbox.h"
#include "core/text/Format.h"
#include "core/token/AccessToken2.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace cli {
namespace {

constexpr std::string_view kUser = "alice";

/// The main job, step by step. Each step says whether it worked and what came of it.
class Demo final
{
public:
    struct Result
    {
        bool ok = false;
        std::string detail;
    };

    Demo(Context& context, const catalogue::Catalogue& catalogue)
        : m_context(context)
        , m_catalogue(catalogue)
        , m_sandbox(sandbox::settingsFor(project::sandboxCredentials(), 0), catalogue, context.clock)
    {
    }

    bool run()
    {
        const std::pair<std::string_view, Result (Demo::*)()> steps[] = {
            {"start sandbox", &Demo::start},
            {"mint app token", &Demo::mintApp},
            {"create user", &Demo::createUser},
            {"mint user token", &Demo::mintUser},
            {"inspect user token", &Demo::inspectUser},
            {"time left", &Demo::timeLeft},
            {"user token refused for REST", &Demo::refuseUserToken},
            {"expired token refused", &Demo::refuseExpired},
            {"stop sandbox", &Demo::stop},
        };
        bool all = true;
        for (const auto& [name, step] : steps) {
            const auto began = std::chrono::steady_clock::now();
            const Result result = (this->*step)();
            print(name, result, std::chrono::steady_clock::now() - began);
            all = all && result.ok;
            if (!result.ok && step == &Demo::start)
                break; // nothing else can work
        }
        return all;
    }

private:
    Result start()
    {
        const auto address = m_sandbox.start();
        if (!address)
            return {false, Failure::of(address.error()).line()};
        m_target = rest::targetOf(project::sandboxProject());
        m_target.host = address->restUrl;
        return {true, address->restUrl};
    }

    Result stop()
    {
        m_sandbox.stop();
        return {!m_sandbox.isRunning(), "nothing was written to disk"};
    }

    Result mint(bool forApp, std::int64_t secondsAgo, std::string& token)
    {
        project::ChatTokenRequest request;
        request.forApp = forApp;
        request.userId = forApp ? "" : kUser;
        request.expire = token::kDefaultExpire;
        request.issueTs = m_context.clock.now() - secondsAgo;
        request.salt = project::randomSalt();
        auto minted = project::mintChatToken(project::sandboxCredentials(), request);
        if (!minted)
            return {false, Failure::of(minted.error()).line()};
        token = std::move(*minted);
        return {true, redact::maskToken(token) + " for " + text::spell(request.expire).toStdString()};
    }

    Result mintApp() { return mint(true, 0, m_appToken); }
    Result mintUser() { return mint(false, 0, m_userToken); }

    /// The status must be `wanted`; an error answer says why in its own words.
    Result call(const std::string& id, const std::string& token, int wanted)
    {
        const auto endpoint = findEndpoint(m_catalogue, id);
        if (!endpoint)
            return {false, endpoint.error().line()};
        rest::Draft draft;
        draft.endpointId = id;
        if (id != "user.list")
            draft.set("username", kUser);
        const auto prepared = rest::buildRequest(**endpoint, draft, m_target);
        if (!prepared)
            return {false, Failure::of(prepared.error()).line()};
        const auto request = rest::toHttpRequest(*prepared, token);
        if (!request)
            return {false, Failure::of(request.error()).line()};
        const http::Outcome outcome = m_sender.send(*request);
        if (!outcome.answered())
            return {false, Failure::of(*outcome.error).line()};
        const std::string path = prepared->url.substr(m_target.host.size());
        std::string detail = prepared->method + ' ' + path + ' ' + std::to_string(outcome.response.status);
        const auto body = base::JsonValue::parse(startOf(outcome.response));
        if (body && !body->text("error_description").empty())
            detail += ": " + std::string(body->text("error_description"));
        return {outcome.response.status == wanted, detail};
    }

    Result createUser() { return call("user.register", m_appToken, 200); }
    Result refuseUserToken() { return call("user.delete", m_userToken, 401); }

    Result refuseExpired()
    {
        std::string expired;
        const Result minted = mint(true, 2 * std::int64_t{token::kDefaultExpire}, expired);
        if (!minted.ok)
            return minted;
        Result refused = call("user.get", expired, 401);
        const token::Inspection inspection = inspect(expired);
        refused.ok = refused.ok && inspection.state == token::TokenState::Expired;
        refused.detail += " Cause: " + inspectionLines(inspection, m_context.clock.now(), false).front();
        return refused;
    }

    [[nodiscard]] token::Inspection inspect(const std::string& token) const
    {
        const project::Project& project = project::sandboxProject();
        const token::Candidate candidate{project.name, project.appId, project::sandboxCertificate(), true};
        token::InspectOptions options;
        options.now = m_context.clock.now();
        options.candidates = {&candidate, 1};
        return token::inspect(token, options);
    }

    Result inspectUser()
    {
        m_inspection = inspect(m_userToken);
        const bool ok = m_inspection.state == token::TokenState::Valid &&
                        m_inspection.signatureCheck == token::SignatureCheck::Valid;
        return {ok, kindOf(m_inspection) + ", state " +
                        std::string(token::tokenStateWord(m_inspection.state)) + ", signature " +
                        std::string(token::signatureCheckWord(m_inspection.signatureCheck))};
    }

    Result timeLeft()
    {
        const auto end = m_inspection.effectiveExpiresAt();
        const std::int64_t left = end ? *end - m_context.clock.now() : 0;
        return {left > 0, left > 0 ? text::spell(left).toStdString() : "none"};
    }

    void print(std::string_view name, const Result& result, std::chrono::steady_clock::duration took) const
    {
        Io& io = m_context.io;
        const std::string detail = io.redactor.text(result.detail);
        if (io.json) {
            io.object(base::JsonObject{{"step", name}, {"ok", result.ok}, {"detail", detail}});
        } else {
            const double ms = std::chrono::duration<double, std::milli>(took).count();
            std::array<char, 32> time{};
            std::snprintf(time.data(), time.size(), " (%.1f ms)", ms);
            io.line(std::string(result.ok ? "✓ " : "✗ ") + std::string(name) + ": " + detail + time.data());
        }
        io.flush();
    }

    Context& m_context;
    const catalogue::Catalogue& m_catalogue;
    sandbox::Sandbox m_sandbox;
    Sender m_sender;
    rest::Target m_target;
    std::string m_appToken;
    std::string m_userToken;
    token::Inspection m_inspection;
};

} // namespace

Outcome runDemo(Context& context)
{
    if (auto ok = enoughDescriptors(); !ok)
        return failed(ok.error());
    const auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());
    return Demo(context, *catalogue).run() ? kDone : kNo;
}

} // namespace cli
