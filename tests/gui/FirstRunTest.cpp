// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/WindowKit.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

class FirstRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeKeysCreateAUser();
    void theListCountsDown();
    void hiddenWindowsDoNotTick();
};

void FirstRunTest::threeKeysCreateAUser()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return");
    QCOMPARE(kit.tokens.rowCount(), 1);
    kit.press("Ctrl+Shift+U");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("rest"));
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(kit.find<QLabel>("responseStatus")->text().startsWith(QLatin1String("200")));
    QVERIFY(kit.find<QPlainTextEdit>("responseBody")
                ->toPlainText()
                .contains(QLatin1String("\"username\": \"alice\"")));

    kit.press("Ctrl+Return");
    QTRY_VERIFY(kit.find<QLabel>("responseStatus")->text().startsWith(QLatin1String("400")));
    QVERIFY(kit.find<QPlainTextEdit>("responseBody")
                ->toPlainText()
                .contains(QLatin1String("duplicate_unique_property_exists")));
}

void FirstRunTest::theListCountsDown()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return");
    const auto left = [&](std::int64_t seconds) {
        kit.clock.ms = 1'800'000'000'000 + seconds * 1000;
        Q_EMIT kit.ticker.ticked(kit.clock.now());
        return kit.tokens.index(0, ui::TokenShelf::Left).data().toString();
    };
    QCOMPARE(left(0), QStringLiteral("Valid, 1 h left"));
    QCOMPARE(left(3299), QStringLiteral("Valid, 5 min 1 s left"));
    QCOMPARE(left(3300), QStringLiteral("Expiring soon, 5 min left"));
    QCOMPARE(left(3599), QStringLiteral("Expiring soon, 1 s left"));
    QCOMPARE(left(3600), QStringLiteral("Expired just now"));
    QCOMPARE(left(3720), QStringLiteral("Expired 2 min ago"));
}

void FirstRunTest::hiddenWindowsDoNotTick()
{
    support::WindowKit kit;
    QVERIFY(!kit.ticker.isRunning());
    kit.show();
    QVERIFY(kit.ticker.isRunning());
    kit.window.hide();
    QVERIFY(!kit.ticker.isRunning());
    kit.window.show();
    QVERIFY(kit.ticker.isRunning());
}

QTEST_MAIN(FirstRunTest)
#include "FirstRunTest.moc"
