// SPDX-License-Identifier: Apache-2.0
#include "core/text/Format.h"
#include "ui/sandbox/Editor.h"
#include "ui/sandbox/MomentText.h"
#include "ui/sandbox/StatePanes.h"

#include <QLineEdit>

#include <algorithm>

namespace ui {
namespace {

using msync::ContentType;
using sandbox::ChatKind;
using sandbox::Snapshot;

QString typeText(ContentType type)
{
    switch (type) {
    case ContentType::Text:
        return MessagesPane::tr("text");
    case ContentType::Image:
        return MessagesPane::tr("image");
    case ContentType::Video:
        return MessagesPane::tr("video");
    case ContentType::Location:
        return MessagesPane::tr("location");
    case ContentType::Voice:
        return MessagesPane::tr("voice");
    case ContentType::File:
        return MessagesPane::tr("file");
    case ContentType::Command:
        return MessagesPane::tr("command");
    case ContentType::Custom:
        return MessagesPane::tr("custom");
    case ContentType::Combine:
        return MessagesPane::tr("combined");
    }
    return {};
}

/// The group or room of that ID or name.
const Snapshot::MucRow* mucNamed(const Snapshot::Table<Snapshot::MucRow>& table, const std::string& named)
{
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const Snapshot::MucRow& row) {
        return row.id == named || row.name == named;
    });
    return found == table.rows.end() ? nullptr : &*found;
}

const char* chatWord(ChatKind kind)
{
    switch (kind) {
    case ChatKind::User:
        return "chat";
    case ChatKind::Group:
        return "groupchat";
    case ChatKind::Room:
        return "chatroom";
    }
    return "";
}

} // namespace

MessagesPane::MessagesPane(Editor& editor)
    : RowsPane("messages", tr("Messages"),
               {{tr("From"), 14},
                {tr("To"), 16},
                {tr("Text"), 30},
                {tr("Delivery"), 20},
                {tr("Sent"), 29},
                {tr("Kind"), 10},
                {tr("ID"), 28}},
               tr("No message yet"))
    , m_editor(editor)
{
    m_from = addField("messageFrom", tr("From: a user ID"));
    m_to = addField("messageTo", tr("To: user, group, room"));
    m_to->setToolTip(tr("A user ID, or the name or ID of a group or chat room"));
    m_text = addField("messageText", tr("Text"));
    addFormButton("sendMessage", tr("Send message"), [this] { send(); });
    addRowButton("recallMessage", tr("Recall"), QStringLiteral("history"), [this](const FactRow& row) {
        const std::string id = row.key.toStdString();
        const auto& rows = m_messages.rows;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.id == id; });
        if (found == rows.end())
            return;
        m_editor.run("POST", QStringLiteral("/messages/msg_recall"),
                     base::JsonObject{{"msg_id", id},
                                      {"to", found->to},
                                      {"from", found->from},
                                      {"chat_type", chatWord(found->chat)},
                                      {"force", true}},
                     tr("Message recalled."));
    });
}

/// A group or room may be called by its name, and then comes before a user of that name.
void MessagesPane::send()
{
    std::string to = m_to->text().trimmed().toStdString();
    QString path = QStringLiteral("/messages/users");
    if (const auto* group = mucNamed(m_groups, to)) {
        path = QStringLiteral("/messages/chatgroups");
        to = group->id;
    } else if (const auto* room = mucNamed(m_rooms, to)) {
        path = QStringLiteral("/messages/chatrooms");
        to = room->id;
    }
    m_editor.run("POST", path,
                 base::JsonObject{{"from", m_from->text().trimmed().toStdString()},
                                  {"to", base::JsonArray{to}},
                                  {"type", "txt"},
                                  {"body", base::JsonObject{{"msg", m_text->text().toStdString()}}}},
                 tr("Message sent."), [this](const base::JsonValue&) {
                     m_text->clear();
                     m_text->setFocus();
                 });
}

void MessagesPane::show(const Snapshot& snapshot)
{
    m_messages = snapshot.messages;
    m_groups = snapshot.groups;
    m_rooms = snapshot.rooms;
    std::vector<FactRow> rows;
    for (const auto& message : snapshot.messages.rows) {
        const auto& mucs = message.chat == ChatKind::Group ? m_groups : m_rooms;
        const auto* muc = message.chat == ChatKind::User ? nullptr : mucNamed(mucs, message.to);
        const QString id = text::q(message.id);
        rows.push_back(
            {id,
             {text::q(message.from), text::q(muc ? muc->name : message.to), text::q(message.text),
              message.waiting == 0 ? tr("delivered")
                                   : tr("waits for %n", "users", static_cast<int>(message.waiting)),
              momentText(message.sentMs), typeText(message.type), id}});
    }
    setRows(std::move(rows), snapshot.messages.total);
}

} // namespace ui
