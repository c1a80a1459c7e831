// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

#include <sys/socket.h>

namespace support {

/// A loopback server that answers each whole request with whatever the test says, right or wrong. It keeps
/// every byte that it was sent.
class HostileServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Answer = std::function<void(QTcpSocket& socket, const QByteArray& request)>;

    explicit HostileServer(Answer answer = {}, const QHostAddress& address = QHostAddress::LocalHost)
        : m_answer(std::move(answer))
    {
        if (!listen(address))
            qFatal("cannot listen on loopback");
        connect(this, &QTcpServer::newConnection, this, &HostileServer::accept);
    }

    void setAnswer(Answer answer) { m_answer = std::move(answer); }

    /// Answers with these bytes and closes.
    void answerWith(const QByteArray& bytes)
    {
        m_answer = [bytes](QTcpSocket& socket, const QByteArray&) {
            socket.write(bytes);
            socket.disconnectFromHost();
        };
    }

    /// Breaks the connection that is open, so that the other side gets a reset.
    void reset()
    {
        const auto sockets = findChildren<QTcpSocket*>();
        for (QTcpSocket* socket : sockets) {
            const linger now{1, 0};
            ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                         sizeof now);
            socket->abort();
        }
    }

    [[nodiscard]] QUrl url(const char* path = "/", const char* host = "127.0.0.1") const
    {
        return QUrl(QStringLiteral("http://%1:%2%3")
                        .arg(QLatin1String(host), QString::number(serverPort()), QLatin1String(path)));
    }

    int connections = 0;
    int closed = 0;
    QByteArray received;        ///< everything, of all connections
    QList<QByteArray> requests; ///< head and body of each

private:
    void accept()
    {
        while (QTcpSocket* socket = nextPendingConnection()) {
            ++connections;
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::disconnected, this, [this, socket]() {
                ++closed;
                socket->deleteLater();
            });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer]() {
                const QByteArray bytes = socket->readAll();
                received += bytes;
                *buffer += bytes;
                const qsizetype head = buffer->indexOf("\r\n\r\n");
                if (head < 0)
                    return;
                qsizetype length = 0;
                const QByteArray lower = buffer->left(head).toLower();
                if (const qsizetype at = lower.indexOf("content-length:"); at >= 0)
                    length = lower
                                 .mid(at + 15,
                                      lower.indexOf('\r', at) < 0 ? -1 : lower.indexOf('\r', at) - at - 15)
                                 .trimmed()
                                 .toLongLong();
                if (buffer->size() < head + 4 + length)
                    return;
                const QByteArray request = *buffer;
                buffer->clear();
                requests += request;
                if (m_answer)
                    m_answer(*socket, request);
            });
        }
    }

    Answer m_answer;
};

/// Writes `piece` again and again, as fast as the other side reads (interval 0) or every `ms` milliseconds.
inline void writeForEver(QTcpSocket& socket, const QByteArray& piece, int ms)
{
    auto* timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece]() {
        if (socket.state() == QAbstractSocket::ConnectedState && socket.bytesToWrite() < 1024 * 1024)
            socket.write(piece);
    });
    timer->start(ms);
}

/// "HTTP/1.1 200 OK" with these header lines (each ending in CRLF), a right Content-Length and this body.
inline QByteArray wholeAnswer(const QByteArray& headers, const QByteArray& body,
                              const QByteArray& status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace support
