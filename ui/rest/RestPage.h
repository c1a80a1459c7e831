// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/http/Call.h"
#include "core/project/Mint.h"
#include "core/rest/Draft.h"
#include "core/rest/PreparedRequest.h"
#include "ui/rest/CallTokens.h"
#include "ui/rest/EndpointModel.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Context.h"
#include "ui/shell/Page.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <map>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace ui {

class Banner;
class Countdown;
class ProductionGate;
class RequestForm;
class ResponsePane;

/// Calls the RESTful API: an endpoint of the catalogue, its form, the token that will be used, the exact
/// request, and the answer.
class RestPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestPage)

public:
    explicit RestPage(Context& context);

    /// The token of the next calls of its project; an empty text has one minted.
    void useToken(const QString& token);
    void showEndpoint(const QString& id);
    void enter() override;
    void runPrimary() override;
    bool cancel() override;
    [[nodiscard]] QVariantMap state() const override;
    void restore(const QVariantMap& state) override;

private:
    [[nodiscard]] QWidget* buildCatalogue();
    [[nodiscard]] QWidget* buildRequest();
    void fillCatalogue();
    void select(const catalogue::Endpoint& endpoint);
    void keepDraft();
    void showRawBody(const rest::Draft& draft);
    void rawBodyEdited();
    void useRawBody(bool used);
    void showFormsBody(const std::optional<std::string>& body);
    void refresh();
    void showToken();
    void renew();
    void send();
    void start();
    void sendNow();
    void finish(const http::Outcome& outcome);
    void copyCurl();
    void setBusy(bool busy);
    [[nodiscard]] rest::Draft draft() const;
    [[nodiscard]] base::Result<rest::PreparedRequest> prepared() const;
    void noteAnswer(const http::Response& response);
    [[nodiscard]] QString origin() const;
    void showWhoseAnswer();
    [[nodiscard]] base::Result<std::string> tokenText(const rest::PreparedRequest& request);
    void showRequestError(const base::Error& error);

    Context& m_context;
    CallTokens m_tokens;
    EndpointModel m_model;
    QSortFilterProxyModel m_filter;
    QSplitter* m_splitter = nullptr;
    QLineEdit* m_search = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_call = nullptr;
    QLabel* m_inSandbox = nullptr;
    QLabel* m_tokenKind = nullptr;
    Countdown* m_countdown = nullptr;
    QPushButton* m_renew = nullptr;
    Banner* m_banner = nullptr;
    ProductionGate* m_gate = nullptr;
    QTabWidget* m_tabs = nullptr;
    RequestForm* m_form = nullptr;
    QPlainTextEdit* m_rawBody = nullptr;
    QCheckBox* m_useRawBody = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_curl = nullptr;
    QCheckBox* m_lenient = nullptr;
    ResponsePane* m_response = nullptr;
    const catalogue::Endpoint* m_endpoint = nullptr;
    std::map<std::string, rest::Draft> m_drafts; // by endpoint, so that nothing entered is lost
    QString m_wantedEndpoint;
    QVariantMap m_wantedState;
    QPointer<http::Call> m_running;
    const catalogue::Endpoint* m_sent = nullptr; ///< what m_running asks
    SeenAnswer m_asked;                          ///< the call that m_running makes
    QString m_askedOrigin;                       ///< for whom m_running asks, or asked what is shown
    QString m_writtenBody; ///< what was typed in place of the form's body, while the form's is sent
    bool m_waitingForSandbox = false;
    QElapsedTimer m_elapsed;
    QTimer m_busyTimer;
    qint64 m_bytes = 0;
};

} // namespace ui
