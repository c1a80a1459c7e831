// SPDX-License-Identifier: Apache-2.0
#include "core/http/BodyStore.h"

#include "core/http/Errors.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace http {
namespace {

tl::unexpected<base::Error> failed(const QTemporaryFile& file)
{
    return base::fail(errors::kSpoolFailed, "", std::vector<std::string>{file.errorString().toStdString()});
}

} // namespace

BodyStore::BodyStore(qint64 spoolAbove)
    : m_spoolAbove(spoolAbove)
{
}

base::Result<> BodyStore::spool()
{
    const QString folder = QDir::tempPath(); // empty where TMPDIR is no folder
    if (folder.isEmpty())
        return base::fail(errors::kSpoolFailed, "",
                          std::vector<std::string>{qt_error_string(ENOENT).toStdString()});
    m_file = std::make_shared<QTemporaryFile>(folder + QStringLiteral("/chat-token-body.XXXXXX"));
    if (!m_file->open() || m_file->write(m_memory) != m_memory.size() || !m_file->flush())
        return failed(*m_file);
    m_memory = QByteArray();
    return {};
}

base::Result<> BodyStore::append(const char* data, qint64 size)
{
    if (!m_file && m_size + size <= m_spoolAbove) {
        m_memory.append(data, size);
        m_size += size;
        return {};
    }
    if (!m_file) {
        if (auto spooled = spool(); !spooled)
            return spooled;
    }
    // QFile buffers: flush tells the truth about a full disk now rather than never.
    if (!m_file->seek(m_size) || m_file->write(data, size) != size || !m_file->flush())
        return failed(*m_file);
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
    // Not through QFile, whose place in the file the copies share.
    QByteArray out(count, Qt::Uninitialized);
    qint64 got = 0;
    while (got < count) {
        const ssize_t step =
            ::pread(m_file->handle(), out.data() + got, static_cast<std::size_t>(count - got), offset + got);
        if (step > 0)
            got += step;
        else if (step == 0 || errno != EINTR)
            break;
    }
    out.truncate(got);
    return out;
}

base::Result<QString> BodyStore::keep()
{
    if (!m_file) {
        if (auto spooled = spool(); !spooled)
            return base::fail(spooled.error());
    }
    const QString name = m_file->fileName(); // gives it one
    if (name.isEmpty())
        return failed(*m_file);
    m_file->setAutoRemove(false);
    return name;
}

} // namespace http
