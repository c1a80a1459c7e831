// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/catalogue/ErrorTable.h"

#include <QObject>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// The endpoint catalogue and the table of errors, read in a worker thread when they are first asked for.
class Catalogues final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogues)

public:
    explicit Catalogues(QObject* parent = nullptr);

    /// Starts reading, once. `loaded` follows, at once when it has been read already.
    void load();
    /// nullptr until `loaded`. Lives as long as this object.
    [[nodiscard]] const catalogue::Catalogue* get() const { return m_read ? &m_read->catalogue : nullptr; }
    /// The same with the calls that only an SDK makes: what a sandbox routes by.
    [[nodiscard]] const catalogue::Catalogue* sandboxRoutes() const
    {
        return m_read ? &m_read->sandboxRoutes : nullptr;
    }
    /// Whether the sandbox has built that call; false until `loaded`.
    [[nodiscard]] bool isInSandbox(std::string_view endpointId) const;
    [[nodiscard]] const catalogue::ErrorTable* errors() const { return m_read ? &m_read->errors : nullptr; }

Q_SIGNALS:
    void loaded();

private:
    struct Read
    {
        catalogue::Catalogue catalogue;
        catalogue::Catalogue sandboxRoutes;
        catalogue::ErrorTable errors;
        std::vector<std::string> inSandbox; ///< sorted
    };
    [[nodiscard]] static std::shared_ptr<const Read> readAll();

    std::shared_ptr<const Read> m_read;
    bool m_loading = false;
};

} // namespace ui
