// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/redact/Redactor.h"
#include "core/token/Inspector.h"

#include <QString>

#include <cstdint>
#include <string>

namespace text {

/// What a report is made of besides the token.
struct ReportInput
{
    std::int64_t now = 0;    ///< Unix seconds at which the token was judged
    std::string versions;    ///< of the program and what it runs on, one a line
    QString more;            ///< a diagnosis or a comparison in words, to stand at the end; may be empty
    bool someLocked = false; ///< certificates in a locked vault were not tried
};

/// A text for a ticket: what the token says, what is wrong with it, the versions. The signature is cut to
/// eight digits, the token text is not in it, and everything passes `redactor`, which knows the certificates.
[[nodiscard]] QString reportText(const token::Inspection& inspection, const ReportInput& input,
                                 const redact::Redactor& redactor);

} // namespace text
