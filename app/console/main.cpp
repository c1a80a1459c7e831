// SPDX-License-Identifier: Apache-2.0
#include "app/console/Signals.h"

#include "core/base/Process.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/vault/SystemKeychain.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Catalogues.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Languages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Network.h"
#include "ui/shell/SandboxHost.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"
#include "ui/shell/TokenServerHost.h"
#include "ui/shell/TokenShelf.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Accessible.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Ticker.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTimer>

#include <csignal>
#include <cstdio>

namespace {

constexpr int kUsage = 2;

int refuse(const QString& text)
{
    std::fprintf(stderr, "chat-token-console: %s\n", qPrintable(text));
    return kUsage;
}

} // namespace

int main(int argc, char** argv)
{
    base::closeToOtherProcesses();
    std::signal(SIGXFSZ, SIG_IGN); // a full disk is an error to tell
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chat-token-console"));
    QApplication::setApplicationVersion(QStringLiteral(CHATTOKEN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("chat-token-console"));

    ui::installAccessibleInterfaces();

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Mint, inspect and try Agora Chat tokens. Unofficial."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption home(QStringLiteral("home"), QStringLiteral("Keep everything in this folder."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption projectName(QStringLiteral("project"),
                                         QStringLiteral("Use this stored project."), QStringLiteral("NAME"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        QStringLiteral("Open with this page: %1.").arg(ui::MainWindow::pageIds().join(QStringLiteral(", "))),
        QStringLiteral("NAME"));
    parser.addOptions({home, projectName, page});
    parser.process(app);

    project::ProjectStore projects(project::Home::at(parser.value(home).toStdString()));
    const auto loaded = projects.load();
    ui::Settings settings(text::q(projects.home().settingsFile()));
    const ui::Languages languages(settings);
    if (parser.isSet(projectName)) {
        const auto wanted = projects.find(parser.value(projectName).toStdString());
        const auto used =
            wanted ? projects.setActive(wanted->id) : base::Result<>(base::fail(wanted.error()));
        if (!used)
            return refuse(text::errorText(used.error()).line());
    }
    if (parser.isSet(page) && !ui::MainWindow::pageIds().contains(parser.value(page)))
        return refuse(QStringLiteral("page: there is no page “%1”. Known are %2.")
                          .arg(parser.value(page), ui::MainWindow::pageIds().join(QStringLiteral(", "))));

    const base::SystemClock clock;
    ui::Theme theme(settings);
    ui::Ticker ticker(clock);
    ui::TokenShelf tokens;
    ui::ClipboardGuard clipboard(settings);
    ui::Presenter presenter;
    ui::Bus bus;
    ui::Catalogues catalogues;
    ui::SandboxHost sandbox(catalogues, clock, project::kSandboxPort);
    ui::Network network(settings);
    ui::Answers answers;

    project::Secrets secrets(projects.home(), clock);
    vault::SystemKeychain keychain;
    ui::VaultHost vault(secrets, keychain);
    ui::TokenServerHost tokenServer(projects, secrets, vault, bus, clock);
    vault.load();

    ui::MainWindow window({projects, secrets, vault, clock, settings, theme, ticker, tokens, clipboard,
                           presenter, bus, catalogues, sandbox, tokenServer, network, answers});
    const Signals termination;
    QObject::connect(&termination, &Signals::endAsked, &window, &ui::MainWindow::closeNow);
    window.setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));
    window.open(parser.isSet(page) ? parser.value(page) : QStringLiteral("home"));
    if (!loaded)
        Q_EMIT bus.messageRaised(text::errorText(loaded.error()).line(), true);
    return QApplication::exec();
}
