// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenserver/TokenServer.h"
#include "ui/shell/Context.h"
#include "ui/widgets/FieldRow.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class SecretField;

/// What the server starts with: port, longest lifetime, web pages that may ask, access key. Fixed while it
/// runs.
class ServerForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerForm)

public:
    explicit ServerForm(Context& context);

    /// What is entered. A key is made where one is asked for and none was entered or used before. Errors are
    /// for showError: those of base::parseDuration and tokenserver::checkSettings.
    [[nodiscard]] base::Result<tokenserver::Settings> settings() const;
    /// Marks the field that is meant. False when it is none of them.
    bool showError(const base::Error& error);
    /// Whether the server runs.
    void setRunning(bool running);
    void enter();
    /// Keeps what the server was started with for the next start of the program; a key is not kept.
    void remember() const;
    [[nodiscard]] QVariantMap state() const;
    void restore(const QVariantMap& state);

private:
    void buildKey(QVBoxLayout* column);
    void recall();
    void clearErrors();
    void showKept();

    Context& m_context;
    QSpinBox* m_port = nullptr;
    FieldRow m_maxExpire;
    QPlainTextEdit* m_origins = nullptr;
    QLabel* m_originsError = nullptr;
    QCheckBox* m_askKey = nullptr;
    SecretField* m_key = nullptr;
    QLabel* m_openWarning = nullptr;
};

} // namespace ui
