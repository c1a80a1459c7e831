// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QComboBox>
#include <QDirIterator>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

/// What was entered for a project and is not saved stays until it is saved or discarded.
class DraftsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherPlacesKeepWhatWasEntered_data();
    void otherPlacesKeepWhatWasEntered();
    void theSandboxMeanwhileKeepsIt();
    void switchingTheEnvironmentKeepsBoth();
    void linesThatAreNoVariablesStay();
    void savingTakesTheMarkAway();
    void changingBackTakesTheMarkAway();
    void discardingCanBeUndone();
    void undoOfADeleteBringsItBack();
    void whatAnotherProgramRemovedBecomesANewProject();
    void closingAsksFirst();
    void closingWhileLockedAsksWithoutNames();
    void closingWithoutChangesAsksNothing();
    void aSignalAsksNothing();
};

namespace {

using support::WindowKit;

constexpr auto kTyped = "0123456789abcdef0123456789abcdef";

struct DraftsKit : WindowKit
{
    std::string one;
    std::string two;

    DraftsKit()
    {
        show(QStringLiteral("projects"));
        settle();
        one = add("one");
        two = add("two");
        choose(one);
    }
    std::string add(const char* name)
    {
        project::Environment staging;
        staging.name = "staging";
        staging.colour = "green";
        project::Environment live = staging;
        live.name = "live";
        const auto stored = projects.add({.id = {},
                                          .name = name,
                                          .appId = support::kAppId,
                                          .orgName = "org",
                                          .appName = "app",
                                          .restHost = "https://a41.chat.agora.io",
                                          .webSocketHost = {},
                                          .environments = {staging, live},
                                          .environment = "staging"});
        if (!stored || !projects.setActive(stored->id) ||
            !vault.hold(stored->id, ::vault::kCertificate, base::SecretBytes(support::kCertificate)))
            qFatal("the project cannot be stored");
        Q_EMIT bus.projectsChanged();
        Q_EMIT bus.activeProjectChanged();
        return stored->id;
    }
    QListWidget* list() { return find<QListWidget>("projectList"); }
    void choose(const std::string& id)
    {
        for (int i = 0; i < list()->count(); ++i) {
            if (list()->item(i)->data(Qt::UserRole).toString().toStdString() == id)
                list()->setCurrentRow(i);
        }
    }
    QString value(const char* field) { return find<QLineEdit>(field)->text(); }
    void enter(const char* field, const char* text) { find<QLineEdit>(field)->setText(QLatin1String(text)); }
    QStringList rows()
    {
        QStringList all;
        for (int i = 0; i < list()->count(); ++i)
            all << list()->item(i)->text();
        return all;
    }
    QFrame* question() { return find<QFrame>("closeQuestion"); }
};

} // namespace

void DraftsTest::otherPlacesKeepWhatWasEntered_data()
{
    QTest::addColumn<std::function<void(DraftsKit&)>>("go");
    const auto row = [](const char* name, std::function<void(DraftsKit&)> go) { QTest::newRow(name) << go; };
    row("another row", [](DraftsKit&) {});
    row("another page", [](DraftsKit& kit) {
        kit.window.showPage(QStringLiteral("mint"));
        kit.window.showPage(QStringLiteral("projects"));
    });
    row("another project in use",
        [](DraftsKit& kit) { Q_EMIT kit.bus.projectChosen(QStringLiteral("sandbox")); });
    row("lock and unlock", [](DraftsKit& kit) {
        kit.press("Ctrl+Alt+L");
        QCOMPARE(kit.window.currentPageId(), QString());
        kit.press("Ctrl+Return");
        QCOMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    });
    row("lock and unlock on another page", [](DraftsKit& kit) {
        kit.window.showPage(QStringLiteral("mint"));
        kit.press("Ctrl+Alt+L");
        kit.press("Ctrl+Return");
        kit.window.showPage(QStringLiteral("projects"));
    });
    row("another language", [](DraftsKit& kit) {
        kit.settings.setLanguage(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        kit.settings.setLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
    });
}

void DraftsTest::otherPlacesKeepWhatWasEntered()
{
    QFETCH(std::function<void(DraftsKit&)>, go);
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.enter("appCertificate", kTyped);
    kit.choose(kit.two);
    QCOMPARE(kit.value("orgName"), QStringLiteral("org"));
    QCOMPARE(kit.value("appCertificate"), QString());
    kit.enter("appName", "of two");
    kit.find<QPushButton>("addProject")->click();
    kit.enter("projectName", "a third");
    go(kit);
    kit.choose(kit.one);
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
    QCOMPARE(kit.value("appCertificate"), QLatin1String(kTyped));
    kit.choose(kit.two);
    QCOMPARE(kit.value("appName"), QStringLiteral("of two"));
    QCOMPARE(kit.value("orgName"), QStringLiteral("org"));
    QCOMPARE(kit.rows().size(), 4);
    QVERIFY2(kit.rows()[1].contains(QLatin1String("changed")),
             qPrintable(kit.rows().join(QLatin1Char('\n'))));
    QVERIFY(kit.rows()[2].contains(QLatin1String("changed")));
    QVERIFY(!kit.rows()[0].contains(QLatin1String("changed")));
    kit.list()->setCurrentRow(3);
    QCOMPARE(kit.value("projectName"), QStringLiteral("a third"));
    QCOMPARE(kit.projects.find(kit.one)->orgName, std::string("org")); // nothing is stored
    QCOMPARE(kit.projects.projects().size(), std::size_t(3));
}

void DraftsTest::theSandboxMeanwhileKeepsIt()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.press("Ctrl+Alt+L");
    kit.find<QPushButton>("useSandbox")->click();
    kit.window.showPage(QStringLiteral("projects"));
    kit.choose(kit.two);
    kit.find<QPushButton>("useProject")->click();
    kit.find<QPushButton>("unlock")->click();
    kit.window.showPage(QStringLiteral("projects"));
    kit.choose(kit.one);
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
}

void DraftsTest::switchingTheEnvironmentKeepsBoth()
{
    DraftsKit kit;
    Q_EMIT kit.bus.projectChosen(QString::fromStdString(kit.one));
    kit.choose(kit.one);
    kit.enter("orgName", "entered");
    kit.enter("environmentName", "stage");
    auto* choice = kit.find<QComboBox>("environmentChoice");
    choice->setCurrentIndex(2);
    Q_EMIT choice->activated(2);
    QCOMPARE(kit.projects.active().environment, std::string("live"));
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.active().orgName, std::string("entered"));
    QCOMPARE(kit.projects.active().environment, std::string("live"));
    QCOMPARE(kit.projects.active().environments[0].name, std::string("stage"));
}

void DraftsTest::linesThatAreNoVariablesStay()
{
    DraftsKit kit;
    auto* variables = kit.find<QPlainTextEdit>("environmentVariables");
    variables->setPlainText(QStringLiteral("no variable"));
    kit.find<QComboBox>("environmentList")->setCurrentIndex(1);
    QCOMPARE(variables->toPlainText(), QString());
    kit.choose(kit.two);
    kit.choose(kit.one);
    kit.find<QComboBox>("environmentList")->setCurrentIndex(0);
    QCOMPARE(variables->toPlainText(), QStringLiteral("no variable"));
    kit.find<QComboBox>("environmentList")->setCurrentIndex(1);
    kit.find<QPushButton>("saveProject")->click(); // nor is it left out without a word
    QVERIFY(!kit.find<QFrame>("projectBanner")->accessibleName().contains(QLatin1String("Saved")));
}

void DraftsTest::savingTakesTheMarkAway()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    QVERIFY(kit.rows()[1].contains(QLatin1String("changed")));
    kit.find<QPushButton>("saveProject")->click();
    QCOMPARE(kit.projects.find(kit.one)->orgName, std::string("entered"));
    QCOMPARE(kit.rows()[1], QStringLiteral("one (in use)"));
    QVERIFY(kit.window.close());
}

void DraftsTest::changingBackTakesTheMarkAway()
{
    DraftsKit kit;
    auto* discard = kit.find<QPushButton>("discardChanges");
    QVERIFY(!discard->isEnabled());
    kit.enter("orgName", "entered");
    QVERIFY(discard->isEnabled());
    kit.enter("orgName", "org");
    QVERIFY(!discard->isEnabled());
    QCOMPARE(kit.rows()[1], QStringLiteral("one"));
    kit.find<QPushButton>("addProject")->click();
    QCOMPARE(kit.rows().size(), 3);
    kit.enter("projectName", "x");
    QCOMPARE(kit.rows().size(), 4);
    QCOMPARE(kit.list()->currentRow(), 3);
    kit.enter("projectName", "");
    QCOMPARE(kit.rows().size(), 3);
    QCOMPARE(kit.value("projectName"), QString());
}

void DraftsTest::discardingCanBeUndone()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.enter("appCertificate", kTyped);
    kit.find<QPushButton>("discardChanges")->click();
    QCOMPARE(kit.value("orgName"), QStringLiteral("org"));
    QCOMPARE(kit.value("appCertificate"), QString());
    QCOMPARE(kit.rows()[1], QStringLiteral("one"));
    kit.called<QPushButton>("Undo")->click();
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
    QCOMPARE(kit.value("appCertificate"), QLatin1String(kTyped));
}

void DraftsTest::undoOfADeleteBringsItBack()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.find<QPushButton>("deleteProject")->click();
    QCOMPARE(kit.projects.projects().size(), std::size_t(2));
    QVERIFY(!kit.rows().join(QLatin1Char(' ')).contains(QLatin1String("changed")));
    kit.called<QPushButton>("Undo")->click();
    kit.choose(kit.one);
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
}

void DraftsTest::whatAnotherProgramRemovedBecomesANewProject()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    project::ProjectStore other(kit.projects.home());
    QVERIFY(other.load());
    QVERIFY(other.remove(kit.one));
    QTRY_COMPARE(kit.projects.projects().size(), std::size_t(2));
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
    QCOMPARE(kit.value("projectName"), QStringLiteral("one"));
    QVERIFY(kit.rows().last().contains(QLatin1String("not saved")));
}

void DraftsTest::closingAsksFirst()
{
    DraftsKit kit;
    kit.enter("appCertificate", kTyped);
    kit.window.showPage(QStringLiteral("mint"));
    QVERIFY(!kit.window.close());
    QVERIFY(kit.question()->isVisible());
    QVERIFY(kit.question()->accessibleDescription().contains(QLatin1String("one")));
    QCOMPARE(kit.window.currentPageId(), QStringLiteral("projects"));
    kit.press("Esc");
    QVERIFY(!kit.question()->isVisible());
    QVERIFY(kit.window.isVisible());
    QCOMPARE(kit.value("appCertificate"), QLatin1String(kTyped));
    QVERIFY(!kit.window.close());
    kit.called<QPushButton>("Quit without saving")->click();
    QVERIFY(!kit.window.isVisible());
    QDirIterator walk(kit.home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(kTyped), qPrintable(file.fileName()));
    }
}

void DraftsTest::closingWhileLockedAsksWithoutNames()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.press("Ctrl+Alt+L");
    QVERIFY(!kit.window.close());
    QVERIFY(kit.question()->isVisible());
    QVERIFY(!kit.question()->accessibleDescription().contains(QLatin1String("one")));
    kit.press("Esc");
    QVERIFY(!kit.question()->isVisible());
    kit.find<QPushButton>("unlock")->click();
    QCOMPARE(kit.value("orgName"), QStringLiteral("entered"));
}

void DraftsTest::closingWithoutChangesAsksNothing()
{
    DraftsKit kit;
    QVERIFY(kit.window.close());
}

void DraftsTest::aSignalAsksNothing()
{
    DraftsKit kit;
    kit.enter("orgName", "entered");
    kit.window.closeNow();
    QVERIFY(!kit.window.isVisible());
}

QTEST_MAIN(DraftsTest)
#include "DraftsTest.moc"
