// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Certificates.h"
#include "app/cli/Commands.h"
#include "app/cli/InspectReport.h"

#include "core/base/Utf8.h"
#include "core/text/CompareText.h"
#include "core/text/Report.h"
#include "core/token/Remint.h"

#include <QSysInfo>

namespace cli {
namespace {

tl::expected<token::InspectOptions, Failure> inspectOptions(const Context& context)
{
    token::InspectOptions options;
    const auto now = context.judgedAt();
    if (!now)
        return failed(now.error());
    options.now = *now;
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

tl::expected<token::RemintEdits, Failure> remintEdits(const Context& context)
{
    token::RemintEdits edits;
    if (context.args.has("--expire")) {
        const auto seconds = context.duration("--expire", 0);
        if (!seconds)
            return failed(seconds.error());
        edits.expire = *seconds;
    }
    if (const std::string* user = context.args.value("--user"))
        edits.userId = *user;
    return edits;
}

/// Mints the token again with the certificate that signed it or, where that is not stored, the one in force.
tl::expected<token::Reminted, Failure>
remintAgain(const Context& context, const token::Inspection& inspection, const Certificates& certificates)
{
    auto edits = remintEdits(context);
    if (!edits)
        return failed(edits.error());
    const bool named = context.args.value("--project") || environment("AGORA_APP_CERTIFICATE");
    base::SecretBytes certificate;
    if (!named && inspection.matchedProject)
        certificate = certificates.of(*inspection.matchedProject, inspection.matchedRole);
    if (certificate.empty() && named) {
        certificate = certificates.chosen();
        if (const std::string appId = certificates.chosenAppId(); !appId.empty())
            edits->appId = appId;
    }
    if (certificate.empty()) {
        auto credentials = context.signingCredentials();
        if (!credentials)
            return failed(credentials.error());
        certificate = std::move(credentials->certificate);
        edits->appId = credentials->project.appId;
    }
    auto made = token::remint(inspection, certificate.view(), *edits);
    return made ? tl::expected<token::Reminted, Failure>(std::move(*made)) : failed(made.error());
}

void print(Context& context, const token::Inspection& inspection,
           const std::optional<token::Reminted>& reminted, std::int64_t now, bool someLocked)
{
    if (context.io.json) {
        Io::ObjectLine json(context.io);
        writeInspection(json, inspection);
        if (reminted)
            json.add("remint", remintToJson(*reminted));
        return;
    }
    for (const std::string& line : inspectionLines(inspection, now, someLocked))
        context.io.line(line);
    if (context.args.has("--fields")) {
        for (const std::string& line : fieldLines(inspection))
            context.io.line(line);
    }
    if (reminted) {
        context.io.line(base::visible(text::remintText(*reminted).toStdString()));
        context.io.line(reminted->text);
    }
}

void printReport(Context& context, const token::Inspection& inspection,
                 const std::optional<token::Reminted>& reminted, std::int64_t now,
                 const Certificates& certificates)
{
    redact::Redactor redactor;
    for (const token::Candidate& candidate : certificates.candidates())
        redactor.addSecret(candidate.certificate);
    const text::ReportInput input{now,
                                  std::string("chat-token " CHATTOKEN_VERSION ", Qt ") + qVersion() + ", " +
                                      QSysInfo::prettyProductName().toStdString(),
                                  reminted ? text::remintText(*reminted) : QString(),
                                  certificates.someLocked()};
    const std::string report = text::reportText(inspection, input, redactor).toStdString();
    if (context.io.json)
        context.io.object(base::JsonObject{{"report", report}});
    else
        context.io.write(report);
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
    const auto text = context.tokenText();
    if (!text)
        return failed(text.error());

    const token::Inspection inspection = token::inspect(*text, *options);
    std::optional<token::Reminted> reminted;
    if (context.args.has("--remint")) {
        auto made = remintAgain(context, inspection, certificates);
        if (!made)
            return failed(made.error());
        reminted = std::move(*made);
    }
    if (context.args.has("--report"))
        printReport(context, inspection, reminted, options->now, certificates);
    else
        print(context, inspection, reminted, options->now, certificates.someLocked());
    const bool differs = reminted && reminted->outcome == token::RemintOutcome::Differs;
    return inspection.hasError() || differs ? kNo : kDone;
}

} // namespace cli
