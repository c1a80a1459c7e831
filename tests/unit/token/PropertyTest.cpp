// SPDX-License-Identifier: Apache-2.0
#include "core/token/Base64.h"
#include "core/token/DeflateShape.h"
#include "core/token/Inspector.h"
#include "core/token/Zlib.h"
#include "tests/support/Data.h"
#include "tests/support/RandomToken.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <limits>

using base::JsonValue;
using support::q;
using support::RandomToken;

class PropertyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsLittleTimeAndMemory(); // first: the peak is that of the process
    void decodesWhatWasBuilt();
    void reportsEveryFlippedBit();
    void readsEveryPrefix();
    void walksEveryDeflateStream();
};

namespace {

constexpr std::int64_t kNow = 1'700'000'000;

/// A figure of /proc/self/status in KiB.
long statusOf(const char* name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(int(qstrlen(name))).replace("kB", "").trimmed().toLong();
    }
    return 0;
}

} // namespace

void PropertyTest::costsLittleTimeAndMemory()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizers cost more than the code");
#endif
    const JsonValue malformed = support::jsonData("token/malformed.json");
    const long idle = statusOf("VmHWM:");
    qint64 slowest = 0;
    for (const JsonValue& row : *malformed.find("rows")->array()) {
        const token::Candidate candidate{"", "", row.text("app_certificate"), true};
        token::InspectOptions options;
        options.now = *row.find("at")->integer();
        options.candidates = {&candidate, 1};
        qint64 best = std::numeric_limits<qint64>::max(); // of three: the machine may be loaded
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(row.text("expect") == "ok" ||
                    !token::inspect(row.text("token"), options).problems.empty());
            best = std::min(best, timer.nsecsElapsed());
        }
        slowest = std::max(slowest, best);
        QVERIFY2(best < 50'000'000, std::string(row.text("id")).c_str());
    }
    const long grown = statusOf("VmHWM:") - idle;
    qInfo("slowest %.2f ms, %ld KiB above the idle size", double(slowest) / 1e6, grown);
    QVERIFY(idle > 0);
    QVERIFY(grown < 64 * 1024);
}

void PropertyTest::decodesWhatWasBuilt()
{
    RandomToken random(11);
    token::Decoder decoder;
    for (int i = 0; i < 500; ++i) {
        const token::TokenInput input = random.input();
        const std::string certificate = random.hexId();
        const token::Decoded& decoded = decoder.decode(*token::build(input, certificate));
        QVERIFY(decoded.whole);
        QCOMPARE(q(decoded.appId), q(input.appId));
        QCOMPARE(decoded.issueTs, std::optional(input.issueTs));
        QCOMPARE(decoded.expire, std::optional(input.expire));
        QCOMPARE(decoded.salt, std::optional(input.salt));
        auto services = input.services;
        std::stable_sort(services.begin(), services.end(),
                         [](const token::Service& a, const token::Service& b) { return a.type < b.type; });
        QVERIFY(decoded.services == services);
        QVERIFY(decoder.verify(decoded, certificate));
        QVERIFY(!decoder.verify(decoded, random.hexId()));
        for (const token::Problem& problem : decoded.problems)
            QCOMPARE(problem.code, token::ProblemCode::DuplicateService);
    }
}

void PropertyTest::reportsEveryFlippedBit()
{
    // A flip is harmless where the same payload comes out: bits behind the last byte of the Base64 text.
    // Every other one is an error, with the certificate and without it.
    RandomToken random(12);
    int flips = 0;
    int harmless = 0;
    for (int i = 0; i < 50; ++i) {
        const std::string certificate = random.hexId();
        const token::TokenInput input = random.chatInput();
        const std::string text = *token::build(input, certificate);
        const token::Candidate candidate{"mine", input.appId, certificate, true};
        token::InspectOptions options;
        options.now = input.issueTs;
        const auto whole = token::inspect(text, options);
        QVERIFY(!whole.hasError());
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = text;
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
                options.candidates = {};
                const auto blind = token::inspect(flipped, options);
                options.candidates = {&candidate, 1};
                const auto judged = token::inspect(flipped, options);
                ++flips;
                const bool same = judged.is007() && judged.decoded.whole &&
                                  judged.payload() == whole.payload() &&
                                  judged.signatureCheck == token::SignatureCheck::Valid;
                harmless += same ? 1 : 0;
                const std::string shown = text + " bit " + std::to_string(bit) + " of " + std::to_string(at);
                QVERIFY2(same || judged.hasError() || judged.has(token::ProblemCode::Legacy), shown.c_str());
                QVERIFY2(same || blind.hasError() || blind.has(token::ProblemCode::Legacy), shown.c_str());
            }
        }
    }
    qInfo("%d flips, %d of them harmless", flips, harmless);
    QVERIFY(harmless * 50 < flips);
}

void PropertyTest::readsEveryPrefix()
{
    RandomToken random(13);
    for (int i = 0; i < 20; ++i) {
        const std::string text = *token::build(random.input(), random.hexId());
        for (std::size_t size = 0; size <= text.size(); ++size) {
            token::InspectOptions options;
            options.now = kNow;
            const auto inspection = token::inspect(std::string_view(text).substr(0, size), options);
            QVERIFY(size + 4 > text.size() || inspection.hasError());
            std::size_t end = 0;
            for (const token::Field& field : inspection.fields()) {
                QCOMPARE(std::size_t(field.offset), end);
                end += field.length;
            }
            QCOMPARE(end, inspection.payload().size());
        }
    }
    // The same for the payload, so that every field is cut once.
    token::Deflater deflater;
    const JsonValue vectors = support::jsonData("token/vectors.json");
    for (const JsonValue& vector : *vectors.find("vectors")->array()) {
        if (vector.text("kind") != "007")
            continue;
        const std::string payload = token::inspect(vector.text("token"), {}).payload();
        for (std::size_t size = 0; size < std::min<std::size_t>(payload.size(), 300); ++size) {
            std::string stream;
            std::string text(token::kVersion007);
            QVERIFY(deflater.deflate(std::string_view(payload).substr(0, size), stream));
            token::appendBase64(stream, text);
            token::InspectOptions options;
            options.now = kNow;
            QVERIFY(token::inspect(text, options).hasError());
        }
    }
}

void PropertyTest::walksEveryDeflateStream()
{
    RandomToken random(14);
    token::Deflater deflater;
    for (int i = 0; i < 300; ++i) {
        std::string bytes;
        const std::uint32_t size = random.number(0, 3000);
        const std::uint32_t letters = random.number(1, 255);
        for (std::uint32_t k = 0; k < size; ++k)
            bytes += static_cast<char>(random.number(0, letters));
        std::string stream;
        QVERIFY(deflater.deflate(bytes, stream));
        const std::string_view raw = std::string_view(stream).substr(2, stream.size() - 6);
        QVERIFY(token::deflateShape(raw).whole);
        for (int flip = 0; flip < 20 && !raw.empty(); ++flip) {
            std::string broken(raw);
            const std::uint32_t at = random.number(0, static_cast<std::uint32_t>(raw.size()) - 1);
            broken[at] = static_cast<char>(random.number(0, 255));
            static_cast<void>(token::deflateShape(broken));
            static_cast<void>(token::deflateShape(std::string_view(broken).substr(0, at)));
        }
    }
}

QTEST_GUILESS_MAIN(PropertyTest)
#include "PropertyTest.moc"
