// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/Context.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;

namespace ui {

/// The source of a minimal token server of one's own in several languages, with the App ID of the active
/// project. The certificate is never in it: the programs read it from their environment.
class SnippetPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetPane)

public:
    explicit SnippetPane(Context& context);
    [[nodiscard]] int language() const;
    void setLanguage(int index);

private:
    void showSource();

    Context& m_context;
    QComboBox* m_language = nullptr;
    QPlainTextEdit* m_source = nullptr;
};

} // namespace ui
