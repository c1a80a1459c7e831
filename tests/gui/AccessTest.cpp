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
#include <QTabBar>

/// Names, keys and pictures of every page.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasAName();
    void theNamedControlsAreThere();
    void shortcutsDoNotCollide();
    void editingKeysStayWithTheEditor();
    void tabReachesEveryField();
    void picturesOfEveryPage_data();
    void picturesOfEveryPage();
};

namespace {

/// Widgets that Qt makes inside others carry no names of ours.
bool isInner(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return qobject_cast<const QTabBar*>(widget) || widget->objectName().startsWith(QLatin1String("qt_")) ||
           QByteArray(widget->metaObject()->className()).startsWith("QComboBoxListView") ||
           (parent &&
            (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)));
}

void visitAll(support::WindowKit& kit)
{
    for (const QString& page : ui::MainWindow::pageIds())
        kit.window.showPage(page);
    QTRY_VERIFY(kit.find<QLineEdit>("field:username"));
}

} // namespace

void AccessTest::everyControlHasAName()
{
    support::WindowKit kit;
    kit.show();
    visitAll(kit);
    QStringList nameless;
    for (const QWidget* widget : kit.window.findChildren<QWidget*>()) {
        const bool focusable = widget->focusPolicy() & Qt::TabFocus;
        if (focusable && !isInner(widget) &&
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
    visitAll(kit);
    QSet<QString> names;
    for (const QWidget* widget : kit.window.findChildren<QWidget*>())
        names << widget->accessibleName();
    for (const char* wanted : {"Token type", "User ID", "Expires in", "Salt", "Issue time", "Mint token",
                               "Token", "Copy token", "Time left", "Token to inspect", "Fields", "Problems",
                               "Endpoints", "Send", "Cancel", "Response status", "Response body", "username"})
        QVERIFY2(names.contains(QLatin1String(wanted)), wanted);
    QStringList entries;
    const auto* navigation = kit.find<QListWidget>("navigation");
    for (int i = 0; i < navigation->count(); ++i)
        entries << navigation->item(i)->text();
    QCOMPARE(entries.join(QLatin1Char(' ')), QStringLiteral("Home Mint Inspect REST Projects Settings"));
}

void AccessTest::shortcutsDoNotCollide()
{
    support::WindowKit kit;
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
    QStringList taken;
    for (const QAction* action : kit.window.actionRegistry().all()) {
        for (const char* key :
             {"Ctrl+A", "Ctrl+C",    "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y",    "Ctrl+Shift+Z",
              "Ctrl+U", "Ctrl+E",    "Ctrl+D", "Ctrl+L", "Left",   "Right",     "Home",
              "End",    "Backspace", "Del",    "Return", "Tab",    "Ctrl+Left", "Ctrl+Right"}) {
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
    visitAll(kit);
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
                                (widget->focusPolicy() & Qt::TabFocus) && !isInner(widget);
            if (wanted && !reached.contains(widget))
                missed << page + QLatin1Char(' ') + widget->objectName();
        }
        QCOMPARE(missed, QStringList());
    }
}

void AccessTest::picturesOfEveryPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << QStringLiteral("en") << 1 << 1.0;
    QTest::newRow("dark") << QStringLiteral("en") << 2 << 1.0;
    QTest::newRow("chinese") << QStringLiteral("zh_CN") << 1 << 1.0;
    QTest::newRow("text-200") << QStringLiteral("en") << 1 << 2.0;
}

void AccessTest::picturesOfEveryPage()
{
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(double, scale);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    {
        support::WindowKit kit;
        kit.settings.setLanguage(language);
        kit.settings.setTheme(static_cast<ui::ThemeChoice>(theme));
        kit.window.resize(scale > 1 ? QSize(1280, 800) : QSize(1180, 760));
        kit.show();
        kit.press("Ctrl+Return");
        visitAll(kit);
        kit.window.showPage(QStringLiteral("rest"));
        kit.press("Ctrl+Return");
        QTRY_VERIFY(kit.find<QLabel>("responseStatus")->text().startsWith(QLatin1String("200")));
        Q_EMIT kit.bus.inspectRequested(QStringLiteral("\"007eJxTYPBc2vlooryH0bRM8ZlebzU...EAt6EdCA==\""));
        QDir().mkpath(QStringLiteral(CHATTOKEN_PICTURES));
        for (const QString& page : ui::MainWindow::pageIds()) {
            kit.window.showPage(page);
            QCoreApplication::processEvents();
            const QImage picture = kit.window.grab().toImage();
            QVERIFY(picture.width() >= 860);
            QSet<QRgb> colours;
            for (int x = 0; x < picture.width(); x += 3) {
                for (int y = 0; y < picture.height(); y += 3)
                    colours << picture.pixel(x, y);
            }
            QVERIFY2(colours.size() > 20, qPrintable(page)); // an empty page has two or three
            QVERIFY(picture.save(QStringLiteral(CHATTOKEN_PICTURES "/%1-%2.png")
                                     .arg(page, QString::fromLatin1(QTest::currentDataTag()))));
        }
    }
    QApplication::setFont(before);
}

QTEST_MAIN(AccessTest)
#include "AccessTest.moc"
