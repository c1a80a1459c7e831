// SPDX-License-Identifier: Apache-2.0
#include "core/token/Decoder.h"

#include "core/base/Utf8.h"
#include "core/token/Base64.h"
#include "core/token/PayloadReader.h"

#include <algorithm>
#include <utility>

namespace token {
namespace {

constexpr std::size_t kPrivilegeSize = 6; // u16 id, u32 seconds

/// Reads one payload into a Decoded. Each step returns false when nothing after it can be read.
class PayloadParser final
{
public:
    PayloadParser(Decoded& out)
        : m_out(out)
        , m_reader(out.payload, out.fields)
    {
    }

    void parse()
    {
        if (head())
            services();
        m_reader.rest("unread");
    }

private:
    bool head()
    {
        if (!fixedString("signature", FieldKind::Bytes, kSignatureSize, m_out.signature))
            return false;
        if (m_out.signature.size() != kSignatureSize)
            report(ProblemCode::BadSignatureLength, 0, {std::to_string(m_out.signature.size())});
        m_out.signingStart = m_reader.offset();

        const std::string& appId = m_out.appId;
        if (!fixedString("app_id", FieldKind::Text, kIdSize, m_out.appId))
            return false;
        if (!checkAppId(appId))
            report(ProblemCode::BadAppId, m_reader.offset() - appId.size(),
                   {base::visible(appId), std::to_string(appId.size())});
        return number("issue_ts", m_out.issueTs) && number("expire", m_out.expire) &&
               number("salt", m_out.salt);
    }

    bool number(std::string_view name, std::optional<std::uint32_t>& to)
    {
        to = m_reader.u32(name);
        return to || cut();
    }

    /// A string whose length the format fixes. A right length that runs past the end means that the payload
    /// was cut; a wrong one that the length itself is at fault.
    bool fixedString(std::string_view name, FieldKind kind, std::size_t expected, std::string& to)
    {
        const auto length = m_reader.u16(name, FieldKind::Length);
        if (!length)
            return cut();
        const auto bytes = m_reader.bytes(name, kind, *length);
        if (!bytes)
            return *length == expected ? cut() : overrun(*length);
        to = *bytes;
        return true;
    }

    bool string(std::string_view name, std::string& to)
    {
        const auto length = m_reader.u16(name, FieldKind::Length);
        if (!length)
            return cut();
        const auto bytes = m_reader.bytes(name, FieldKind::Text, *length);
        if (!bytes)
            return overrun(*length);
        if (const std::size_t bad =
                known(ProblemCode::BadUtf8) ? std::string_view::npos : base::firstInvalidUtf8(*bytes);
            bad != std::string_view::npos)
            report(ProblemCode::BadUtf8, m_reader.offset() - bytes->size() + bad,
                   {std::string(name), base::visible(*bytes)});
        to = *bytes;
        return true;
    }

    void services()
    {
        m_reader.setScope(FieldScope::Root);
        const std::size_t countAt = m_reader.offset();
        const auto count = m_reader.u16("services", FieldKind::Count);
        if (!count) {
            cut();
            return;
        }
        constexpr std::size_t kLeastService = 4; // bytes: type and count of privileges
        m_out.services.reserve(std::min<std::size_t>(*count, m_reader.left() / kLeastService));
        for (std::size_t i = 0; i < *count; ++i) {
            if (m_reader.left() == 0) {
                if (i == 0) { // nobody writes a count and no service: the rest was cut off
                    cut();
                    return;
                }
                report(ProblemCode::ServiceCount, countAt, {std::to_string(*count), std::to_string(i)});
                return;
            }
            if (!service(i))
                return;
        }
        if (m_reader.left() > 0)
            leftOver(*count, countAt);
        else if (*count == 0)
            report(ProblemCode::NoServices, countAt);
        judgeOrder();
    }

    bool service(std::size_t index)
    {
        m_reader.setScope(FieldScope::Service, index);
        const std::size_t typeAt = m_reader.offset();
        const auto type = m_reader.u16("type");
        if (!type)
            return cut();
        const ServiceInfo* info = serviceInfo(*type);
        Service& service = m_out.services.emplace_back();
        service.type = *type;
        if (!info) {
            // Service lengths are not on the wire: nothing behind an unknown type can be found.
            report(ProblemCode::UnknownService, typeAt, {std::to_string(*type)});
            return false;
        }
        if (!privileges(service, index))
            return false;
        for (const ServiceField& field : info->fields) {
            m_reader.setScope(FieldScope::Service, index);
            switch (field.kind) {
            case ServiceFieldKind::Text:
                if (!string(field.name, service.*field.text))
                    return false;
                break;
            case ServiceFieldKind::Role: {
                const auto role = m_reader.u16(field.name, FieldKind::I16);
                if (!role)
                    return cut();
                service.role = static_cast<std::int16_t>(*role);
                break;
            }
            case ServiceFieldKind::Permissions:
                if (!permissions(service, index))
                    return false;
                break;
            }
        }
        return true;
    }

    bool privileges(Service& service, std::size_t index)
    {
        const auto count = m_reader.u16("privileges", FieldKind::Count);
        if (!count)
            return cut();
        service.privileges.reserve(std::min<std::size_t>(*count, m_reader.left() / kPrivilegeSize));
        const std::size_t start = m_reader.offset();
        for (std::size_t i = 0; i < *count; ++i) {
            m_reader.setScope(FieldScope::Privilege, index, i);
            const auto id = m_reader.u16("id");
            const auto seconds = id ? m_reader.u32("seconds") : std::nullopt;
            if (!seconds)
                return cut();
            service.privileges.push_back({*id, *seconds});
        }
        judgePrivileges(service.privileges, start);
        return true;
    }

    void judgePrivileges(const std::vector<Privilege>& privileges, std::size_t start)
    {
        if (privileges.size() < 2)
            return;
        const auto byId = [](const Privilege& a, const Privilege& b) { return a.id < b.id; };
        const auto sameId = [](const Privilege& a, const Privilege& b) { return a.id == b.id; };
        const auto fault = std::is_sorted_until(privileges.begin(), privileges.end(), byId);
        auto sorted = privileges;
        if (fault != privileges.end())
            std::stable_sort(sorted.begin(), sorted.end(), byId);
        if (const auto twin = std::adjacent_find(sorted.begin(), sorted.end(), sameId);
            twin != sorted.end()) {
            report(ProblemCode::DuplicatePrivilege, start, {std::to_string(twin->id)});
        } else if (fault != privileges.end()) {
            const auto at = static_cast<std::size_t>(fault - privileges.begin());
            report(ProblemCode::UnsortedPrivileges, start + at * kPrivilegeSize,
                   {std::to_string(privileges[at - 1].id), std::to_string(fault->id)});
        }
    }

    bool permissions(Service& service, std::size_t index)
    {
        const auto resources = m_reader.u16("permissions", FieldKind::Count);
        if (!resources)
            return cut();
        for (std::size_t r = 0; r < *resources; ++r) {
            m_reader.setScope(FieldScope::Resource, index, r);
            const auto resource = m_reader.u16("resource");
            const auto count = resource ? m_reader.u16("permissions", FieldKind::Count) : std::nullopt;
            if (!count)
                return cut();
            ResourcePermissions& entry = service.permissions.emplace_back();
            entry.resource = *resource;
            for (std::size_t p = 0; p < *count; ++p) {
                m_reader.setScope(FieldScope::Permission, index, r, p);
                const auto id = m_reader.u16("permission");
                const auto names = id ? m_reader.u16("resources", FieldKind::Count) : std::nullopt;
                if (!names)
                    return cut();
                Permission& permission = entry.permissions.emplace_back();
                permission.permission = *id;
                for (std::size_t n = 0; n < *names; ++n) {
                    m_reader.setScope(FieldScope::Item, index, r, p, n);
                    if (!string("", permission.resources.emplace_back()))
                        return false;
                }
            }
        }
        return true;
    }

    /// Bytes behind the last service: more services than the count says, or something that is none.
    void leftOver(std::size_t count, std::size_t countAt)
    {
        Decoded trial;
        trial.payload = m_out.payload.substr(m_reader.offset());
        PayloadParser parser(trial);
        std::size_t extra = 0;
        while (parser.m_reader.left() > 0 && extra + count < kMaxCount && parser.service(extra))
            ++extra;
        if (parser.m_reader.left() == 0 && trial.problems.empty()) {
            report(ProblemCode::ServiceCount, countAt,
                   {std::to_string(count), std::to_string(count + extra)});
        } else {
            report(ProblemCode::TrailingPayload, m_reader.offset(), {std::to_string(m_reader.left())});
        }
        m_reader.rest("trailing");
    }

    void judgeOrder()
    {
        const auto& services = m_out.services;
        for (std::size_t i = 1; i < services.size(); ++i) {
            const std::uint16_t before = services[i - 1].type;
            const std::uint16_t type = services[i].type;
            if (before > type)
                report(ProblemCode::UnsortedServices, {}, {std::to_string(before), std::to_string(type)});
            else if (before == type)
                report(ProblemCode::DuplicateService, {},
                       {std::string(serviceName(type)), std::to_string(type)});
        }
    }

    bool cut()
    {
        report(ProblemCode::Truncated, m_reader.offset());
        return false;
    }
    bool overrun(std::size_t length)
    {
        report(ProblemCode::StringOverrun, m_reader.offset(),
               {std::to_string(length), std::to_string(m_reader.left())});
        return false;
    }
    /// Reports the first fault of each kind: a thousand of the same say no more.
    void report(ProblemCode code, std::optional<std::size_t> offset, std::vector<std::string> args = {})
    {
        if (!known(code))
            m_out.problems.push_back({code, offset, std::move(args)});
    }
    [[nodiscard]] bool known(ProblemCode code) const
    {
        return std::any_of(m_out.problems.begin(), m_out.problems.end(),
                           [code](const Problem& problem) { return problem.code == code; });
    }

    Decoded& m_out;
    PayloadReader m_reader;
};

/// Empties a Decoded and keeps the memory of its containers.
void reset(Decoded& decoded)
{
    decoded.payload.clear();
    decoded.signingStart.reset();
    decoded.signature.clear();
    decoded.appId.clear();
    decoded.issueTs.reset();
    decoded.expire.reset();
    decoded.salt.reset();
    decoded.services.clear();
    decoded.fields.clear();
    decoded.problems.clear();
    decoded.whole = false;
}

/// How programs and people show that they left something out: dots, stars, bullets, a word in brackets.
bool isEllipsis(std::string_view rest)
{
    for (const std::string_view mark :
         {"...", "..", "\u2026", "**", "\u2022\u2022", "\u00B7\u00B7", "[", "<", "("}) {
        if (rest.starts_with(mark))
            return true;
    }
    return false;
}

} // namespace

const Service* Decoded::service(ServiceType type) const
{
    const auto found = std::find_if(services.begin(), services.end(),
                                    [type](const Service& service) { return service.is(type); });
    return found == services.end() ? nullptr : &*found;
}

std::optional<std::int64_t> Decoded::expiresAt() const
{
    if (!issueTs || !expire)
        return std::nullopt;
    return std::int64_t{*issueTs} + std::int64_t{*expire};
}

std::optional<std::int64_t> Decoded::effectiveExpiresAt() const
{
    auto end = expiresAt();
    if (!end)
        return end;
    for (const Service& service : services) {
        for (const Privilege& privilege : service.privileges) {
            if (privilege.seconds != 0 || !service.is(ServiceType::Fpa))
                end = std::min(*end, std::int64_t{*issueTs} + std::int64_t{privilege.seconds});
        }
    }
    return end;
}

const Decoded& Decoder::decode(std::string_view text)
{
    reset(m_decoded);
    auto& problems = m_decoded.problems;
    const std::size_t bodyAt = kVersion007.size();
    const std::string_view body = text.substr(std::min(bodyAt, text.size()));
    if (body.size() > kMaxTokenText) {
        problems.push_back(
            {ProblemCode::TooLarge, {}, {std::to_string(text.size()), std::to_string(kMaxTokenText)}});
        return m_decoded;
    }

    const Base64Decoded base64 = decodeBase64(body, m_compressed);
    const bool textBroken = base64.badAt != Base64Decoded::npos;
    bool textCut = base64.cut;
    if (textBroken && isEllipsis(body.substr(base64.badAt))) {
        textCut = true;
        problems.push_back({ProblemCode::Truncated, bodyAt + base64.badAt, {"ellipsis"}});
    } else if (textBroken) {
        const std::size_t length = std::max<std::size_t>(1, base::utf8SequenceLength(body, base64.badAt));
        problems.push_back({ProblemCode::BadBase64,
                            bodyAt + base64.badAt,
                            {base::visible(body.substr(base64.badAt, length))}});
    }
    if (base64.urlAlphabet)
        problems.push_back({ProblemCode::Base64Url, {}, {}});

    const Inflated inflated = m_inflater.inflate(m_compressed, kMaxPayload, m_decoded.payload);
    if (base64.missingPadding && inflated.end != InflateEnd::Truncated) // a cut says it already
        problems.push_back({ProblemCode::MissingPadding,
                            {},
                            {std::string(inflated.end == InflateEnd::Complete ? "whole" : "damaged")}});
    switch (inflated.end) {
    case InflateEnd::Complete:
        m_decoded.whole = !textBroken && !textCut;
        if (inflated.used < m_compressed.size())
            problems.push_back(
                {ProblemCode::TrailingGarbage, {}, {std::to_string(m_compressed.size() - inflated.used)}});
        break;
    case InflateEnd::Truncated:
        if (!textBroken) // otherwise the bad character says it already
            problems.push_back({ProblemCode::Truncated, text.size(), {}});
        break;
    case InflateEnd::Corrupt:
        problems.push_back({ProblemCode::BadZlib, {}, {std::to_string(m_decoded.payload.size())}});
        break;
    case InflateEnd::OverTheCap:
        problems.push_back({ProblemCode::Bomb, {}, {std::to_string(kMaxPayload)}});
        break;
    }
    const std::size_t ofText = problems.size();
    if (inflated.end == InflateEnd::Complete || !m_decoded.payload.empty())
        PayloadParser(m_decoded).parse();
    if (!m_decoded.whole) {
        // What is missing at the end of a broken payload is a consequence, not a second fault.
        const auto consequence = [](const Problem& problem) {
            return problem.code == ProblemCode::Truncated || problem.code == ProblemCode::StringOverrun ||
                   problem.code == ProblemCode::ServiceCount || problem.code == ProblemCode::TrailingPayload;
        };
        problems.erase(std::remove_if(problems.begin() + static_cast<std::ptrdiff_t>(ofText), problems.end(),
                                      consequence),
                       problems.end());
    }
    return m_decoded;
}

Decoded Decoder::take()
{
    return std::exchange(m_decoded, {});
}

bool Decoder::verify(const Decoded& decoded, std::string_view certificate)
{
    Signature expected;
    return decoded.signature.size() == kSignatureSize && decoded.issueTs && decoded.salt &&
           m_signer.sign(certificate, *decoded.issueTs, *decoded.salt, decoded.signingInfo(), expected) &&
           equalInConstantTime(decoded.signature,
                               {reinterpret_cast<const char*>(expected.data()), expected.size()});
}

} // namespace token
