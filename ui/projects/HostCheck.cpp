// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/HostCheck.h"

#include "core/project/Credentials.h"
#include "core/project/Mint.h"
#include "core/rest/RequestBuilder.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/Network.h"
#include "ui/shell/SandboxHost.h"
#include "ui/widgets/Banner.h"

namespace ui {
namespace {

constexpr std::string_view kEndpoint = "user.list";

} // namespace

HostCheck::HostCheck(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.catalogues, &Catalogues::loaded, this, &HostCheck::send);
    connect(&context.sandbox, &SandboxHost::stateChanged, this, &HostCheck::send);
}

void HostCheck::ask(const project::Project& project)
{
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
    m_project = project;
    m_waiting = true;
    Q_EMIT told(Tone::Info, tr("Asking %1...").arg(text::q(project.restHost)), {});
    if (project.isSandbox())
        m_context.sandbox.start();
    m_context.catalogues.load();
    send();
}

/// As soon as everything that it takes is there.
void HostCheck::send()
{
    const SandboxHost::State sandbox = m_context.sandbox.state();
    const bool starting = sandbox == SandboxHost::State::Starting || sandbox == SandboxHost::State::Stopped;
    const catalogue::Catalogue* catalogue = m_context.catalogues.get();
    if (!m_waiting || !catalogue || (m_project.isSandbox() && starting))
        return;
    m_waiting = false;
    if (m_project.isSandbox() && sandbox == SandboxHost::State::Failed && m_context.sandbox.error())
        return fail(*m_context.sandbox.error());
    const catalogue::Endpoint& endpoint = *catalogue->find(kEndpoint);
    rest::Draft draft = rest::defaultDraft(endpoint);
    draft.set("limit", "1");
    const auto request = rest::buildRequest(endpoint, draft, m_context.sandbox.targetOf(m_project));
    if (!request)
        return fail(request.error());
    const project::Credentials signer = project::credentialsOf(m_project, m_context.secrets, true);
    const auto token = project::mintChatToken(signer, project::newAppToken(m_context.clock));
    if (!token)
        return fail(token.error());
    const auto ready = rest::toHttpRequest(*request, *token);
    if (!ready)
        return fail(ready.error());
    m_call = m_context.network.client().send(*ready);
    connect(m_call, &http::Call::finished, this, &HostCheck::finish);
}

void HostCheck::finish(const http::Outcome& outcome)
{
    m_call = nullptr;
    if (outcome.error)
        return fail(*outcome.error);
    const http::Response& response = outcome.response;
    const QByteArray body = response.body.bytes(catalogue::kAnswerBytes + 1);
    const catalogue::Answer answer =
        catalogue::readAnswer(response.status, {body.constData(), static_cast<std::size_t>(body.size())});
    if (!answer.refused()) {
        Q_EMIT told(Tone::Good, tr("%1 takes the project's app token.").arg(text::q(m_project.restHost)), {});
        return;
    }
    const catalogue::Explanation why = catalogue::explain(answer, m_context.catalogues.get()->find(kEndpoint),
                                                          m_context.catalogues.errors());
    const QString said = text::q(answer.error.empty() ? answer.description : answer.error);
    Q_EMIT told(Tone::Bad,
                tr("%1 answers %2 %3").arg(text::q(m_project.restHost)).arg(answer.status).arg(said),
                why.documented ? text::q(why.when)
                               : tr("The documents do not know this answer: is it the right host?"));
}

void HostCheck::fail(const base::Error& error)
{
    const text::Sentence sentence = text::errorText(error);
    Q_EMIT told(Tone::Bad, sentence.heading(), sentence.hint);
}

} // namespace ui
