// SPDX-License-Identifier: Apache-2.0
#include "ui/serve/RequestsPane.h"

#include "core/text/Format.h"
#include "core/tokenserver/Examples.h"
#include "ui/shell/ClipboardGuard.h"
#include "ui/shell/TokenServerHost.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/RowMenu.h"
#include "ui/widgets/QrCode.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kQrSide = 132;   // 33 modules of 4 pixels
constexpr int kFewestRows = 7; // of the table, its header among them

QTableView* requestTable(RequestModel& model, QWidget* parent)
{
    auto* table = named(new QTableView(parent), "requests", RequestsPane::tr("Requests"));
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().lineSpacing() + 8);
    table->setMinimumHeight(table->verticalHeader()->defaultSectionSize() * kFewestRows);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(RequestModel::Answer, QHeaderView::Stretch);
    const int em = table->fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {{RequestModel::Time, 12},
                                          {RequestModel::Request, 36},
                                          {RequestModel::Status, 17},
                                          {RequestModel::Took, 11}};
    for (const auto& [column, characters] : widths)
        table->setColumnWidth(column, em * characters);
    return table;
}

} // namespace

RequestsPane::RequestsPane(Context& context)
    : m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 4, 0);
    column->setSpacing(8);
    column->addWidget(buildAddress());
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Requests"), "heading"));
    m_counts = named(label({}, "muted"), "requestCounts", tr("Counts"));
    m_counts->setMinimumWidth(1);
    head->addWidget(m_counts, 1);
    auto* clear =
        named(button(tr("Clear"), QStringLiteral("trash-2")), "clearRequests", tr("Clear the list"));
    head->addWidget(clear);
    column->addLayout(head);
    TokenServerHost& host = context.tokenServer;
    QTableView* table = requestTable(host.requests(), this);
    column->addWidget(table, 1);
    offerInMenu(table, clear);
    column->addLayout(buildExample());
    connect(clear, &QPushButton::clicked, &host.requests(), &RequestModel::clear);
    connect(&host, &TokenServerHost::stateChanged, this, &RequestsPane::showState);
    connect(&host, &TokenServerHost::requestsArrived, this, &RequestsPane::showCounts);
    showState();
    showCounts();
}

QWidget* RequestsPane::buildAddress()
{
    QFrame* box = card();
    auto* row = new QHBoxLayout;
    static_cast<QVBoxLayout*>(box->layout())->addLayout(row);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* caption = label(tr("Address"));
    m_address = named(new QLineEdit, "address", tr("Address"));
    m_address->setReadOnly(true);
    m_address->setFont(monospace());
    m_address->setPlaceholderText(tr("Start the server to get one."));
    caption->setBuddy(m_address);
    m_copyAddress = named(button({}, QStringLiteral("copy")), "copyAddress", tr("Copy the address"));
    m_copyAddress->setToolTip(m_copyAddress->accessibleName());
    auto* line = new QHBoxLayout;
    line->addWidget(m_address, 1);
    line->addWidget(m_copyAddress);
    column->addWidget(caption);
    column->addLayout(line);
    m_phone = paragraph({}, "muted");
    column->addWidget(m_phone);
    m_copyAdb =
        named(button(tr("Copy the adb line"), QStringLiteral("copy")), "copyAdb", tr("Copy the adb line"));
    column->addWidget(m_copyAdb, 0, Qt::AlignLeft);
    column->addStretch(1);
    row->addLayout(column, 1);
    m_qr = new QrView;
    m_qr->setFixedSize(kQrSide, kQrSide);
    m_qr->setAccessibleName(tr("The address as QR code"));
    row->addWidget(m_qr, 0, Qt::AlignTop);
    connect(m_copyAddress, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copyText(m_address->text());
        Q_EMIT m_context.bus.messageRaised(tr("Address copied."), false);
    });
    connect(m_copyAdb, &QPushButton::clicked, this, [this] {
        m_context.clipboard.copyText(adbLine());
        Q_EMIT m_context.bus.messageRaised(tr("Line copied."), false);
    });
    return box;
}

QLayout* RequestsPane::buildExample()
{
    auto* row = new QHBoxLayout;
    m_route = named(new QComboBox, "exampleRoute", tr("Example request"));
    m_route->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const std::string& name : tokenserver::routeNames())
        m_route->addItem(text::q(name));
    m_copyCurl =
        named(button(tr("Copy as curl"), QStringLiteral("terminal")), "copyCurl", tr("Copy as curl"));
    row->addWidget(m_route, 1);
    row->addWidget(m_copyCurl);
    connect(m_copyCurl, &QPushButton::clicked, this, &RequestsPane::copyExample);
    return row;
}

QString RequestsPane::adbLine() const
{
    return QStringLiteral("adb reverse tcp:%1 tcp:%1").arg(m_context.tokenServer.port());
}

void RequestsPane::showState()
{
    const TokenServerHost& host = m_context.tokenServer;
    const bool running = host.isRunning();
    m_address->setText(host.url());
    m_phone->setText(running
                         ? tr("A phone on the cable, or an emulator, uses the same address after “%1” here.")
                               .arg(adbLine())
                         : tr("It can be reached from this machine only, and over a cable from a phone."));
    for (QWidget* widget : {m_copyAddress, m_copyAdb, m_copyCurl})
        widget->setEnabled(running);
    m_qr->setVisible(m_qr->setText(host.url()));
}

void RequestsPane::showCounts()
{
    const auto counts = m_context.tokenServer.counts();
    m_counts->setText(tr("answered %1 · tokens %2 · refused %3 · failed %4")
                          .arg(counts.requests)
                          .arg(counts.tokens)
                          .arg(counts.byClass[4])
                          .arg(counts.byClass[5]));
    m_counts->setAccessibleDescription(m_counts->text());
}

void RequestsPane::copyExample()
{
    const TokenServerHost& host = m_context.tokenServer;
    const auto& route = tokenserver::routes()[static_cast<std::size_t>(qMax(0, m_route->currentIndex()))];
    const base::SecretBytes& key = host.accessKey();
    const QString line = text::q(tokenserver::curlLine(route, host.url().toStdString(), key.view()));
    if (key.empty())
        m_context.clipboard.copyText(line);
    else
        m_context.clipboard.copySecret(line);
    Q_EMIT m_context.bus.messageRaised(
        key.empty() ? tr("curl line copied.") : tr("curl line copied, with the access key."), false);
}

} // namespace ui
