// SPDX-License-Identifier: Apache-2.0
#include "core/project/PastedProject.h"

#include "core/base/Json.h"
#include "core/base/Trim.h"

#include <algorithm>
#include <array>

namespace project {
namespace {

constexpr std::string_view kAround = " \t\r\n\"'`,;|*"; // what a copied value may be wrapped in

constexpr std::size_t kMaxText = std::size_t{1} << 20;

enum class Slot { Name, AppId, Certificate, Previous, AppKey, OrgName, AppName, RestHost, WebSocketHost };

struct Label
{
    std::string_view text; // letters and digits only, lower case
    Slot slot;
};

// The longest label that a line begins with counts, so the order does not matter.
constexpr std::array<Label, 36> kLabels{{
    {"projectname", Slot::Name},
    {"project", Slot::Name},
    {"appid", Slot::AppId},
    {"agoraappid", Slot::AppId},
    {"appcertificate", Slot::Certificate},
    {"agoraappcertificate", Slot::Certificate},
    {"primarycertificate", Slot::Certificate},
    {"primaryappcertificate", Slot::Certificate},
    {"appcertificateprimary", Slot::Certificate},
    {"certificate", Slot::Certificate},
    {"secondarycertificate", Slot::Previous},
    {"secondaryappcertificate", Slot::Previous},
    {"appcertificatesecondary", Slot::Previous},
    {"previouscertificate", Slot::Previous},
    {"appkey", Slot::AppKey},
    {"agoraappkey", Slot::AppKey},
    {"agorachatappkey", Slot::AppKey},
    {"orgname", Slot::OrgName},
    {"organizationname", Slot::OrgName},
    {"agoraorgname", Slot::OrgName},
    {"org", Slot::OrgName},
    {"appname", Slot::AppName},
    {"agoraappname", Slot::AppName},
    {"resthost", Slot::RestHost},
    {"resturl", Slot::RestHost},
    {"restapi", Slot::RestHost},
    {"restapiurl", Slot::RestHost},
    {"restfulapi", Slot::RestHost},
    {"restserver", Slot::RestHost},
    {"agorachathost", Slot::RestHost},
    {"chathost", Slot::RestHost},
    {"host", Slot::RestHost},
    {"websocketaddress", Slot::WebSocketHost},
    {"websockethost", Slot::WebSocketHost},
    {"websocketurl", Slot::WebSocketHost},
    {"websocket", Slot::WebSocketHost},
}};

/// The known label, or nullptr.
const Label* labelOf(std::string_view label)
{
    std::string plain;
    for (const char c : label) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    if (plain.starts_with("export"))
        plain.erase(0, 6);
    const auto found =
        std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& known) { return known.text == plain; });
    return found == kLabels.end() ? nullptr : &*found;
}

class Collector final
{
public:
    void take(Slot slot, std::string_view raw)
    {
        const std::string_view value = base::trimmed(raw, kAround);
        if (value.empty())
            return;
        switch (slot) {
        case Slot::Name:
            put("name", m_out.name, value);
            break;
        case Slot::AppId:
            put("app_id", m_out.appId, value);
            break;
        case Slot::Certificate:
            put("app_certificate", m_out.certificate, value);
            break;
        case Slot::Previous:
            put("previous_certificate", m_out.previousCertificate, value);
            break;
        case Slot::AppKey:
            if (const std::size_t hash = value.find('#'); hash != std::string_view::npos) {
                put("org_name", m_out.orgName, base::trimmed(value.substr(0, hash), kAround));
                put("app_name", m_out.appName, base::trimmed(value.substr(hash + 1), kAround));
            }
            break;
        case Slot::OrgName:
            put("org_name", m_out.orgName, value);
            break;
        case Slot::AppName:
            put("app_name", m_out.appName, value);
            break;
        case Slot::RestHost:
            put("rest_host", m_out.restHost, value);
            break;
        case Slot::WebSocketHost:
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
            if (const Label* label = text ? labelOf(member.first) : nullptr)
                take(label->slot, *text);
            else
                json(member.second);
        }
    }

    void lines(std::string_view text)
    {
        const Label* waiting = nullptr; // a label alone on its line; its value comes with the next
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string_view line = base::trimmed(text.substr(0, end), kAround);
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
            if (line.empty())
                continue;
            if (const Label* label = labelOf(line)) {
                waiting = label;
            } else if (!labelled(line) && waiting) {
                take(waiting->slot, line);
                waiting = nullptr;
            }
        }
    }

    PastedProject done() { return std::move(m_out); }

private:
    /// `label <separator> value`: the first separator whose left side is a label counts.
    bool labelled(std::string_view line)
    {
        for (std::size_t at = line.find_first_of(":=\t|"); at != std::string_view::npos;
             at = line.find_first_of(":=\t|", at + 1)) {
            if (const Label* label = labelOf(line.substr(0, at))) {
                take(label->slot, line.substr(at + 1));
                return true;
            }
        }
        // "App ID   970CA3...": two blanks or more part a table whose tabs were lost.
        if (const std::size_t gap = line.find("  "); gap != std::string_view::npos) {
            if (const Label* label = labelOf(line.substr(0, gap))) {
                take(label->slot, line.substr(gap));
                return true;
            }
        }
        return false;
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
