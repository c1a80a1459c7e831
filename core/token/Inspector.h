// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/token/Decoder.h"
#include "core/token/Legacy.h"
#include "core/token/Problem.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace token {

/// The Agora Console keeps two certificates of a project, so that the first can be changed without a gap.
enum class CertificateRole { Primary, Previous };

/// A certificate that a token may be signed with. The views must outlive the call.
struct Candidate
{
    std::string_view project;     ///< the project's name; "" when the certificate was given without one
    std::string_view appId;       ///< "" when it was given without an App ID
    std::string_view certificate; ///< as given; may be no certificate at all
    bool chosen = false;          ///< asked for by the user: a token that does not fit it is at fault
    CertificateRole role = CertificateRole::Primary;
};

struct InspectOptions
{
    std::int64_t now = 0; ///< Unix seconds
    std::span<const Candidate> candidates;
    std::optional<std::string> forUser; ///< should let this user sign in
    bool forRest = false;               ///< should serve REST calls, as an app token does
    std::optional<std::string> channel; ///< 006 only
    std::optional<std::string> uid;     ///< 006 only
};

enum class SignatureCheck { NotChecked, Valid, Invalid };
enum class TokenState { Valid, Expired, NotYetValid, Refused, Unreadable };

[[nodiscard]] std::string_view signatureCheckWord(SignatureCheck check);
[[nodiscard]] std::string_view tokenStateWord(TokenState state);

/// Everything that can be said of a pasted text.
struct Inspection
{
    std::string text;                 ///< what was left after cleaning
    std::vector<ProblemCode> cleaned; ///< what was taken off
    std::string format;               ///< "007", "006" ... "001"; "" when it is no token
    Decoded decoded;                  ///< 007
    Legacy legacy;                    ///< 001-006
    SignatureCheck signatureCheck = SignatureCheck::NotChecked;
    std::optional<std::string>
        matchedProject; ///< whose certificate signed it ("" for a certificate without name)
    CertificateRole matchedRole = CertificateRole::Primary; ///< of the certificate that signed it
    std::size_t certificatesTried = 0; ///< more than 0 without a match: signed with one that is not stored
    TokenState state = TokenState::Unreadable;
    std::vector<Problem> problems; ///< ranked, the cause that matters first

    [[nodiscard]] bool is007() const { return format == "007"; }
    [[nodiscard]] const std::vector<Field>& fields() const
    {
        return is007() ? decoded.fields : legacy.fields;
    }
    [[nodiscard]] const std::string& payload() const { return is007() ? decoded.payload : legacy.payload; }
    [[nodiscard]] const std::string& appId() const { return is007() ? decoded.appId : legacy.appId; }
    [[nodiscard]] std::optional<std::int64_t> expiresAt() const;
    [[nodiscard]] std::optional<std::int64_t> effectiveExpiresAt() const;
    [[nodiscard]] bool hasError() const;
    /// An error of the text, the stream or the structure, so that what follows from the fields is not
    /// certain.
    [[nodiscard]] bool hasStructuralError() const;
    [[nodiscard]] bool has(ProblemCode code) const;
};

/// Cleans, decodes, verifies and judges. Never fails: whatever is pasted, there is something to say.
[[nodiscard]] Inspection inspect(std::string_view pasted, const InspectOptions& options);

} // namespace token
