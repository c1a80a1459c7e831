// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/IssuedTokens.h"

#include "core/sandbox/Digest.h"

namespace sandbox {
namespace {

constexpr std::size_t kTokenBytes = 48;
constexpr std::size_t kSweepEvery = 1000;

} // namespace

IssuedTokens::IssuedTokens(Database& database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS issued_token (hash BLOB PRIMARY KEY, is_app INTEGER NOT NULL, "
                 "user TEXT NOT NULL, expires INTEGER NOT NULL, issued INTEGER NOT NULL) WITHOUT ROWID");
}

std::string IssuedTokens::issue(const Caller& caller, std::int64_t nowMs)
{
    if (++m_sinceSweep >= kSweepEvery) {
        m_sinceSweep = 0;
        m_database.run("DELETE FROM issued_token WHERE expires<>0 AND expires<=?", nowMs);
    }
    std::string token = "YWMt" + base64Url(randomBytes(kTokenBytes));
    const std::string hash = sha256(token);
    m_database.run("INSERT INTO issued_token VALUES (?,?,?,?,?)", Blob{hash}, caller.isApp, caller.user,
                   caller.expiresMs, nowMs);
    return token;
}

std::optional<IssuedTokens::Issued> IssuedTokens::find(std::string_view token) const
{
    const std::string hash = sha256(token);
    return m_database.first(
        "SELECT is_app, user, expires, issued FROM issued_token WHERE hash=?",
        [](const Row& row) {
            return Issued{{row.truth(0), row.text(1), row.integer(2)}, row.integer(3)};
        },
        Blob{hash});
}

void IssuedTokens::forgetUser(std::string_view username, std::string_view uuid)
{
    m_database.run("DELETE FROM issued_token WHERE NOT is_app AND user IN (?,?)", username, uuid);
}

} // namespace sandbox
