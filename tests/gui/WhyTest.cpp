// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/InspectKit.h"
#include "tests/support/HostileServer.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

using support::HostileServer;
using support::InspectKit;

/// “Why was it refused?”, its buttons, and what the server's answers say of its clock.
class WhyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksCausesWithEvidence();
    void buttonsMintTheRightKind();
    void aButtonSwitchesTheProject();
    void aButtonOpensTheEndpointWithAGoodToken();
    void aButtonStoresTheCertificate();
    void longLivesAreMintedShorter();
    void soundTokensHaveNoCause();
    void unknownAnswersAreSaidToBeUnknown();
    void theLastAnswerOfRestIsTaken();
    void theAnswerIsExplainedByTheTable();
    void theClockIsShownAndUsed();
    void aLockForgetsTheAnswer();
    void wrongFiguresAreSaid();
};

namespace {

constexpr auto kOtherId = "0123456789abcdef0123456789abcdef";
constexpr auto kExpired =
    R"({"error":"unauthorized","exception":"EasemobSecurityException","timestamp":1,)"
    R"("duration":0,"error_description":"Unable to authenticate due to expired access token"})";

void judgeFor(InspectKit& kit, const char* endpoint)
{
    kit.find<QComboBox>("purpose")->setCurrentIndex(1);
    QTRY_VERIFY(kit.catalogues.get());
    auto* endpoints = kit.find<QComboBox>("forEndpoint");
    endpoints->setCurrentIndex(endpoints->findData(QLatin1String(endpoint)));
}

void ask(InspectKit& kit, const QString& token, const char* endpoint, int status = 0, const char* body = "")
{
    kit.inspect(token, InspectKit::Why);
    judgeFor(kit, endpoint);
    if (status != 0)
        kit.find<QLineEdit>("answerStatus")->setText(QString::number(status));
    kit.find<QPlainTextEdit>("answerBody")->setPlainText(QLatin1String(body));
    QCoreApplication::processEvents();
}

/// What stands in the card of a cause.
QString card(InspectKit& kit, const char* name)
{
    QStringList words;
    if (const auto* box = kit.find<QFrame>(name)) {
        for (const QLabel* each : box->findChildren<QLabel*>())
            words << each->text();
    }
    return words.join(QLatin1Char('\n'));
}

/// Presses the button of a cause; false when no such one is offered.
bool press(InspectKit& kit, const char* text)
{
    for (const char* name : {"fix1", "fix2", "fix3"}) {
        auto* button = kit.find<QPushButton>(name);
        if (button && button->isVisible() && button->accessibleName() == QString::fromUtf8(text)) {
            button->click();
            return true;
        }
    }
    return false;
}

QString cause(InspectKit& kit, const char* name = "cause1")
{
    const auto* box = kit.find<QFrame>(name);
    return box && box->isVisible() ? box->toolTip() : QString();
}

void storeOther(InspectKit& kit)
{
    project::Project project;
    project.name = "other";
    project.appId = kOtherId;
    const auto other = kit.projects.add(project);
    QVERIFY(other.has_value());
    QVERIFY(kit.secrets.hold(other->id, vault::kCertificate,
                             base::SecretBytes(std::string_view("fedcba9876543210fedcba9876543210"))));
    Q_EMIT kit.bus.projectsChanged();
}

QByteArray dateHeader(std::int64_t seconds)
{
    return "Date: " +
           QLocale::c()
               .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss")
               .toLatin1() +
           " GMT\r\n";
}

/// The page REST has called a server that answers so.
void callServer(InspectKit& kit, HostileServer& server)
{
    const auto before = kit.projects.find(kit.projectId);
    auto after = *before;
    after.restHost = "http://127.0.0.1:" + std::to_string(server.serverPort());
    QVERIFY(kit.projects.edit(*before, after).has_value());
    Q_EMIT kit.bus.projectsChanged();
    kit.openEndpoint(QStringLiteral("user.get"));
    (void)kit.send();
}

} // namespace

void WhyTest::ranksCausesWithEvidence()
{
    InspectKit kit;
    ask(kit, kit.minted(true, 7200), "user.get", 401, kExpired);
    QCOMPARE(cause(kit), QStringLiteral("expired"));
    const QString words = card(kit, "cause1");
    for (const char* wanted : {"1. ", "Issued: ", "Ends: ", "The server answered HTTP 401 unauthorized"})
        QVERIFY2(words.contains(QLatin1String(wanted)), qPrintable(words));
    ask(kit, kit.minted(false, 7200), "user.get");
    QCOMPARE(cause(kit), QStringLiteral("wrong-kind")); // what the token is comes before its time
    QCOMPARE(cause(kit, "cause2"), QStringLiteral("expired"));
    QVERIFY(card(kit, "cause1").contains(QStringLiteral("It is a user token for “alice”.")));
}

void WhyTest::buttonsMintTheRightKind()
{
    InspectKit kit;
    ask(kit, kit.minted(), "user.get");
    QVERIFY2(press(kit, "Mint an app token"), qPrintable(card(kit, "cause1")));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("mint"));
    QCOMPARE(kit.find<QComboBox>("tokenType")->currentIndex(), 1);

    kit.inspect(kit.minted(true), InspectKit::Why);
    kit.find<QComboBox>("purpose")->setCurrentIndex(2);
    kit.find<QLineEdit>("forUser")->setText(QStringLiteral("bob"));
    QCoreApplication::processEvents();
    QVERIFY2(press(kit, "Mint a token for user “bob”"), qPrintable(card(kit, "cause1")));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("mint"));
    QCOMPARE(kit.find<QComboBox>("tokenType")->currentIndex(), 0);
    QCOMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("bob"));
}

void WhyTest::aButtonSwitchesTheProject()
{
    InspectKit kit;
    storeOther(kit);
    ask(kit, kit.signedWith("fedcba9876543210fedcba9876543210", kOtherId), "user.get");
    QCOMPARE(cause(kit), QStringLiteral("wrong-project"));
    QVERIFY2(press(kit, "Switch to the project “other”"), qPrintable(card(kit, "cause1")));
    QCOMPARE(QString::fromStdString(kit.projects.active().name), QStringLiteral("other"));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("inspect"));
    QCOMPARE(kit.find<QComboBox>("calledProject")->currentText(), QStringLiteral("other"));
    QCoreApplication::processEvents();
    QVERIFY2(cause(kit) != QLatin1String("wrong-project"), "the question is still about the other project");
}

void WhyTest::aButtonOpensTheEndpointWithAGoodToken()
{
    InspectKit kit;
    ask(kit, kit.minted(true), "user.get", 404,
        R"({"error":"service_resource_not_found","error_description":"Service resource not found"})");
    QCOMPARE(cause(kit), QStringLiteral("not-found"));
    QVERIFY2(press(kit, "Open the endpoint"), qPrintable(card(kit, "cause1")));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("rest"));
    QTRY_VERIFY(kit.find<QLabel>("endpointTitle")->isVisible());
    QVERIFY(kit.text("requestPreview").contains(QStringLiteral("Bearer 007eJ")));
}

void WhyTest::aButtonStoresTheCertificate()
{
    InspectKit kit;
    const QString strange = kit.signedWith("00112233445566778899aabbccddeeff", kOtherId);
    kit.inspect(strange, InspectKit::Why);
    kit.find<QComboBox>("calledProject")->setCurrentIndex(0); // not known
    Q_EMIT kit.find<QComboBox>("calledProject")->activated(0);
    kit.find<QLineEdit>("answerStatus")->setText(QStringLiteral("401"));
    QTRY_VERIFY(kit.find<QFrame>("cause1"));
    QCoreApplication::processEvents();
    QVERIFY2(press(kit, "Store the certificate of its project"), qPrintable(card(kit, "cause1")));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    QCOMPARE(kit.called<QLineEdit>("App ID")->text(), QLatin1String(kOtherId));
}

void WhyTest::longLivesAreMintedShorter()
{
    InspectKit kit;
    ask(kit, kit.minted(true, 0, 7 * 86400), "user.get");
    QCOMPARE(cause(kit), QStringLiteral("over-24h"));
    QVERIFY2(press(kit, "Mint one that lasts an hour"), qPrintable(card(kit, "cause1")));
    QCOMPARE(kit.find<QLineEdit>("expiresIn")->text(), QStringLiteral("1h"));
}

void WhyTest::soundTokensHaveNoCause()
{
    InspectKit kit;
    ask(kit, kit.minted(true), "user.get");
    QVERIFY2(kit.said("whySummary").startsWith(QStringLiteral("No cause was found")),
             qPrintable(kit.said("whySummary")));
    QVERIFY(cause(kit).isEmpty());
}

void WhyTest::unknownAnswersAreSaidToBeUnknown()
{
    InspectKit kit;
    ask(kit, kit.minted(true), "user.get", 418,
        R"({"error":"teapot","error_description":"short and stout"})");
    QCOMPARE(cause(kit), QStringLiteral("unknown-answer"));
    QVERIFY2(kit.said("whySummary").contains(QStringLiteral("not in the vendor's table")),
             qPrintable(kit.said("whySummary")));
}

void WhyTest::theLastAnswerOfRestIsTaken()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) {
        socket.write(
            support::wholeAnswer("Content-Type: application/json\r\n", kExpired, "401 Unauthorized"));
    });
    InspectKit kit;
    QVERIFY(!kit.find<QPushButton>("lastAnswer")->isEnabled());
    callServer(kit, server);
    QVERIFY(kit.status().startsWith(QLatin1String("401")));
    kit.called<QPushButton>("Why was it refused?")->click();
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("inspect"));
    QCOMPARE(kit.find<QLineEdit>("answerStatus")->text(), QStringLiteral("401"));
    QCOMPARE(kit.text("answerBody"), QLatin1String(kExpired));
    QCOMPARE(kit.find<QComboBox>("forEndpoint")->currentData().toString(), QStringLiteral("user.get"));
    QVERIFY(server.requests.value(0).contains("Bearer " + kit.text("tokenToInspect").toLatin1() + '\r'));
    QTRY_COMPARE(cause(kit), QStringLiteral("clock-suspected")); // the token is young
}

void WhyTest::theAnswerIsExplainedByTheTable()
{
    const auto meaning = [](const char* status, const QByteArray& body) {
        HostileServer server([&](QTcpSocket& socket, const QByteArray&) {
            socket.write(support::wholeAnswer("Content-Type: application/json\r\n", body, status));
        });
        InspectKit kit;
        callServer(kit, server);
        return kit.said("meaning");
    };
    // Not on the endpoint's own page.
    const QString table =
        meaning("409 Conflict", R"({"error":"concurrent_operation_error","error_description":"try again"})");
    QCOMPARE(table, QStringLiteral("try again The same thing was changed twice at once."));
    const QString unknown = meaning("418 Teapot", R"({"error":"teapot","error_description":"short"})");
    QVERIFY2(unknown.contains(QStringLiteral("not in the vendor's documents")), qPrintable(unknown));
}

void WhyTest::theClockIsShownAndUsed()
{
    InspectKit kit;
    const std::int64_t behind = kit.clock.now() - 300;
    HostileServer server([&](QTcpSocket& socket, const QByteArray&) {
        socket.write(support::wholeAnswer(dateHeader(behind), "{}"));
    });
    QVERIFY(!kit.find<QLabel>("clockSkew")->isVisible());
    callServer(kit, server);
    const auto* skew = kit.find<QLabel>("clockSkew");
    QVERIFY(skew->isVisible());
    const QString figure = skew->text();
    QVERIFY2(figure == QLatin1String("Clock -300 s") || figure == QLatin1String("Clock -299 s"),
             qPrintable(figure));
    QCOMPARE(skew->accessibleName().left(20), QStringLiteral("Server clock 5 min b").left(20));

    // A token issued now is not valid yet for that server, whatever it was asked.
    ask(kit, kit.minted(true), "user.get");
    QCOMPARE(cause(kit), QStringLiteral("clock-skew"));
    QVERIFY(!kit.find<QPushButton>("fix1") || !kit.find<QPushButton>("fix1")->isVisible());
    kit.find<QTabWidget>("inspectTabs")->setCurrentIndex(InspectKit::Times);
    QVERIFY2(kit.find<QLabel>("skewNote")->text().contains(QStringLiteral("refused until then")),
             qPrintable(kit.find<QLabel>("skewNote")->text()));
    QVERIFY(kit.projects.setActive("sandbox").has_value());
    Q_EMIT kit.bus.activeProjectChanged();
    QVERIFY2(!skew->isVisible(), "the clock of another server");
}

void WhyTest::aLockForgetsTheAnswer()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) {
        socket.write(support::wholeAnswer("", kExpired, "401 Unauthorized"));
    });
    InspectKit kit;
    callServer(kit, server);
    QVERIFY(kit.answers.last().has_value() && !kit.answers.last()->token.isEmpty());
    kit.vault.lock();
    QVERIFY(!kit.answers.last().has_value());
}

void WhyTest::wrongFiguresAreSaid()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Why);
    kit.find<QLineEdit>("answerStatus")->setText(QStringLiteral("4x1"));
    QVERIFY(kit.find<QLineEdit>("answerStatus")->property("invalid").toBool());
    kit.find<QLineEdit>("answerDate")->setText(QStringLiteral("yesterday"));
    QVERIFY(kit.find<QLineEdit>("answerDate")->property("invalid").toBool());
    kit.find<QLineEdit>("answerStatus")->setText(QStringLiteral("401"));
    QVERIFY(!kit.find<QLineEdit>("answerStatus")->property("invalid").toBool());
}

QTEST_MAIN(WhyTest)
#include "WhyTest.moc"
