// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/VaultFormat.h"

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <sodium.h>

#include <algorithm>
#include <string>
#include <string_view>

/// What the tests of the vault share.
namespace fixture {

inline vault::VaultKey key(std::uint8_t first = 0)
{
    std::array<std::uint8_t, 32> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(first + i);
    return *vault::VaultKey::fromBytes(bytes);
}

template<class Name>
Name name(std::uint8_t byte)
{
    Name name;
    name.bytes.fill(byte);
    return name;
}

/// The vault of the known answer in the design.
inline vault::VaultImage knownVault()
{
    vault::Header header;
    header.id = name<vault::VaultId>(0x11);
    header.salt = name<vault::Salt>(0x22);
    header.generation = 1;
    vault::Nonce nonce;
    nonce.fill(0x33);
    const vault::SecretView secret{1, vault::bytesOf("test")};
    return *vault::sealWithNonce(header, R"({"schema":1})", {&secret, 1}, key(), nonce);
}

/// Puts a right checksum at the end, as an attacker would.
inline void makeChecksumGood(vault::Bytes& file)
{
    if (file.size() >= 32)
        crypto_generichash(file.data() + file.size() - 32, 32, file.data(), file.size() - 32, nullptr, 0);
}

/// A folder of the test with a vault's path in it.
struct Folder
{
    QTemporaryDir dir;
    std::string path(const char* file = "vault.ctv") const
    {
        return dir.filePath(QString::fromLatin1(file)).toStdString();
    }
    QStringList files() const
    {
        return QDir(dir.path()).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    }
    vault::Bytes bytes(const char* file = "vault.ctv") const
    {
        QFile in(dir.filePath(QString::fromLatin1(file)));
        if (!in.open(QIODevice::ReadOnly))
            return {};
        const QByteArray all = in.readAll();
        return {all.begin(), all.end()};
    }
    void write(const char* file, const vault::Bytes& bytes) const
    {
        QFile out(dir.filePath(QString::fromLatin1(file)));
        if (!out.open(QIODevice::WriteOnly) ||
            out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) !=
                static_cast<qint64>(bytes.size()))
            qFatal("cannot write %s", file);
    }
};

/// The code of a failure; "ok" when there is none.
template<class T>
QString codeOf(const base::Result<T>& result)
{
    return result ? QStringLiteral("ok") : QString::fromStdString(result.error().code);
}

} // namespace fixture
