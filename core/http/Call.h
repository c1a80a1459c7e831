// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/http/Evidence.h"
#include "core/http/Inflater.h"
#include "core/http/Message.h"
#include "core/http/Settings.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace http {

/// One request on its way, redirects included. Made by Client::send.
class Call final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Call)

public:
    ~Call() override;

    /// Ends the call at once: `finished` with the error `cancelled` comes from inside this function. Does
    /// nothing once the call has ended.
    void cancel();

    [[nodiscard]] const Request& request() const { return m_request; }

Q_SIGNALS:
    void headersReceived(int status);
    void progress(qint64 wireBytes, qint64 announced); ///< announced: -1 when not known
    void finished(const http::Outcome& outcome);

private:
    friend class Client;
    enum class Phase { Connect, Wait, Body, Ended };

    Call(QNetworkAccessManager& manager, const Settings& settings, Request request, QObject* parent);

    void start();
    void sendHop();
    void connectReply();
    void dropReply();
    void alive(Phase phase);
    void onMetaData();
    bool checkHead();
    void onReadyRead();
    void onReplyFinished();
    bool take(const char* data, qint64 size);
    bool store(const char* data, qint64 size);
    void chooseDecoder();
    bool followRedirect();
    void onIdle();
    void fail(base::Error error);
    void fail(std::string_view code, std::vector<std::string> args);
    void finish();
    [[nodiscard]] std::string phaseName() const;
    [[nodiscard]] BodyEnd bodyEnd() const;

    QNetworkAccessManager& m_manager;
    const Settings m_settings;
    const Request m_request; // as handed in
    Request m_hop;           // as last sent
    qint64 m_bodyLimit;
    bool m_followRedirects;
    QPointer<QNetworkReply> m_reply;
    Outcome m_outcome;
    QList<QSslError> m_sslErrors;
    std::unique_ptr<Inflater> m_inflater;
    std::unique_ptr<base::JsonCheck> m_json; // where the body calls itself JSON
    Phase m_phase = Phase::Connect;
    QElapsedTimer m_clock;
    QTimer m_total;
    QTimer m_idle;
};

} // namespace http
