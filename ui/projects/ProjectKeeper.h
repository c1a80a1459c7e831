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

    /// One secret after the other: the vault takes no edit while it is being saved. `done` gets the first
    /// error; what was kept before that stays. The project need not be stored yet.
    using SecretsKept = std::function<void(const base::Result<>&)>;
    void keep(const std::string& projectId, project::SecretList secrets, SecretsKept done);

    /// The secrets first, then the project: what is cut off in between leaves no project without its
    /// certificate. `before` with an empty id: a new project, under the id of `after`. `done` gets it as it
    /// is stored then.
    using Kept = std::function<void(const base::Result<project::Project>&)>;
    void store(const project::Project& before, const project::Project& after, project::SecretList secrets,
               Kept done);

    /// Notes with a stored project whether the vault has its certificate.
    [[nodiscard]] base::Result<project::Project> note(const std::string& id);

    /// Adds the projects of an export without secrets.
    [[nodiscard]] base::Result<project::Imported> importPlain(const QString& path,
                                                              const std::string& content);
    /// The same from an export with certificates.
    using Done = std::function<void(const base::Result<project::Imported>&)>;
    void importSecrets(const QString& path, const QString& passphrase, Done done);

private:
    [[nodiscard]] bool isKept(const std::string& id, bool otherwise) const;

    Context& m_context;
};

} // namespace ui
