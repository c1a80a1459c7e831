// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/rest/RequestBuilder.h"

#include <QFile>

/// The catalogue that the programs carry.
inline catalogue::Catalogue loadCatalogue()
{
    QFile file(QStringLiteral(":/catalogue/endpoints.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    auto loaded = catalogue::Catalogue::load(file.readAll().toStdString());
    if (!loaded)
        qFatal("bad catalogue");
    return std::move(*loaded);
}

inline rest::Target demoTarget()
{
    return {"https://a41.chat.agora.io", "demo-org", "demo-app", "970ca35de60c44645bbae8a215061b33"};
}
