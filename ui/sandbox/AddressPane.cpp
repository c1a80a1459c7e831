// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/AddressPane.h"

#include "core/project/Project.h"
#include "core/text/Format.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/SandboxHost.h"
#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

AddressPane::AddressPane(Context& context)
    : m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_rest = addLine(column, "sandboxRestUrl", tr("REST URL"));
    m_socket = addLine(column, "sandboxWsUrl", tr("WebSocket URL"));
    const project::Project project = project::sandboxProject();
    QLineEdit* appKey = addLine(column, "sandboxAppKey", tr("App Key"));
    appKey->setText(text::q(project.appKey()));
    appKey->setCursorPosition(0);
    QLineEdit* appId = addLine(column, "sandboxAppId", tr("App ID"));
    appId->setText(text::q(project.appId));
    appId->setCursorPosition(0);
    column->addSpacing(6);
    m_copySnippet = named(button(tr("Copy JavaScript"), QStringLiteral("braces")), "copySdkSnippet",
                          tr("Copy JavaScript that points the SDK here"));
    m_copySnippet->setToolTip(m_copySnippet->accessibleName());
    column->addWidget(m_copySnippet, 0, Qt::AlignLeft);
    connect(m_copySnippet, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copyText(snippet());
        Q_EMIT m_context.bus.messageRaised(tr("JavaScript copied."), false);
    });
    connect(&context.sandbox, &SandboxHost::stateChanged, this, &AddressPane::showState);
    showState();
}

QLineEdit* AddressPane::addLine(QVBoxLayout* column, const char* objectName, const QString& caption)
{
    auto* title = label(caption);
    auto* edit = named(new QLineEdit, objectName, caption);
    edit->setReadOnly(true);
    edit->setFont(monospace());
    edit->setPlaceholderText(tr("Start the sandbox to get one."));
    title->setBuddy(edit);
    auto* copy = named(button({}, QStringLiteral("copy")), (QByteArray("copy-") + objectName).constData(),
                       tr("Copy: %1").arg(caption));
    copy->setToolTip(copy->accessibleName());
    auto* line = new QHBoxLayout;
    line->addWidget(edit, 1);
    line->addWidget(copy);
    column->addWidget(title);
    column->addLayout(line);
    connect(edit, &QLineEdit::textChanged, copy,
            [copy](const QString& text) { copy->setEnabled(!text.isEmpty()); });
    copy->setEnabled(false);
    connect(copy, &QPushButton::clicked, this, [this, edit, caption] {
        m_context.clipboard.copyText(edit->text());
        Q_EMIT m_context.bus.messageRaised(tr("%1 copied.").arg(caption), false);
    });
    return edit;
}

void AddressPane::showState()
{
    const SandboxHost& host = m_context.sandbox;
    m_rest->setText(host.isRunning() || host.state() == SandboxHost::State::Elsewhere ? host.restUrl()
                                                                                      : QString());
    m_socket->setText(host.wsUrl());
    for (QLineEdit* edit : {m_rest, m_socket})
        edit->setCursorPosition(0);
    m_copySnippet->setEnabled(host.isRunning());
}

QString AddressPane::snippet() const
{
    return QStringLiteral(
               "import AgoraChat from 'agora-chat';\n"
               "\n"
               "const connection = new AgoraChat.connection({\n"
               "    appKey: '%1',\n"
               "    apiUrl: '%2',\n"
               "    url: '%3',\n"
               "    isHttpDNS: false,\n"
               "    https: false,\n"
               "});\n"
               "connection.addEventHandler('console', { onConnected: () => console.log('signed in') });\n"
               "connection.open({ user: 'alice', accessToken: 'USER_TOKEN_OF_ALICE' });\n")
        .arg(text::q(project::sandboxProject().appKey()), m_context.sandbox.restUrl(),
             m_context.sandbox.wsUrl());
}

} // namespace ui
