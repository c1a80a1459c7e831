// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Mint.h"
#include "core/token/AccessToken2.h"
#include "tests/support/WindowKit.h"

#include <QFrame>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace support {

/// The page Inspect with the project “mine”, and tokens for it.
struct InspectKit : WindowKit
{
    enum Tab { Verdict, Bytes, Times, Remint, Compare, Why };

    InspectKit()
    {
        projectId = useProject("https://a41.chat.agora.io");
        show(QStringLiteral("inspect"));
    }

    [[nodiscard]] QString minted(bool forApp = false, std::int64_t age = 0, std::uint32_t expire = 3600,
                                 const std::string& user = "alice", std::uint32_t salt = 4711) const
    {
        return QString::fromStdString(
            project::mintChatToken(project::activeCredentials(projects, secrets),
                                   {.forApp = forApp,
                                    .userId = forApp ? std::string() : user,
                                    .expire = expire,
                                    .issueTs = static_cast<std::uint32_t>(clock.now() - age),
                                    .salt = salt})
                .value());
    }

    /// A user token of alice, signed with this certificate.
    [[nodiscard]] QString signedWith(std::string_view certificate, std::string_view appId = kAppId) const
    {
        return QString::fromStdString(*token::build({std::string(appId),
                                                     static_cast<std::uint32_t>(clock.now()),
                                                     3600,
                                                     1,
                                                     {token::chatUserService("alice", 3600)}},
                                                    certificate));
    }

    void inspect(const QString& text, Tab tab = Verdict)
    {
        Q_EMIT bus.inspectRequested(text);
        find<QTabWidget>("inspectTabs")->setCurrentIndex(tab);
    }

    /// What a framed message says, its hint behind it.
    [[nodiscard]] QString said(const char* banner)
    {
        const auto* frame = find<QFrame>(banner);
        return frame->accessibleName() + QLatin1Char(' ') + frame->accessibleDescription();
    }

    [[nodiscard]] QStringList column(const char* table, int column)
    {
        const QAbstractItemModel* model = find<QTableView>(table)->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, column).data().toString();
        return texts;
    }

    std::string projectId;
};

} // namespace support
