// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"
#include "app/cli/EventLoop.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace cli {
namespace {

constexpr int kWaitMs = 5000;

/// Whether a window behind that socket says that it has locked. One that is gone has left a dead name.
enum class Answer { Locked, Gone, Silent };

Answer tellToLock(const QString& address)
{
    QLocalSocket socket;
    socket.connectToServer(address);
    if (!socket.waitForConnected(kWaitMs))
        return Answer::Gone;
    socket.write(QByteArray(project::kLockWord.data(), qsizetype(project::kLockWord.size())) + '\n');
    socket.flush();
    while (!socket.canReadLine() && socket.waitForReadyRead(kWaitMs)) {
    }
    const QByteArray word = socket.readLine().trimmed();
    return word == QByteArray(project::kLockedWord.data(), qsizetype(project::kLockedWord.size()))
               ? Answer::Locked
               : Answer::Silent;
}

} // namespace

/// Nothing of the command line stays open, so that a lock concerns windows only.
Outcome runVaultLock(Context& context)
{
    if (auto ok = enoughDescriptors(); !ok)
        return failed(ok.error());
    const EventLoop loop;
    const auto home = context.home();
    if (!home)
        return failed(home.error());
    const QFileInfo prefix(QString::fromStdString(home->lockSocketPrefix()));
    const QStringList names =
        QDir(prefix.path())
            .entryList({prefix.fileName() + QLatin1Char('*')}, QDir::System | QDir::Files | QDir::Hidden);
    int locked = 0;
    for (const QString& name : names) {
        const Answer answer = tellToLock(prefix.path() + QLatin1Char('/') + name);
        if (answer == Answer::Silent)
            return failed({kMachine, "window-silent", "vault", "a running window",
                           "did not answer within 5 s", "Lock it there with Ctrl+Alt+L, or end it."});
        locked += answer == Answer::Locked ? 1 : 0;
    }
    if (context.io.json)
        context.io.object(base::JsonObject{{"windows", std::int64_t{locked}}});
    else
        context.io.line(locked == 0   ? "No window is running: nothing is open"
                        : locked == 1 ? "Locked: 1 window"
                                      : "Locked: " + std::to_string(locked) + " windows");
    return kDone;
}

} // namespace cli
