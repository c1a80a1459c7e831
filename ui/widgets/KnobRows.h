// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "ui/widgets/FieldRow.h"

#include <QObject>

#include <string>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace ui {

/// Fields for knobs, one each. What is entered counts at once; a value that is none leaves its knob off and
/// says why.
class KnobRows final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnobRows)

public:
    using QObject::QObject;

    void add(QVBoxLayout* column, const char* knob, const QString& title, const char* objectName,
             const QString& placeholder);

    /// Sets in `knobs` what is entered.
    template<class Knobs>
    void read(Knobs& knobs) const
    {
        for (const auto& [name, row] : m_rows) {
            const std::string value = valueOf(row);
            showResult(row, value.empty() ? base::Result<>() : knobs.set(name + '=' + value));
        }
    }
    /// Shows the text of knobs, NAME=VALUE with blanks between. Nothing is told of it.
    void show(const std::string& text);

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] static std::string valueOf(const FieldRow& row);
    static void showResult(const FieldRow& row, const base::Result<>& result);

    std::vector<std::pair<std::string, FieldRow>> m_rows;
    bool m_filling = false;
};

} // namespace ui
