// SPDX-License-Identifier: Apache-2.0
#include "core/http/BodyStore.h"

#include "core/http/Errors.h"

#include <QTemporaryFile>

#include <algorithm>

namespace http {

BodyStore::BodyStore(qint64 spoolAbove)
    : m_spoolAbove(spoolAbove)
{
}

base::Result<> BodyStore::append(const char* data, qint64 size)
{
    if (!m_file && m_size + size <= m_spoolAbove) {
        m_memory.append(data, size);
        m_size += size;
        return {};
    }
    const auto failed = [this]() {
        return base::fail(errors::kSpoolFailed, "",
                          std::vector<std::string>{m_file->errorString().toStdString()});
    };
    if (!m_file) {
        m_file = std::make_shared<QTemporaryFile>();
        if (!m_file->open())
            return failed();
        if (m_file->write(m_memory) != m_memory.size())
            return failed();
        m_memory = QByteArray();
    }
    // QFile buffers: flush tells the truth about a full disk now rather than never.
    if (!m_file->seek(m_size) || m_file->write(data, size) != size || !m_file->flush())
        return failed();
    m_size += size;
    return {};
}

QByteArray BodyStore::read(qint64 offset, qint64 size) const
{
    if (offset < 0 || offset >= m_size || size <= 0)
        return {};
    const qint64 count = std::min(size, m_size - offset);
    if (!m_file)
        return m_memory.mid(offset, count);
    return m_file->seek(offset) ? m_file->read(count) : QByteArray();
}

} // namespace http
