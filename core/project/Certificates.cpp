// SPDX-License-Identifier: Apache-2.0
#include "core/project/Certificates.h"

namespace project {

std::vector<NamedCertificate> storedCertificates(const ProjectStore& store, const Secrets& secrets)
{
    std::map<vault::Slot, base::SecretBytes> kept = secrets.all();
    const auto take = [&](const Project& project, std::string_view role) {
        const auto found = kept.find({project.id, std::string(role)});
        return found == kept.end() ? base::SecretBytes() : std::move(found->second);
    };
    std::vector<NamedCertificate> all;
    for (const Project& project : store.projects()) {
        auto primary = project.isSandbox() ? base::SecretBytes(sandboxCertificate())
                                           : take(project, vault::kCertificate);
        all.push_back({project.name, project.appId, std::move(primary), token::CertificateRole::Primary});
        if (auto previous = take(project, vault::kPreviousCertificate); !previous.empty())
            all.push_back(
                {project.name, project.appId, std::move(previous), token::CertificateRole::Previous});
    }
    return all;
}

std::vector<token::Candidate> candidates(std::span<const NamedCertificate> certificates,
                                         std::string_view chosen)
{
    std::vector<token::Candidate> views;
    for (const NamedCertificate& one : certificates)
        views.push_back({one.project, one.appId, one.certificate.view(),
                         !chosen.empty() && one.project == chosen, one.role});
    return views;
}

SecretList withPrevious(const Project& project, const Secrets& secrets, SecretList given)
{
    if (given.size() != 1 || given.front().first != vault::kCertificate)
        return given;
    auto before = secrets.get(project);
    if (before && !before->empty() && before->view() != given.front().second.view())
        given.emplace_back(vault::kPreviousCertificate, std::move(*before));
    return given;
}

} // namespace project
