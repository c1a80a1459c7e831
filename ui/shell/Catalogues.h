// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"

#include <QObject>

#include <memory>

namespace ui {

/// The endpoint catalogue, read in a worker thread when it is first asked for.
class Catalogues final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogues)

public:
    explicit Catalogues(QObject* parent = nullptr);

    /// Starts reading, once. `loaded` follows, at once when it has been read already.
    void load();
    /// nullptr until `loaded`. Lives as long as this object.
    [[nodiscard]] const catalogue::Catalogue* get() const { return m_catalogue.get(); }

Q_SIGNALS:
    void loaded();

private:
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    bool m_loading = false;
};

} // namespace ui
