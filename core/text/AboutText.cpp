// SPDX-License-Identifier: Apache-2.0
#include "core/text/AboutText.h"

#include <QDir>
#include <QStringList>
#include <QSysInfo>

#include <openssl/crypto.h>
#include <sqlite3.h>

namespace text {
namespace {

QString openSslVersion()
{
    return QString::fromUtf8(OpenSSL_version(OPENSSL_VERSION_STRING));
}

} // namespace

QList<Library> libraries()
{
    const auto of = [](const char* name, const QString& version, const char* licence) {
        return Library{QLatin1String(name), version, QLatin1String(licence)};
    };
    return {of("Qt", QLatin1String(qVersion()), "LGPL-3.0"),
            of("OpenSSL", openSslVersion(), "Apache-2.0"),
            of("SQLite", QString::fromUtf8(sqlite3_libversion()), "public domain"),
            of("zlib", {}, "Zlib"),
            of("libsodium", {}, "ISC"),
            of("zxcvbn-c", {}, "MIT"),
            of("QtKeychain", {}, "BSD-3-Clause"),
            of("Boost", {}, "BSL-1.0"),
            of("Protocol Buffers", {}, "BSD-3-Clause"),
            of("libqrencode", {}, "LGPL-2.1"),
            of("libbsd", {}, "BSD-3-Clause"),
            of("tl::expected", {}, "CC0-1.0"),
            of("Lucide", {}, "ISC")};
}

QString reportFacts(const QString& platform, const QString& language, const QString& dataFolder)
{
    const QString home = QDir::homePath();
    const bool within = dataFolder == home || dataFolder.startsWith(home + QLatin1Char('/'));
    QStringList lines{QStringLiteral("Chat Token Console ") + QLatin1String(CHATTOKEN_VERSION)};
    for (const Library& library : libraries()) {
        if (!library.version.isEmpty())
            lines << library.name + QLatin1Char(' ') + library.version;
    }
    lines << QStringLiteral("System: %1, %2 %3, %4")
                 .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                      QSysInfo::currentCpuArchitecture());
    lines << QStringLiteral("Platform: %1, language: %2").arg(platform, language);
    lines << QStringLiteral("Data: ") +
                 (within ? QLatin1Char('~') + dataFolder.mid(home.size()) : dataFolder);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace text
