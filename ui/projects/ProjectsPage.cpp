// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectsPage.h"

#include "core/base/SafeFile.h"
#include "core/project/Errors.h"
#include "core/project/Mint.h"
#include "core/project/PastedProject.h"
#include "core/project/ProjectFile.h"
#include "core/project/ProjectStore.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/vault/VaultFormat.h"
#include "ui/projects/HostCheck.h"
#include "ui/projects/ImportBox.h"
#include "ui/projects/ProjectForm.h"
#include "ui/projects/ProjectKeeper.h"
#include "ui/projects/SecurityPanel.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"
#include "ui/widgets/Icons.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr std::size_t kMaxImport = std::size_t{8} << 20;
constexpr std::string_view kRoles[] = {vault::kCertificate, vault::kPreviousCertificate};

} // namespace

ProjectsPage::ProjectsPage(Context& context)
    : m_context(context)
    , m_keeper(new ProjectKeeper(context, this))
    , m_check(new HostCheck(context, this))
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
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 700});
    column->addWidget(splitter, 1);
    connect(&context.bus, &Bus::activeProjectChanged, this, [this] { fillList(m_form->id()); });
    connect(&context.bus, &Bus::projectsChanged, this, &ProjectsPage::refreshList);
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
    m_security = named(button(tr("Security"), QStringLiteral("shield-check")), "security", tr("Security"));
    m_security->setCheckable(true);
    column->addWidget(m_security);
    // Not the current row: the list makes its first row current when it gets the focus, and that must not
    // take away what is being entered for a new project.
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProjectsPage::showSelected);
    connect(m_new, &QPushButton::clicked, this, [this] {
        showSecurity(false);
        {
            const QSignalBlocker quiet(m_list);
            m_list->setCurrentRow(-1);
        }
        m_banner->hide();
        m_newId.clear();
        m_form->beginNew();
    });
    connect(m_security, &QPushButton::toggled, this, &ProjectsPage::showSecurity);
    return side;
}

QWidget* ProjectsPage::buildDetail()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_keep = new KeepChoice;
    m_keep->setObjectName(QStringLiteral("keepChoice"));
    column->addWidget(m_keep);
    m_import = new ImportBox;
    m_import->setObjectName(QStringLiteral("importBox"));
    column->addWidget(m_import);
    connect(m_check, &HostCheck::told, m_banner, [this](Tone tone, const QString& text, const QString& hint) {
        m_banner->show(tone, text, hint);
    });
    connect(m_import, &ImportBox::accepted, this, &ProjectsPage::importSecrets);
    m_form = new ProjectForm(m_context);
    for (const char* each : {"useProject", "testProject", "deleteProject"})
        offerInMenu(m_list, m_form->findChild<QPushButton*>(QLatin1String(each)));
    column->addWidget(m_form);
    column->addStretch(1);
    auto* security = new SecurityPanel(m_context);
    m_detail = new QStackedWidget;
    QScrollArea* form = scrolled(content);
    form->setObjectName(QStringLiteral("projectScroll"));
    m_detail->addWidget(form);
    m_detail->addWidget(scrolled(security));

    connect(m_keep, &KeepChoice::chosen, this, &ProjectsPage::keepHere);
    connect(
        m_form, &ProjectForm::told, m_banner,
        [this](Tone tone, const QString& text, const QString& hint) { m_banner->show(tone, text, hint); });
    connect(m_form, &ProjectForm::saveRequested, this, &ProjectsPage::save);
    connect(m_form, &ProjectForm::testRequested, this, &ProjectsPage::test);
    connect(m_form, &ProjectForm::removeRequested, this, &ProjectsPage::removeSelected);
    connect(m_form, &ProjectForm::useRequested, this, [this] {
        if (const auto done = m_context.projects.setActive(m_form->id()); !done)
            fail(done.error());
        Q_EMIT m_context.bus.activeProjectChanged();
    });
    connect(security, &SecurityPanel::importRequested, this, &ProjectsPage::importFile);
    return m_detail;
}

void ProjectsPage::showNotice(const QString& text)
{
    m_banner->show(Tone::Warning, text);
}

void ProjectsPage::fail(const base::Error& error)
{
    m_banner->show(Tone::Bad, text::errorText(error).line());
}

/// The names alone: what is being entered stays, unless its project is gone.
void ProjectsPage::refreshList()
{
    const bool gone = !m_form->id().empty() && !m_context.projects.find(m_form->id());
    listProjects(m_form->id());
    if (gone)
        showSelected();
}

void ProjectsPage::fillList(const std::string& select)
{
    listProjects(select);
    showSelected();
}

void ProjectsPage::listProjects(const std::string& select)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const project::Project& active = m_context.projects.active();
    int row = select.empty() ? -1 : 0; // a new project is in no row
    for (const project::Project& project : m_context.projects.projects()) {
        auto* item = new QListWidgetItem(m_list);
        item->setText(project.id == active.id ? tr("%1 (in use)").arg(text::q(project.name))
                                              : text::q(project.name));
        item->setData(Qt::UserRole, text::q(project.id));
        item->setIcon(icon(project.isSandbox()  ? QStringLiteral("flask-conical")
                           : project.production ? QStringLiteral("shield-alert")
                                                : QStringLiteral("folder-kanban")));
        if (project.id == select)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
}

std::string ProjectsPage::selectedId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

void ProjectsPage::showSelected()
{
    showSecurity(false);
    m_banner->hide();
    m_keep->hide();
    m_import->hide();
    if (const auto project = m_context.projects.find(selectedId()))
        m_form->showProject(*project);
}

void ProjectsPage::showSecurity(bool shown)
{
    m_security->setChecked(shown);
    m_detail->setCurrentIndex(shown ? 1 : 0);
}

void ProjectsPage::fillFrom(const QString& block)
{
    showSecurity(false);
    m_form->fillFrom(block);
}

void ProjectsPage::showProject(const QString& id)
{
    fillList(id.toStdString());
}

/// Nothing is stored before it is known where the certificates go; the form stays as it is until they are
/// there.
void ProjectsPage::save()
{
    project::Project edited = m_form->edited();
    if (const auto ok = m_form->checkEntries(); !ok)
        return fail(ok.error());
    project::SecretList secrets;
    for (const std::string_view role : kRoles) {
        if (const QString typed = m_form->typedSecret(role); !typed.isEmpty())
            secrets.emplace_back(role, base::SecretBytes(typed.toStdString()));
    }
    auto stored = project::checkProject(edited).map([&] { return edited; });
    const bool ask = !secrets.empty() && !m_context.secrets.hasVault() && !m_context.vault.sessionChosen();
    if (stored && ask)
        return askWhere([this] { save(); });
    if (stored && nameIsTaken(edited))
        stored = base::fail(project::errors::kNameTaken, "name", std::vector{edited.name});
    if (!stored)
        return refuse(stored.error());
    if (edited.id.empty()) { // what fails from here on is tried again under the same id
        if (m_newId.empty())
            m_newId = project::ProjectStore::newId();
        edited.id = m_newId;
    }
    secrets = project::withPrevious(edited, m_context.secrets, std::move(secrets));
    m_keeper->store(m_form->shown(), edited, std::move(secrets),
                    [this](const base::Result<project::Project>& kept) {
                        return kept ? saved(*kept) : refuse(kept.error());
                    });
}

/// Asked before the certificates are kept, for a project that is not there yet.
bool ProjectsPage::nameIsTaken(const project::Project& edited) const
{
    const auto& all = m_context.projects.projects();
    return std::any_of(all.begin(), all.end(), [&](const project::Project& other) {
        return other.name == edited.name && other.id != edited.id;
    });
}

void ProjectsPage::refuse(const base::Error& error)
{
    fail(error);
    m_form->focusField(error.field);
}

/// Where secrets shall be kept is asked once, when there is the first one; then `then` goes on.
void ProjectsPage::askWhere(std::function<void()> then)
{
    m_whenKept = std::move(then);
    m_keep->ask();
    m_context.vault.findKeychain(
        {m_keep, [this](const base::Result<>& answer) { m_keep->offerKeychain(answer.has_value()); }});
}

void ProjectsPage::keepHere(KeepChoice::Where where, const QString& passphrase)
{
    const auto goOn = [this] {
        m_keep->hide();
        std::exchange(m_whenKept, {})();
    };
    if (where == KeepChoice::Where::Session) {
        m_context.vault.chooseSession();
        return goOn();
    }
    m_context.vault.create({passphrase, where == KeepChoice::Where::Keychain},
                           {this, [this, goOn](const base::Result<>& outcome) {
                                if (outcome)
                                    return goOn();
                                m_keep->refuse(text::errorText(outcome.error()).line());
                            }});
}

void ProjectsPage::saved(const project::Project& stored)
{
    m_newId.clear();
    if (const auto used = m_context.projects.setActive(stored.id); !used)
        fail(used.error());
    m_form->showProject(stored);
    Q_EMIT m_context.bus.projectsChanged();
    Q_EMIT m_context.bus.activeProjectChanged();
    const bool signing = m_context.secrets.place(stored) != project::Place::None;
    m_banner->show(Tone::Good, tr("Saved, and in use now."),
                   signing ? QString() : tr("Without its certificate nothing can be minted for it."));
    const vault::Header header = m_context.secrets.vault().info().header;
    if (signing && header.keychain && header.kdf == vault::PassphraseKdf::None && header.generation == 1) {
        m_banner->show(Tone::Good, tr("Saved, and in use now."),
                       tr("Only the keychain has the key of the vault: keep a recovery key file, too."));
        m_banner->setUndo(tr("Security"), [this] { showSecurity(true); });
    }
}

/// Checks what can be checked here, and offers the call that asks the host.
void ProjectsPage::test()
{
    const auto project = m_context.projects.find(m_form->id());
    if (!project)
        return fail(project.error());
    if (const auto ok = project::checkProject(*project); !ok)
        return fail(ok.error());
    const project::Credentials signer = project::credentialsOf(*project, m_context.secrets, true);
    if (const auto token = project::mintChatToken(signer, project::newAppToken(m_context.clock)); !token)
        return fail(token.error());
    if (project->restHost.empty()) {
        m_banner->show(Tone::Warning, tr("The App ID and the certificate are well formed, and mint a token."),
                       tr("Without REST host no call can be made."));
        return;
    }
    m_banner->show(Tone::Good, tr("All fields are well formed, and an app token can be minted."),
                   tr("Whether %1 takes it is known when it is asked for one user, which changes nothing.")
                       .arg(text::q(project->restHost)));
    m_banner->setUndo(tr("Ask the host"), [this, id = project->id] { askHost(id); });
}

void ProjectsPage::askHost(const std::string& id)
{
    if (const auto project = m_context.projects.find(id))
        m_check->ask(*project);
}

void ProjectsPage::removeSelected()
{
    // The project comes back with one press: no question, and nothing is lost.
    const auto stored = m_context.projects.find(m_form->id());
    if (!stored)
        return;
    const project::Project project = *stored;
    if (project.certificateKept && !m_context.secrets.vault().isOpen())
        return fail(base::makeError("vault-locked"));
    const bool wasActive = m_context.projects.active().id == project.id;
    auto secrets = std::make_shared<project::SecretList>();
    for (const std::string_view role : kRoles) {
        if (auto secret = m_context.secrets.get(project, role))
            secrets->emplace_back(role, std::move(*secret));
    }
    if (const auto done = m_context.projects.remove(project.id); !done)
        return fail(done.error());
    m_context.vault.forget(
        project.id, {this, [this, project, wasActive, secrets](const base::Result<>& outcome) {
                         Q_EMIT m_context.bus.projectsChanged();
                         Q_EMIT m_context.bus.activeProjectChanged();
                         fillList(m_context.projects.active().id);
                         if (outcome)
                             m_banner->show(Tone::Info, tr("“%1” was deleted.").arg(text::q(project.name)));
                         else
                             fail(outcome.error());
                         m_banner->setUndo(tr("Undo"), [this, project, wasActive, secrets] {
                             undoRemove(project, wasActive, *secrets);
                         });
                     }});
}

void ProjectsPage::undoRemove(const project::Project& project, bool wasActive,
                              const project::SecretList& secrets)
{
    project::SecretList again;
    for (const auto& [role, value] : secrets)
        again.emplace_back(role, value.copy());
    m_keeper->store(
        {}, project, std::move(again), [this, wasActive](const base::Result<project::Project>& back) {
            if (!back)
                return fail(back.error());
            if (const auto used = wasActive ? m_context.projects.setActive(back->id) : base::Result<>();
                !used)
                fail(used.error());
            Q_EMIT m_context.bus.projectsChanged();
            Q_EMIT m_context.bus.activeProjectChanged();
            fillList(back->id);
        });
}

void ProjectsPage::importFile(const QString& path)
{
    const auto content = base::readFile(path.toStdString(), kMaxImport);
    if (!content)
        return fail(content.error());
    if (vault::looksLikeVault(*content)) {
        showSecurity(false);
        return m_import->ask(path);
    }
    if (!project::isExport(*content)) {
        showSecurity(false);
        m_new->click();
        m_form->fillFrom(text::q(*content));
        return;
    }
    const auto outcome = m_keeper->importPlain(path, *content);
    return outcome ? imported(*outcome, false) : fail(outcome.error());
}

void ProjectsPage::importSecrets(const QString& path, const QString& passphrase)
{
    if (!m_context.secrets.hasVault() && !m_context.vault.sessionChosen()) {
        m_import->setBusy(false); // that question can be cancelled
        return askWhere([=, this] { importSecrets(path, passphrase); });
    }
    m_import->setBusy(true);
    m_keeper->importSecrets(path, passphrase, [this](const base::Result<project::Imported>& outcome) {
        if (!outcome)
            return m_import->refuse(text::errorText(outcome.error()).line());
        m_import->hide();
        imported(*outcome, true);
    });
}

void ProjectsPage::imported(const project::Imported& outcome, bool withCertificates)
{
    Q_EMIT m_context.bus.projectsChanged();
    fillList(m_form->id());
    QStringList left;
    for (const project::Project& project : outcome.known)
        left << tr("“%1” was there already.").arg(text::q(project.name));
    for (const base::Error& error : outcome.skipped)
        left << text::errorText(error).line();
    const auto added = static_cast<int>(outcome.added.size());
    m_banner->show(outcome.skipped.empty() ? Tone::Good : Tone::Warning,
                   withCertificates ? tr("%n project(s) imported, with certificates.", nullptr, added)
                                    : tr("%n project(s) imported, without certificates.", nullptr, added),
                   left.join(QLatin1Char(' ')));
}

void ProjectsPage::enter()
{
    m_list->setFocus();
}

void ProjectsPage::runPrimary()
{
    if (m_detail->currentIndex() == 0 && m_form->canSave())
        save();
}

QVariantMap ProjectsPage::state() const
{
    return m_form->state();
}

void ProjectsPage::restore(const QVariantMap& state)
{
    const std::string id = state.value(QStringLiteral("id")).toString().toStdString();
    if (id.empty())
        m_new->click();
    else
        fillList(id);
    m_form->restore(state);
}

} // namespace ui
