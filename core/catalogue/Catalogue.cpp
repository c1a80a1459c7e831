// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Catalogue.h"

#include "core/base/Nearest.h"
#include "core/catalogue/EntryReader.h"
#include "core/catalogue/Errors.h"

#include <algorithm>

namespace catalogue {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

bool fits(const std::vector<std::string>& route, std::span<const std::string> segments)
{
    for (std::size_t i = 0; i < route.size(); ++i) {
        if (placeholder(route[i])) {
            if (segments[i].empty())
                return false;
        } else if (route[i] != segments[i]) {
            return false;
        }
    }
    return true;
}

/// 1 when `a` is the more literal route, -1 when `b` is, 0 when they have the same shape.
int compareShapes(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool literalA = !placeholder(a[i]).has_value();
        const bool literalB = !placeholder(b[i]).has_value();
        if (literalA != literalB)
            return literalA ? 1 : -1;
    }
    return 0;
}

/// How many parts of the rule hold; -1 when one does not. `otherwise` counts nothing.
int partsThatHold(const RouteBy& rule, const RequestShape& request, std::string_view lastValue)
{
    int parts = 0;
    const auto need = [&parts](bool set, bool holds) {
        if (set && parts >= 0)
            parts = holds ? parts + 1 : -1;
    };
    const base::JsonValue* body = request.body;
    need(!rule.body.empty(),
         body && (rule.body == "array" ? body->array() != nullptr : body->object() != nullptr));
    need(!rule.bodyHas.empty(), body && body->object() && body->find(rule.bodyHas));
    need(rule.bodyIs.has_value(),
         rule.bodyIs && body && body->object() && body->text(rule.bodyIs->first) == rule.bodyIs->second);
    need(
        rule.headerIs.has_value(),
        rule.headerIs && std::any_of(request.headers.begin(), request.headers.end(), [&](const auto& header) {
            return sameWord(header.first, rule.headerIs->first) && header.second == rule.headerIs->second;
        }));
    need(!rule.path.empty(), (lastValue.find(',') != std::string_view::npos) == (rule.path == "list"));
    return parts;
}

std::string_view lastPlaceholderValue(const std::vector<std::string>& route,
                                      std::span<const std::string> segments)
{
    for (std::size_t i = route.size(); i-- > 0;)
        if (placeholder(route[i]))
            return segments[i];
    return {};
}

} // namespace

base::Result<Catalogue> Catalogue::load(std::string_view json)
{
    Catalogue catalogue;
    if (auto added = catalogue.add(json); !added)
        return base::fail(added.error());
    return catalogue;
}

base::Result<> Catalogue::add(std::string_view json)
{
    auto parsed = base::JsonValue::parse(json);
    if (!parsed)
        return base::fail(parsed.error());
    base::JsonArray* entries = parsed->array();
    if (!entries)
        return base::fail(errors::kBadCatalogue, "", std::vector<std::string>{"", "the file is no array"});

    std::vector<Endpoint> fresh;
    fresh.reserve(entries->size());
    std::map<std::string, std::size_t, std::less<>> ids = m_byId;
    for (base::JsonValue& entry : *entries) {
        auto endpoint = readEntry(std::move(entry));
        if (!endpoint)
            return base::fail(endpoint.error());
        if (!ids.emplace(endpoint->id, m_endpoints.size() + fresh.size()).second)
            return base::fail(errors::kBadCatalogue, "",
                              std::vector<std::string>{endpoint->id, "the id is used twice"});
        fresh.push_back(std::move(*endpoint));
    }
    m_endpoints.insert(m_endpoints.end(), std::make_move_iterator(fresh.begin()),
                       std::make_move_iterator(fresh.end()));
    m_byId = std::move(ids);
    index();
    return {};
}

void Catalogue::index()
{
    m_groups.clear();
    m_bySize.clear();
    for (std::size_t i = 0; i < m_endpoints.size(); ++i) {
        const Endpoint& endpoint = m_endpoints[i];
        if (std::find(m_groups.begin(), m_groups.end(), endpoint.group) == m_groups.end())
            m_groups.push_back(endpoint.group);
        std::vector<std::string> route = endpoint.routeSegments();
        const std::size_t size = route.size();
        m_bySize[size].emplace_back(std::move(route), i);
    }
}

const Endpoint* Catalogue::find(std::string_view id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_endpoints[found->second];
}

std::vector<std::string> Catalogue::similarIds(std::string_view id, std::size_t limit) const
{
    std::vector<std::string> out;
    std::vector<std::string_view> all;
    for (const Endpoint& endpoint : m_endpoints) {
        all.push_back(endpoint.id);
        if (!id.empty() && out.size() < limit && endpoint.id.find(id) != std::string::npos)
            out.push_back(endpoint.id);
    }
    if (const std::string_view near = base::nearest(id, all); out.empty() && !near.empty() && limit > 0)
        out.emplace_back(near);
    return out;
}

Match Catalogue::match(const RequestShape& request) const
{
    Match result;
    const auto sized = m_bySize.find(request.segments.size());
    if (sized == m_bySize.end())
        return result;

    const std::vector<std::string>* bestRoute = nullptr;
    int bestParts = -2;
    const Endpoint* first = nullptr; // of the best shape, for when no rule holds
    for (const auto& [route, at] : sized->second) {
        if (!fits(route, request.segments))
            continue;
        const Endpoint& candidate = m_endpoints[at];
        if (candidate.method != request.method) {
            result.allowedMethods.push_back(candidate.method);
            continue;
        }
        const int order = bestRoute ? compareShapes(route, *bestRoute) : 1;
        if (order < 0)
            continue;
        if (order > 0) {
            bestRoute = &route;
            first = &candidate;
            bestParts = -2;
        }
        const int parts =
            partsThatHold(candidate.routeBy, request, lastPlaceholderValue(route, request.segments));
        if (parts > bestParts && parts >= 0) {
            bestParts = parts;
            bestRoute = &route;
            result.endpoint = &candidate;
        } else if (order > 0) {
            result.endpoint = first;
        }
    }
    if (result.endpoint) {
        result.kind = Match::Kind::Found;
        result.allowedMethods.clear();
        for (std::size_t i = 0; i < bestRoute->size(); ++i)
            if (const auto name = placeholder((*bestRoute)[i]))
                result.pathValues.emplace_back(*name, request.segments[i]);
        return result;
    }
    auto& methods = result.allowedMethods;
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    result.kind = methods.empty() ? Match::Kind::NoSuchPath : Match::Kind::OtherMethod;
    return result;
}

} // namespace catalogue
