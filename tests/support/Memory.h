// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include <unistd.h>

namespace support {

/// Bytes of this process that are in memory; 0 where the system does not tell.
[[nodiscard]] inline long residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace support
