// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Endpoint.h"

namespace catalogue {
namespace {

const base::JsonValue* notNull(const base::JsonValue* value)
{
    return value && !value->isNull() ? value : nullptr;
}

} // namespace

const base::JsonValue* Endpoint::bodyExample() const
{
    return notNull(raw.find("body_example"));
}

const base::JsonValue* Endpoint::responseExample() const
{
    return notNull(raw.find("response_example"));
}

std::vector<const ErrorRow*> Endpoint::errorsFor(int status, std::string_view error) const
{
    std::vector<const ErrorRow*> rows;
    for (const ErrorRow& row : errorCodes)
        if (row.status == status && (error.empty() || row.error == error))
            rows.push_back(&row);
    return rows;
}

std::vector<std::string> Endpoint::routeSegments() const
{
    std::vector<std::string> segments = splitPath(path);
    segments.erase(segments.begin(), segments.begin() + 2);
    return segments;
}

std::vector<std::string> splitPath(std::string_view path)
{
    std::vector<std::string> segments;
    if (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        segments.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        path.remove_prefix(slash + 1);
        if (path.empty())
            segments.emplace_back();
    }
    return segments;
}

std::optional<std::string_view> placeholder(std::string_view segment)
{
    if (segment.size() < 3 || segment.front() != '{' || segment.back() != '}')
        return std::nullopt;
    return segment.substr(1, segment.size() - 2);
}

} // namespace catalogue
