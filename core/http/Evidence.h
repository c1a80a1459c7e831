// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Message.h"

namespace http {

/// Adds to `response.doubts` what its own headers and byte counts give away. `method` is the request's: HEAD,
/// 204 and 304 have no body whatever the headers say.
///
/// What Qt 6.4 hides and nothing here can bring back (measured):
///  - a chunk whose size is no hexadecimal number, or is larger than what follows, ends as an empty answer
///    with the server's status and no error: shown as `empty-chunked`;
///  - a damaged chunk after good ones ends the body there without an error: not seen unless the body is
///    compressed (`compression-cut`) or JSON that does not parse;
///  - a connection lost inside a chunk is reported at times and passed over at others: `truncated` when it
///  is;
///  - an answer with more than 100 header fields comes with none of them, its framing lost: `no-headers`;
///  - a negative Content-Length is taken for "unknown": shown as `bad-content-length`;
///  - two Content-Length headers: Qt uses one; shown as `two-content-lengths`;
///  - headers of the same name come as one, joined by ", " (Set-Cookie is taken apart again), so their
///    places in the order are lost;
///  - interim 1xx answers are swallowed;
///  - the end of the headers is seen only when it comes: endless headers end on a deadline, not on the cap;
///  - bytes behind the end of a body of known length are dropped.
void collectDoubts(Response& response, QByteArrayView method);

} // namespace http
