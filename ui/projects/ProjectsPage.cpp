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
#include "ui/projects/ProjectFiles.h"
#include "ui/projects/ProjectForm.h"
#include "ui/projects/ProjectKeeper.h"
#include "ui/projects/ProjectList.h"
#include "ui/projects/SecurityPanel.h"
#include "ui/shell/VaultHost.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Floating.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"

#include <QHBoxLayout>
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
    , m_files(new ProjectFiles(context, this))
{
    setObjectName(QStringLiteral("projectsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(label(tr("Projects"), "title", this));
    m_banner = new Banner(this);
    m_banner->setObjectName(QStringLiteral("projectBanner"));
    m_securityBanner = new Banner(this);
    m_securityBanner->setObjectName(QStringLiteral("securityBanner"));
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 700});
    column->addWidget(splitter, 1);
    for (Banner* each : {m_banner, m_securityBanner})
        each->layOver(splitter);
    for (QWidget* question : {static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_import)})
        new Floating(question, splitter);
    connect(&context.bus, &Bus::activeProjectChanged, this, [this] { fillList(m_form->id()); });
    connect(&context.bus, &Bus::projectsChanged, this, &ProjectsPage::refreshList);
    fillList(context.projects.active().id);
}

QWidget* ProjectsPage::buildList()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    m_list = named(new ProjectList(m_context), "projectList", tr("Projects"));
    column->addWidget(m_list, 1);
    m_new = named(button(tr("Add project"), QStringLiteral("plus")), "addProject", tr("Add project"));
    column->addWidget(m_new);
    buildFileButtons(column);
    m_security = named(button(tr("Security"), QStringLiteral("shield-check")), "security", tr("Security"));
    m_security->setCheckable(true);
    column->addWidget(m_security);
    // Not the current row: the list makes its first row current when it gets the focus, and that must not
    // take away what is being entered for a new project.
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProjectsPage::showSelected);
    connect(m_new, &QPushButton::clicked, this, &ProjectsPage::beginNew);
    connect(m_security, &QPushButton::toggled, this, &ProjectsPage::showSecurity);
    return side;
}

void ProjectsPage::buildFileButtons(QVBoxLayout* column)
{
    auto* import =
        named(button(tr("Import..."), QStringLiteral("download")), "importHere", tr("Import projects"));
    import->setToolTip(tr("An export, an .env file or any text with labelled values."));
    auto* out = named(button(tr("Export..."), QStringLiteral("upload")), "exportHere", tr("Export projects"));
    out->setToolTip(tr("All projects, as they are saved, without certificates. With them: Security."));
    column->addWidget(import);
    column->addWidget(out);
    connect(import, &QPushButton::clicked, m_files, &ProjectFiles::pickImport);
    connect(out, &QPushButton::clicked, m_files, &ProjectFiles::exportPlain);
    connect(m_files, &ProjectFiles::importChosen, this, &ProjectsPage::importFile);
}

QWidget* ProjectsPage::buildDetail()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_keep = new KeepChoice(this);
    m_keep->setObjectName(QStringLiteral("keepChoice"));
    m_import = new ImportBox(this);
    m_import->setObjectName(QStringLiteral("importBox"));
    connect(m_check, &HostCheck::told, m_banner, [this](Tone tone, const QString& text, const QString& hint) {
        m_banner->show(tone, text, hint);
    });
    connect(m_import, &ImportBox::accepted, this, &ProjectsPage::importSecrets);
    m_form = new ProjectForm(m_context);
    for (const char* each : {"useProject", "testProject", "deleteProject"})
        offerInMenu(m_list, m_form->findChild<QPushButton*>(QLatin1String(each)));
    column->addWidget(m_form);
    column->addStretch(1);
    auto* security = new SecurityPanel(m_context, *m_files, *m_securityBanner);
    m_detail = new QStackedWidget;
    QScrollArea* form = scrolled(content);
    form->setObjectName(QStringLiteral("projectScroll"));
    m_detail->addWidget(form);
    m_detail->addWidget(scrolled(security));

    connect(m_keep, &KeepChoice::chosen, this, &ProjectsPage::keepHere);
    connect(m_files, &ProjectFiles::exported, this, [this, security](const QString& done) {
        m_detail->currentIndex() == 1 ? security->tell({}, done) : m_banner->show(Tone::Good, done);
    });
    connect(m_files, &ProjectFiles::exportFailed, this, [this, security](const base::Error& error) {
        m_detail->currentIndex() == 1 ? security->tell(base::fail(error), {}) : fail(error);
    });
    connectForm();
    return m_detail;
}

void ProjectsPage::connectForm()
{
    connect(
        m_form, &ProjectForm::told, m_banner,
        [this](Tone tone, const QString& text, const QString& hint) { m_banner->show(tone, text, hint); });
    connect(m_form, &ProjectForm::changed, this, [this] {
        m_list->mark(changed());
        if (m_form->id().empty())
            m_list->select({});
    });
    connect(m_form, &ProjectForm::saveRequested, this, &ProjectsPage::save);
    connect(m_form, &ProjectForm::testRequested, this, &ProjectsPage::test);
    connect(m_form, &ProjectForm::removeRequested, this, &ProjectsPage::removeSelected);
    connect(m_form, &ProjectForm::discardRequested, this, &ProjectsPage::discard);
    connect(m_form, &ProjectForm::useRequested, this, [this] {
        if (const auto done = m_context.projects.setActive(m_form->id()); !done)
            fail(done.error());
        Q_EMIT m_context.bus.activeProjectChanged();
    });
}

void ProjectsPage::showNotice(const QString& text)
{
    m_banner->show(Tone::Warning, text);
}

void ProjectsPage::fail(const base::Error& error)
{
    m_banner->show(Tone::Bad, text::errorText(error).line());
}

/// The names alone: what is being entered stays, for a new project where its own is gone.
void ProjectsPage::refreshList()
{
    const bool gone = !m_form->id().empty() && !m_context.projects.find(m_form->id());
    std::erase_if(m_drafts, [this](const auto& draft) {
        return !draft.first.empty() && !m_context.projects.find(draft.first);
    });
    if (gone && m_form->isChanged())
        m_form->becomeNew();
    m_list->fill(m_form->id(), changed());
    if (gone && !m_form->id().empty())
        showSelected();
}

void ProjectsPage::fillList(const std::string& select)
{
    m_list->fill(select, changed());
    showSelected();
}

void ProjectsPage::showSelected()
{
    showSecurity(false);
    hideQuestions();
    keepDraft();
    if (const auto id = m_list->selectedId())
        showForm(*id);
}

/// The project as it is stored, with what was entered and not saved on top of it.
void ProjectsPage::showForm(const std::string& id)
{
    const auto project = m_context.projects.find(id);
    if (!id.empty() && project)
        m_form->showProject(*project);
    else if (id.empty())
        m_form->beginNew();
    else
        return;
    if (const auto draft = m_drafts.find(id); draft != m_drafts.end())
        m_form->restore(draft->second);
    m_drafts.erase(id);
    m_list->mark(changed());
}

void ProjectsPage::beginNew()
{
    showSecurity(false);
    hideQuestions();
    keepDraft();
    showForm({});
    m_list->select({});
    m_form->focusName();
}

/// What is in the form is not in the list of drafts, so that there is one place for it.
void ProjectsPage::keepDraft()
{
    m_drafts.erase(m_form->id());
    if (m_form->canSave() && m_form->isChanged())
        m_drafts[m_form->id()] = m_form->changes();
}

std::map<std::string, QVariantMap> ProjectsPage::drafts() const
{
    std::map<std::string, QVariantMap> all = m_drafts;
    if (m_form->canSave() && m_form->isChanged())
        all[m_form->id()] = m_form->changes();
    return all;
}

std::set<std::string> ProjectsPage::changed() const
{
    std::set<std::string> ids;
    for (const auto& [id, changes] : drafts())
        ids.insert(id);
    return ids;
}

QStringList ProjectsPage::unsaved() const
{
    QStringList names;
    for (const std::string& id : changed()) {
        const auto project = m_context.projects.find(id);
        names << (id.empty() || !project ? tr("a new project") : text::q(project->name));
    }
    return names;
}

void ProjectsPage::discard()
{
    const std::string id = m_form->id();
    const QVariantMap changes = m_form->changes();
    m_list->setFocus();
    m_drafts.erase(id);
    showForm(id);
    if (id.empty()) {
        m_newId.clear();
        m_list->select({});
    }
    m_banner->show(Tone::Info, tr("The changes were discarded."));
    m_banner->setUndo(tr("Undo"), [this, id, changes] {
        if (m_form->id() == id)
            return m_form->restore(changes);
        m_drafts[id] = changes;
        fillList(id);
    });
}

void ProjectsPage::hideQuestions()
{
    m_banner->hide();
    m_keep->hide();
    m_import->hide();
}

void ProjectsPage::showSecurity(bool shown)
{
    m_security->setChecked(shown);
    m_detail->setCurrentIndex(shown ? 1 : 0);
    m_securityBanner->hide();
}

void ProjectsPage::fillFrom(const QString& block)
{
    showSecurity(false);
    if (!m_form->canSave())
        beginNew(); // the sandbox stays as it is
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
                    [this, shown = m_form->id()](const base::Result<project::Project>& kept) {
                        return kept ? saved(*kept, shown) : refuse(kept.error());
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
        if (const auto then = std::exchange(m_whenKept, {}))
            then(); // it may have been cancelled meanwhile
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

/// `shown` is the id that the form had when the project was saved: none for a new one.
void ProjectsPage::saved(const project::Project& stored, const std::string& shown)
{
    m_newId.clear();
    if (const auto used = m_context.projects.setActive(stored.id); !used)
        fail(used.error());
    if (m_form->id() != shown)
        keepDraft(); // another row was chosen while the vault was being saved
    m_drafts.erase(shown);
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

/// What one press brings back: the project, its secrets, and what was entered for it.
struct ProjectsPage::Removed
{
    project::Project project;
    bool wasActive = false;
    project::SecretList secrets;
    QVariantMap changes;
};

void ProjectsPage::removeSelected()
{
    // The project comes back with one press: no question, and nothing is lost.
    const auto stored = m_context.projects.find(m_form->id());
    if (!stored)
        return;
    if (stored->certificateKept && !m_context.secrets.vault().isOpen())
        return fail(base::makeError("vault-locked"));
    auto removed = std::make_shared<Removed>();
    removed->project = *stored;
    removed->wasActive = m_context.projects.active().id == stored->id;
    removed->changes = m_form->changes();
    for (const std::string_view role : kRoles) {
        if (auto secret = m_context.secrets.get(*stored, role))
            removed->secrets.emplace_back(role, std::move(*secret));
    }
    if (const auto done = m_context.projects.remove(removed->project.id); !done)
        return fail(done.error());
    m_list->setFocus(); // the button that has it goes away
    m_form->showProject(removed->project);
    m_context.vault.forget(
        removed->project.id,
        {this, [this, removed](const base::Result<>& outcome) {
             Q_EMIT m_context.bus.projectsChanged();
             Q_EMIT m_context.bus.activeProjectChanged();
             fillList(m_context.projects.active().id);
             if (outcome)
                 m_banner->show(Tone::Info, tr("“%1” was deleted.").arg(text::q(removed->project.name)));
             else
                 fail(outcome.error());
             m_banner->setUndo(tr("Undo"), [this, removed] { undoRemove(*removed); });
         }});
}

void ProjectsPage::undoRemove(const Removed& removed)
{
    project::SecretList again;
    for (const auto& [role, value] : removed.secrets)
        again.emplace_back(role, value.copy());
    m_keeper->store({}, removed.project, std::move(again),
                    [this, wasActive = removed.wasActive,
                     changes = removed.changes](const base::Result<project::Project>& back) {
                        if (!back)
                            return fail(back.error());
                        if (const auto used =
                                wasActive ? m_context.projects.setActive(back->id) : base::Result<>();
                            !used)
                            fail(used.error());
                        if (!changes.isEmpty())
                            m_drafts[back->id] = changes;
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
        beginNew();
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

/// A question is answered with no, a message goes.
bool ProjectsPage::cancel()
{
    for (QWidget* question : {static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_import)}) {
        if (question->isVisible()) {
            question->hide();
            m_whenKept = {};
            return true;
        }
    }
    return m_banner->dismiss() || m_securityBanner->dismiss();
}

QVariantMap ProjectsPage::state() const
{
    QVariantMap entered;
    for (const auto& [id, changes] : drafts())
        entered[text::q(id)] = changes;
    return {{QStringLiteral("id"), text::q(m_form->id())}, {QStringLiteral("drafts"), entered}};
}

void ProjectsPage::restore(const QVariantMap& state)
{
    const QVariantMap entered = state.value(QStringLiteral("drafts")).toMap();
    keepDraft();
    for (auto each = entered.begin(); each != entered.end(); ++each)
        m_drafts.try_emplace(each.key().toStdString(), each.value().toMap());
    const std::string id = state.value(QStringLiteral("id")).toString().toStdString();
    m_list->fill(id, changed());
    if (id.empty())
        showForm({});
    else if (const auto selected = m_list->selectedId())
        showForm(*selected);
    m_list->select(m_form->id());
}

} // namespace ui
