// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"
#include "tests/support/Data.h"
#include "tests/support/WindowKit.h"
#include "ui/widgets/Countdown.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>

class InspectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void malformedTokensNeverCountAsValid();
    void fieldsAreListedWithTheirBytes();
    void purposesRefuseWhatTheyCannotUse_data();
    void purposesRefuseWhatTheyCannotUse();
    void everyStoredProjectIsTried();
    void pasteAndInspectWorksFromAnyPage();
    void typingIsFollowed();
};

namespace {

QString mintedToken(const support::WindowKit& kit, bool forApp = false, std::int64_t age = 0,
                    std::uint32_t expire = 3600)
{
    return QString::fromStdString(
        project::mintChatToken(project::activeCredentials(kit.projects, kit.secrets),
                               {.forApp = forApp,
                                .userId = forApp ? "" : "alice",
                                .expire = expire,
                                .issueTs = static_cast<std::uint32_t>(kit.clock.now() - age),
                                .salt = 4711})
            .value());
}

QString verdict(support::WindowKit& kit)
{
    return kit.find<QFrame>("verdict")->accessibleName();
}

QStringList problemWords(support::WindowKit& kit)
{
    QStringList words;
    const auto* list = kit.find<QListWidget>("problems");
    for (int row = 0; row < list->count(); ++row)
        words << list->item(row)->toolTip();
    return words;
}

} // namespace

void InspectTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("form"); // TOKEN stands for a good token
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("problem"); // the first; empty for none
    QTest::newRow("bare") << "TOKEN" << 0 << "";
    QTest::newRow("quoted") << "\"TOKEN\"" << 0 << "quoted";
    QTest::newRow("in JSON") << "{\"access_token\": \"TOKEN\"}" << 0 << "wrapped";
    QTest::newRow("a header") << "Authorization: Bearer TOKEN" << 0 << "bearer-prefix";
    QTest::newRow("a curl line") << "curl -H 'Authorization: Bearer TOKEN' https://a41.chat.agora.io/" << 0
                                 << "wrapped";
    QTest::newRow("wrapped lines") << "TO\nKEN" << 0 << "whitespace";
    QTest::newRow("expired") << "TOKEN" << 3600 << "expired";
    QTest::newRow("from tomorrow") << "TOKEN" << -86400 << "not-yet-valid";
    QTest::newRow("cut short") << "CUT" << 0 << "?error";
    QTest::newRow("another version") << "999abc" << 0 << "?error";
    QTest::newRow("prose") << "please help me" << 0 << "not-a-token";
    QTest::newRow("a JWT")
        << "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" << 0
        << "foreign-token";
    QTest::newRow("a certificate") << support::kCertificate << 0 << "secret-pasted";
}

void InspectTest::namesWhatIsWrong()
{
    QFETCH(QString, form);
    QFETCH(int, age);
    QFETCH(QString, problem);
    support::WindowKit kit;
    kit.useProject("https://a41.chat.agora.io");
    kit.show(QStringLiteral("inspect"));
    const QString good = mintedToken(kit, false, age);
    form.replace(QLatin1String("TOKEN"), good);
    form.replace(QLatin1String("TO\nKEN"), good.left(40) + QStringLiteral("\n  ") + good.mid(40));
    form.replace(QLatin1String("CUT"), good.left(60));
    Q_EMIT kit.bus.inspectRequested(form);
    const QString first = problemWords(kit).value(0);
    if (form.size() < good.size()) // broken ones have no time left to speak of
        QVERIFY(!kit.find<ui::Countdown>("timeLeft")->text().startsWith(QLatin1String("Valid")));
    if (problem == QLatin1String("?error"))
        QVERIFY(!first.isEmpty() && !verdict(kit).startsWith(QLatin1String("Valid")));
    else
        QCOMPARE(first, problem);
    static const QStringList harmless{QString(), QStringLiteral("quoted"), QStringLiteral("wrapped"),
                                      QStringLiteral("bearer-prefix"), QStringLiteral("whitespace")};
    const bool fine = harmless.contains(problem);
    QCOMPARE(verdict(kit).startsWith(QLatin1String("Valid: signed with the certificate of the project")),
             fine);
}

void InspectTest::malformedTokensNeverCountAsValid()
{
    support::WindowKit kit;
    kit.useProject("https://a41.chat.agora.io");
    kit.show(QStringLiteral("inspect"));
    const base::JsonValue file = support::jsonData("token/malformed.json");
    for (const base::JsonValue& row : *file.find("rows")->array()) {
        if (row.text("app_certificate") != support::kCertificate ||
            row.text("id").find("legacy") != std::string_view::npos) // these need a channel
            continue;
        kit.clock.ms = *row.find("at")->integer() * 1000;
        Q_EMIT kit.bus.inspectRequested(support::q(row.text("token")));
        const QString expected = support::q(row.text("expect"));
        const QString found = problemWords(kit).join(QLatin1Char(' '));
        const QString told = support::q(row.text("id")) + QStringLiteral(": ") + found;
        // Other certificates are not at fault here, and QString takes a byte order mark off.
        static const QStringList elsewhere{QStringLiteral("ok"), QStringLiteral("empty"),
                                           QStringLiteral("wrong-project"), QStringLiteral("bad-signature"),
                                           QStringLiteral("whitespace")};
        if (!elsewhere.contains(expected))
            QVERIFY2(found.contains(expected), qPrintable(told));
        QVERIFY2(!verdict(kit).isEmpty(), qPrintable(told));
    }
}

void InspectTest::fieldsAreListedWithTheirBytes()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("inspect"));
    Q_EMIT kit.bus.inspectRequested(mintedToken(kit));
    const auto* model = kit.called<QTableView>("Fields")->model();
    QStringList values;
    for (int row = 0; row < model->rowCount(); ++row) {
        values << model->index(row, 1).data().toString();
        QVERIFY2(!model->index(row, 3).data().toString().isEmpty(),
                 qPrintable(model->index(row, 0).data().toString()));
    }
    for (const char* wanted : {"alice", "3600", "4711", "1800000000"})
        QVERIFY2(values.contains(QLatin1String(wanted)), wanted);
}

void InspectTest::purposesRefuseWhatTheyCannotUse_data()
{
    QTest::addColumn<bool>("forApp");
    QTest::addColumn<int>("purpose");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("problem");
    QTest::newRow("app token for REST") << true << 1 << ""
                                        << "";
    QTest::newRow("user token for REST") << false << 1 << ""
                                         << "wrong-kind";
    QTest::newRow("user token for its user") << false << 2 << "alice"
                                             << "";
    QTest::newRow("user token for another") << false << 2 << "bob"
                                            << "wrong-user";
    QTest::newRow("app token for a sign-in") << true << 2 << "alice"
                                             << "wrong-kind";
}

void InspectTest::purposesRefuseWhatTheyCannotUse()
{
    QFETCH(bool, forApp);
    QFETCH(int, purpose);
    QFETCH(QString, user);
    QFETCH(QString, problem);
    support::WindowKit kit;
    kit.show(QStringLiteral("inspect"));
    Q_EMIT kit.bus.inspectRequested(mintedToken(kit, forApp));
    kit.find<QComboBox>("purpose")->setCurrentIndex(purpose);
    kit.find<QLineEdit>("forUser")->setText(user);
    QCOMPARE(kit.find<QLineEdit>("forUser")->isVisible(), purpose == 2);
    QCOMPARE(problemWords(kit).value(0), problem);
}

void InspectTest::everyStoredProjectIsTried()
{
    support::WindowKit kit;
    kit.useProject("https://a41.chat.agora.io");
    const QString mine = mintedToken(kit);
    QVERIFY(kit.projects.setActive("sandbox").has_value());
    kit.show(QStringLiteral("inspect"));
    Q_EMIT kit.bus.inspectRequested(mine);
    QVERIFY2(verdict(kit).contains(QStringLiteral("“mine”")), qPrintable(verdict(kit)));
    Q_EMIT kit.bus.inspectRequested(mintedToken(kit));
    QVERIFY2(verdict(kit).contains(QStringLiteral("“sandbox”")), qPrintable(verdict(kit)));
}

void InspectTest::pasteAndInspectWorksFromAnyPage()
{
    support::WindowKit kit;
    kit.show();
    QApplication::clipboard()->setText(mintedToken(kit));
    for (const QString& page : ui::MainWindow::pageIds()) {
        kit.window.showPage(page);
        kit.press("Ctrl+Shift+V");
        QCOMPARE(kit.window.currentPageId(), QStringLiteral("inspect"));
        QVERIFY(verdict(kit).startsWith(QLatin1String("Valid")));
    }
}

void InspectTest::typingIsFollowed()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("inspect"));
    const QString before = verdict(kit);
    QTest::keyClicks(kit.called<QPlainTextEdit>("Token to inspect"), QStringLiteral("nonsense"));
    QTRY_VERIFY(verdict(kit) != before);
    QCOMPARE(problemWords(kit).value(0), QStringLiteral("not-a-token"));
}

QTEST_MAIN(InspectTest)
#include "InspectTest.moc"
