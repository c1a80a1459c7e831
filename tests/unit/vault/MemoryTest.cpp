// SPDX-License-Identifier: Apache-2.0
#include "core/vault/Vault.h"
#include "tests/support/ManualClock.h"
#include "tests/unit/vault/Fixture.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <memory>
#include <unordered_map>

using base::SecretBytes;
using vault::kCertificate;
using vault::Vault;

/// What is left of secrets in the memory of this process. The patterns are kept masked, so that the search
/// does not find itself.
class MemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsAPlantedCopy();
    void keepsNoCertificatePlainWhileUnlocked();
    void keepsNoKeyAfterLock();
    void keepsNoPassphrase();
};

namespace {

constexpr std::uint8_t kMask = 0x5A;
constexpr std::size_t kLength = 32;
using Masked = std::array<std::uint8_t, kLength>;

Masked mask(std::span<const std::uint8_t> plain)
{
    Masked masked;
    for (std::size_t i = 0; i < kLength; ++i)
        masked[i] = plain[i] ^ kMask;
    return masked;
}

/// How often one of the patterns stands in the writable memory of this process.
int copiesOf(const std::vector<Masked>& patterns)
{
    constexpr std::size_t kBuffer = std::size_t{1} << 20;
    auto* const buffer = static_cast<std::uint8_t*>(
        ::mmap(nullptr, kBuffer, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    std::unordered_multimap<std::uint64_t, const Masked*> byBeginning;
    for (const Masked& pattern : patterns) {
        std::uint64_t beginning = 0;
        std::memcpy(&beginning, pattern.data(), sizeof beginning);
        byBeginning.emplace(beginning, &pattern);
    }
    std::uint64_t maskWord = 0;
    std::memset(&maskWord, kMask, sizeof maskWord);

    int copies = 0;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::ifstream maps("/proc/self/maps");
    std::string line;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> regions;
    while (std::getline(maps, line)) {
        std::uint64_t from = 0;
        std::uint64_t to = 0;
        char mode[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, mode) == 3 && mode[0] == 'r' &&
            mode[1] == 'w' && line.find("[vvar]") == std::string::npos)
            regions.emplace_back(from, to);
    }
    for (const auto& [from, to] : regions) {
        for (std::uint64_t at = from; at < to; at += kBuffer - kLength) {
            const std::uint64_t own = reinterpret_cast<std::uint64_t>(buffer);
            if (at >= own && at < own + kBuffer)
                continue;
            const ssize_t size = ::pread(memory, buffer, std::min(kBuffer, to - at), static_cast<off_t>(at));
            for (ssize_t i = 0; i + static_cast<ssize_t>(kLength) <= size; ++i) {
                std::uint64_t word = 0;
                std::memcpy(&word, buffer + i, sizeof word);
                const auto [first, last] = byBeginning.equal_range(word ^ maskWord);
                for (auto found = first; found != last; ++found) {
                    bool same = true;
                    for (std::size_t k = 0; k < kLength; ++k)
                        same = same && (buffer[i + static_cast<ssize_t>(k)] ^ kMask) == (*found->second)[k];
                    copies += same ? 1 : 0;
                }
            }
        }
    }
    ::close(memory);
    ::munmap(buffer, kBuffer);
    return copies;
}

/// The n-th of some certificates that stand nowhere: 32 hexadecimal digits, made anew each time.
SecretBytes certificate(int n)
{
    std::array<unsigned char, 16> sum{};
    const std::string seed = "certificate " + std::to_string(n);
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char*>(seed.data()),
                       seed.size(), nullptr, 0);
    std::array<char, 33> digits{};
    sodium_bin2hex(digits.data(), digits.size(), sum.data(), sum.size());
    SecretBytes secret(std::string_view(digits.data(), 32));
    sodium_memzero(digits.data(), digits.size());
    sodium_memzero(sum.data(), sum.size());
    return secret;
}

std::vector<Masked> maskedCertificates(int count)
{
    std::vector<Masked> patterns;
    for (int i = 0; i < count; ++i) {
        const SecretBytes secret = certificate(i);
        patterns.push_back(mask(vault::bytesOf(secret.view())));
    }
    return patterns;
}

} // namespace

/// Calls everything once with another secret: the first call of a library's function goes through the loader,
/// which saves the vector registers, and with them what a memcpy left there, on the stack. (Programs linked
/// with
/// "-z now" have no such first call.)
void MemoryTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer maps terabytes, which cannot be searched");
#endif
    fixture::Folder folder;
    support::ManualClock clock;
    Vault vault(folder.path(), clock);
    QVERIFY(vault.load());
    QVERIFY(vault.create(vault::VaultKey::random(), {}));
    QVERIFY(vault.put("p", kCertificate, certificate(1000)));
    QVERIFY(!vault.secret("p", kCertificate)->empty());
    const std::string plain(certificate(1001).view());
    static_cast<void>(copiesOf({mask(vault::bytesOf(plain))}));
}

void MemoryTest::findsAPlantedCopy()
{
    auto patterns = maskedCertificates(50);
    QCOMPARE(copiesOf(patterns), 0); // the test leaves none itself
    {
        const SecretBytes planted = certificate(17);
        QCOMPARE(copiesOf(patterns), 1);
        const std::string another(planted.view());
        QCOMPARE(copiesOf(patterns), 2);
        sodium_memzero(const_cast<char*>(another.data()), another.size());
    }
    QCOMPARE(copiesOf(patterns), 0);
}

void MemoryTest::keepsNoCertificatePlainWhileUnlocked()
{
    fixture::Folder folder;
    support::ManualClock clock;
    const auto patterns = maskedCertificates(50);
    Vault vault(folder.path(), clock);
    QVERIFY(vault.load());
    QVERIFY(vault.create(vault::VaultKey::random(), {}));
    for (int i = 0; i < 50; ++i)
        QVERIFY(vault.put("p" + std::to_string(i), kCertificate, certificate(i)));
    QCOMPARE(copiesOf(patterns), 0);
    for (int i = 0; i < 50; ++i) {
        const auto used = vault.secret("p" + std::to_string(i), kCertificate);
        QCOMPARE(mask(vault::bytesOf(used->view())), patterns[static_cast<std::size_t>(i)]);
        if (i == 0)
            QCOMPARE(copiesOf(patterns), 1); // in use: this one and no other
    }
    QVERIFY(vault.changeKey(vault::VaultKey::random(), {vault::Salt::random(), {}, false}));
    QVERIFY(vault.exportTo({folder.path("e.ctv")}, "[]", {"p1", "p2"}, vault::VaultKey::random(), {}));
    QCOMPARE(copiesOf(patterns), 0);
    vault.lock();
    QCOMPARE(copiesOf(patterns), 0);
}

void MemoryTest::keepsNoKeyAfterLock()
{
    fixture::Folder folder;
    support::ManualClock clock;
    const auto passphrase = vault::Passphrase::fromText("correct horse");
    const vault::KeyTerms terms{vault::Salt::random(), vault::PassphraseKdf::Argon64, false};
    std::vector<Masked> keys;
    Vault vault(folder.path(), clock);
    QVERIFY(vault.load());
    {
        auto key = vault::deriveKey(*passphrase, terms.salt, terms.kdf);
        keys.push_back(mask(key->bytes()));
        QVERIFY(copiesOf(keys) >= 1);
        QVERIFY(vault::writeKeyFile({folder.path("k")}, fixture::name<vault::VaultId>(1), terms.salt, *key));
        QVERIFY(vault.create(std::move(*key), terms, fixture::name<vault::VaultId>(1)));
    }
    QVERIFY(vault.put("p", kCertificate, certificate(0)));
    QVERIFY(!vault.secret("p", kCertificate)->empty());
    QCOMPARE(copiesOf(keys), 1); // the one in guarded memory
    vault.lock();
    QCOMPARE(copiesOf(keys), 0);
    QVERIFY(vault.unlock(*vault::readKeyFile(folder.path("k"))));
    QCOMPARE(copiesOf(keys), 1);
    {
        auto next = vault::VaultKey::random();
        keys.push_back(mask(next.bytes()));
        QVERIFY(vault.changeKey(std::move(next), {vault::Salt::random(), {}, false}));
    }
    QCOMPARE(copiesOf({keys[0]}), 0); // the old one went with the change
    QCOMPARE(copiesOf(keys), 1);
    vault.lock();
    QCOMPARE(copiesOf(keys), 0);
}

void MemoryTest::keepsNoPassphrase()
{
    // 32 bytes, ASCII: what is not goes through Qt, where copies may stay.
    const auto patterns = maskedCertificates(1);
    {
        const SecretBytes typed = certificate(0);
        const auto passphrase = vault::Passphrase::fromText(typed.view());
        QCOMPARE(copiesOf(patterns), 2);
        QVERIFY(vault::deriveKey(*passphrase, {}, vault::PassphraseKdf::Argon64));
    }
    QCOMPARE(copiesOf(patterns), 0);
}

QTEST_GUILESS_MAIN(MemoryTest)
#include "MemoryTest.moc"
