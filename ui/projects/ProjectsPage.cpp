// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectsPage.h"

#include "core/project/PastedProject.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/token/AccessToken2.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ProjectsPage::ProjectsPage(Context& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("projectsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(label(tr("Projects"), "title", this));
    m_banner = new Banner(this);
    m_banner->setObjectName(QStringLiteral("projectBanner"));
    column->addWidget(m_banner);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(buildForm());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 700});
    column->addWidget(splitter, 1);
    connect(&context.bus, &Bus::activeProjectChanged, this, [this] { fillList(m_id); });
    fillList(context.projects.active().id);
}

QWidget* ProjectsPage::buildList()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    m_list = named(new QListWidget, "projectList", tr("Projects"));
    m_list->setMinimumWidth(180);
    column->addWidget(m_list, 1);
    m_new = named(button(tr("Add project"), QStringLiteral("plus")), "addProject", tr("Add project"));
    column->addWidget(m_new);
    // Not the current row: the list makes its first row current when it gets the focus, and that must not
    // take away what is being entered for a new project.
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProjectsPage::showSelected);
    connect(m_new, &QPushButton::clicked, this, &ProjectsPage::beginNew);
    return side;
}

FieldRow ProjectsPage::addRow(QVBoxLayout* column, const QString& title, const char* objectName,
                              const QString& hint)
{
    const FieldRow row = addFieldRow(column, title, objectName);
    row.edit->setPlaceholderText(hint);
    connect(row.edit, &QLineEdit::textChanged, this, &ProjectsPage::check);
    return row;
}

QWidget* ProjectsPage::buildForm()
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form = card();
    auto* column = static_cast<QVBoxLayout*>(m_form->layout());
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    m_heading = label({}, "heading");
    m_pasteBlock = named(button(tr("Paste all fields"), QStringLiteral("clipboard-paste")), "pasteBlock",
                         tr("Paste all fields"));
    m_pasteBlock->setToolTip(
        tr("Copy the project's data in the Agora Console, then press this: every field is filled."));
    head->addWidget(m_heading, 1);
    head->addWidget(m_pasteBlock);
    column->addLayout(head);
    connect(m_pasteBlock, &QPushButton::clicked, this,
            [this] { fillFrom(QGuiApplication::clipboard()->text()); });

    m_name = addRow(column, tr("Name"), "projectName", tr("yours to choose"));
    m_appId = addRow(column, tr("App ID"), "appId",
                     tr("32 hexadecimal digits · Console: Project Management, App ID"));
    m_appId.edit->setFont(monospace());
    m_certificate =
        addRow(column, tr("App Certificate"), "appCertificate",
               tr("32 hexadecimal digits · Console: Project Management, Config, Primary Certificate"));
    m_certificate.edit->setFont(monospace());
    m_certificate.edit->setEchoMode(QLineEdit::Password);
    m_reveal = named(new QToolButton, "revealCertificate", tr("Show the certificate"));
    m_reveal->setCheckable(true);
    m_reveal->setIcon(icon(QStringLiteral("eye"), palette().color(QPalette::Text)));
    m_reveal->setToolTip(m_reveal->accessibleName());
    auto* secretRow = new QHBoxLayout;
    const int at = column->indexOf(m_certificate.edit);
    column->removeWidget(m_certificate.edit);
    secretRow->addWidget(m_certificate.edit, 1);
    secretRow->addWidget(m_reveal);
    column->insertLayout(at, secretRow);
    connect(m_reveal, &QToolButton::toggled, this, [this](bool shown) {
        m_certificate.edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    column->addWidget(paragraph(
        tr("The certificate is held in memory for this session only and asked for again after a restart. "
           "All other fields are stored in %1.")
            .arg(text::q(m_context.projects.home().projectsFile())),
        "muted"));
    auto* keyRow = new QHBoxLayout;
    keyRow->setSpacing(12);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    left->setSpacing(column->spacing());
    right->setSpacing(column->spacing());
    m_orgName = addRow(left, tr("OrgName"), "orgName", tr("of the App Key, before the #"));
    m_appName = addRow(right, tr("AppName"), "appName", tr("of the App Key, behind the #"));
    keyRow->addLayout(left);
    keyRow->addLayout(right);
    column->addLayout(keyRow);

    auto* centreCaption = label(tr("Data centre"));
    m_dataCentre = named(new QComboBox, "dataCentre", tr("Data centre"));
    for (const project::DataCentre& centre : project::dataCentres())
        m_dataCentre->addItem(text::q(centre.name), text::q(centre.restHost));
    m_dataCentre->addItem(tr("another host"), QString());
    centreCaption->setBuddy(m_dataCentre);
    column->addWidget(centreCaption);
    column->addWidget(m_dataCentre);
    m_restHost = addRow(column, tr("REST host"), "restHost", tr("such as https://a41.chat.agora.io"));
    m_webSocket = addRow(column, tr("WebSocket address"), "webSocketHost", tr("from the Console; optional"));
    connect(m_dataCentre, &QComboBox::activated, this, [this] {
        const QString host = m_dataCentre->currentData().toString();
        if (!host.isEmpty())
            m_restHost.edit->setText(host);
        else
            m_restHost.edit->setFocus();
    });
    m_production =
        named(new QCheckBox(tr("Production: real users are touched")), "production", tr("Production"));
    column->addSpacing(4);
    column->addWidget(m_production);

    auto* buttons = new QHBoxLayout;
    m_save = named(button(tr("Save"), QStringLiteral("check"), true), "saveProject", tr("Save project"));
    m_use = named(button(tr("Use this project"), QStringLiteral("arrow-right")), "useProject",
                  tr("Use this project"));
    m_remove = named(button(tr("Delete"), QStringLiteral("trash-2")), "deleteProject", tr("Delete project"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_use);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ProjectsPage::save);
    connect(m_remove, &QPushButton::clicked, this, &ProjectsPage::removeSelected);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto done = m_context.projects.setActive(m_id); !done)
            m_banner->show(Tone::Bad, text::errorText(done.error()).line());
        Q_EMIT m_context.bus.activeProjectChanged();
    });
    scroll->setWidget(m_form);
    return scroll;
}

void ProjectsPage::fillList(const std::string& select)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const project::Project& active = m_context.projects.active();
    int row = 0;
    for (const project::Project& project : m_context.projects.projects()) {
        auto* item = new QListWidgetItem(m_list);
        item->setText(project.id == active.id ? tr("%1 (in use)").arg(text::q(project.name))
                                              : text::q(project.name));
        item->setData(Qt::UserRole, text::q(project.id));
        item->setIcon(icon(project.isSandbox()  ? QStringLiteral("flask-conical")
                           : project.production ? QStringLiteral("shield-alert")
                                                : QStringLiteral("folder-kanban"),
                           palette().color(QPalette::Text)));
        if (project.id == select)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    showSelected();
}

std::string ProjectsPage::selectedId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

void ProjectsPage::showSelected()
{
    if (const auto project = m_context.projects.find(selectedId()))
        showProject(*project);
}

void ProjectsPage::showProject(const project::Project& project)
{
    m_id = project.id;
    m_banner->hide();
    m_reveal->setChecked(false);
    const bool own = !project.isSandbox();
    m_heading->setText(project.isSandbox()  ? tr("The sandbox: published values that protect nothing")
                       : project.id.empty() ? tr("New project")
                                            : text::q(project.name));
    m_name.edit->setText(text::q(project.name));
    m_appId.edit->setText(text::q(project.appId));
    m_certificate.edit->setText(text::q(m_context.projects.certificate(project.id).view()));
    m_orgName.edit->setText(text::q(project.orgName));
    m_appName.edit->setText(text::q(project.appName));
    m_restHost.edit->setText(text::q(project.restHost));
    m_webSocket.edit->setText(text::q(project.webSocketHost));
    m_production->setChecked(project.production);
    for (const FieldRow* row :
         {&m_name, &m_appId, &m_certificate, &m_orgName, &m_appName, &m_restHost, &m_webSocket})
        row->edit->setReadOnly(!own);
    m_production->setEnabled(own);
    m_dataCentre->setEnabled(own);
    m_pasteBlock->setVisible(own);
    m_save->setVisible(own);
    m_remove->setVisible(own && !project.id.empty());
    m_use->setVisible(!project.id.empty());
    m_use->setEnabled(project.id != m_context.projects.active().id);
    check();
}

void ProjectsPage::beginNew()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
    }
    project::Project fresh;
    fresh.restHost = std::string(project::dataCentres().front().restHost);
    showProject(fresh);
    m_name.edit->setFocus();
}

void ProjectsPage::fillFrom(const QString& block)
{
    const project::PastedProject pasted = project::parsePastedProject(block.toStdString());
    if (pasted.empty()) {
        m_banner->show(Tone::Warning, tr("No project data was found in the text."),
                       tr("Copy lines such as “App ID: ...” and “AppKey: org#app” from the Agora Console, or "
                          "an .env file."));
        return;
    }
    if (m_id == project::kSandboxName)
        beginNew();
    const auto fill = [](const FieldRow& row, std::string_view value) {
        if (!value.empty())
            row.edit->setText(text::q(value));
    };
    fill(m_name, pasted.name);
    fill(m_appId, pasted.appId);
    fill(m_certificate, pasted.certificate.view());
    fill(m_orgName, pasted.orgName);
    fill(m_appName, pasted.appName);
    fill(m_restHost, pasted.restHost);
    fill(m_webSocket, pasted.webSocketHost);
    if (m_name.edit->text().isEmpty() && !pasted.appName.empty())
        m_name.edit->setText(text::q(pasted.appName));

    const auto list = [](const std::vector<std::string>& fields) {
        QStringList names;
        for (const std::string& field : fields)
            names << text::q(field);
        return names.join(QStringLiteral(", "));
    };
    if (!pasted.contradictions.empty())
        m_banner->show(Tone::Warning, tr("The text contradicts itself: %1. The first value was taken.")
                                          .arg(list(pasted.contradictions)));
    else if (const auto missing = pasted.missing(); !missing.empty())
        m_banner->show(Tone::Info, tr("Filled in. Not in the text: %1.").arg(list(missing)));
    else
        m_banner->show(Tone::Good, tr("All fields are filled in."));
    m_name.edit->setFocus();
}

project::Project ProjectsPage::edited() const
{
    const auto value = [](const FieldRow& row) { return row.edit->text().trimmed().toStdString(); };
    return {.id = m_id,
            .name = value(m_name),
            .appId = value(m_appId),
            .orgName = value(m_orgName),
            .appName = value(m_appName),
            .restHost = value(m_restHost),
            .webSocketHost = value(m_webSocket),
            .production = m_production->isChecked()};
}

/// The live check: each field on its own, so that all faults show at once; an empty field is no fault yet.
void ProjectsPage::check()
{
    if (!m_save)
        return; // the page is still being built
    const project::Project project = edited();
    const auto reason = [](const auto& result) {
        return result ? QString() : text::errorText(result.error()).explanation();
    };
    m_appId.setError(project.appId.empty() ? QString() : reason(token::checkAppId(project.appId)));
    const std::string certificate = m_certificate.edit->text().toStdString();
    QString fault = certificate.empty() ? QString() : reason(token::checkCertificate(certificate));
    if (fault.isEmpty() && !certificate.empty() && certificate == project.appId)
        fault = tr("This is the App ID. The certificate stands beside it in the Console.");
    m_certificate.setError(fault);
    m_restHost.setError(project.restHost.empty() ? QString()
                                                 : reason(project::normaliseHost(project.restHost)));
    const QSignalBlocker quiet(m_dataCentre);
    const int centre = m_dataCentre->findData(m_restHost.edit->text().trimmed());
    m_dataCentre->setCurrentIndex(centre >= 0 ? centre : m_dataCentre->count() - 1);
}

void ProjectsPage::save()
{
    const std::string certificate = m_certificate.edit->text().trimmed().toStdString();
    if (!certificate.empty()) {
        if (const auto ok = token::checkCertificate(certificate); !ok) {
            m_certificate.edit->setFocus();
            m_banner->show(Tone::Bad, text::errorText(ok.error()).line());
            return;
        }
    }
    const auto stored = m_context.projects.put(edited());
    if (!stored) {
        m_banner->show(Tone::Bad, text::errorText(stored.error()).line());
        const std::pair<std::string_view, const FieldRow*> rows[] = {{"name", &m_name},
                                                                     {"app_id", &m_appId},
                                                                     {"org_name", &m_orgName},
                                                                     {"app_name", &m_appName},
                                                                     {"rest_host", &m_restHost}};
        for (const auto& [field, row] : rows) {
            if (stored.error().field == field)
                row->edit->setFocus();
        }
        return;
    }
    m_context.projects.holdCertificate(stored->id, base::SecretBytes(certificate));
    if (const auto used = m_context.projects.setActive(stored->id); !used)
        m_banner->show(Tone::Bad, text::errorText(used.error()).line());
    m_id = stored->id;
    Q_EMIT m_context.bus.projectsChanged();
    Q_EMIT m_context.bus.activeProjectChanged();
    m_banner->show(Tone::Good, tr("Saved, and in use now."),
                   certificate.empty() ? tr("Without its certificate nothing can be minted for it.")
                                       : QString());
}

void ProjectsPage::removeSelected()
{
    // The project comes back with one press: no question, and nothing is lost.
    const auto stored = m_context.projects.find(m_id);
    if (!stored)
        return;
    const project::Project project = *stored;
    const bool wasActive = m_context.projects.active().id == m_id;
    const base::SecretBytes& held = m_context.projects.certificate(m_id);
    auto certificate = std::make_shared<base::SecretBytes>(held.copy());
    if (const auto done = m_context.projects.remove(m_id); !done) {
        m_banner->show(Tone::Bad, text::errorText(done.error()).line());
        return;
    }
    Q_EMIT m_context.bus.projectsChanged();
    Q_EMIT m_context.bus.activeProjectChanged();
    fillList({});
    m_banner->show(Tone::Info, tr("“%1” was deleted.").arg(text::q(project.name)));
    m_banner->setUndo(tr("Undo"), [this, project, wasActive, certificate] {
        const auto back = m_context.projects.put(project);
        if (!back) {
            m_banner->show(Tone::Bad, text::errorText(back.error()).line());
            return;
        }
        m_context.projects.holdCertificate(back->id, certificate->copy());
        if (const auto used = wasActive ? m_context.projects.setActive(back->id) : base::Result<>(); !used)
            m_banner->show(Tone::Bad, text::errorText(used.error()).line());
        Q_EMIT m_context.bus.projectsChanged();
        Q_EMIT m_context.bus.activeProjectChanged();
        fillList(back->id);
    });
}

void ProjectsPage::enter()
{
    m_list->setFocus();
}

void ProjectsPage::runPrimary()
{
    if (m_save->isVisible())
        save();
}

QVariantMap ProjectsPage::state() const
{
    return {{QStringLiteral("id"), text::q(m_id)},
            {QStringLiteral("name"), m_name.edit->text()},
            {QStringLiteral("appId"), m_appId.edit->text()},
            {QStringLiteral("certificate"), m_certificate.edit->text()},
            {QStringLiteral("orgName"), m_orgName.edit->text()},
            {QStringLiteral("appName"), m_appName.edit->text()},
            {QStringLiteral("restHost"), m_restHost.edit->text()},
            {QStringLiteral("webSocket"), m_webSocket.edit->text()},
            {QStringLiteral("production"), m_production->isChecked()}};
}

void ProjectsPage::restore(const QVariantMap& state)
{
    const auto value = [&](const char* name) { return state.value(QLatin1String(name)).toString(); };
    const std::string id = value("id").toStdString();
    if (id.empty())
        beginNew();
    else
        fillList(id);
    if (id == project::kSandboxName)
        return;
    m_name.edit->setText(value("name"));
    m_appId.edit->setText(value("appId"));
    m_certificate.edit->setText(value("certificate"));
    m_orgName.edit->setText(value("orgName"));
    m_appName.edit->setText(value("appName"));
    m_restHost.edit->setText(value("restHost"));
    m_webSocket.edit->setText(value("webSocket"));
    m_production->setChecked(state.value(QStringLiteral("production")).toBool());
}

} // namespace ui
