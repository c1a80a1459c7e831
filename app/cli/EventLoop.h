// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Descriptors.h"

#include <QCoreApplication>

namespace cli {

/// Whether the program can open what Qt's event loop with its network, or a server with its first clients,
/// needs. Qt would abort without. Error: too-few-descriptors.
[[nodiscard]] inline base::Result<> enoughDescriptors()
{
    return base::claimDescriptors(0, 32);
}

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
