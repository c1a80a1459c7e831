// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

/// Environments of a project, and the care that is taken of production.
class EnvironmentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreFilledIn();
    void theTopBarSwitchesThem();
    void anUnknownVariableIsSaidAtItsField();
    void oneThatIsRenamedStaysInUse();
    void secretsAreNoVariables();
    void linesThatAreNoVariablesAreKeptAsTyped();
    void aWriteToProductionAsksForTheName();
    void readingAsksForNothing();
    void anotherRequestIsAskedForAgain();
};

namespace {

using support::WindowKit;

void addEnvironment(WindowKit& kit, const char* name, const char* variables)
{
    kit.find<QPushButton>("addEnvironment")->click();
    kit.find<QLineEdit>("environmentName")->setText(QLatin1String(name));
    kit.find<QPlainTextEdit>("environmentVariables")->setPlainText(QLatin1String(variables));
}

/// A project with two environments, none of them in use.
void makeProject(WindowKit& kit)
{
    kit.show(QStringLiteral("projects"));
    kit.useProject("http://127.0.0.1:9");
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    addEnvironment(kit, "staging", "user = alice\n# a remark\n\ngroup=12\n");
    addEnvironment(kit, "live", "user = bob");
    kit.find<QPushButton>("saveProject")->click();
}

void choose(WindowKit& kit, const char* environment)
{
    auto* choice = kit.called<QComboBox>("Environment");
    choice->setCurrentIndex(choice->findText(QLatin1String(environment)));
    Q_EMIT choice->activated(choice->currentIndex());
}

QString preview(WindowKit& kit)
{
    return kit.window.findChild<QPlainTextEdit*>(QStringLiteral("requestPreview"))->toPlainText();
}

bool gateIsShown(WindowKit& kit)
{
    return kit.find<QFrame>("productionGate")->isVisible();
}

} // namespace

void EnvironmentsTest::variablesAreFilledIn()
{
    WindowKit kit;
    makeProject(kit);
    QCOMPARE(kit.projects.active().environments.size(), std::size_t(2));
    QCOMPARE(kit.projects.active().environments[0].variables,
             (std::vector<project::Environment::Variable>{{"user", "alice"}, {"group", "12"}}));
    choose(kit, "staging");
    kit.openEndpoint(QStringLiteral("user.get"));
    kit.find<QLineEdit>("field:username")->setText(QStringLiteral("{{user}}"));
    QVERIFY(preview(kit).contains(QLatin1String("/users/alice")));
    QCOMPARE(kit.find<QLineEdit>("field:username")->text(), QStringLiteral("{{user}}"));
}

void EnvironmentsTest::theTopBarSwitchesThem()
{
    WindowKit kit;
    kit.show();
    QVERIFY(!kit.called<QComboBox>("Environment")); // the sandbox has none
    kit.window.showPage(QStringLiteral("projects"));
    kit.useProject("http://127.0.0.1:9");
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    addEnvironment(kit, "staging", "user = alice");
    kit.find<QComboBox>("environmentColour")->setCurrentIndex(5);
    addEnvironment(kit, "live", "user = bob");
    kit.find<QPushButton>("saveProject")->click();
    auto* choice = kit.called<QComboBox>("Environment");
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentText(), QStringLiteral("No environment"));
    kit.openEndpoint(QStringLiteral("user.get"));
    kit.find<QLineEdit>("field:username")->setText(QStringLiteral("{{user}}"));
    kit.press("Ctrl+Shift+E");
    QVERIFY(choice->view()->isVisible());
    choice->hidePopup();
    choose(kit, "staging");
    QVERIFY(preview(kit).contains(QLatin1String("/users/alice")));
    QCOMPARE(kit.find<QWidget>("topBar")->property("environment").toString(), QStringLiteral("red"));
    choose(kit, "live");
    QVERIFY(preview(kit).contains(QLatin1String("/users/bob")));
    QCOMPARE(kit.projects.active().environment, std::string("live"));
    kit.press("Ctrl+Alt+L");
    QVERIFY(!kit.called<QComboBox>("Environment"));
}

void EnvironmentsTest::anUnknownVariableIsSaidAtItsField()
{
    WindowKit kit;
    makeProject(kit);
    choose(kit, "live");
    kit.openEndpoint(QStringLiteral("user.get"));
    auto* field = kit.find<QLineEdit>("field:username");
    field->setText(QStringLiteral("{{group}}"));
    QVERIFY(field->property("invalid").toBool());
    QVERIFY(field->accessibleDescription().contains(QLatin1String("group")));
    QVERIFY(!kit.find<QPushButton>("send")->isEnabled());
}

void EnvironmentsTest::oneThatIsRenamedStaysInUse()
{
    WindowKit kit;
    makeProject(kit);
    choose(kit, "live");
    QCOMPARE(kit.find<QLineEdit>("environmentName")->text(), QStringLiteral("live")); // shown first
    kit.find<QLineEdit>("environmentName")->setText(QStringLiteral("production"));
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.active().environment, std::string("production"));
    kit.find<QComboBox>("environmentList")->setCurrentIndex(0);
    kit.find<QPushButton>("removeEnvironment")->click(); // the one before it
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.active().environment, std::string("production"));
    kit.find<QPushButton>("removeEnvironment")->click();
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.active().environment, std::string());
}

void EnvironmentsTest::secretsAreNoVariables()
{
    WindowKit kit;
    kit.show(QStringLiteral("projects"));
    kit.useProject("http://127.0.0.1:9");
    kit.find<QListWidget>("projectList")->setCurrentRow(1);
    addEnvironment(kit, "staging", (std::string("x = ") + support::kCertificate).c_str());
    auto* variables = kit.find<QPlainTextEdit>("environmentVariables");
    QVERIFY(variables->property("invalid").toBool());
    kit.find<QPushButton>("saveProject")->click();
    QVERIFY(kit.projects.active().environments.empty());
    variables->setPlainText(QStringLiteral("x = y"));
    QVERIFY(!variables->property("invalid").toBool());
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.active().environments.size(), std::size_t(1));
}

void EnvironmentsTest::linesThatAreNoVariablesAreKeptAsTyped()
{
    WindowKit kit;
    makeProject(kit);
    auto* variables = kit.find<QPlainTextEdit>("environmentVariables");
    variables->setPlainText(QStringLiteral("half a line"));
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(variables->toPlainText(), QStringLiteral("half a line"));
    QVERIFY(kit.find<QFrame>("projectBanner")->isVisible());
    QCOMPARE(kit.projects.active().environments[1].variables.size(), std::size_t(1)); // as it was stored
}

void EnvironmentsTest::aWriteToProductionAsksForTheName()
{
    WindowKit kit;
    kit.show();
    kit.useProject("http://127.0.0.1:9", true);
    kit.openEndpoint(QStringLiteral("user.register"));
    QVERIFY(kit.window.findChild<QWidget*>(QStringLiteral("pages"))->property("production").toBool());
    const QString before = kit.status();
    kit.press("Ctrl+Return");
    QVERIFY(gateIsShown(kit));
    auto* name = kit.find<QLineEdit>("confirmProject");
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("Mine"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(gateIsShown(kit));
    QVERIFY(!kit.find<QPushButton>("sendToProduction")->isEnabled());
    QCOMPARE(kit.status(), before);
    kit.press("Esc");
    QVERIFY(!gateIsShown(kit));
    kit.press("Ctrl+Return");
    QTest::keyClicks(kit.find<QLineEdit>("confirmProject"), QStringLiteral("mine"));
    QTest::keyClick(kit.find<QLineEdit>("confirmProject"), Qt::Key_Return);
    QTRY_VERIFY(kit.status() != before); // nobody listens there, which is the answer
    QVERIFY(!gateIsShown(kit));
}

void EnvironmentsTest::readingAsksForNothing()
{
    WindowKit kit;
    kit.show();
    kit.useProject("http://127.0.0.1:9", true);
    kit.openEndpoint(QStringLiteral("user.get"));
    const QString before = kit.status();
    kit.press("Ctrl+Return");
    QVERIFY(!gateIsShown(kit));
    QTRY_VERIFY(kit.status() != before);
}

void EnvironmentsTest::anotherRequestIsAskedForAgain()
{
    WindowKit kit;
    kit.show();
    kit.useProject("http://127.0.0.1:9", true);
    kit.openEndpoint(QStringLiteral("user.delete"));
    kit.press("Ctrl+Return");
    QVERIFY(gateIsShown(kit));
    kit.find<QLineEdit>("field:username")->setText(QStringLiteral("somebody else"));
    QVERIFY(!gateIsShown(kit));
}

QTEST_MAIN(EnvironmentsTest)
#include "EnvironmentsTest.moc"
