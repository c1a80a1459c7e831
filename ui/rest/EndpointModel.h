// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"

#include <QStandardItemModel>

namespace ui {

/// The catalogue as a tree: groups with their endpoints. The id of an endpoint is its UserRole.
class EndpointModel final : public QStandardItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointModel)

public:
    enum Role { IdRole = Qt::UserRole, SearchRole };

    explicit EndpointModel(QObject* parent = nullptr);
    void fill(const catalogue::Catalogue& catalogue);
};

} // namespace ui
