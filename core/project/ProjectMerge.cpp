// SPDX-License-Identifier: Apache-2.0
#include "core/project/ProjectMerge.h"

#include <algorithm>

namespace project {
namespace {

template<class T>
void take(const T& before, const T& after, T& now)
{
    if (before != after)
        now = after;
}

/// The entry of that name; nullptr for none.
Environment* byName(std::vector<Environment>& list, const std::string& name)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Environment& each) { return each.name == name; });
    return found == list.end() ? nullptr : &*found;
}

Environment::Variable* byName(std::vector<Environment::Variable>& list, const std::string& name)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.first == name; });
    return found == list.end() ? nullptr : &*found;
}

const std::string& nameOf(const Environment& environment)
{
    return environment.name;
}

const std::string& nameOf(const Environment::Variable& variable)
{
    return variable.first;
}

void mergeEntry(const Environment::Variable& before, const Environment::Variable& after,
                Environment::Variable& now)
{
    take(before.second, after.second, now.second);
}

void mergeEntry(const Environment& before, const Environment& after, Environment& now);

/// What has come, gone and changed between `before` and `after` happens to `now`. An order that was changed
/// is taken where nobody else has changed the list.
template<class Entry>
void mergeLists(std::vector<Entry> before, const std::vector<Entry>& after, std::vector<Entry>& now)
{
    if (before == now) {
        now = after;
        return;
    }
    const auto stays = [&](const Entry& entry) {
        return std::any_of(after.begin(), after.end(),
                           [&](const Entry& each) { return nameOf(each) == nameOf(entry); });
    };
    for (const Entry& entry : before) {
        if (!stays(entry))
            std::erase_if(now, [&](const Entry& each) { return nameOf(each) == nameOf(entry); });
    }
    for (const Entry& entry : after) {
        const Entry* old = byName(before, nameOf(entry));
        Entry* mine = byName(now, nameOf(entry));
        if (old && *old == entry)
            continue;
        if (mine)
            mergeEntry(old ? *old : Entry(), entry, *mine);
        else
            now.push_back(entry);
    }
}

void mergeEntry(const Environment& before, const Environment& after, Environment& now)
{
    take(before.colour, after.colour, now.colour);
    mergeLists(before.variables, after.variables, now.variables);
}

} // namespace

Project merged(const Project& before, const Project& after, Project now)
{
    for (const auto member : {&Project::name, &Project::appId, &Project::orgName, &Project::appName,
                              &Project::restHost, &Project::webSocketHost, &Project::environment})
        take(before.*member, after.*member, now.*member);
    take(before.production, after.production, now.production);
    mergeLists(before.environments, after.environments, now.environments);
    if (!now.findEnvironment(now.environment))
        now.environment.clear(); // another program has removed it
    return now;
}

} // namespace project
