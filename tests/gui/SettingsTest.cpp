// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchingTheLanguageKeepsWhatWasTyped();
    void switchingTheLanguageStaysOnThePage();
    void everyTextFollowsTheLanguage();
    void switchingTheThemeRecolours();
    void iconsFollowTheTheme();
    void valuesSurviveARestart();
    void nonsenseInTheFileCountsAsTheDefault();
    void aHomeThatCannotBeWrittenIsNoCrash();
};

namespace {

void choose(QComboBox* box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index); // as a person's choice does
}

} // namespace

void SettingsTest::switchingTheLanguageKeepsWhatWasTyped()
{
    support::WindowKit kit;
    kit.show();
    kit.visitAll();
    const auto page = [&](const char* id) { kit.window.showPage(QLatin1String(id)); };
    page("home");
    kit.find<QPlainTextEdit>("pasteBox")->setPlainText(QStringLiteral("pasted"));
    page("mint");
    kit.find<QLineEdit>("userId")->setText(QStringLiteral("carol"));
    kit.find<QLineEdit>("expiresIn")->setText(QStringLiteral("2h"));
    const QString token = kit.text("token");
    page("inspect");
    kit.find<QPlainTextEdit>("tokenToInspect")->setPlainText(QStringLiteral("007nonsense"));
    kit.find<QComboBox>("purpose")->setCurrentIndex(2);
    page("rest");
    kit.find<QLineEdit>("field:username")->setText(QStringLiteral("dora"));
    page("projects");
    kit.find<QPushButton>("addProject")->click();
    kit.find<QLineEdit>("orgName")->setText(QStringLiteral("my-org"));
    page("settings");

    for (const int language : {2, 1}) { // Chinese and back
        choose(kit.find<QComboBox>("language"), language);
        QTRY_COMPARE(kit.languages.current(), language == 2 ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page("home");
        QCOMPARE(kit.text("pasteBox"), QStringLiteral("pasted"));
        page("mint");
        QCOMPARE(kit.find<QLineEdit>("userId")->text(), QStringLiteral("carol"));
        QCOMPARE(kit.text("token"), token);
        page("inspect");
        QCOMPARE(kit.text("tokenToInspect"), QStringLiteral("007nonsense"));
        QCOMPARE(kit.find<QComboBox>("purpose")->currentIndex(), 2);
        page("rest");
        QTRY_COMPARE(kit.find<QLineEdit>("field:username")->text(), QStringLiteral("dora"));
        page("projects");
        QCOMPARE(kit.find<QLineEdit>("orgName")->text(), QStringLiteral("my-org"));
        page("settings");
        QCOMPARE(kit.find<QComboBox>("language")->currentIndex(), language);
    }
}

void SettingsTest::switchingTheLanguageStaysOnThePage()
{
    support::WindowKit kit;
    kit.show(QStringLiteral("settings"));
    choose(kit.find<QComboBox>("language"), 2);
    QTRY_VERIFY(kit.find<QListWidget>("navigation")->item(0)->text() != QLatin1String("Home"));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("settings"));
    QVERIFY(QApplication::focusWidget());
}

void SettingsTest::everyTextFollowsTheLanguage()
{
    support::WindowKit kit;
    kit.show();
    QStringList before;
    for (const QAction* action : kit.window.actionRegistry().all())
        before << action->text() << action->statusTip();
    kit.settings.setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(kit.window.windowTitle().contains(QLatin1String("Console")), false);
    for (const QAction* action : kit.window.actionRegistry().all()) {
        QVERIFY2(!before.contains(action->text()), qPrintable(action->text()));
        QVERIFY2(!before.contains(action->statusTip()), qPrintable(action->statusTip()));
    }
}

void SettingsTest::switchingTheThemeRecolours()
{
    support::WindowKit kit;
    kit.settings.setTheme(ui::ThemeChoice::Light);
    kit.show(QStringLiteral("settings"));
    const QColor light = QApplication::palette().color(QPalette::Window);
    choose(kit.find<QComboBox>("theme"), 2);
    const QColor dark = QApplication::palette().color(QPalette::Window);
    QVERIFY(dark.lightness() < 80 && light.lightness() > 180);
    QCOMPARE(kit.window.palette().color(QPalette::Window), dark);
    choose(kit.find<QComboBox>("theme"), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), light);
}

void SettingsTest::iconsFollowTheTheme()
{
    support::WindowKit kit;
    kit.settings.setTheme(ui::ThemeChoice::Light);
    kit.show(QStringLiteral("projects"));
    const auto shade = [](const QIcon& icon) { // of what is drawn
        const QImage image = icon.pixmap(16).toImage().convertToFormat(QImage::Format_ARGB32);
        qint64 sum = 0;
        qint64 count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > 200) {
                    sum += pixel.lightness();
                    ++count;
                }
            }
        }
        return count ? static_cast<int>(sum / count) : -1;
    };
    const auto* add = kit.find<QPushButton>("addProject");
    const auto* navigation = kit.find<QListWidget>("navigation");
    const auto* projects = kit.find<QListWidget>("projectList");
    const auto all = [&] {
        return std::vector<int>{shade(add->icon()), shade(navigation->item(0)->icon()),
                                shade(projects->item(0)->icon())};
    };
    for (const int light : all())
        QVERIFY2(light >= 0 && light < 100, qPrintable(QString::number(light)));
    kit.settings.setTheme(ui::ThemeChoice::Dark); // pages that were built before are on a dark ground now
    for (const int dark : all())
        QVERIFY2(dark > 155, qPrintable(QString::number(dark)));
}

void SettingsTest::valuesSurviveARestart()
{
    const QTemporaryDir home;
    {
        support::WindowKit kit(home.path());
        kit.show(QStringLiteral("settings"));
        kit.find<QSpinBox>("totalDeadline")->setValue(77);
        kit.find<QSpinBox>("idleDeadline")->setValue(9);
        kit.find<QSpinBox>("clipboardTime")->setValue(55);
        choose(kit.find<QComboBox>("theme"), 2);
        choose(kit.find<QComboBox>("language"), 2);
        kit.window.showPage(QStringLiteral("home"));
        kit.find<QPushButton>("hideFirstRun")->click();
        kit.window.resize(1000, 700);
        kit.window.close();
    }
    support::WindowKit kit(home.path());
    QCOMPARE(kit.languages.current(), QStringLiteral("zh_CN"));
    QCOMPARE(kit.window.size(), QSize(1000, 700));
    kit.show();
    QVERIFY(!kit.find<QPushButton>("hideFirstRun")->isVisible());
    kit.window.showPage(QStringLiteral("settings"));
    QCOMPARE(kit.find<QSpinBox>("totalDeadline")->value(), 77);
    QCOMPARE(kit.find<QSpinBox>("idleDeadline")->value(), 9);
    QCOMPARE(kit.find<QSpinBox>("clipboardTime")->value(), 55);
    QCOMPARE(kit.find<QComboBox>("theme")->currentIndex(), 2);
    QCOMPARE(kit.find<QComboBox>("language")->currentIndex(), 2);
}

void SettingsTest::nonsenseInTheFileCountsAsTheDefault()
{
    const QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("clipboardSeconds=-3\ntheme=plaid\nlanguage=../../etc\n[http]\ntotalDeadline=soon\n"
               "idleDeadline=99999\n[window]\ngeometry=@ByteArray(zzz)\n");
    file.close();
    support::WindowKit kit(home.path());
    kit.show(QStringLiteral("settings"));
    QCOMPARE(kit.find<QSpinBox>("totalDeadline")->value(), 30);
    QCOMPARE(kit.find<QSpinBox>("idleDeadline")->value(), 15);
    QCOMPARE(kit.find<QSpinBox>("clipboardTime")->value(), 30);
    QCOMPARE(kit.find<QComboBox>("theme")->currentIndex(), 0);
    QCOMPARE(kit.languages.current(), QStringLiteral("en"));
}

void SettingsTest::aHomeThatCannotBeWrittenIsNoCrash()
{
    // Below a file nobody can make a folder, not even root.
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    support::WindowKit kit(dir.filePath(QStringLiteral("file/home")));
    kit.show(QStringLiteral("settings"));
    kit.find<QSpinBox>("clipboardTime")->setValue(55);
    choose(kit.find<QComboBox>("theme"), 2);
    kit.press("Alt+1");
    kit.press("Ctrl+Return");
    QCOMPARE(kit.tokens.rowCount(), 1);
    Q_EMIT kit.bus.projectPasted(QStringLiteral("App ID: 970CA35de60c44645bbae8a215061b33\nAppKey: 1#2\n"));
    kit.find<QPushButton>("saveProject")->click();
    QVERIFY(kit.projects.active().isSandbox());
    QVERIFY(!kit.find<QFrame>("projectBanner")->accessibleName().isEmpty());
    kit.window.close();
}

QTEST_MAIN(SettingsTest)
#include "SettingsTest.moc"
