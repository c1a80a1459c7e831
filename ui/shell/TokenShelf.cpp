// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TokenShelf.h"

#include "core/project/Secrets.h"
#include "core/text/Format.h"
#include "ui/widgets/CountdownText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tones.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace ui {
namespace {

std::string sealName(const ShelvedToken& token)
{
    return "token " + std::to_string(token.serial);
}

} // namespace

TokenShelf::TokenShelf(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TokenShelf::add(ShelvedToken token)
{
    token.serial = ++m_lastSerial;
    beginInsertRows({}, 0, 0);
    m_tokens.insert(m_tokens.begin(), std::move(token));
    endInsertRows();
}

void TokenShelf::remove(int row)
{
    if (!at(row))
        return;
    beginRemoveRows({}, row, row);
    m_tokens.erase(m_tokens.begin() + row);
    endRemoveRows();
}

bool TokenShelf::contains(const QString& text) const
{
    return !text.isEmpty() && std::any_of(m_tokens.begin(), m_tokens.end(),
                                          [&](const ShelvedToken& token) { return token.text == text; });
}

const ShelvedToken* TokenShelf::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_tokens[static_cast<std::size_t>(row)] : nullptr;
}

const ShelvedToken* TokenShelf::newestOf(const QString& projectId) const
{
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(), [&](const ShelvedToken& token) {
        return token.projectId == projectId && !token.text.isEmpty();
    });
    return found == m_tokens.end() ? nullptr : &*found;
}

void TokenShelf::seal(project::Secrets& secrets)
{
    for (ShelvedToken& token : m_tokens) {
        // What cannot be sealed is let go: a lock that leaves a token open would be none.
        if (!token.text.isEmpty())
            (void)secrets.seal(sealName(token), token.text.toStdString());
        token.text.fill(QLatin1Char(' '));
        token.text.clear();
    }
}

void TokenShelf::unseal(project::Secrets& secrets)
{
    for (ShelvedToken& token : m_tokens) {
        if (const auto back = secrets.unseal(sealName(token)); back && token.text.isEmpty())
            token.text = text::q(back->view());
    }
}

void TokenShelf::setNow(qint64 now)
{
    m_now = now;
    if (!m_tokens.empty())
        Q_EMIT dataChanged(index(0, Left), index(rowCount() - 1, Left));
}

int TokenShelf::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tokens.size());
}

int TokenShelf::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TokenShelf::data(const QModelIndex& index, int role) const
{
    const ShelvedToken* token = at(index.row());
    if (token && role == Qt::ForegroundRole && index.column() == Left)
        return toneColour(countdownText(m_now, token->issuedAt, token->expiresAt).tone,
                          QGuiApplication::palette());
    if (token && role == Qt::DecorationRole && index.column() == Left) {
        const Tone tone = countdownText(m_now, token->issuedAt, token->expiresAt).tone;
        return icon(countdownIcon(tone), toneColour(tone, QGuiApplication::palette()));
    }
    if (token && role == Qt::DecorationRole && index.column() == Kind)
        return icon(token->kind == TokenKind::User ? QStringLiteral("user") : QStringLiteral("app-window"));
    if (!token || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    return display(*token, index.column());
}

QVariant TokenShelf::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case Subject:
        return tr("User ID");
    case Project:
        return tr("Project");
    case Expires:
        return tr("Expires");
    default:
        return tr("Time left");
    }
}

QString TokenShelf::display(const ShelvedToken& token, int column) const
{
    switch (column) {
    case Kind:
        return token.kind == TokenKind::User ? tr("User token") : tr("App token");
    case Subject:
        return token.kind == TokenKind::User ? token.userId : tr("(the app)");
    case Project:
        return token.projectName;
    case Expires:
        return text::moment(token.expiresAt, false);
    default:
        return countdownText(m_now, token.issuedAt, token.expiresAt).text;
    }
}

} // namespace ui
