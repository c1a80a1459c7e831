// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace ui {

class VaultHost;

/// What is to be told once of a vault that opens all the same: it could be read by others, or it is an older
/// copy than the one that was seen here last.
class VaultNotices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VaultNotices)

public:
    explicit VaultNotices(VaultHost& vault, QObject* parent = nullptr);
    /// Looks at once; afterwards after each change by itself.
    void look();

Q_SIGNALS:
    void told(const QString& text);

private:
    VaultHost& m_vault;
    bool m_swapTold = false;
};

} // namespace ui
