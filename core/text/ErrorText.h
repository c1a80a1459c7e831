// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace text {

/// An error for people: what it is about, why it failed, what to do.
struct Sentence
{
    QString what; ///< the input or the thing meant, such as "app_id"; may be empty
    QString why;  ///< a clause without full stop
    QString hint; ///< a sentence with full stop; may be empty

    /// "what: why", or "Why" where nothing is named.
    [[nodiscard]] QString heading() const;
    /// "Why. Hint.", for a place that shows what is meant by itself.
    [[nodiscard]] QString explanation() const;
    /// "what: why. Hint." in one line.
    [[nodiscard]] QString line() const;
};

/// The sentence of any error that core reports. A code without one gives its detail, or the code itself.
[[nodiscard]] Sentence errorText(const base::Error& error);

/// The same for the command line: what is to be done is said in its own words, where those for the window
/// would not be true there.
[[nodiscard]] Sentence commandLineText(const base::Error& error);

/// Whether there is a sentence for that code.
[[nodiscard]] bool hasErrorText(std::string_view code);

} // namespace text
