// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/SandboxPage.h"

#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/sandbox/ActivityPane.h"
#include "ui/sandbox/AddressPane.h"
#include "ui/sandbox/Editor.h"
#include "ui/sandbox/SandboxKnobs.h"
#include "ui/sandbox/StatePanes.h"
#include "ui/shell/SandboxHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/HeadNote.h"
#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {
namespace {

using State = SandboxHost::State;

constexpr int kLookAfterMs = 300; // what happens is shown that much later, and not more often
constexpr int kScrollBar = 14;

} // namespace

SandboxPage::SandboxPage(Context& context)
    : m_context(context)
    , m_editor(new Editor(context.sandbox, this))
{
    setObjectName(QStringLiteral("sandboxPage"));
    m_look.setSingleShot(true);
    m_look.setInterval(kLookAfterMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(buildHead());
    m_banner = new Banner(this);
    m_banner->setObjectName(QStringLiteral("sandboxBanner"));
    auto* right = new QWidget;
    auto* rows = new QVBoxLayout(right);
    rows->setContentsMargins(8, 0, 0, 0);
    rows->addWidget(buildTabs(), 3);
    rows->addWidget(new ActivityPane(context.sandbox), 2);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildSide());
    splitter->addWidget(scrolled(right));
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 740});
    column->addWidget(splitter, 1);
    m_banner->layOver(splitter);
    listen();
    showState();
    showSnapshot();
}

QLayout* SandboxPage::buildHead()
{
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Sandbox"), "title"));
    m_status = named(label({}, "muted"), "sandboxStatus", tr("Sandbox status"));
    m_status->setMinimumWidth(1);
    head->addWidget(m_status, 1);
    m_misbehaves = new HeadNote(tr("Behave again"));
    m_misbehaves->setObjectName(QStringLiteral("sandboxMisbehaves"));
    head->addWidget(m_misbehaves, 2);
    connect(m_misbehaves, &HeadNote::clicked, this, [this] {
        m_context.sandbox.setKnobs({});
        m_knobs->show({});
    });
    m_start =
        named(button(tr("Start sandbox"), QStringLiteral("play"), true), "startSandbox", tr("Start sandbox"));
    m_start->setToolTip(tr("An Agora Chat on this computer (Ctrl+Enter)"));
    m_stop = named(button(tr("Stop sandbox"), QStringLiteral("square")), "stopSandbox", tr("Stop sandbox"));
    head->addWidget(m_start);
    head->addWidget(m_stop);
    connect(m_start, &QPushButton::clicked, this, &SandboxPage::runPrimary);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_context.sandbox.stop();
        m_start->setFocus();
    });
    return head;
}

QWidget* SandboxPage::buildSide()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(8);
    column->addWidget(new AddressPane(m_context));
    m_sample = named(button(tr("Sample data"), QStringLiteral("download")), "sampleData", tr("Sample data"));
    m_sample->setToolTip(tr("Adds two users, a group and three messages."));
    m_reset = named(button(tr("Reset…"), QStringLiteral("trash-2")), "resetSandbox", tr("Reset"));
    m_reset->setToolTip(tr("Ends every session and empties everything, after a question."));
    auto* row = new FlowLayout(6);
    row->addWidget(m_sample);
    row->addWidget(m_reset);
    column->addLayout(row);
    connect(m_sample, &QPushButton::clicked, m_editor, &Editor::addSample);
    connect(m_reset, &QPushButton::clicked, this, &SandboxPage::askReset);
    m_knobToggle = named(button(tr("Misbehave on purpose"), QStringLiteral("flask-conical")), "sandboxKnobs",
                         tr("Misbehave on purpose"));
    m_knobToggle->setCheckable(true);
    column->addWidget(m_knobToggle);
    m_knobs = new SandboxKnobs;
    m_knobs->hide();
    m_knobs->show(m_context.sandbox.knobs());
    column->addWidget(m_knobs);
    column->addStretch(1);
    connect(m_knobToggle, &QPushButton::toggled, this, [this](bool on) {
        m_knobs->setVisible(on);
        fitSide();
    });
    connect(m_knobs, &SandboxKnobs::changed, &m_context.sandbox, &SandboxHost::setKnobs);
    m_side = scrolled(content);
    return m_side;
}

QWidget* SandboxPage::buildTabs()
{
    m_tabs = named(new QTabWidget, "sandboxTabs", tr("What the sandbox holds"));
    m_users = new UsersPane(*m_editor, m_context.bus);
    m_groups = new MucsPane(*m_editor, sandbox::ChatKind::Group);
    m_rooms = new MucsPane(*m_editor, sandbox::ChatKind::Room);
    m_sessions = new SessionsPane(*m_editor);
    m_messages = new MessagesPane(*m_editor);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_users, m_groups, m_rooms, m_sessions, m_messages})
        m_tabs->addTab(pane, {});
    return m_tabs;
}

void SandboxPage::listen()
{
    SandboxHost& host = m_context.sandbox;
    connect(&host, &SandboxHost::stateChanged, this, &SandboxPage::showState);
    connect(&host, &SandboxHost::knobsChanged, this, &SandboxPage::showKnobs);
    connect(&host, &SandboxHost::snapshotTaken, this, &SandboxPage::showSnapshot);
    connect(&host, &SandboxHost::activityArrived, this, &SandboxPage::lookSoon);
    connect(&m_look, &QTimer::timeout, &host, &SandboxHost::look);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SandboxPage::showSnapshot);
    connect(m_editor, &Editor::done, this, [this](const QString& text) {
        m_banner->hide();
        Q_EMIT m_context.bus.messageRaised(text, false);
    });
    connect(m_editor, &Editor::failed, this,
            [this](const QString& text) { m_banner->show(Tone::Bad, text); });
}

void SandboxPage::enter()
{
    if (m_context.sandbox.isRunning())
        m_tabs->setFocus();
    else
        m_start->setFocus();
}

void SandboxPage::runPrimary()
{
    m_context.sandbox.start();
}

bool SandboxPage::cancel()
{
    return m_banner->dismiss();
}

/// Nothing that was looked at before it was hidden is new any more.
void SandboxPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    fitSide();
    m_context.sandbox.look();
}

/// Large text makes the column as wide as it needs.
void SandboxPage::fitSide()
{
    m_side->widget()->layout()->activate();
    m_side->setMinimumWidth(m_side->widget()->minimumSizeHint().width() + kScrollBar);
}

void SandboxPage::lookSoon()
{
    if (isVisible() && !m_look.isActive())
        m_look.start();
}

void SandboxPage::askReset()
{
    m_banner->ask(tr("Empty the sandbox?"),
                  tr("Every session ends; users, groups, rooms and messages are gone."), tr("Empty it"),
                  [this] { m_editor->reset(); });
}

void SandboxPage::showState()
{
    const SandboxHost& host = m_context.sandbox;
    const bool running = host.isRunning();
    const bool starting = host.state() == State::Starting;
    m_stop->setVisible(running);
    if (running && m_start->hasFocus())
        m_stop->setFocus();
    m_start->setVisible(!running);
    m_sample->setEnabled(running);
    m_reset->setEnabled(running);
    m_status->setText(running                            ? tr("Runs; nothing leaves this computer")
                      : starting                         ? tr("Starting…")
                      : host.state() == State::Elsewhere ? tr("Runs in another program")
                                                         : tr("Stopped"));
    m_status->setAccessibleDescription(m_status->text());
    m_status->setToolTip(m_status->text());
    for (RowsPane* pane :
         std::initializer_list<RowsPane*>{m_users, m_groups, m_rooms, m_sessions, m_messages})
        pane->setLive(running);
    showTrouble();
    showKnobs();
    m_context.sandbox.look();
}

void SandboxPage::showTrouble()
{
    const SandboxHost& host = m_context.sandbox;
    if (host.state() == State::Elsewhere || host.state() == State::Failed) {
        const text::Sentence sentence = text::errorText(*host.error());
        const bool elsewhere = host.state() == State::Elsewhere;
        m_banner->show(
            elsewhere ? Tone::Warning : Tone::Bad, sentence.why,
            elsewhere ? tr("Most likely it is “chat-token sandbox”: calls go there, and this page cannot "
                           "see into it. Stop that program, then press Start sandbox.")
                      : sentence.hint);
        return;
    }
    m_banner->hide();
}

/// A sandbox that misbehaves says so, or its owner looks for the fault elsewhere.
void SandboxPage::showKnobs()
{
    const std::string knobs = m_context.sandbox.knobs().text();
    m_misbehaves->show(knobs.empty() ? QString()
                                     : tr("The sandbox misbehaves on purpose: %1.").arg(text::q(knobs)));
}

/// Only the table in sight is filled.
void SandboxPage::showSnapshot()
{
    const sandbox::Snapshot& now = m_context.sandbox.snapshot();
    const std::pair<QString, std::size_t> titles[] = {{tr("Users"), now.users.total},
                                                      {tr("Groups"), now.groups.total},
                                                      {tr("Rooms"), now.rooms.total},
                                                      {tr("Sessions"), now.sessions.total},
                                                      {tr("Messages"), now.messages.total}};
    int tab = 0;
    for (const auto& [title, total] : titles) { // named without the number, which is its description
        const QString count = QLocale().toString(static_cast<qulonglong>(total));
        m_tabs->setTabText(tab, QStringLiteral("%1 %2").arg(title, count));
        m_tabs->setTabToolTip(tab, count);
        m_tabs->tabBar()->setAccessibleTabName(tab++, title);
    }
    const QWidget* shown = m_tabs->currentWidget();
    if (shown == m_users)
        m_users->show(now);
    else if (shown == m_groups)
        m_groups->show(now);
    else if (shown == m_rooms)
        m_rooms->show(now);
    else if (shown == m_sessions)
        m_sessions->show(now);
    else if (shown == m_messages)
        m_messages->show(now);
}

QVariantMap SandboxPage::state() const
{
    return {{QStringLiteral("tab"), m_tabs->currentIndex()},
            {QStringLiteral("knobs"), m_knobToggle->isChecked()}};
}

void SandboxPage::restore(const QVariantMap& state)
{
    m_tabs->setCurrentIndex(state.value(QStringLiteral("tab")).toInt());
    m_knobToggle->setChecked(state.value(QStringLiteral("knobs")).toBool());
}

} // namespace ui
