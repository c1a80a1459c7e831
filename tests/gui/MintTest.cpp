// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"
#include "tests/support/WindowKit.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

#include <functional>
#include <memory>

Q_DECLARE_METATYPE(std::function<void(support::WindowKit&)>)

class MintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewFollowsTypingAndKeepsItsSalt();
    void mintTakesNewSaltAndTime();
    void pinnedValuesStay();
    void sameInputsGiveTheSameToken_data();
    void sameInputsGiveTheSameToken();
    void presetsSetTheExpiry();
    void badInputClearsTheToken_data();
    void badInputClearsTheToken();
    void aClockThatNoTokenCanHoldMintsNothing();
    void warnsBeyondADay_data();
    void warnsBeyondADay();
    void onlyAppTokensGoToRest();
    void copyMarksTheTokenAsSecret();
    void aPreviewThatLeavesThePageIsListed_data();
    void aPreviewThatLeavesThePageIsListed();
    void aTokenIsListedOnce();
    void aPartOfAPreviewIsNoToken();
    void doubtfulUserIdsAreTold_data();
    void doubtfulUserIdsAreTold();
    void theZoneOfADateIsNamed();
    void clipboardIsClearedOnlyWhileItIsOurs();
    void clipboardIsClearedAfterTheSetTime();
    void aClipboardThatStaysIsTold();
};

namespace {

std::string minted(const support::WindowKit& kit, const project::ChatTokenRequest& request)
{
    return project::mintChatToken(project::activeCredentials(kit.projects, kit.secrets), request).value();
}

void enter(QLineEdit* field, const char* text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QLatin1String(text));
}

} // namespace

void MintTest::previewFollowsTypingAndKeepsItsSalt()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    const QString salt = kit.find<QLineEdit>("salt")->text();
    const QString before = kit.text("token");
    enter(kit.find<QLineEdit>("userId"), "bob");
    QVERIFY(kit.text("token") != before);
    kit.advance(10);
    enter(kit.find<QLineEdit>("userId"), "carol");
    QCOMPARE(kit.find<QLineEdit>("salt")->text(), salt);
    QCOMPARE(kit.find<QLineEdit>("issueTime")->text(), QStringLiteral("1800000000"));
    QCOMPARE(kit.text("token"), QString::fromStdString(minted(kit, {.forApp = false,
                                                                    .userId = "carol",
                                                                    .expire = 3600,
                                                                    .issueTs = 1'800'000'000,
                                                                    .salt = salt.toUInt()})));
    QCOMPARE(kit.tokens.rowCount(), 0);
}

void MintTest::mintTakesNewSaltAndTime()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    const QString salt = kit.find<QLineEdit>("salt")->text();
    kit.advance(10);
    kit.press("Ctrl+Return");
    QVERIFY(kit.find<QLineEdit>("salt")->text() != salt);
    QCOMPARE(kit.find<QLineEdit>("issueTime")->text(), QStringLiteral("1800000010"));
    QCOMPARE(kit.tokens.rowCount(), 1);
    QCOMPARE(kit.tokens.at(0)->text, kit.text("token"));
    QCOMPARE(kit.tokens.at(0)->expiresAt, 1'800'003'610);
}

void MintTest::pinnedValuesStay()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QPushButton>("advanced")->click();
    enter(kit.find<QLineEdit>("salt"), "42");
    enter(kit.find<QLineEdit>("issueTime"), "1700000000");
    kit.find<QPushButton>("mintToken")->click();
    const QString first = kit.text("token");
    kit.advance(10);
    kit.find<QPushButton>("mintToken")->click();
    QCOMPARE(kit.text("token"), first);
    QCOMPARE(kit.find<QLineEdit>("salt")->text(), QStringLiteral("42"));
}

void MintTest::sameInputsGiveTheSameToken_data()
{
    QTest::addColumn<bool>("forApp");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("expiresIn");
    QTest::addColumn<quint32>("seconds");
    QTest::newRow("user, seconds") << false << "alice"
                                   << "3600" << 3600U;
    QTest::newRow("user, hours and minutes") << false << "bob"
                                             << "1h30m" << 5400U;
    QTest::newRow("user with letters beyond ASCII") << false << QStringLiteral("用户") << "24h" << 86400U;
    QTest::newRow("app") << true << QString() << "12h" << 43200U;
}

void MintTest::sameInputsGiveTheSameToken()
{
    QFETCH(bool, forApp);
    QFETCH(QString, user);
    QFETCH(QString, expiresIn);
    QFETCH(quint32, seconds);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QComboBox>("tokenType")->setCurrentIndex(forApp ? 1 : 0);
    kit.find<QLineEdit>("userId")->setText(user);
    kit.find<QLineEdit>("expiresIn")->setText(expiresIn);
    kit.find<QLineEdit>("salt")->setText(QStringLiteral("7"));
    kit.find<QLineEdit>("issueTime")->setText(QStringLiteral("2026-11-24T09:30:00Z"));
    QCOMPARE(kit.text("token"), QString::fromStdString(minted(kit, {.forApp = forApp,
                                                                    .userId = user.toStdString(),
                                                                    .expire = seconds,
                                                                    .issueTs = 1'795'512'600,
                                                                    .salt = 7})));
}

void MintTest::presetsSetTheExpiry()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    const auto expiresAt = [&] {
        kit.press("Ctrl+Return");
        return kit.tokens.at(0)->expiresAt - kit.clock.now();
    };
    kit.find<QPushButton>("preset10m")->click();
    QCOMPARE(expiresAt(), 600);
    kit.find<QPushButton>("preset24h")->click();
    QCOMPARE(expiresAt(), 86400);
    kit.find<QComboBox>("expiryMode")->setCurrentIndex(1);
    kit.find<QDateTimeEdit>("expiresAt")->setDateTime(QDateTime::fromSecsSinceEpoch(kit.clock.now() + 7200));
    QCOMPARE(expiresAt(), 7200);
    kit.find<QDateTimeEdit>("expiresAt")->setDateTime(QDateTime::fromSecsSinceEpoch(kit.clock.now() - 60));
    QCOMPARE(kit.text("token"), QString()); // it would have ended before it began
    kit.find<QPushButton>("preset1h")->click();
    QCOMPARE(expiresAt(), 3600);
}

void MintTest::badInputClearsTheToken_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no user") << QByteArray("userId") << QString();
    QTest::newRow("no length of time") << QByteArray("expiresIn") << QStringLiteral("soon");
    QTest::newRow("time past 32 bits") << QByteArray("expiresIn") << QStringLiteral("4294967296");
    QTest::newRow("empty time") << QByteArray("expiresIn") << QString();
    QTest::newRow("salt past 32 bits") << QByteArray("salt") << QStringLiteral("4294967296");
    QTest::newRow("negative salt") << QByteArray("salt") << QStringLiteral("-1");
    QTest::newRow("no issue time") << QByteArray("issueTime") << QStringLiteral("yesterday");
    QTest::newRow("issue time past 32 bits") << QByteArray("issueTime") << QStringLiteral("9999999999");
}

void MintTest::badInputClearsTheToken()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    QVERIFY(!kit.text("token").isEmpty());
    auto* edit = kit.find<QLineEdit>(field.constData());
    const QString before = edit->text();
    edit->setText(text);
    QCOMPARE(kit.text("token"), QString());
    QVERIFY(edit->property("invalid").toBool());
    QVERIFY(edit->isVisible()); // the error shows where it can be mended
    QVERIFY(!edit->accessibleDescription().isEmpty());
    QVERIFY(!kit.find<QPushButton>("copyToken")->isEnabled());
    kit.press("Ctrl+Return");
    QCOMPARE(kit.tokens.rowCount(), field == "salt" || field == "issueTime" ? kit.tokens.rowCount() : 0);
    edit->setText(before);
    QVERIFY(!kit.text("token").isEmpty());
    QVERIFY(!edit->property("invalid").toBool());
}

void MintTest::aClockThatNoTokenCanHoldMintsNothing()
{
    support::WindowKit kit;
    kit.clock.ms = -315'619'200'000; // 1960
    kit.show(QStringLiteral("mint"));
    enter(kit.find<QLineEdit>("userId"), "bob");
    kit.press("Ctrl+Return");
    QVERIFY(kit.text("token").isEmpty());
    QCOMPARE(kit.tokens.rowCount(), 0);
    auto* issued = kit.find<QLineEdit>("issueTime");
    QVERIFY(issued->property("invalid").toBool());
    QVERIFY2(issued->accessibleDescription().contains(QLatin1String("1960-01-01T00:00:00Z")),
             qPrintable(issued->accessibleDescription()));
}

void MintTest::warnsBeyondADay_data()
{
    QTest::addColumn<QString>("expiresIn");
    QTest::addColumn<bool>("warned");
    QTest::newRow("a day") << "24h" << false;
    QTest::newRow("a second more") << "86401" << true;
    QTest::newRow("a year") << "8760h" << true;
}

void MintTest::warnsBeyondADay()
{
    QFETCH(QString, expiresIn);
    QFETCH(bool, warned);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QLineEdit>("expiresIn")->setText(expiresIn);
    const auto* banner = kit.find<QFrame>("mintBanner");
    QCOMPARE(banner->isVisible(), warned);
    QCOMPARE(banner->accessibleName().contains(QLatin1String("24")), warned);
    QVERIFY(!kit.text("token").isEmpty());
}

void MintTest::onlyAppTokensGoToRest()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    QVERIFY(!kit.find<QPushButton>("useForRest")->isVisible());
    kit.find<QComboBox>("tokenType")->setCurrentIndex(1);
    QVERIFY(!kit.find<QLineEdit>("userId")->isVisible());
    kit.find<QPushButton>("useForRest")->click();
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("rest"));
}

void MintTest::copyMarksTheTokenAsSecret()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.called<QPushButton>("Copy token")->click();
    const QClipboard* clipboard = QApplication::clipboard();
    QCOMPARE(clipboard->text(), kit.text("token"));
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    QCOMPARE(kit.clipboard.secondsLeft(), 30);
}

void MintTest::aPreviewThatLeavesThePageIsListed_data()
{
    using Way = std::function<void(support::WindowKit&)>;
    QTest::addColumn<Way>("way");
    const auto click = [](const char* name) {
        return Way([name](support::WindowKit& kit) { kit.find<QPushButton>(name)->click(); });
    };
    QTest::newRow("copied by the button") << click("copyToken");
    QTest::newRow("shown as QR code") << click("showQrCode");
    QTest::newRow("inspected") << click("inspectToken");
    QTest::newRow("used for REST") << click("useForRest");
    QTest::newRow("copied by keys") << Way([](support::WindowKit& kit) {
        kit.find<QPlainTextEdit>("token")->setFocus();
        kit.press("Ctrl+A");
        kit.press("Ctrl+C");
        QCOMPARE(kit.clipboard.secondsLeft(), 30); // and cleared as one that the button copies
    });
    QTest::newRow("copied by the context menu") << Way([](support::WindowKit& kit) {
        auto* token = kit.find<QPlainTextEdit>("token");
        token->selectAll();
        const std::unique_ptr<QMenu> menu(token->createStandardContextMenu());
        const auto actions = menu->actions();
        const auto copy = std::find_if(actions.begin(), actions.end(), [](const QAction* each) {
            return each->objectName() == QLatin1String("edit-copy");
        });
        QVERIFY(copy != actions.end());
        (*copy)->trigger();
    });
}

void MintTest::aPreviewThatLeavesThePageIsListed()
{
    QFETCH(std::function<void(support::WindowKit&)>, way);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QComboBox>("tokenType")->setCurrentIndex(1);
    QCOMPARE(kit.tokens.rowCount(), 0);
    const QString preview = kit.text("token");
    way(kit);
    QCOMPARE(kit.tokens.rowCount(), 1);
    QCOMPARE(kit.tokens.at(0)->text, preview);
    QCOMPARE(kit.tokens.at(0)->expiresAt, 1'800'003'600);
}

void MintTest::aTokenIsListedOnce()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    for (int i = 0; i < 2; ++i)
        kit.find<QPushButton>("copyToken")->click();
    Q_EMIT kit.bus.projectsChanged(); // the form is read anew
    kit.find<QPushButton>("copyToken")->click();
    QCOMPARE(kit.tokens.rowCount(), 1);
    enter(kit.find<QLineEdit>("userId"), "bob"); // another token
    QCOMPARE(kit.tokens.rowCount(), 1);
    kit.find<QPushButton>("copyToken")->click();
    QCOMPARE(kit.tokens.rowCount(), 2);
    QCOMPARE(kit.tokens.at(0)->userId, QStringLiteral("bob"));
    kit.press("Ctrl+Return");
    kit.find<QPushButton>("copyToken")->click();
    QCOMPARE(kit.tokens.rowCount(), 3);
}

void MintTest::aPartOfAPreviewIsNoToken()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    auto* token = kit.find<QPlainTextEdit>("token");
    QTextCursor cursor = token->textCursor();
    cursor.setPosition(10);
    cursor.setPosition(20, QTextCursor::KeepAnchor);
    token->setTextCursor(cursor);
    token->copy();
    QCOMPARE(QApplication::clipboard()->text().size(), 10);
    QCOMPARE(kit.tokens.rowCount(), 0);
}

void MintTest::doubtfulUserIdsAreTold_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("told");
    QTest::newRow("as documented") << "alice_1-2.3" << QString();
    QTest::newRow("64 characters") << QString(64, QLatin1Char('a')) << QString();
    QTest::newRow("65 characters") << QString(65, QLatin1Char('a')) << "up to 64 characters";
    QTest::newRow("upper case") << "Alice"
                                << "upper case";
    QTest::newRow("an address") << "alice@example.org"
                                << "a-z 0-9 _ - .";
    QTest::newRow("a blank at the end") << "alice "
                                        << "a-z 0-9 _ - .";
    QTest::newRow("letters beyond ASCII") << QStringLiteral("用户") << "a-z 0-9 _ - .";
}

void MintTest::doubtfulUserIdsAreTold()
{
    QFETCH(QString, user);
    QFETCH(QString, told);
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QLineEdit>("userId")->setText(user);
    const auto* doubt = kit.find<QFrame>("userIdDoubt");
    QCOMPARE(doubt->isVisible(), !told.isEmpty());
    QVERIFY2(doubt->accessibleName().contains(told), qPrintable(doubt->accessibleName()));
    QVERIFY(!kit.text("token").isEmpty()); // it is made all the same
    kit.find<QComboBox>("tokenType")->setCurrentIndex(1);
    QVERIFY(!doubt->isVisible());
}

void MintTest::theZoneOfADateIsNamed()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.find<QComboBox>("expiryMode")->setCurrentIndex(1);
    QVERIFY(kit.find<QLabel>("expiresAtZone")->isVisible());
    QCOMPARE(kit.find<QLabel>("expiresAtZone")->text(), QStringLiteral("UTC"));
}

void MintTest::aClipboardThatStaysIsTold()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.press("Ctrl+Return");
    kit.press("Ctrl+Shift+C");
    QSignalSpy failed(&kit.clipboard, &ui::ClipboardGuard::clearingFailed);
    QSignalSpy cleared(&kit.clipboard, &ui::ClipboardGuard::cleared);
    const QString token = QApplication::clipboard()->text();
    QVERIFY(token.startsWith(QLatin1String("007")));
    kit.clipboard.clearOurs();
    QCOMPARE(QApplication::clipboard()->text(), QString());
    QTRY_COMPARE(cleared.count(), 1); // it was looked at once more
    QCOMPARE(failed.count(), 0);
    kit.press("Ctrl+Shift+C");
    kit.clipboard.clearOurs();
    QApplication::clipboard()->setText(token); // as if the desktop had not let it go
    QTRY_COMPARE(failed.count(), 1);
}

void MintTest::clipboardIsClearedOnlyWhileItIsOurs()
{
    QClipboard* clipboard = QApplication::clipboard();
    {
        support::WindowKit kit;
        kit.show(QStringLiteral("mint"));
        kit.find<QPushButton>("copyToken")->click();
        kit.window.close();
        QCOMPARE(clipboard->text(), QString()); // the program leaves nothing behind
        kit.find<QPushButton>("copyToken")->click();
        clipboard->setText(QStringLiteral("somebody else's"));
        kit.clipboard.clearOurs();
    }
    QCOMPARE(clipboard->text(), QStringLiteral("somebody else's"));
}

void MintTest::clipboardIsClearedAfterTheSetTime()
{
    support::WindowKit kit;
    kit.settings.setClipboardTime(std::chrono::seconds(5)); // the shortest that is allowed
    kit.show(QStringLiteral("mint"));
    kit.find<QPushButton>("copyToken")->click();
    QCOMPARE(QApplication::clipboard()->text(), kit.text("token"));
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text(), QString(), 7000);
    QCOMPARE(kit.clipboard.secondsLeft(), 0);
}

QTEST_MAIN(MintTest)
#include "MintTest.moc"
