// SPDX-License-Identifier: Apache-2.0
#include "ui/projects/EnvironmentEditor.h"

#include "core/project/Errors.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/widgets/ColourChip.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Helpers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kVariableLines = 4;

QString colourTitle(std::string_view word)
{
    static constexpr std::pair<std::string_view, const char*> kTitles[] = {
        {"green", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Green")},
        {"blue", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Blue")},
        {"violet", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Violet")},
        {"amber", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Amber")},
        {"orange", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Orange")},
        {"red", QT_TRANSLATE_NOOP("ui::EnvironmentEditor", "Red")}};
    for (const auto& [name, title] : kTitles) {
        if (name == word)
            return EnvironmentEditor::tr(title);
    }
    return text::q(word);
}

} // namespace

EnvironmentEditor::EnvironmentEditor(QWidget* parent)
    : QWidget(parent)
    , m_choice(named(new QComboBox, "environmentList", tr("Environments")))
    , m_add(named(button(tr("Add"), QStringLiteral("plus")), "addEnvironment", tr("Add environment")))
    , m_remove(named(button(tr("Remove"), QStringLiteral("trash-2")), "removeEnvironment",
                     tr("Remove environment")))
    , m_fields(new QWidget)
    , m_name(named(new QLineEdit, "environmentName", tr("Name of the environment")))
    , m_colour(named(new QComboBox, "environmentColour", tr("Colour")))
    , m_variables(named(new QPlainTextEdit, "environmentVariables", tr("Variables")))
    , m_error(makeErrorLabel())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* caption = label(tr("Environments"));
    caption->setBuddy(m_choice);
    column->addWidget(caption);
    column->addWidget(m_choice);
    auto* row = new FlowLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    column->addLayout(row);
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(6);
    auto* first = new QHBoxLayout;
    m_name->setMinimumWidth(1);
    m_name->setPlaceholderText(tr("such as staging"));
    first->addWidget(m_name, 1);
    first->addWidget(m_colour);
    fields->addLayout(first);
    m_variables->setFont(monospace());
    m_variables->setTabChangesFocus(true);
    m_variables->setPlaceholderText(
        tr("user = alice\nOne line each. {{user}} in a call of this project stands for the value."));
    m_variables->setFixedHeight(m_variables->fontMetrics().lineSpacing() * kVariableLines + 18);
    fields->addWidget(m_variables);
    column->addWidget(m_fields);
    column->addWidget(m_error);
    for (const std::string_view colour : project::kColours)
        m_colour->addItem(colourChip(colour), colourTitle(colour), text::q(colour));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &EnvironmentEditor::showCurrent);
    connect(m_add, &QPushButton::clicked, this, &EnvironmentEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentEditor::remove);
    connect(m_name, &QLineEdit::textChanged, this, &EnvironmentEditor::takeOver);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &EnvironmentEditor::takeOver);
    connect(m_variables, &QPlainTextEdit::textChanged, this, &EnvironmentEditor::takeOver);
    showCurrent();
}

void EnvironmentEditor::setEnvironments(std::vector<project::Environment> environments,
                                        const std::string& inUse)
{
    m_environments = std::move(environments);
    m_broken.clear();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const project::Environment& each : m_environments)
        m_choice->addItem(colourChip(each.colour), text::q(each.name));
    m_inUse = inUse.empty() ? -1 : m_choice->findText(text::q(inUse));
    m_choice->setCurrentIndex(qMax(m_inUse, m_environments.empty() ? -1 : 0));
    showCurrent();
}

std::string EnvironmentEditor::inUse() const
{
    return m_inUse < 0 ? std::string() : m_environments[static_cast<std::size_t>(m_inUse)].name;
}

void EnvironmentEditor::add()
{
    project::Environment fresh;
    fresh.colour = project::kColours[m_environments.size() % project::kColours.size()];
    m_environments.push_back(std::move(fresh));
    m_choice->addItem(colourChip(m_environments.back().colour), QString());
    m_choice->setCurrentIndex(m_choice->count() - 1);
    m_name->setFocus();
    Q_EMIT changed();
}

void EnvironmentEditor::remove()
{
    const int index = m_choice->currentIndex();
    if (index < 0)
        return;
    m_environments.erase(m_environments.begin() + index);
    m_inUse = m_inUse == index ? -1 : m_inUse - (m_inUse > index ? 1 : 0);
    std::map<int, QString> broken;
    for (const auto& [place, text] : m_broken) {
        if (place != index)
            broken[place - (place > index ? 1 : 0)] = text;
    }
    m_broken = std::move(broken);
    m_choice->removeItem(index);
    showCurrent();
    Q_EMIT changed();
}

void EnvironmentEditor::showCurrent()
{
    const int index = m_choice->currentIndex();
    const bool any = index >= 0;
    m_fields->setVisible(any);
    m_choice->setVisible(any);
    m_remove->setVisible(any);
    if (any) {
        const project::Environment& shown = m_environments[static_cast<std::size_t>(index)];
        const QSignalBlocker quietName(m_name);
        const QSignalBlocker quietColour(m_colour);
        const QSignalBlocker quietVariables(m_variables);
        m_name->setText(text::q(shown.name));
        m_colour->setCurrentIndex(m_colour->findData(text::q(shown.colour)));
        const auto broken = m_broken.find(index);
        m_variables->setPlainText(broken == m_broken.end() ? text::q(project::variablesText(shown.variables))
                                                           : broken->second);
    }
    showFault();
}

/// What is written goes into the list at once; lines that are no variables are told, and kept as typed.
void EnvironmentEditor::takeOver()
{
    const int index = m_choice->currentIndex();
    if (index < 0)
        return;
    project::Environment& shown = m_environments[static_cast<std::size_t>(index)];
    shown.name = m_name->text().trimmed().toStdString();
    shown.colour = m_colour->currentData().toString().toStdString();
    auto variables = project::parseVariables(m_variables->toPlainText().toStdString());
    if (variables) {
        shown.variables = std::move(*variables);
        m_broken.erase(index);
    } else {
        m_broken[index] = m_variables->toPlainText();
    }
    m_choice->setItemText(index, text::q(shown.name));
    m_choice->setItemIcon(index, colourChip(shown.colour));
    showFault();
    Q_EMIT changed();
}

void EnvironmentEditor::showFault()
{
    const auto ok = check();
    showFieldError(m_variables, m_error, ok ? QString() : text::errorText(ok.error()).explanation());
}

base::Result<> EnvironmentEditor::check() const
{
    for (const auto& [place, text] : m_broken) {
        if (auto variables = project::parseVariables(text.toStdString()); !variables)
            return base::fail(project::errors::kBadVariable, "environments", variables.error().args);
    }
    return project::checkEnvironments(m_environments);
}

QVariantMap EnvironmentEditor::brokenTexts() const
{
    QVariantMap texts;
    for (const auto& [place, text] : m_broken)
        texts[QString::number(place)] = text;
    return texts;
}

void EnvironmentEditor::setBrokenTexts(const QVariantMap& texts)
{
    m_broken.clear();
    for (auto each = texts.begin(); each != texts.end(); ++each)
        m_broken[each.key().toInt()] = each.value().toString();
    showCurrent();
}

} // namespace ui
