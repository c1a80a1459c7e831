// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Catalogues.h"

#include <QFile>
#include <QFuture>
#include <QtConcurrent/QtConcurrentRun>

namespace ui {
namespace {

std::shared_ptr<const catalogue::Catalogue> readCatalogue()
{
    QFile file(QStringLiteral(":/catalogue/endpoints.json"));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto loaded = catalogue::Catalogue::load(file.readAll().toStdString());
    return loaded ? std::make_shared<const catalogue::Catalogue>(std::move(*loaded)) : nullptr;
}

} // namespace

Catalogues::Catalogues(QObject* parent)
    : QObject(parent)
{
}

void Catalogues::load()
{
    if (m_catalogue) {
        Q_EMIT loaded();
        return;
    }
    if (m_loading)
        return;
    m_loading = true;
    QtConcurrent::run(&readCatalogue).then(this, [this](std::shared_ptr<const catalogue::Catalogue> read) {
        if (!read) // the catalogue is part of the program and tested; without it nothing can be offered
            qFatal("the endpoint catalogue inside the program cannot be read");
        m_catalogue = std::move(read);
        Q_EMIT loaded();
    });
}

} // namespace ui
