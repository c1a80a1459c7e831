// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/HexView.h"

#include "ui/widgets/Colours.h"
#include "ui/widgets/Helpers.h"

#include <QResizeEvent>

namespace ui {
namespace {

constexpr int kOffsetDigits = 5;
constexpr int kGap = 2; // between the columns
constexpr int kHexStart = kOffsetDigits + kGap;

QChar printable(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
}

} // namespace

QTextEdit::ExtraSelection markedText(const QPlainTextEdit& view, int from, int length)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(view.document());
    mark.cursor.setPosition(from);
    mark.cursor.setPosition(from + length, QTextCursor::KeepAnchor);
    const Colours& colours = Colours::of(view.palette());
    mark.format.setBackground(colours.accentTint);
    mark.format.setForeground(colours.accent);
    mark.format.setFontUnderline(true); // not by colour alone
    return mark;
}

HexView::HexView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(monospace());
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &HexView::followCursor);
}

void HexView::setBytes(std::string_view bytes)
{
    const auto shown = qMin<qsizetype>(kMostBytes, static_cast<qsizetype>(bytes.size()));
    m_bytes = QByteArray(bytes.data(), shown);
    m_markLength = 0;
    fill();
}

void HexView::mark(qsizetype offset, qsizetype length)
{
    m_markOffset = qMin(offset, m_bytes.size());
    m_markLength = qMin(length, m_bytes.size() - m_markOffset);
    showMarks();
    if (m_markLength == 0 || hasFocus()) // whoever reads here keeps his place
        return;
    m_moving = true;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(m_markOffset / m_perLine) * lineLength() + hexColumn(m_markOffset));
    setTextCursor(cursor);
    m_moving = false;
}

void HexView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const int room = viewport()->width() / fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const auto fits = [room](int count) { return kHexStart + count * 3 - 1 + kGap + count + 1 <= room; };
    const int perLine = fits(16) ? 16 : fits(8) ? 8 : 4;
    if (std::exchange(m_perLine, perLine) != perLine)
        fill();
}

void HexView::fill()
{
    QString text;
    text.reserve((m_bytes.size() / m_perLine + 1) * lineLength());
    for (qsizetype at = 0; at < m_bytes.size(); at += m_perLine) {
        const QByteArray line = m_bytes.mid(at, m_perLine);
        text += QStringLiteral("%1  ").arg(at, kOffsetDigits, 16, QLatin1Char('0'));
        text += QString::fromLatin1(line.toHex(' ')).leftJustified(m_perLine * 3 - 1 + kGap);
        for (const char byte : line)
            text += printable(byte);
        text = text.leftJustified(static_cast<int>(at / m_perLine + 1) * lineLength() - 1);
        if (at + m_perLine < m_bytes.size())
            text += QLatin1Char('\n');
    }
    m_moving = true;
    setPlainText(text);
    m_moving = false;
    showMarks();
}

int HexView::lineLength() const
{
    return kHexStart + m_perLine * 3 - 1 + kGap + m_perLine + 1; // with the line break
}

int HexView::hexColumn(qsizetype byte) const
{
    return kHexStart + static_cast<int>(byte % m_perLine) * 3;
}

qsizetype HexView::byteAt(int position) const
{
    const int column = position % lineLength();
    const int ascii = kHexStart + m_perLine * 3 - 1 + kGap;
    const int inLine = column >= ascii ? column - ascii : qMax(0, column - kHexStart) / 3;
    const qsizetype byte = qsizetype{position / lineLength()} * m_perLine + qMin(inLine, m_perLine - 1);
    return qMin(byte, m_bytes.size() - 1);
}

void HexView::followCursor()
{
    if (!m_moving && !m_bytes.isEmpty())
        Q_EMIT byteReached(byteAt(textCursor().position()));
}

void HexView::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    const qsizetype end = m_markOffset + m_markLength;
    for (qsizetype at = m_markOffset; at < end;) {
        const qsizetype line = at / m_perLine;
        const qsizetype stop = qMin(end, (line + 1) * m_perLine);
        const int count = static_cast<int>(stop - at);
        addMark(marks, line, hexColumn(at), count * 3 - 1);
        addMark(marks, line, kHexStart + m_perLine * 3 - 1 + kGap + static_cast<int>(at % m_perLine), count);
        at = stop;
    }
    setExtraSelections(marks);
}

void HexView::addMark(QList<QTextEdit::ExtraSelection>& marks, qsizetype line, int column, int length) const
{
    marks << markedText(*this, static_cast<int>(line) * lineLength() + column, length);
}

} // namespace ui
