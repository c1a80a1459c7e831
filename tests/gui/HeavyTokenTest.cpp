// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/InspectKit.h"
#include "tests/support/ThreadTime.h"

#include <QPlainTextEdit>

#include <algorithm>
#include <cstdint>

/// Tokens of a few hundred characters that hold as much as a payload may: the window stays at hand.
class HeavyTokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoLongPass_data();
    void takesNoLongPass();
};

namespace {

constexpr int kMost = 65535;
constexpr double kMostTimes = 30; // of what a sound token takes; a cell of a megabyte takes 200

QByteArray u16(int value)
{
    return {
        std::initializer_list<char>{static_cast<char>(value & 0xff), static_cast<char>(value >> 8)}.begin(),
        2};
}

QByteArray u32(std::uint32_t value)
{
    return u16(static_cast<int>(value & 0xffff)) + u16(static_cast<int>(value >> 16));
}

QByteArray text(const QByteArray& bytes)
{
    return u16(static_cast<int>(bytes.size())) + bytes;
}

/// A 007 token, its signature no certificate's.
QString tokenOf(int count, const QByteArray& services)
{
    const QByteArray payload = text(QByteArray(32, 's')) + text(support::kAppId) + u32(1'800'000'000) +
                               u32(3600) + u32(1) + u16(count) + services;
    return QStringLiteral("007") + QString::fromLatin1(qCompress(payload, 9).mid(4).toBase64());
}

/// The most that the window's thread works in one pass of its loop while this is pasted, looked at in every
/// tab and compared with itself. In milliseconds; only its ratio to another says something.
double longestPass(support::InspectKit& kit, const QString& pasted)
{
    double longest = 0;
    const auto pass = [&](const auto& work) {
        const double start = support::threadTimeMs();
        work();
        QCoreApplication::processEvents();
        longest = std::max(longest, support::threadTimeMs() - start);
    };
    auto* tabs = kit.find<QTabWidget>("inspectTabs");
    pass([&] { kit.inspect(pasted, support::InspectKit::Verdict); });
    for (int tab = support::InspectKit::Bytes; tab <= support::InspectKit::Why; ++tab)
        pass([&] { tabs->setCurrentIndex(tab); });
    tabs->setCurrentIndex(support::InspectKit::Compare);
    pass([&] { kit.find<QPlainTextEdit>("compareWith")->setPlainText(pasted); });
    return longest;
}

} // namespace

void HeavyTokenTest::takesNoLongPass_data()
{
    const QByteArray chat = u16(5) + u16(0);
    const QByteArray manyPrivileges = u16(5) + u16(kMost) + (u16(1) + u32(600)).repeated(kMost) + u16(0);
    QTest::addColumn<QString>("pasted");
    QTest::newRow("65,535 services without members") << tokenOf(kMost, (u16(4) + u16(0)).repeated(kMost));
    QTest::newRow("65,535 Chat services") << tokenOf(kMost, (chat + u16(0)).repeated(kMost));
    QTest::newRow("131,070 privileges") << tokenOf(2, manyPrivileges.repeated(2));
    QTest::newRow("one long user ID") << tokenOf(1, chat + text(QByteArray(kMost, 'a')));
    QTest::newRow("15 long user IDs") << tokenOf(15, (chat + text(QByteArray(kMost, 'a'))).repeated(15));
    QTest::newRow("15 long user IDs of no UTF-8")
        << tokenOf(15, (chat + text(QByteArray(kMost, '\xff'))).repeated(15));
    QTest::newRow("a service of no SDK") << tokenOf(kMost, (u16(77) + u16(0)).repeated(kMost));
    QTest::newRow("a megabyte behind the services") << tokenOf(0, QByteArray(1'000'000, '\0'));
    QTest::newRow("65,535 resources")
        << tokenOf(1, u16(8) + u16(0) + text("a") + u16(kMost) + (u16(1) + u16(0)).repeated(kMost));
    QTest::newRow("65,535 names of a permission")
        << tokenOf(1, u16(8) + u16(0) + text("a") + u16(1) + u16(1) + u16(1) + u16(1) + u16(kMost) +
                          text("x").repeated(kMost));
}

void HeavyTokenTest::takesNoLongPass()
{
    QFETCH(const QString, pasted);
    support::InspectKit kit;
    const double sound = longestPass(kit, kit.minted());
    const double heavy = longestPass(kit, pasted);
    const QString words = QStringLiteral("%1 ms of work at most in one pass, %2 ms for a sound token");
    QVERIFY2(heavy < kMostTimes * sound, qPrintable(words.arg(heavy).arg(sound)));
}

QTEST_MAIN(HeavyTokenTest)
#include "HeavyTokenTest.moc"
