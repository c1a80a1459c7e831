// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/RequestForm.h"

#include "core/redact/Redactor.h"
#include "core/text/FieldText.h"
#include "core/text/Format.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FileField.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr const char* kBody = "body"; // the part of a request, as a Draft names it

bool comesFromProject(std::string_view name)
{
    return name == "org_name" || name == "app_name" || name == "app_id";
}

/// Lists and objects are written over several lines.
bool isLong(const catalogue::Field& field)
{
    return field.type == catalogue::FieldType::StringArray || field.type == catalogue::FieldType::Object ||
           field.name.starts_with("[]");
}

/// The values of `[0].name`, `[1].name` ... in a draft.
QStringList entriesOf(const rest::Draft& draft, const std::string& member)
{
    QStringList entries;
    for (int i = 0;; ++i) {
        const std::string name = '[' + std::to_string(i) + ']' + member;
        const std::string* value = draft.find(name);
        if (!value)
            value = draft.find("body:" + name);
        if (!value)
            return entries;
        entries << text::q(*value);
    }
}

QString explanation(const catalogue::Field& field)
{
    QStringList parts{text::q(field.description), text::limitsText(field)};
    if (!field.defaultText.empty())
        parts << RequestForm::tr("default: %1").arg(text::q(field.defaultText));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

RequestForm::RequestForm(const Presenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
}

void RequestForm::showEndpoint(const catalogue::Endpoint& endpoint, const rest::Draft& draft)
{
    m_rows.clear();
    m_bodyUnused = nullptr;
    delete m_content;
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    layout()->addWidget(m_content);
    addSection(tr("Path"), "path", endpoint.pathFields, draft);
    addSection(tr("Query"), "query", endpoint.queryFields, draft);
    addSection(tr("Headers"), "header", endpoint.headerFields, draft);
    addSection(tr("Body"), kBody, endpoint.bodyFields, draft);
    if (m_rows.empty())
        column->addWidget(paragraph(tr("This call has no fields: press Send."), "muted"));
    column->addStretch(1);
    followSelection(m_content);
}

void RequestForm::addSection(const QString& title, const char* part,
                             const std::vector<catalogue::Field>& fields, const rest::Draft& draft)
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    bool first = true;
    for (const catalogue::Field& field : fields) {
        // The token's header is added when the request is sent.
        if (comesFromProject(field.name) || field.name == "Authorization")
            continue;
        if (first) {
            column->addWidget(label(title, "heading"));
            if (part == kBody) {
                m_bodyUnused =
                    paragraph(tr("Not sent: the text in the tab “Body” is sent in their place."), "muted");
                m_bodyUnused->setObjectName(QStringLiteral("bodyUnused"));
                m_bodyUnused->hide();
                column->addWidget(m_bodyUnused);
            }
        }
        first = false;
        addField(column, part, field, draft);
    }
    if (!first)
        column->addSpacing(8);
}

void RequestForm::addField(QVBoxLayout* column, const char* part, const catalogue::Field& field,
                           const rest::Draft& draft)
{
    const QString name = text::q(field.name);
    const QString objectName = QStringLiteral("field:") + name;
    Row row{field.name, std::string(part) + ':' + field.name, nullptr, nullptr, {}};
    const std::string* given = draft.find(row.key);
    if (!given)
        given = draft.find(field.name);
    QString initial = given ? text::q(*given) : QString();
    if (!given && field.name.starts_with("[]")) // one line for each object of the array
        initial = entriesOf(draft, field.name.substr(2)).join(QLatin1Char('\n'));

    QWidget* shown = nullptr; // what holds the input, where it does not stand alone
    auto* caption = label(field.required ? tr("%1 (required)").arg(name) : name);
    column->addWidget(caption);
    if (!field.constraints.choices.empty() || field.type == catalogue::FieldType::Boolean) {
        auto* choice = new QComboBox;
        choice->setEditable(true); // to test what the service makes of another word
        choice->lineEdit()->setAccessibleName(name);
        choice->addItem({});
        if (field.type == catalogue::FieldType::Boolean)
            choice->addItems({QStringLiteral("true"), QStringLiteral("false")});
        for (const std::string& word : field.constraints.choices)
            choice->addItem(text::q(word));
        choice->setCurrentText(initial);
        row.input = choice;
        row.text = [choice] { return choice->currentText(); };
        connect(choice, &QComboBox::currentTextChanged, this, &RequestForm::changed);
    } else if (isLong(field)) {
        auto* edit = new QPlainTextEdit(initial);
        edit->setTabChangesFocus(true);
        edit->setFont(monospace());
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 3 + 16);
        row.input = edit;
        row.text = [edit] { return edit->toPlainText(); };
        connect(edit, &QPlainTextEdit::textChanged, this, &RequestForm::changed);
    } else if (field.type == catalogue::FieldType::File) {
        auto* file = new FileField(name, initial);
        shown = file;
        row.input = file->edit();
        row.text = [edit = file->edit()] { return edit->text(); };
        connect(file->edit(), &QLineEdit::textChanged, this, &RequestForm::changed);
    } else {
        auto* edit = new QLineEdit(initial);
        row.input = edit;
        row.text = [edit] { return edit->text(); };
        connect(edit, &QLineEdit::textChanged, this, &RequestForm::changed);
    }
    if (redact::isSecretName(field.name))
        new Veil(row.input, m_presenter);
    row.input->setObjectName(objectName);
    row.input->setAccessibleName(name);
    const QString told = explanation(field);
    // The documents' own words say more than limits can, such as "not yourself".
    row.input->setToolTip(
        field.constraintText.empty() ? told : told + QLatin1Char('\n') + text::q(field.constraintText));
    row.input->setAccessibleDescription(told);
    caption->setBuddy(row.input);
    column->addWidget(shown ? shown : row.input);
    if (!told.isEmpty())
        column->addWidget(paragraph(told, "muted"));
    row.error = makeErrorLabel();
    column->addWidget(row.error);
    m_rows.push_back(std::move(row));
}

std::vector<rest::Draft::Value> RequestForm::values() const
{
    std::vector<rest::Draft::Value> values;
    for (const Row& row : m_rows) {
        if (const QString text = row.text(); !text.isEmpty())
            values.emplace_back(row.key, text.toStdString());
    }
    return values;
}

bool RequestForm::showError(const QString& name, const QString& message)
{
    bool found = false;
    for (const Row& row : m_rows) {
        const bool meant = !name.isEmpty() && (text::q(row.name) == name || text::q(row.key) == name);
        showFieldError(row.input, row.error, meant ? message : QString());
        found = found || meant;
    }
    return found;
}

void RequestForm::setBodyUsed(bool used)
{
    if (m_bodyUnused)
        m_bodyUnused->setVisible(!used);
    const std::string prefix = std::string(kBody) + ':';
    for (const Row& row : m_rows) {
        if (row.key.starts_with(prefix))
            row.input->setEnabled(used);
    }
}

void RequestForm::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().input->setFocus();
}

} // namespace ui
