// SPDX-License-Identifier: Apache-2.0
#include "tests/support/RawClient.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {
namespace {

using std::chrono::steady_clock;

bool sameName(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && ::strncasecmp(a.data(), b.data(), a.size()) == 0;
}

bool waitFor(int fd, short events, steady_clock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - steady_clock::now());
    pollfd entry{fd, events, 0};
    return ::poll(&entry, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0))) > 0;
}

} // namespace

std::string RawAnswer::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (sameName(key, name))
            return value;
    }
    return {};
}

std::size_t RawAnswer::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::count_if(
        headers.begin(), headers.end(), [&](const auto& field) { return sameName(field.first, name); }));
}

RawClient::RawClient(std::uint16_t port, Family family)
{
    int failed = -1;
    if (family == Family::Four) {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        failed = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    } else {
        m_fd = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        address.sin6_addr = in6addr_loopback;
        failed = ::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
    if (failed != 0 && m_fd >= 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_in(std::move(other.m_in))
{
}

RawClient::~RawClient()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool RawClient::send(std::string_view bytes, std::chrono::milliseconds deadline)
{
    const auto until = steady_clock::now() + deadline;
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN || !waitFor(m_fd, POLLOUT, until))
            return false;
    }
    return true;
}

RawClient::Got RawClient::receive(steady_clock::time_point until)
{
    if (!waitFor(m_fd, POLLIN, until))
        return Got::Nothing;
    std::array<char, 16384> chunk{};
    const ssize_t got = ::recv(m_fd, chunk.data(), chunk.size(), 0);
    if (got <= 0)
        return Got::End;
    m_in.append(chunk.data(), static_cast<std::size_t>(got));
    return Got::Bytes;
}

RawAnswer RawClient::answer(Body body, std::chrono::milliseconds deadline)
{
    const auto until = steady_clock::now() + deadline;
    std::size_t end = 0;
    while ((end = m_in.find("\r\n\r\n")) == std::string::npos) {
        if (receive(until) != Got::Bytes)
            return {};
    }
    RawAnswer answer;
    std::string_view head = std::string_view(m_in).substr(0, end + 2);
    std::size_t length = 0;
    while (!head.empty()) {
        const std::size_t eol = head.find("\r\n");
        const std::string_view line = head.substr(0, eol);
        head.remove_prefix(eol + 2);
        if (answer.statusLine.empty()) {
            answer.statusLine = line;
            if (line.size() > 12)
                std::from_chars(line.data() + 9, line.data() + 12, answer.status);
            continue;
        }
        const std::size_t colon = line.find(": ");
        answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        const std::string& value = answer.headers.back().second;
        if (sameName(answer.headers.back().first, "Content-Length"))
            std::from_chars(value.data(), value.data() + value.size(), length);
    }
    m_in.erase(0, end + 4);
    if (body == Body::None)
        return answer;
    while (m_in.size() < length) {
        if (receive(until) != Got::Bytes)
            return {};
    }
    answer.body = m_in.substr(0, length);
    m_in.erase(0, length);
    return answer;
}

std::string RawClient::bytes(std::size_t count, std::chrono::milliseconds deadline)
{
    const auto until = steady_clock::now() + deadline;
    while (m_in.size() < count && receive(until) == Got::Bytes) {
    }
    const std::string taken = m_in.substr(0, count);
    m_in.erase(0, taken.size());
    return taken;
}

bool RawClient::closes(std::chrono::milliseconds deadline)
{
    const auto until = steady_clock::now() + deadline;
    for (;;) {
        const Got got = receive(until);
        if (got != Got::Bytes)
            return got == Got::End;
    }
}

bool RawClient::hasNews(std::chrono::milliseconds deadline)
{
    return !m_in.empty() || waitFor(m_fd, POLLIN, steady_clock::now() + deadline);
}

void RawClient::shutdownSend()
{
    ::shutdown(m_fd, SHUT_WR);
}

RawAnswer ask(std::uint16_t port, std::string_view bytes)
{
    RawClient client(port);
    client.send(bytes);
    return client.answer();
}

std::string makeRequest(std::uint16_t port, std::string_view method, std::string_view target,
                        std::string_view headerLines, std::string_view body)
{
    std::string text(method);
    text += " ";
    text += target;
    text += " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n";
    text += headerLines;
    if (!body.empty())
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    text += "\r\n";
    text += body;
    return text;
}

} // namespace support
