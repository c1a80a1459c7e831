// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Failure.h"

#include "core/base/Errors.h"
#include "core/base/Utf8.h"
#include "core/catalogue/Errors.h"
#include "core/http/Errors.h"
#include "core/local/Errors.h"
#include "core/project/Errors.h"
#include "core/sandbox/Errors.h"
#include "core/text/ErrorText.h"
#include "core/token/Errors.h"
#include "core/vault/Errors.h"

#include <algorithm>

namespace cli {
namespace {

/// Errors of the request itself, which no other machine would take either.
constexpr std::string_view kRequestErrors[] = {http::errors::kBadUrl, http::errors::kInsecureUrl,
                                               http::errors::kBadHeader};
constexpr std::string_view kMachineErrors[] = {
    base::errors::kFileRead,
    base::errors::kFileWrite,
    token::errors::kBadIssueTime,
    base::errors::kTooFewDescriptors,
    base::errors::kPipeSilent,
    base::errors::kLockBusy,
    base::errors::kNotRegular,
    base::errors::kOutputExists,
    base::errors::kOutputProtected,
    token::errors::kCryptoFailed,
    project::errors::kNoHome,
    project::errors::kProjectFileBroken,
    project::errors::kProjectFileNewer,
    local::errors::kPortInUse,
    local::errors::kListenFailed,
    catalogue::errors::kBadCatalogue,
};

template<class List>
bool contains(const List& list, std::string_view word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

int exitCodeOf(std::string_view code)
{
    const bool network = contains(http::errors::kAll, code) && !contains(kRequestErrors, code);
    const bool machine = contains(kMachineErrors, code) ||
                         (contains(vault::errors::kAll, code) && code != vault::errors::kPassphraseWeak) ||
                         contains(sandbox::errors::kAll, code);
    return network || machine ? kMachine : kUsage;
}

} // namespace

Failure Failure::of(const base::Error& error)
{
    const text::Sentence sentence = text::commandLineText(error);
    // "port 8090 is in use" names its subject itself.
    const QString what = sentence.why.startsWith(sentence.what) ? QString() : sentence.what;
    return {
        exitCodeOf(error.code),     error.code, error.field, what.toStdString(), sentence.why.toStdString(),
        sentence.hint.toStdString()};
}

Failure Failure::usage(std::string_view code, std::string_view field, std::string_view why,
                       std::string_view hint)
{
    return {kUsage,           std::string(code), std::string(field), std::string(field),
            std::string(why), std::string(hint)};
}

Failure Failure::conflict(std::string_view one, std::string_view other)
{
    return usage("option-conflict", one, "cannot be given together with " + std::string(other),
                 "Give one of them.");
}

std::string Failure::line() const
{
    std::string text = what.empty() ? why : what + ": " + why;
    if (!text.ends_with('.'))
        text += '.';
    if (!hint.empty())
        text += ' ' + hint;
    return base::visible(text);
}

base::JsonValue Failure::toJson() const
{
    return base::JsonObject{
        {"error", base::JsonObject{{"code", code}, {"field", field}, {"message", why}, {"hint", hint}}}};
}

} // namespace cli
