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
            return ErrorClause{tr("there is no such knob"),
                               a.value(0).isEmpty() ? tr("There are lifetime, kind, delay, fail and status.")
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
};

} // namespace

void addServerErrors(ErrorTable& table)
{
    ServerErrorText::addKnobs(table);
    ServerErrorText::addTokenServer(table);
}

} // namespace text
