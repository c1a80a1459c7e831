// SPDX-License-Identifier: Apache-2.0
#include "core/http/Headers.h"

#include "core/base/Utf8.h"
#include "core/http/Errors.h"
#include "core/http/Settings.h"

#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>

namespace http {
namespace {

bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isFraming(const QByteArray& name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-length" || lower == "transfer-encoding" || lower == "connection" ||
           lower == "upgrade";
}

void setDefault(QNetworkRequest& request, const QByteArray& name, const QByteArray& value)
{
    if (!request.hasRawHeader(name))
        request.setRawHeader(name, value);
}

} // namespace

base::Result<> checkHeaders(const QList<Header>& headers)
{
    for (const Header& header : headers) {
        const bool named =
            !header.name.isEmpty() && std::all_of(header.name.begin(), header.name.end(), isTokenChar);
        const bool clean = std::none_of(header.value.begin(), header.value.end(),
                                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        if (!named || !clean || isFraming(header.name))
            return base::fail(errors::kBadHeader, "headers",
                              std::vector<std::string>{base::visible(header.name.toStdString())});
    }
    return {};
}

QNetworkRequest makeNetworkRequest(const Request& request, const Settings& settings)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    for (const Header& header : request.headers) {
        const QByteArray before = out.rawHeader(header.name);
        out.setRawHeader(header.name, before.isNull() ? header.value : before + ", " + header.value);
    }
    // With an Accept-Encoding of our own Qt hands the bytes out as they came: its own decompression lets a
    // 31:1 bomb pass.
    setDefault(out, "Accept-Encoding", "gzip, deflate");
    setDefault(out, "Accept", "*/*");
    setDefault(out, "Accept-Language", "en"); // else Qt tells the user's locale
    setDefault(out, "User-Agent", settings.userAgent);
    if (request.url.scheme() == QLatin1String("https")) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        if (!settings.extraAuthorities.isEmpty())
            tls.addCaCertificates(settings.extraAuthorities);
        out.setSslConfiguration(tls);
    }
    return out;
}

QList<Header> headersOf(const QNetworkReply& reply)
{
    QList<Header> out;
    const auto pairs = reply.rawHeaderPairs();
    for (const auto& [name, value] : pairs) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0) {
            out.append({name, value});
            continue;
        }
        const auto cookies = value.split('\n');
        for (const QByteArray& cookie : cookies)
            out.append({name, cookie});
    }
    return out;
}

qint64 wireSize(const QList<Header>& headers)
{
    qint64 size = 0;
    for (const Header& header : headers)
        size += header.name.size() + header.value.size() + 4; // ": " and CRLF
    return size;
}

} // namespace http
