// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Send.h"

#include "app/cli/EventLoop.h"

#include "core/catalogue/Answer.h"
#include "core/http/Client.h"

#include <QEventLoop>
#include <QNetworkAccessManager>

namespace cli {
struct Sender::Parts
{
    EventLoop eventLoop;
    QNetworkAccessManager manager;
    http::Client client;

    explicit Parts(http::Settings settings)
        : client(manager, std::move(settings))
    {
    }
};

Sender::Sender(http::Settings settings)
    : m_parts(std::make_unique<Parts>(std::move(settings)))
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

std::string startOf(const http::Response& response)
{
    return response.body.bytes(catalogue::kAnswerBytes + 1).toStdString();
}

} // namespace cli
