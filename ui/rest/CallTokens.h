// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "ui/shell/Context.h"

#include <QCoreApplication>
#include <QString>

#include <map>
#include <string>

namespace project {
struct ChatTokenRequest;
struct Credentials;
} // namespace project

namespace ui {

/// A token as a call uses it.
struct CallToken
{
    QString text;
    QString kind; ///< for people: "App token", "User token of alice"
    bool isApp = true;
    qint64 issuedAt = 0;
    qint64 expiresAt = 0;
};

/// The tokens of REST calls, one for each project. An app token is renewed before it runs out; a user token
/// that somebody put here stays, for he wants to see what the server says to it.
class CallTokens final
{
    Q_DECLARE_TR_FUNCTIONS(ui::RestPage)

public:
    explicit CallTokens(Context& context)
        : m_context(context)
    {
    }

    /// That of the active project; nullptr for none.
    [[nodiscard]] const CallToken* held() const;
    /// This one, in any form that can be pasted, for the active project.
    void use(const QString& token);
    /// A new app token for the active project. Errors: those of project::mintChatToken.
    base::Result<CallToken> renew();

    /// The one held while it lasts long enough for a call, else a new one. Errors: as renew.
    [[nodiscard]] base::Result<CallToken> forApp();
    /// A new token of that user, which is not kept. Errors: as renew.
    [[nodiscard]] base::Result<CallToken> ofUser(const std::string& userId) const;

    void clear() { m_tokens.clear(); }

private:
    [[nodiscard]] static base::Result<CallToken> mint(const project::Credentials& signer,
                                                      const project::ChatTokenRequest& wanted);

    Context& m_context;
    std::map<std::string, CallToken, std::less<>> m_tokens; // by project id
};

} // namespace ui
