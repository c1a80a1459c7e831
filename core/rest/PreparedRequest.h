// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/catalogue/Endpoint.h"
#include "core/http/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rest {

/// One part of a multipart/form-data body.
struct Part
{
    std::string name;
    std::string value; ///< the text, or the path of the file
    bool isFile = false;
    std::optional<std::int64_t> maxBytes; ///< of the file
};

/// A request that is ready but for its token, which is added when it is sent, shown or exported.
struct PreparedRequest
{
    using Header = std::pair<std::string, std::string>;

    std::string endpointId;
    std::string method;
    std::string url; ///< percent-encoded
    std::vector<Header> headers;
    std::optional<std::string> body;
    std::vector<Part> parts; ///< in place of body when the call uploads a file
    std::string contentType; ///< also among the headers, except for parts, whose boundary is not known yet
    catalogue::Auth auth = catalogue::Auth::App;

    [[nodiscard]] bool needsToken() const { return auth != catalogue::Auth::None; }
};

/// The request for http::Client. Files of parts are read here. An empty token adds no Authorization header.
/// Errors: file-read, file-too-large.
[[nodiscard]] base::Result<http::Request> toHttpRequest(const PreparedRequest& request,
                                                        std::string_view token);

/// {"method","url","headers":{},"body"}: the exact request with the token in the form given (masked, or real
/// on demand). The body is JSON where it is JSON, else a string, null when there is none.
[[nodiscard]] base::JsonValue toJson(const PreparedRequest& request, std::string_view token);

/// A curl command line for a POSIX shell that sends the same request.
[[nodiscard]] std::string toCurl(const PreparedRequest& request, std::string_view token);

/// `text` as one word of a POSIX shell.
[[nodiscard]] std::string shellQuoted(std::string_view text);

} // namespace rest
