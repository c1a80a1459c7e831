// SPDX-License-Identifier: Apache-2.0
#include "core/vault/SystemKeychain.h"

#include "core/base/SecretBytes.h"
#include "core/vault/Errors.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <string>
#include <utility>

namespace vault {
namespace {

using base::fail;
using base::Result;

QString service()
{
    return QStringLiteral("chat-token-console");
}

QString userOf(const VaultId& id, const Salt& salt)
{
    return QString::fromStdString(id.hex() + "/" + salt.hex());
}

/// Overwrites the bytes where they are, for all who share them.
void wipeShared(const QByteArray& bytes)
{
    base::wipe(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
}

/// What a finished job (nullptr: an unfinished one) says, without its value.
Result<> resultOf(const QKeychain::Job* job, std::chrono::milliseconds wait)
{
    if (!job)
        return fail(errors::kKeychainSilent, "", std::vector{std::to_string(wait.count() / 1000)});
    const std::vector reason{job->errorString().toStdString()};
    switch (job->error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return fail(errors::kKeychainLockedOrMissing);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return fail(errors::kKeychainRefused, "", reason);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return fail(errors::kKeychainUnavailable, "", reason);
}

} // namespace

SystemKeychain::SystemKeychain()
    : m_context(std::make_unique<QObject>())
{
}

SystemKeychain::~SystemKeychain() = default;

void SystemKeychain::start(std::unique_ptr<QKeychain::Job> job, const QString& user,
                           std::chrono::milliseconds wait, std::function<void(QKeychain::Job*)> finished)
{
    // The job deletes itself when it is done, however late.
    QKeychain::Job* const started = job.release();
    started->setAutoDelete(true);
    started->setInsecureFallback(false);
    started->setKey(user);
    auto* const once = new QObject(m_context.get()); // whichever comes first takes it away
    const auto answer = [once, finished = std::move(finished)](QKeychain::Job* done) {
        const auto call = finished; // `this` may go with `once`, and the caller may end this object
        delete once;
        call(done);
    };
    QObject::connect(started, &QKeychain::Job::finished, once, answer);
    if (wait > kNoLimit)
        QTimer::singleShot(wait, once, [answer] {
            const auto last = answer;
            last(nullptr);
        });
    started->start();
}

void SystemKeychain::read(const VaultId& id, const Salt& salt, Read done, std::chrono::milliseconds wait)
{
    start(std::make_unique<QKeychain::ReadPasswordJob>(service()), userOf(id, salt), wait,
          [done = std::move(done), wait](QKeychain::Job* job) {
              if (const auto result = resultOf(job, wait); !result)
                  return done(fail(result.error()));
              const QByteArray bytes = static_cast<QKeychain::ReadPasswordJob*>(job)->binaryData();
              auto key =
                  VaultKey::fromBytes(bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
              wipeShared(bytes);
              if (!key) // an entry that is not ours, or not whole
                  return done(fail(errors::kKeychainLockedOrMissing));
              done(std::move(*key));
          });
}

void SystemKeychain::write(const VaultId& id, const Salt& salt, const VaultKey& key, Done done,
                           std::chrono::milliseconds wait)
{
    const QByteArray bytes(reinterpret_cast<const char*>(key.bytes().data()), VaultKey::kSize);
    auto job = std::make_unique<QKeychain::WritePasswordJob>(service());
    job->setBinaryData(bytes);
    // The job may still need its bytes after the deadline; they go with it.
    QObject::connect(job.get(), &QKeychain::Job::finished, job.get(), [bytes] { wipeShared(bytes); });
    start(std::move(job), userOf(id, salt), wait,
          [done = std::move(done), wait](QKeychain::Job* finished) { done(resultOf(finished, wait)); });
}

void SystemKeychain::erase(const VaultId& id, const Salt& salt, Done done, std::chrono::milliseconds wait)
{
    start(std::make_unique<QKeychain::DeletePasswordJob>(service()), userOf(id, salt), wait,
          [done = std::move(done), wait](QKeychain::Job* job) {
              auto result = resultOf(job, wait);
              if (!result && result.error().code == errors::kKeychainLockedOrMissing)
                  result = {};
              done(std::move(result));
          });
}

void SystemKeychain::isAnswering(Done done, std::chrono::milliseconds wait)
{
    // An entry that nobody has: a keychain that is there says so.
    read(
        {}, {},
        [done = std::move(done)](Result<VaultKey> key) {
            if (key || key.error().code == errors::kKeychainLockedOrMissing)
                done({});
            else
                done(fail(key.error()));
        },
        wait);
}

} // namespace vault
