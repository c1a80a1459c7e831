// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/ClockSkew.h"
#include "core/diagnosis/Diagnosis.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// An answer of the service, with the call that it belongs to.
struct SeenAnswer
{
    QString projectId;
    QString endpointId;
    QString host;  ///< origin of the call
    QString token; ///< that was sent; empty when there was none
    diagnosis::Received received;
};

/// What servers have answered in this session: the last answer, for its diagnosis, and how far each server's
/// clock is from this computer's. Held in memory only; a lock forgets the answer.
class Answers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Answers)

public:
    using QObject::QObject;

    void add(SeenAnswer answer);
    /// Takes the last answer out of memory; the clocks stay.
    void forgetLast();
    [[nodiscard]] const std::optional<SeenAnswer>& last() const { return m_last; }
    /// Nothing for a server that has told no date.
    [[nodiscard]] std::optional<diagnosis::ClockSkew> skewOf(const QString& host) const;

Q_SIGNALS:
    void changed();

private:
    std::optional<SeenAnswer> m_last;
    QHash<QString, std::vector<diagnosis::ClockSkew>> m_skews; // the newest last
};

} // namespace ui
