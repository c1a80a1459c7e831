// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/ServePage.h"

#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/serve/KnobPanel.h"
#include "ui/serve/RequestsPane.h"
#include "ui/serve/ServerForm.h"
#include "ui/serve/SnippetPane.h"
#include "ui/shell/TokenServerHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/HeadNote.h"
#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {
ServePage::ServePage(Context& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("servePage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(buildHead());
    m_banner = new Banner(this);
    m_banner->setObjectName(QStringLiteral("serveBanner"));
    m_tabs = named(new QTabWidget(this), "serveTabs", tr("Serve"));
    m_tabs->addTab(buildServer(), tr("Server"));
    m_snippets = new SnippetPane(context);
    m_tabs->addTab(m_snippets, tr("Snippets"));
    column->addWidget(m_tabs, 1);
    m_banner->layOver(m_tabs);
    connect(&context.tokenServer, &TokenServerHost::stateChanged, this, &ServePage::showState);
    connect(&context.tokenServer, &TokenServerHost::knobsChanged, this, &ServePage::showKnobs);
    showState();
    showKnobs();
}

QLayout* ServePage::buildHead()
{
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Local token server"), "title"));
    m_status = named(label({}, "muted"), "serverStatus", tr("Server status"));
    m_status->setMinimumWidth(1);
    head->addWidget(m_status, 1);
    m_misbehaves = new HeadNote(tr("Behave again"));
    m_misbehaves->setObjectName(QStringLiteral("serveMisbehaves"));
    head->addWidget(m_misbehaves, 2);
    connect(m_misbehaves, &HeadNote::clicked, this, [this] {
        m_context.tokenServer.setKnobs({});
        m_knobs->show({});
    });
    m_start =
        named(button(tr("Start server"), QStringLiteral("play"), true), "startServer", tr("Start server"));
    m_start->setToolTip(tr("For the project in the top bar (Ctrl+Enter)"));
    m_stop = named(button(tr("Stop server"), QStringLiteral("square")), "stopServer", tr("Stop server"));
    head->addWidget(m_start);
    head->addWidget(m_stop);
    connect(m_start, &QPushButton::clicked, this, &ServePage::start);
    connect(m_stop, &QPushButton::clicked, this, &ServePage::stop);
    return head;
}

QWidget* ServePage::buildServer()
{
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setContentsMargins(14, 12, 10, 12);
    splitter->addWidget(buildForm());
    splitter->addWidget(scrolled(new RequestsPane(m_context)));
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 700});
    return splitter;
}

QWidget* ServePage::buildForm()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(8);
    m_form = new ServerForm(m_context);
    column->addWidget(m_form);
    m_knobToggle = named(button(tr("Misbehave on purpose"), QStringLiteral("flask-conical")), "knobs",
                         tr("Misbehave on purpose"));
    m_knobToggle->setCheckable(true);
    column->addWidget(m_knobToggle);
    m_knobs = new KnobPanel;
    m_knobs->hide();
    column->addWidget(m_knobs);
    column->addStretch(1);
    connect(m_knobToggle, &QPushButton::toggled, m_knobs, &QWidget::setVisible);
    connect(m_knobs, &KnobPanel::changed, &m_context.tokenServer, &TokenServerHost::setKnobs);
    m_knobs->show(m_context.tokenServer.knobs());
    QScrollArea* scroll = scrolled(content);
    scroll->setMinimumWidth(240);
    return scroll;
}

void ServePage::enter()
{
    if (m_context.tokenServer.isRunning())
        m_stop->setFocus();
    else
        m_form->enter();
}

void ServePage::runPrimary()
{
    if (!m_context.tokenServer.isRunning())
        start();
}

bool ServePage::cancel()
{
    return m_banner->dismiss();
}

void ServePage::start()
{
    auto settings = m_form->settings();
    const auto started = settings ? m_context.tokenServer.start(std::move(*settings))
                                  : base::Result<>(base::fail(settings.error()));
    if (started) {
        m_form->remember();
        m_stop->setFocus();
        return;
    }
    m_tabs->setCurrentIndex(0);
    if (m_form->showError(started.error())) {
        m_banner->hide();
        return;
    }
    const text::Sentence sentence = text::errorText(started.error());
    const bool port = started.error().field == "port";
    m_banner->show(Tone::Bad, sentence.why,
                   port ? tr("Stop the other program, or enter another port.") : sentence.hint);
}

void ServePage::stop()
{
    m_context.tokenServer.stop();
    m_start->setFocus();
}

void ServePage::showState()
{
    const TokenServerHost& host = m_context.tokenServer;
    m_start->setVisible(!host.isRunning());
    m_stop->setVisible(host.isRunning());
    m_status->setText(!host.isRunning() ? tr("Stopped")
                      : host.isLocked() ? tr("Runs, but has no certificate: requests get 503")
                                        : tr("Signs for %1").arg(host.projectName()));
    m_status->setAccessibleDescription(m_status->text());
    m_status->setToolTip(m_status->text());
    m_form->setRunning(host.isRunning());
    if (host.isRunning())
        m_banner->hide();
    showKnobs();
}

/// A server that misbehaves says so, or its owner looks for the fault elsewhere.
void ServePage::showKnobs()
{
    const std::string text = m_context.tokenServer.knobs().text();
    m_misbehaves->show(text.empty() ? QString()
                                    : tr("The server misbehaves on purpose: %1.").arg(text::q(text)));
}

QVariantMap ServePage::state() const
{
    return {{QStringLiteral("form"), m_form->state()},
            {QStringLiteral("tab"), m_tabs->currentIndex()},
            {QStringLiteral("knobs"), m_knobToggle->isChecked()},
            {QStringLiteral("language"), m_snippets->language()}};
}

void ServePage::restore(const QVariantMap& state)
{
    m_form->restore(state.value(QStringLiteral("form")).toMap());
    m_tabs->setCurrentIndex(state.value(QStringLiteral("tab")).toInt());
    m_knobToggle->setChecked(state.value(QStringLiteral("knobs")).toBool());
    m_snippets->setLanguage(state.value(QStringLiteral("language")).toInt());
    m_form->setRunning(m_context.tokenServer.isRunning());
}

} // namespace ui
