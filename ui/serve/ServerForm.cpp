// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/ServerForm.h"

#include "core/base/Duration.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/tokenserver/AccessKey.h"
#include "core/tokenserver/Errors.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/Settings.h"
#include "ui/shell/TokenServerHost.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SecretField.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

ServerForm::ServerForm(Context& context)
    : m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);

    auto* portCaption = label(tr("Port"));
    m_port = named(new QSpinBox, "serverPort", tr("Port"));
    m_port->setRange(0, 65535);
    m_port->setValue(tokenserver::kDefaultPort);
    m_port->setSpecialValueText(tr("any free one"));
    portCaption->setBuddy(m_port);
    column->addWidget(portCaption);
    column->addWidget(m_port);

    column->addSpacing(4);
    m_maxExpire = addFieldRow(column, tr("Longest lifetime"), "maxExpire");
    m_maxExpire.edit->setText(QStringLiteral("24h"));
    m_maxExpire.edit->setToolTip(tr("Requests for a longer one are refused. 24h at most."));

    column->addSpacing(4);
    auto* originsCaption = label(tr("Web pages that may ask"));
    m_origins = named(new QPlainTextEdit, "origins", tr("Web pages that may ask"));
    m_origins->setTabChangesFocus(true);
    m_origins->setPlaceholderText(tr("none; one origin a line, such as http://localhost:3000"));
    m_origins->setFixedHeight(m_origins->fontMetrics().lineSpacing() * 3 + 14);
    originsCaption->setBuddy(m_origins);
    m_originsError = makeErrorLabel();
    column->addWidget(originsCaption);
    column->addWidget(m_origins);
    column->addWidget(m_originsError);

    column->addSpacing(4);
    buildKey(column);
    recall();
}

/// Where the file has something else than was written there, the field stays as it is.
void ServerForm::recall()
{
    const QVariantMap kept = m_context.settings.tokenServer();
    if (const auto port = kept.constFind(QStringLiteral("port")); port != kept.cend())
        m_port->setValue(port->toInt());
    if (const QString expire = kept.value(QStringLiteral("maxExpire")).toString();
        base::parseDuration(expire.toStdString()))
        m_maxExpire.edit->setText(expire);
    m_origins->setPlainText(kept.value(QStringLiteral("origins")).toString());
    m_askKey->setChecked(kept.value(QStringLiteral("askKey")).toBool());
}

void ServerForm::remember() const
{
    QVariantMap form = state();
    form.remove(QStringLiteral("key"));
    m_context.settings.setTokenServer(form);
}

void ServerForm::buildKey(QVBoxLayout* column)
{
    m_askKey = named(new QCheckBox(tr("Ask for an access key")), "askKey", tr("Ask for an access key"));
    m_openWarning = paragraph(tr("Without a key, any user of this machine can ask for tokens."), "muted");
    m_key =
        new SecretField(tr("Access key"), "accessKey", tr("empty: a new one is made"), m_context.presenter);
    m_key->hide();
    column->addWidget(m_askKey);
    column->addWidget(m_openWarning);
    column->addWidget(m_key);
    connect(m_askKey, &QCheckBox::toggled, this, [this](bool on) {
        m_key->setVisible(on);
        m_openWarning->setVisible(!on);
    });
    connect(m_key, &SecretField::copyRequested, this,
            [this](const QString& key) { m_context.clipboard.copySecret(key); });
    showKept();
}

/// The key of the last start is used again until another one is typed.
void ServerForm::showKept()
{
    const TokenServerHost& host = m_context.tokenServer;
    if (host.accessKey().empty())
        m_key->setKept({});
    else
        m_key->setKept(tr("kept until the program ends"),
                       [&host] { return base::Result<base::SecretBytes>(host.accessKey().copy()); });
}

base::Result<tokenserver::Settings> ServerForm::settings() const
{
    tokenserver::Settings settings;
    settings.port = static_cast<std::uint16_t>(m_port->value());
    static const QRegularExpression kBlanks(QStringLiteral("[\\s,]+"));
    for (const QString& origin : m_origins->toPlainText().split(kBlanks, Qt::SkipEmptyParts))
        settings.origins.push_back(origin.toStdString());
    auto maxExpire = base::parseDuration(m_maxExpire.edit->text().trimmed().toStdString());
    if (!maxExpire) {
        maxExpire.error().field = "max_expire";
        return base::fail(maxExpire.error());
    }
    settings.maxExpire = *maxExpire;
    if (m_askKey->isChecked()) {
        const QByteArray typed = m_key->typed().toUtf8();
        const base::SecretBytes& kept = m_context.tokenServer.accessKey();
        if (!typed.isEmpty())
            settings.accessKey = base::SecretBytes(
                std::string_view(typed.constData(), static_cast<std::size_t>(typed.size())));
        else
            settings.accessKey = kept.empty() ? tokenserver::randomAccessKey() : kept.copy();
    }
    if (auto ok = tokenserver::checkSettings(settings); !ok)
        return base::fail(ok.error());
    return settings;
}

void ServerForm::clearErrors()
{
    m_maxExpire.setError({});
    showFieldError(m_origins, m_originsError, {});
    m_key->setError({});
}

bool ServerForm::showError(const base::Error& error)
{
    clearErrors();
    const QString sentence = text::errorText(error).explanation();
    if (error.field == "max_expire")
        m_maxExpire.setError(sentence);
    else if (error.field == "origin")
        showFieldError(m_origins, m_originsError, sentence);
    else if (error.field == "access_key")
        m_key->setError(sentence);
    else
        return false;
    return true;
}

void ServerForm::setRunning(bool running)
{
    clearErrors();
    m_port->setEnabled(!running);
    m_maxExpire.edit->setEnabled(!running);
    m_origins->setEnabled(!running);
    m_askKey->setEnabled(!running);
    m_key->setReadOnly(running);
    if (running) {
        m_key->setTyped({}); // the host has it now
        m_askKey->setChecked(!m_context.tokenServer.accessKey().empty());
    }
    showKept();
}

void ServerForm::enter()
{
    m_port->setFocus();
    m_port->selectAll();
}

QVariantMap ServerForm::state() const
{
    return {{QStringLiteral("port"), m_port->value()},
            {QStringLiteral("maxExpire"), m_maxExpire.edit->text()},
            {QStringLiteral("origins"), m_origins->toPlainText()},
            {QStringLiteral("askKey"), m_askKey->isChecked()},
            {QStringLiteral("key"), m_key->typed()}};
}

void ServerForm::restore(const QVariantMap& state)
{
    m_port->setValue(state.value(QStringLiteral("port")).toInt());
    m_maxExpire.edit->setText(state.value(QStringLiteral("maxExpire")).toString());
    m_origins->setPlainText(state.value(QStringLiteral("origins")).toString());
    m_askKey->setChecked(state.value(QStringLiteral("askKey")).toBool());
    m_key->setTyped(state.value(QStringLiteral("key")).toString());
}

} // namespace ui
