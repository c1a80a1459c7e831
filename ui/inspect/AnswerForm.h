// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "ui/shell/Context.h"
#include "ui/widgets/FieldRow.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace ui {

/// What the server answered, as far as it is known: pasted by hand, or the last answer of the REST page with
/// the moments at which it was asked and came.
class AnswerForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerForm)

public:
    explicit AnswerForm(Context& context);

    /// Nothing while there is no status.
    [[nodiscard]] std::optional<diagnosis::Received> received() const;
    void set(const diagnosis::Received& received);
    void clear();
    [[nodiscard]] QVariantMap state() const;
    void restore(const QVariantMap& state);

Q_SIGNALS:
    void changed();
    /// The last answer of the REST page is wanted, with its token and endpoint.
    void lastWanted();

private:
    void read();

    Context& m_context;
    FieldRow m_status;
    QPlainTextEdit* m_body = nullptr;
    FieldRow m_date;
    QPushButton* m_last = nullptr;
    std::int64_t m_sentMs = 0; ///< of an answer that was not edited since it came
    std::int64_t m_receivedMs = 0;
};

} // namespace ui
