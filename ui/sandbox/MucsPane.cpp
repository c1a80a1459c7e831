// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"
#include "ui/sandbox/Editor.h"
#include "ui/sandbox/StatePanes.h"

#include <QLineEdit>

namespace ui {
namespace {

QString memberText(const sandbox::Snapshot::MucRow& row)
{
    QStringList names;
    for (const std::string& name : row.members)
        names << text::q(name);
    QString text = names.join(QStringLiteral(", "));
    return row.memberCount > row.members.size() ? text + QStringLiteral(", …") : text;
}

} // namespace

MucsPane::MucsPane(Editor& editor, sandbox::ChatKind kind)
    : RowsPane(kind == sandbox::ChatKind::Room ? "rooms" : "groups",
               kind == sandbox::ChatKind::Room ? tr("Rooms") : tr("Groups"),
               {{tr("Name"), 18},
                {tr("ID"), 24},
                {tr("Owner"), 16},
                {tr("Members"), 12},
                {tr("Kind"), 12},
                {tr("Who"), 30}},
               kind == sandbox::ChatKind::Room ? tr("No chat room yet") : tr("No group yet"))
    , m_editor(editor)
    , m_isRoom(kind == sandbox::ChatKind::Room)
    , m_path(m_isRoom ? QStringLiteral("/chatrooms") : QStringLiteral("/chatgroups"))
{
    m_name = addField(m_isRoom ? "newRoomName" : "newGroupName", tr("Name"));
    m_owner = addField(m_isRoom ? "newRoomOwner" : "newGroupOwner", tr("Owner"));
    m_members = addField(m_isRoom ? "newRoomMembers" : "newGroupMembers", tr("Members: bob, carol"));
    addFormButton(m_isRoom ? "addRoom" : "addGroup", m_isRoom ? tr("Create room") : tr("Create group"),
                  [this] { add(); });
    buildRowButtons();
}

void MucsPane::buildRowButtons()
{
    m_member = addRowField(m_isRoom ? "roomMember" : "groupMember", tr("User ID of a member"));
    const auto change = [this](const char* method, const FactRow& row, const QString& said) {
        const QString user = m_member->text().trimmed();
        m_editor.run(method, QStringLiteral("%1/%2/users/%3").arg(m_path, row.key, pathPart(user)), {},
                     said.arg(user));
    };
    addRowButton(m_isRoom ? "addRoomMember" : "addGroupMember", tr("Add member"), QStringLiteral("plus"),
                 [=](const FactRow& row) { change("POST", row, tr("%1 added.")); });
    addRowButton(m_isRoom ? "removeRoomMember" : "removeGroupMember", tr("Remove member"),
                 QStringLiteral("x"), [=](const FactRow& row) { change("DELETE", row, tr("%1 removed.")); });
    addRowButton(m_isRoom ? "deleteRoom" : "deleteGroup", m_isRoom ? tr("Delete room") : tr("Delete group"),
                 QStringLiteral("trash-2"), [this](const FactRow& row) {
                     m_editor.run("DELETE", m_path + QLatin1Char('/') + row.key, {},
                                  tr("%1 deleted.").arg(row.cells.value(0).toString()));
                 });
}

void MucsPane::add()
{
    base::JsonArray members;
    for (const QString& name : m_members->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        members.emplace_back(name.trimmed().toStdString());
    const std::string name = m_name->text().trimmed().toStdString();
    base::JsonObject muc{{m_isRoom ? "name" : "groupname", name},
                         {"description", name},
                         {"owner", m_owner->text().trimmed().toStdString()}};
    if (!m_isRoom)
        muc.emplace_back("public", true);
    if (!members.empty())
        muc.emplace_back("members", std::move(members));
    m_editor.run("POST", m_path, std::move(muc), tr("%1 created.").arg(text::q(name)),
                 [this](const base::JsonValue&) {
                     m_name->clear();
                     m_members->clear();
                     m_name->setFocus();
                 });
}

void MucsPane::show(const sandbox::Snapshot& snapshot)
{
    const auto& table = m_isRoom ? snapshot.rooms : snapshot.groups;
    std::vector<FactRow> rows;
    for (const auto& muc : table.rows) {
        const QString kind = muc.disabled               ? tr("disabled")
                             : m_isRoom || muc.isPublic ? tr("public")
                                                        : tr("private");
        const QString id = text::q(muc.id);
        rows.push_back({id,
                        {text::q(muc.name), id, text::q(muc.owner), static_cast<qulonglong>(muc.memberCount),
                         kind, memberText(muc)}});
    }
    setRows(std::move(rows), table.total);
}

} // namespace ui
