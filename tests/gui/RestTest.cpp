// SPDX-License-Identifier: Apache-2.0
#include "core/token/Inspector.h"
#include "tests/support/HostileServer.h"
#include "tests/support/WindowKit.h"
#include "ui/widgets/Countdown.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using support::HostileServer;

/// The page REST against servers of the test.
class RestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePreviewIsWhatIsSent_data();
    void thePreviewIsWhatIsSent();
    void anEmptyFormSendsAnEmptyBody();
    void theShownObjectIsSentAndNoHiddenMember();
    void whatIsTypedAsTheBodyIsSent();
    void anAnswerToAnotherProjectSaysSo();
    void waitingShowsNothingOfTheAnswerBefore();
    void errorsStandAtTheField();
    void theFormShowsLimitsAndOffersChoices();
    void aCallOfAUserCarriesTheUsersToken();
    void aFileIsChosenOrDropped();
    void theTokenIsShownAndRenewedInItsLastMinute();
    void userTokensAreNotReplaced();
    void cancelEndsAHangingRequest();
    void anAnswerStaysWithItsEndpoint();
    void failuresAreNamed();
    void curlCarriesTheTokenAndIsASecret();
    void bodiesAreShownForWhatTheyAre_data();
    void bodiesAreShownForWhatTheyAre();
    void aLargeBodyIsShownInPart();
    void aHugeBodyIsSavedWhole();
    void doubtsAreNamed();
};

namespace {

/// A window whose project's REST host is this server.
struct RestKit : support::WindowKit
{
    explicit RestKit(HostileServer& server)
    {
        useProject("http://127.0.0.1:" + std::to_string(server.serverPort()));
        show(QStringLiteral("rest"));
    }
};

void answer(QTcpSocket& socket, const QByteArray& body)
{
    socket.write(support::wholeAnswer("Content-Type: application/json\r\n", body));
}

} // namespace

void RestTest::thePreviewIsWhatIsSent_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("user");
    QTest::newRow("a body") << "user.register"
                            << "bob";
    QTest::newRow("a path") << "user.get"
                            << "bob";
    QTest::newRow("a path with what must be escaped") << "user.get" << QStringLiteral("b o/b%用");
    QTest::newRow("a method") << "user.delete"
                              << "bob";
    QTest::newRow("a query") << "user.list"
                             << "";
}

void RestTest::thePreviewIsWhatIsSent()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, user);
    HostileServer server([](QTcpSocket& socket, const QByteArray&) { answer(socket, "{}"); });
    RestKit kit(server);
    kit.openEndpoint(endpoint);
    if (auto* field = kit.find<QLineEdit>("field:username"); field && !user.isEmpty())
        field->setText(user);
    if (auto* lenient = kit.find<QAbstractButton>("lenient"); !kit.find<QPushButton>("send")->isEnabled())
        lenient->click();
    QStringList shown = kit.text("requestPreview").split(QLatin1Char('\n'));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));

    const QString received = QString::fromUtf8(server.requests.value(0));
    const QStringList parts = received.split(QStringLiteral("\r\n\r\n"));
    const QStringList head = parts.value(0).split(QStringLiteral("\r\n"));
    const QStringList line = head.value(0).split(QLatin1Char(' '));
    const QStringList preview = shown.value(0).split(QLatin1Char(' '));
    QCOMPARE(line.value(0), preview.value(0));
    QVERIFY2(preview.value(1).endsWith(line.value(1)), qPrintable(preview.value(1) + line.value(1)));
    const qsizetype blank = shown.indexOf(QString());
    QCOMPARE(parts.value(1), blank < 0 ? QString() : shown.mid(blank + 1).join(QLatin1Char('\n')));
    // The preview masks the token, the wire does not.
    QVERIFY(received.contains(QLatin1String("Bearer 007eJ")));
    QVERIFY(!shown.join(QString()).contains(QLatin1String("Bearer 007eJ")));
}

void RestTest::anEmptyFormSendsAnEmptyBody()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    kit.find<QAbstractButton>("lenient")->click();
    int walked = 0;
    for (const catalogue::Endpoint& endpoint : kit.catalogues.get()->endpoints()) {
        if (endpoint.bodyKind != catalogue::BodyKind::JsonObject &&
            endpoint.bodyKind != catalogue::BodyKind::JsonArray)
            continue;
        kit.openEndpoint(QString::fromStdString(endpoint.id));
        for (const catalogue::Field& field : endpoint.bodyFields) {
            const std::string name = "field:" + field.name;
            for (QWidget* input : kit.window.findChildren<QWidget*>(QString::fromStdString(name))) {
                if (auto* line = qobject_cast<QLineEdit*>(input))
                    line->clear();
                else if (auto* lines = qobject_cast<QPlainTextEdit*>(input))
                    lines->clear();
                else if (auto* choice = qobject_cast<QComboBox*>(input))
                    choice->setCurrentText({});
            }
        }
        // A name that stands in the path as well was cleared there too: then there is no request at all.
        const QString preview = kit.text("requestPreview");
        const QString body = kit.text("requestBody");
        QVERIFY2(preview.isEmpty() || body == QLatin1String("{}") || body == QLatin1String("[]"),
                 qPrintable(QString::fromStdString(endpoint.id) + QLatin1Char(' ') + body));
        walked += preview.isEmpty() ? 0 : 1;
    }
    QVERIFY2(walked > 70, qPrintable(QString::number(walked)));
}

void RestTest::theShownObjectIsSentAndNoHiddenMember()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("message.send.groups"));
    auto* body = kit.find<QPlainTextEdit>("field:body");
    QVERIFY2(body->toPlainText().contains(QLatin1String("\"msg\"")), qPrintable(body->toPlainText()));
    body->setPlainText(QStringLiteral("{\"msg\":\"typed by me\"}"));
    QVERIFY(kit.text("requestPreview").contains(QLatin1String("\"body\":{\"msg\":\"typed by me\"}")));
}

void RestTest::whatIsTypedAsTheBodyIsSent()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) { answer(socket, "{}"); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.register"));
    auto* raw = kit.find<QPlainTextEdit>("requestBody");
    auto* field = kit.find<QLineEdit>("field:username");
    field->setText(QStringLiteral("carol"));
    QVERIFY(raw->toPlainText().contains(QLatin1String("\"carol\""))); // the tab shows what is sent
    raw->setPlainText(QStringLiteral("{\"username\":\"typed\"}"));
    auto* use = kit.find<QAbstractButton>("useRawBody");
    QVERIFY(use->isChecked());
    QVERIFY(!field->isEnabled());
    QVERIFY(!kit.find<QLabel>("bodyUnused")->isHidden());
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    QVERIFY(server.requests.value(0).endsWith("{\"username\":\"typed\"}"));

    use->click();
    QVERIFY(field->isEnabled());
    QVERIFY(raw->toPlainText().contains(QLatin1String("\"carol\"")));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    QVERIFY(server.requests.value(1).contains("carol"));
    use->click(); // nothing that was typed is lost
    QCOMPARE(raw->toPlainText(), QStringLiteral("{\"username\":\"typed\"}"));
}

void RestTest::anAnswerToAnotherProjectSaysSo()
{
    QTcpSocket* waiting = nullptr;
    HostileServer server([&](QTcpSocket& socket, const QByteArray&) { waiting = &socket; });
    RestKit kit(server);
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.openEndpoint(QStringLiteral("user.get"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(waiting);
    const std::string asked = kit.projects.active().id;
    Q_EMIT kit.bus.projectChosen(QStringLiteral("sandbox"));
    answer(*waiting, "{}");
    QTRY_COMPARE(kit.status(), QStringLiteral("200 OK"));
    const auto* origin = kit.find<QFrame>("answerOrigin");
    QVERIFY(origin->isVisible());
    QVERIFY2(origin->accessibleName().contains(QLatin1String("mine")), qPrintable(origin->accessibleName()));
    Q_EMIT kit.bus.projectChosen(QString::fromStdString(asked));
    QVERIFY(!origin->isVisible());
}

void RestTest::waitingShowsNothingOfTheAnswerBefore()
{
    HostileServer server([&](QTcpSocket& socket, const QByteArray& request) {
        if (request.contains("/users/first"))
            answer(socket, "{\"old\":true}");
    });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.get"));
    auto* user = kit.find<QLineEdit>("field:username");
    user->setText(QStringLiteral("first"));
    const QPalette::ColorRole text = QPalette::WindowText;
    const QColor idle = kit.find<QLabel>("responseStatus")->palette().color(text);
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    QVERIFY(kit.text("responseBody").contains(QLatin1String("old")));
    QVERIFY(kit.find<QLabel>("responseStatus")->palette().color(text) != idle);
    user->setText(QStringLiteral("second"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(server.requests.size() == 2);
    QVERIFY(kit.text("responseBody").isEmpty());
    QVERIFY(kit.text("responseHeaders").isEmpty());
    QCOMPARE(kit.find<QLabel>("responseStatus")->palette().color(text), idle);
    kit.press("Escape");
}

void RestTest::errorsStandAtTheField()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    auto* user = kit.called<QLineEdit>("username");
    user->clear();
    QVERIFY(user->property("invalid").toBool());
    QVERIFY(!kit.find<QPushButton>("send")->isEnabled());
    QVERIFY(kit.text("requestPreview").isEmpty());
    kit.press("Ctrl+Return"); // says it again and sends nothing
    QCOMPARE(kit.status(), QStringLiteral("No answer yet"));
    QVERIFY(user->property("invalid").toBool());
    user->setText(QStringLiteral("bob"));
    QVERIFY(!user->property("invalid").toBool());
    QVERIFY(kit.find<QPushButton>("send")->isEnabled());
}

void RestTest::theFormShowsLimitsAndOffersChoices()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("attr.set"));
    const auto* gender = kit.called<QComboBox>("gender");
    QCOMPARE(gender->count(), 4); // nothing, 0, 1, 2
    QVERIFY(kit.called<QLineEdit>("nickname")
                ->accessibleDescription()
                .contains(QLatin1String("at most 64 characters")));
    kit.openEndpoint(QStringLiteral("push.setting.set"));
    QVERIFY(kit.called<QLineEdit>("ignoreDuration")
                ->accessibleDescription()
                .contains(QLatin1String("0 to 604800000 milliseconds")));
    QVERIFY(kit.called<QLineEdit>("ignoreInterval")
                ->accessibleDescription()
                .contains(QLatin1String("span of the day as in 21:30-08:00")));
    kit.openEndpoint(QStringLiteral("message.history.file"));
    auto* time = kit.called<QLineEdit>("time");
    QVERIFY(!time->property("invalid").toBool());
    time->setText(QStringLiteral("2026023001"));
    QVERIFY(time->property("invalid").toBool());
}

void RestTest::aCallOfAUserCarriesTheUsersToken()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) { answer(socket, "{}"); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("push.template.user.set"));
    kit.called<QLineEdit>("userId")->setText(QStringLiteral("erin"));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    const QString received = QString::fromUtf8(server.requests.value(0));
    const QString token = received.section(QLatin1String("Bearer "), 1).section(QLatin1String("\r\n"), 0, 0);
    const token::Inspection inspection = token::inspect(token.toStdString(), {});
    QCOMPARE(inspection.decoded.service(token::ServiceType::Chat)->userId, std::string("erin"));
}

void RestTest::aFileIsChosenOrDropped()
{
    support::WindowKit kit;
    kit.show();
    kit.openEndpoint(QStringLiteral("file.upload"));
    auto* field = kit.find<QLineEdit>("field:file");
    QVERIFY(field);
    QFile file(kit.home + QStringLiteral("/a b.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    kit.find<QPushButton>("choose:file")->click();
    auto* dialog = kit.window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file.fileName());
    dialog->close();
    QCOMPARE(field->text(), file.fileName());

    const auto drop = [&](const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        const QPoint at = field->geometry().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QApplication::sendEvent(field->parentWidget(), &enter);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field->parentWidget(), &event);
        return enter.isAccepted();
    };
    field->clear();
    QVERIFY(!field->acceptDrops()); // so that the widget around it gets what is dropped
    QVERIFY(drop({QUrl::fromLocalFile(file.fileName())}));
    QCOMPARE(field->text(), file.fileName());
    field->clear();
    QVERIFY(!drop({QUrl::fromLocalFile(kit.home)})); // a folder is none
    QVERIFY(!drop({QUrl(QStringLiteral("https://example.org/a.png"))}));
    QCOMPARE(field->text(), QString());
}

void RestTest::theTokenIsShownAndRenewedInItsLastMinute()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) { answer(socket, "{}"); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.get"));
    QVERIFY(kit.send().startsWith(QLatin1String("200")));
    const auto* left = kit.find<ui::Countdown>("timeLeft");
    QCOMPARE(left->text(), QStringLiteral("Valid, 1 h left"));
    kit.advance(3600 - 60);
    QVERIFY(left->text().startsWith(QLatin1String("Expiring soon")));
    (void)kit.send();
    QCOMPARE(kit.find<ui::Countdown>("timeLeft")->text(), QStringLiteral("Expiring soon, 1 min left"));
    kit.advance(1);
    (void)kit.send();
    QCOMPARE(kit.find<ui::Countdown>("timeLeft")->text(), QStringLiteral("Valid, 1 h left"));
    const auto token = [&](qsizetype request) {
        const QByteArray all = server.requests.value(request);
        return all.mid(all.indexOf("Bearer ")).split('\r').first();
    };
    QCOMPARE(token(0), token(1));
    QVERIFY(token(1) != token(2));
}

void RestTest::userTokensAreNotReplaced()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.press("Ctrl+Return"); // a token of alice
    kit.press("Ctrl+Shift+U");
    kit.openEndpoint(QStringLiteral("user.list"));
    QVERIFY2(kit.send().startsWith(QLatin1String("401")), qPrintable(kit.status()));
}

void RestTest::cancelEndsAHangingRequest()
{
    HostileServer silent([](QTcpSocket&, const QByteArray&) {});
    RestKit kit(silent);
    kit.openEndpoint(QStringLiteral("user.get"));
    kit.press("Ctrl+Return");
    QTRY_COMPARE(silent.requests.size(), 1);
    QVERIFY(kit.called<QPushButton>("Cancel"));
    QVERIFY(!kit.find<QPushButton>("send")->isVisible());
    QElapsedTimer timer;
    timer.start();
    kit.press("Esc");
    QTRY_VERIFY(kit.find<QPushButton>("send")->isVisible());
    QVERIFY2(timer.elapsed() < 200, "cancelling takes too long");
    QCOMPARE(kit.status(), QStringLiteral("No answer"));
}

void RestTest::anAnswerStaysWithItsEndpoint()
{
    HostileServer silent([](QTcpSocket&, const QByteArray&) {});
    RestKit kit(silent);
    kit.openEndpoint(QStringLiteral("user.get"));
    kit.press("Ctrl+Return");
    QTRY_COMPARE(silent.requests.size(), 1);
    Q_EMIT kit.bus.endpointRequested(QStringLiteral("user.list"));
    kit.press("Esc");
    QTRY_VERIFY(kit.find<QPushButton>("send")->isVisible());
    QCOMPARE(kit.status(), QStringLiteral("No answer yet")); // user.list was never sent
}

void RestTest::failuresAreNamed()
{
    HostileServer rude([](QTcpSocket& socket, const QByteArray&) { socket.abort(); });
    RestKit kit(rude);
    kit.openEndpoint(QStringLiteral("user.get"));
    QCOMPARE(kit.send(), QStringLiteral("No answer"));
    const auto* meaning = kit.find<QFrame>("meaning");
    QVERIFY(meaning->isVisible());
    QVERIFY2(!meaning->accessibleName().isEmpty(), "the reason is not told");
}

void RestTest::curlCarriesTheTokenAndIsASecret()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    kit.called<QPushButton>("Copy as curl")->click();
    const QString line = QApplication::clipboard()->text();
    QVERIFY(line.startsWith(QLatin1String("curl ")));
    for (const char* part : {"POST", "/users", "Bearer 007eJ", "alice"})
        QVERIFY2(line.contains(QLatin1String(part)), qPrintable(line));
    QVERIFY(kit.clipboard.secondsLeft() > 0);
}

void RestTest::bodiesAreShownForWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("note");
    QTest::newRow("a number past 2^53")
        << QByteArray(R"({"id":9007199254740993})") << QStringLiteral("9007199254740993") << QString();
    QTest::newRow("a long fraction") << QByteArray(R"({"x":1.000000000000000000001e-5})")
                                     << QStringLiteral("1.000000000000000000001e-5") << QString();
    QTest::newRow("no JSON") << QByteArray("<html>busy</html>") << QStringLiteral("<html>busy</html>")
                             << QString();
    QTest::newRow("no text") << QByteArray("\x89PNG\r\n\x1a\n\0\xff", 10)
                             << QStringLiteral("89 50 4e 47 0d 0a 1a 0a 00 ff")
                             << QStringLiteral("Not UTF-8 text: shown as bytes.");
    QTest::newRow("nothing") << QByteArray() << QString() << QString();
}

void RestTest::bodiesAreShownForWhatTheyAre()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, shown);
    QFETCH(QString, note);
    HostileServer server([&](QTcpSocket& socket, const QByteArray&) { answer(socket, body); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.get"));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    QVERIFY2(kit.text("responseBody").contains(shown), qPrintable(kit.text("responseBody")));
    QCOMPARE(kit.find<QLabel>("bodyNote")->text(), note);
    QCOMPARE(kit.find<QPushButton>("saveBody")->isVisible(), !body.isEmpty());
}

void RestTest::aLargeBodyIsShownInPart()
{
    // A character of three bytes, so that the cut falls into one.
    QByteArray body = "[\"" + QStringLiteral("用").repeated(200'000).toUtf8() + "\"]";
    HostileServer server([&](QTcpSocket& socket, const QByteArray&) { answer(socket, body); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.get"));
    QCOMPARE(kit.send(), QStringLiteral("200 OK"));
    const QString shown = kit.text("responseBody");
    QVERIFY(shown.size() > 80'000 && shown.size() < 90'000);
    QVERIFY2(!shown.contains(QChar::ReplacementCharacter), "a character was cut in two");
    QCOMPARE(kit.find<QLabel>("bodyNote")->text(),
             QStringLiteral("The first 262 kB of 600 kB, as they came."));
}

void RestTest::aHugeBodyIsSavedWhole()
{
    QByteArray body(40'000'000, 'x');
    for (qsizetype i = 0; i < body.size(); i += 1000)
        body.replace(i, 10, QByteArray::number(i).rightJustified(10, '0'));
    HostileServer server(
        [&](QTcpSocket& socket, const QByteArray&) { socket.write(support::wholeAnswer("", body)); });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.list"));
    kit.find<QPushButton>("send")->click();
    QTRY_VERIFY_WITH_TIMEOUT(kit.find<QPushButton>("saveBody")->isVisible(), 60'000);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("body"));
    kit.find<QPushButton>("saveBody")->click();
    auto* dialog = kit.window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    dialog->selectFile(file);
    Q_EMIT dialog->fileSelected(file);
    QCOMPARE(kit.find<QLabel>("bodyNote")->text(), QStringLiteral("Saving...")); // the window goes on
    QVERIFY(!QFile::exists(file));
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(kit.find<QLabel>("bodyNote")->text(), QStringLiteral("Saved to %1.").arg(file),
                              60'000);
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll() == body);
}

void RestTest::doubtsAreNamed()
{
    HostileServer server([](QTcpSocket& socket, const QByteArray&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "3\r\n[1,\r\nxyz\r\n2]\r\n0\r\n\r\n");
        socket.disconnectFromHost();
    });
    RestKit kit(server);
    kit.openEndpoint(QStringLiteral("user.list"));
    kit.find<QPushButton>("send")->click();
    const auto told = [&] {
        const auto labels = kit.find<QFrame>("meaning")->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QLatin1String("announced as JSON"));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(), 60'000);
}

QTEST_MAIN(RestTest)
#include "RestTest.moc"
