// SPDX-License-Identifier: Apache-2.0
#include "core/base/Hex.h"
#include "core/vault/Errors.h"
#include "core/vault/VaultFormat.h"
#include "tests/unit/vault/Fixture.h"

#include <QTest>

#include <ctime>
#include <random>
#include <set>

using fixture::codeOf;
using vault::Bytes;
using vault::Header;
using vault::SecretView;
using vault::VaultImage;

class FormatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealsTheKnownAnswer();
    void opensWhatItSealed();
    void keepsEveryHeaderField();
    void refusesEveryFlippedBit();
    void refusesEveryLength();
    void survivesRandomCorruption();
    void refusesRandomHeadersAtOnce();
    void namesWhatANewerVersionMayMean_data();
    void namesWhatANewerVersionMayMean();
    void tellsBrokenContents_data();
    void tellsBrokenContents();
    void boundsWhatGoesIn();
    void neverRepeatsANonce();
    void hidesTheNumberOfSecrets();
    void showsNoSecret();
};

namespace {

/// What checking and opening say. "opened" would be the failure of most tests here.
std::string verdict(const Bytes& bytes, const vault::VaultKey& key)
{
    auto image = VaultImage::check(bytes, "v");
    if (!image)
        return image.error().code;
    const auto opened = vault::open(*image, key);
    return opened ? "opened" : opened.error().code;
}

/// A file with a right tag around any plaintext.
Bytes sealPlaintext(const Bytes& plaintext, bool pad = true)
{
    Bytes file = fixture::knownVault().bytes();
    Bytes padded = plaintext;
    padded.resize((plaintext.size() / vault::kBlock + 1) * vault::kBlock);
    std::size_t size = 0;
    if (pad)
        sodium_pad(&size, padded.data(), plaintext.size(), vault::kBlock, padded.size());
    file.resize(padded.size() + vault::kOverhead);
    crypto_aead_xchacha20poly1305_ietf_encrypt(file.data() + 88, nullptr, padded.data(), padded.size(),
                                               file.data(), 88, nullptr, file.data() + 64,
                                               fixture::key().bytes().data());
    fixture::makeChecksumGood(file);
    return file;
}

} // namespace

void FormatTest::sealsTheKnownAnswer()
{
    const Bytes file = fixture::knownVault().bytes();
    QCOMPARE(file.size(), std::size_t(8328));
    QCOMPARE(base::toHex({file.data() + file.size() - 32, 32}),
             std::string("4309f13aedf4f2530c0c2a1980c23c09c5a6f7d92bdbdaec98e638013996177a"));
}

void FormatTest::opensWhatItSealed()
{
    const auto opened = vault::open(fixture::knownVault(), fixture::key());
    QCOMPARE(codeOf(opened), QStringLiteral("ok"));
    QCOMPARE(std::string(opened->json()), std::string(R"({"schema":1})"));
    QCOMPARE(opened->secrets().size(), std::size_t(1));
    QCOMPARE(std::string(opened->find(1)->bytes.begin(), opened->find(1)->bytes.end()), std::string("test"));
    QVERIFY(!opened->find(2));
    QCOMPARE(codeOf(vault::open(fixture::knownVault(), fixture::key(1))),
             QStringLiteral("vault-or-key-changed"));
}

void FormatTest::keepsEveryHeaderField()
{
    const Header header{vault::PassphraseKdf::Argon64,
                        true,
                        vault::VaultId::random(),
                        vault::Salt::random(),
                        0x1122334455667788,
                        -0x0102030405060708};
    const auto image = vault::seal(header, "{}", {}, fixture::key());
    QCOMPARE(image->header(), header);
    QCOMPARE(VaultImage::check(image->bytes())->header(), header);
    QCOMPARE(image->bytes()[48], std::uint8_t(0x88)); // little-endian
}

void FormatTest::refusesEveryFlippedBit()
{
    const Bytes good = fixture::knownVault().bytes();
    const auto key = fixture::key();
    QCOMPARE(verdict(good, key), std::string("opened")); // the test's own test
    std::size_t byTag = 0;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes bad = good;
        bad[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        if (const auto code = verdict(bad, key); code != "vault-damaged")
            QFAIL(qPrintable(QStringLiteral("bit %1 as is: %2").arg(bit).arg(QString::fromStdString(code))));
        if (bit / 8 >= good.size() - 32)
            continue; // the checksum itself: made good, it is the reference again
        fixture::makeChecksumGood(bad);
        const auto code = verdict(bad, key);
        if (code == "opened")
            QFAIL(qPrintable(QStringLiteral("bit %1 with a good checksum was accepted").arg(bit)));
        byTag += code == "vault-or-key-changed" ? 1 : 0;
        if (bit / 8 >= 16)
            QCOMPARE(code, std::string("vault-or-key-changed"));
    }
    // Everything behind the fixed fields, and the known values of kdf and flags, is the tag's work.
    QVERIFY(byTag >= (good.size() - 32 - 16) * 8);
}

void FormatTest::refusesEveryLength()
{
    const Bytes good = fixture::knownVault().bytes();
    const auto key = fixture::key();
    for (std::size_t size = 0; size <= good.size() + 64; ++size) {
        if (size == good.size())
            continue;
        Bytes bad = good;
        bad.resize(size, 0x5A);
        if (const auto code = verdict(bad, key); code != "vault-damaged")
            QFAIL(
                qPrintable(QStringLiteral("%1 bytes as is: %2").arg(size).arg(QString::fromStdString(code))));
        fixture::makeChecksumGood(bad);
        if (const auto code = verdict(bad, key); code == "opened")
            QFAIL(qPrintable(QStringLiteral("%1 bytes with a good checksum were accepted").arg(size)));
    }
    // A whole block more or less gets past the length rule, so that the tag has to answer.
    Bytes longer = good;
    longer.resize(good.size() + vault::kBlock);
    fixture::makeChecksumGood(longer);
    QCOMPARE(verdict(longer, key), std::string("vault-or-key-changed"));
    const Bytes two = sealPlaintext(Bytes(vault::kBlock, 'x'));
    Bytes shorter(two.begin(), two.end() - vault::kBlock);
    fixture::makeChecksumGood(shorter);
    QCOMPARE(verdict(shorter, key), std::string("vault-or-key-changed"));
    QCOMPARE(verdict(Bytes(vault::kMaxFile + 1), key), std::string("vault-damaged"));
}

void FormatTest::survivesRandomCorruption()
{
    std::mt19937 random(20261124);
    const Bytes good = fixture::knownVault().bytes();
    const auto key = fixture::key();
    for (int i = 0; i < 5000; ++i) {
        Bytes bad = good;
        for (unsigned n = 1 + random() % 64; n > 0; --n)
            bad[random() % bad.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
        if (bad == good)
            continue;
        QVERIFY(verdict(bad, key) == "vault-damaged");
        fixture::makeChecksumGood(bad);
        QVERIFY(bad == good || verdict(bad, key) != "opened");
    }
    for (int i = 0; i < 200; ++i) {
        Bytes noise(random() % 20000);
        for (std::uint8_t& byte : noise)
            byte = static_cast<std::uint8_t>(random());
        QCOMPARE(verdict(noise, key), std::string("vault-damaged"));
    }
}

void FormatTest::refusesRandomHeadersAtOnce()
{
    // Whatever a header says, the KDF that it can ask for is one of two with a fixed cost.
    std::mt19937 random(7);
    const Bytes good = fixture::knownVault().bytes();
    const auto cpuTime = [] { // of this thread: another program's turn does not count
        struct timespec time
        {
        };
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    qint64 worst = 0;
    int accepted = 0;
    for (int i = 0; i < 10'000; ++i) {
        Bytes bad = good;
        for (std::size_t at = 8; at < 88; ++at)
            bad[at] = static_cast<std::uint8_t>(random());
        if (i % 2 == 0)
            bad[8] = 1; // gets past the version now and then
        if (i % 4 == 0) {
            std::fill(bad.begin() + 10, bad.begin() + 16, std::uint8_t(0));
            bad[9] = static_cast<std::uint8_t>(random() % 8);
        }
        fixture::makeChecksumGood(bad);
        const qint64 before = cpuTime();
        const auto image = VaultImage::check(std::move(bad));
        worst = std::max(worst, cpuTime() - before);
        if (image) {
            ++accepted;
            QVERIFY(image->header().kdf <= vault::PassphraseKdf::Argon64);
            QCOMPARE(codeOf(vault::open(*image, fixture::key())), QStringLiteral("vault-or-key-changed"));
        } else {
            QCOMPARE(codeOf(image), QStringLiteral("vault-newer"));
        }
    }
    qInfo("%d of 10000 had a possible header; the slowest check took %lld us", accepted,
          static_cast<long long>(worst / 1000));
    QVERIFY(accepted > 500 && accepted < 2000);
    QVERIFY(worst < 10'000'000);
}

void FormatTest::namesWhatANewerVersionMayMean_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("value");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("version 2") << 8 << 2 << QByteArray("2");
    QTest::newRow("version 0") << 8 << 0 << QByteArray("0");
    QTest::newRow("kdf 3") << 9 << 3 << QByteArray("1+");
    QTest::newRow("flag 1") << 10 << 2 << QByteArray("1+");
    QTest::newRow("first spare byte") << 11 << 1 << QByteArray("1+");
    QTest::newRow("last spare byte") << 15 << 1 << QByteArray("1+");
}

void FormatTest::namesWhatANewerVersionMayMean()
{
    QFETCH(int, offset);
    QFETCH(int, value);
    QFETCH(QByteArray, format);
    Bytes file = fixture::knownVault().bytes();
    file[static_cast<std::size_t>(offset)] = static_cast<std::uint8_t>(value);
    QCOMPARE(codeOf(VaultImage::check(file, "v")), QStringLiteral("vault-damaged"));
    fixture::makeChecksumGood(file);
    const auto image = VaultImage::check(file, "v");
    QCOMPARE(codeOf(image), QStringLiteral("vault-newer"));
    QCOMPARE(image.error().args, (std::vector<std::string>{"v", format.toStdString()}));
    // Another version may have any length.
    if (offset == 8) {
        file.resize(1000);
        fixture::makeChecksumGood(file);
        QCOMPARE(codeOf(VaultImage::check(file, "v")), QStringLiteral("vault-newer"));
    }
}

void FormatTest::tellsBrokenContents_data()
{
    QTest::addColumn<QByteArray>("plaintext");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* title, const QByteArray& plaintext,
                        const char* code = "vault-contents-broken") {
        QTest::newRow(title) << plaintext << QString::fromLatin1(code);
    };
    const auto bytes = [](std::initializer_list<int> list) {
        QByteArray out;
        for (const int byte : list)
            out.append(static_cast<char>(byte));
        return out;
    };
    row("nothing", {});
    row("half a length", bytes({1, 0, 0}));
    row("a length past the end", bytes({9, 0, 0, 0, '{', '}'}));
    row("a length of 4 GiB", bytes({0xFF, 0xFF, 0xFF, 0xFF, '{', '}', 0, 0, 0, 0}));
    row("no count", bytes({2, 0, 0, 0, '{', '}'}));
    row("a secret that is missing", bytes({2, 0, 0, 0, '{', '}', 1, 0, 0, 0}));
    row("4,294,967,295 secrets", bytes({2, 0, 0, 0, '{', '}', 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, 0, 0}));
    row("a secret past the end", bytes({2, 0, 0, 0, '{', '}', 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 'x'}));
    row("an id twice", bytes({0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}));
    row("a byte left over", bytes({2, 0, 0, 0, '{', '}', 0, 0, 0, 0, 0}));
    row("the smallest that is right", bytes({0, 0, 0, 0, 0, 0, 0, 0}), "opened");
    row("two secrets", bytes({0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0, 'x'}), "opened");
}

void FormatTest::tellsBrokenContents()
{
    QFETCH(QByteArray, plaintext);
    QFETCH(QString, code);
    const Bytes bytes(plaintext.begin(), plaintext.end());
    QCOMPARE(verdict(sealPlaintext(bytes), fixture::key()), code.toStdString());
    QCOMPARE(verdict(sealPlaintext(bytes, false), fixture::key()),
             std::string("vault-contents-broken")); // no padding
}

void FormatTest::boundsWhatGoesIn()
{
    const auto key = fixture::key();
    const Bytes longest(vault::kMaxSecret, 'x');
    const Bytes tooLong(vault::kMaxSecret + 1, 'x');
    const SecretView secret{7, longest};
    const auto image = vault::seal({}, "{}", {&secret, 1}, key);
    QCOMPARE(vault::open(*image, key)->find(7)->bytes.size(), vault::kMaxSecret);
    const SecretView over{7, tooLong};
    QCOMPARE(codeOf(vault::seal({}, "{}", {&over, 1}, key)), QStringLiteral("secret-too-long"));

    // 4 MiB less one byte of padding fits, one byte more does not.
    const std::string most(vault::kMaxPlaintext - 9, 'j');
    const auto full = vault::seal({}, most, {}, key);
    QCOMPARE(codeOf(full), QStringLiteral("ok"));
    QCOMPARE(full->bytes().size(), vault::kMaxFile);
    QCOMPARE(vault::open(*full, key)->json().size(), most.size());
    QCOMPARE(codeOf(vault::seal({}, most + "j", {}, key)), QStringLiteral("vault-full"));
    std::vector<SecretView> many(100, secret);
    QCOMPARE(codeOf(vault::seal({}, "{}", many, key)), QStringLiteral("vault-full"));
    // The same number twice could not be opened again: seal's own check sees it by the bytes only, open
    // tells.
    const std::array twice{SecretView{1, vault::bytesOf("a")}, SecretView{1, vault::bytesOf("b")}};
    const auto doubled = vault::seal({}, "{}", twice, key);
    QVERIFY(!doubled || codeOf(vault::open(*doubled, key)) == QStringLiteral("vault-contents-broken"));
}

void FormatTest::neverRepeatsANonce()
{
    std::set<Bytes> nonces;
    const auto key = fixture::key();
    constexpr int kSaves = 10'000;
    for (int i = 0; i < kSaves; ++i) {
        const auto image = vault::seal({}, "{}", {}, key);
        nonces.insert(Bytes(image->bytes().begin() + 64, image->bytes().begin() + 88));
    }
    QCOMPARE(nonces.size(), std::size_t(kSaves));
}

void FormatTest::hidesTheNumberOfSecrets()
{
    std::set<std::size_t> sizes;
    for (std::uint32_t projects = 1; projects <= 20; ++projects) {
        std::string json = R"({"schema":1,"secrets":[)";
        std::vector<SecretView> secrets;
        for (std::uint32_t id = 1; id <= 2 * projects; ++id) {
            json +=
                R"({"id":12,"project":"0123456789abcdef0123456789abcdef","role":"previous-certificate"},)";
            secrets.push_back({id, vault::bytesOf("5CFd2fd1755d40ecb72977518be15d3b")});
        }
        sizes.insert(vault::seal({}, json, secrets, fixture::key())->bytes().size());
    }
    qInfo("1 to 20 projects: %zu sizes", sizes.size());
    QVERIFY(sizes.size() <= 3);
}

void FormatTest::showsNoSecret()
{
    const std::string canary = "5CFd2fd1755d40ecb72977518be15d3b";
    const SecretView secret{1, vault::bytesOf(canary)};
    const auto image = vault::seal({}, R"({"schema":1})", {&secret, 1}, fixture::key());
    const QByteArray file(reinterpret_cast<const char*>(image->bytes().data()),
                          static_cast<qsizetype>(image->bytes().size()));
    const QByteArray plain = QByteArray::fromStdString(canary);
    QVERIFY(!file.contains(plain.left(8)));
    QVERIFY(!file.contains(plain.toHex().left(16)));
    QVERIFY(!file.contains(plain.toBase64().left(10)));
    QVERIFY(!file.contains("schema"));
}

QTEST_GUILESS_MAIN(FormatTest)
#include "FormatTest.moc"
