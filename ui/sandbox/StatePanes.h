// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/Snapshot.h"
#include "ui/sandbox/RowsPane.h"

class QLineEdit;
class QPushButton;

namespace ui {

class Bus;
class Editor;

/// The users: add, deactivate, delete, mint a token for.
class UsersPane final : public RowsPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UsersPane)

public:
    UsersPane(Editor& editor, Bus& bus);
    void show(const sandbox::Snapshot& snapshot);

protected:
    void rowChanged() override;

private:
    void add();

    Editor& m_editor;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_activate = nullptr;
};

/// The groups, or the chat rooms: create, delete, who is in them.
class MucsPane final : public RowsPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MucsPane)

public:
    MucsPane(Editor& editor, sandbox::ChatKind kind);
    void show(const sandbox::Snapshot& snapshot);

private:
    void add();
    void buildRowButtons();

    Editor& m_editor;
    const bool m_isRoom;
    QString m_path; ///< of the calls
    QLineEdit* m_name = nullptr;
    QLineEdit* m_owner = nullptr;
    QLineEdit* m_members = nullptr;
    QLineEdit* m_member = nullptr;
};

/// Who is signed in.
class SessionsPane final : public RowsPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionsPane)

public:
    explicit SessionsPane(Editor& editor);
    void show(const sandbox::Snapshot& snapshot);
};

/// The messages that can still be recalled: send, recall.
class MessagesPane final : public RowsPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesPane)

public:
    explicit MessagesPane(Editor& editor);
    void show(const sandbox::Snapshot& snapshot);

private:
    void send();

    Editor& m_editor;
    sandbox::Snapshot::Table<sandbox::Snapshot::MessageRow> m_messages;
    sandbox::Snapshot::Table<sandbox::Snapshot::MucRow> m_groups;
    sandbox::Snapshot::Table<sandbox::Snapshot::MucRow> m_rooms;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLineEdit* m_text = nullptr;
};

} // namespace ui
