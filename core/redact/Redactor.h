// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/SecretBytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace redact {

/// What a hidden value is replaced by when not even its beginning may be shown.
inline constexpr std::string_view kHidden = "***";

/// The one redactor, to be called before every sink: log, history, export, snippet, label, crash text.
///
/// Hidden are, in any text:
///   007... and 006... tokens, YWMt... tokens      first six characters and "…" stay, as a hint
///   Bearer <token>                                 the same hint when it is one of those, else nothing
///   Basic <credentials>                            nothing stays
///   32 hexadecimal digits labelled as certificate or secret, or right behind another 32 (App ID and
///   certificate side by side)                      nothing stays
///   values behind a secret's name (`password: x`, `"client_secret":"x"`, `access_token=x`)
///   every value given to addSecret, also percent-encoded and JSON-escaped
/// Time is linear in the text for each stored value. Hiding twice changes nothing.
class Redactor final
{
public:
    /// Values shorter than four bytes are not taken: they would blot out half of every text.
    void addSecret(std::string_view value);
    void clearSecrets() { m_secrets.clear(); }

    [[nodiscard]] std::string text(std::string_view text) const;

    /// The value of a field, header or variable of that name.
    [[nodiscard]] std::string value(std::string_view name, std::string_view value) const;

    /// Strings and numbers of secret names are hidden, all other strings go through `text`.
    [[nodiscard]] base::JsonValue json(const base::JsonValue& value) const;

private:
    std::vector<base::SecretBytes> m_secrets;
};

/// True for authorization, password, client_secret, access_token, App Certificate and the like, whatever
/// case and joints (`app_certificate`, `AppCertificate`, `AGORA_APP_CERTIFICATE`).
[[nodiscard]] bool isSecretName(std::string_view name);

/// `007eJx…` for a token of a known kind, `***` for everything else. Never shows a value of ten characters or
/// fewer.
[[nodiscard]] std::string maskToken(std::string_view token);

} // namespace redact
