// SPDX-License-Identifier: Apache-2.0
#include "core/tokenserver/Service.h"

#include "core/project/Errors.h"
#include "core/token/Errors.h"

#include <utility>

namespace tokenserver {
namespace {

Fault noKey()
{
    return {401,
            "This server asks for an access key: send it as the header Authorization: Bearer KEY.",
            {{"WWW-Authenticate", "Bearer realm=\"chat-token\""}}};
}

Fault notMinted(const base::Error& error)
{
    if (error.code == project::errors::kNoCertificate)
        return {503, "The App Certificate is locked. Unlock the vault where this server runs."};
    if (error.code == token::errors::kBadUtf8)
        return {400, "The user ID is no valid UTF-8."};
    return {500, "The token could not be made (" + error.code + ")."};
}

/// What the knobs did to a token, for the log.
std::string alteration(const Knobs& knobs)
{
    Knobs shown;
    shown.lifetime = knobs.lifetime;
    shown.fault = knobs.fault;
    shown.delay = knobs.delay;
    return shown.text();
}

} // namespace

/// What the log wants to know of an answer.
struct Service::Note
{
    std::optional<Issued> issued{};
    std::string knob{};
    std::string error{};
};

Service::Service(std::string appId, std::uint32_t maxExpire, const base::SecretBytes& accessKey,
                 const base::Clock& clock, Later later)
    : m_maxExpire(maxExpire)
    , m_clock(clock)
    , m_later(std::move(later))
    , m_press(std::move(appId), maxExpire, clock)
    , m_key(accessKey.view())
{
}

void Service::handle(local::Request request, local::Reply reply)
{
    const Knobs now = knobs();
    if (now.delay.count() == 0)
        return reply(answer(request, now));
    // Made when it is due: a token is as fresh as the client thinks, and a lock meanwhile holds.
    m_later(
        [this, now, request = std::move(request), reply = std::move(reply)] { reply(answer(request, now)); },
        now.delay);
}

std::size_t Service::bodyLimit(std::string_view, std::string_view) const
{
    return kBodyLimit;
}

local::Response Service::error(int status, std::string_view text) const
{
    local::Response response = faultAnswer({status, std::string(text)});
    response.note = std::make_shared<const Note>(Note{{}, {}, std::string(text)});
    return response;
}

void Service::setCertificate(const base::SecretBytes& certificate)
{
    m_press.setCertificate(certificate);
}

void Service::setKnobs(const Knobs& knobs)
{
    const std::lock_guard lock(m_mutex);
    m_knobs = knobs;
    m_failing.clear();
}

Knobs Service::knobs() const
{
    const std::lock_guard lock(m_mutex);
    return m_knobs;
}

bool Service::failsNow(const Knobs& knobs)
{
    const int share = knobs.failPercent == 0 && knobs.status ? 100 : knobs.failPercent;
    const std::lock_guard lock(m_mutex);
    return m_failing.next(share);
}

local::Response Service::answer(const local::Request& request, const Knobs& knobs)
{
    auto note = std::make_shared<Note>();
    auto tried = tryAnswer(request, knobs, *note);
    local::Response response = tried ? std::move(*tried) : faultAnswer(tried.error());
    if (!tried)
        note->error = tried.error().text;
    response.note = std::move(note);
    return response;
}

tl::expected<local::Response, Fault> Service::tryAnswer(const local::Request& request, const Knobs& knobs,
                                                        Note& note)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_key.admits(request.headers))
            return tl::unexpected(noKey());
    }
    if (std::string methods = allowedMethods(request.path); request.method == "OPTIONS" && !methods.empty())
        return local::Response{204, {}, {{"Allow", std::move(methods)}}, {}};
    const auto route = findRoute(request.method, request.path);
    if (!route)
        return tl::unexpected(route.error());
    note.knob = alteration(knobs);
    if (failsNow(knobs)) {
        note.knob = knobs.text();
        const int status = knobs.status.value_or(500);
        return tl::unexpected(Fault{status, "A knob of this server has it fail: " + note.knob + '.'});
    }
    const auto wanted = readWanted(**route, request, m_maxExpire);
    if (!wanted)
        return tl::unexpected(wanted.error());
    auto minted = m_press.mint(*wanted, knobs);
    if (!minted)
        return tl::unexpected(notMinted(minted.error()));
    note.issued = std::move(minted->issued);
    return tokenAnswer(**route, minted->text);
}

Record Service::record(const local::Exchange& exchange) const
{
    Record record;
    record.timeMs = m_clock.nowMs();
    record.method = exchange.method;
    record.path = exchange.path;
    record.status = exchange.status;
    record.duration = exchange.duration;
    if (const auto note = std::static_pointer_cast<const Note>(exchange.note)) {
        record.issued = note->issued;
        record.knob = note->knob;
        record.error = note->error;
    }
    return record;
}

} // namespace tokenserver
