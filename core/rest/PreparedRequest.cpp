// SPDX-License-Identifier: Apache-2.0
#include "core/rest/PreparedRequest.h"

#include "core/base/SafeFile.h"
#include "core/base/Percent.h"

#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

namespace rest {
namespace {

constexpr std::int64_t kLargestUpload = 200LL * 1024 * 1024; // the most that the Console can allow

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool hasAuthorization(const PreparedRequest& request)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [](const auto& header) {
        return bytes(header.first).compare("Authorization", Qt::CaseInsensitive) == 0;
    });
}

std::vector<PreparedRequest::Header> headersWith(const PreparedRequest& request, std::string_view token)
{
    auto headers = request.headers;
    if (request.needsToken() && !token.empty() && !hasAuthorization(request))
        headers.emplace_back("Authorization", "Bearer " + std::string(token));
    return headers;
}

std::string_view fileName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// A value between the quotes of Content-Disposition, as browsers write it.
std::string dispositionText(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (c == '"' || c == '\r' || c == '\n')
            out += base::percentEncoded(std::string_view(&c, 1));
        else
            out += c;
    }
    return out;
}

base::Result<QByteArray> multipartBody(const std::vector<Part>& parts, const std::string& boundary)
{
    std::string body;
    for (const Part& part : parts) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + dispositionText(part.name) +
                '"';
        if (!part.isFile) {
            body += "\r\n\r\n" + part.value + "\r\n";
            continue;
        }
        const auto limit = static_cast<std::size_t>(part.maxBytes.value_or(kLargestUpload));
        auto content = base::readFile(part.value, limit);
        if (!content) {
            base::Error error = content.error();
            error.field = part.name;
            return base::fail(std::move(error));
        }
        body += "; filename=\"" + dispositionText(fileName(part.value)) +
                "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + *content + "\r\n";
    }
    body += "--" + boundary + "--\r\n";
    return bytes(body);
}

std::string newBoundary()
{
    std::string out = "----chat-token-console-";
    for (int i = 0; i < 3; ++i)
        out += QByteArray::number(QRandomGenerator::system()->generate64(), 16).toStdString();
    return out;
}

/// curl -F reads ; and , in a file's name as its own unless it is quoted.
std::string curlQuoted(std::string_view path)
{
    std::string out = "\"";
    for (char c : path) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace

base::Result<http::Request> toHttpRequest(const PreparedRequest& request, std::string_view token)
{
    http::Request out;
    out.method = bytes(request.method);
    out.url = QUrl::fromEncoded(bytes(request.url), QUrl::StrictMode);
    for (const auto& [name, value] : headersWith(request, token))
        out.headers += http::Header{bytes(name), bytes(value)};
    if (request.body) {
        out.body = bytes(*request.body);
    } else if (!request.parts.empty()) {
        const std::string boundary = newBoundary();
        auto body = multipartBody(request.parts, boundary);
        if (!body)
            return base::fail(body.error());
        out.body = std::move(*body);
        out.headers += http::Header{"Content-Type", "multipart/form-data; boundary=" + bytes(boundary)};
    }
    return out;
}

base::JsonValue toJson(const PreparedRequest& request, std::string_view token)
{
    base::JsonObject headers;
    for (const auto& [name, value] : headersWith(request, token))
        headers.emplace_back(name, base::JsonValue(value));
    base::JsonValue body;
    if (request.body) {
        auto parsed = base::JsonValue::parse(*request.body);
        body = parsed ? std::move(*parsed) : base::JsonValue(*request.body);
    } else if (!request.parts.empty()) {
        base::JsonObject parts;
        for (const Part& part : request.parts)
            parts.emplace_back(part.name, base::JsonValue((part.isFile ? "@" : "") + part.value));
        body = base::JsonValue(std::move(parts));
    }
    return base::JsonValue(base::JsonObject{{"method", base::JsonValue(request.method)},
                                            {"url", base::JsonValue(request.url)},
                                            {"headers", base::JsonValue(std::move(headers))},
                                            {"body", std::move(body)}});
}

std::string shellQuoted(std::string_view text)
{
    constexpr std::string_view kSafe =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,@+%";
    if (!text.empty() && text.find_first_not_of(kSafe) == std::string_view::npos)
        return std::string(text);
    std::string out = "'";
    for (char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

std::string toCurl(const PreparedRequest& request, std::string_view token)
{
    // --globoff: brackets and braces in the URL are no patterns; --path-as-is: no path is tidied up.
    std::string out =
        "curl --globoff --path-as-is -X " + shellQuoted(request.method) + ' ' + shellQuoted(request.url);
    const auto option = [&out](std::string_view name, std::string_view value) {
        out += " \\\n  ";
        out += name;
        out += ' ' + shellQuoted(value);
    };
    for (const auto& [name, value] : headersWith(request, token))
        option("-H", value.empty() ? name + ';' : name + ": " + value); // "Name;" is curl's empty header
    if (request.body)
        option("--data-raw", *request.body); // --data would read a file where the body begins with @
    for (const Part& part : request.parts) {
        if (part.isFile)
            option("-F", part.name + "=@" + curlQuoted(part.value));
        else
            option("--form-string", part.name + '=' + part.value);
    }
    return out;
}

} // namespace rest
