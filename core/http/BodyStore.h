// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QTemporaryFile;

namespace http {

/// The bytes of a body, in memory while they are few and in a temporary file (0600, without a name where the
/// file system can, removed with the last copy) above that. Copies share the bytes; a copy is meant to be
/// read, also by several threads, once its first owner appends no more.
class BodyStore final
{
public:
    /// Bytes that stay in memory when nothing else is said.
    static constexpr qint64 kSpoolAbove = 512 * 1024;

    explicit BodyStore(qint64 spoolAbove = kSpoolAbove);

    /// Error: spool-failed with the system's reason (disk full, no temporary folder).
    [[nodiscard]] base::Result<> append(const char* data, qint64 size);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool onDisk() const { return m_file != nullptr; }

    /// Up to `size` bytes from `offset`; fewer at the end or when the file cannot be read.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 size) const;

    /// The first `limit` bytes; all when there are fewer.
    [[nodiscard]] QByteArray bytes(qint64 limit) const { return read(0, limit); }

    /// Leaves the bytes in a file (0600) of the temporary folder for good and says its path. Error:
    /// spool-failed.
    [[nodiscard]] base::Result<QString> keep();

private:
    [[nodiscard]] base::Result<> spool();

    qint64 m_spoolAbove;
    qint64 m_size = 0;
    QByteArray m_memory;
    std::shared_ptr<QTemporaryFile> m_file;
};

} // namespace http
