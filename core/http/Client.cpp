// SPDX-License-Identifier: Apache-2.0
#include "core/http/Client.h"

#include "core/http/UrlRules.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

namespace http {
namespace {

/// The system's proxies, but never one for loopback: the request is for this machine, not for the proxy's.
class Proxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

Client::Client(QNetworkAccessManager& manager, Settings settings, QObject* parent)
    : QObject(parent)
    , m_manager(manager)
    , m_settings(std::move(settings))
{
    m_manager.setProxyFactory(new Proxies); // the manager owns it
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setStrictTransportSecurityEnabled(false);
    m_manager.setCache(nullptr);
}

Call* Client::send(Request request)
{
    if (m_active == 0 && m_sinceLast.isValid() && m_sinceLast.elapsed() > m_settings.reuseMs)
        m_manager.clearConnectionCache();
    ++m_active;
    auto* call = new Call(m_manager, m_settings, std::move(request), this);
    connect(call, &Call::finished, this, [this]() {
        --m_active;
        m_sinceLast.start();
    });
    QMetaObject::invokeMethod(call, &Call::start, Qt::QueuedConnection);
    return call;
}

} // namespace http
