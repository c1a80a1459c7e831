// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Certificates.h"
#include "core/project/Import.h"
#include "ui/shell/Context.h"

#include <QObject>

#include <functional>

namespace ui {

/// Brings projects and their secrets to where they are kept. Nothing here asks the user anything.
class ProjectKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectKeeper)

public:
    explicit ProjectKeeper(Context& context, QObject* parent = nullptr);

    /// One secret after the other: the vault takes no edit while it is being saved. `done` gets the project
    /// as it is stored then, or the first error; what was kept before that stays.
    using Kept = std::function<void(const base::Result<project::Project>&)>;
    void keep(const project::Project& stored, project::SecretList secrets, Kept done);

    /// Adds the projects of an export without secrets.
    [[nodiscard]] base::Result<project::Imported> importPlain(const QString& path,
                                                              const std::string& content);
    /// The same from an export with certificates.
    using Done = std::function<void(const base::Result<project::Imported>&)>;
    void importSecrets(const QString& path, const QString& passphrase, Done done);

private:
    Context& m_context;
};

} // namespace ui
