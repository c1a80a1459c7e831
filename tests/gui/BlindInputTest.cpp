// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include "core/project/Environment.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

/// What is typed without looking, and a wheel that turns over something, change nothing that was chosen.
class BlindInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWheelChangesNoValue();
    void theWheelScrollsThePageInstead();
    void keysAfterThePaletteGoWhereTheyWent_data();
    void keysAfterThePaletteGoWhereTheyWent();
    void aCommandOfThePaletteGivesItsPageTheFocus_data();
    void aCommandOfThePaletteGivesItsPageTheFocus();
    void theSearchButtonTakesNoFocus();
    void aDeleteKeepsTheFocusOnTheList();
    void theSelectorsChangeFromTheirListOnly_data();
    void theSelectorsChangeFromTheirListOnly();
    void lettersChooseNothingInAClosedList();
    void whatEscLeavesIsNotChosen();
    void aControlThatGoesLeavesTheFocusOnItsPage();
};

namespace {

using support::WindowKit;

/// Every combo box, number, date and slider of the window.
QList<QWidget*> valueInputs(WindowKit& kit)
{
    QList<QWidget*> inputs;
    for (QWidget* each : kit.window.findChildren<QWidget*>()) {
        if (qobject_cast<QComboBox*>(each) || qobject_cast<QAbstractSpinBox*>(each) ||
            (qobject_cast<QAbstractSlider*>(each) && !qobject_cast<QScrollBar*>(each)))
            inputs << each;
    }
    return inputs;
}

QString valueOf(const QWidget* input)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(input))
        return combo->currentText();
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(input))
        return spin->text();
    return QString::number(qobject_cast<const QAbstractSlider*>(input)->value());
}

/// What is chosen in the window, but in the number that has the focus and takes what is typed.
QMap<QString, QString> chosen(WindowKit& kit)
{
    const project::Project& active = kit.projects.active();
    QMap<QString, QString> all{
        {QStringLiteral("project in use"), QString::fromStdString(active.id)},
        {QStringLiteral("its environment"), QString::fromStdString(active.environment)}};
    for (const QWidget* input : valueInputs(kit)) {
        if (qobject_cast<const QComboBox*>(input) || input != QApplication::focusWidget())
            all[input->objectName()] = valueOf(input);
    }
    return all;
}

/// Names of what is not as it was.
QStringList changedSince(const QMap<QString, QString>& before, WindowKit& kit)
{
    const auto now = chosen(kit);
    QStringList names;
    for (auto each = before.begin(); each != before.end(); ++each) {
        if (now.contains(each.key()) && now[each.key()] != each.value())
            names << each.key();
    }
    return names;
}

void turnWheel(QWidget* over, int angle)
{
    const QPointF at(over->rect().center());
    QWheelEvent wheel(at, over->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // from a person: it goes on to what is around it
    qApp->notify(over, &wheel);
}

void typeBlindly()
{
    for (const char key : {'1', 'a', '2', 'm', 's', 'p'}) {
        if (QWidget* focus = QApplication::focusWidget())
            QTest::keyClick(focus, key);
    }
}

/// Three projects, of which one has environments and is in use.
void addProjects(WindowKit& kit)
{
    for (const char* name : {"1 first", "another", "mine"}) {
        project::Project project{.id = {},
                                 .name = name,
                                 .appId = support::kAppId,
                                 .orgName = "41434878",
                                 .appName = "504205",
                                 .restHost = "https://a41.chat.agora.io",
                                 .webSocketHost = {}};
        for (const char* environment : {"1st", "staging"}) {
            project::Environment added;
            added.name = environment;
            added.colour = "green";
            project.environments.push_back(added);
        }
        project.environment = "staging";
        const auto stored = kit.projects.add(project);
        QVERIFY(stored);
        QVERIFY(kit.projects.setActive(stored->id));
    }
    Q_EMIT kit.bus.projectsChanged();
    Q_EMIT kit.bus.activeProjectChanged();
    QCoreApplication::processEvents();
}

void addPageRows()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : ui::MainWindow::pageIds())
        QTest::newRow(qPrintable(page)) << page;
}

/// What a window manager does when a dialog has gone.
void activate(WindowKit& kit)
{
    kit.window.activateWindow();
    QTRY_VERIFY(kit.window.isActiveWindow());
}

QWidget* palette(WindowKit& kit)
{
    return kit.find<QWidget>("commandPalette");
}

void awaitPalette(WindowKit& kit)
{
    QTRY_VERIFY(palette(kit) && palette(kit)->isVisible());
    palette(kit)->activateWindow();
    QTRY_VERIFY(palette(kit)->isActiveWindow());
}

} // namespace

void BlindInputTest::theWheelChangesNoValue()
{
    WindowKit kit;
    kit.show();
    addProjects(kit);
    kit.visitAll();
    int walked = 0;
    for (const QString& page : ui::MainWindow::pageIds()) {
        kit.window.showPage(page);
        for (QWidget* input : valueInputs(kit)) {
            if (auto* combo = qobject_cast<QComboBox*>(input);
                combo && combo->count() > 1 && !combo->isEditable())
                QVERIFY(combo->currentIndex() >= 0);
            const QString before = valueOf(input);
            for (const bool focused : {false, true}) {
                if (focused)
                    input->setFocus();
                const QWidget* focus = QApplication::focusWidget();
                for (const int angle : {120, -120, -120, 120}) {
                    turnWheel(input, angle);
                    QVERIFY2(QApplication::focusWidget() == focus, qPrintable(input->objectName()));
                    QVERIFY2(valueOf(input) == before,
                             qPrintable(page + QLatin1Char(' ') + input->objectName()));
                }
            }
            ++walked;
        }
    }
    QVERIFY(walked > 100); // thirteen and more inputs, seen from eight pages
}

void BlindInputTest::theWheelScrollsThePageInstead()
{
    WindowKit kit;
    kit.show(QStringLiteral("settings"));
    kit.window.resize(kit.window.minimumSize());
    QCoreApplication::processEvents();
    auto* spin = kit.find<QAbstractSpinBox>("lockMinutes");
    QScrollBar* bar = nullptr;
    for (auto* each : kit.window.findChildren<QScrollBar*>()) {
        if (each->orientation() == Qt::Vertical && each->isVisible() && each->maximum() > 0 &&
            each->parentWidget()->parentWidget()->isAncestorOf(spin))
            bar = each;
    }
    QVERIFY(bar);
    bar->setValue(0);
    turnWheel(spin, -120);
    QVERIFY(bar->value() > 0);
}

void BlindInputTest::keysAfterThePaletteGoWhereTheyWent_data()
{
    addPageRows();
}

void BlindInputTest::keysAfterThePaletteGoWhereTheyWent()
{
    QFETCH(QString, page);
    WindowKit kit;
    kit.show();
    addProjects(kit);
    kit.window.showPage(page);
    const QWidget* focus = QApplication::focusWidget();
    QVERIFY(focus);
    const auto before = chosen(kit);
    kit.press("Ctrl+K");
    awaitPalette(kit);
    QTest::keyClick(kit.find<QLineEdit>("paletteInput"), Qt::Key_Escape);
    QTRY_VERIFY(!palette(kit)->isVisible());
    activate(kit);
    QTRY_COMPARE(QApplication::focusWidget(), focus);
    typeBlindly();
    QCOMPARE(changedSince(before, kit), QStringList());
}

void BlindInputTest::aCommandOfThePaletteGivesItsPageTheFocus_data()
{
    addPageRows();
}

void BlindInputTest::aCommandOfThePaletteGivesItsPageTheFocus()
{
    QFETCH(QString, page);
    WindowKit kit;
    kit.show();
    addProjects(kit);
    kit.find<QListWidget>("navigation")->setFocus();
    const auto before = chosen(kit);
    kit.press("Ctrl+K");
    awaitPalette(kit);
    const QString command = kit.window.actionRegistry().find(QStringLiteral("page.") + page)->text();
    kit.find<QLineEdit>("paletteInput")->setText(command);
    QTest::keyClick(kit.find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QTRY_COMPARE(kit.window.currentPageId(), page);
    activate(kit);
    QTRY_VERIFY(kit.find<QWidget>("pages")->isAncestorOf(QApplication::focusWidget()));
    typeBlindly();
    QCOMPARE(changedSince(before, kit), QStringList());
}

void BlindInputTest::theSearchButtonTakesNoFocus()
{
    WindowKit kit;
    kit.show(QStringLiteral("mint"));
    auto* user = kit.find<QLineEdit>("userId");
    user->setFocus();
    QTest::mouseClick(kit.find<QPushButton>("searchCommands"), Qt::LeftButton);
    awaitPalette(kit);
    QTest::keyClick(kit.find<QLineEdit>("paletteInput"), Qt::Key_Escape);
    activate(kit);
    QTRY_VERIFY(user->hasFocus());
}

void BlindInputTest::aDeleteKeepsTheFocusOnTheList()
{
    WindowKit kit;
    kit.show(QStringLiteral("projects"));
    addProjects(kit);
    kit.find<QListWidget>("projectList")->setCurrentRow(2);
    auto* remove = kit.find<QPushButton>("deleteProject");
    QVERIFY(remove->isVisible());
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QTRY_COMPARE(kit.projects.projects().size(), std::size_t(3));
    QTRY_VERIFY(kit.find<QListWidget>("projectList")->hasFocus());
    const auto before = chosen(kit);
    typeBlindly();
    QCOMPARE(kit.projects.active().id, before[QStringLiteral("project in use")].toStdString());
}

void BlindInputTest::theSelectorsChangeFromTheirListOnly_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("opens");
    const int none = Qt::NoModifier;
    const std::tuple<const char*, int, int, bool> kKeys[] = {
        {"down", Qt::Key_Down, none, false},
        {"up", Qt::Key_Up, none, false},
        {"page down", Qt::Key_PageDown, none, false},
        {"page up", Qt::Key_PageUp, none, false},
        {"home", Qt::Key_Home, none, false},
        {"end", Qt::Key_End, none, false},
        {"a digit", Qt::Key_1, none, false},
        {"a letter", Qt::Key_A, none, false},
        {"space", Qt::Key_Space, none, true},
        {"enter", Qt::Key_Return, none, true},
        {"alt down", Qt::Key_Down, Qt::AltModifier, true}};
    for (const char* selector : {"projectChoice", "environmentChoice"}) {
        for (const auto& [name, key, modifiers, opens] : kKeys)
            QTest::addRow("%s %s", selector, name) << QByteArray(selector) << key << modifiers << opens;
    }
}

void BlindInputTest::theSelectorsChangeFromTheirListOnly()
{
    QFETCH(QByteArray, selector);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(bool, opens);
    WindowKit kit;
    kit.show();
    addProjects(kit);
    auto* combo = kit.find<QComboBox>(selector.constData());
    combo->setFocus();
    const QString before = combo->currentText();
    QTest::keyClick(combo, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(combo->view()->isVisible(), opens);
    QCOMPARE(combo->currentText(), before);
    if (!opens)
        return;
    const int other = combo->currentIndex() > 0 ? combo->currentIndex() - 1 : 1;
    QTest::keyClick(combo->view(), other ? Qt::Key_Up : Qt::Key_Home);
    const QString wanted = combo->view()->currentIndex().data().toString();
    QVERIFY(wanted != before);
    QTest::keyClick(combo->view(), Qt::Key_Return);
    QCOMPARE(kit.find<QComboBox>(selector.constData())->currentText(), wanted);
}

void BlindInputTest::lettersChooseNothingInAClosedList()
{
    WindowKit kit;
    kit.show(QStringLiteral("mint"));
    auto* kind = kit.find<QComboBox>("tokenType");
    kind->setFocus();
    const QString before = kind->currentText();
    typeBlindly();
    QTest::keyClick(kind, Qt::Key_C);
    QCOMPARE(kind->currentText(), before);
    QTest::keyClick(kind, Qt::Key_Down); // the arrows of a field of a form stay
    QVERIFY(kind->currentText() != before);
}

void BlindInputTest::whatEscLeavesIsNotChosen()
{
    WindowKit kit;
    kit.show();
    addProjects(kit);
    const std::string before = kit.projects.active().id;
    auto* combo = kit.find<QComboBox>("projectChoice");
    kit.press("Ctrl+P");
    QVERIFY(combo->view()->isVisible());
    QTest::keyClick(combo->view(), Qt::Key_Up);
    QTest::keyClick(combo->view(), Qt::Key_Escape);
    combo->hidePopup();
    QCoreApplication::processEvents(); // whatever was queued
    QCOMPARE(kit.projects.active().id, before);
}

void BlindInputTest::aControlThatGoesLeavesTheFocusOnItsPage()
{
    WindowKit kit;
    kit.show();
    addProjects(kit);
    for (const QString& page : ui::MainWindow::pageIds()) {
        kit.window.showPage(page);
        QWidget* focus = QApplication::focusWidget();
        QVERIFY2(focus, qPrintable(page));
        kit.find<QComboBox>("projectChoice")->setFocus();
        QVERIFY(kit.find<QComboBox>("projectChoice")->hasFocus()); // a person may go there
        QPointer<QPushButton> last;
        for (auto* each : kit.find<QWidget>("pages")->findChildren<QPushButton*>()) {
            if (each->isVisible() && each->isEnabled())
                last = each;
        }
        if (!last)
            continue;
        last->setFocus();
        last->hide();
        QCoreApplication::processEvents();
        QVERIFY2(!kit.find<QWidget>("topBar")->isAncestorOf(QApplication::focusWidget()), qPrintable(page));
        last->show();
    }
}

QTEST_MAIN(BlindInputTest)
#include "BlindInputTest.moc"
