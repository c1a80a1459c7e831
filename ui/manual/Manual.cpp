// SPDX-License-Identifier: Apache-2.0
#include "ui/manual/Manual.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace ui {
namespace {

constexpr qsizetype kExcerpt = 72; // characters

QList<Manual::Section> sectionsOf(const QString& markdown)
{
    QList<Manual::Section> sections{{}};
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("# ")))
            continue;
        if (line.startsWith(QLatin1String("## ")) || line.startsWith(QLatin1String("### ")))
            sections << Manual::Section{withoutMarks(line.mid(line.indexOf(QLatin1Char(' ')) + 1)), {}};
        else if (!line.startsWith(QLatin1String("|--")))
            sections.last().text += withoutMarks(line) + QLatin1Char('\n');
    }
    return sections;
}

bool holdsAll(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// The line of the first word, cut around it.
QString excerptOf(const QString& text, const QString& word)
{
    const qsizetype at = qMax<qsizetype>(0, text.indexOf(word, 0, Qt::CaseInsensitive));
    const qsizetype begin = qMax<qsizetype>(0, at - kExcerpt / 3);
    QString excerpt = text.mid(begin, kExcerpt).simplified();
    if (begin > 0)
        excerpt.prepend(QChar(0x2026));
    return excerpt;
}

} // namespace

Manual::Manual(const QString& language)
{
    const QString folder = language == QLatin1String("zh_CN") ? QStringLiteral(":/manual/zh_CN/")
                                                              : QStringLiteral(":/manual/en/");
    for (const QString& id : chapterIds()) {
        QFile file(folder + id + QStringLiteral(".md"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Chapter chapter{id, {}, QString::fromUtf8(file.readAll()), {}};
        chapter.title = chapter.markdown.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
        chapter.sections = sectionsOf(chapter.markdown);
        m_chapters << chapter;
    }
}

QStringList Manual::chapterIds()
{
    return {QStringLiteral("home"),     QStringLiteral("mint"),     QStringLiteral("inspect"),
            QStringLiteral("rest"),     QStringLiteral("serve"),    QStringLiteral("sandbox"),
            QStringLiteral("projects"), QStringLiteral("settings"), QStringLiteral("tokens"),
            QStringLiteral("cli"),      QStringLiteral("limits")};
}

const Manual::Chapter* Manual::find(const QString& id) const
{
    const auto found = std::find_if(m_chapters.begin(), m_chapters.end(),
                                    [&](const Chapter& each) { return each.id == id; });
    return found == m_chapters.end() ? nullptr : &*found;
}

QList<Manual::Hit> Manual::search(const QString& typed) const
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<Hit> hits;
    if (words.isEmpty())
        return hits;
    qsizetype named = 0;
    for (const Chapter& chapter : m_chapters) {
        for (const Section& section : chapter.sections) {
            const QString heading = section.heading.isEmpty() ? chapter.title : section.heading;
            if (!holdsAll(heading + QLatin1Char(' ') + section.text, words))
                continue;
            const Hit hit{chapter.id, section.heading, excerptOf(section.text, words.first())};
            if (holdsAll(heading, words))
                hits.insert(named++, hit);
            else
                hits << hit;
        }
    }
    return hits;
}

QString withoutMarks(QString text)
{
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]]*)\]\([^)]*\))"));
    static const QRegularExpression marks(QStringLiteral(R"(\*\*|`|^\s*[-*] |^\| ?| ?\|$)"));
    return text.replace(link, QStringLiteral("\\1"))
        .remove(marks)
        .replace(QLatin1String(" | "), QLatin1String("  "));
}

} // namespace ui
