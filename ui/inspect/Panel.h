// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "core/token/Inspector.h"
#include "ui/shell/Context.h"

#include <QVariantMap>
#include <QWidget>

namespace ui {

/// The token on the page, taken apart, and what it is judged for.
struct Examined
{
    QString pasted;
    token::Inspection inspection;
    diagnosis::Use use;
    std::int64_t now = 0;    ///< Unix seconds at which it was judged
    bool someLocked = false; ///< certificates in a locked vault were not tried

    [[nodiscard]] bool empty() const { return pasted.trimmed().isEmpty(); }
};

/// One tab of the inspector. All of them look at the same token; the page keeps it and says when it changes.
class Panel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panel)

public:
    Panel(Context& context, const Examined& examined)
        : m_context(context)
        , m_examined(examined)
    {
    }

    /// The token, its use, the projects or the vault are others now. Called for the tab in sight only.
    virtual void refresh() = 0;
    /// What the tab says, in words for a report; empty where that is in every report.
    [[nodiscard]] virtual QString words() const { return {}; }
    [[nodiscard]] virtual QVariantMap state() const { return {}; }
    virtual void restore(const QVariantMap&) {}

protected:
    Context& m_context;
    const Examined& m_examined;
};

} // namespace ui
