// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace project {
class Secrets;
}

namespace ui {

enum class TokenKind { User, App };

/// A token that was minted in this session. Held in memory only.
struct ShelvedToken
{
    QString text; ///< empty while it is sealed
    TokenKind kind = TokenKind::User;
    QString userId; ///< empty for app tokens
    QString projectId;
    QString projectName;
    qint64 issuedAt = 0;  ///< Unix seconds
    qint64 expiresAt = 0; ///< Unix seconds
    quint64 serial = 0;   ///< given by the shelf
};

/// The tokens of this session, newest first, as a table for Home.
class TokenShelf final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenShelf)

public:
    enum Column { Kind, Subject, Project, Expires, Left, ColumnCount };

    explicit TokenShelf(QObject* parent = nullptr);

    void add(ShelvedToken token);
    void remove(int row);
    /// Whether a token with that text is here and not sealed.
    [[nodiscard]] bool contains(const QString& text) const;
    [[nodiscard]] const ShelvedToken* at(int row) const;
    /// The newest token of that project that is not sealed; nullptr when it has none.
    [[nodiscard]] const ShelvedToken* newestOf(const QString& projectId) const;

    /// Takes the texts away and back; the countdowns go on without them.
    void seal(project::Secrets& secrets);
    void unseal(project::Secrets& secrets);

    /// Moves the countdowns to `now`; the view repaints the Left column only.
    void setNow(qint64 now);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const ShelvedToken& token, int column) const;

    std::vector<ShelvedToken> m_tokens;
    qint64 m_now = 0;
    quint64 m_lastSerial = 0;
};

} // namespace ui
