// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace cli {

/// What Qt's event loop needs, for the commands that ask the network or the keychain. One at a time.
class EventLoop final
{
public:
    EventLoop()
        : m_application(m_argc, m_argv)
    {
    }
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

private:
    char m_name[11] = "chat-token";
    char* m_argv[2] = {m_name, nullptr};
    int m_argc = 1;
    QCoreApplication m_application;
};

} // namespace cli
