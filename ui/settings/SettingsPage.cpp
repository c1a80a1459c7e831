// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsPage.h"

#include "core/project/ProjectStore.h"
#include "core/text/Format.h"
#include "ui/shell/Settings.h"
#include "ui/widgets/Helpers.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {
namespace {

QFrame* section(const QString& title, QFormLayout*& form)
{
    QFrame* box = card();
    auto* column = static_cast<QVBoxLayout*>(box->layout());
    column->addWidget(label(title, "heading"));
    form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(8);
    column->addLayout(form);
    return box;
}

} // namespace

SettingsPage::SettingsPage(Context& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("settingsPage"));
    QVBoxLayout* column = scrolledColumn(this);
    column->addWidget(label(tr("Settings"), "title"));
    column->addWidget(buildAppearance());
    column->addWidget(buildNetwork());
    column->addWidget(buildSecurity());
    column->addWidget(buildAbout());
    column->addStretch(1);
}

QWidget* SettingsPage::buildAppearance()
{
    QFormLayout* form = nullptr;
    QFrame* box = section(tr("Appearance"), form);
    Settings& settings = m_context.settings;

    m_language = named(new QComboBox, "language", tr("Language"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(qMax(0, m_language->findData(settings.language())));
    form->addRow(tr("Language"), m_language);
    connect(m_language, &QComboBox::activated, this,
            [this, &settings] { settings.setLanguage(m_language->currentData().toString()); });

    m_theme = named(new QComboBox, "theme", tr("Theme"));
    m_theme->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(static_cast<int>(settings.theme()));
    form->addRow(tr("Theme"), m_theme);
    connect(m_theme, &QComboBox::activated, this,
            [&settings](int index) { settings.setTheme(static_cast<ThemeChoice>(index)); });
    connect(&settings, &Settings::themeChanged, m_theme,
            [this, &settings] { m_theme->setCurrentIndex(static_cast<int>(settings.theme())); });
    return box;
}

QSpinBox* SettingsPage::addSeconds(QFormLayout* form, const QString& title, const char* objectName,
                                   int lowest, int value)
{
    auto* spin = named(new QSpinBox, objectName, title);
    spin->setRange(lowest, 600);
    spin->setSuffix(tr(" s", "seconds"));
    spin->setValue(value);
    spin->setMinimumWidth(110);
    form->addRow(title, spin);
    return spin;
}

QWidget* SettingsPage::buildNetwork()
{
    QFormLayout* form = nullptr;
    QFrame* box = section(tr("Network"), form);
    Settings& settings = m_context.settings;
    const auto change = [this](QSpinBox* spin, auto set) {
        connect(spin, &QSpinBox::valueChanged, this, [set](int value) { set(std::chrono::seconds(value)); });
    };
    change(addSeconds(form, tr("A request ends after"), "totalDeadline", 1,
                      static_cast<int>(settings.totalDeadline().count())),
           [&settings](std::chrono::seconds value) { settings.setTotalDeadline(value); });
    change(addSeconds(form, tr("... or after silence of"), "idleDeadline", 1,
                      static_cast<int>(settings.idleDeadline().count())),
           [&settings](std::chrono::seconds value) { settings.setIdleDeadline(value); });
    box->layout()->addWidget(paragraph(tr("The program connects to the REST host of the active project when "
                                          "you press Send, and to nothing else. "
                                          "It sends no statistics and looks for no updates."),
                                       "muted"));
    return box;
}

QWidget* SettingsPage::buildSecurity()
{
    QFormLayout* form = nullptr;
    QFrame* box = section(tr("Secrets"), form);
    Settings& settings = m_context.settings;
    QSpinBox* spin = addSeconds(form, tr("A copied token is cleared after"), "clipboardTime", 5,
                                static_cast<int>(settings.clipboardTime().count()));
    connect(spin, &QSpinBox::valueChanged, this,
            [&settings](int value) { settings.setClipboardTime(std::chrono::seconds(value)); });
    auto* lock = named(new QSpinBox, "lockMinutes", tr("Lock without input after"));
    lock->setRange(0, 240);
    lock->setSuffix(tr(" min", "minutes"));
    lock->setSpecialValueText(tr("never"));
    lock->setMinimumWidth(110);
    lock->setValue(static_cast<int>(std::chrono::ceil<std::chrono::minutes>(settings.lockTime()).count()));
    form->addRow(tr("Lock without input after"), lock);
    connect(lock, &QSpinBox::valueChanged, this,
            [&settings](int value) { settings.setLockTime(std::chrono::minutes(value)); });
    box->layout()->addWidget(paragraph(
        tr("Locked is also when the screen locks, before the computer sleeps, and by “chat-token "
           "vault lock”. Certificates are kept where Security on the page Projects says; tokens are "
           "written nowhere. A clipboard manager that ignores the hint for secrets may keep what was "
           "copied."),
        "muted"));
    return box;
}

QWidget* SettingsPage::buildAbout()
{
    QFormLayout* form = nullptr;
    QFrame* box = section(tr("About"), form);
    const auto fact = [&](const QString& name, const QString& value) {
        auto* text = paragraph(value);
        form->addRow(name, text);
        return text;
    };
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fact(tr("Version"), QStringLiteral(CHATTOKEN_VERSION));
    fact(tr("Data folder"), text::q(m_context.projects.home().folder));
    fact(tr("Licence"), QStringLiteral("Apache-2.0"));
    box->layout()->addWidget(paragraph(tr("An unofficial tool for developers of Agora Chat; not made or "
                                          "endorsed by Agora. Icons: Lucide (ISC)."),
                                       "muted"));
    return box;
}

void SettingsPage::enter()
{
    m_language->setFocus();
}

} // namespace ui
