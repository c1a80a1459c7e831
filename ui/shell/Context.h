// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace project {
class ProjectStore;
class Secrets;
} // namespace project
namespace base {
class Clock;
}

namespace ui {

class Actions;
class Answers;
class Catalogues;
class ClipboardGuard;
class Network;
class Presenter;
class SandboxHost;
class Settings;
class Theme;
class Ticker;
class TokenServerHost;
class TokenShelf;
class VaultHost;

/// What pages tell each other, without knowing each other. Signals are facts or wishes of a page; the main
/// window and the page concerned listen.
class Bus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bus)

public:
    using QObject::QObject;

Q_SIGNALS:
    void pageRequested(const QString& page);
    void inspectRequested(const QString& text);
    /// Why was it refused? `text` is a curl line, headers or an error's body; empty: the last answer.
    void refusalRequested(const QString& text);
    /// `expiresIn` as Mint's field reads it; empty leaves what stands there.
    void mintRequested(bool userToken, const QString& userId, const QString& expiresIn = {});
    /// The token shall serve the REST calls of the active project; empty: its newest token, or a new one.
    void useForRestRequested(const QString& token);
    void endpointRequested(const QString& endpointId);
    /// The text of a project's data: the Projects page fills its form from it.
    void projectPasted(const QString& text);
    /// The page Projects with this one selected.
    void projectShown(const QString& projectId);
    /// This project shall be the active one.
    void projectChosen(const QString& projectId);
    void projectsChanged();
    void activeProjectChanged();
    /// One line for the status bar; `bad` stays longer and is announced.
    void messageRaised(const QString& text, bool bad);
};

/// The collaborators that pages get in their constructor. Owned by app/console (and by tests).
struct Context
{
    project::ProjectStore& projects;
    project::Secrets& secrets;
    VaultHost& vault;
    const base::Clock& clock;
    Settings& settings;
    Theme& theme;
    Ticker& ticker;
    TokenShelf& tokens;
    ClipboardGuard& clipboard;
    Presenter& presenter;
    Bus& bus;
    Catalogues& catalogues;
    SandboxHost& sandbox;
    TokenServerHost& tokenServer;
    Network& network;
    Answers& answers;
};

} // namespace ui
