// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace http {

/// A body that can be sent once. When a server closes the connection without an answer, Qt 6.4 sends the
/// request again, POST too; it rewinds the body for that, and this one refuses. (No QBuffer: Qt reads past
/// one's virtual functions.)
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray bytes, QObject* parent = nullptr)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool reset() override { return false; }
    qint64 size() const override { return m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 count = std::clamp<qint64>(m_bytes.size() - pos(), 0, size);
        std::copy_n(m_bytes.constData() + pos(), count, data);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace http
