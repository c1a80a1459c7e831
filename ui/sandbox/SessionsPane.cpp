// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"
#include "ui/sandbox/Editor.h"
#include "ui/sandbox/MomentText.h"
#include "ui/sandbox/StatePanes.h"

namespace ui {

SessionsPane::SessionsPane(Editor& editor)
    : RowsPane("sessions", tr("Sessions"),
               {{tr("User ID"), 18},
                {tr("Signed in"), 24},
                {tr("Token ends"), 24},
                {tr("Device"), 20},
                {tr("Resource"), 30}},
               tr("Nobody is signed in"))
{
    addRowButton("endSession", tr("End session"), QStringLiteral("x"), [&editor](const FactRow& row) {
        editor.run("GET", QStringLiteral("/users/%1/disconnect").arg(pathPart(row.key)), {},
                   tr("Session of %1 ended.").arg(row.key));
    });
}

void SessionsPane::show(const sandbox::Snapshot& snapshot)
{
    std::vector<FactRow> rows;
    for (const auto& session : snapshot.sessions.rows) {
        const QString user = text::q(session.user);
        rows.push_back({user,
                        {user, momentText(session.sinceMs),
                         session.expiresMs == 0 ? tr("never") : momentText(session.expiresMs),
                         text::q(session.device), text::q(session.resource)}});
    }
    setRows(std::move(rows), snapshot.sessions.total);
}

} // namespace ui
