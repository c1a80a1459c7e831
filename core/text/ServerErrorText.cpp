// SPDX-License-Identifier: Apache-2.0
#include "core/text/ErrorTable.h"

#include <QCoreApplication>

namespace text {
namespace {

class ServerErrorText final
{
    Q_DECLARE_TR_FUNCTIONS(text::ServerErrorText)

public:
    static void addKnobs(ErrorTable& t)
    {
        add(t, "unknown-knob", [](const QStringList& a) {
            return ErrorClause{tr("there is no such knob"), a.value(0).isEmpty()
                                                                ? tr("There are %1.").arg(a.value(1))
                                                                : tr("Did you mean “%1”?").arg(a.value(0))};
        });
        add(t, "bad-knob-value", [](const QStringList& a) {
            return ErrorClause{tr("“%1” is no value for this knob").arg(a.value(0)),
                               tr("It takes %1.").arg(a.value(1))};
        });
    }

    static void addTokenServer(ErrorTable& t)
    {
        add(t, "bad-origin", [](const QStringList& a) {
            return ErrorClause{tr("“%1” is no origin").arg(a.value(0)),
                               tr("Write scheme, host and port as the browser does, such as "
                                  "http://localhost:3000 or https://app.example.com; a * is not taken.")};
        });
        add(t, "bad-access-key", [](const QStringList& a) {
            return ErrorClause{
                tr("no access key: it has %1 to %2 visible ASCII characters").arg(a.value(0), a.value(1)),
                tr("“openssl rand -hex 16” makes a good one.")};
        });
        add(t, "bad-max-expire", [](const QStringList& a) {
            return ErrorClause{tr("the cap lies between 1s and %1").arg(a.value(0)),
                               tr("Agora Chat documents no longer lifetime.")};
        });
    }

    static void addSandboxData(ErrorTable& t)
    {
        add(t, "data-unreadable", [](const QStringList& a) {
            return ErrorClause{tr("it cannot be opened: %1").arg(a.value(1)),
                               tr("Choose a file in a folder that you may write to."), fileOf(a)};
        });
        add(t, "data-in-use", [](const QStringList& a) {
            return ErrorClause{tr("another program has it open"),
                               tr("Stop that one, such as another sandbox, or choose another file."),
                               fileOf(a)};
        });
        add(t, "data-not-ours", [](const QStringList& a) {
            return ErrorClause{tr("it is no data file of a sandbox"),
                               tr("Choose another file: this one has been left as it is."), fileOf(a)};
        });
        add(t, "data-of-another-app", [](const QStringList& a) {
            return ErrorClause{tr("it belongs to %1").arg(a.value(1)),
                               tr("Start the sandbox for that one, or choose another file."), fileOf(a)};
        });
        add(t, "data-damaged", [](const QStringList& a) {
            return ErrorClause{
                tr("it is damaged: %1").arg(a.value(1)),
                tr("Choose another file. This one has been left as it is: “sqlite3 FILE .recover” may save "
                   "some of it."),
                fileOf(a)};
        });
        add(t, "data-newer", [](const QStringList& a) {
            return ErrorClause{tr("a newer version of this program made it"),
                               tr("Use that version, or choose another file."), fileOf(a)};
        });
        add(t, "data-write-failed", [](const QStringList& a) {
            return ErrorClause{tr("it cannot be written: %1").arg(a.value(1)),
                               tr("Make room on the disk, then try again."), fileOf(a)};
        });
    }

private:
    static QString fileOf(const QStringList& a) { return tr("The data file %1").arg(a.value(0)); }
};

} // namespace

void addServerErrors(ErrorTable& table)
{
    ServerErrorText::addKnobs(table);
    ServerErrorText::addTokenServer(table);
    ServerErrorText::addSandboxData(table);
}

} // namespace text
