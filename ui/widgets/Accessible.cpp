// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Accessible.h"

#include "ui/widgets/Countdown.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace ui {
namespace {

class ComboInterface final : public QAccessibleWidget
{
public:
    explicit ComboInterface(QComboBox* combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value || (kind == QAccessible::Name && own.isEmpty()))
            return combo()->currentText();
        if (kind == QAccessible::Description)
            return own.isEmpty() ? combo()->currentText()
                                 : combo()->currentText() + QStringLiteral(". ") + own;
        return own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo()->view()->isVisible();
        state.editable = combo()->isEditable();
        return state;
    }

    int childCount() const override { return combo()->isEditable() ? 2 : 1; }

    QAccessibleInterface* child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(combo()->view());
        return index == 1 ? QAccessible::queryAccessibleInterface(combo()->lineEdit()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (child->object() == combo()->view())
            return 0;
        return combo()->isEditable() && child->object() == combo()->lineEdit() ? 1 : -1;
    }

    QStringList actionNames() const override { return {showMenuAction(), pressAction(), setFocusAction()}; }

    void doAction(const QString& name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return QAccessibleWidget::doAction(name);
        if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }

private:
    [[nodiscard]] QComboBox* combo() const { return static_cast<QComboBox*>(widget()); }
};

class CountdownInterface final : public QAccessibleWidget
{
public:
    explicit CountdownInterface(Countdown* countdown)
        : QAccessibleWidget(countdown, QAccessible::StaticText)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? static_cast<Countdown*>(widget())->text()
                                          : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className == QLatin1String("QComboBox"))
        return new ComboInterface(static_cast<QComboBox*>(object));
    if (className == QLatin1String("ui::Countdown"))
        return new CountdownInterface(static_cast<Countdown*>(object));
    return nullptr;
}

} // namespace

void installAccessibleInterfaces()
{
    QAccessible::installFactory(make);
}

} // namespace ui
