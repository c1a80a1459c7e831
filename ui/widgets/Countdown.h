// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class Ticker;

/// Time left of one token as icon, word and colour. Follows the shared ticker; announces at ten minutes, at
/// one minute and at the end only, not each second.
class Countdown final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Countdown)

public:
    explicit Countdown(Ticker& ticker, QWidget* parent = nullptr);

    /// Unix seconds.
    void setToken(qint64 issuedAt, qint64 expiresAt);
    /// Nothing to count: shows `text` (such as "No token yet").
    void clear(const QString& text);
    [[nodiscard]] QString text() const;

private:
    void refresh(qint64 now);

    Ticker& m_ticker;
    QLabel* m_icon;
    QLabel* m_text;
    qint64 m_issuedAt = 0;
    qint64 m_expiresAt = 0;
    qint64 m_lastLeft = 0;
    bool m_counting = false;
};

} // namespace ui
