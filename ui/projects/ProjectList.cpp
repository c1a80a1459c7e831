// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/ProjectList.h"

#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/widgets/Icons.h"

namespace ui {
namespace {

std::string idOf(const QListWidgetItem& item)
{
    return item.data(Qt::UserRole).toString().toStdString();
}

} // namespace

ProjectList::ProjectList(const Context& context, QWidget* parent)
    : QListWidget(parent)
    , m_context(context)
{
    setMinimumWidth(180);
}

void ProjectList::fill(const std::string& select, const std::set<std::string>& changed)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const project::Project& project : m_context.projects.projects()) {
        auto* item = new QListWidgetItem(this);
        item->setData(Qt::UserRole, text::q(project.id));
        item->setIcon(icon(project.isSandbox()  ? QStringLiteral("flask-conical")
                           : project.production ? QStringLiteral("shield-alert")
                                                : QStringLiteral("folder-kanban")));
    }
    mark(changed);
    const int row = rowOf(select);
    setCurrentRow(row >= 0 || select.empty() ? row : 0);
}

void ProjectList::mark(const std::set<std::string>& changed)
{
    const QSignalBlocker quiet(this);
    const int fresh = rowOf({});
    if (fresh < 0 && changed.count({}) > 0) {
        auto* item = new QListWidgetItem(icon(QStringLiteral("plus")), {}, this);
        item->setData(Qt::UserRole, QString());
    } else if (fresh >= 0 && changed.count({}) == 0) {
        const bool current = fresh == currentRow();
        delete takeItem(fresh);
        if (current)
            setCurrentRow(-1);
    }
    for (int i = 0; i < count(); ++i)
        write(*item(i), changed);
}

void ProjectList::write(QListWidgetItem& item, const std::set<std::string>& changed) const
{
    const std::string id = idOf(item);
    const auto project = m_context.projects.find(id);
    if (id.empty() || !project)
        return item.setText(tr("New project (not saved)"));
    const QString name = text::q(project->name);
    const bool used = id == m_context.projects.active().id;
    if (changed.count(id) > 0)
        item.setText(used ? tr("%1 (in use, changed)").arg(name) : tr("%1 (changed)").arg(name));
    else
        item.setText(used ? tr("%1 (in use)").arg(name) : name);
}

void ProjectList::select(const std::string& id)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(rowOf(id));
}

std::optional<std::string> ProjectList::selectedId() const
{
    const QListWidgetItem* current = currentItem();
    return current ? std::optional(idOf(*current)) : std::nullopt;
}

int ProjectList::rowOf(const std::string& id) const
{
    for (int i = 0; i < count(); ++i) {
        if (idOf(*item(i)) == id)
            return i;
    }
    return -1;
}

} // namespace ui
