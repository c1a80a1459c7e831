// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>

namespace support {

/// A reply that does what the test tells it to and nothing by itself.
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const QNetworkRequest& request, QNetworkAccessManager::Operation operation, QObject* parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void answer(int status, const QByteArray& reason, const QList<QPair<QByteArray, QByteArray>>& headers)
    {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
        setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, reason);
        for (const auto& [name, value] : headers)
            setRawHeader(name, value);
        Q_EMIT metaDataChanged();
    }

    void body(const QByteArray& bytes)
    {
        m_bytes += bytes;
        Q_EMIT readyRead();
    }

    void end()
    {
        setFinished(true);
        Q_EMIT finished();
    }

    void failWith(NetworkError error, const QString& text)
    {
        setError(error, text);
        Q_EMIT errorOccurred(error);
        end();
    }

    void abort() override
    {
        aborted = true;
        failWith(OperationCanceledError, QStringLiteral("aborted"));
    }

    qint64 bytesAvailable() const override { return m_bytes.size() + QNetworkReply::bytesAvailable(); }
    bool isSequential() const override { return true; }

    bool aborted = false;

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 count = std::min<qint64>(size, m_bytes.size());
        std::copy_n(m_bytes.constData(), count, data);
        m_bytes.remove(0, count);
        return count == 0 && isFinished() ? -1 : count;
    }

private:
    QByteArray m_bytes;
};

/// A manager that never touches the network.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    struct Sent
    {
        Operation operation;
        QNetworkRequest request;
        QByteArray body;
        QPointer<FakeReply> reply;
    };

    QList<Sent> sent;
    std::function<void(FakeReply&)> onSend; ///< called from the event loop after each request

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                 QIODevice* body) override
    {
        auto* reply = new FakeReply(request, operation, this);
        sent.append({operation, request, body ? body->readAll() : QByteArray(), reply});
        if (onSend)
            QMetaObject::invokeMethod(
                reply, [this, reply]() { onSend(*reply); }, Qt::QueuedConnection);
        return reply;
    }
};

} // namespace support
