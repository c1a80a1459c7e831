// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/StrengthMeter.h"

#include "core/base/SecretBytes.h"
#include "core/vault/Strength.h"
#include "ui/widgets/Helpers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>

namespace ui {
namespace {

constexpr int kFullBits = 100; // where the bar is full

} // namespace

StrengthMeter::StrengthMeter(QLineEdit* passphrase, QWidget* parent)
    : QWidget(parent)
    , m_bar(named(new QProgressBar, "strengthBar", tr("How hard the passphrase is to guess")))
    , m_word(label({}, "muted"))
{
    setObjectName(QStringLiteral("strength"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_bar->setRange(0, kFullBits);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_word->setObjectName(QStringLiteral("strengthWord"));
    row->addWidget(m_bar, 1);
    row->addWidget(m_word);
    connect(passphrase, &QLineEdit::textChanged, this, &StrengthMeter::estimate);
    estimate(passphrase->text());
}

void StrengthMeter::estimate(const QString& passphrase)
{
    QByteArray bytes = passphrase.toUtf8();
    const int bits = vault::passphraseBits({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    base::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_enough = bits >= vault::kLeastBits;
    m_bar->setValue(qMin(bits, kFullBits));
    const char* tone = !m_enough ? "bad" : bits < vault::kGoodBits ? "warning" : "good";
    setStyleProperty(m_bar, "strength", QLatin1String(tone));
    m_word->setText(!m_enough                   ? tr("Too easy to guess")
                    : bits < vault::kGoodBits   ? tr("Fair: about %1 bits").arg(bits)
                    : bits < vault::kStrongBits ? tr("Good: about %1 bits").arg(bits)
                                                : tr("Strong: about %1 bits").arg(bits));
    m_bar->setAccessibleDescription(m_word->text());
    setVisible(!passphrase.isEmpty());
    Q_EMIT judged();
}

} // namespace ui
