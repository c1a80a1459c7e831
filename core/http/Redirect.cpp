// SPDX-License-Identifier: Apache-2.0
#include "core/http/Redirect.h"

#include "core/http/Errors.h"
#include "core/http/UrlRules.h"

#include <algorithm>

namespace http {
namespace {

tl::unexpected<base::Error> bad(const char* why)
{
    return base::fail(errors::kBadRedirect, "Location", std::vector<std::string>{why});
}

bool becomesGet(int status, const QByteArray& method)
{
    if (status == 303)
        return method != "GET" && method != "HEAD";
    return (status == 301 || status == 302) && method == "POST";
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

base::Result<Request> nextHop(const Request& request, int status, const QByteArray& location)
{
    if (location.isEmpty())
        return bad("no-location");
    const QUrl relative = QUrl::fromEncoded(location, QUrl::StrictMode);
    if (!relative.isValid())
        return bad("invalid");
    QUrl target = request.url.resolved(relative);
    if (!target.isValid() || target.host().isEmpty())
        return bad("invalid");
    if (target.scheme() != QLatin1String("http") && target.scheme() != QLatin1String("https"))
        return bad("scheme");
    if (!target.userInfo().isEmpty() || target.authority().contains(QLatin1Char('@')))
        return bad("user-info");
    if (originOf(target) != originOf(request.url))
        return base::fail(errors::kRedirectRefused, "Location",
                          std::vector<std::string>{originOf(target).toStdString()});
    target.setFragment(QString());

    Request next = request;
    next.url = target;
    if (becomesGet(status, request.method)) {
        next.method = "GET";
        next.body.reset();
        next.headers.removeIf(
            [](const Header& header) { return header.name.toLower().startsWith("content-"); });
    }
    return next;
}

} // namespace http
