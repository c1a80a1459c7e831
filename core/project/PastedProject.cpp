// SPDX-License-Identifier: Apache-2.0
#include "core/project/PastedProject.h"

#include "core/base/Json.h"
#include "core/base/Trim.h"
#include "core/project/PasteLabels.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace project {
namespace {

constexpr std::string_view kAround = " \t\r\n\"'`,;|*"; // what a copied value may be wrapped in

constexpr std::size_t kMaxText = std::size_t{1} << 20;

constexpr std::size_t kMostUnused = 20; // names that are worth telling

/// A host as it was given, without the path behind it: `https://host`, `host:443`.
std::string_view originOf(std::string_view value)
{
    const std::size_t scheme = value.find("://");
    return value.substr(0, value.find_first_of("/?", scheme == std::string_view::npos ? 0 : scheme + 3));
}

/// The parts of a path that are not empty.
std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> parts;
    path = path.substr(0, path.find_first_of("?#"));
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        if (end != 0)
            parts.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    }
    return parts;
}

class Collector final
{
public:
    void take(PasteSlot slot, std::string_view label, std::string_view raw)
    {
        const std::string_view value = base::trimmed(raw, kAround);
        if (value.empty())
            return;
        switch (slot) {
        case PasteSlot::Name:
            put("name", m_out.name, value);
            break;
        case PasteSlot::AppId:
            put("app_id", m_out.appId, value);
            break;
        case PasteSlot::Certificate:
            put("app_certificate", m_out.certificate, value);
            break;
        case PasteSlot::Previous:
            put("previous_certificate", m_out.previousCertificate, value);
            break;
        case PasteSlot::AppKey:
            if (const std::size_t hash = value.find('#'); hash != std::string_view::npos) {
                put("org_name", m_out.orgName, base::trimmed(value.substr(0, hash), kAround));
                put("app_name", m_out.appName, base::trimmed(value.substr(hash + 1), kAround));
            } else {
                passOver(label, value);
            }
            break;
        case PasteSlot::OrgName:
            put("org_name", m_out.orgName, value);
            break;
        case PasteSlot::AppName:
            put("app_name", m_out.appName, value);
            break;
        case PasteSlot::RestHost:
            takeHost(value);
            break;
        case PasteSlot::WebSocketHost:
            put("websocket_host", m_out.webSocketHost, value);
            break;
        }
    }

    void json(const base::JsonValue& value)
    {
        if (const base::JsonArray* array = value.array()) {
            for (const base::JsonValue& item : *array)
                json(item);
        }
        if (!value.object())
            return;
        for (const base::JsonMember& member : *value.object()) {
            const std::string* text = member.second.string();
            if (!text && member.second.number())
                text = &member.second.number()->text;
            const auto slot = text ? slotOfLabel(member.first) : std::nullopt;
            if (slot)
                take(*slot, member.first, *text);
            else if (text)
                passOver(member.first, *text);
            else
                json(member.second);
        }
    }

    void lines(std::string_view text)
    {
        std::string_view waiting; // a label alone on its line; its value comes with the next
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string_view line = base::trimmed(text.substr(0, end), kAround);
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
            if (line.empty())
                continue;
            if (slotOfLabel(line)) {
                waiting = line;
            } else if (labelled(line)) {
                continue;
            } else if (const auto slot = slotOfLabel(waiting)) {
                take(*slot, std::exchange(waiting, {}), line);
            } else {
                unknown(line);
            }
        }
    }

    /// What a path or a value gave away counts only where nothing was said outright.
    PastedProject done()
    {
        const auto fallBack = [](std::string& to, std::string& from) {
            if (to.empty())
                to = std::move(from);
        };
        fallBack(m_out.restHost, m_hostByValue);
        fallBack(m_out.webSocketHost, m_socketByValue);
        if (m_out.orgName.empty() && m_out.appName.empty()) {
            m_out.orgName = std::move(m_orgOfPath);
            m_out.appName = std::move(m_appOfPath);
        }
        fallBack(m_out.appId, m_appIdOfPath);
        m_out.hostUnclear = m_out.hostUnclear && m_out.restHost.empty();
        return std::move(m_out);
    }

private:
    /// `label <separator> value`: the first separator whose left side is a label counts.
    bool labelled(std::string_view line)
    {
        for (std::size_t at = line.find_first_of(":=\t|"); at != std::string_view::npos;
             at = line.find_first_of(":=\t|", at + 1)) {
            if (const auto slot = slotOfLabel(line.substr(0, at))) {
                take(*slot, line.substr(0, at), line.substr(at + 1));
                return true;
            }
        }
        // "App ID   970CA3...": two blanks or more part a table whose tabs were lost.
        if (const std::size_t gap = line.find("  "); gap != std::string_view::npos) {
            if (const auto slot = slotOfLabel(line.substr(0, gap))) {
                take(*slot, line.substr(0, gap), line.substr(gap));
                return true;
            }
        }
        return false;
    }

    /// A line whose label nobody knows.
    void unknown(std::string_view line)
    {
        const std::size_t at = line.find_first_of(":=\t|");
        if (at == std::string_view::npos || line.substr(at).starts_with("://"))
            return;
        std::string_view name = base::trimmed(line.substr(0, at), kAround);
        if (name.starts_with("export "))
            name = base::trimmed(name.substr(7), kAround);
        passOver(name, base::trimmed(line.substr(at + 1), kAround));
    }

    /// A host of the service is taken whatever it is called; of the rest the name is kept.
    void passOver(std::string_view label, std::string_view value)
    {
        if (value.empty())
            return;
        if (const auto slot = slotOfChatHost(value)) {
            std::string& to = *slot == PasteSlot::RestHost ? m_hostByValue : m_socketByValue;
            if (*slot == PasteSlot::RestHost)
                pathOf(value);
            const std::string_view host = *slot == PasteSlot::RestHost ? originOf(value) : value;
            if (to.empty())
                to = host;
            else if (to != host)
                contradict(*slot == PasteSlot::RestHost ? "rest_host" : "websocket_host");
            return;
        }
        if (!isLabel(label))
            return;
        auto& list = m_out.unused;
        if (list.size() < kMostUnused && std::find(list.begin(), list.end(), label) == list.end())
            list.emplace_back(label);
        m_out.hostUnclear |= speaksOfChatHost(label);
    }

    void takeHost(std::string_view value)
    {
        pathOf(value);
        put("rest_host", m_out.restHost, originOf(value));
    }

    /// `https://host/org/app/users` and `https://host/app-id/{app_id}` name more than the host.
    void pathOf(std::string_view url)
    {
        const auto parts = segments(url.substr(originOf(url).size()));
        if (parts.size() < 2)
            return;
        if (parts[0] == "app-id") {
            m_appIdOfPath = parts[1];
        } else {
            m_orgOfPath = parts[0];
            m_appOfPath = parts[1];
        }
    }

    void put(const char* field, std::string& to, std::string_view value)
    {
        if (to.empty())
            to = value;
        else if (to != value)
            contradict(field);
    }
    void put(const char* field, base::SecretBytes& to, std::string_view value)
    {
        if (to.empty())
            to = base::SecretBytes(value);
        else if (to.view() != value)
            contradict(field);
    }
    void contradict(const char* field)
    {
        auto& list = m_out.contradictions;
        if (std::find(list.begin(), list.end(), field) == list.end())
            list.emplace_back(field);
    }

    PastedProject m_out;
    std::string m_hostByValue;
    std::string m_socketByValue;
    std::string m_orgOfPath;
    std::string m_appOfPath;
    std::string m_appIdOfPath;
};

} // namespace

bool PastedProject::empty() const
{
    return appId.empty() && certificate.empty() && previousCertificate.empty() && orgName.empty() &&
           appName.empty() && restHost.empty() && webSocketHost.empty();
}

std::vector<std::string> PastedProject::missing() const
{
    std::vector<std::string> fields;
    const auto need = [&](const char* field, bool there) {
        if (!there)
            fields.emplace_back(field);
    };
    need("app_id", !appId.empty());
    need("app_certificate", !certificate.empty());
    need("org_name", !orgName.empty());
    need("app_name", !appName.empty());
    need("rest_host", !restHost.empty());
    return fields;
}

PastedProject parsePastedProject(std::string_view text)
{
    text = text.substr(0, kMaxText);
    Collector collector;
    if (const auto json = base::JsonValue::parse(text); json && (json->object() || json->array()))
        collector.json(*json);
    else
        collector.lines(text);
    return collector.done();
}

} // namespace project
