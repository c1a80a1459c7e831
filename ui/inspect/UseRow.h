// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "ui/shell/Context.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace ui {

/// What the token is judged for: itself, REST calls (of one endpoint), or the sign-in of a user.
class UseRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UseRow)

public:
    explicit UseRow(Context& context);

    [[nodiscard]] diagnosis::Use use() const;
    void setRest(const QString& endpointId);
    [[nodiscard]] QVariantMap state() const;
    void restore(const QVariantMap& state);

Q_SIGNALS:
    void changed();

private:
    enum Purpose { Itself, Rest, SignIn };

    void fillEndpoints();
    void showPurpose();
    void selectEndpoint(const QString& id);

    Context& m_context;
    QComboBox* m_purpose;
    QLineEdit* m_user;
    QComboBox* m_endpoint;
    QString m_wanted; ///< an endpoint that was asked for before the catalogue was read
};

} // namespace ui
