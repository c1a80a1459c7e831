// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Send.h"

#include "core/base/Json.h"
#include "core/http/Client.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>

namespace cli {
namespace {

int g_argc = 1;
char g_name[] = "chat-token";
char* g_argv[] = {g_name, nullptr};

} // namespace

struct Sender::Parts
{
    QCoreApplication application{g_argc, g_argv};
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
