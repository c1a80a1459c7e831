// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TopBar.h"

#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/shell/Actions.h"
#include "ui/widgets/ColourChip.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/InputGuard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>

namespace ui {

TopBar::TopBar(const project::ProjectStore& projects, QWidget* parent)
    : QWidget(parent)
    , m_store(projects)
    , m_projects(new QComboBox(this))
    , m_environments(new QComboBox(this))
    , m_badge(label({}, "badge", this))
    , m_note(label({}, "muted", this))
    , m_search(button({}, QStringLiteral("search"), false, this))
    , m_lock(button({}, QStringLiteral("lock"), false, this))
    , m_help(button({}, QStringLiteral("circle-help"), false, this))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    m_projects->setMinimumWidth(140);
    m_projects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_projects);
    m_environments->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_environments);
    for (QComboBox* each : {m_projects, m_environments})
        setChosenFromListOnly(*each);
    // A click on these leaves the focus on the page, where it comes back to.
    for (QPushButton* each : {m_search, m_lock})
        each->setFocusPolicy(Qt::TabFocus);
    m_badge->setObjectName(QStringLiteral("badge"));
    row->addWidget(m_badge);
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_note, 1);
    row->addWidget(m_search);
    for (QPushButton* each : {m_lock, m_help})
        each->setProperty("role", QStringLiteral("icon"));
    row->addWidget(m_lock);
    row->addWidget(m_help);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(m_lock, &QPushButton::clicked, this, &TopBar::lockRequested);
    connect(m_projects, &QComboBox::activated, this,
            [this](int index) { Q_EMIT projectChosen(m_projects->itemData(index).toString()); });
    connect(m_environments, &QComboBox::activated, this,
            [this](int index) { Q_EMIT environmentChosen(m_environments->itemData(index).toString()); });
}

void TopBar::refresh()
{
    m_projects->clear();
    const auto& active = m_store.active();
    for (const project::Project& project : m_store.projects()) {
        m_projects->addItem(text::q(project.name), text::q(project.id));
        if (project.id == active.id)
            m_projects->setCurrentIndex(m_projects->count() - 1);
    }
    m_environments->clear();
    m_environments->addItem(tr("No environment"), QString());
    for (const project::Environment& each : active.environments) {
        m_environments->addItem(colourChip(each.colour), text::q(each.name), text::q(each.name));
        if (&each == active.activeEnvironment())
            m_environments->setCurrentIndex(m_environments->count() - 1);
    }
    showActive();
}

void TopBar::setLocked(bool locked)
{
    m_locked = locked;
    for (QWidget* each : {static_cast<QWidget*>(m_projects), static_cast<QWidget*>(m_environments),
                          static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_lock)})
        each->setEnabled(!locked);
    showActive();
}

void TopBar::showActive()
{
    const project::Project& project = m_store.active();
    const project::Environment* environment = m_locked ? nullptr : project.activeEnvironment();
    m_projects->setVisible(!m_locked);
    m_environments->setVisible(!m_locked && !project.environments.empty());
    setStyleProperty(this, "environment", environment ? text::q(environment->colour) : QString());
    if (m_locked) {
        m_badge->setText(tr("LOCKED"));
        setStyleProperty(m_badge, "badge", QStringLiteral("locked"));
        setStyleProperty(this, "production", false);
        m_note->clear();
        return;
    }
    const char* kind = project.isSandbox() ? "sandbox" : project.production ? "production" : "project";
    m_badge->setText(project.isSandbox()  ? tr("SANDBOX")
                     : project.production ? tr("PRODUCTION")
                                          : tr("DEVELOPMENT"));
    setStyleProperty(m_badge, "badge", QLatin1String(kind));
    setStyleProperty(this, "production", project.production);
    m_note->setText(project.isSandbox() ? tr("Nothing leaves this computer.") : text::q(project.restHost));
}

void TopBar::retranslate()
{
    named(m_projects, "projectChoice", tr("Project"));
    named(m_environments, "environmentChoice", tr("Environment"));
    m_environments->setItemText(0, tr("No environment"));
    named(m_search, "searchCommands", tr("Search commands"));
    named(m_lock, "lock", tr("Lock"));
    named(m_help, "help", tr("Help"));
    m_help->setToolTip(tr("Help (%1)").arg(keyText(QKeySequence(Qt::Key_F1))));
    m_lock->setToolTip(tr("Lock (%1)").arg(keyText(QKeySequence(QStringLiteral("Ctrl+Alt+L")))));
    m_search->setText(tr("Search  %1").arg(keyText(QKeySequence(QStringLiteral("Ctrl+K")))));
    showActive();
}

void TopBar::openProjects()
{
    m_projects->setFocus();
    m_projects->showPopup();
}

void TopBar::openEnvironments()
{
    if (!m_environments->isVisible())
        return;
    m_environments->setFocus();
    m_environments->showPopup();
}

void TopBar::setHelp(const QList<QAction*>& actions)
{
    auto* menu = new QMenu(m_help);
    menu->addActions(actions);
    m_help->setMenu(menu);
}

void TopBar::enter()
{
    m_projects->setFocus(Qt::TabFocusReason);
}

} // namespace ui
