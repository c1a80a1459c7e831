// SPDX-License-Identifier: Apache-2.0
// What vault_test.py kills, starves and races. The key of a vault is BLAKE2b-256 of "vault worker" and its
// salt, so that the test can open whatever it finds.
//
//   vault_worker save PATH COUNT         adds one to a counter in the vault, COUNT times, and prints it each
//   time vault_worker rekey PATH COUNT        the same, each time with a change of key vault_worker once
//   save|rekey PATH    once, between two marks that strace shows; exit code below vault_worker race PATH NAME
//   COUNT    stores NAME-1 .. NAME-COUNT; prints how often it was told of the other vault_worker sample
//   FOLDER           makes the frozen sample of tests/data
#include "core/vault/SystemKeychain.h"
#include "core/vault/Vault.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using base::SecretBytes;
using vault::kCertificate;
using vault::KeyTerms;
using vault::Salt;
using vault::Vault;
using vault::VaultKey;

// Exit codes of "once".
constexpr int kSaved = 0;
constexpr int kRetried = 10;  // the save failed and said so, the edit was still there, the retry worked
constexpr int kStillBad = 11; // the retry failed as well
constexpr int kBroken = 1;    // a promise was not kept

class StoppedClock final : public base::Clock
{
public:
    [[nodiscard]] std::int64_t nowMs() const override { return 1'800'000'000'000; }
};
const StoppedClock kClock;

VaultKey keyOf(const Salt& salt)
{
    std::string text = "vault worker";
    text.append(salt.bytes.begin(), salt.bytes.end());
    vault::GuardedBytes key(VaultKey::kSize);
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return *VaultKey::fromBytes(std::move(key));
}

[[noreturn]] void stop(const char* what, const base::Error& error)
{
    std::printf("%s: %s %s\n", what, error.code.c_str(), error.args.empty() ? "" : error.args.back().c_str());
    std::exit(kBroken);
}

template<class T>
void must(const char* what, const base::Result<T>& result)
{
    if (!result)
        stop(what, result.error());
}

KeyTerms newTerms()
{
    return {Salt::random(), vault::PassphraseKdf::None, false};
}

std::string counterOf(const Vault& vault)
{
    return std::string(vault.secret("counter", "value").value().view());
}

std::string next(const std::string& counter)
{
    return std::to_string(std::stoi(counter) + 1);
}

/// Opens the vault at `path`, or makes one with twenty certificates and a counter.
void openVault(Vault& vault)
{
    must("load", vault.load());
    if (vault.state() == vault::State::Locked) {
        must("unlock", vault.unlock(keyOf(vault.info().header.salt), vault::KeySource::Passphrase));
        return;
    }
    const KeyTerms terms = newTerms();
    must("create", vault.create(keyOf(terms.salt), terms));
    for (int i = 0; i < 20; ++i)
        must("stage", vault.stagePut("fixed-" + std::to_string(i), kCertificate,
                                     SecretBytes("certificate " + std::to_string(i))));
    must("first save", vault.put("counter", "value", SecretBytes("0")));
}

int loop(const std::string& path, int count, bool rekey)
{
    Vault vault(path, kClock);
    openVault(vault);
    std::printf("%s\n", counterOf(vault).c_str());
    static_cast<void>(std::getchar());
    for (int i = 0; i < count; ++i) {
        const std::string value = next(counterOf(vault));
        if (rekey) {
            must("stage", vault.stagePut("counter", "value", SecretBytes(value)));
            const KeyTerms terms = newTerms();
            must("change of key", vault.changeKey(keyOf(terms.salt), terms));
        } else {
            must("put", vault.put("counter", "value", SecretBytes(value)));
        }
        std::printf("%s\n", value.c_str());
    }
    return 0;
}

int once(const std::string& path, bool rekey)
{
    Vault vault(path, kClock, std::chrono::milliseconds(200));
    openVault(vault);
    const std::string value = next(counterOf(vault));
    const KeyTerms terms = newTerms();
    const Salt before = vault.info().header.salt;
    if (rekey)
        must("stage", vault.stagePut("counter", "value", SecretBytes(value)));
    const auto change = [&]() -> base::Result<> {
        return rekey ? vault.changeKey(keyOf(terms.salt), terms)
                     : vault.put("counter", "value", SecretBytes(value));
    };
    static_cast<void>(::access("/vault-save-begins", F_OK));
    const auto first = change();
    static_cast<void>(::access("/vault-save-ends", F_OK));
    if (first)
        return counterOf(vault) == value && !vault.hasUnsaved() ? kSaved : kBroken;
    std::printf("%s\n", first.error().code.c_str());
    const bool keyIsRight =
        vault.hasKey(keyOf(vault.info().header.salt)) && (rekey || vault.info().header.salt == before);
    if (!vault.hasUnsaved() || counterOf(vault) != value || !keyIsRight)
        return kBroken;
    const auto second = rekey && !vault.hasKey(keyOf(terms.salt)) ? change() : vault.save();
    if (!second) {
        std::printf("again: %s\n", second.error().code.c_str());
        return kStillBad;
    }
    return kRetried;
}

int race(const std::string& path, const std::string& name, int count)
{
    Vault vault(path, kClock);
    openVault(vault);
    int told = 0;
    for (int i = 1; i <= count; ++i) {
        auto saved = vault.put(name + "-" + std::to_string(i), kCertificate, SecretBytes(name));
        while (!saved) {
            if (saved.error().code != "vault-changed-elsewhere")
                stop("race", saved.error());
            ++told;
            must("reload", vault.reload());
            saved = vault.save();
        }
    }
    std::printf("told %d\n", told);
    return 0;
}

int keychain(int argc, char** argv, const std::string& what, int seconds)
{
    QCoreApplication app(argc, argv);
    QElapsedTimer total;
    QElapsedTimer turn;
    qint64 gap = 0;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, [&] { gap = std::max(gap, turn.restart()); });
    vault::SystemKeychain chain;
    vault::VaultId id;
    Salt salt;
    id.bytes.fill(0x11);
    salt.bytes.fill(0x22);
    const std::chrono::seconds wait(seconds);
    const auto say = [&](const base::Result<>& result) {
        std::printf("%s %lld %lld %s\n", result ? "ok" : result.error().code.c_str(),
                    static_cast<long long>(total.elapsed()), static_cast<long long>(gap),
                    result || result.error().args.empty() ? "" : result.error().args[0].c_str());
        QCoreApplication::quit();
    };
    QTimer::singleShot(0, &app, [&] {
        total.start();
        turn.start();
        heart.start(10);
        if (what == "store")
            chain.store(id, salt, keyOf(salt), say, wait);
        else if (what == "erase")
            chain.erase(id, salt, say, wait);
        else if (what == "answering")
            chain.isAnswering(say, wait);
        else
            chain.read(
                id, salt,
                [&](base::Result<VaultKey> key) {
                    if (key && !(*key == keyOf(salt)))
                        say(base::fail("another key"));
                    else
                        say(key ? base::Result<>() : base::fail(key.error()));
                },
                wait);
    });
    return QCoreApplication::exec();
}

int sample(const std::string& folder)
{
    Vault vault(folder + "/v1.ctv", kClock);
    const auto passphrase = vault::Passphrase::fromText("correct horse");
    const KeyTerms terms{Salt::random(), vault::PassphraseKdf::Argon64, false};
    const auto key = vault::deriveKey(*passphrase, terms.salt, terms.kdf);
    must("load", vault.load());
    must("create", vault.create(key->copy(), terms));
    must("put", vault.put("1111", kCertificate, SecretBytes("5CFd2fd1755d40ecb72977518be15d3b")));
    must("put",
         vault.put("1111", vault::kPreviousCertificate, SecretBytes("970CA35de60c44645bbae8a215061b33")));
    must("put", vault.put("2222", kCertificate, SecretBytes("0123456789abcdef0123456789abcdef")));
    must("key", vault::writeKeyFile({folder + "/v1.key"}, vault.info().header.id, terms.salt, *key));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::vector<std::string> args(argv + 1, argv + argc);
    const std::string command = args.empty() ? "" : args[0];
    if ((command == "save" || command == "rekey") && args.size() == 3)
        return loop(args[1], std::stoi(args[2]), command == "rekey");
    if (command == "once" && args.size() == 3)
        return once(args[2], args[1] == "rekey");
    if (command == "race" && args.size() == 4)
        return race(args[1], args[2], std::stoi(args[3]));
    if (command == "keychain" && args.size() == 3)
        return keychain(argc, argv, args[1], std::stoi(args[2]));
    if (command == "sample" && args.size() == 2)
        return sample(args[1]);
    std::fprintf(stderr, "see the top of vault_worker.cpp\n");
    return 2;
}
