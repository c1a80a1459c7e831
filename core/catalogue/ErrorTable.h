// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/catalogue/Answer.h"
#include "core/catalogue/Endpoint.h"

#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

/// A row of the vendor's error table that holds for every endpoint.
struct ErrorEntry
{
    int status = 0;
    std::string error; ///< the word of the envelope, "" for an answer without one, "*" for any
    std::string says;  ///< what error_description holds, without regard to case; "" for anything
    std::string cause; ///< a fixed word such as "token-expired" (diagnosis/Causes.h)
    std::string when;  ///< what it means
    std::string source;
};

/// The documented error answers as data (resources/catalogue/errors.json): the vendor's status page, and
/// envelopes that were captured. Rows that stand first win.
class ErrorTable final
{
public:
    /// Errors: bad-json, json-too-deep, bad-catalogue (a row without status, cause or meaning).
    [[nodiscard]] static base::Result<ErrorTable> load(std::string_view json);

    [[nodiscard]] const std::vector<ErrorEntry>& entries() const { return m_entries; }
    /// The row that fits, or nullptr.
    [[nodiscard]] const ErrorEntry* find(const Answer& answer) const;

private:
    std::vector<ErrorEntry> m_entries;
};

/// What the documents know of an answer. Not documented: nothing is guessed.
struct Explanation
{
    bool documented = false;
    std::string cause; ///< of the table's row; "" when only the endpoint's own page has the answer
    std::string when;  ///< what it means, by the page of the endpoint or else by the table; may be empty
};

/// Looks the answer up: in the endpoint's own rows (nullptr where it is not known) and in the table (nullptr
/// where it is not at hand). Of several rows of one word those whose text fits the answer's win.
[[nodiscard]] Explanation explain(const Answer& answer, const Endpoint* endpoint, const ErrorTable* table);

/// What an answer means by the page of its endpoint: the `when` of each row that fits, joined by " Or: ";
/// empty when nothing is documented. `errorWord` is the member `error` of the answer.
[[nodiscard]] std::string meaning(const Endpoint& endpoint, int status, std::string_view errorWord,
                                  std::string_view description = {});

/// Whether a documented text stands for the actual one: XX, XXX, {name}, [XX] and %s in it stand for
/// anything, letter case and quotes around it do not matter.
[[nodiscard]] bool fitsText(std::string_view documented, std::string_view actual);

} // namespace catalogue
