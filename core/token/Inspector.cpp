// SPDX-License-Identifier: Apache-2.0
#include "core/token/Inspector.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"
#include "core/token/Clean.h"

#include <algorithm>

namespace token {
namespace {

constexpr std::uint32_t kSurelyATimestamp = 1'500'000'000; // seconds; nobody wants a token of 47 years
constexpr std::size_t kPlausibleString = 1024;             // bytes; user ids are documented with 64

bool isHexId(std::string_view text)
{
    return text.size() == kIdSize && base::firstNonHex(text) == std::string_view::npos;
}

/// Only Base64 characters, long enough for a token, and more than hexadecimal digits.
bool looksLikeABody(std::string_view text)
{
    constexpr std::size_t kShortest = 40;
    const auto isBodyChar = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/';
    };
    std::size_t end = text.size();
    while (end > 0 && text[end - 1] == '=')
        --end;
    std::size_t start = end;
    while (start > 0 && isBodyChar(text[start - 1]))
        --start;
    const std::string_view body = text.substr(start, end - start);
    // In front of it at most a version that was spelt with other characters (full-width digits are 9 bytes).
    return body.size() >= kShortest && start <= 9 && text.front() != '=' &&
           base::firstNonHex(body) != std::string_view::npos;
}

class Judge final
{
public:
    Judge(std::string_view pasted, const InspectOptions& options)
        : m_options(options)
    {
        Cleaned cleaned = clean(pasted);
        m_out.text = std::move(cleaned.text);
        m_out.cleaned = std::move(cleaned.steps);
        for (const ProblemCode step : m_out.cleaned)
            report(step);
        if (pasted.size() > kMaxTokenText)
            report(ProblemCode::TooLarge, {}, {std::to_string(pasted.size()), std::to_string(kMaxTokenText)});
    }

    Inspection run()
    {
        const std::string_view text = m_out.text;
        if (text.starts_with(kVersion007)) {
            m_out.format = kVersion007;
            judge007();
        } else if (const std::string_view version = legacyVersion(text); !version.empty()) {
            m_out.format = version;
            judgeLegacy(version);
        } else {
            judgeOther();
        }
        conclude();
        return std::move(m_out);
    }

private:
    void report(ProblemCode code, std::optional<std::size_t> offset = {}, std::vector<std::string> args = {})
    {
        if (!m_out.has(code))
            m_out.problems.push_back({code, offset, std::move(args)});
    }

    void judgeOther()
    {
        const std::string_view text = m_out.text;
        const auto isCertificate = [&](const Candidate& candidate) { return candidate.certificate == text; };
        const auto& candidates = m_options.candidates;
        if (text.empty())
            report(ProblemCode::Empty);
        else if (isHexId(text) && std::any_of(candidates.begin(), candidates.end(), isCertificate))
            report(ProblemCode::SecretPasted);
        else if (isHexId(text))
            report(ProblemCode::NotAToken, {}, {"hex-id"});
        else if (text.starts_with("YWMt"))
            report(ProblemCode::ForeignToken, {}, {"YWMt"});
        else if (text.starts_with("eyJ") && std::count(text.begin(), text.end(), '.') == 2)
            report(ProblemCode::ForeignToken, {}, {"JWT"});
        else if (looksLikeABody(text))
            report(ProblemCode::UnknownVersion, 0, {base::visible(text.substr(0, headLength(text)))});
        else
            report(ProblemCode::NotAToken);
    }

    /// What stands where the version should: up to the zlib header "eJ", three characters otherwise.
    static std::size_t headLength(std::string_view text)
    {
        const std::size_t zlib = text.find("eJ");
        return zlib != std::string_view::npos && zlib > 0 && zlib <= 9 ? zlib : 3;
    }

    void judge007()
    {
        Decoder decoder;
        m_out.decoded = decoder.decode(m_out.text);
        for (Problem& problem : m_out.decoded.problems)
            report(problem.code, problem.offset, std::move(problem.args));
        m_out.decoded.problems.clear();
        checkSignature(m_out.decoded.whole && m_out.decoded.signingStart, [&](std::string_view certificate) {
            return decoder.verify(m_out.decoded, certificate);
        });
        nameTheCut();
        judgeServices();
        judgeLifetime();
    }

    void judgeLegacy(std::string_view version)
    {
        m_out.legacy = decodeLegacy(version, m_out.text);
        Legacy& legacy = m_out.legacy;
        for (Problem& problem : legacy.problems)
            report(problem.code, problem.offset, std::move(problem.args));
        legacy.problems.clear();
        if (version != "006")
            return;
        judgeCrc(m_options.channel, legacy.channelCrc, "channel");
        judgeCrc(m_options.uid, legacy.uidCrc, "uid");
        // A CRC of 0 is that of the empty text: then channel or uid is known without being given.
        const bool channelKnown = m_options.channel || legacy.channelCrc == 0U;
        const bool uidKnown = m_options.uid || legacy.uidCrc == 0U;
        checkSignature(channelKnown && uidKnown && !legacy.message.empty(),
                       [&](std::string_view certificate) {
                           return verify006(legacy, certificate, m_options.channel.value_or(""),
                                            m_options.uid.value_or(""));
                       });
        judgeEnd();
    }

    void judgeCrc(const std::optional<std::string>& given, std::optional<std::uint32_t> crc,
                  std::string_view name)
    {
        if (given && crc && crc32(*given) != *crc)
            report(ProblemCode::BadCrc, {}, {std::string(name), *given});
    }

    /// Tries the certificates whose App ID is the token's, and the chosen one whatever its App ID.
    template<class Verify>
    void checkSignature(bool possible, Verify verify)
    {
        bool tried = false;
        for (const Candidate& candidate : m_options.candidates) {
            const bool fits = candidate.appId.empty() || candidate.appId == m_out.appId();
            if (candidate.chosen && !candidate.certificate.empty() &&
                !checkCertificate(candidate.certificate)) {
                report(ProblemCode::BadCertificate, {}, {std::to_string(candidate.certificate.size())});
                continue;
            }
            if (candidate.chosen && !fits && !m_out.appId().empty())
                wrongProject(candidate);
            if (!possible || candidate.certificate.empty() || (!fits && !candidate.chosen))
                continue;
            if (verify(candidate.certificate)) {
                m_out.signatureCheck = SignatureCheck::Valid;
                m_out.matchedProject = std::string(candidate.project);
                return;
            }
            tried = true;
        }
        if (!tried)
            return;
        m_out.signatureCheck = SignatureCheck::Invalid;
        if (!m_out.has(ProblemCode::Truncated) && !m_out.has(ProblemCode::WrongProject))
            report(ProblemCode::BadSignature);
    }

    void wrongProject(const Candidate& chosen)
    {
        std::string owner;
        for (const Candidate& other : m_options.candidates) {
            if (other.appId == m_out.appId())
                owner = other.project;
        }
        report(ProblemCode::WrongProject, {},
               {base::visible(m_out.appId()), std::string(chosen.appId), owner});
    }

    /// A last string that runs past the end is a wrong length where the signature covers it; where it does
    /// not, and the length is a likely one, the payload was cut.
    void nameTheCut()
    {
        const auto overrun =
            std::find_if(m_out.problems.begin(), m_out.problems.end(),
                         [](const Problem& problem) { return problem.code == ProblemCode::StringOverrun; });
        if (overrun == m_out.problems.end() || m_out.signatureCheck == SignatureCheck::Valid ||
            !m_out.decoded.salt || overrun->args.empty() || overrun->args[0].size() > 4 ||
            std::stoul(overrun->args[0]) > kPlausibleString)
            return;
        overrun->code = ProblemCode::Truncated;
        overrun->args.clear();
        std::erase_if(m_out.problems,
                      [](const Problem& problem) { return problem.code == ProblemCode::BadSignature; });
    }

    void judgeServices()
    {
        const Decoded& decoded = m_out.decoded;
        const bool complete = decoded.whole && !m_out.hasStructuralError();
        const Service* chat = decoded.service(ServiceType::Chat);
        if (!chat) {
            if (complete && !decoded.services.empty() && !m_out.has(ProblemCode::UnknownService))
                report(ProblemCode::NoChatService, {}, {serviceNames()});
            if (complete && !decoded.services.empty() && (m_options.forRest || m_options.forUser))
                report(ProblemCode::WrongKind, {}, {"none", m_options.forRest ? "app" : "user"});
            return;
        }
        const Privilege* user = chat->privilege(kChatPrivilegeUser);
        const Privilege* app = chat->privilege(kChatPrivilegeApp);
        if (user && chat->userId.empty() && !m_out.hasStructuralError())
            report(ProblemCode::EmptyUser);
        if (m_options.forRest && !app)
            report(ProblemCode::WrongKind, {}, {user ? "user" : "none", "app"});
        if (!m_options.forUser)
            return;
        if (!user)
            report(ProblemCode::WrongKind, {}, {app ? "app" : "none", "user"});
        else if (chat->userId != *m_options.forUser)
            report(ProblemCode::WrongUser, {},
                   {base::visible(chat->userId), base::visible(*m_options.forUser), hex(chat->userId),
                    hex(*m_options.forUser)});
    }

    static std::string hex(std::string_view text)
    {
        return base::toHex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    [[nodiscard]] std::string serviceNames() const
    {
        std::string names;
        for (const Service& service : m_out.decoded.services)
            names += (names.empty() ? "" : ", ") + std::string(serviceName(service.type));
        return names;
    }

    void judgeLifetime()
    {
        const Decoded& decoded = m_out.decoded;
        if (!decoded.issueTs || !decoded.expire)
            return;
        std::uint32_t longest = *decoded.expire;
        for (const Service& service : decoded.services) {
            for (const Privilege& privilege : service.privileges)
                longest = std::max(longest, privilege.seconds);
        }
        if (longest >= kSurelyATimestamp)
            report(ProblemCode::ExpireIsTimestamp, {}, {std::to_string(longest)});
        else if (decoded.service(ServiceType::Chat) && *decoded.expire > kChatMaxExpire)
            report(ProblemCode::Over24h, {}, {std::to_string(*decoded.expire)});
        if (std::int64_t{*decoded.issueTs} > m_options.now)
            report(ProblemCode::NotYetValid, {}, {std::to_string(*decoded.issueTs - m_options.now)});
        judgeEnd();
    }

    void judgeEnd()
    {
        if (const auto end = m_out.effectiveExpiresAt(); end && *end <= m_options.now)
            report(ProblemCode::Expired, {}, {std::to_string(m_options.now - *end), std::to_string(*end)});
    }

    void conclude()
    {
        auto& problems = m_out.problems;
        std::stable_sort(problems.begin(), problems.end(),
                         [](const Problem& a, const Problem& b) { return a.code < b.code; });
        const auto first = problems.empty() || problems[0].severity() != Severity::Error
                               ? std::optional<ProblemCode>()
                               : problems[0].code;
        const bool readable = m_out.decoded.issueTs || m_out.legacy.ts;
        if (!readable)
            m_out.state = TokenState::Unreadable;
        else if (!first)
            m_out.state = TokenState::Valid;
        else if (*first == ProblemCode::Expired)
            m_out.state = TokenState::Expired;
        else if (*first == ProblemCode::NotYetValid)
            m_out.state = TokenState::NotYetValid;
        else
            m_out.state = TokenState::Refused;
    }

    const InspectOptions& m_options;
    Inspection m_out;
};

} // namespace

std::string_view signatureCheckWord(SignatureCheck check)
{
    switch (check) {
    case SignatureCheck::Valid:
        return "valid";
    case SignatureCheck::Invalid:
        return "invalid";
    case SignatureCheck::NotChecked:
        break;
    }
    return "not-checked";
}

std::string_view tokenStateWord(TokenState state)
{
    switch (state) {
    case TokenState::Valid:
        return "valid";
    case TokenState::Expired:
        return "expired";
    case TokenState::NotYetValid:
        return "not-yet-valid";
    case TokenState::Refused:
        return "refused";
    case TokenState::Unreadable:
        break;
    }
    return "unreadable";
}

std::optional<std::int64_t> Inspection::expiresAt() const
{
    return is007() ? decoded.expiresAt() : legacy.expiresAt();
}

std::optional<std::int64_t> Inspection::effectiveExpiresAt() const
{
    return is007() ? decoded.effectiveExpiresAt() : legacy.effectiveExpiresAt();
}

bool Inspection::hasError() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity() == Severity::Error; });
}

bool Inspection::hasStructuralError() const
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.code < ProblemCode::EmptyUser; });
}

bool Inspection::has(ProblemCode code) const
{
    return std::any_of(problems.begin(), problems.end(),
                       [code](const Problem& problem) { return problem.code == code; });
}

Inspection inspect(std::string_view pasted, const InspectOptions& options)
{
    return Judge(pasted, options).run();
}

} // namespace token
