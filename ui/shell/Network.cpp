// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Network.h"

#include "ui/shell/Settings.h"

#include <QNetworkAccessManager>

namespace ui {

Network::Network(const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &Settings::deadlinesChanged, this, &Network::applySettings);
}

Network::~Network() = default;

http::Client& Network::client()
{
    if (!m_client) {
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_client = std::make_unique<http::Client>(*m_manager);
        applySettings();
    }
    return *m_client;
}

void Network::applySettings()
{
    if (!m_client)
        return;
    http::Settings settings = m_client->settings();
    settings.totalMs = static_cast<int>(std::chrono::milliseconds(m_settings.totalDeadline()).count());
    settings.idleMs = static_cast<int>(std::chrono::milliseconds(m_settings.idleDeadline()).count());
    m_client->setSettings(settings);
}

} // namespace ui
