// SPDX-License-Identifier: Apache-2.0
#include "core/http/ReplyError.h"

#include "core/http/Errors.h"
#include "core/http/TlsFailure.h"
#include "core/http/UrlRules.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace http {
namespace {

base::Error made(std::string_view code, std::vector<std::string> args)
{
    return base::makeError(code, {}, std::move(args));
}

bool goesThroughProxy(const QNetworkReply& reply)
{
    QNetworkProxyFactory* factory = reply.manager() ? reply.manager()->proxyFactory() : nullptr;
    const auto proxies =
        factory ? factory->queryProxy(QNetworkProxyQuery(reply.url())) : QList<QNetworkProxy>();
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

} // namespace

bool isTransportError(QNetworkReply::NetworkError error)
{
    // 1..199 are the network's and the proxy's; 201 and above come from the status, as do
    // ProtocolInvalidOperationError, which is what Qt makes of a plain 400, and ProxyAuthenticationRequired,
    // which it makes of a plain 407.
    return (error > QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied &&
            error != QNetworkReply::ProxyAuthenticationRequiredError) ||
           error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolFailure;
}

base::Error errorOf(const QNetworkReply& reply, const QList<QSslError>& sslErrors, qint64 elapsedMs)
{
    using Reply = QNetworkReply;
    const std::string to = reply.url().host().toStdString();
    const std::string reason = reply.errorString().toStdString();
    switch (reply.error()) {
    case Reply::HostNotFoundError:
        return made(errors::kHostNotFound, {to});
    case Reply::ConnectionRefusedError:
        return made(errors::kConnectionRefused, {to, std::to_string(portOf(reply.url()))});
    case Reply::SslHandshakeFailedError:
        return made(errors::kTlsFailed,
                    {to, tlsFailureKind(sslErrors), tlsFailureReason(sslErrors, reply.errorString())});
    case Reply::RemoteHostClosedError:
    case Reply::ContentReSendError: // closed, and Qt would have sent the body again
        return made(errors::kConnectionClosed, {to});
    case Reply::TimeoutError:
        return made(errors::kConnectDeadline, {std::to_string(elapsedMs), to});
    case Reply::ProxyConnectionRefusedError:
    case Reply::ProxyConnectionClosedError:
    case Reply::ProxyNotFoundError:
    case Reply::ProxyTimeoutError:
    case Reply::ProxyAuthenticationRequiredError:
    case Reply::UnknownProxyError:
        return made(errors::kProxyFailed, {reason});
    case Reply::ProtocolUnknownError:
    case Reply::ProtocolInvalidOperationError:
    case Reply::ProtocolFailure:
    case Reply::NoError:
        return made(errors::kBrokenAnswer, {reply.error() == Reply::NoError ? "no status line" : reason});
    default: // Qt 6.4 knows of a proxy's failure only in words
        if (goesThroughProxy(reply))
            return made(errors::kProxyFailed, {reason});
        return made(errors::kNetworkFailed, {to, reason});
    }
}

} // namespace http
