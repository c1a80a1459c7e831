// SPDX-License-Identifier: Apache-2.0
#include "core/local/RequestParser.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>

namespace local {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

// The unread rest of a chunk header or a trailer may not grow past this.
constexpr std::size_t kChunkHeaderLimit = 8 * 1024;

/// Beast's string_body would do, but for its reserve of the announced length without a thought.
struct AppendingBody
{
    using value_type = std::string;

    class reader
    {
    public:
        template<bool isRequest, class Fields>
        reader(http::header<isRequest, Fields>&, value_type& body)
            : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t>&, beast::error_code& ec) { ec = {}; }
        template<class Buffers>
        std::size_t put(const Buffers& buffers, beast::error_code& ec)
        {
            ec = {};
            const std::size_t before = m_body.size();
            for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers))
                m_body.append(static_cast<const char*>(buffer.data()), buffer.size());
            return m_body.size() - before;
        }
        void finish(beast::error_code& ec) { ec = {}; }

    private:
        value_type& m_body;
    };
};

std::string toString(beast::string_view text)
{
    return std::string(text.data(), text.size());
}

} // namespace

struct RequestParser::Parser
{
    http::request_parser<AppendingBody> http;
    bool bodyBegun = false;
};

RequestParser::RequestParser(std::size_t headerLimit)
    : m_headerLimit(headerLimit)
    , m_parser(std::make_unique<Parser>())
{
    // Both limits are kept by readHeader and readBody.
    m_parser->http.header_limit(static_cast<std::uint32_t>(headerLimit + 1));
    m_parser->http.body_limit(boost::none);
    m_parser->http.eager(false);
}

RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

RequestParser::Step RequestParser::fail(int status, std::string_view text)
{
    m_failureStatus = status;
    m_failureText = text;
    return Step::Failed;
}

RequestParser::Step RequestParser::readHeader(std::string& data)
{
    // RFC 9112 2.2: an empty line before the request is no fault.
    if (m_searched == 0) {
        while (data.starts_with("\r\n"))
            data.erase(0, 2);
        if (data.empty() || data == "\r")
            return Step::NeedMore;
        if (!isToken(data.substr(0, 1)))
            return fail(400, "This is no HTTP request.");
    }
    const std::size_t end = data.find("\r\n\r\n", m_searched > 3 ? m_searched - 3 : 0);
    const std::size_t size = end == std::string::npos ? data.size() : end + 4;
    if (size > m_headerLimit)
        return fail(431, "The request's header is too large.");
    if (end == std::string::npos) {
        m_searched = data.size();
        return Step::NeedMore;
    }
    // RFC 9112 5.2: folded lines are obsolete, and two readers may fold them differently.
    const std::string_view header = std::string_view(data).substr(0, size);
    if (header.find("\r\n ") != std::string_view::npos || header.find("\r\n\t") != std::string_view::npos)
        return fail(400, "The request's header has a folded line.");
    beast::error_code error;
    const std::size_t used = m_parser->http.put(asio::buffer(data.data(), size), error);
    if (error == http::error::bad_version)
        return fail(data.find(" HTTP/1.") < data.find("\r\n") ? 400 : 505, "This server speaks HTTP/1.1.");
    if (error || used != size || !m_parser->http.is_header_done())
        return fail(400, "The request's header is malformed.");
    data.erase(0, used);
    return checkHeader();
}

RequestParser::Step RequestParser::checkHeader()
{
    const auto& message = m_parser->http.get();
    m_request.method = toString(message.method_string());
    m_request.target = toString(message.target());
    for (const auto& field : message)
        m_request.headers.add(toString(field.name_string()), toString(field.value()));

    const std::size_t mark = std::min(m_request.target.find('?'), m_request.target.size());
    m_request.path = m_request.target.substr(0, mark);
    m_request.query = m_request.target.substr(std::min(mark + 1, m_request.target.size()));

    const Headers& headers = m_request.headers;
    if (!m_request.target.starts_with('/') && !(m_request.target == "*" && m_request.method == "OPTIONS"))
        return fail(400, "The request's target must be a path.");
    if (headers.count("Content-Length") > 1 ||
        headers.value("Content-Length").find(',') != std::string_view::npos)
        return fail(400, "The request has more than one Content-Length.");
    if (headers.count("Transfer-Encoding") > 1)
        return fail(400, "The request has more than one Transfer-Encoding.");
    if (const std::string* coding = headers.find("Transfer-Encoding")) {
        if (!isHttp11())
            return fail(400, "HTTP/1.0 knows no Transfer-Encoding.");
        if (!equalsIgnoreCase(*coding, "chunked"))
            return fail(501, "Of the transfer codings only chunked is built.");
    }
    m_parser->http.eager(true);
    return Step::Done;
}

RequestParser::Step RequestParser::readBody(std::string& data, std::size_t limit)
{
    auto& parser = m_parser->http;
    if (parser.is_done())
        return Step::Done;
    if (!m_parser->bodyBegun) {
        m_parser->bodyBegun = true;
        if (const auto length = contentLength(); length && *length > limit)
            return fail(413, "The request's body is too large.");
        parser.body_limit(limit);
        parser.get().body().reserve(static_cast<std::size_t>(contentLength().value_or(0)));
    }
    beast::error_code error;
    const std::size_t used = parser.put(asio::buffer(data.data(), data.size()), error);
    data.erase(0, used);
    if (error == http::error::body_limit)
        return fail(413, "The request's body is too large.");
    if (error && error != http::error::need_more)
        return fail(400, "The request's body is malformed.");
    if (parser.is_done()) {
        m_request.body = std::move(parser.get().body());
        return Step::Done;
    }
    if (data.size() > kChunkHeaderLimit)
        return fail(400, "A chunk of the request has no proper header.");
    return Step::NeedMore;
}

std::optional<std::uint64_t> RequestParser::contentLength() const
{
    const auto length = m_parser->http.content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestParser::hasBody() const
{
    return !m_parser->http.is_done();
}

bool RequestParser::keepAlive() const
{
    return m_parser->http.keep_alive();
}

bool RequestParser::isHttp11() const
{
    return m_parser->http.get().version() == 11;
}

std::size_t RequestParser::bodySize() const
{
    return m_parser->http.get().body().size();
}

} // namespace local
