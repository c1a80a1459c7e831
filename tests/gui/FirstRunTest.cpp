// SPDX-License-Identifier: Apache-2.0
#include "core/base/Json.h"
#include "tests/support/WindowKit.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Tones.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>

/// The main job, as someone does it who has just opened the window.
class FirstRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeKeysCreateAUser();
    void aSecondSendShowsTheDocumentedMeaning();
    void theListCountsDown_data();
    void theListCountsDown();
    void theStatusBarCountsTheNewestToken();
    void sendingBeforeTheSandboxIsUpWaitsForIt();
    void aTakenPortIsToldOnce();
    void aTokenOfAnotherProjectIsNotUsed();
};

void FirstRunTest::threeKeysCreateAUser()
{
    support::WindowKit kit;
    kit.show();
    QVERIFY(kit.projects.active().isSandbox());
    kit.press("Ctrl+Return");
    QCOMPARE(kit.tokens.rowCount(), 1);
    kit.press("Ctrl+Shift+U");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("rest"));
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY2(kit.status().startsWith(QLatin1String("200")), qPrintable(kit.status()));

    const auto body = base::JsonValue::parse(kit.text("responseBody").toStdString());
    QVERIFY(body.has_value());
    QCOMPARE(body->text("action"), std::string_view("post"));
    QVERIFY(kit.text("responseBody").contains(QLatin1String("\"username\": \"alice\"")));
    QVERIFY(kit.text("responseHeaders").contains(QLatin1String("application/json"), Qt::CaseInsensitive));

    kit.window.showPage(QStringLiteral("home"));
    auto* list = kit.find<QTableView>("tokens");
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 1);
}

void FirstRunTest::aSecondSendShowsTheDocumentedMeaning()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    QVERIFY(kit.send().startsWith(QLatin1String("200")));
    QVERIFY(kit.send().startsWith(QLatin1String("400")));
    QVERIFY(kit.text("responseBody").contains(QLatin1String("duplicate_unique_property_exists")));
    const auto* banner = kit.find<QFrame>("meaning");
    QVERIFY(banner && banner->isVisible());
    QVERIFY2(banner->accessibleDescription().contains(QLatin1String("already registered")),
             qPrintable(banner->accessibleDescription()));
}

void FirstRunTest::theListCountsDown_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("words");
    QTest::addColumn<ui::Tone>("tone");
    QTest::newRow("new") << 0 << QStringLiteral("Valid, 1 h left") << ui::Tone::Good;
    QTest::newRow("before the last five minutes")
        << 3299 << QStringLiteral("Valid, 5 min 1 s left") << ui::Tone::Good;
    QTest::newRow("in the last five minutes")
        << 3300 << QStringLiteral("Expiring soon, 5 min left") << ui::Tone::Warning;
    QTest::newRow("last second") << 3599 << QStringLiteral("Expiring soon, 1 s left") << ui::Tone::Warning;
    QTest::newRow("the end") << 3600 << QStringLiteral("Expired just now") << ui::Tone::Bad;
    QTest::newRow("later") << 3720 << QStringLiteral("Expired 2 min ago") << ui::Tone::Bad;
}

void FirstRunTest::theListCountsDown()
{
    QFETCH(int, age);
    QFETCH(ui::Tone, tone);
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+Return");
    kit.advance(age);
    const QModelIndex left = kit.tokens.index(0, ui::TokenShelf::Left);
    QTEST(left.data().toString(), "words");
    QCOMPARE(left.data(Qt::ForegroundRole).value<QColor>(), ui::toneColour(tone, QApplication::palette()));
    const QImage drawn = left.data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage();
    QVERIFY(!drawn.isNull());
    kit.advance(tone == ui::Tone::Bad ? -3600 : 3600); // to a state that looks otherwise
    const QImage other = left.data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage();
    QVERIFY(drawn != other);
}

void FirstRunTest::theStatusBarCountsTheNewestToken()
{
    support::WindowKit kit;
    kit.show();
    auto* countdown = kit.find<ui::Countdown>("statusCountdown");
    QCOMPARE(countdown->text(), QStringLiteral("No token minted yet"));
    kit.press("Ctrl+Return");
    QCOMPARE(countdown->text(), QStringLiteral("Valid, 1 h left"));
    kit.advance(3301);
    QCOMPARE(countdown->text(), QStringLiteral("Expiring soon, 4 min 59 s left"));
    QCOMPARE(countdown->accessibleDescription(), countdown->text());
    kit.press("Ctrl+Return");
    QCOMPARE(countdown->text(), QStringLiteral("Valid, 1 h left"));
}

void FirstRunTest::sendingBeforeTheSandboxIsUpWaitsForIt()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    kit.sandbox.stop();
    QVERIFY(kit.send().startsWith(QLatin1String("200")));
}

void FirstRunTest::aTakenPortIsToldOnce()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    support::WindowKit kit({}, other.serverPort());
    QSignalSpy changes(&kit.sandbox, &ui::SandboxHost::stateChanged);
    kit.show();
    QTRY_COMPARE(kit.sandbox.state(), ui::SandboxHost::State::Elsewhere);
    QCOMPARE(changes.count(), 2); // starting, elsewhere
}

void FirstRunTest::aTokenOfAnotherProjectIsNotUsed()
{
    support::WindowKit kit;
    const qint64 now = kit.clock.now();
    kit.tokens.add({QStringLiteral("007other"),
                    ui::TokenKind::App,
                    {},
                    QStringLiteral("other"),
                    QStringLiteral("other"),
                    now,
                    now + 3600});
    kit.show();
    kit.press("Ctrl+Shift+U");
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
    kit.find<QPushButton>("copyCurl")->click();
    const QString line = QApplication::clipboard()->text();
    QVERIFY(line.contains(QLatin1String("Bearer 007eJ")));
    QVERIFY(!line.contains(QLatin1String("007other")));
}

QTEST_MAIN(FirstRunTest)
#include "FirstRunTest.moc"
