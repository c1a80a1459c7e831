// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/ErrorTable.h"
#include "core/diagnosis/ClockSkew.h"
#include "core/project/Project.h"
#include "core/token/Inspector.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace diagnosis {

/// What a token was used for.
enum class Purpose { Unknown, Rest, SignIn };

struct Use
{
    Purpose purpose = Purpose::Unknown;
    const catalogue::Endpoint* endpoint = nullptr; ///< Rest: nullptr where it is not known which
    std::string userId;                            ///< SignIn
};

/// An answer to a call with the token. A body of any size; the moments by this computer's clock in
/// milliseconds since 1970, both 0 when they are not known, as of an answer that was pasted: then its date is
/// the time at which the token is judged, and says nothing of this computer's clock unless it lies in the
/// future.
struct Received
{
    int status = 0;
    std::string body;
    std::string date; ///< the Date header; "" when there was none
    std::int64_t sentMs = 0;
    std::int64_t receivedMs = 0;
};

/// Everything that is known of a refusal. The views must outlive the call.
struct Case
{
    std::string_view token; ///< in any form that can be pasted; "" when none was sent
    std::span<const token::Candidate>
        candidates;                            ///< every certificate at hand; that of the project is `chosen`
    const project::Project* project = nullptr; ///< the one that was called; nullptr when it is not known
    Use use;
    std::optional<Received> received;
    std::optional<ClockSkew> skew; ///< of that server, from other answers; one that `received` gives wins
    std::int64_t now = 0;          ///< Unix seconds
};

/// What a button can do about a cause. Words for scripts: fixWord.
enum class Fix {
    None,
    CopyAgain,        ///< take the token from where it was made
    MintAppToken,     ///< args: project
    MintUserToken,    ///< args: project, user ID ("" when it is not known)
    SwitchProject,    ///< args: project
    StoreCertificate, ///< args: App ID of the token
    EditProject,      ///< args: project
    FixClock,         ///< args: seconds by which the server is ahead, "" when it is not known
    RaiseExpiry,      ///< mint with a longer life; args as for minting
    LowerExpiry,      ///< mint with a shorter life; args as for minting
    OpenEndpoint,     ///< args: endpoint ID
    OpenConsole,      ///< something is set in the Agora Console
    WaitAndRetry,
};

[[nodiscard]] std::string_view fixWord(Fix fix);

/// A fact that speaks for a cause. Words and args in Causes.h.
struct Evidence
{
    std::string code;
    std::vector<std::string> args;
};

/// Why a token was refused, or may be. core/text makes the sentences (DiagnosisText.h).
struct Cause
{
    std::string code;                                  ///< that of the problem, or one of causes::kAll
    token::Severity severity = token::Severity::Error; ///< Error: it is refused for it; Warning: it may be
    std::vector<std::string> args;                     ///< for the sentence
    std::optional<token::Problem> problem;             ///< where the token itself is at fault
    std::vector<Evidence> evidence;
    Fix fix = Fix::None;
    std::vector<std::string> fixArgs;
};

struct Diagnosis
{
    token::Inspection inspection; ///< judged for the use, at the server's time where that is known
    std::int64_t judgedAt = 0;    ///< Unix seconds
    std::vector<Cause> causes;    ///< ranked, the one to look at first at the front; empty: nothing is wrong
    std::optional<catalogue::Answer> answer;
    catalogue::Explanation explanation; ///< of the answer
    std::optional<ClockSkew> skew;      ///< where the answer had a date, or that of the case

    /// There is a cause of severity Error, or the answer is a refusal.
    [[nodiscard]] bool refused() const;
};

/// Ranks the causes of a refusal. `table` is the vendor's error table. An answer that is not documented is
/// said to be unknown. Never claims a cause where the token is sound and there is no refusal.
[[nodiscard]] Diagnosis diagnose(const Case& what, const catalogue::ErrorTable& table);

} // namespace diagnosis
