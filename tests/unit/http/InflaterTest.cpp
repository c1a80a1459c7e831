// SPDX-License-Identifier: Apache-2.0
#include "core/http/Inflater.h"

#include <QTest>

#include <zlib.h>

using http::Inflater;

namespace {

QByteArray compress(const QByteArray& bytes, int window)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 64, '\0');
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray text()
{
    QByteArray out;
    for (int i = 0; i < 20000; ++i)
        out += QByteArray::number(i * 7919);
    return out;
}

} // namespace

class InflaterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesEachForm_data();
    void undoesEachForm();
    void takesSeveralMembers();
    void stopsWhenTold();
    void saysWhenDamaged();
    void knowsWhenTheEndIsMissing();
};

void InflaterTest::undoesEachForm_data()
{
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("piece");
    for (int piece : {1, 7, 100000})
        for (int window : {15, 31, -15})
            QTest::addRow("window %d, %d bytes at a time", window, piece) << window << piece;
}

void InflaterTest::undoesEachForm()
{
    QFETCH(int, window);
    QFETCH(int, piece);
    const QByteArray packed = compress(text(), window);
    Inflater inflater(window == 31 ? Inflater::Kind::Gzip : Inflater::Kind::Deflate);
    QByteArray out;
    for (qsizetype at = 0; at < packed.size(); at += piece) {
        const QByteArray part = packed.mid(at, piece);
        const auto step = inflater.feed(part, [&](const char* data, qint64 size) {
            out.append(data, size);
            return true;
        });
        QCOMPARE(step, Inflater::Step::MoreWanted);
    }
    QVERIFY(inflater.atEnd());
    QCOMPARE(out, text());
}

void InflaterTest::takesSeveralMembers()
{
    const QByteArray packed = compress("one", 31) + compress("two", 31);
    Inflater inflater(Inflater::Kind::Gzip);
    QByteArray out;
    QCOMPARE(inflater.feed(packed,
                           [&](const char* data, qint64 size) {
                               out.append(data, size);
                               return true;
                           }),
             Inflater::Step::MoreWanted);
    QCOMPARE(out, QByteArray("onetwo"));
    QVERIFY(inflater.atEnd());
}

void InflaterTest::stopsWhenTold()
{
    const QByteArray packed = compress(QByteArray(50'000'000, '\0'), 31);
    Inflater inflater(Inflater::Kind::Gzip);
    qint64 seen = 0;
    const auto step = inflater.feed(packed, [&](const char*, qint64 size) {
        seen += size;
        return seen < 1'000'000;
    });
    QCOMPARE(step, Inflater::Step::Stopped);
    QVERIFY(seen < 1'100'000);
}

void InflaterTest::saysWhenDamaged()
{
    const auto all = [](const char*, qint64) { return true; };
    QCOMPARE(Inflater(Inflater::Kind::Gzip).feed("{\"a\":1}", all), Inflater::Step::Bad);
    QByteArray packed = compress(text(), 31);
    packed[packed.size() / 2] = char(packed[packed.size() / 2] ^ 0x55);
    QCOMPARE(Inflater(Inflater::Kind::Gzip).feed(packed, all), Inflater::Step::Bad);
    QCOMPARE(Inflater(Inflater::Kind::Deflate).feed(compress("x", 15) + "tail", all), Inflater::Step::Bad);
}

void InflaterTest::knowsWhenTheEndIsMissing()
{
    const QByteArray packed = compress(text(), 31);
    Inflater inflater(Inflater::Kind::Gzip);
    QCOMPARE(inflater.feed(packed.chopped(20), [](const char*, qint64) { return true; }),
             Inflater::Step::MoreWanted);
    QVERIFY(!inflater.atEnd());
}

QTEST_GUILESS_MAIN(InflaterTest)
#include "InflaterTest.moc"
