// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/UseRow.h"

#include "core/catalogue/Catalogue.h"
#include "core/text/Format.h"
#include "ui/shell/Catalogues.h"
#include "ui/widgets/Helpers.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

UseRow::UseRow(Context& context)
    : m_context(context)
    , m_purpose(named(new QComboBox, "purpose", tr("Judge it for")))
    , m_user(named(new QLineEdit(QStringLiteral("alice")), "forUser", tr("User who signs in")))
    , m_endpoint(named(new QComboBox, "forEndpoint", tr("Endpoint that was called")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* caption = label(tr("Judge it for"));
    m_purpose->addItems({tr("itself"), tr("REST calls"), tr("the sign-in of user")});
    caption->setBuddy(m_purpose);
    m_user->setMaximumWidth(220);
    m_endpoint->setEditable(true); // typing finds one of 198
    m_endpoint->setInsertPolicy(QComboBox::NoInsert);
    m_endpoint->completer()->setFilterMode(Qt::MatchContains);
    m_endpoint->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_endpoint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_endpoint->addItem(tr("any that takes an app token"));
    row->addWidget(caption);
    row->addWidget(m_purpose);
    row->addWidget(m_user, 1);
    row->addWidget(m_endpoint, 1);
    row->addStretch(0);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this] {
        showPurpose();
        Q_EMIT changed();
    });
    connect(m_user, &QLineEdit::textChanged, this, &UseRow::changed);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, [this] {
        m_endpoint->lineEdit()->setCursorPosition(0); // a long name is read from its beginning
        Q_EMIT changed();
    });
    connect(&context.catalogues, &Catalogues::loaded, this, &UseRow::fillEndpoints);
    showPurpose();
}

void UseRow::showPurpose()
{
    m_user->setVisible(m_purpose->currentIndex() == SignIn);
    m_endpoint->setVisible(m_purpose->currentIndex() == Rest);
    if (m_purpose->currentIndex() == Rest)
        m_context.catalogues.load();
}

void UseRow::fillEndpoints()
{
    const catalogue::Catalogue* catalogue = m_context.catalogues.get();
    if (!catalogue || m_endpoint->count() > 1)
        return;
    {
        const QSignalBlocker quiet(m_endpoint);
        for (const catalogue::Endpoint& endpoint : catalogue->endpoints())
            m_endpoint->addItem(text::q(endpoint.title + " (" + endpoint.id + ')'), text::q(endpoint.id));
    }
    if (!m_wanted.isEmpty())
        selectEndpoint(std::exchange(m_wanted, {}));
}

void UseRow::selectEndpoint(const QString& id)
{
    if (m_endpoint->count() == 1) {
        m_wanted = id;
        return;
    }
    m_endpoint->setCurrentIndex(qMax(0, m_endpoint->findData(id)));
}

diagnosis::Use UseRow::use() const
{
    diagnosis::Use use;
    if (m_purpose->currentIndex() == Rest) {
        use.purpose = diagnosis::Purpose::Rest;
        const std::string id = m_endpoint->currentData().toString().toStdString();
        const catalogue::Catalogue* catalogue = m_context.catalogues.get();
        use.endpoint = catalogue && !id.empty() ? catalogue->find(id) : nullptr;
    } else if (m_purpose->currentIndex() == SignIn) {
        use.purpose = diagnosis::Purpose::SignIn;
        use.userId = m_user->text().toStdString();
    }
    return use;
}

void UseRow::setRest(const QString& endpointId)
{
    m_purpose->setCurrentIndex(Rest);
    selectEndpoint(endpointId);
}

QVariantMap UseRow::state() const
{
    return {{QStringLiteral("purpose"), m_purpose->currentIndex()},
            {QStringLiteral("user"), m_user->text()},
            {QStringLiteral("endpoint"), m_wanted.isEmpty() ? m_endpoint->currentData() : m_wanted}};
}

void UseRow::restore(const QVariantMap& state)
{
    m_user->setText(state.value(QStringLiteral("user")).toString());
    m_purpose->setCurrentIndex(state.value(QStringLiteral("purpose")).toInt());
    selectEndpoint(state.value(QStringLiteral("endpoint")).toString());
}

} // namespace ui
