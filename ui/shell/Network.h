// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Client.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace ui {

class Settings;

/// The HTTP client with the deadlines of the settings. Made when the first request is sent: the network
/// library costs time that the start of the window does not have.
class Network final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Network)

public:
    explicit Network(const Settings& settings, QObject* parent = nullptr);
    ~Network() override;

    [[nodiscard]] http::Client& client();

private:
    void applySettings();

    const Settings& m_settings;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<http::Client> m_client;
};

} // namespace ui
