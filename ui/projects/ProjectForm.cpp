// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectForm.h"

#include "core/project/PastedProject.h"
#include "core/project/ProjectFile.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/token/AccessToken2.h"
#include "ui/projects/EnvironmentEditor.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretField.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace ui {
namespace {

/// The name of a field as the form calls it.
QString fieldTitle(const std::string& field)
{
    static const std::pair<const char*, const char*> kTitles[] = {
        {"name", QT_TRANSLATE_NOOP("ui::ProjectForm", "Name")},
        {"app_id", QT_TRANSLATE_NOOP("ui::ProjectForm", "App ID")},
        {"app_certificate", QT_TRANSLATE_NOOP("ui::ProjectForm", "App Certificate")},
        {"org_name", QT_TRANSLATE_NOOP("ui::ProjectForm", "OrgName")},
        {"app_name", QT_TRANSLATE_NOOP("ui::ProjectForm", "AppName")},
        {"rest_host", QT_TRANSLATE_NOOP("ui::ProjectForm", "REST host")},
        {"websocket_host", QT_TRANSLATE_NOOP("ui::ProjectForm", "WebSocket address")}};
    for (const auto& [name, title] : kTitles) {
        if (field == name)
            return ProjectForm::tr(title);
    }
    return text::q(field);
}

QString titles(const std::vector<std::string>& fields)
{
    QStringList names;
    for (const std::string& field : fields)
        names << fieldTitle(field);
    return names.join(QStringLiteral(", "));
}

} // namespace

ProjectForm::ProjectForm(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QFrame* box = card();
    outer->addWidget(box);
    auto* column = static_cast<QVBoxLayout*>(box->layout());
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
        addSecret(column, tr("App Certificate"), "appCertificate",
                  tr("32 hexadecimal digits · Console: Project Management, Config, Primary Certificate"));
    m_previous = addSecret(column, tr("Previous certificate"), "previousCertificate",
                           tr("still accepted while you rotate; never used to mint"));
    m_keeping = paragraph({}, "muted");
    column->addWidget(m_keeping);
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
    buildHost(column);
    m_production =
        named(new QCheckBox(tr("Production: real users are touched")), "production", tr("Production"));
    column->addSpacing(4);
    column->addWidget(m_production);
    m_environments = new EnvironmentEditor;
    column->addSpacing(4);
    column->addWidget(m_environments);
    connect(m_production, &QCheckBox::toggled, this, &ProjectForm::check);
    connect(m_environments, &EnvironmentEditor::changed, this, &ProjectForm::check);
    buildButtons(column);
    connect(&context.vault, &VaultHost::changed, this, [this] { showKept(m_shown); });
}

FieldRow ProjectForm::addRow(QVBoxLayout* column, const QString& title, const char* objectName,
                             const QString& hint)
{
    const FieldRow row = addFieldRow(column, title, objectName);
    row.edit->setPlaceholderText(hint);
    connect(row.edit, &QLineEdit::textChanged, this, &ProjectForm::check);
    return row;
}

SecretField* ProjectForm::addSecret(QVBoxLayout* column, const QString& title, const char* objectName,
                                    const QString& hint)
{
    auto* field = new SecretField(title, objectName, hint, m_context.presenter);
    column->addWidget(field);
    connect(field, &SecretField::changed, this, &ProjectForm::check);
    connect(field, &SecretField::copyRequested, &m_context.clipboard, &ClipboardGuard::copySecret);
    connect(field, &SecretField::failed, this,
            [this](const base::Error& error) { Q_EMIT told(Tone::Bad, text::errorText(error).line(), {}); });
    return field;
}

void ProjectForm::buildHost(QVBoxLayout* column)
{
    auto* caption = label(tr("Data centre"));
    m_dataCentre = named(new QComboBox, "dataCentre", tr("Data centre"));
    for (const project::DataCentre& centre : project::dataCentres())
        m_dataCentre->addItem(text::q(centre.name), text::q(centre.restHost));
    m_dataCentre->addItem(tr("another host"), QString());
    caption->setBuddy(m_dataCentre);
    column->addWidget(caption);
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
}

void ProjectForm::buildButtons(QVBoxLayout* column)
{
    auto* buttons = new FlowLayout;
    m_save = named(button(tr("Save"), QStringLiteral("check"), true), "saveProject", tr("Save project"));
    m_discard = named(button(tr("Discard changes"), QStringLiteral("history")), "discardChanges",
                      tr("Discard changes"));
    m_use = named(button(tr("Use this project"), QStringLiteral("arrow-right")), "useProject",
                  tr("Use this project"));
    m_test = named(button(tr("Test"), QStringLiteral("play")), "testProject", tr("Test this project"));
    m_remove = named(button(tr("Delete"), QStringLiteral("trash-2")), "deleteProject", tr("Delete project"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_use);
    buttons->addWidget(m_test);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_discard);
    column->addSpacing(6);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &ProjectForm::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &ProjectForm::discardRequested);
    connect(m_use, &QPushButton::clicked, this, &ProjectForm::useRequested);
    connect(m_test, &QPushButton::clicked, this, &ProjectForm::testRequested);
    connect(m_remove, &QPushButton::clicked, this, &ProjectForm::removeRequested);
}

void ProjectForm::showProject(const project::Project& project)
{
    QScopedValueRollback filling(m_filling, true);
    m_shown = project;
    m_id = project.id;
    const bool own = !project.isSandbox();
    m_heading->setText(project.isSandbox()  ? tr("The sandbox: published values that protect nothing")
                       : project.id.empty() ? tr("New project")
                                            : text::q(project.name));
    m_name.edit->setText(text::q(project.name));
    m_appId.edit->setText(text::q(project.appId));
    m_certificate->setTyped({});
    m_previous->setTyped({});
    m_orgName.edit->setText(text::q(project.orgName));
    m_appName.edit->setText(text::q(project.appName));
    m_restHost.edit->setText(text::q(project.restHost));
    m_webSocket.edit->setText(text::q(project.webSocketHost));
    m_production->setChecked(project.production);
    m_environments->setEnvironments(project.environments, project.environment);
    m_environments->setVisible(own);
    for (const FieldRow* row : {&m_name, &m_appId, &m_orgName, &m_appName, &m_restHost, &m_webSocket})
        row->edit->setReadOnly(!own);
    m_certificate->setReadOnly(!own);
    m_previous->setVisible(own);
    m_production->setEnabled(own);
    m_dataCentre->setEnabled(own);
    m_pasteBlock->setVisible(own);
    m_save->setVisible(own);
    m_discard->setVisible(own);
    m_remove->setVisible(own && !project.id.empty());
    m_use->setVisible(!project.id.empty());
    m_test->setVisible(!project.id.empty());
    m_use->setEnabled(project.id != m_context.projects.active().id);
    showKept(project);
    m_base = edited();
    check();
}

/// What is said of the certificates, and how they are fetched; they themselves are not in the form.
void ProjectForm::showKept(const project::Project& project)
{
    const auto fetch = [this, project](std::string_view role) {
        return [this, project, role] { return m_context.secrets.get(project, role); };
    };
    const project::Place place = m_context.secrets.place(project);
    const bool previous = m_context.secrets.get(project, vault::kPreviousCertificate).has_value();
    const QString where = place == project::Place::Vault ? tr("●●●●●●●●  kept in the vault")
                          : project.isSandbox()          ? tr("●●●●●●●●  published")
                                                : tr("●●●●●●●●  held for this session");
    if (place == project::Place::None)
        m_certificate->setKept({});
    else
        m_certificate->setKept(where, fetch(vault::kCertificate));
    if (previous)
        m_previous->setKept(where, fetch(vault::kPreviousCertificate));
    else
        m_previous->setKept({});
    m_keeping->setVisible(!project.isSandbox());
    m_keeping->setText(
        m_context.secrets.hasVault()
            ? tr("Certificates are kept encrypted in the vault. All other fields are stored in %1.")
                  .arg(text::q(m_context.projects.home().projectsFile()))
            : tr("Where the certificate is kept is asked when there is one to keep. All other fields are "
                 "stored "
                 "in %1.")
                  .arg(text::q(m_context.projects.home().projectsFile())));
}

project::Project ProjectForm::freshProject()
{
    project::Project fresh;
    fresh.restHost = std::string(project::dataCentres().front().restHost);
    return fresh;
}

void ProjectForm::beginNew()
{
    showProject(freshProject());
    focusName();
}

void ProjectForm::becomeNew()
{
    const project::Project fresh = freshProject();
    m_base = project::Project();
    m_shown = fresh;
    QVariantMap entered = changes(); // everything that is not empty
    showProject(fresh);
    restore(entered);
}

void ProjectForm::fillFrom(const QString& block)
{
    const project::PastedProject pasted = project::parsePastedProject(block.toStdString());
    if (pasted.empty()) {
        Q_EMIT told(
            Tone::Warning, tr("No project data was found in the text."),
            tr("Copy lines such as “App ID: ...” and “AppKey: org#app” from the Agora Console, or an .env "
               "file."));
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
    if (!pasted.certificate.empty())
        m_certificate->setTyped(text::q(pasted.certificate.view()));
    if (!pasted.previousCertificate.empty())
        m_previous->setTyped(text::q(pasted.previousCertificate.view()));
    fill(m_orgName, pasted.orgName);
    fill(m_appName, pasted.appName);
    fill(m_restHost, pasted.restHost);
    if (pasted.hostUnclear && m_id.empty())
        m_restHost.edit->clear(); // it holds a proposal, and another was given
    fill(m_webSocket, pasted.webSocketHost);
    if (m_name.edit->text().isEmpty() && !pasted.appName.empty())
        m_name.edit->setText(text::q(pasted.appName));

    std::vector<std::string> missing = pasted.missing();
    std::erase_if(missing, [this](const std::string& field) { // the form proposes a data centre
        return field == "rest_host" && !m_restHost.edit->text().isEmpty();
    });
    tellFilled(pasted, missing);
    focusName();
}

void ProjectForm::tellFilled(const project::PastedProject& pasted, const std::vector<std::string>& missing)
{
    QStringList names;
    for (const std::string& name : pasted.unused)
        names << text::q(name);
    const QString unused =
        names.isEmpty() ? QString() : tr("Not used from the text: %1.").arg(names.join(QStringLiteral(", ")));
    if (!pasted.contradictions.empty())
        Q_EMIT told(Tone::Warning,
                    tr("The text contradicts itself: %1. The first value was taken.")
                        .arg(titles(pasted.contradictions)),
                    unused);
    else if (pasted.hostUnclear)
        Q_EMIT told(Tone::Warning,
                    tr("The text names a host that was not understood: fill in the REST host yourself."),
                    unused);
    else if (!missing.empty())
        Q_EMIT told(Tone::Info, tr("Filled in. Not in the text: %1.").arg(titles(missing)), unused);
    else if (pasted.restHost.empty())
        Q_EMIT told(Tone::Info,
                    tr("Filled in. The REST host is a proposal: compare it with the Agora Console."), unused);
    else
        Q_EMIT told(Tone::Good, tr("All fields are filled in."), unused);
}

project::Project ProjectForm::edited() const
{
    const auto value = [](const FieldRow& row) { return row.edit->text().trimmed().toStdString(); };
    project::Project project = m_shown;
    project.id = m_id;
    project.name = value(m_name);
    project.appId = value(m_appId);
    project.orgName = value(m_orgName);
    project.appName = value(m_appName);
    project.restHost = value(m_restHost);
    project.webSocketHost = value(m_webSocket);
    project.production = m_production->isChecked();
    project.environments = m_environments->environments();
    project.environment = m_environments->inUse();
    return project;
}

bool ProjectForm::isChanged() const
{
    return edited() != m_base || !m_certificate->typed().isEmpty() || !m_previous->typed().isEmpty() ||
           m_environments->isBroken();
}

bool ProjectForm::canSave() const
{
    return m_id != project::kSandboxName;
}

QString ProjectForm::typedSecret(std::string_view role) const
{
    return role == vault::kCertificate ? m_certificate->typed() : m_previous->typed();
}

base::Result<> ProjectForm::checkEntries()
{
    for (SecretField* field : {m_certificate, m_previous}) {
        const std::string typed = field->typed().toStdString();
        if (typed.empty())
            continue;
        if (auto ok = token::checkCertificate(typed); !ok) {
            field->focusEdit();
            return ok;
        }
    }
    return m_environments->check();
}

void ProjectForm::focusField(std::string_view field)
{
    const std::pair<std::string_view, const FieldRow*> rows[] = {{"name", &m_name},
                                                                 {"app_id", &m_appId},
                                                                 {"org_name", &m_orgName},
                                                                 {"app_name", &m_appName},
                                                                 {"rest_host", &m_restHost}};
    for (const auto& [name, row] : rows) {
        if (field == name)
            row->edit->setFocus();
    }
}

void ProjectForm::focusName()
{
    m_name.edit->setFocus();
}

/// The live check: each field on its own, so that all faults show at once; an empty field is no fault yet.
void ProjectForm::check()
{
    if (!m_remove)
        return; // the form is still being built
    const project::Project project = edited();
    const auto reason = [](const auto& result) {
        return result ? QString() : text::errorText(result.error()).explanation();
    };
    m_appId.setError(project.appId.empty() ? QString() : reason(token::checkAppId(project.appId)));
    for (SecretField* field : {m_certificate, m_previous}) {
        const std::string typed = field->typed().toStdString();
        QString fault = typed.empty() ? QString() : reason(token::checkCertificate(typed));
        if (fault.isEmpty() && !typed.empty() && typed == project.appId)
            fault = tr("This is the App ID. The certificate stands beside it in the Console.");
        field->setError(fault);
    }
    m_restHost.setError(project.restHost.empty() ? QString()
                                                 : reason(project::normaliseHost(project.restHost)));
    const QSignalBlocker quiet(m_dataCentre);
    const int centre = m_dataCentre->findData(m_restHost.edit->text().trimmed());
    m_dataCentre->setCurrentIndex(centre >= 0 ? centre : m_dataCentre->count() - 1);
    m_discard->setEnabled(isChanged());
    if (!m_filling)
        Q_EMIT changed();
}

QVariantMap ProjectForm::changes() const
{
    QVariantMap changes;
    const project::Project now = edited();
    const auto add = [&changes](const char* name, const std::string& value, const std::string& base) {
        if (value != base)
            changes[QLatin1String(name)] = text::q(value);
    };
    add("name", now.name, m_base.name);
    add("appId", now.appId, m_base.appId);
    add("certificate", m_certificate->typed().toStdString(), {});
    add("previous", m_previous->typed().toStdString(), {});
    add("orgName", now.orgName, m_base.orgName);
    add("appName", now.appName, m_base.appName);
    add("restHost", now.restHost, m_base.restHost);
    add("webSocket", now.webSocketHost, m_base.webSocketHost);
    if (now.production != m_base.production)
        changes[QStringLiteral("production")] = now.production;
    if (now.environments != m_base.environments || now.environment != m_base.environment ||
        m_environments->isBroken()) {
        changes[QStringLiteral("environment")] = text::q(now.environment);
        changes[QStringLiteral("environments")] =
            text::q(project::environmentsToJson(now.environments).toJson());
        changes[QStringLiteral("brokenVariables")] = m_environments->brokenTexts();
    }
    return changes;
}

void ProjectForm::restore(const QVariantMap& changes)
{
    if (m_id == project::kSandboxName)
        return;
    {
        const QScopedValueRollback filling(m_filling, true);
        const std::pair<const char*, const FieldRow*> rows[] = {
            {"name", &m_name},       {"appId", &m_appId},       {"orgName", &m_orgName},
            {"appName", &m_appName}, {"restHost", &m_restHost}, {"webSocket", &m_webSocket}};
        for (const auto& [name, row] : rows) {
            if (const auto found = changes.find(QLatin1String(name)); found != changes.end())
                row->edit->setText(found->toString());
        }
        m_certificate->setTyped(changes.value(QStringLiteral("certificate")).toString());
        m_previous->setTyped(changes.value(QStringLiteral("previous")).toString());
        if (const auto found = changes.find(QStringLiteral("production")); found != changes.end())
            m_production->setChecked(found->toBool());
        restoreEnvironments(changes);
    }
    check();
}

/// The one in use may have been switched meanwhile: it stays what is stored, if it is still there.
void ProjectForm::restoreEnvironments(const QVariantMap& changes)
{
    const auto json =
        base::JsonValue::parse(changes.value(QStringLiteral("environments")).toString().toStdString());
    if (!json)
        return;
    auto environments = project::environmentsFromJson(*json);
    const auto isStored = [this](const project::Environment& each) {
        return each.name == m_shown.environment;
    };
    const bool stays = std::any_of(environments.begin(), environments.end(), isStored);
    m_environments->setEnvironments(
        std::move(environments),
        stays ? m_shown.environment : changes.value(QStringLiteral("environment")).toString().toStdString());
    m_environments->setBrokenTexts(changes.value(QStringLiteral("brokenVariables")).toMap());
}

} // namespace ui
