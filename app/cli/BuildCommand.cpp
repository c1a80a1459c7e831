// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/MintOptions.h"

#include "core/token/IssueTime.h"
#include "core/token/TokenJson.h"

namespace cli {
namespace {

/// The certificate alone in the environment signs for the App ID that the JSON names.
tl::expected<project::Credentials, Failure> credentialsFor(const Context& context,
                                                           const base::JsonValue& json)
{
    const auto certificate = environment("AGORA_APP_CERTIFICATE");
    if (context.args.has("--project") || environment("AGORA_APP_ID") || !certificate || !json.find("app_id"))
        return context.credentials();
    project::Credentials credentials;
    credentials.project.name = "environment";
    credentials.project.appId = json.text("app_id");
    credentials.certificate = base::SecretBytes(*certificate);
    return credentials;
}

} // namespace

Outcome runBuild(Context& context)
{
    const auto text = Context::input(context.args.operands[0]);
    if (!text)
        return failed(text.error());
    const auto json = base::JsonValue::parse(*text);
    if (!json)
        return failed(json.error());
    const auto credentials = credentialsFor(context, *json);
    if (!credentials)
        return failed(credentials.error());

    token::TokenInput defaults;
    defaults.appId = credentials->project.appId;
    const auto now = token::issueTime(context.clock.now());
    if (!now && !json->find("issue_ts"))
        return failed(now.error());
    defaults.issueTs = now.value_or(0);
    defaults.salt = project::randomSalt();
    const auto input = token::tokenInputFromJson(*json, defaults);
    if (!input)
        return failed(input.error());
    if (auto ok = project::checkCanSign(*credentials); !ok)
        return failed(ok.error());
    const auto token = token::build(*input, credentials->certificate.view());
    if (!token)
        return failed(token.error());
    printToken(context.io, *token, std::int64_t{input->issueTs} + input->expire);
    noteSandbox(context, *credentials);
    if (input->appId != credentials->project.appId)
        context.io.note("note: app_id is not that of the project “" + credentials->project.name +
                        "”, whose certificate signed this token.");
    return kDone;
}

} // namespace cli
