// SPDX-License-Identifier: Apache-2.0
#include "core/project/Mint.h"
#include "tests/support/RawClient.h"
#include "tests/support/SdkPeer.h"
#include "tests/support/WindowKit.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTabWidget>

/// Draws every page in every look into <build>/pictures, for people to look at, and checks what a program can
/// see of it.
class PicturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPage_data();
    void everyPage();
    void everyStateOfSecrets_data() { everyPage_data(); }
    void everyStateOfSecrets();
    void cleanup();

private:
    [[nodiscard]] QSize setLook(support::WindowKit& kit);
    QFont m_font;
};

namespace {

/// The folder of the pictures.
QString pictures()
{
    return qEnvironmentVariable("CHATTOKEN_PICTURES");
}

/// An empty page has two or three colours.
int coloursOf(const QImage& picture)
{
    QSet<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 3) {
        for (int y = 0; y < picture.height(); y += 3)
            colours << picture.pixel(x, y);
    }
    return static_cast<int>(colours.size());
}

const QAbstractScrollArea* scrollAreaOf(const QWidget* widget)
{
    for (const QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(at))
            return area;
    }
    return nullptr;
}

/// Widgets that reach out of the window, and buttons with less room than their text needs.
QStringList faults(const QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        const QString name = widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className())
                                                            : widget->objectName();
        const QAbstractScrollArea* area = scrollAreaOf(widget);
        if (!area && !window.rect().contains(place))
            found << name + QStringLiteral(" reaches out of the window");
        const auto* scroll = qobject_cast<const QScrollArea*>(area);
        if (scroll && scroll->widget()->isAncestorOf(widget) &&
            scroll->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
            place.right() > area->viewport()->mapTo(&window, area->viewport()->rect().bottomRight()).x())
            found << name + QStringLiteral(" cannot be scrolled to");
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button && !button->text().isEmpty() && !support::isInner(widget) &&
            (widget->width() < widget->minimumSizeHint().width() ||
             widget->height() < widget->minimumSizeHint().height()))
            found << name + QStringLiteral(" clips its text “%1”").arg(button->text());
    }
    return found;
}

/// Takes pictures, and notes what a program can see to be wrong in them.
struct Camera
{
    ui::MainWindow& window;
    QSize size;
    QStringList found;

    void operator()(const QString& name, QWidget& widget)
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const QImage picture = widget.grab().toImage();
        const QString file = name + QLatin1Char('-') + QLatin1String(QTest::currentDataTag());
        QVERIFY(picture.save(pictures() + QStringLiteral("/%1.png").arg(file)));
        QVERIFY2(coloursOf(picture) > 20, qPrintable(file));
        for (const QString& fault : faults(widget))
            found << name + QStringLiteral(": ") + fault;
        if (&widget == &window && widget.size() != size)
            found << name + QStringLiteral(": the window grew to %1 x %2")
                                .arg(widget.width())
                                .arg(widget.height());
    }
};

} // namespace

void PicturesTest::initTestCase()
{
    m_font = QApplication::font();
    QVERIFY(QDir().mkpath(pictures()));
}

void PicturesTest::cleanup()
{
    QApplication::setFont(m_font);
}

void PicturesTest::everyPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ui::ThemeChoice>("theme");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << "en" << ui::ThemeChoice::Light << 1.0;
    QTest::newRow("dark") << "en" << ui::ThemeChoice::Dark << 1.0;
    QTest::newRow("chinese") << "zh_CN" << ui::ThemeChoice::Light << 1.0;
    QTest::newRow("text-200") << "en" << ui::ThemeChoice::Light << 2.0;
    QTest::newRow("chinese-dark-200") << "zh_CN" << ui::ThemeChoice::Dark << 2.0;
}

/// Language, theme and size of text of the row; gives the window's size.
QSize PicturesTest::setLook(support::WindowKit& kit)
{
    QFETCH(QString, language);
    QFETCH(ui::ThemeChoice, theme);
    QFETCH(double, scale);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    kit.settings.setLanguage(language);
    kit.settings.setTheme(theme);
    const QSize size = scale > 1 ? QSize(1024, 640) : QSize(1180, 760);
    kit.window.resize(size);
    kit.show();
    return size;
}

void PicturesTest::everyPage()
{
    support::WindowKit kit;
    Camera shoot{kit.window, setLook(kit), {}};
    shoot(QStringLiteral("home-new"), kit.window);
    kit.press("Ctrl+Return");
    kit.press("Ctrl+Shift+U");
    kit.openEndpoint(QStringLiteral("user.register"));
    shoot(QStringLiteral("rest-before"), kit.window);
    QVERIFY(kit.send().startsWith(QLatin1String("200")));
    shoot(QStringLiteral("rest-200"), kit.window);
    QVERIFY(kit.send().startsWith(QLatin1String("400")));
    shoot(QStringLiteral("rest-400"), kit.window);
    kit.window.showPage(QStringLiteral("mint"));
    kit.press("Ctrl+Return");
    kit.find<QPushButton>("advanced")->click();
    shoot(QStringLiteral("mint"), kit.window);
    const QString token = kit.tokens.at(0)->text;
    Q_EMIT kit.bus.inspectRequested(token);
    shoot(QStringLiteral("inspect-valid"), kit.window);
    auto* tabs = kit.find<QTabWidget>("inspectTabs");
    const auto shootTab = [&](const char* name, int index) {
        tabs->setCurrentIndex(index);
        shoot(QLatin1String(name), kit.window);
    };
    kit.find<QTableView>("fieldBytes")->selectRow(13);
    shootTab("inspect-bytes", 1);
    shootTab("inspect-times", 2);
    shootTab("inspect-remint", 3);
    kit.find<QPlainTextEdit>("compareWith")
        ->setPlainText(QString(token).replace(60, 2, QStringLiteral("xx")));
    shootTab("inspect-compare", 4);
    Q_EMIT kit.bus.refusalRequested({});
    QTRY_VERIFY(kit.find<QWidget>("cause1"));
    shoot(QStringLiteral("inspect-why"), kit.window);
    tabs->setCurrentIndex(0);
    Q_EMIT kit.bus.inspectRequested(QLatin1Char('"') + token.left(90) + QStringLiteral("..."));
    shoot(QStringLiteral("inspect-bad"), kit.window);
    kit.window.showPage(QStringLiteral("serve"));
    shoot(QStringLiteral("serve-stopped"), kit.window);
    kit.find<QSpinBox>("serverPort")->setValue(0);
    kit.find<QAbstractButton>("askKey")->click();
    kit.press("Ctrl+Return");
    const quint16 port = kit.tokenServer.port();
    const std::string key =
        "Authorization: Bearer " + std::string(kit.tokenServer.accessKey().view()) + "\r\n";
    for (const std::string& headers : {key, std::string()})
        (void)support::ask(
            port, support::makeRequest(port, "GET", "/api/token/generateUserToken?account=alice", headers));
    kit.find<QAbstractButton>("knobs")->click();
    kit.find<QComboBox>("knobKind")->setCurrentIndex(3);
    QTRY_COMPARE(kit.tokenServer.requests().rowCount(), 2);
    shoot(QStringLiteral("serve-running"), kit.window);
    kit.find<QTabWidget>("serveTabs")->setCurrentIndex(1);
    shoot(QStringLiteral("serve-snippets"), kit.window);
    kit.tokenServer.stop();
    kit.sandbox.stop();
    kit.window.showPage(QStringLiteral("sandbox"));
    shoot(QStringLiteral("sandbox-stopped"), kit.window);
    kit.press("Ctrl+Return");
    kit.find<QPushButton>("sampleData")->click();
    QTRY_COMPARE(kit.sandbox.snapshot().messages.total, std::size_t(3));
    kit.find<QTableView>("users")->selectRow(0);
    support::SdkPeer alice(
        static_cast<quint16>(QUrl(kit.sandbox.restUrl()).port()), project::sandboxProject().appKey(), "alice",
        project::mintChatToken(project::sandboxCredentials(), project::newUserToken(kit.clock, "alice"))
            .value());
    QVERIFY(alice.sendText("bob", "Hello"));
    QTRY_COMPARE(kit.sandbox.snapshot().sessions.total, std::size_t(1));
    QTRY_VERIFY(kit.sandbox.activity().rowCount() > 4);
    kit.find<QTableView>("activity")->selectRow(1);
    shoot(QStringLiteral("sandbox-users"), kit.window);
    kit.find<QTabWidget>("sandboxTabs")->setCurrentIndex(1);
    kit.find<QAbstractButton>("sandboxKnobs")->click();
    kit.find<QLineEdit>("knobLatency")->setText(QStringLiteral("20ms"));
    kit.find<QTableView>("groups")->selectRow(0);
    shoot(QStringLiteral("sandbox-groups"), kit.window);
    kit.find<QTabWidget>("sandboxTabs")->setCurrentIndex(4);
    shoot(QStringLiteral("sandbox-messages"), kit.window);
    kit.sandbox.setKnobs({});
    kit.window.showPage(QStringLiteral("projects"));
    shoot(QStringLiteral("projects-sandbox"), kit.window);
    Q_EMIT kit.bus.projectPasted(
        QStringLiteral("App ID: 970CA35de60c44645bbae8a215061b\nAppKey: 41434878#504205"));
    shoot(QStringLiteral("projects-error"), kit.window);
    kit.window.showPage(QStringLiteral("settings"));
    shoot(QStringLiteral("settings"), kit.window);
    kit.window.showPage(QStringLiteral("home"));
    kit.advance(3400);
    shoot(QStringLiteral("home"), kit.window);
    kit.press("Ctrl+K");
    auto* palette = kit.find<QDialog>("commandPalette");
    QTRY_VERIFY(palette && palette->isVisible());
    shoot(QStringLiteral("palette"), *palette);
    kit.find<QLineEdit>("paletteInput")->setText(QStringLiteral("no such command"));
    shoot(QStringLiteral("palette-nothing"), *palette);
    palette->close();
    kit.window.showPage(QStringLiteral("projects"));
    for (const char* each : {"help.manual", "help.shortcuts", "help.about"})
        kit.window.actionRegistry().find(QLatin1String(each))->trigger();
    for (const char* each : {"manual", "shortcuts", "about"}) {
        auto* dialog = kit.find<QDialog>(each);
        QTRY_VERIFY(dialog && dialog->isVisible());
        shoot(QStringLiteral("help-") + QLatin1String(each), *dialog);
    }
    auto* manual = kit.find<QDialog>("manual");
    manual->findChild<QLineEdit*>(QStringLiteral("manualSearch"))->setText(QStringLiteral("007"));
    shoot(QStringLiteral("help-search"), *manual);
    for (const char* each : {"manual", "shortcuts", "about"})
        kit.find<QDialog>(each)->close();
    QVERIFY2(shoot.found.isEmpty(), qPrintable(shoot.found.join(QLatin1Char('\n'))));
}

void PicturesTest::everyStateOfSecrets()
{
    support::WindowKit kit;
    Camera shoot{kit.window, setLook(kit), {}};
    Q_EMIT kit.bus.projectPasted(
        QStringLiteral("App ID: %1\nCertificate: %2\nAppKey: 41434878#504205")
            .arg(QLatin1String(support::kAppId), QLatin1String(support::kCertificate)));
    kit.find<QPushButton>("saveProject")->click();
    auto* keychain = kit.window.findChild<QRadioButton*>(QStringLiteral("keepKeychain"));
    QTRY_VERIFY(keychain->isVisible());
    shoot(QStringLiteral("secrets-question"), kit.window);
    for (const char* field : {"newPassphrase", "repeatPassphrase"})
        kit.find<QLineEdit>(field)->setText(QStringLiteral("correct horse battery staple"));
    shoot(QStringLiteral("secrets-strength"), kit.window);
    kit.find<QPushButton>("keepCertificate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(kit.projects.active().certificateKept, 20000);
    kit.find<QPushButton>("addEnvironment")->click();
    kit.find<QLineEdit>("environmentName")->setText(QStringLiteral("staging"));
    kit.find<QPlainTextEdit>("environmentVariables")
        ->setPlainText(QStringLiteral("user = alice\ngroup = 12"));
    kit.find<QCheckBox>("production")->setChecked(true);
    kit.find<QPushButton>("saveProject")->click();
    QTRY_VERIFY(kit.projects.active().production);
    auto* environment = kit.find<QComboBox>("environmentChoice");
    environment->setCurrentIndex(1);
    Q_EMIT environment->activated(1);
    kit.find<QScrollArea>("projectScroll")->ensureWidgetVisible(kit.find<QPushButton>("saveProject"));
    shoot(QStringLiteral("secrets-environments"), kit.window);
    kit.find<QPushButton>("security")->click();
    shoot(QStringLiteral("secrets-security"), kit.window);
    kit.openEndpoint(QStringLiteral("user.delete"));
    kit.press("Ctrl+Return");
    shoot(QStringLiteral("secrets-production"), kit.window);
    kit.press("Esc");
    kit.press("Ctrl+Alt+L");
    shoot(QStringLiteral("secrets-locked"), kit.window);
    kit.find<QPushButton>("lostPassphrase")->click();
    shoot(QStringLiteral("secrets-lost"), kit.window);
    QVERIFY2(shoot.found.isEmpty(), qPrintable(shoot.found.join(QLatin1Char('\n'))));
}

QTEST_MAIN(PicturesTest)
#include "PicturesTest.moc"
