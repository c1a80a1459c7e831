// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/InspectReport.h"

#include "core/base/Time.h"
#include "core/token/AccessToken2.h"

namespace cli {
namespace {

/// The certificates that the token may be signed with, and the texts that the views of the candidates need.
class Certificates final
{
public:
    tl::expected<void, Failure> load(const Context& context)
    {
        const std::string* chosen = context.args.value("--project");
        if (!chosen && environment("AGORA_APP_CERTIFICATE"))
            return fromEnvironment();
        if (!chosen && environment("AGORA_APP_ID"))
            return failed(Failure::of(
                base::makeError("no-certificate", "app_certificate", {std::string("environment")})));
        auto store = context.projects();
        if (!store)
            return failed(store.error());
        std::string chosenId;
        if (chosen) {
            const auto found = store->find(*chosen);
            if (!found)
                return failed(found.error());
            chosenId = found->id;
        }
        auto secrets = context.secrets(store->home());
        if (!secrets)
            return failed(secrets.error());
        m_stored = secrets->all(store->projects());
        for (const project::NamedCertificate& each : m_stored)
            m_candidates.push_back(
                {each.project.name, each.project.appId, each.value.view(), each.project.id == chosenId});
        return {};
    }

    [[nodiscard]] std::span<const token::Candidate> candidates() const { return m_candidates; }

private:
    tl::expected<void, Failure> fromEnvironment()
    {
        m_certificate = base::SecretBytes(environment("AGORA_APP_CERTIFICATE").value_or(""));
        m_appId = environment("AGORA_APP_ID").value_or("");
        if (!m_appId.empty()) {
            if (auto ok = token::checkAppId(m_appId); !ok)
                return failed(ok.error());
        }
        m_candidates.push_back({"", m_appId, m_certificate.view(), true});
        return {};
    }

    base::SecretBytes m_certificate;
    std::string m_appId;
    std::vector<project::NamedCertificate> m_stored;
    std::vector<token::Candidate> m_candidates;
};

tl::expected<std::string, Failure> tokenText(const Arguments& args)
{
    const std::string* operand = args.operand(0);
    if (operand && *operand != "-")
        return *operand;
    if (!operand && Io::inIsTerminal())
        return failed(Failure::usage("missing-operand", "TOKEN", "is missing",
                                     "Give the token, or pipe it into the command."));
    return Io::readAll(kMaxInput);
}

tl::expected<token::InspectOptions, Failure> inspectOptions(const Context& context)
{
    token::InspectOptions options;
    options.now = context.clock.now();
    if (const std::string* at = context.args.value("--at")) {
        const auto time = base::parseTime(*at);
        if (!time) {
            base::Error error = time.error();
            error.field = "--at";
            return failed(error);
        }
        options.now = *time;
    }
    const auto text = [&](std::string_view name) {
        const std::string* value = context.args.value(name);
        return value ? std::optional<std::string>(*value) : std::nullopt;
    };
    options.forUser = text("--for-user");
    options.channel = text("--channel");
    options.uid = text("--uid");
    options.forRest = context.args.has("--for-rest");
    return options;
}

} // namespace

Outcome runInspect(Context& context)
{
    auto options = inspectOptions(context);
    if (!options)
        return failed(options.error());
    Certificates certificates;
    if (auto loaded = certificates.load(context); !loaded)
        return failed(loaded.error());
    options->candidates = certificates.candidates();
    const auto text = tokenText(context.args);
    if (!text)
        return failed(text.error());

    const token::Inspection inspection = token::inspect(*text, *options);
    if (context.io.json) {
        context.io.object(inspectionToJson(inspection));
    } else {
        for (const std::string& line : inspectionLines(inspection, options->now))
            context.io.line(line);
        if (context.args.has("--fields")) {
            for (const std::string& line : fieldLines(inspection))
                context.io.line(line);
        }
    }
    return inspection.hasError() ? kNo : kDone;
}

} // namespace cli
