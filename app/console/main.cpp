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

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <string_view>

namespace {

constexpr int kUsage = 2;
constexpr int kMachine = 3;

/// What the program takes. Made before the window system is reached.
struct CommandLine
{
    QCommandLineParser parser;
    QCommandLineOption home{QStringLiteral("home"), QStringLiteral("Keep everything in this folder."),
                            QStringLiteral("DIR")};
    QCommandLineOption projectName{QStringLiteral("project"), QStringLiteral("Use this stored project."),
                                   QStringLiteral("NAME")};
    QCommandLineOption page{
        QStringLiteral("page"),
        QStringLiteral("Open with this page: %1.").arg(ui::MainWindow::pageIds().join(QStringLiteral(", "))),
        QStringLiteral("NAME")};

    CommandLine()
    {
        parser.setApplicationDescription(
            QStringLiteral("Mint, inspect and try Agora Chat tokens. Unofficial."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({home, projectName, page});
    }

    /// Whether one of the words asks for the help or the version.
    [[nodiscard]] static bool asksForText(int argc, char** argv)
    {
        constexpr std::string_view kAsking[] = {"-h", "--help", "--help-all", "-v", "--version"};
        return std::any_of(argv + std::min(argc, 1), argv + argc, [&](const char* word) {
            return std::find(std::begin(kAsking), std::end(kAsking), word) != std::end(kAsking);
        });
    }
};

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
    QCoreApplication::setApplicationName(QStringLiteral("chat-token-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHATTOKEN_VERSION));
    CommandLine line;
    if (CommandLine::asksForText(argc, argv)) { // needs no display
        const QCoreApplication app(argc, argv);
        line.parser.process(app);
    }
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication app(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("chat-token-console"));

    ui::installAccessibleInterfaces();

    const auto& [parser, home, projectName, page] = line;
    line.parser.process(app);

    const auto folder = project::Home::at(parser.isSet(home) ? std::optional(parser.value(home).toStdString())
                                                             : std::nullopt);
    if (!folder) {
        refuse(text::errorText(folder.error()).line());
        return kMachine;
    }
    project::ProjectStore projects(*folder);
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
    if (settings.trouble())
        Q_EMIT bus.messageRaised(text::errorText(*settings.trouble()).line(), true);
    if (!loaded)
        Q_EMIT bus.messageRaised(text::errorText(loaded.error()).line(), true);
    return QApplication::exec();
}
