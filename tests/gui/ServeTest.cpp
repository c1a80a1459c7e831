// SPDX-License-Identifier: Apache-2.0
#include "tests/support/RawClient.h"
#include "tests/support/ThreadTime.h"
#include "tests/support/WindowKit.h"

#include "core/token/Inspector.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include <atomic>
#include <thread>

/// The page Serve, and the server behind it while pages come and go.
class ServeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndStopsByKeysAlone();
    void showsTheRequestsButNoToken();
    void refusesWhatTheFormHasWrong_data();
    void refusesWhatTheFormHasWrong();
    void saysThatThePortIsTaken();
    void withoutACertificateItDoesNotStart();
    void aLockTakesTheCertificateAway();
    void signsForTheProjectItWasStartedFor();
    void makesAKeyAndAsksForIt();
    void remembersItsFormButNoKey();
    void knobsCountAtOnceAndCanBeTakenBack();
    void copiesLinesThatWork();
    void theListIsASoundModel();
    void theWindowStaysLiveAtFullSpeed();
    void snippetsHaveTheAppIdAndNoCertificate();
};

namespace {

/// A window on the page Serve with a project of its own, the server on any free port.
struct ServeKit : support::WindowKit
{
    ServeKit()
    {
        settings.setLanguage(QStringLiteral("en"));
        projectId = useProject("https://a41.chat.agora.io");
        show(QStringLiteral("serve"));
        find<QSpinBox>("serverPort")->setValue(0);
    }
    void start()
    {
        called<QPushButton>("Start server")->click();
        QVERIFY(tokenServer.isRunning());
    }
    [[nodiscard]] support::RawAnswer ask(std::string_view target, std::string_view headerLines = {}) const
    {
        return support::ask(tokenServer.port(),
                            support::makeRequest(tokenServer.port(), "GET", target, headerLines));
    }
    [[nodiscard]] support::RawAnswer alice(std::string_view headerLines = {}) const
    {
        return ask("/api/token/generateUserToken?account=alice", headerLines);
    }
    [[nodiscard]] QString cell(int row, int column)
    {
        return called<QTableView>("Requests")->model()->index(row, column).data().toString();
    }
    std::string projectId;
};

} // namespace

void ServeTest::startsAndStopsByKeysAlone()
{
    ServeKit kit;
    kit.window.showPage(QStringLiteral("home"));
    kit.press("Alt+5");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("serve"));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Port"));
    kit.press("Ctrl+Return");
    QTRY_VERIFY(kit.tokenServer.isRunning());
    auto* address = kit.called<QLineEdit>("Address");
    QCOMPARE(address->text(), QStringLiteral("http://127.0.0.1:%1").arg(kit.tokenServer.port()));
    QCOMPARE(kit.alice().status, 200);
    QVERIFY(kit.find<QLabel>("serverStatus")->text().contains(QLatin1String("mine")));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Stop server"));
    QVERIFY(!kit.called<QPushButton>("Start server"));
    const quint16 port = kit.tokenServer.port();
    kit.press("Space");
    QVERIFY(!kit.tokenServer.isRunning());
    QVERIFY(!support::RawClient(port).isConnected());
    QCOMPARE(address->text(), QString());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Start server"));
}

void ServeTest::showsTheRequestsButNoToken()
{
    ServeKit kit;
    kit.start();
    const std::string body = kit.alice().body;
    const std::string token = body.substr(body.find("007e"), 60);
    QCOMPARE(kit.ask("/" + token).status, 404);
    QTRY_COMPARE(kit.tokenServer.requests().rowCount(), 2);
    QCOMPARE(kit.cell(1, 1), QStringLiteral("GET /api/token/generateUserToken"));
    QCOMPARE(kit.cell(1, 2), QStringLiteral("200 OK"));
    QVERIFY2(kit.cell(1, 3).startsWith(QLatin1String("user alice, until ")), qPrintable(kit.cell(1, 3)));
    QCOMPARE(kit.cell(0, 2), QStringLiteral("404 Not Found"));
    QVERIFY(kit.cell(0, 1).startsWith(QLatin1String("GET /007eJ")));
    QCOMPARE(kit.find<QLabel>("requestCounts")->text(),
             QStringLiteral("answered 2 · tokens 1 · refused 1 · failed 0"));
    const auto* model = kit.called<QTableView>("Requests")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                QVERIFY(!model->index(row, column)
                             .data(role)
                             .toString()
                             .contains(QString::fromStdString(token.substr(0, 20))));
        }
    }
    kit.find<QPushButton>("clearRequests")->click();
    QCOMPARE(model->rowCount(), 0);
}

void ServeTest::refusesWhatTheFormHasWrong_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("a cap in words") << QByteArray("maxExpire") << QStringLiteral("soon");
    QTest::newRow("a cap past a day") << QByteArray("maxExpire") << QStringLiteral("25h");
    QTest::newRow("every page") << QByteArray("origins") << QStringLiteral("*");
    QTest::newRow("a page without scheme") << QByteArray("origins") << QStringLiteral("localhost:3000");
    QTest::newRow("a short key") << QByteArray("accessKey") << QStringLiteral("short");
}

void ServeTest::refusesWhatTheFormHasWrong()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    ServeKit kit;
    kit.find<QCheckBox>("askKey")->setChecked(field == "accessKey");
    auto* widget = kit.find<QWidget>(field.constData());
    if (auto* edit = qobject_cast<QLineEdit*>(widget))
        edit->setText(text);
    else
        qobject_cast<QPlainTextEdit*>(widget)->setPlainText(text);
    kit.called<QPushButton>("Start server")->click();
    QVERIFY(!kit.tokenServer.isRunning());
    QVERIFY(widget->property("invalid").toBool());
    QVERIFY(!widget->accessibleDescription().isEmpty());
}

void ServeTest::saysThatThePortIsTaken()
{
    ServeKit first;
    first.start();
    ServeKit second;
    second.find<QSpinBox>("serverPort")->setValue(first.tokenServer.port());
    second.called<QPushButton>("Start server")->click();
    QVERIFY(!second.tokenServer.isRunning());
    const auto* banner = second.find<QFrame>("serveBanner");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName().contains(QString::number(first.tokenServer.port())));
}

void ServeTest::withoutACertificateItDoesNotStart()
{
    ServeKit kit;
    QVERIFY(kit.secrets.hold(kit.projectId, vault::kCertificate, {}).has_value());
    kit.called<QPushButton>("Start server")->click();
    QVERIFY(!kit.tokenServer.isRunning());
    QVERIFY(kit.find<QFrame>("serveBanner")->isVisible());
}

void ServeTest::aLockTakesTheCertificateAway()
{
    ServeKit kit;
    kit.start();
    const quint16 port = kit.tokenServer.port();
    QCOMPARE(kit.alice().status, 200);
    QElapsedTimer timer;
    timer.start();
    kit.press("Ctrl+Alt+L");
    QCOMPARE(kit.alice().status, 503);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(kit.tokenServer.isRunning()); // it goes on behind the covered pages
    Q_EMIT kit.vault.changed();
    Q_EMIT kit.bus.projectsChanged();
    QCOMPARE(kit.alice().status, 503); // nothing but the key brings it back
    kit.vault.unlockSession();
    QCOMPARE(kit.alice().status, 200);
    QCOMPARE(kit.tokenServer.port(), port);
    QTRY_COMPARE(kit.tokenServer.requests().rowCount(), 4); // the log went on too
    QVERIFY(kit.called<QPushButton>("Stop server"));
}

void ServeTest::signsForTheProjectItWasStartedFor()
{
    ServeKit kit;
    kit.start();
    QVERIFY(kit.projects.setActive("sandbox").has_value());
    Q_EMIT kit.bus.activeProjectChanged();
    const token::Candidate mine{"mine", support::kAppId, support::kCertificate, true};
    token::InspectOptions options;
    options.now = kit.clock.now();
    options.candidates = {&mine, 1};
    QCOMPARE(token::inspect(kit.alice().body, options).signatureCheck, token::SignatureCheck::Valid);
    QVERIFY(kit.projects.remove(kit.projectId).has_value());
    Q_EMIT kit.bus.projectsChanged();
    QCOMPARE(kit.alice().status, 503); // what is gone signs no more
    QVERIFY(kit.find<QLabel>("serverStatus")->text().contains(QLatin1String("503")));
}

void ServeTest::makesAKeyAndAsksForIt()
{
    ServeKit kit;
    kit.called<QCheckBox>("Ask for an access key")->click();
    kit.start();
    QCOMPARE(kit.alice().status, 401);
    const std::string key(kit.tokenServer.accessKey().view());
    QVERIFY(key.size() >= 16);
    QCOMPARE(kit.alice("Authorization: Bearer " + key + "\r\n").status, 200);
    QVERIFY(!kit.find<QLineEdit>("accessKey")->text().contains(QString::fromStdString(key)));
    kit.find<QPushButton>("copyCurl")->click();
    QVERIFY(QApplication::clipboard()->text().contains(QString::fromStdString(key)));
    QVERIFY(kit.clipboard.secondsLeft() > 0); // cleared like every secret
    kit.called<QPushButton>("Stop server")->click();
    kit.start(); // the same key
    QCOMPARE(kit.alice("Authorization: Bearer " + key + "\r\n").status, 200);
}

void ServeTest::remembersItsFormButNoKey()
{
    ServeKit kit;
    kit.find<QLineEdit>("maxExpire")->setText(QStringLiteral("2h"));
    kit.find<QPlainTextEdit>("origins")->setPlainText(QStringLiteral("http://localhost:3000"));
    kit.find<QCheckBox>("askKey")->setChecked(true);
    const QVariantMap before = kit.settings.tokenServer();
    QVERIFY(before.isEmpty()); // what was never started is not kept
    kit.start();
    const QVariantMap kept = kit.settings.tokenServer();
    QCOMPARE(kept.keys(), (QStringList{QStringLiteral("askKey"), QStringLiteral("maxExpire"),
                                       QStringLiteral("origins"), QStringLiteral("port")}));
    kit.settings.setTokenServer(
        {{QStringLiteral("port"), 7777}, {QStringLiteral("maxExpire"), QStringLiteral("soon")}});
    support::WindowKit next(kit.home);
    next.show(QStringLiteral("serve"));
    QCOMPARE(next.find<QSpinBox>("serverPort")->value(), 7777);
    QCOMPARE(next.find<QLineEdit>("maxExpire")->text(), QStringLiteral("24h")); // "soon" is no duration
    QCOMPARE(next.find<QPlainTextEdit>("origins")->toPlainText(), QStringLiteral("http://localhost:3000"));
    QVERIFY(next.find<QCheckBox>("askKey")->isChecked());
}

void ServeTest::knobsCountAtOnceAndCanBeTakenBack()
{
    ServeKit kit;
    kit.start();
    kit.find<QPushButton>("knobs")->click();
    kit.find<QLineEdit>("knobStatus")->setText(QStringLiteral("429"));
    QCOMPARE(kit.alice().status, 429);
    kit.find<QLineEdit>("knobStatus")->setText(QStringLiteral("200"));
    QVERIFY(kit.find<QLineEdit>("knobStatus")->property("invalid").toBool());
    QCOMPARE(kit.alice().status, 200);
    kit.find<QLineEdit>("knobStatus")->setText(QString());
    kit.find<QComboBox>("knobKind")->setCurrentIndex(3);
    const auto* note = kit.find<QWidget>("serveMisbehaves");
    QVERIFY(note->isVisible());
    QVERIFY(note->accessibleName().contains(QLatin1String("kind=forged")));
    kit.vault.lock(); // the page goes, the knob stays
    kit.vault.unlockSession();
    QCOMPARE(kit.find<QComboBox>("knobKind")->currentIndex(), 3);
    kit.called<QPushButton>("Behave again")->click();
    QCOMPARE(kit.tokenServer.knobs(), tokenserver::Knobs{});
    QCOMPARE(kit.find<QComboBox>("knobKind")->currentIndex(), 0);
}

void ServeTest::copiesLinesThatWork()
{
    ServeKit kit;
    kit.start();
    kit.called<QPushButton>("Copy the adb line")->click();
    const QString port = QString::number(kit.tokenServer.port());
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("adb reverse tcp:%1 tcp:%1").arg(port));
    kit.find<QPushButton>("copyCurl")->click();
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("curl -X POST 'http://127.0.0.1:%1/generate-user-token' -H 'Content-Type: "
                            "application/json' -d '{\"user_uuid\": \"alice\", \"expire\": 3600}'")
                 .arg(port));
}

void ServeTest::theListIsASoundModel()
{
    ui::RequestModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto add = [&](int first, int count) {
        std::vector<tokenserver::Record> records(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            records[static_cast<std::size_t>(i)].method = "GET";
            records[static_cast<std::size_t>(i)].path = std::to_string(first + i);
        }
        model.add(std::move(records));
    };
    const auto newest = [&] { return model.index(0, ui::RequestModel::Request).data().toString(); };
    add(0, 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(newest(), QStringLiteral("GET 1"));
    add(2, 999); // one too many
    QCOMPARE(model.rowCount(), ui::RequestModel::kMostRows);
    QCOMPARE(newest(), QStringLiteral("GET 1000"));
    QCOMPARE(model.index(999, ui::RequestModel::Request).data().toString(), QStringLiteral("GET 1"));
    add(2000, 1500); // more than there is room for
    QCOMPARE(model.rowCount(), ui::RequestModel::kMostRows);
    QCOMPARE(newest(), QStringLiteral("GET 3499"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ServeTest::theWindowStaysLiveAtFullSpeed()
{
    ServeKit kit;
    kit.start();
    std::atomic<bool> end = false;
    std::atomic<int> asked = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 2; ++i) {
        clients.emplace_back([&, port = kit.tokenServer.port()] {
            support::RawClient client(port);
            const std::string request =
                support::makeRequest(port, "GET", "/api/token/generateUserToken?account=alice");
            while (!end) {
                client.send(request);
                asked += client.answer().status == 200 ? 1 : 0;
            }
        });
    }
    double worst = 0;
    QTimer beat; // wakes the loop where nothing else does
    beat.start(1);
    while (asked <= 1000) {
        const double before = support::threadTimeMs();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        worst = qMax(worst, support::threadTimeMs() - before);
    }
    end = true;
    for (std::thread& client : clients)
        client.join();
    qInfo("%d requests, the most work of the window at a time %.1f ms", asked.load(), worst);
    QVERIFY(kit.tokenServer.requests().rowCount() <= ui::RequestModel::kMostRows);
    QTRY_COMPARE(kit.tokenServer.counts().tokens, static_cast<std::uint64_t>(asked.load()));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY(worst < 50);
#endif
}

void ServeTest::snippetsHaveTheAppIdAndNoCertificate()
{
    ServeKit kit;
    kit.find<QTabWidget>("serveTabs")->setCurrentIndex(1);
    auto* language = kit.called<QComboBox>("Snippet language");
    QCOMPARE(language->count(), 5);
    QSet<QString> sources;
    for (int i = 0; i < language->count(); ++i) {
        language->setCurrentIndex(i);
        const QString source = kit.text("snippet");
        QVERIFY2(source.contains(QLatin1String(support::kAppId)), qPrintable(language->currentText()));
        QVERIFY(source.contains(QLatin1String("AGORA_APP_CERTIFICATE")));
        QVERIFY(!source.contains(QLatin1String(support::kCertificate)));
        QVERIFY(!source.contains(QLatin1String("APP_ID_HERE")));
        sources << source;
    }
    QCOMPARE(sources.size(), 5);
    kit.called<QPushButton>("Copy source")->click();
    QCOMPARE(QApplication::clipboard()->text(), kit.text("snippet"));
}

QTEST_MAIN(ServeTest)
#include "ServeTest.moc"
