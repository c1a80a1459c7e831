// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Send.h"

#include "app/cli/EventLoop.h"

#include "core/base/Json.h"
#include "core/http/Client.h"

#include <QEventLoop>
#include <QNetworkAccessManager>

namespace cli {
struct Sender::Parts
{
    EventLoop eventLoop;
    QNetworkAccessManager manager;
    http::Client client{manager};
};

Sender::Sender()
    : m_parts(std::make_unique<Parts>())
{
}

Sender::~Sender() = default;

http::Outcome Sender::send(const http::Request& request)
{
    http::Outcome outcome;
    QEventLoop loop;
    QObject::connect(m_parts->client.send(request), &http::Call::finished, &loop,
                     [&](const http::Outcome& ended) {
                         outcome = ended;
                         loop.quit();
                     });
    loop.exec();
    return outcome;
}

std::string bodyOf(const http::Response& response)
{
    return response.body.bytes(response.body.size()).toStdString();
}

} // namespace cli
