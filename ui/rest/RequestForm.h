// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/rest/Draft.h"

#include <QWidget>

#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

class Presenter;

/// The fields of one endpoint, made from the catalogue: path, query, header and body, each with what the
/// documents say of it. org_name, app_name and app_id come from the project and are not asked for.
class RequestForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestForm)

public:
    explicit RequestForm(const Presenter& presenter, QWidget* parent = nullptr);

    void showEndpoint(const catalogue::Endpoint& endpoint, const rest::Draft& draft);
    /// The values as entered, without those that are empty: what is shown, and nothing else.
    [[nodiscard]] std::vector<rest::Draft::Value> values() const;
    /// Marks the field and explains; an empty name takes all marks away. False when no such field is shown.
    bool showError(const QString& name, const QString& message);
    void focusFirst();
    /// False while another text is sent in place of the body's fields: they are disabled and say so.
    void setBodyUsed(bool used);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        std::string name; ///< as in the catalogue
        std::string key;  ///< with its part in front, as a Draft wants it: "path:username"
        QWidget* input = nullptr;
        QLabel* error = nullptr;
        std::function<QString()> text;
    };

    void addSection(const QString& title, const char* part, const std::vector<catalogue::Field>& fields,
                    const rest::Draft& draft);
    void addField(class QVBoxLayout* column, const char* part, const catalogue::Field& field,
                  const rest::Draft& draft);

    const Presenter& m_presenter;
    QWidget* m_content = nullptr;
    QLabel* m_bodyUnused = nullptr; ///< there where the endpoint has body fields
    std::vector<Row> m_rows;
};

} // namespace ui
