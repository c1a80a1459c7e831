// SPDX-License-Identifier: Apache-2.0
#include "core/rest/Variables.h"

#include "core/base/Json.h"
#include "core/base/Nearest.h"
#include "core/rest/Errors.h"
#include "core/base/Trim.h"

#include <algorithm>

namespace rest {
namespace {

using base::fail;
using base::Result;

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

std::string asInsideJson(const std::string& value)
{
    const std::string quoted = base::JsonValue(value).toJson();
    return quoted.substr(1, quoted.size() - 2);
}

class Replacer final
{
public:
    Replacer(const project::Environment* environment, bool inJson)
        : m_environment(environment)
        , m_inJson(inJson)
    {
    }

    Result<std::string> replace(std::string_view text, std::string_view field) const
    {
        std::string out;
        while (true) {
            const std::size_t open = text.find(kOpen);
            const std::size_t close = open == std::string_view::npos ? open : text.find(kClose, open);
            if (close == std::string_view::npos)
                return out.append(text);
            const std::string_view name =
                base::trimmed(text.substr(open + kOpen.size(), close - open - kOpen.size()), " ");
            if (!project::isVariableName(name)) { // braces of the text's own
                out.append(text.substr(0, open + 1));
                text.remove_prefix(open + 1);
                continue;
            }
            const std::string* value = find(name);
            if (!value)
                return fail(errors::kUnknownVariable, field, std::vector{std::string(name), nearest(name)});
            out.append(text.substr(0, open)).append(m_inJson ? asInsideJson(*value) : *value);
            text.remove_prefix(close + kClose.size());
        }
    }

private:
    [[nodiscard]] const std::string* find(std::string_view name) const
    {
        if (!m_environment)
            return nullptr;
        const auto& all = m_environment->variables;
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto& variable) { return variable.first == name; });
        return found == all.end() ? nullptr : &found->second;
    }

    [[nodiscard]] std::string nearest(std::string_view name) const
    {
        std::vector<std::string_view> names;
        if (m_environment) {
            for (const auto& [each, value] : m_environment->variables)
                names.push_back(each);
        }
        return std::string(base::nearest(name, names));
    }

    const project::Environment* m_environment;
    bool m_inJson;
};

} // namespace

Result<Draft> withVariables(const Draft& draft, const project::Environment* environment)
{
    Draft filled = draft;
    for (auto& [name, value] : filled.values) {
        auto text = Replacer(environment, false).replace(value, name);
        if (!text)
            return fail(text.error());
        value = std::move(*text);
    }
    if (filled.rawBody) {
        auto text = Replacer(environment, true).replace(*filled.rawBody, "body");
        if (!text)
            return fail(text.error());
        filled.rawBody = std::move(*text);
    }
    return filled;
}

} // namespace rest
