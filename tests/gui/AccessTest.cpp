// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QSignalSpy>

/// Names and keys of every page.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasAName();
    void theNamedControlsAreThere();
    void shortcutsDoNotCollide();
    void editingKeysStayWithTheEditor();
    void tabReachesEveryField();
    void keysReachTheEditorThatHasTheFocus_data();
    void keysReachTheEditorThatHasTheFocus();
};

namespace {

constexpr const char* kEditingKeys[] = {
    "Ctrl+A",       "Ctrl+C",    "Ctrl+V",     "Ctrl+X",    "Ctrl+Z",      "Ctrl+Y",
    "Ctrl+Shift+Z", "Ctrl+U",    "Ctrl+E",     "Ctrl+D",    "Ctrl+L",      "Left",
    "Right",        "Home",      "End",        "Backspace", "Del",         "Up",
    "Down",         "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End",    "Ctrl+Backspace",
    "Return",       "Tab",       "Shift+Left", "Shift+Tab", "Shift+Right", "Shift+Home",
    "Shift+End",    "Ctrl+Del"};

} // namespace

void AccessTest::everyControlHasAName()
{
    support::WindowKit kit;
    kit.show();
    kit.visitAll();
    QStringList nameless;
    for (const QWidget* widget : kit.window.findChildren<QWidget*>()) {
        const bool focusable = widget->focusPolicy() & Qt::TabFocus;
        if (focusable && !support::isInner(widget) &&
            (widget->accessibleName().isEmpty() || widget->objectName().isEmpty()))
            nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                            widget->objectName() + QStringLiteral(" in ") +
                            (widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char(10))));
}

void AccessTest::theNamedControlsAreThere()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.visitAll();
    QSet<QString> names;
    for (const QWidget* widget : kit.window.findChildren<QWidget*>())
        names << widget->accessibleName();
    for (const char* wanted : {"Token type",
                               "User ID",
                               "Expires in",
                               "Salt",
                               "Issue time",
                               "Mint token",
                               "Token",
                               "Copy token",
                               "Time left",
                               "Token to inspect",
                               "Fields",
                               "Problems",
                               "Endpoints",
                               "Send",
                               "Cancel",
                               "Response status",
                               "Response body",
                               "username",
                               "Start server",
                               "Stop server",
                               "Address",
                               "Requests",
                               "Serve",
                               "Start sandbox",
                               "Stop sandbox",
                               "Users",
                               "Groups",
                               "Rooms",
                               "Sessions",
                               "Messages",
                               "Requests and frames"})
        QVERIFY2(names.contains(QLatin1String(wanted)), wanted);
    QStringList entries;
    const auto* navigation = kit.find<QListWidget>("navigation");
    for (int i = 0; i < navigation->count(); ++i)
        entries << navigation->item(i)->text();
    QCOMPARE(entries.join(QLatin1Char(' ')),
             QStringLiteral("Home Mint Inspect REST Serve Sandbox Projects Settings"));
}

void AccessTest::shortcutsDoNotCollide()
{
    support::WindowKit kit;
    kit.show();
    QSet<QString> seen;
    for (const QAction* action : kit.window.actionRegistry().all()) {
        QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(),
                 qPrintable(action->objectName()));
        const QString keys = action->shortcut().toString();
        QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys));
        seen << keys;
    }
}

void AccessTest::editingKeysStayWithTheEditor()
{
    support::WindowKit kit;
    kit.show();
    QStringList taken;
    for (const QAction* action : kit.window.actionRegistry().all()) {
        for (const char* key : kEditingKeys) {
            if (action->shortcut() == QKeySequence(QLatin1String(key)))
                taken << QLatin1String(key);
        }
    }
    QCOMPARE(taken, QStringList());
}

void AccessTest::tabReachesEveryField()
{
    support::WindowKit kit;
    kit.show();
    kit.visitAll();
    for (const QString& page : ui::MainWindow::pageIds()) {
        kit.window.showPage(page);
        QSet<QWidget*> reached;
        QWidget* first = QApplication::focusWidget();
        for (int i = 0; i < 200; ++i) {
            reached << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        QStringList missed;
        for (QWidget* widget : kit.window.findChildren<QWidget*>()) {
            const bool wanted = (qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractButton*>(widget) ||
                                 qobject_cast<QComboBox*>(widget)) &&
                                widget->isVisible() && widget->isEnabled() &&
                                (widget->focusPolicy() & Qt::TabFocus) && !support::isInner(widget);
            if (wanted && !reached.contains(widget))
                missed << page + QLatin1Char(' ') + widget->objectName();
        }
        QCOMPARE(missed, QStringList());
    }
}

void AccessTest::keysReachTheEditorThatHasTheFocus_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QByteArray>("editor");
    QTest::newRow("line") << QStringLiteral("mint") << QByteArray("userId");
    QTest::newRow("text") << QStringLiteral("inspect") << QByteArray("tokenToInspect");
    QTest::newRow("form field") << QStringLiteral("rest") << QByteArray("field:username");
    QTest::newRow("number") << QStringLiteral("settings") << QByteArray("totalDeadline");
}

void AccessTest::keysReachTheEditorThatHasTheFocus()
{
    QFETCH(QString, page);
    QFETCH(QByteArray, editor);
    support::WindowKit kit;
    kit.show();
    kit.visitAll();
    kit.window.showPage(page);
    auto* widget = kit.find<QWidget>(editor.constData());
    widget->setFocus();
    QSignalSpy triggered(kit.window.actionRegistry().find(QStringLiteral("run")), &QAction::triggered);
    for (const QAction* action : kit.window.actionRegistry().all())
        connect(action, &QAction::triggered, this, [action] {
            QFAIL(qPrintable(QStringLiteral("an editing key ran ") + action->objectName()));
        });
    for (const char* key : kEditingKeys) {
        widget->setFocus();
        kit.press(key);
    }
    QCOMPARE(triggered.count(), 0);
}

QTEST_MAIN(AccessTest)
#include "AccessTest.moc"
