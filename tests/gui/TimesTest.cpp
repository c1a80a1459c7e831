// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/InspectKit.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>

using support::InspectKit;

/// The times of a token and the movable “now”.
class TimesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesAreRightAtTheExactSecond_data();
    void statesAreRightAtTheExactSecond();
    void theSliderMovesBySeconds();
    void backToNow();
    void nothingElseFollows();
    void everyTimeIsToldThreeWays();
    void aRowTakesNowThere();
    void longLivesFitTheSlider();
    void wrongTimesAreSaid();
};

namespace {

constexpr std::int64_t kIssued = 1'800'000'000;

QString stateAt(InspectKit& kit, std::int64_t moment)
{
    kit.find<QLineEdit>("exactNow")->clear();
    kit.find<QLineEdit>("exactNow")->setFocus();
    QTest::keyClicks(kit.find<QLineEdit>("exactNow"), QString::number(moment));
    return kit.said("stateAtNow");
}

} // namespace

void TimesTest::statesAreRightAtTheExactSecond_data()
{
    QTest::addColumn<int>("after"); // the issue time
    QTest::addColumn<QString>("state");
    QTest::newRow("a second before") << -1 << "not yet valid, begins in 1 s";
    QTest::newRow("at the issue time") << 0 << "Valid, 1 h left";
    QTest::newRow("before the last five minutes") << 3299 << "Valid, 5 min 1 s left";
    QTest::newRow("the last five minutes") << 3300 << "Expiring soon, 5 min left";
    QTest::newRow("the last second") << 3599 << "Expiring soon, 1 s left";
    QTest::newRow("the end") << 3600 << "Expired just now";
    QTest::newRow("a second later") << 3601 << "Expired 1 s ago";
}

void TimesTest::statesAreRightAtTheExactSecond()
{
    QFETCH(int, after);
    QFETCH(QString, state);
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    const QString said = stateAt(kit, kIssued + after);
    QVERIFY2(said.contains(state), qPrintable(said));
}

void TimesTest::theSliderMovesBySeconds()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    kit.find<QSlider>("nowSlider")->setFocus();
    kit.press("Left");
    QVERIFY2(kit.said("stateAtNow").contains(QStringLiteral("not yet valid, begins in 1 s")),
             qPrintable(kit.said("stateAtNow")));
    kit.press("Right");
    kit.press("Right");
    QVERIFY2(kit.said("stateAtNow").contains(QStringLiteral("59 min 59 s left")),
             qPrintable(kit.said("stateAtNow")));
    kit.press("End");
    QVERIFY(kit.said("stateAtNow").contains(QStringLiteral("Expired")));
    QCOMPARE(kit.find<QLineEdit>("exactNow")->text(), QStringLiteral("2027-01-15T09:06:00Z"));
}

void TimesTest::backToNow()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    auto* back = kit.called<QPushButton>("Back to now");
    QVERIFY(!back->isEnabled());
    QVERIFY(stateAt(kit, kIssued + 9999).contains(QStringLiteral("Expired")));
    kit.advance(10);
    QVERIFY(kit.said("stateAtNow").contains(QStringLiteral("Expired"))); // it stays where it was put
    back->click();
    QVERIFY2(kit.said("stateAtNow").startsWith(QStringLiteral("Now: Valid, 59 min 50 s left")),
             qPrintable(kit.said("stateAtNow")));
    QVERIFY(kit.find<QLineEdit>("exactNow")->text().isEmpty());
    kit.advance(5);
    QVERIFY(kit.said("stateAtNow").contains(QStringLiteral("59 min 45 s left"))); // and goes on
}

void TimesTest::nothingElseFollows()
{
    InspectKit kit;
    const QString text = kit.minted();
    kit.inspect(text, InspectKit::Times);
    (void)stateAt(kit, kIssued + 9999);
    QVERIFY(kit.said("verdict").startsWith(QStringLiteral("Valid")));
    QCOMPARE(kit.text("tokenToInspect"), text);
    QCOMPARE(kit.clock.now(), kIssued);
}

void TimesTest::everyTimeIsToldThreeWays()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    const QStringList what = kit.column("times", 0);
    QCOMPARE(what.value(1), QStringLiteral("Issued"));
    QVERIFY(what.contains(QStringLiteral("The token ends")) &&
            what.contains(QStringLiteral("Privilege “user” ends")));
    const qsizetype end = what.indexOf(QStringLiteral("The token ends"));
    QCOMPARE(kit.column("times", 1).value(end), QStringLiteral("in 1 h"));
    QCOMPARE(kit.column("times", 2).value(end), QStringLiteral("2027-01-15 09:00:00 UTC"));
    QVERIFY(kit.column("times", 3).value(end).startsWith(QStringLiteral("2027-01-15 ")));
}

void TimesTest::aRowTakesNowThere()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    auto* table = kit.find<QTableView>("times");
    const qsizetype end = kit.column("times", 0).indexOf(QStringLiteral("The token ends"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(static_cast<int>(end), 0));
    kit.press("Return");
    QVERIFY2(kit.said("stateAtNow").contains(QStringLiteral("Expired just now")),
             qPrintable(kit.said("stateAtNow")));
}

void TimesTest::longLivesFitTheSlider()
{
    InspectKit kit;
    kit.inspect(kit.minted(true, 0, 4'000'000'000U), InspectKit::Times); // ends in 2153
    kit.find<QSlider>("nowSlider")->setFocus();
    kit.press("End");
    QVERIFY2(kit.said("stateAtNow").contains(QStringLiteral("Expired")), qPrintable(kit.said("stateAtNow")));
    kit.press("Home");
    QVERIFY(kit.said("stateAtNow").contains(QStringLiteral("not yet valid")));
}

void TimesTest::wrongTimesAreSaid()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Times);
    auto* box = kit.find<QLineEdit>("exactNow");
    box->setFocus();
    QTest::keyClicks(box, QStringLiteral("tomorrow"));
    QVERIFY(box->property("invalid").toBool());
    QVERIFY(kit.said("stateAtNow").contains(QStringLiteral("Valid, 1 h left")));
}

QTEST_MAIN(TimesTest)
#include "TimesTest.moc"
