// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"
#include "ui/manual/Manual.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBrowser>

/// The manual, the list of shortcuts, About, and what the palette finds.
class HelpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageHasAChapter_data();
    void everyPageHasAChapter();
    void everyLinkLeadsSomewhere_data() { everyPageHasAChapter_data(); }
    void everyLinkLeadsSomewhere();
    void everyKeyNamedIsAShortcut_data() { everyPageHasAChapter_data(); }
    void everyKeyNamedIsAShortcut();
    void everyChapterHasItsLikeInTheOtherLanguage();
    void f1OpensTheChapterOfThePage_data();
    void f1OpensTheChapterOfThePage();
    void helpIsThereWhileLocked();
    void aSearchGoesThroughAllChapters();
    void theManualIsUsedByKeys();
    void theLanguageOfTheManualFollows();
    void theShortcutsAreThoseOfTheRegistry();
    void aboutCanBeCopied();
    void theHelpButtonOffersAll();
    void thePaletteFindsByWord_data();
    void thePaletteFindsByWord();
    void thePaletteSaysWhatToDoWhereNothingIsFound();
};

namespace {

constexpr const char* kLanguages[] = {"en", "zh_CN"};
// Keys that a list or a window of its own has, and no action of the registry.
const QStringList kLocalKeys{QStringLiteral("Shift+F10"), QStringLiteral("Ctrl+F"),
                             QStringLiteral("Alt+Left")};

QDialog* dialog(support::WindowKit& kit, const char* name)
{
    const auto all = kit.window.findChildren<QDialog*>(QLatin1String(name));
    for (QDialog* each : all) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

void trigger(support::WindowKit& kit, const char* id)
{
    kit.window.actionRegistry().find(QLatin1String(id))->trigger();
}

QString registered(QString keys)
{
    return keys.replace(QLatin1String("Enter"), QLatin1String("Return"));
}

} // namespace

void HelpTest::everyPageHasAChapter_data()
{
    QTest::addColumn<QString>("language");
    for (const char* language : kLanguages)
        QTest::newRow(language) << QString(QLatin1String(language));
}

void HelpTest::everyPageHasAChapter()
{
    QFETCH(QString, language);
    const ui::Manual manual(language);
    QStringList wanted = ui::MainWindow::pageIds();
    wanted << QStringLiteral("tokens") << QStringLiteral("cli") << QStringLiteral("limits");
    for (const QString& id : wanted) {
        const ui::Manual::Chapter* chapter = manual.find(id);
        QVERIFY2(chapter, qPrintable(id));
        QVERIFY2(!chapter->title.isEmpty() && chapter->markdown.size() > 200, qPrintable(id));
    }
}

void HelpTest::everyLinkLeadsSomewhere()
{
    QFETCH(QString, language);
    const ui::Manual manual(language);
    static const QRegularExpression link(QStringLiteral(R"(\]\(([^)]*)\))"));
    QStringList lost;
    for (const ui::Manual::Chapter& chapter : manual.chapters()) {
        for (auto at = link.globalMatch(chapter.markdown); at.hasNext();) {
            const QString target = at.next().captured(1);
            const ui::Manual::Chapter* to = manual.find(target.section(QStringLiteral(".md"), 0, 0));
            const QString heading = target.section(QLatin1Char('#'), 1);
            const bool there = to && target.contains(QLatin1String(".md")) &&
                               (heading.isEmpty() || std::any_of(to->sections.begin(), to->sections.end(),
                                                                 [&](const ui::Manual::Section& each) {
                                                                     return each.heading == heading;
                                                                 }));
            if (!there)
                lost << chapter.id + QStringLiteral(": ") + target;
        }
    }
    QCOMPARE(lost, QStringList());
}

void HelpTest::everyKeyNamedIsAShortcut()
{
    QFETCH(QString, language);
    support::WindowKit kit;
    kit.show();
    QStringList known = kLocalKeys;
    for (const QAction* action : kit.window.actionRegistry().all())
        known << action->shortcut().toString();
    static const QRegularExpression keys(QStringLiteral(
        R"((?<![A-Za-z+])((?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z][a-z]+|[A-Z0-9?])|F\d{1,2})(?![A-Za-z0-9+]))"));
    QStringList unknown;
    int named = 0;
    const ui::Manual manual(language);
    for (const ui::Manual::Chapter& chapter : manual.chapters()) {
        for (auto at = keys.globalMatch(chapter.markdown); at.hasNext(); ++named) {
            const QString key = registered(at.next().captured(1));
            if (!known.contains(key))
                unknown << chapter.id + QStringLiteral(": ") + key;
        }
    }
    QCOMPARE(unknown, QStringList());
    QVERIFY(named > 10);
}

void HelpTest::everyChapterHasItsLikeInTheOtherLanguage()
{
    const ui::Manual english(QStringLiteral("en"));
    const ui::Manual chinese(QStringLiteral("zh_CN"));
    QCOMPARE(english.chapters().size(), chinese.chapters().size());
    for (const ui::Manual::Chapter& chapter : english.chapters()) {
        const ui::Manual::Chapter* other = chinese.find(chapter.id);
        QVERIFY2(other && other->markdown != chapter.markdown, qPrintable(chapter.id));
        QCOMPARE(other->sections.size(), chapter.sections.size());
    }
    for (const char* language : kLanguages) { // no file that no list names
        const QStringList files = QDir(QStringLiteral(":/manual/") + QLatin1String(language)).entryList();
        QCOMPARE(files.size(), ui::Manual::chapterIds().size());
    }
}

void HelpTest::f1OpensTheChapterOfThePage_data()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : ui::MainWindow::pageIds())
        QTest::newRow(qPrintable(page)) << page;
}

void HelpTest::f1OpensTheChapterOfThePage()
{
    QFETCH(QString, page);
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show(page);
    kit.press("F1");
    QDialog* manual = dialog(kit, "manual");
    QVERIFY(manual && !manual->isModal());
    const QString title = ui::Manual(QStringLiteral("en")).find(page)->title;
    QVERIFY(manual->findChild<QTextBrowser*>()->toPlainText().startsWith(title));
    QCOMPARE(manual->findChild<QListWidget*>()->currentItem()->text(), title);
}

void HelpTest::helpIsThereWhileLocked()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.vault.lock();
    QVERIFY(kit.find<QPushButton>("help")->isEnabled());
    trigger(kit, "help.manual");
    QVERIFY(dialog(kit, "manual"));
    QVERIFY(dialog(kit, "manual")
                ->findChild<QTextBrowser*>()
                ->toPlainText()
                .contains(ui::Manual(QStringLiteral("en")).find(QStringLiteral("projects"))->title));
}

void HelpTest::aSearchGoesThroughAllChapters()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    trigger(kit, "help.manual");
    QDialog* manual = dialog(kit, "manual");
    auto* search = manual->findChild<QLineEdit*>(QStringLiteral("manualSearch"));
    auto* list = manual->findChild<QListWidget*>();
    const int chapters = list->count();
    search->setText(QStringLiteral("chunk"));
    QVERIFY(list->count() > 0);
    QVERIFY(list->item(0)->text().contains(QLatin1String("Answers that Qt hides")));
    QVERIFY(manual->findChild<QTextBrowser*>()->toPlainText().contains(
        QLatin1String("a first chunk whose size is no number")));
    search->setText(QStringLiteral("no such words anywhere"));
    QVERIFY(!list->isVisible());
    QVERIFY(manual->findChild<QLabel*>(QStringLiteral("manualNothing"))->isVisible());
    search->clear();
    QCOMPARE(list->count(), chapters);
}

void HelpTest::theManualIsUsedByKeys()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    trigger(kit, "help.manual");
    QDialog* manual = dialog(kit, "manual");
    QApplication::setActiveWindow(manual); // the offscreen platform gives it to the main window
    QTRY_VERIFY(manual->isActiveWindow());
    auto* search = manual->findChild<QLineEdit*>(QStringLiteral("manualSearch"));
    manual->findChild<QTextBrowser*>()->setFocus();
    QTest::keyClick(manual, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("vault"));
    auto* list = manual->findChild<QListWidget*>();
    QVERIFY(list->count() > 1);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!manual->isVisible());
}

void HelpTest::theLanguageOfTheManualFollows()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    trigger(kit, "help.manual");
    trigger(kit, "language.zh");
    QTRY_VERIFY(dialog(kit, "manual"));
    const QString title = ui::Manual(QStringLiteral("zh_CN")).find(QStringLiteral("home"))->title;
    QTRY_VERIFY(dialog(kit, "manual")->findChild<QTextBrowser*>()->toPlainText().startsWith(title));
}

void HelpTest::theShortcutsAreThoseOfTheRegistry()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.press("Ctrl+?");
    QTRY_VERIFY(dialog(kit, "shortcuts"));
    QStringList shown;
    for (const QLabel* each : dialog(kit, "shortcuts")->findChildren<QLabel*>())
        shown << each->text();
    int keys = 0;
    for (const QAction* action : kit.window.actionRegistry().all()) {
        if (action->shortcut().isEmpty())
            continue;
        ++keys;
        QVERIFY2(shown.contains(ui::keyText(action->shortcut())) && shown.contains(action->text()),
                 qPrintable(action->text()));
    }
    QVERIFY(keys > 15);
    for (const auto& group : kit.window.actionRegistry().shortcuts())
        QVERIFY2(!group.title.isEmpty() && shown.contains(group.title), qPrintable(group.title));
}

void HelpTest::aboutCanBeCopied()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    trigger(kit, "help.about");
    QDialog* about = dialog(kit, "about");
    QVERIFY(about);
    QString shown;
    for (const QLabel* each : about->findChildren<QLabel*>())
        shown += each->text() + QLatin1Char('\n');
    QVERIFY(shown.contains(QLatin1String("not made or endorsed by Agora")));
    QVERIFY(shown.contains(QLatin1String("SQLite")) && shown.contains(kit.home));
    about->findChild<QPushButton*>(QStringLiteral("copyAbout"))->click();
    const QString copied = QApplication::clipboard()->text();
    for (const char* each : {"Chat Token Console ", "Qt ", "OpenSSL ", "SQLite ", "System: ", "Data: "})
        QVERIFY2(copied.contains(QLatin1String(each)), each);
}

void HelpTest::theHelpButtonOffersAll()
{
    support::WindowKit kit;
    kit.show();
    const QMenu* menu = kit.find<QPushButton>("help")->menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
}

void HelpTest::thePaletteFindsByWord_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* language, const char* typed, const char* wanted) {
        QTest::addRow("%s: %s", language, typed)
            << QString::fromUtf8(language) << QString::fromUtf8(typed) << QString::fromUtf8(wanted);
    };
    for (const char* language : kLanguages) {
        const bool english = qstrcmp(language, "en") == 0;
        row(language, "dark", english ? "Dark theme" : "深色主题");
        row(language, "theme", english ? "Light theme" : "浅色主题");
        row(language, "light", english ? "Light theme" : "浅色主题");
        row(language, "language", english ? "Language: English" : "语言：English");
        row(language, "lock", english ? "Lock" : "锁定");
        row(language, "help", english ? "Manual" : "手册");
        row(language, "group", "Create a group");
        row(language, "grp", "Create a group");
        row(language, "log", english ? "Go to Sandbox" : "转到沙箱");
        row(language, "passphrase", english ? "Lock" : "锁定");
    }
    row("zh_CN", "深色", "深色主题");
    row("zh_CN", "锁定", "锁定");
    row("en", "mint usr", "Mint a user token");
}

void HelpTest::thePaletteFindsByWord()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    QFETCH(QString, wanted);
    support::WindowKit kit;
    kit.settings.setLanguage(language);
    kit.show();
    kit.catalogues.load();
    QTRY_VERIFY(kit.catalogues.get());
    kit.window.openPalette();
    kit.find<QLineEdit>("paletteInput")->setText(typed);
    const QAbstractItemModel* model = kit.find<QListView>("paletteList")->model();
    QStringList found;
    for (int row = 0; row < model->rowCount(); ++row)
        found << model->index(row, 0).data().toString();
    QVERIFY2(found.contains(wanted), qPrintable(found.join(QLatin1Char('\n'))));
}

void HelpTest::thePaletteSaysWhatToDoWhereNothingIsFound()
{
    support::WindowKit kit;
    kit.settings.setLanguage(QStringLiteral("en"));
    kit.show();
    kit.press("Ctrl+K");
    auto* input = kit.find<QLineEdit>("paletteInput");
    QTRY_VERIFY(input->hasFocus());
    QVERIFY(!kit.find<QLabel>("paletteNothing")->isVisible());
    input->setText(QStringLiteral("gzip"));
    QVERIFY(kit.find<QLabel>("paletteNothing")->isVisible());
    QVERIFY(!kit.find<QListView>("paletteList")->isVisible());
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_VERIFY(dialog(kit, "manual"));
    QVERIFY(dialog(kit, "manual")->findChild<QListWidget*>()->count() > 0);
}

QTEST_MAIN(HelpTest)
#include "HelpTest.moc"
