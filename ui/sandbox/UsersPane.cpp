// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"
#include "ui/sandbox/Editor.h"
#include "ui/sandbox/MomentText.h"
#include "ui/sandbox/StatePanes.h"
#include "ui/shell/Context.h"

#include <QLineEdit>
#include <QPushButton>

namespace ui {

UsersPane::UsersPane(Editor& editor, Bus& bus)
    : RowsPane("users", tr("Users"),
               {{tr("User ID"), 18},
                {tr("Nickname"), 16},
                {tr("State"), 14},
                {tr("Waiting", "messages"), 13},
                {tr("Created"), 29},
                {tr("UUID"), 40}},
               tr("No user yet"))
    , m_editor(editor)
{
    m_name = addField("newUserId", tr("User ID"));
    m_password = addField("newUserPassword", tr("Password, if any"));
    m_password->setEchoMode(QLineEdit::Password);
    addFormButton("addUser", tr("Add user"), [this] { add(); });
    addRowButton("mintForUser", tr("Mint a token"), QStringLiteral("key-round"),
                 [&bus](const FactRow& row) { Q_EMIT bus.mintRequested(true, row.key); });
    m_activate =
        addRowButton("activateUser", tr("Deactivate"), QStringLiteral("user"), [this](const FactRow& row) {
            const bool active = !row.off;
            m_editor.run(
                "POST",
                QStringLiteral("/users/%1/%2")
                    .arg(pathPart(row.key),
                         active ? QStringLiteral("deactivate") : QStringLiteral("activate")),
                {}, active ? tr("User %1 deactivated.").arg(row.key) : tr("User %1 activated.").arg(row.key));
        });
    addRowButton("deleteUser", tr("Delete user"), QStringLiteral("trash-2"), [this](const FactRow& row) {
        m_editor.run("DELETE", QStringLiteral("/users/") + pathPart(row.key), {},
                     tr("User %1 deleted.").arg(row.key));
    });
}

void UsersPane::add()
{
    const QString name = m_name->text().trimmed();
    base::JsonObject user{{"username", name.toStdString()}};
    if (!m_password->text().isEmpty())
        user.emplace_back("password", m_password->text().toStdString());
    m_editor.run("POST", QStringLiteral("/users"), std::move(user), tr("User %1 added.").arg(name),
                 [this](const base::JsonValue&) {
                     m_name->clear();
                     m_password->clear();
                     m_name->setFocus();
                 });
}

void UsersPane::rowChanged()
{
    if (m_activate)
        m_activate->setText(current().off ? tr("Activate") : tr("Deactivate"));
}

void UsersPane::show(const sandbox::Snapshot& snapshot)
{
    std::vector<FactRow> rows;
    for (const auto& user : snapshot.users.rows) {
        const QString name = text::q(user.name);
        rows.push_back(
            {name,
             {name, text::q(user.nickname),
              !user.activated ? tr("deactivated")
              : user.online   ? tr("online")
                              : tr("offline"),
              static_cast<qulonglong>(user.waiting), momentText(user.createdMs), text::q(user.uuid)},
             !user.activated});
    }
    setRows(std::move(rows), snapshot.users.total);
    rowChanged();
}

} // namespace ui
