// SPDX-License-Identifier: Apache-2.0
#include "core/http/UrlRules.h"

#include "core/http/Errors.h"

#include <QHostAddress>

namespace http {
namespace {

tl::unexpected<base::Error> bad(const char* reason)
{
    return base::fail(errors::kBadUrl, "url", std::vector<std::string>{reason});
}

} // namespace

bool isLoopback(const QString& host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

base::Result<> checkUrl(const QUrl& url)
{
    if (!url.isValid() || url.isEmpty())
        return bad("invalid");
    const QString scheme = url.scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return bad("scheme");
    if (url.host().isEmpty() || url.port(1) == 0)
        return bad("host");
    if (!url.userInfo().isEmpty())
        return bad("user-info");
    if (url.hasFragment())
        return bad("fragment");
    if (scheme == QLatin1String("http") && !isLoopback(url.host()))
        return base::fail(errors::kInsecureUrl, "url", std::vector<std::string>{url.host().toStdString()});
    return {};
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
}

QString originOf(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const bool v6 = host.contains(QLatin1Char(':'));
    return url.scheme() + QLatin1String("://") + (v6 ? QLatin1Char('[') + host + QLatin1Char(']') : host) +
           QLatin1Char(':') + QString::number(portOf(url));
}

} // namespace http
