// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/Editor.h"

#include "core/local/Message.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/shell/SandboxHost.h"

#include <QUrl>

#include <utility>

namespace ui {
namespace {

using base::JsonArray;
using base::JsonObject;

constexpr const char* kUsers = "/users";

JsonObject textMessage(const char* from, std::string_view to, const char* text)
{
    return {{"from", from}, {"to", JsonArray{to}}, {"type", "txt"}, {"body", JsonObject{{"msg", text}}}};
}

} // namespace

Editor::Editor(SandboxHost& host, QObject* parent)
    : QObject(parent)
    , m_host(host)
{
}

void Editor::run(const char* method, const QString& path, const base::JsonValue& body, const QString& said,
                 Then then)
{
    m_host.edit(method, path, body, this,
                [this, said, then = std::move(then)](const local::Response& response) {
                    const auto answer = base::JsonValue::parse(response.body).value_or(base::JsonValue());
                    if (response.status != 200) {
                        Q_EMIT failed(QStringLiteral("%1 %2: %3")
                                          .arg(response.status)
                                          .arg(text::q(answer.text("error")),
                                               text::q(answer.text("error_description"))));
                        return;
                    }
                    if (!said.isEmpty())
                        Q_EMIT done(said);
                    if (then)
                        then(answer);
                });
}

/// Users who are there already are no fault: everything else is added to what they have.
void Editor::addSample()
{
    const JsonArray users{
        JsonObject{{"username", "alice"}, {"password", "alice-sample"}, {"nickname", "Alice"}},
        JsonObject{{"username", "bob"}, {"password", "bob-sample"}, {"nickname", "Bob"}}};
    run("POST", QLatin1String(kUsers), users, {}, [this](const base::JsonValue&) {
        const JsonObject group{{"groupname", "team"},
                               {"description", "A sample group"},
                               {"public", true},
                               {"owner", "alice"},
                               {"members", JsonArray{"bob"}}};
        run("POST", QStringLiteral("/chatgroups"), group, {}, [this](const base::JsonValue& answer) {
            const base::JsonValue* data = answer.find("data");
            sendSampleMessages(data ? std::string(data->text("groupid")) : std::string());
        });
    });
}

void Editor::sendSampleMessages(const std::string& groupId)
{
    run("POST", QStringLiteral("/messages/users"), textMessage("alice", "bob", "Hello Bob"), {});
    run("POST", QStringLiteral("/messages/users"), textMessage("bob", "alice", "Hello Alice"), {});
    run("POST", QStringLiteral("/messages/chatgroups"), textMessage("alice", groupId, "Welcome to the team"),
        tr("Added alice (password alice-sample), bob (password bob-sample), the group team and three "
           "messages."));
}

void Editor::reset()
{
    m_host.reset(this, [this](const std::optional<base::Error>& error) {
        if (error)
            Q_EMIT failed(text::errorText(*error).line());
        else
            Q_EMIT done(tr("The sandbox is empty."));
    });
}

QString pathPart(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace ui
