// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include "core/project/ProjectFile.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

/// A question in the page: it moves nothing, says on its button what that does, and Esc is a no.
class QuestionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionMovesNothingAndEscEndsIt_data();
    void aQuestionMovesNothingAndEscEndsIt();
    void aMessageMovesNothing_data();
    void aMessageMovesNothing();
    void aStateMovesNothing_data();
    void aStateMovesNothing();
    void theFocusComesBackFromAQuestion();
    void filesAreAskedForBesideTheList();
};

namespace {

using support::WindowKit;

/// Where everything stands that a person can press, but what is in `without`.
QMap<QString, QRect> places(WindowKit& kit, const QWidget* without)
{
    QMap<QString, QRect> places;
    for (QWidget* each : kit.window.findChildren<QWidget*>()) {
        if (!each->isVisible() || !(each->focusPolicy() & Qt::TabFocus) || support::isInner(each) ||
            without->isAncestorOf(each) || each->objectName().isEmpty())
            continue;
        places[each->objectName()] = QRect(each->mapToGlobal(QPoint()), each->size());
    }
    return places;
}

QString moved(const QMap<QString, QRect>& before, const QMap<QString, QRect>& now)
{
    QStringList names;
    for (auto each = before.begin(); each != before.end(); ++each) {
        if (now.contains(each.key()) && now[each.key()].topLeft() != each.value().topLeft())
            names << each.key();
    }
    return names.join(QLatin1Char(' '));
}

bool covers(const QWidget* question, const QWidget* button)
{
    return QRect(question->mapToGlobal(QPoint()), question->size())
        .contains(button->mapToGlobal(button->rect().center()));
}

void enterCertificate(WindowKit& kit)
{
    kit.show(QStringLiteral("projects"));
    Q_EMIT kit.bus.projectPasted(
        QStringLiteral("App ID: %1\nPrimary Certificate: %2\nAppKey: org#app\n")
            .arg(QLatin1String(support::kAppId), QLatin1String(support::kCertificate)));
}

} // namespace

void QuestionsTest::aQuestionMovesNothingAndEscEndsIt_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("action");
    QTest::newRow("empty the sandbox")
        << QByteArray("sandboxBanner") << QByteArray("resetSandbox") << QStringLiteral("Empty it");
    QTest::newRow("where to keep the certificate")
        << QByteArray("keepChoice") << QByteArray("saveProject") << QStringLiteral("Keep the certificate");
    QTest::newRow("a write to production")
        << QByteArray("productionGate") << QByteArray("send") << QStringLiteral("Send to production");
    QTest::newRow("quit without saving")
        << QByteArray("closeQuestion") << QByteArray("lock") << QStringLiteral("Quit without saving");
}

void QuestionsTest::aQuestionMovesNothingAndEscEndsIt()
{
    QFETCH(QByteArray, question);
    QFETCH(QByteArray, button);
    QFETCH(QString, action);
    WindowKit kit;
    if (question == "sandboxBanner") {
        kit.show(QStringLiteral("sandbox"));
        QTRY_VERIFY(kit.find<QPushButton>("resetSandbox")->isEnabled());
    } else if (question == "productionGate") {
        kit.show(QStringLiteral("rest"));
        kit.useProject("https://127.0.0.1:9", true);
        kit.openEndpoint(QStringLiteral("user.register"));
    } else {
        enterCertificate(kit);
    }
    QCoreApplication::processEvents();
    auto* pressed = kit.find<QPushButton>(button.constData());
    auto* asked = kit.find<QWidget>(question.constData());
    QVERIFY(!asked->isVisible());
    if (question != "closeQuestion")
        pressed->setFocus(); // which brings it into sight
    QCoreApplication::processEvents();
    const auto before = places(kit, asked);
    if (question == "closeQuestion")
        QVERIFY(!kit.window.close());
    else
        QTest::mouseClick(pressed, Qt::LeftButton);
    QTRY_VERIFY(asked->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(moved(before, places(kit, asked)), QString());
    QVERIFY2(!covers(asked, pressed), "a second click would answer the question");
    QStringList words;
    for (const auto* each : asked->findChildren<QPushButton*>()) {
        if (each->isVisible())
            words << each->text();
    }
    QVERIFY2(words.contains(action), qPrintable(words.join(QLatin1Char(','))));
    QVERIFY(words.contains(QStringLiteral("Cancel")));
    kit.press("Esc");
    QVERIFY(!asked->isVisible());
    QCOMPARE(moved(before, places(kit, asked)), QString());
    QCOMPARE(kit.projects.projects().size(), std::size_t(question == "productionGate" ? 2 : 1));
}

void QuestionsTest::aMessageMovesNothing_data()
{
    QTest::addColumn<QByteArray>("button");
    for (const char* button : {"testProject", "deleteProject", "saveProject", "discardChanges"})
        QTest::newRow(button) << QByteArray(button);
}

void QuestionsTest::aMessageMovesNothing()
{
    QFETCH(QByteArray, button);
    WindowKit kit;
    kit.show(QStringLiteral("projects"));
    kit.useProject("https://a41.chat.agora.io");
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    kit.find<QLineEdit>("orgName")->setText(QStringLiteral("changed"));
    QCoreApplication::processEvents();
    auto* pressed = kit.find<QPushButton>(button.constData());
    auto* banner = kit.find<QWidget>("projectBanner");
    pressed->setFocus();
    QCoreApplication::processEvents();
    const auto before = places(kit, banner);
    QTest::mouseClick(pressed, Qt::LeftButton);
    QTRY_VERIFY(banner->isVisible());
    QCoreApplication::processEvents();
    const auto now = places(kit, banner);
    QCOMPARE(now.value(QStringLiteral("projectList")), before.value(QStringLiteral("projectList")));
    if (pressed->isVisible())
        QCOMPARE(now.value(QString::fromLatin1(button)), before.value(QString::fromLatin1(button)));
    QVERIFY(!covers(banner, pressed));
    kit.press("Esc");
    QVERIFY(!banner->isVisible());
}

void QuestionsTest::aStateMovesNothing_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QByteArray>("toggle");
    QTest::addColumn<QByteArray>("knob");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("sandbox") << QStringLiteral("sandbox") << QByteArray("sandboxKnobs")
                             << QByteArray("knobFailUsers") << QByteArray("sandboxMisbehaves");
    QTest::newRow("serve") << QStringLiteral("serve") << QByteArray("knobs") << QByteArray("knobStatus")
                           << QByteArray("serveMisbehaves");
}

void QuestionsTest::aStateMovesNothing()
{
    QFETCH(QString, page);
    QFETCH(QByteArray, toggle);
    QFETCH(QByteArray, knob);
    QFETCH(QByteArray, note);
    WindowKit kit;
    kit.show(page);
    if (page == QLatin1String("sandbox"))
        QTRY_VERIFY(kit.sandbox.isRunning());
    kit.find<QPushButton>(toggle.constData())->click();
    QCoreApplication::processEvents();
    auto* said = kit.find<QWidget>(note.constData());
    const auto before = places(kit, said);
    kit.find<QLineEdit>(knob.constData())
        ->setText(page == QLatin1String("sandbox") ? QStringLiteral("50%") : QStringLiteral("429"));
    QVERIFY(said->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(moved(before, places(kit, said)), QString());
    kit.called<QPushButton>("Behave again")->click();
    QVERIFY(!said->isVisible());
}

void QuestionsTest::theFocusComesBackFromAQuestion()
{
    WindowKit kit;
    kit.show(QStringLiteral("sandbox"));
    auto* reset = kit.find<QPushButton>("resetSandbox");
    QTRY_VERIFY(reset->isEnabled());
    reset->setFocus();
    QTest::keyClick(reset, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), kit.called<QPushButton>("Cancel"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(reset->hasFocus());
    QTest::keyClick(reset, Qt::Key_Space);
    kit.press("Esc");
    QVERIFY(reset->hasFocus());
}

void QuestionsTest::filesAreAskedForBesideTheList()
{
    WindowKit kit;
    kit.show(QStringLiteral("projects"));
    kit.useProject("https://a41.chat.agora.io");
    const auto choose = [&](const char* button, const QString& path) {
        kit.find<QPushButton>(button)->click();
        auto* dialog = kit.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
    };
    const QString path = kit.dir.filePath(QStringLiteral("out.json"));
    choose("exportHere", path);
    auto* banner = kit.find<QFrame>("projectBanner");
    QVERIFY2(banner->accessibleName().contains(QLatin1String("1 project")),
             qPrintable(banner->accessibleName()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(project::isExport(file.readAll().toStdString()));
    QVERIFY(kit.projects.remove(kit.projects.active().id));
    Q_EMIT kit.bus.projectsChanged();
    choose("importHere", path);
    QCOMPARE(kit.projects.projects().size(), std::size_t(2));
    QCOMPARE(kit.projects.projects()[1].name, std::string("mine"));
    choose("exportHere", QStringLiteral("/nowhere/out.json"));
    QVERIFY(banner->accessibleName().contains(QLatin1String("nowhere")));
}

QTEST_MAIN(QuestionsTest)
#include "QuestionsTest.moc"
