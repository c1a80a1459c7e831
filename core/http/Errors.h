// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/http reports. args are noted behind each; none of them holds a path or a query,
/// which may carry secrets. "phase" is connect, wait (for the answer) or body.
namespace http::errors {

inline constexpr std::string_view kBadUrl = "bad-url";                       // reason word: see UrlRules.h
inline constexpr std::string_view kInsecureUrl = "insecure-url";             // host
inline constexpr std::string_view kBadHeader = "bad-header";                 // header name (made visible)
inline constexpr std::string_view kHostNotFound = "host-not-found";          // host
inline constexpr std::string_view kConnectionRefused = "connection-refused"; // host, port
inline constexpr std::string_view kConnectionClosed = "connection-closed";   // host; no answer came
inline constexpr std::string_view kNetworkFailed = "network-failed";         // host, the system's reason
inline constexpr std::string_view kProxyFailed = "proxy-failed";             // the reason
inline constexpr std::string_view kTlsFailed = "tls-failed";              // host, kind (TlsFailure.h), reason
inline constexpr std::string_view kConnectDeadline = "connect-deadline";  // limit in ms, host
inline constexpr std::string_view kDeadline = "deadline";                 // limit in ms, phase
inline constexpr std::string_view kIdleDeadline = "idle-deadline";        // limit in ms, phase
inline constexpr std::string_view kHeadersTooLarge = "headers-too-large"; // bytes received, limit in bytes
inline constexpr std::string_view kNoHeaders = "no-headers";              // status
inline constexpr std::string_view kInterimAnswer = "interim-answer";      // status, 101..199
inline constexpr std::string_view kBrokenAnswer = "broken-answer";        // the reason
inline constexpr std::string_view kCancelled = "cancelled";               // phase
inline constexpr std::string_view kRedirectRefused = "redirect-refused";  // the target's origin
inline constexpr std::string_view kBadRedirect = "bad-redirect";          // why: see Redirect.h
inline constexpr std::string_view kTooManyRedirects = "too-many-redirects"; // the limit
inline constexpr std::string_view kSpoolFailed = "spool-failed";            // the system's reason
/// Not reported by a call, whose answer stands: for who needs the whole body.
inline constexpr std::string_view kIncompleteBody = "incomplete-body"; // words of doubts
inline constexpr std::string_view kBodyCut = "body-cut";               // bytes kept, limit or ratio

inline constexpr std::array kAll{
    kBadUrl,           kInsecureUrl,    kBadHeader,       kHostNotFound, kConnectionRefused,
    kConnectionClosed, kNetworkFailed,  kProxyFailed,     kTlsFailed,    kConnectDeadline,
    kDeadline,         kIdleDeadline,   kHeadersTooLarge, kNoHeaders,    kInterimAnswer,
    kBrokenAnswer,     kCancelled,      kRedirectRefused, kBadRedirect,  kTooManyRedirects,
    kSpoolFailed,      kIncompleteBody, kBodyCut};

} // namespace http::errors
