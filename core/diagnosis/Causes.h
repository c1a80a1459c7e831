// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The words of causes, besides those of token problems (token/Problem.h). args are noted behind each.
namespace diagnosis::causes {

// Of clocks and certificates.
inline constexpr std::string_view kClockSkew = "clock-skew";           // seconds ahead (negative: behind)
inline constexpr std::string_view kClockSuspected = "clock-suspected"; // seconds that are left by this clock
inline constexpr std::string_view kSignerUnknown = "signer-unknown";   // certificates tried

// What an answer says, by the error table; args: status, error word, description, what it means.
inline constexpr std::string_view kTokenMissing = "token-missing";
inline constexpr std::string_view kTokenExpired = "token-expired";
inline constexpr std::string_view kTokenCorrupt = "token-corrupt";
inline constexpr std::string_view kTokenRefused = "token-refused";
inline constexpr std::string_view kRegistrationClosed = "registration-closed";
inline constexpr std::string_view kNoPermission = "no-permission";
inline constexpr std::string_view kWrongAppKey = "wrong-app-key";
inline constexpr std::string_view kWrongCredentials = "wrong-credentials";
inline constexpr std::string_view kUserBlocked = "user-blocked";
inline constexpr std::string_view kBadRequest = "bad-request";
inline constexpr std::string_view kBadBody = "bad-body";
inline constexpr std::string_view kWrongMethod = "wrong-method";
inline constexpr std::string_view kNotFound = "not-found";
inline constexpr std::string_view kAlreadyExists = "already-exists";
inline constexpr std::string_view kForbidden = "forbidden";
inline constexpr std::string_view kTooLarge = "body-too-large";
inline constexpr std::string_view kBatchLimit = "batch-limit";
inline constexpr std::string_view kCountLimit = "count-limit";
inline constexpr std::string_view kPlanLimit = "plan-limit";
inline constexpr std::string_view kRateLimit = "rate-limit";
inline constexpr std::string_view kFeatureOff = "feature-off";
inline constexpr std::string_view kConflict = "conflict";
inline constexpr std::string_view kTimeout = "timeout";
inline constexpr std::string_view kServerFault = "server-fault";
inline constexpr std::string_view kDocumented = "documented-answer"; // only the endpoint's own page has it
inline constexpr std::string_view kUnknownAnswer = "unknown-answer"; // nothing has it

inline constexpr std::array kAll{
    kClockSkew,        kClockSuspected, kSignerUnknown,      kTokenMissing, kTokenExpired,
    kTokenCorrupt,     kTokenRefused,   kRegistrationClosed, kNoPermission, kWrongAppKey,
    kWrongCredentials, kUserBlocked,    kBadRequest,         kBadBody,      kWrongMethod,
    kNotFound,         kAlreadyExists,  kForbidden,          kTooLarge,     kBatchLimit,
    kCountLimit,       kPlanLimit,      kRateLimit,          kFeatureOff,   kConflict,
    kTimeout,          kServerFault,    kDocumented,         kUnknownAnswer};

} // namespace diagnosis::causes

/// The words of evidence. args are noted behind each.
namespace diagnosis::evidence {

inline constexpr std::string_view kAnswer = "answer";               // status, error word, description
inline constexpr std::string_view kTokenAppId = "token-app-id";     // App ID
inline constexpr std::string_view kProjectAppId = "project-app-id"; // project, App ID
inline constexpr std::string_view kTokenKind = "token-kind";        // user, app, both or none; user ID
inline constexpr std::string_view kEndpoint = "endpoint";           // id, app, user, app-or-user or none
inline constexpr std::string_view kSignInAs = "sign-in-as";         // user ID
inline constexpr std::string_view kIssuedAt = "issued-at";          // Unix seconds
inline constexpr std::string_view kEndsAt = "ends-at";              // Unix seconds
inline constexpr std::string_view kJudgedAt = "judged-at";          // Unix seconds
inline constexpr std::string_view kServerClock =
    "server-clock";                                        // Unix seconds, seconds ahead, uncertainty in ms
inline constexpr std::string_view kSignedBy = "signed-by"; // project, primary or previous
inline constexpr std::string_view kSignerNotStored = "signer-not-stored"; // certificates tried

inline constexpr std::array kAll{kAnswer,   kTokenAppId,  kProjectAppId, kTokenKind,
                                 kEndpoint, kSignInAs,    kIssuedAt,     kEndsAt,
                                 kJudgedAt, kServerClock, kSignedBy,     kSignerNotStored};

} // namespace diagnosis::evidence
