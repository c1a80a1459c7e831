// SPDX-License-Identifier: Apache-2.0
#include "ui/rest/ResponsePane.h"

#include "core/base/Json.h"
#include "core/base/SafeFile.h"
#include "core/base/Utf8.h"
#include "core/catalogue/Answer.h"
#include "core/http/Errors.h"
#include "core/text/DoubtText.h"
#include "core/text/ErrorText.h"
#include "core/text/Format.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Helpers.h"
#include "ui/widgets/Presenter.h"
#include "ui/widgets/Tones.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

namespace ui {
namespace {

constexpr qint64 kShownBytes = 256 * 1024; // of a body; an editor widget that holds more begins to stall

QPlainTextEdit* textView()
{
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(monospace());
    view->setFrameShape(QFrame::NoFrame);
    view->setProperty("flat", true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return view;
}

/// Offset, sixteen bytes, and what of them can be printed.
QString hexDump(const QByteArray& bytes)
{
    QString out;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray line = bytes.mid(at, 16);
        QString printable;
        for (const char c : line)
            printable += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        out += QStringLiteral("%1  %2  %3\n")
                   .arg(at, 8, 16, QLatin1Char('0'))
                   .arg(QString::fromLatin1(line.toHex(' ')), -47)
                   .arg(printable);
    }
    return out;
}

/// Piece by piece, away from the window's thread: a body may be a gigabyte.
base::Result<> saveBody(const http::BodyStore& body, const QString& file)
{
    constexpr qint64 kPiece = 256 * 1024;
    qint64 at = 0;
    return base::writePiecesAtomically(file.toStdString(), [&]() -> base::Result<std::string> {
        const std::string piece = body.read(at, kPiece).toStdString();
        at += static_cast<qint64>(piece.size());
        if (piece.empty() && at < body.size())
            return base::fail(http::errors::kSpoolFailed, "",
                              std::vector{std::string("it cannot be read back")});
        return piece;
    });
}

} // namespace

ResponsePane::ResponsePane(const Presenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_status(named(label({}, "heading", this), "responseStatus", tr("Response status")))
    , m_figures(label({}, "muted", this))
    , m_meaning(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_body(named(textView(), "responseBody", tr("Response body")))
    , m_headers(named(textView(), "responseHeaders", tr("Response headers")))
    , m_cut(paragraph({}, "muted", this))
    , m_why(named(button(tr("Why?"), QStringLiteral("circle-help"), false, this), "why",
                  tr("Why was it refused?")))
    , m_save(named(button(tr("Save body..."), {}, false, this), "saveBody", tr("Save body")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);
    m_meaning->setObjectName(QStringLiteral("meaning"));
    for (QWidget* each : {m_body, m_headers}) // an answer may hold tokens
        new Veil(each, presenter);
    m_cut->setObjectName(QStringLiteral("bodyNote"));
    m_status->setMinimumWidth(1); // large text takes from these two, not from the buttons
    m_figures->setMinimumWidth(1);
    m_cut->setMinimumWidth(1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_status, 1);
    head->addWidget(m_figures);
    column->addLayout(head);
    column->addWidget(m_meaning);
    column->addWidget(m_why, 0, Qt::AlignLeft);
    m_tabs->setDocumentMode(false);
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(m_headers, tr("Headers"));
    named(m_tabs, "responseTabs", tr("Response"));
    column->addWidget(m_tabs, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_cut, 1);
    foot->addWidget(m_save);
    column->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &ResponsePane::save);
    connect(m_why, &QPushButton::clicked, this, &ResponsePane::whyRequested);
    showIdle();
}

void ResponsePane::showIdle()
{
    m_status->setText(tr("No answer yet"));
    m_status->setAccessibleDescription(m_status->text());
    m_figures->clear();
    m_meaning->hide();
    m_why->hide();
    m_body->setPlainText(tr("Ctrl+Enter sends the request.\nCtrl+K finds any endpoint by its name.\n"
                            "“Preview” shows the exact request before it goes out."));
    m_headers->clear();
    m_cut->clear();
    m_save->hide();
}

void ResponsePane::showBusy(qint64 elapsedMs, qint64 bytes)
{
    m_status->setText(
        elapsedMs < 2000
            ? tr("Sending...")
            : tr("Waiting for %1, %2 so far").arg(text::spell(elapsedMs / 1000), text::bytes(bytes)));
    m_figures->clear();
    m_meaning->hide();
    m_why->hide();
}

void ResponsePane::showOutcome(const http::Outcome& outcome, const catalogue::Endpoint& endpoint,
                               const catalogue::ErrorTable* errors)
{
    const http::Response& response = outcome.response;
    if (outcome.error) {
        const text::Sentence sentence = text::errorText(*outcome.error);
        m_status->setText(tr("No answer"));
        m_meaning->show(outcome.error->code == "cancelled" ? Tone::Info : Tone::Bad, sentence.heading(),
                        sentence.hint);
    } else {
        m_status->setText(
            QStringLiteral("%1 %2").arg(response.status).arg(QString::fromUtf8(response.reason)));
        showMeaning(response, endpoint, errors);
    }
    m_status->setAccessibleDescription(m_status->text());
    const Tone tone = outcome.error || response.status >= 400 ? Tone::Bad : Tone::Good;
    QPalette painted = m_status->palette();
    painted.setColor(QPalette::WindowText, toneColour(tone, palette()));
    m_status->setPalette(painted);
    m_figures->setText(tr("%1 ms · %2").arg(response.timings.end).arg(text::bytes(response.decodedBytes)));
    m_figures->setToolTip(tr("%1 on the wire, %2 decoded")
                              .arg(text::bytes(response.wireBytes), text::bytes(response.decodedBytes)));
    m_store = response.body;
    showBody(response);
    showHeaders(response);
}

void ResponsePane::showMeaning(const http::Response& response, const catalogue::Endpoint& endpoint,
                               const catalogue::ErrorTable* errors)
{
    m_why->setVisible(response.status >= 400);
    if (response.status < 400) {
        if (response.mayBeIncomplete())
            m_meaning->show(Tone::Warning, tr("The body may be incomplete."),
                            tr("What speaks for that: %1.").arg(text::doubts(response.doubts)));
        else
            m_meaning->hide();
        return;
    }
    const catalogue::Answer answer = catalogue::readAnswer(
        response.status, response.body.bytes(catalogue::kAnswerBytes + 1).toStdString());
    const catalogue::Explanation known = catalogue::explain(answer, &endpoint, errors);
    const QString said = answer.envelope ? text::q(base::visible(answer.description)) : QString();
    m_meaning->show(Tone::Bad, said.isEmpty() ? tr("The server refused the request.") : said,
                    known.documented
                        ? text::q(known.when)
                        : tr("This answer is not in the vendor's documents: what it means is not known."));
}

void ResponsePane::showBody(const http::Response& response)
{
    const QByteArray bytes = response.body.bytes(kShownBytes);
    std::string text = bytes.toStdString();
    const bool whole = response.body.size() <= kShownBytes;
    const std::size_t bad = base::firstInvalidUtf8(text);
    // A sequence that the limit cuts in two is no fault of the body's.
    const bool isText = bad == std::string::npos || (!whole && bad + 4 > text.size());
    if (isText && bad != std::string::npos)
        text.resize(bad);
    m_body->setPlainText(!isText ? hexDump(bytes.left(16 * 1024))
                         : whole ? text::q(base::prettyJson(text))
                                 : text::q(text));
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    QString note;
    if (!isText)
        note = tr("Not UTF-8 text: shown as bytes.");
    else if (!whole)
        note = tr("The first %1 of %2, as they came.")
                   .arg(text::bytes(kShownBytes), text::bytes(response.body.size()));
    if (response.bodyCut())
        note += QLatin1Char(' ') + tr("The rest was cut at the limit.");
    m_cut->setText(note.trimmed());
    m_save->setVisible(response.body.size() > 0);
}

void ResponsePane::showHeaders(const http::Response& response)
{
    QString lines;
    for (const http::Header& header : response.headers)
        lines += text::q(base::visible(header.name.toStdString())) + QStringLiteral(": ") +
                 text::q(base::visible(header.value.toStdString())) + QLatin1Char('\n');
    m_headers->setPlainText(lines);
}

void ResponsePane::save()
{
    auto* dialog = new QFileDialog(this, tr("Save body"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("response.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_save->setEnabled(false);
        m_cut->setText(tr("Saving..."));
        QtConcurrent::run(&saveBody, m_store, file).then(this, [this, file](const base::Result<>& written) {
            m_save->setEnabled(true);
            m_cut->setText(written ? tr("Saved to %1.").arg(file) : text::errorText(written.error()).line());
        });
    });
    dialog->open();
}

} // namespace ui
