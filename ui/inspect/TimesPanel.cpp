// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/TimesPanel.h"

#include "core/base/Clock.h"
#include "core/base/Time.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "core/token/Expiry.h"
#include "ui/inspect/Tables.h"
#include "ui/shell/Answers.h"
#include "ui/shell/Origin.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/CountdownText.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/SkewText.h"
#include "ui/widgets/Ticker.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr std::int64_t kSteps = 1 << 30; // a slider counts in int; a token's life may be longer in seconds
constexpr std::size_t kMostTimes = 200;

} // namespace

TimesPanel::TimesPanel(Context& context, const Examined& examined)
    : Panel(context, examined)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    m_state = new Banner;
    m_state->setObjectName(QStringLiteral("stateAtNow"));
    column->addWidget(m_state);
    column->addWidget(buildNow());
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    m_table = makeTable("times", tr("Times"), {tr("Moment"), tr("From “now”"), tr("UTC"), tr("Here")});
    column->addWidget(m_table, 1);
    auto* move = new QAction(tr("Move “now” here"), m_table);
    m_table->addAction(move);
    connect(move, &QAction::triggered, this,
            [this] { Q_EMIT m_table->cellActivated(m_table->currentRow(), 0); });
    m_skew = paragraph({}, "muted");
    m_skew->setObjectName(QStringLiteral("skewNote"));
    column->addWidget(m_skew);

    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
        if (row > 0)
            moveTo(m_times[static_cast<std::size_t>(row - 1)].at);
    });
    connect(&context.ticker, &Ticker::ticked, this, [this] {
        if (isVisible())
            show();
    });
    connect(&context.answers, &Answers::changed, this, &TimesPanel::showSkew);
}

QWidget* TimesPanel::buildNow()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* caption = label(tr("“Now”"));
    m_slider = named(new QSlider(Qt::Horizontal), "nowSlider", tr("Move “now”"));
    m_slider->setToolTip(tr("Arrow keys move by a second, Page Up and Page Down by a twentieth."));
    m_box = named(new QLineEdit, "exactNow", tr("Exact time for “now”"));
    m_box->setPlaceholderText(tr("2026-11-24T09:30:00Z or 1800000000"));
    m_box->setMaximumWidth(m_box->fontMetrics().averageCharWidth() * 30);
    m_back = named(button(tr("Back to now"), QStringLiteral("clock")), "backToNow", tr("Back to now"));
    caption->setBuddy(m_slider);
    row->addWidget(caption);
    row->addWidget(m_slider, 2);
    row->addWidget(m_box, 1);
    row->addWidget(m_back);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { moveTo(m_first + value * m_unit); });
    connect(m_box, &QLineEdit::textEdited, this, &TimesPanel::readBox);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_slider->setFocus();
        moveTo(std::nullopt);
    });
    return box;
}

std::int64_t TimesPanel::now() const
{
    return m_chosen.value_or(m_context.clock.now());
}

void TimesPanel::refresh()
{
    m_times = times();
    setRange();
    show();
    m_table->resizeColumnsToContents();
    showSkew();
}

QString TimesPanel::privilegeEnd(std::uint16_t service, std::uint16_t privilege)
{
    const std::string_view name = token::privilegeName(service, privilege);
    return name.empty() ? tr("Privilege %1 ends").arg(privilege)
                        : tr("Privilege “%1” ends").arg(text::q(name));
}

/// In the order of the clock.
std::vector<TimesPanel::Time> TimesPanel::times() const
{
    const token::Inspection& inspection = m_examined.inspection;
    std::vector<Time> list;
    const bool hasIssue = inspection.is007() && inspection.decoded.issueTs.has_value();
    const std::int64_t issued = hasIssue ? inspection.decoded.issueTs.value_or(0) : 0;
    const auto end = inspection.effectiveExpiresAt();
    if (hasIssue)
        list.push_back({tr("Issued"), issued});
    if (hasIssue && end)
        list.push_back({tr("Counts as expiring soon"), *end - token::soonThreshold(issued, *end)});
    if (const auto own = inspection.expiresAt())
        list.push_back({tr("The token ends"), *own});
    for (const token::Service& service : inspection.decoded.services) {
        for (const token::Privilege& privilege : service.privileges) {
            if (hasIssue && list.size() < kMostTimes)
                list.push_back({privilegeEnd(service.type, privilege.id), issued + privilege.seconds});
        }
    }
    for (const token::Privilege& privilege : inspection.legacy.privileges) {
        if (privilege.seconds != 0 && list.size() < kMostTimes)
            list.push_back({tr("Privilege %1 ends").arg(privilege.id), privilege.seconds});
    }
    std::stable_sort(list.begin(), list.end(), [](const Time& a, const Time& b) { return a.at < b.at; });
    return list;
}

void TimesPanel::setRange()
{
    std::int64_t first = m_context.clock.now();
    std::int64_t last = first;
    for (const Time& time : m_times) {
        first = std::min(first, time.at);
        last = std::max(last, time.at);
    }
    const std::int64_t margin = std::max<std::int64_t>(60, (last - first) / 10);
    m_first = first - margin;
    const std::int64_t span = last + margin - m_first;
    m_unit = span / kSteps + 1;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>(span / m_unit));
    m_slider->setSingleStep(1);
    m_slider->setPageStep(qMax(1, m_slider->maximum() / 20));
}

void TimesPanel::moveTo(std::optional<std::int64_t> moment)
{
    m_chosen = moment;
    showFieldError(m_box, m_error, {});
    if (!m_box->hasFocus())
        m_box->setText(moment ? text::q(base::formatTimeUtc(*moment)) : QString());
    show();
}

void TimesPanel::readBox()
{
    if (m_box->text().trimmed().isEmpty())
        return moveTo(std::nullopt);
    const auto moment = base::parseTime(m_box->text().trimmed().toStdString());
    if (moment)
        moveTo(*moment);
    else
        showFieldError(m_box, m_error, text::errorText(moment.error()).explanation());
}

void TimesPanel::show()
{
    const std::int64_t at = now();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(
            static_cast<int>(std::clamp<std::int64_t>((at - m_first) / m_unit, 0, m_slider->maximum())));
    }
    m_back->setEnabled(m_chosen.has_value());
    const auto relative = [&](std::int64_t moment) {
        return moment == at  ? tr("at this second")
               : moment > at ? tr("in %1").arg(text::spell(moment - at))
                             : tr("%1 ago").arg(text::spell(at - moment));
    };
    m_table->setRowCount(static_cast<int>(m_times.size()) + 1);
    setRow(*m_table, 0,
           {m_chosen ? tr("“Now”, as chosen") : tr("Now"), QString(), text::moment(at, true),
            text::moment(at, false)});
    for (std::size_t i = 0; i < m_times.size(); ++i)
        setRow(*m_table, static_cast<int>(i) + 1,
               {m_times[i].what, relative(m_times[i].at), text::moment(m_times[i].at, true),
                text::moment(m_times[i].at, false)});
    showState();
}

void TimesPanel::showState()
{
    const token::Inspection& inspection = m_examined.inspection;
    const auto end = inspection.effectiveExpiresAt();
    const std::int64_t issued = inspection.is007() ? inspection.decoded.issueTs.value_or(0) : 0;
    const QString when = m_chosen ? tr("At %1").arg(text::moment(now(), true)) : tr("Now");
    if (!end || inspection.hasStructuralError())
        return m_state->show(Tone::Info, tr("There is no end to count to."));
    if (now() < issued)
        return m_state->show(Tone::Warning,
                             tr("%1: not yet valid, begins in %2").arg(when, text::spell(issued - now())));
    const CountdownText words = countdownText(now(), issued, *end);
    m_state->show(words.tone, tr("%1: %2").arg(when, words.text));
}

void TimesPanel::showSkew()
{
    const auto skew = m_context.answers.skewOf(restOrigin(m_context));
    if (!skew) {
        m_skew->setText(tr("The server's clock is not known yet: the answers on the REST page tell it."));
        return;
    }
    QString words = tr("%1, within %2 ms.").arg(skewText(*skew)).arg(skew->uncertaintyMs);
    const auto issued = m_examined.inspection.decoded.issueTs;
    const std::int64_t server = skew->serverTime(m_context.clock.now());
    if (issued && *issued > server)
        words +=
            QLatin1Char(' ') + tr("By that clock the token is issued %1 from now: it is refused until then.")
                                   .arg(text::spell(*issued - server));
    m_skew->setText(words);
}

} // namespace ui
