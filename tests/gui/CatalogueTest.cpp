// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

/// The forms that are made from the catalogue, and the two ways to an endpoint.
class CatalogueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUserEndpointAnswersInTheSandbox();
    void everyEndpointHasAFormThatCanBeSent();
    void itsHeadSaysWhetherTheSandboxAnswers();
    void whatWasEnteredStaysWithItsEndpoint();
    void searchNarrowsTheTree();
    void thePaletteOpensAnEndpoint();
    void thePaletteRunsCommands();
};

void CatalogueTest::everyUserEndpointAnswersInTheSandbox()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    QVERIFY(kit.send().startsWith(QLatin1String("200")));
    int seen = 0;
    for (const catalogue::Endpoint& endpoint : kit.catalogues.get()->endpoints()) {
        if (endpoint.group != "User system registration" || endpoint.id == "user.register")
            continue;
        kit.openEndpoint(QString::fromStdString(endpoint.id));
        const QString status = kit.send();
        QVERIFY2(status.startsWith(QLatin1String("200")) || status.startsWith(QLatin1String("400")) ||
                     status.startsWith(QLatin1String("404")),
                 qPrintable(QString::fromStdString(endpoint.id) + QLatin1Char(' ') + status));
        ++seen;
    }
    QCOMPARE(seen, 15);
}

void CatalogueTest::everyEndpointHasAFormThatCanBeSent()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    QStringList unsent; // the form's first values make no request
    for (const catalogue::Endpoint& endpoint : kit.catalogues.get()->endpoints()) {
        const QString id = QString::fromStdString(endpoint.id);
        Q_EMIT kit.bus.endpointRequested(id);
        const QString preview = kit.text("requestPreview");
        if (preview.isEmpty())
            unsent << id;
        else
            QVERIFY2(preview.startsWith(QString::fromStdString(endpoint.method) + QLatin1Char(' ')),
                     endpoint.id.c_str());
        QVERIFY2(!preview.section(QLatin1Char('\n'), 0, 0).contains(QLatin1Char('{')), qPrintable(preview));
        for (const auto* fields : {&endpoint.pathFields, &endpoint.queryFields, &endpoint.bodyFields}) {
            for (const catalogue::Field& field : *fields) {
                const std::string name = "field:" + field.name;
                const bool ofProject =
                    field.name == "org_name" || field.name == "app_name" || field.name == "app_id";
                const auto* input = kit.window.findChild<QWidget*>(QString::fromStdString(name));
                QVERIFY2(ofProject || (input && input->accessibleName().toStdString() == field.name),
                         (endpoint.id + " " + name).c_str());
            }
        }
    }
    // Objects in arrays: their forms are later work, the raw body serves them.
    QCOMPARE(unsent.join(QLatin1Char(' ')), QStringLiteral("group.member.attr.set.batch"));
}

void CatalogueTest::itsHeadSaysWhetherTheSandboxAnswers()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    QVERIFY(kit.find<QLabel>("inSandbox")->isVisible());
    QCOMPARE(kit.find<QLabel>("inSandbox")->toolTip(), QStringLiteral("The sandbox answers it."));
    kit.openEndpoint(QStringLiteral("push.label.create"));
    QVERIFY(!kit.find<QLabel>("inSandbox")->isVisible());
}

void CatalogueTest::whatWasEnteredStaysWithItsEndpoint()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    kit.find<QLineEdit>("field:username")->setText(QStringLiteral("dora"));
    kit.openEndpoint(QStringLiteral("user.list"));
    kit.openEndpoint(QStringLiteral("user.register"));
    QCOMPARE(kit.find<QLineEdit>("field:username")->text(), QStringLiteral("dora"));
}

void CatalogueTest::searchNarrowsTheTree()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("rest"));
    kit.openEndpoint(QStringLiteral("user.register"));
    const auto* model = kit.called<QTreeView>("Endpoints")->model();
    const auto shown = [model] {
        int count = 0;
        for (int group = 0; group < model->rowCount(); ++group)
            count += model->rowCount(model->index(group, 0));
        return count;
    };
    QCOMPARE(shown(), 198);
    auto* search = kit.find<QLineEdit>("searchEndpoints");
    QTest::keyClicks(search, QStringLiteral("PRESENCE"));
    QVERIFY(shown() > 0 && shown() < 30);
    QTest::keyClicks(search, QStringLiteral(" no such thing"));
    QCOMPARE(shown(), 0);
    search->clear();
    QCOMPARE(shown(), 198);
}

void CatalogueTest::thePaletteOpensAnEndpoint()
{
    support::WindowKit kit;
    kit.show();
    kit.catalogues.load();
    QTRY_VERIFY(kit.catalogues.get());
    kit.press("Ctrl+K");
    auto* input = kit.find<QLineEdit>("paletteInput");
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClicks(input, QStringLiteral("list users"));
    auto* list = kit.find<QListView>("paletteList");
    QVERIFY(list->model()->rowCount() > 0);
    const QString wanted = list->currentIndex().data().toString();
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(kit.window.currentPageId(), QStringLiteral("rest"));
    QTRY_COMPARE(kit.find<QLabel>("endpointTitle")->text(), wanted);
}

void CatalogueTest::thePaletteRunsCommands()
{
    support::WindowKit kit;
    kit.show();
    kit.press("Ctrl+K");
    auto* input = kit.find<QLineEdit>("paletteInput");
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClicks(input, QStringLiteral("go to settings"));
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(kit.window.currentPageId(), QStringLiteral("settings"));
    kit.press("Ctrl+K");
    QTRY_VERIFY(input->hasFocus());
    QCOMPARE(input->text(), QString());
    QTest::keyClick(input, Qt::Key_Escape);
    QTRY_VERIFY(!input->isVisible());
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("settings"));
}

QTEST_MAIN(CatalogueTest)
#include "CatalogueTest.moc"
