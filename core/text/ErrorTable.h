// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

namespace text {

/// The words for one failure; see Sentence.
struct ErrorClause
{
    QString why;
    QString hint;
    QString what{}; ///< where the error names no field
};

/// By code, from the error's args in their order.
using ErrorTable = QHash<QString, std::function<ErrorClause(const QStringList&)>>;

/// The words of one code.
inline void add(ErrorTable& table, const char* code, std::function<ErrorClause(const QStringList&)> words)
{
    table.insert(QLatin1String(code), std::move(words));
}

/// The failures of core/http.
void addHttpErrors(ErrorTable& table);

/// The failures of core/vault.
void addVaultErrors(ErrorTable& table);
/// The failures of core/tokenserver and core/sandbox.
void addServerErrors(ErrorTable& table);

} // namespace text
