// SPDX-License-Identifier: Apache-2.0
#include "core/project/Home.h"
#include "ui/shell/LockSocket.h"

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace {

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

} // namespace

class LockSocketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locksWhateverSilentClientsThereAre();
};

/// Each client has a descriptor here, and one at the window while that keeps it.
void LockSocketTest::locksWhateverSilentClientsThereAre()
{
    const QTemporaryDir folder;
    const QString address = folder.filePath(QStringLiteral("lock"));
    ui::LockSocket socket(address);
    const QSignalSpy asked(&socket, &ui::LockSocket::lockAsked);
    const qsizetype before = openDescriptors();
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    int gone = 0;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        connect(silent.back().get(), &QLocalSocket::disconnected, this, [&] { ++gone; });
        silent.back()->connectToServer(address);
        QTRY_COMPARE(silent.back()->state(), QLocalSocket::ConnectedState);
    }
    QTRY_COMPARE(gone, 92);
    QTRY_VERIFY(openDescriptors() <= before + 8 + 100);

    QLocalSocket client;
    client.connectToServer(address);
    client.write(QByteArray(project::kLockWord.data(), qsizetype(project::kLockWord.size())) + '\n');
    QTRY_VERIFY(client.canReadLine());
    QCOMPARE(client.readLine(), QByteArray("locked\n"));
    QCOMPARE(asked.count(), 1);
}

QTEST_GUILESS_MAIN(LockSocketTest)
#include "LockSocketTest.moc"
