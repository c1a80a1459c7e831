// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "ui/shell/Context.h"

namespace ui {

/// Does what the button of a cause says, by way of other pages.
class Fixes final
{
public:
    explicit Fixes(Context& context)
        : m_context(context)
    {
    }

    /// Whether the program can do anything about it: it sets no clock.
    [[nodiscard]] static bool canRun(const diagnosis::Cause& cause);
    /// `use`: what the token was used for; `inspection`: the token.
    void run(const diagnosis::Cause& cause, const diagnosis::Use& use, const token::Inspection& inspection);

private:
    void useProject(const std::string& name);
    void mint(const diagnosis::Cause& cause, const QString& expiresIn);
    void storeCertificate(const std::string& appId);
    void openEndpoint(const diagnosis::Cause& cause, const diagnosis::Use& use);

    Context& m_context;
};

} // namespace ui
