// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

#include <string_view>

namespace ui {

/// Bytes as offset, hexadecimal digits and ASCII, four, eight or sixteen a line as the width allows. It is a
/// text with a cursor: keys, selection and what assistive technology reads are those of a text editor.
class HexView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HexView)

public:
    static constexpr qsizetype kMostBytes = 64 * 1024; ///< shown; more makes the widget slow

    explicit HexView(QWidget* parent = nullptr);

    void setBytes(std::string_view bytes);
    /// Marks these bytes in both columns and scrolls to them; a length of 0 marks nothing.
    void mark(qsizetype offset, qsizetype length);

Q_SIGNALS:
    /// The cursor was moved to this byte by the user.
    void byteReached(qsizetype offset);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void followCursor();
    void showMarks();
    void addMark(QList<QTextEdit::ExtraSelection>& marks, qsizetype line, int column, int length) const;
    [[nodiscard]] int lineLength() const;
    [[nodiscard]] qsizetype byteAt(int position) const;
    [[nodiscard]] int hexColumn(qsizetype byte) const;

    QByteArray m_bytes;
    int m_perLine = 8;
    qsizetype m_markOffset = 0;
    qsizetype m_markLength = 0;
    bool m_moving = false; ///< the cursor is moved by the program
};

/// Marks a run of characters of a text as HexView does.
[[nodiscard]] QTextEdit::ExtraSelection markedText(const QPlainTextEdit& view, int from, int length);

} // namespace ui
