// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/ErrorTable.h"
#include "core/http/Message.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace ui {

class Banner;
class Presenter;
class VaultHost;

/// An answer: status, time, size, what it means, body and headers. Bodies are laid out with every digit as it
/// came; only the beginning of a large one is shown, and the whole can be saved.
class ResponsePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResponsePane)

public:
    ResponsePane(const Presenter& presenter, const VaultHost& vault, QWidget* parent = nullptr);

    void showIdle();
    void showBusy(qint64 elapsedMs, qint64 bytes);
    /// Says that this is the answer to another project (and environment) than is chosen now; empty takes that
    /// away.
    void showOrigin(const QString& origin);
    /// `errors` may be missing: then only the endpoint's own page explains.
    void showOutcome(const http::Outcome& outcome, const catalogue::Endpoint& endpoint,
                     const catalogue::ErrorTable* errors);

Q_SIGNALS:
    /// The answer is a refusal, and the user wants to know why.
    void whyRequested();

private:
    void clearAnswer();
    void setStatus(const QString& text, const QColor& colour);
    void showBody(const http::Response& response);
    void showHeaders(const http::Response& response);
    void showMeaning(const http::Response& response, const catalogue::Endpoint& endpoint,
                     const catalogue::ErrorTable* errors);
    void save();

    const VaultHost& m_vault; ///< knows what a saved body may not replace
    QLabel* m_status;
    QLabel* m_figures;
    Banner* m_origin;
    Banner* m_meaning;
    QTabWidget* m_tabs;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_headers;
    QLabel* m_cut;
    QPushButton* m_why;
    QPushButton* m_save;
    http::BodyStore m_store;
};

} // namespace ui
