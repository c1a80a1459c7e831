// SPDX-License-Identifier: Apache-2.0
#include "core/base/Hex.h"
#include "core/base/SafeFile.h"
#include "core/vault/KeyFile.h"
#include "core/vault/Passphrase.h"
#include "tests/unit/vault/Fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <set>
#include <thread>

using fixture::codeOf;
using vault::Passphrase;
using vault::PassphraseKdf;
using vault::Salt;
using vault::VaultId;
using vault::VaultKey;

class KeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesAndCopies();
    void derivesTheKnownAnswers_data();
    void derivesTheKnownAnswers();
    void saysThatMemoryIsMissing();
    void normalisesAndBoundsPassphrases_data();
    void normalisesAndBoundsPassphrases();
    void takesTheSamePassphraseInBothForms();
    void dropsOneLineEndOfInput_data();
    void dropsOneLineEndOfInput();
    void choosesTheKdfByMemory();
    void writesTheExactKeyFile();
    void neverWritesOverAKeyFile();
    void refusesOtherKeyFiles_data();
    void refusesOtherKeyFiles();
    void keepsTheKeyOutOfSwap();
};

void KeyTest::comparesAndCopies()
{
    const VaultKey a = fixture::key();
    QVERIFY(a == a.copy());
    QVERIFY(!(a == fixture::key(1)));
    QVERIFY(!VaultKey::fromBytes(vault::bytesOf("31 bytes are not enough for it")));
    VaultKey moved = a.copy();
    const VaultKey target = std::move(moved);
    QVERIFY(target == a);
    QVERIFY(!(moved == a)); // NOLINT: what is left must equal nothing, not even itself
    QVERIFY(!(moved == moved));
    std::set<std::string> names;
    for (int i = 0; i < 1000; ++i) {
        names.insert(Salt::random().hex());
        names.insert(base::toHex(VaultKey::random().bytes()));
    }
    QCOMPARE(names.size(), std::size_t(2000));
}

void KeyTest::derivesTheKnownAnswers_data()
{
    QTest::addColumn<int>("kdf");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("memory"); // MiB
    // From vault-design.md; they agree with the argon2 program.
    QTest::newRow("256 MiB") << 1
                             << QByteArray("cb80e1776fdf6d53c22fb5c0ccf5bb470ba18166fd21a08f43ec2d6eb9fe62ea")
                             << 256;
    QTest::newRow("64 MiB") << 2
                            << QByteArray("c18c6edce7d5256a40e4e8e3ecec7f88239934b2d29718118f54eeada9349767")
                            << 64;
}

void KeyTest::derivesTheKnownAnswers()
{
    QFETCH(int, kdf);
    QFETCH(QByteArray, key);
    QFETCH(int, memory);
    const auto passphrase = Passphrase::fromText("correct horse");
    QElapsedTimer timer;
    timer.start();
    base::Result<VaultKey> derived = base::fail("not yet");
    std::thread worker([&] {
        derived = vault::deriveKey(*passphrase, fixture::name<Salt>(0x22), static_cast<PassphraseKdf>(kdf));
    });
    worker.join();
    QCOMPARE(codeOf(derived), QStringLiteral("ok"));
    QCOMPARE(QByteArray::fromStdString(base::toHex(derived->bytes())), key);
    struct rusage usage
    {
    };
    ::getrusage(RUSAGE_SELF, &usage);
    qInfo("%lld ms, peak %ld MiB", static_cast<long long>(timer.elapsed()), usage.ru_maxrss / 1024);
    QVERIFY(usage.ru_maxrss / 1024 >= memory);
    QCOMPARE(codeOf(vault::deriveKey(*passphrase, {}, PassphraseKdf::None)),
             QStringLiteral("vault-no-passphrase"));
}

void KeyTest::saysThatMemoryIsMissing()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer's shadow memory needs more address space than the limit leaves");
#endif
    const pid_t child = ::fork();
    if (child == 0) {
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const std::size_t most = pages * 4096 + (std::size_t{128} << 20); // room for 64 MiB, not for 256
        const struct rlimit limit
        {
            most, most
        };
        ::setrlimit(RLIMIT_AS, &limit);
        const auto passphrase = Passphrase::fromText("correct horse");
        const auto big = vault::deriveKey(*passphrase, {}, PassphraseKdf::Argon256);
        const auto small = vault::deriveKey(*passphrase, {}, PassphraseKdf::Argon64);
        const bool right = !big && big.error().code == "passphrase-no-memory" &&
                           big.error().args == std::vector<std::string>{"256"} && small;
        ::_exit(right ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

void KeyTest::normalisesAndBoundsPassphrases_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* title, const QByteArray& given, const char* code,
                        const QByteArray& text = {}) {
        QTest::newRow(title) << given << QString::fromLatin1(code) << text;
    };
    row("ASCII stays", "correct horse", "ok", "correct horse");
    row("blanks and line ends stay", " a\n", "ok", " a\n");
    row("composed", "\xC3\xA9", "ok", "\xC3\xA9");
    row("decomposed becomes composed", "e\xCC\x81", "ok", "\xC3\xA9");
    row("the Angstrom sign becomes a letter", "\xE2\x84\xAB", "ok", "\xC3\x85");
    row("compatibility forms stay", "\xEF\xAC\x81", "ok", "\xEF\xAC\x81");
    row("a NUL counts", QByteArray("a\0b", 3), "ok", QByteArray("a\0b", 3));
    row("empty", "", "passphrase-empty");
    row("Latin-1", "caf\xE9", "passphrase-not-utf8");
    row("overlong", "\xC0\xAF", "passphrase-not-utf8");
    row("a surrogate", "\xED\xA0\x80", "passphrase-not-utf8");
    row("cut off", "\xE2\x84", "passphrase-not-utf8");
    row("1,024 bytes", QByteArray(1024, 'x'), "ok", QByteArray(1024, 'x'));
    row("1,025 bytes", QByteArray(1025, 'x'), "passphrase-too-long");
    row("fits after normalisation", QByteArray("e\xCC\x81").repeated(512), "ok",
        QByteArray("\xC3\xA9").repeated(512));
    row("does not fit after normalisation", QByteArray("e\xCC\x81").repeated(513), "passphrase-too-long");
    row("huge", QByteArray(10'000'000, 'x'), "passphrase-too-long");
}

void KeyTest::normalisesAndBoundsPassphrases()
{
    QFETCH(QByteArray, given);
    QFETCH(QString, code);
    QFETCH(QByteArray, text);
    const auto passphrase = Passphrase::fromText({given.constData(), static_cast<std::size_t>(given.size())});
    QCOMPARE(codeOf(passphrase), code);
    if (passphrase)
        QCOMPARE(QByteArray(passphrase->text().data(), static_cast<qsizetype>(passphrase->text().size())),
                 text);
}

void KeyTest::takesTheSamePassphraseInBothForms()
{
    const auto derive = [](const char* text) {
        return *vault::deriveKey(*Passphrase::fromText(text), fixture::name<Salt>(1), PassphraseKdf::Argon64);
    };
    QVERIFY(derive("caf\xC3\xA9") == derive("cafe\xCC\x81"));
    QVERIFY(!(derive("cafe") == derive("cafe ")));
}

void KeyTest::dropsOneLineEndOfInput_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray("a") << QByteArray("a");
    QTest::newRow("LF") << QByteArray("a\n") << QByteArray("a");
    QTest::newRow("CRLF") << QByteArray("a\r\n") << QByteArray("a");
    QTest::newRow("two LF") << QByteArray("a\n\n") << QByteArray("a\n");
    QTest::newRow("CR alone") << QByteArray("a\r") << QByteArray("a\r");
    QTest::newRow("only a line end") << QByteArray("\n") << QByteArray();
}

void KeyTest::dropsOneLineEndOfInput()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, text);
    const auto passphrase = Passphrase::fromInput(given.toStdString());
    QCOMPARE(passphrase ? QByteArray::fromStdString(std::string(passphrase->text())) : QByteArray(), text);
}

void KeyTest::choosesTheKdfByMemory()
{
    constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
    QCOMPARE(vault::chooseKdf(kGiB), PassphraseKdf::Argon256);
    QCOMPARE(vault::chooseKdf(kGiB - 1), PassphraseKdf::Argon64);
    const std::uint64_t here = vault::availableMemory();
    QVERIFY(here > kGiB / 64 && here < kGiB * 100'000);
}

void KeyTest::writesTheExactKeyFile()
{
    fixture::Folder folder;
    ::umask(0);
    const auto id = fixture::name<VaultId>(0x11);
    const auto salt = fixture::name<Salt>(0x22);
    QCOMPARE(codeOf(vault::writeKeyFile({folder.path("k")}, id, salt, fixture::key())), QStringLiteral("ok"));
    QCOMPARE(*base::readFile(folder.path("k"), 1000),
             std::string("chat-token-console key 1\n"
                         "11111111111111111111111111111111 22222222222222222222222222222222\n"
                         "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"));
    struct stat status
    {
    };
    QCOMPARE(::stat(folder.path("k").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
    const auto back = vault::readKeyFile(folder.path("k"));
    QCOMPARE(codeOf(back), QStringLiteral("ok"));
    QVERIFY(back->id == id && back->salt == salt && back->key == fixture::key());
}

void KeyTest::neverWritesOverAKeyFile()
{
    fixture::Folder folder;
    folder.write("k", {1, 2, 3});
    QCOMPARE(codeOf(vault::writeKeyFile({folder.path("k")}, {}, {}, fixture::key())),
             QStringLiteral("key-file-exists"));
    QCOMPARE(folder.bytes("k"), (vault::Bytes{1, 2, 3}));
    QCOMPARE(codeOf(vault::writeKeyFile({folder.path("none/k")}, {}, {}, fixture::key())),
             QStringLiteral("file-write"));
}

void KeyTest::refusesOtherKeyFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = "chat-token-console key 1\n"
                            "11111111111111111111111111111111 22222222222222222222222222222222\n"
                            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
    const auto with = [&good](qsizetype at, char c) {
        QByteArray text = good;
        text[at] = c;
        return text;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("the next version") << with(23, '2');
    QTest::newRow("no hex in the id") << with(30, 'x');
    QTest::newRow("no hex in the salt") << with(60, ' ');
    QTest::newRow("no hex in the key") << with(100, 'g');
    QTest::newRow("a tab between id and salt") << with(57, '\t');
    QTest::newRow("no line end") << good.left(155);
    QTest::newRow("one byte more") << good + '\n';
    QTest::newRow("CRLF") << QByteArray(good).replace('\n', "\r\n");
    QTest::newRow("two megabytes") << QByteArray(2'000'000, 'a');
}

void KeyTest::refusesOtherKeyFiles()
{
    QFETCH(QByteArray, text);
    fixture::Folder folder;
    folder.write("k", {text.begin(), text.end()});
    QCOMPARE(codeOf(vault::readKeyFile(folder.path("k"))), QStringLiteral("key-file-broken"));
    QCOMPARE(codeOf(vault::readKeyFile(folder.path("missing"))), QStringLiteral("file-read"));
}

void KeyTest::keepsTheKeyOutOfSwap()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer takes mlock over and locks nothing");
#endif
    const auto lockedKib = [] {
        std::ifstream status("/proc/self/status");
        std::string line;
        while (std::getline(status, line)) {
            if (line.starts_with("VmLck:"))
                return std::stol(line.substr(6));
        }
        return -1L;
    };
    if (!vault::memoryCanBeLocked())
        QSKIP("this system lets no memory be locked");
    const long before = lockedKib();
    const VaultKey key = VaultKey::random();
    QVERIFY(lockedKib() > before);
}

QTEST_GUILESS_MAIN(KeyTest)
#include "KeyTest.moc"
