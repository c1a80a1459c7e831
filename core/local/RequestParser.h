// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/local/Message.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace local {

/// Reads one HTTP/1 request from bytes as they arrive. Strict where leniency is how requests get smuggled:
/// one framing only, one Content-Length, whole line ends, an origin-form target.
class RequestParser final
{
public:
    enum class Step { NeedMore, Done, Failed };

    explicit RequestParser(std::size_t headerLimit);
    ~RequestParser();
    RequestParser(RequestParser&&) noexcept;
    RequestParser& operator=(RequestParser&&) noexcept;

    /// Takes the header from the front of `data`; Done once, at its blank line.
    [[nodiscard]] Step readHeader(std::string& data);
    /// Takes body bytes from the front of `data`, at most `limit` of them. Done: what is left in `data`
    /// belongs to the next request. Call after readHeader is done, also where there is no body.
    [[nodiscard]] Step readBody(std::string& data, std::size_t limit);

    /// The status and sentence for a failed step.
    [[nodiscard]] int failureStatus() const { return m_failureStatus; }
    [[nodiscard]] std::string_view failureText() const { return m_failureText; }

    /// Method, target, path, query and headers, from the end of the header on.
    [[nodiscard]] Request& request() { return m_request; }
    [[nodiscard]] std::optional<std::uint64_t> contentLength() const;
    [[nodiscard]] bool hasBody() const;
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool isHttp11() const;
    /// Bytes of body held so far.
    [[nodiscard]] std::size_t bodySize() const;

private:
    struct Parser;

    Step fail(int status, std::string_view text);
    Step checkHeader();

    std::size_t m_headerLimit;
    std::size_t m_searched = 0; // bytes of the header that hold no end
    std::unique_ptr<Parser> m_parser;
    Request m_request;
    int m_failureStatus = 0;
    std::string_view m_failureText;
};

} // namespace local
