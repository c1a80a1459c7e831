// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

/// The menus of rows, everywhere in the window.
class RowMenuTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyListHasOne();
    void theKeyboardOpensIt_data();
    void theKeyboardOpensIt();
    void aTokenIsCopiedAndInspected();
    void aFieldIsCopiedAsASecret();
    void aRowIsCopiedInTheOrderSeen();
    void theSandboxOffersItsButtons();
    void aProjectIsUsedFromItsRow();
    void anEndpointGivesItsPath();
    void aHeaderIsCopied();
};

namespace {

QMenu* menuOf(QWidget* view)
{
    QMenu* found = nullptr;
    for (QMenu* each : view->findChildren<QMenu*>(QStringLiteral("rowMenu"))) {
        if (each->isVisible())
            found = each;
    }
    return found;
}

QMenu* openMenu(QAbstractItemView* view, int row, int column = 0)
{
    view->setFocus();
    view->setCurrentIndex(view->model()->index(row, column));
    QTest::keyClick(view, Qt::Key_Menu);
    return menuOf(view);
}

/// As a person does it: the menu closes with it.
void choose(QMenu* menu, const char* text);

QAction* entry(const QMenu* menu, const char* text)
{
    for (QAction* each : menu->actions()) {
        if (each->text() == QLatin1String(text))
            return each;
    }
    return nullptr;
}

void choose(QMenu* menu, const char* text)
{
    QAction* wanted = entry(menu, text);
    QVERIFY2(wanted, text);
    menu->setActiveAction(wanted);
    QTest::keyClick(menu, Qt::Key_Return);
}

} // namespace

void RowMenuTest::everyListHasOne()
{
    support::WindowKit kit;
    kit.show();
    kit.visitAll();
    QStringList without;
    int lists = 0;
    for (QAbstractItemView* view : kit.window.findChildren<QAbstractItemView*>()) {
        if (support::isInner(view) || qobject_cast<QHeaderView*>(view) ||
            view->objectName() == QLatin1String("navigation") ||
            view->objectName() == QLatin1String("paletteList"))
            continue;
        ++lists;
        bool has = false;
        for (const QObject* child : view->children())
            has = has || child->inherits("ui::RowMenu");
        if (!has)
            without << view->objectName();
    }
    QCOMPARE(without, QStringList());
    QVERIFY(lists > 12);
}

void RowMenuTest::theKeyboardOpensIt_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("Menu") << int(Qt::Key_Menu) << int(Qt::NoModifier);
    QTest::newRow("Shift+F10") << int(Qt::Key_F10) << int(Qt::ShiftModifier);
}

void RowMenuTest::theKeyboardOpensIt()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    support::WindowKit kit;
    kit.show(QStringLiteral("projects"));
    auto* list = kit.find<QListWidget>("projectList");
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QVERIFY(menuOf(list));
    QTest::keyClick(menuOf(list), Qt::Key_Escape);
    QTRY_VERIFY(!menuOf(list));

    // A right click on a row asks for the same.
    const QPoint at = list->visualItemRect(list->item(0)).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
    QApplication::sendEvent(list->viewport(), &asked);
    QVERIFY(menuOf(list));
}

void RowMenuTest::aTokenIsCopiedAndInspected()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.press("Ctrl+Return");
    QMenu* menu = openMenu(kit.find<QTableView>("tokens"), 0);
    QVERIFY(menu);
    choose(menu, "Copy token");
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("007")));
    QVERIFY(kit.clipboard.secondsLeft() > 0);
    menu = openMenu(kit.find<QTableView>("tokens"), 0);
    QVERIFY(menu);
    choose(menu, "Inspect");
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("inspect"));
}

void RowMenuTest::aFieldIsCopiedAsASecret()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.press("Ctrl+Return");
    Q_EMIT kit.bus.inspectRequested(kit.tokens.at(0)->text);
    auto* fields = kit.find<QTableView>("fields");
    QTRY_VERIFY(fields->model()->rowCount() > 3);
    QMenu* menu = openMenu(fields, 0, 1);
    QVERIFY(menu);
    choose(menu, "Copy value");
    QCOMPARE(QApplication::clipboard()->text(), fields->model()->index(0, 1).data().toString());
    QVERIFY(kit.clipboard.secondsLeft() > 0); // with the signature these are the token
}

void RowMenuTest::aRowIsCopiedInTheOrderSeen()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.press("Ctrl+Return");
    auto* tokens = kit.find<QTableView>("tokens");
    QMenu* menu = openMenu(tokens, 0);
    choose(menu, "Copy row");
    QStringList texts;
    for (int column = 0; column < tokens->model()->columnCount(); ++column)
        texts << tokens->model()->index(0, column).data().toString();
    QCOMPARE(QApplication::clipboard()->text(), texts.join(QLatin1Char('\t')));
    QCOMPARE(kit.clipboard.secondsLeft(), 0);
}

void RowMenuTest::theSandboxOffersItsButtons()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show(QStringLiteral("sandbox"));
    QTRY_COMPARE(kit.sandbox.state(), ui::SandboxHost::State::Running);
    kit.find<QPushButton>("sampleData")->click();
    auto* users = kit.find<QTableView>("users");
    QTRY_VERIFY(users->model()->rowCount() > 0);
    users->selectRow(0);
    QMenu* menu = openMenu(users, 0);
    QVERIFY(menu);
    for (const char* each : {"Copy value", "Copy row", "Mint a token", "Deactivate", "Delete user"})
        QVERIFY2(entry(menu, each) && entry(menu, each)->isEnabled(), each);
}

void RowMenuTest::aProjectIsUsedFromItsRow()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    (void)kit.useProject("http://127.0.0.1:9");
    QVERIFY(kit.projects.setActive(project::sandboxProject().id));
    kit.show(QStringLiteral("projects"));
    auto* list = kit.find<QListWidget>("projectList");
    QMenu* menu = openMenu(list, 1);
    QVERIFY(menu);
    QVERIFY(entry(menu, "Delete")->isEnabled());
    choose(menu, "Use this project");
    QVERIFY(!kit.projects.active().isSandbox());
}

void RowMenuTest::anEndpointGivesItsPath()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.openEndpoint(QStringLiteral("user.register"));
    auto* tree = kit.find<QTreeView>("endpoints");
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Menu);
    QMenu* menu = menuOf(tree);
    QVERIFY(menu);
    choose(menu, "Copy method and path");
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("POST /")));
}

void RowMenuTest::aHeaderIsCopied()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show(QStringLiteral("rest"));
    auto* headers = kit.window.findChild<QPlainTextEdit*>(QStringLiteral("responseHeaders"));
    headers->setPlainText(QStringLiteral("Server: test\nDate: today: now\n"));
    headers->moveCursor(QTextCursor::Start);
    headers->moveCursor(QTextCursor::Down);
    QTest::keyClick(headers, Qt::Key_F10, Qt::ShiftModifier);
    QMenu* menu = menuOf(headers);
    QVERIFY(menu);
    choose(menu, "Copy value");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("today: now"));
}

QTEST_MAIN(RowMenuTest)
#include "RowMenuTest.moc"
