// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/Words.h"

#include "core/text/Format.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ui::InspectPage)
};

} // namespace

Tone toneOf(token::Severity severity)
{
    switch (severity) {
    case token::Severity::Error:
        return Tone::Bad;
    case token::Severity::Warning:
        return Tone::Warning;
    case token::Severity::Note:
        break;
    }
    return Tone::Info;
}

QString shownValue(const std::optional<base::JsonValue>& value)
{
    if (!value)
        return Tr::tr("none");
    return text::brief(value->string() ? *value->string() : value->toJson());
}

QString certificateName(const QString& project, token::CertificateRole role)
{
    return role == token::CertificateRole::Previous ? Tr::tr("%1, previous certificate").arg(project)
                                                    : Tr::tr("%1, primary certificate").arg(project);
}

} // namespace ui
