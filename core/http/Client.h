// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Call.h"
#include "core/http/Settings.h"

#include <QElapsedTimer>
#include <QObject>

class QNetworkAccessManager;

namespace http {

/// Sends requests. Takes the manager by reference, so that tests hand in one that answers by itself; the
/// manager must outlive the client and serve nobody else (its proxy and cookie settings are taken over).
///
/// No redirect is followed unless asked, and then only within the origin. No cookie is stored or sent, no
/// HTTP/2, no cache, no credentials from URLs, no proxy for loopback. http:// goes to loopback only.
class Client final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Client)

public:
    explicit Client(QNetworkAccessManager& manager, Settings settings = {}, QObject* parent = nullptr);

    /// Starts a call. It belongs to the client, says `finished` exactly once and deletes itself after that;
    /// also what is wrong with the request comes by `finished`, never before this function returns.
    Call* send(Request request);

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    void setSettings(Settings settings) { m_settings = std::move(settings); } ///< for calls from now on

private:
    QNetworkAccessManager& m_manager;
    Settings m_settings;
    int m_active = 0;
    QElapsedTimer m_sinceLast; // the last call ended
};

} // namespace http
