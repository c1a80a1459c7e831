// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Catalogues.h"

#include "core/sandbox/Sandbox.h"

#include <QFile>
#include <QFuture>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace ui {
namespace {

std::string builtIn(const QString& name)
{
    QFile file(QStringLiteral(":/catalogue/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

Catalogues::Catalogues(QObject* parent)
    : QObject(parent)
{
}

std::shared_ptr<const Catalogues::Read> Catalogues::readAll()
{
    auto catalogue = catalogue::Catalogue::load(builtIn(QStringLiteral("endpoints.json")));
    auto errors = catalogue::ErrorTable::load(builtIn(QStringLiteral("errors.json")));
    if (!catalogue || !errors)
        return nullptr;
    catalogue::Catalogue routes = *catalogue;
    if (!routes.add(builtIn(QStringLiteral("sdk.json"))))
        return nullptr;
    return std::make_shared<const Read>(
        Read{std::move(*catalogue), std::move(routes), std::move(*errors), sandbox::builtOperations()});
}

bool Catalogues::isInSandbox(std::string_view endpointId) const
{
    return m_read && std::binary_search(m_read->inSandbox.begin(), m_read->inSandbox.end(), endpointId);
}

void Catalogues::load()
{
    if (m_read) {
        Q_EMIT loaded();
        return;
    }
    if (m_loading)
        return;
    m_loading = true;
    QtConcurrent::run(&Catalogues::readAll).then(this, [this](std::shared_ptr<const Read> read) {
        if (!read) // both are part of the program and tested; without them nothing can be offered
            qFatal("the endpoint catalogue inside the program cannot be read");
        m_read = std::move(read);
        Q_EMIT loaded();
    });
}

} // namespace ui
