// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace local {

/// ASCII case folded, as HTTP field names compare.
[[nodiscard]] bool equalsIgnoreCase(std::string_view a, std::string_view b);

/// True for a non-empty run of RFC 9110 `tchar`.
[[nodiscard]] bool isToken(std::string_view text);

/// Header fields in the order in which they arrived; names compare without case.
class Headers final
{
public:
    using Field = std::pair<std::string, std::string>;

    void add(std::string name, std::string value);
    /// The value of the first field of that name, or nullptr.
    [[nodiscard]] const std::string* find(std::string_view name) const;
    /// The value of the first field of that name, or an empty text.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};

/// A request that has passed the Host and Origin gate, complete with its body.
struct Request
{
    std::string method; ///< as sent, but GET for HEAD: the server leaves the body of the answer out
    std::string target; ///< path and query as sent
    std::string path;   ///< up to the first `?`, still percent-encoded
    std::string query;  ///< behind the first `?`, still percent-encoded
    std::string host;   ///< one of the three accepted forms
    std::string origin; ///< the allowed Origin; empty when the client sent none
    Headers headers;
    std::string body;
};

struct Response
{
    int status = 200;
    std::string contentType; ///< empty: no Content-Type
    std::vector<Headers::Field> headers;
    std::string body;
    std::shared_ptr<const void> note{}; ///< not sent: comes back in the Exchange, for the handler's own log
};

/// Answers a request, once; later calls are ignored. May be called from any thread, at any time, even after
/// the server is gone. When the last copy goes without a call, the server answers 500.
using Reply = std::function<void(Response)>;

/// The standard reason phrase of a status, "Unknown" for others.
[[nodiscard]] std::string_view reasonPhrase(int status);

} // namespace local
