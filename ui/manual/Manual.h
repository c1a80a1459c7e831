// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ui {

/// The manual of one language: a Markdown file a chapter, in the resources. Chapters of pages bear the page's
/// id, so that F1 finds them.
class Manual final
{
public:
    struct Section
    {
        QString heading; ///< empty for what stands before the first one below the title
        QString text;    ///< Markdown without its marks
    };
    struct Chapter
    {
        QString id;
        QString title;
        QString markdown;
        QList<Section> sections;
    };
    struct Hit
    {
        QString chapter; ///< id
        QString heading;
        QString excerpt; ///< the line with the first word that was looked for
    };

    /// "en" or "zh_CN"; any other is English.
    explicit Manual(const QString& language);

    /// The ids in the order of the list of chapters.
    [[nodiscard]] static QStringList chapterIds();
    [[nodiscard]] const QList<Chapter>& chapters() const { return m_chapters; }
    /// nullptr where there is none.
    [[nodiscard]] const Chapter* find(const QString& id) const;
    /// The sections in which every word stands, those with all of them in the heading first.
    [[nodiscard]] QList<Hit> search(const QString& typed) const;

private:
    QList<Chapter> m_chapters;
};

/// `text` without the marks of Markdown: what one reads.
[[nodiscard]] QString withoutMarks(QString text);

} // namespace ui
