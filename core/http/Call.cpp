// SPDX-License-Identifier: Apache-2.0
#include "core/http/Call.h"

#include "core/http/Errors.h"
#include "core/http/Evidence.h"
#include "core/http/Headers.h"
#include "core/http/OneShotBody.h"
#include "core/http/Redirect.h"
#include "core/http/ReplyError.h"
#include "core/http/UrlRules.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <array>

namespace http {
namespace {

constexpr qint64 kReadPiece = 64 * 1024;
constexpr qint64 kReadBuffer = 256 * 1024; // bytes that Qt may hold before it stops reading the socket
constexpr qint64 kRatioFrom = 1024 * 1024;
constexpr qint64 kRatio = 200;

bool isJson(const QByteArray& contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || type.endsWith("+json");
}

std::string host(const Request& request)
{
    return request.url.host().toStdString();
}

} // namespace

Call::Call(QNetworkAccessManager& manager, const Settings& settings, Request request, QObject* parent)
    : QObject(parent)
    , m_manager(manager)
    , m_settings(settings)
    , m_request(std::move(request))
    , m_hop(m_request)
    , m_bodyLimit(m_request.bodyLimit.value_or(settings.bodyLimit))
    , m_followRedirects(m_request.followRedirects.value_or(settings.followRedirects))
{
    m_clock.start();
    m_total.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, [this]() {
        const int limit = m_request.totalMs.value_or(m_settings.totalMs);
        fail(errors::kDeadline, {std::to_string(limit), phaseName()});
    });
    connect(&m_idle, &QTimer::timeout, this, &Call::onIdle);
    m_total.start(m_request.totalMs.value_or(settings.totalMs));
}

Call::~Call()
{
    dropReply();
}

void Call::start()
{
    if (m_phase == Phase::Ended)
        return;
    if (auto checked = checkUrl(m_hop.url); !checked)
        return fail(checked.error());
    if (auto checked = checkHeaders(m_hop.headers); !checked)
        return fail(checked.error());
    sendHop();
}

void Call::sendHop()
{
    QList<QUrl> hops = std::move(m_outcome.response.redirectedTo);
    m_outcome.response = Response();
    m_outcome.response.redirectedTo = std::move(hops);
    m_outcome.response.body = BodyStore(m_settings.spoolAbove);
    m_inflater.reset();
    m_json.reset();
    m_sslErrors.clear();

    const QNetworkRequest request = makeNetworkRequest(m_hop, m_settings);
    if (m_hop.method == "GET" && !m_hop.body) {
        m_reply = m_manager.get(request);
    } else if (m_hop.method == "HEAD" && !m_hop.body) {
        m_reply = m_manager.head(request);
    } else {
        // Through the custom verb for all others: Qt's own POST invents a content type and moves the query
        // into an empty body, its DELETE has no body at all.
        auto* body = new OneShotBody(m_hop.body.value_or(QByteArray()));
        m_reply = m_manager.sendCustomRequest(request, m_hop.method, body);
        body->setParent(m_reply);
    }
    // Qt says requestSent for no body at all and for one with bytes, not for the empty one: nothing would end
    // the connect phase, so such a call has the idle deadline from the start.
    const bool saysWhenSent =
        m_hop.body ? !m_hop.body->isEmpty() : m_hop.method == "GET" || m_hop.method == "HEAD";
    m_phase = saysWhenSent ? Phase::Connect : Phase::Wait;
    m_idle.start(saysWhenSent ? std::min(m_settings.connectMs, m_settings.idleMs) : m_settings.idleMs);
    connectReply();
}

void Call::connectReply()
{
    QNetworkReply* reply = m_reply;
    reply->setReadBufferSize(kReadBuffer);
    Timings& timings = m_outcome.response.timings;
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [this, &timings]() { timings.connecting = m_clock.elapsed(); });
    connect(reply, &QNetworkReply::encrypted, this,
            [this, &timings]() { timings.encrypted = m_clock.elapsed(); });
    connect(reply, &QNetworkReply::requestSent, this, [this, &timings]() {
        timings.sent = m_clock.elapsed();
        alive(Phase::Wait);
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0)
            alive(Phase::Wait);
    });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_sslErrors = errors; }); // never ignored
    connect(reply, &QNetworkReply::metaDataChanged, this, &Call::onMetaData);
    connect(reply, &QIODevice::readyRead, this, &Call::onReadyRead);
    connect(reply, &QNetworkReply::finished, this, &Call::onReplyFinished);
}

void Call::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply* reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

void Call::alive(Phase phase)
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = std::max(m_phase, phase);
    m_idle.start(m_settings.idleMs);
}

void Call::onMetaData()
{
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid() || m_phase == Phase::Ended)
        return;
    Response& response = m_outcome.response;
    const bool first = response.status == 0;
    if (status.toInt() < 100 || status.toInt() > 999)
        return fail(errors::kBrokenAnswer, {"status " + std::to_string(status.toInt())});
    response.status = status.toInt();
    response.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    response.headers = headersOf(*m_reply);
    if (!first)
        return;
    response.timings.firstByte = m_clock.elapsed();
    alive(Phase::Body);
    if (!checkHead())
        return;
    chooseDecoder();
    if (isJson(response.header("Content-Type")))
        m_json = std::make_unique<base::JsonCheck>();
    Q_EMIT headersReceived(response.status);
}

/// False when the call has ended over the status or the headers.
bool Call::checkHead()
{
    Response& response = m_outcome.response;
    const qint64 size = wireSize(response.headers);
    if (response.status < 200)
        fail(errors::kInterimAnswer, {std::to_string(response.status)});
    else if (response.headers.isEmpty())
        fail(errors::kNoHeaders, {std::to_string(response.status)});
    else if (size > m_settings.headerLimit) {
        response.headers.clear();
        fail(errors::kHeadersTooLarge, {std::to_string(size), std::to_string(m_settings.headerLimit)});
    }
    return m_phase != Phase::Ended;
}

void Call::chooseDecoder()
{
    const QByteArray encoding = m_outcome.response.header("Content-Encoding").trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip")
        m_inflater = std::make_unique<Inflater>(Inflater::Kind::Gzip);
    else if (encoding == "deflate")
        m_inflater = std::make_unique<Inflater>(Inflater::Kind::Deflate);
    else if (!encoding.isEmpty() && encoding != "identity")
        m_outcome.response.doubts.push_back(doubts::kUnknownEncoding);
}

void Call::onReadyRead()
{
    if (m_outcome.response.status == 0)
        onMetaData();
    std::array<char, kReadPiece> piece;
    while (m_reply && m_phase != Phase::Ended) {
        const qint64 count = m_reply->read(piece.data(), kReadPiece);
        if (count <= 0)
            return;
        alive(Phase::Body);
        if (!take(piece.data(), count))
            return;
        bool known = false;
        const qint64 announced = m_outcome.response.header("Content-Length").toLongLong(&known);
        Q_EMIT progress(m_outcome.response.wireBytes, known ? announced : -1);
    }
}

/// False when the call has ended over these bytes.
bool Call::take(const char* data, qint64 size)
{
    Response& response = m_outcome.response;
    response.wireBytes += size;
    if (!m_inflater) {
        if (!store(data, size))
            return false;
    } else if (!response.doubts.empty() && response.doubts.back() == doubts::kBadCompression) {
        return true; // decoded as far as it went
    } else {
        const auto step = m_inflater->feed(
            {data, size}, [this](const char* out, qint64 count) { return store(out, count); });
        if (step == Inflater::Step::Stopped)
            return false;
        if (step == Inflater::Step::Bad)
            response.doubts.push_back(doubts::kBadCompression);
    }
    if (m_inflater && response.wireBytes >= m_bodyLimit) { // without one store has counted them
        response.cut = Cut::Limit;
        finish();
        return false;
    }
    return true;
}

bool Call::store(const char* data, qint64 size)
{
    Response& response = m_outcome.response;
    const qint64 room = m_bodyLimit - response.decodedBytes;
    const qint64 kept = std::min(size, room);
    if (auto stored = response.body.append(data, kept); !stored) {
        fail(stored.error());
        return false;
    }
    response.decodedBytes += kept;
    if (m_json)
        m_json->feed({data, static_cast<std::size_t>(kept)});
    if (kept < size)
        response.cut = Cut::Limit;
    else if (m_inflater && response.decodedBytes > kRatioFrom &&
             response.decodedBytes > kRatio * response.wireBytes)
        response.cut = Cut::Ratio;
    if (response.bodyCut()) {
        finish();
        return false;
    }
    return true;
}

void Call::onReplyFinished()
{
    if (m_phase == Phase::Ended)
        return;
    onMetaData();
    if (m_phase == Phase::Ended)
        return;
    onReadyRead();
    if (m_phase == Phase::Ended)
        return;
    Response& response = m_outcome.response;
    if (response.status == 0)
        return fail(errorOf(*m_reply, m_sslErrors, m_clock.elapsed()));
    if (m_inflater && response.wireBytes > 0 && !m_inflater->atEnd() && !response.mayBeIncomplete())
        response.doubts.push_back(doubts::kCompressionCut);
    if (isTransportError(m_reply->error()))
        response.doubts.push_back(doubts::kTruncated);
    if (m_followRedirects && isRedirect(response.status) && followRedirect())
        return;
    if (m_phase != Phase::Ended)
        finish();
}

/// True when the next hop is on its way.
bool Call::followRedirect()
{
    Response& response = m_outcome.response;
    auto next = nextHop(m_hop, response.status, response.header("Location"));
    if (next && response.redirectedTo.size() >= kMostRedirects)
        next = base::fail(errors::kTooManyRedirects, "Location",
                          std::vector<std::string>{std::to_string(kMostRedirects)});
    if (!next) {
        fail(next.error());
        return false;
    }
    m_hop = std::move(*next);
    dropReply();
    response.redirectedTo.append(m_hop.url);
    sendHop();
    return true;
}

void Call::onIdle()
{
    if (m_phase == Phase::Connect)
        fail(errors::kConnectDeadline,
             {std::to_string(std::min(m_settings.connectMs, m_settings.idleMs)), host(m_hop)});
    else
        fail(errors::kIdleDeadline, {std::to_string(m_settings.idleMs), phaseName()});
}

void Call::cancel()
{
    if (m_phase != Phase::Ended)
        fail(errors::kCancelled, {phaseName()});
}

void Call::fail(std::string_view code, std::vector<std::string> args)
{
    fail(base::makeError(code, {}, std::move(args)));
}

void Call::fail(base::Error error)
{
    if (m_phase == Phase::Ended)
        return;
    m_outcome.error = std::move(error);
    finish();
}

void Call::finish()
{
    m_phase = Phase::Ended;
    m_total.stop();
    m_idle.stop();
    m_outcome.response.timings.end = m_clock.elapsed();
    if (m_outcome.response.status != 0)
        collectDoubts(m_outcome.response, m_hop.method, bodyEnd());
    dropReply();
    deleteLater();
    Q_EMIT finished(m_outcome);
}

BodyEnd Call::bodyEnd() const
{
    using Verdict = base::JsonCheck::Verdict;
    if (m_inflater && m_inflater->atEnd())
        return BodyEnd::Whole;
    const Verdict json = m_json ? m_json->verdict() : Verdict::TooDeep;
    if (json == Verdict::TooDeep)
        return BodyEnd::Unknown;
    return json == Verdict::Whole ? BodyEnd::Whole : BodyEnd::NotJson;
}

std::string Call::phaseName() const
{
    switch (m_phase) {
    case Phase::Connect:
        return "connect";
    case Phase::Wait:
        return "wait";
    case Phase::Body:
    case Phase::Ended:
        break;
    }
    return "body";
}

} // namespace http
