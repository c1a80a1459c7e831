// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LockSocket.h"

#include "core/project/Home.h"

#include <QLocalSocket>

namespace ui {
namespace {

constexpr qint64 kLongestLine = 64; // bytes
constexpr qsizetype kMostClients = 8;

QByteArray bytesOf(std::string_view word)
{
    return {word.data(), static_cast<qsizetype>(word.size())};
}

} // namespace

LockSocket::LockSocket(const QString& address, QObject* parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(4);
    connect(&m_server, &QLocalServer::newConnection, this, &LockSocket::welcome);
    QLocalServer::removeServer(address); // of a program that had this process id before
    m_server.listen(address);
}

void LockSocket::welcome()
{
    while (QLocalSocket* client = m_server.nextPendingConnection()) {
        client->setReadBufferSize(kLongestLine);
        m_clients.removeAll(nullptr);
        m_clients << client;
        if (m_clients.size() > kMostClients) // those who say nothing must not take the window's descriptors
            m_clients.takeFirst()->abort();
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QLocalSocket::readyRead, this, [this, client] {
            if (!client->canReadLine()) {
                if (client->bytesAvailable() >= kLongestLine)
                    client->abort();
                return;
            }
            if (client->readLine().trimmed() == bytesOf(project::kLockWord)) {
                Q_EMIT lockAsked();
                client->write(bytesOf(project::kLockedWord) + '\n');
            }
            client->disconnectFromServer();
        });
    }
}

} // namespace ui
