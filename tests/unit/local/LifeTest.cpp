// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/local/Errors.h"
#include "tests/support/RawClient.h"
#include "tests/unit/local/EchoHandler.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;
using support::makeRequest;
using support::RawClient;

namespace {

local::Settings onPort(std::uint16_t port)
{
    return {port, {true, {}}, {}, {}};
}

/// The local addresses that listen on `port`, as the kernel writes them.
QStringList listeningAddresses(std::uint16_t port)
{
    QStringList found;
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        QFile file(QString::fromLatin1(table));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto lines = file.readAll().split('\n');
        for (const QByteArray& line : lines) {
            const auto columns = line.simplified().split(' ');
            if (columns.size() < 4 || columns[3] != "0A")
                continue;
            const auto parts = columns[1].split(':');
            if (parts.value(1).toUInt(nullptr, 16) == port)
                found << QString::fromLatin1(parts[0]);
        }
    }
    return found;
}

/// Opens files until the system lets the program open only `left` more. The limit is made a low one for that.
std::vector<int> fillDescriptors(std::size_t left)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max = 3000; // more than a server asks for
    ::setrlimit(RLIMIT_NOFILE, &files);
    std::vector<int> held;
    for (int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC); fd >= 0;
         fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC))
        held.push_back(fd);
    for (; left > 0; --left) {
        ::close(held.back());
        held.pop_back();
    }
    return held;
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

bool hasIpv6()
{
    QFile file(QStringLiteral("/proc/net/if_inet6"));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("00000000000000000000000000000001");
}

} // namespace

class LifeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopbackOnly();
    void answersOnBothFamilies();
    void saysWhenThePortIsTaken();
    void saysWhenThePortIsTakenOnOneFamily();
    void startsAgainOnTheSamePort();
    void stopsWithOpenConnections();
    void leaksNothingIn200Cycles();
    void bearsAReplyAfterItsEnd();
    void stopsOnDestruction();
    void closesItsSocketsForOtherPrograms();
    void worksForOthersOnItsThread();
    void dropsWhatWaitsWhenItStops();
    void itsDateIsThatOfItsClock();
    void saysWhenTooFewDescriptorsAreLeft();
    void turnsAwayWhomItHasNoDescriptorFor();
};

void LifeTest::listensOnLoopbackOnly()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    QStringList expected{QStringLiteral("0100007F")};
    if (hasIpv6())
        expected << QStringLiteral("00000000000000000000000001000000");
    QCOMPARE(listeningAddresses(*port), expected);
    QCOMPARE(*server.start(), *port); // a second start changes nothing
    server.stop();
    QCOMPARE(listeningAddresses(*port), QStringList());
}

void LifeTest::answersOnBothFamilies()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    QCOMPARE(support::ask(*port, makeRequest(*port, "GET", "/a")).status, 200);
    if (!hasIpv6())
        QSKIP("no IPv6 on this machine");
    RawClient six(*port, RawClient::Family::Six);
    QVERIFY(six.isConnected());
    six.send("GET /a HTTP/1.1\r\nHost: [::1]:" + std::to_string(*port) + "\r\n\r\n");
    QCOMPARE(six.answer().status, 200);
}

void LifeTest::saysWhenThePortIsTaken()
{
    EchoHandler handler;
    local::Server first(onPort(0), handler);
    const auto port = first.start();
    QVERIFY(port.has_value());
    local::Server second(onPort(*port), handler);
    const auto refused = second.start();
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, std::string(local::errors::kPortInUse));
    QCOMPARE(refused.error().args, std::vector{std::to_string(*port)});
    QVERIFY(!second.isRunning());
    first.stop();
    QCOMPARE(second.start().value_or(0), *port);
}

void LifeTest::saysWhenThePortIsTakenOnOneFamily()
{
    if (!hasIpv6())
        QSKIP("no IPv6 on this machine");
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    server.stop();
    const int taken = ::socket(AF_INET6, SOCK_STREAM, 0);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(*port);
    address.sin6_addr = in6addr_loopback;
    QCOMPARE(::bind(taken, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    QCOMPARE(::listen(taken, 1), 0);
    local::Server other(onPort(*port), handler);
    const auto refused = other.start();
    ::close(taken);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, std::string(local::errors::kPortInUse));
}

void LifeTest::startsAgainOnTheSamePort()
{
    EchoHandler handler;
    local::Server finder(onPort(0), handler);
    const auto port = finder.start();
    QVERIFY(port.has_value());
    finder.stop();
    local::Server server(onPort(*port), handler);
    for (int i = 0; i < 5; ++i) { // with connections that the server closes: TIME_WAIT must not keep the port
        QCOMPARE(server.start().value_or(0), *port);
        RawClient client(*port);
        client.send(makeRequest(*port, "GET", "/a"));
        QCOMPARE(client.answer().status, 200);
        server.stop();
    }
}

void LifeTest::stopsWithOpenConnections()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    std::vector<RawClient> clients;
    for (int i = 0; i < 60; ++i) {
        clients.emplace_back(*port);
        clients.back().send(i % 3 == 0   ? "GET / HTTP/1.1\r\n"
                            : i % 3 == 1 ? makeRequest(*port, "GET", "/hold")
                                         : makeRequest(*port, "GET", "/large/10000000"));
    }
    QTRY_COMPARE(handler.handled.load(), 40);
    server.stop();
    QVERIFY(!RawClient(*port).isConnected());
    for (RawClient& client : clients)
        QVERIFY(client.closes());
}

void LifeTest::leaksNothingIn200Cycles()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    QVERIFY(server.start().has_value());
    server.stop();
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 200; ++i) {
        const auto port = server.start();
        QVERIFY(port.has_value());
        RawClient client(*port);
        client.send(makeRequest(*port, "GET", i % 2 ? "/a" : "/hold"));
        if (i % 2)
            QCOMPARE(client.answer().status, 200);
        server.stop();
    }
    QCOMPARE(openDescriptors(), before);
}

void LifeTest::bearsAReplyAfterItsEnd()
{
    EchoHandler handler;
    std::vector<local::Reply> late;
    {
        local::Server server(onPort(0), handler);
        const auto port = server.start();
        QVERIFY(port.has_value());
        RawClient client(*port);
        client.send(makeRequest(*port, "GET", "/hold"));
        QTRY_COMPARE(handler.held(), std::size_t(1));
        late = handler.release();
        server.stop();
        late.front()({200, "", {}, "after stop"});
    }
    late.front()({200, "", {}, "after the server"});
    late.clear();
}

void LifeTest::stopsOnDestruction()
{
    EchoHandler handler;
    std::uint16_t port = 0;
    {
        local::Server server(onPort(0), handler);
        port = server.start().value_or(0);
        QVERIFY(RawClient(port).isConnected());
    }
    QVERIFY(!RawClient(port).isConnected());
}

void LifeTest::closesItsSocketsForOtherPrograms()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    RawClient client(*port);
    client.send(makeRequest(*port, "GET", "/a"));
    QCOMPARE(client.answer().status, 200);
    const auto names = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System);
    int sockets = 0;
    for (const QString& name : names) {
        const int fd = name.toInt();
        struct stat status
        {
        };
        if (fd < 3 || ::fstat(fd, &status) != 0 || !S_ISSOCK(status.st_mode))
            continue;
        ++sockets;
        QVERIFY(::fcntl(fd, F_GETFD) & FD_CLOEXEC);
    }
    QVERIFY(sockets >= 3);
}

void LifeTest::worksForOthersOnItsThread()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    QVERIFY(server.start().has_value());
    std::mutex mutex;
    QList<int> done;
    std::set<std::thread::id> threads;
    const auto note = [&](int number) {
        return [&, number] {
            const std::lock_guard lock(mutex);
            done << number;
            threads.insert(std::this_thread::get_id());
        };
    };
    QElapsedTimer timer;
    timer.start();
    server.post(note(3), 120ms);
    server.post(note(2), 40ms);
    server.post([&] { // also from its own thread, and what throws harms nobody
        server.post(note(1));
        throw std::runtime_error("on purpose");
    });
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return done.size();
    };
    QTRY_COMPARE(count(), 3);
    QVERIFY(timer.elapsed() >= 120);
    QCOMPARE(done, (QList<int>{1, 2, 3}));
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(!threads.contains(std::this_thread::get_id()));
}

void LifeTest::dropsWhatWaitsWhenItStops()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto witness = std::make_shared<std::atomic<int>>(0);
    server.post([witness] { ++*witness; }); // not begun
    QVERIFY(server.start().has_value());
    server.post([witness] { ++*witness; }, 1h);
    QCOMPARE(witness.use_count(), 2L);
    server.stop();
    QCOMPARE(witness.use_count(), 1L);
    server.post([witness] { ++*witness; });
    QCOMPARE(witness.use_count(), 1L);
    QCOMPARE(witness->load(), 0);
}

void LifeTest::itsDateIsThatOfItsClock()
{
    struct Fixed final : base::Clock
    {
        [[nodiscard]] std::int64_t nowMs() const override { return 1'700'000'000'999; }
    } clock;
    EchoHandler handler;
    local::Settings settings = onPort(0);
    settings.clock = &clock;
    local::Server server(settings, handler);
    const auto port = server.start();
    QVERIFY(port.has_value());
    const auto answer = support::ask(*port, makeRequest(*port, "GET", "/a"));
    QCOMPARE(answer.header("Date"), std::string("Tue, 14 Nov 2023 22:13:20 GMT"));
}

/// With nothing left open by the attempt; once there are more, it starts.
void LifeTest::saysWhenTooFewDescriptorsAreLeft()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    for (const std::size_t left : {0U, 1U, 2U, 3U, 5U, 8U, 13U}) {
        std::vector<int> held = fillDescriptors(left);
        const auto refused = server.start();
        for (const int fd : held)
            ::close(fd);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string(base::errors::kTooFewDescriptors));
        QVERIFY(!server.isRunning());
    }
    const auto before = openDescriptors();
    QVERIFY(server.start());
    server.stop();
    QCOMPARE(openDescriptors(), before);
}

/// Says so, and takes in the next one once there is a descriptor.
void LifeTest::turnsAwayWhomItHasNoDescriptorFor()
{
    EchoHandler handler;
    local::Server server(onPort(0), handler);
    const auto port = server.start();
    QVERIFY(port);
    RawClient held(*port);
    held.send(makeRequest(*port, "GET", "/hold"));
    QTRY_COMPARE(handler.held(), std::size_t(1));
    std::vector<int> all = fillDescriptors(1); // for the client; the server has none
    {
        RawClient client(*port);
        QVERIFY(client.isConnected());
        const auto refused = client.answer();
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("Retry-After"), std::string("1"));
        QVERIFY(client.closes());
    }
    for (const int fd : all)
        ::close(fd);
    QCOMPARE(support::ask(*port, makeRequest(*port, "GET", "/a")).status, 200);
    handler.release().front()({200, "", {}, "done"});
    QCOMPARE(held.answer().body, std::string("done"));
}

QTEST_GUILESS_MAIN(LifeTest)
#include "LifeTest.moc"
