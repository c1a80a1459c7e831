// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace text {

/// A library that is in the programs, and its licence.
struct Library
{
    QString name;
    QString version; ///< of the one that runs; empty where it does not tell
    QString licence;
};

/// Those that ship with the window, Qt first.
[[nodiscard]] QList<Library> libraries();

/// Lines for a report on a fault: the versions and the system, where the data lies with the home folder
/// written as `~`. English, as whoever reads it expects.
[[nodiscard]] QString reportFacts(const QString& platform, const QString& language,
                                  const QString& dataFolder);

} // namespace text
