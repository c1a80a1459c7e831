// SPDX-License-Identifier: Apache-2.0
#include "ui/manual/ManualWindow.h"

#include "ui/widgets/Helpers.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr QSize kSize(880, 620);
constexpr int kListWidth = 250;
constexpr int kMargin = 18;
enum Role { ChapterRole = Qt::UserRole, HeadingRole };

/// A heading belongs to what follows it, which its distance has to show.
void spaceHeadings(QTextDocument& document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() < 2)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(kMargin);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

ManualWindow::ManualWindow(const QString& language, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::WindowMinMaxButtonsHint | Qt::WindowCloseButtonHint)
    , m_manual(language)
    , m_search(named(new QLineEdit(this), "manualSearch", tr("Search the manual")))
    , m_list(named(new QListWidget(this), "manualChapters", tr("Chapters")))
    , m_nothing(paragraph({}, "muted", this))
    , m_text(named(new QTextBrowser(this), "manualText", tr("Text of the manual")))
{
    named(this, "manual", tr("Manual"));
    setWindowTitle(tr("Manual"));
    resize(kSize);
    auto* row = new QHBoxLayout(this);
    auto* side = new QVBoxLayout;
    m_search->setPlaceholderText(tr("Search the manual (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    m_nothing->setObjectName(QStringLiteral("manualNothing"));
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    side->addWidget(m_nothing, 1);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_search->setFixedWidth(kListWidth);
    m_list->setFixedWidth(kListWidth);
    m_nothing->setFixedWidth(kListWidth);
    row->addLayout(side);
    row->addWidget(m_text, 1);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(kMargin);

    connect(m_search, &QLineEdit::textChanged, this, &ManualWindow::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, &ManualWindow::openCurrent);
    connect(m_list, &QListWidget::currentItemChanged, this, &ManualWindow::openCurrent);
    connect(m_text, &QTextBrowser::anchorClicked, this, &ManualWindow::follow);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(new QShortcut(QKeySequence::Back, this), &QShortcut::activated, this, &ManualWindow::goBack);
    followSelection(m_list);
    fillList();
}

void ManualWindow::showChapter(const QString& id, const QString& heading)
{
    const Manual::Chapter* wanted = m_manual.find(id);
    if (!wanted)
        return;
    if (id != m_chapter) {
        if (!m_chapter.isEmpty())
            m_back << m_chapter;
        m_chapter = id;
        m_text->setMarkdown(wanted->markdown);
        m_text->document()->setDocumentMargin(kMargin);
        spaceHeadings(*m_text->document());
    }
    scrollTo(heading);
    if (m_search->text().isEmpty()) {
        const QSignalBlocker quiet(m_list);
        for (int i = 0; i < m_list->count(); ++i) {
            if (m_list->item(i)->data(ChapterRole).toString() == id)
                m_list->setCurrentRow(i);
        }
    }
}

void ManualWindow::searchFor(const QString& words)
{
    m_search->setText(words);
    m_search->setFocus();
    if (m_chapter.isEmpty())
        showChapter(Manual::chapterIds().first());
}

/// The chapters, or what was found for the typed words. The first of what was found is shown at once.
void ManualWindow::fillList()
{
    const QString typed = m_search->text().trimmed();
    QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString& text, const QString& chapter, const QString& heading) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(ChapterRole, chapter);
        item->setData(HeadingRole, heading);
        if (heading.isEmpty() && chapter == m_chapter && m_search->text().isEmpty())
            m_list->setCurrentItem(item);
    };
    if (typed.isEmpty()) {
        for (const Manual::Chapter& chapter : m_manual.chapters())
            add(chapter.title, chapter.id, {});
    } else {
        for (const Manual::Hit& hit : m_manual.search(typed)) {
            const QString title = m_manual.find(hit.chapter)->title;
            add((hit.heading.isEmpty() ? title : title + QStringLiteral(" › ") + hit.heading) +
                    QLatin1Char('\n') + hit.excerpt,
                hit.chapter, hit.heading);
        }
    }
    const bool nothing = m_list->count() == 0;
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    m_nothing->setText(
        nothing ? tr("Nothing in the manual has all of these words. Write fewer, or clear the field "
                     "for the list of chapters.")
                : QString());
    quiet.unblock();
    if (!typed.isEmpty() && !nothing)
        m_list->setCurrentRow(0);
}

void ManualWindow::openCurrent()
{
    if (const QListWidgetItem* item = m_list->currentItem())
        showChapter(item->data(ChapterRole).toString(), item->data(HeadingRole).toString());
}

/// `tokens.md` or `tokens.md#Heading`.
void ManualWindow::follow(const QUrl& link)
{
    m_search->clear();
    showChapter(link.path().section(QLatin1Char('.'), 0, 0), link.fragment(QUrl::FullyDecoded));
    m_text->setFocus();
}

void ManualWindow::scrollTo(const QString& heading)
{
    QTextDocument* document = m_text->document();
    QTextBlock block = document->begin();
    while (block.isValid() && !heading.isEmpty() &&
           (block.blockFormat().headingLevel() == 0 || block.text() != heading))
        block = block.next();
    if (!block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    const qreal top = document->documentLayout()->blockBoundingRect(block).top();
    m_text->verticalScrollBar()->setValue(heading.isEmpty() ? 0 : static_cast<int>(top) - kMargin / 2);
}

void ManualWindow::goBack()
{
    if (m_back.isEmpty())
        return;
    m_search->clear();
    showChapter(m_back.takeLast());
    m_back.removeLast(); // where one came from
}

/// Arrows move in the list while one types.
bool ManualWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
