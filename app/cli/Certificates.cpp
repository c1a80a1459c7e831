// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Certificates.h"

#include "app/cli/VaultAccess.h"

#include "core/project/Errors.h"
#include "core/token/AccessToken2.h"

#include <algorithm>

namespace cli {
namespace {

/// Without a certificate much can still be said of a token: a vault that stays locked is told, unless its
/// project is named or its key was given.
/// Gives whether certificates stay out of reach.
tl::expected<bool, Failure> openFor(const Context& context, const project::ProjectStore& store,
                                    project::Secrets& secrets, const std::string& chosen)
{
    const auto isKept = [&](const project::Project& project) {
        return project.certificateKept && (chosen.empty() || project.name == chosen);
    };
    const auto& all = store.projects();
    if (secrets.vault().state() != vault::State::Locked || std::none_of(all.begin(), all.end(), isKept))
        return false;
    const bool given = context.args.has("--key-file") || context.args.has("--passphrase-fd");
    auto opened = openVault(context, secrets.vault(), chosen.empty() ? Access::IfGiven : Access::Use);
    if (opened)
        return false;
    if (given || !chosen.empty())
        return failed(opened.error());
    context.io.note("stored certificates were not tried: " + opened.error().line());
    return true;
}

} // namespace

tl::expected<void, Failure> Certificates::load(const Context& context)
{
    const std::string* named = context.args.value("--project");
    const bool fromEnvironment = !named && environment("AGORA_APP_CERTIFICATE");
    if (!named && !fromEnvironment && environment("AGORA_APP_ID"))
        return failed(
            Failure::of(base::makeError("no-certificate", "app_certificate", {std::string("environment")})));
    if (fromEnvironment) {
        if (auto added = addEnvironment(); !added)
            return added;
    }
    auto store = context.projects();
    const bool homeless = !store && !named && store.error().code == project::errors::kNoHome;
    if (!store && !fromEnvironment && !homeless)
        return failed(store.error());
    if (homeless && !fromEnvironment && !context.io.json)
        context.io.note("stored certificates were not tried: " + store.error().line());
    std::string chosen;
    if (named) {
        const auto found = store->find(*named);
        if (!found)
            return failed(found.error());
        chosen = found->name;
    }
    if (store) {
        project::Secrets secrets = context.secrets(store->home());
        const auto locked = openFor(context, *store, secrets, chosen);
        if (!locked)
            return failed(locked.error());
        context.tellTrouble(secrets);
        m_someLocked = *locked;
        for (project::NamedCertificate& one : project::storedCertificates(*store, secrets))
            m_certificates.push_back(std::move(one));
    }
    m_candidates = project::candidates(m_certificates, chosen);
    if (fromEnvironment)
        m_candidates.front().chosen = true;
    return {};
}

tl::expected<void, Failure> Certificates::addEnvironment()
{
    project::NamedCertificate one;
    one.certificate = base::SecretBytes(environment("AGORA_APP_CERTIFICATE").value_or(""));
    one.appId = environment("AGORA_APP_ID").value_or("");
    if (!one.appId.empty()) {
        if (auto ok = token::checkAppId(one.appId); !ok)
            return failed(ok.error());
    }
    m_certificates.push_back(std::move(one));
    return {};
}

base::SecretBytes Certificates::chosen() const
{
    const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [](const token::Candidate& one) { return one.chosen; });
    return found == m_candidates.end() ? base::SecretBytes() : base::SecretBytes(found->certificate);
}

std::string Certificates::chosenAppId() const
{
    const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [](const token::Candidate& one) { return one.chosen; });
    return found == m_candidates.end() ? std::string() : std::string(found->appId);
}

base::SecretBytes Certificates::of(std::string_view project, token::CertificateRole role) const
{
    for (const token::Candidate& one : m_candidates) {
        if (one.project == project && one.role == role)
            return base::SecretBytes(one.certificate);
    }
    return {};
}

} // namespace cli
