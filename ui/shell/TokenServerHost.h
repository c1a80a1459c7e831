// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/tokenserver/RequestLog.h"
#include "core/tokenserver/TokenServer.h"
#include "ui/shell/RequestModel.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <string>

namespace project {
class ProjectStore;
class Secrets;
} // namespace project

namespace ui {

class Bus;
class VaultHost;

/// The local token server inside the window. It goes on while the pages are covered, but signs nothing then:
/// the certificate is taken away before anything else is done about a lock. It signs for the project for
/// which it was started, whichever is active later.
class TokenServerHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenServerHost)

public:
    TokenServerHost(const project::ProjectStore& projects, const project::Secrets& secrets, VaultHost& vault,
                    Bus& bus, const base::Clock& clock, QObject* parent = nullptr);
    ~TokenServerHost() override;

    /// Starts for the active project; App ID and log are filled in here. Errors: those of
    /// project::checkCanSign, tokenserver::checkSettings and local::Server.
    [[nodiscard]] base::Result<> start(tokenserver::Settings settings);
    void stop();

    [[nodiscard]] bool isRunning() const { return m_server != nullptr; }
    /// It runs and has no certificate: every request for a token gets 503.
    [[nodiscard]] bool isLocked() const { return m_server && !m_hasCertificate; }
    [[nodiscard]] QString url() const { return m_url; } ///< empty when stopped
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString projectName() const { return m_projectName; }
    /// The key of the last start, until the program ends; empty when none was asked for.
    [[nodiscard]] const base::SecretBytes& accessKey() const { return m_accessKey; }

    [[nodiscard]] const tokenserver::Knobs& knobs() const { return m_knobs; }
    void setKnobs(const tokenserver::Knobs& knobs);

    [[nodiscard]] RequestModel& requests() { return m_requests; }
    [[nodiscard]] tokenserver::RequestLog::Counts counts() const { return m_log.counts(); }

Q_SIGNALS:
    void stateChanged();
    void knobsChanged();
    /// New rows in `requests`, or new counts. Ten times a second at most.
    void requestsArrived();

private:
    void log(tokenserver::Record record);
    void takeRequests();
    void withhold();
    void fetchCertificate();

    const project::ProjectStore& m_projects;
    const project::Secrets& m_secrets;
    const base::Clock& m_clock;
    std::string m_projectId;
    std::string m_appId;
    QString m_projectName;
    QString m_url;
    quint16 m_port = 0;
    bool m_hasCertificate = false;
    base::SecretBytes m_accessKey;
    tokenserver::Knobs m_knobs;
    tokenserver::RequestLog m_log{RequestModel::kMostRows};
    RequestModel m_requests;
    QTimer m_take;
    std::atomic<bool> m_told = false;                   ///< a wake-up is on its way
    std::unique_ptr<tokenserver::TokenServer> m_server; ///< last: its thread uses the rest
};

} // namespace ui
