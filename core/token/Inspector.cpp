// SPDX-License-Identifier: Apache-2.0
#include "core/token/Inspector.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"
#include "core/token/Base64.h"
#include "core/token/Clean.h"
#include "core/token/Shapes.h"

#include <algorithm>

namespace token {
namespace {

constexpr std::uint32_t kSurelyATimestamp = 1'500'000'000; // seconds; nobody wants a token of 47 years
constexpr std::size_t kPlausibleString = 1024;             // bytes; user ids are documented with 64

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
        if (text.empty())
            report(ProblemCode::Empty);
        else if (holdsCertificate(text))
            report(ProblemCode::SecretPasted);
        else if (isHexId(text))
            report(ProblemCode::NotAToken, {}, {"hex-id"});
        else if (const std::string_view kind = foreignKind(text); !kind.empty())
            report(ProblemCode::ForeignToken, {}, {std::string(kind)});
        else if (looksLikeABody(text))
            report(ProblemCode::UnknownVersion, 0, {base::visible(text.substr(0, headLength(text)))});
        else
            report(ProblemCode::NotAToken);
    }

    /// 32 hexadecimal digits that are a certificate we hold, or that stand behind the word for one.
    [[nodiscard]] bool holdsCertificate(std::string_view text) const
    {
        constexpr std::size_t kMost = std::size_t{64} << 10; // bytes that are looked at
        const auto isDigit = [](char c) {
            return base::isHexDigit(c) || (c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z');
        };
        text = text.substr(0, kMost);
        std::size_t labelAt = 0;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            while (end < text.size() && isDigit(text[end]))
                ++end;
            const std::string_view word = text.substr(at, end - at);
            if (isHexId(word)) {
                const std::string label = withLowerCase(text.substr(labelAt, at - labelAt));
                if (isStored(word) || label.find("certificate") != std::string::npos ||
                    label.find("secret") != std::string::npos)
                    return true;
                labelAt = end;
            }
            if (end < text.size() && text[end] == '\n')
                labelAt = end + 1;
            at = end + 1;
        }
        return false;
    }

    [[nodiscard]] bool isStored(std::string_view certificate) const
    {
        return std::any_of(m_options.candidates.begin(), m_options.candidates.end(),
                           [&](const Candidate& candidate) { return candidate.certificate == certificate; });
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
        static_cast<void>(decoder.decode(m_out.text));
        m_out.decoded = decoder.take();
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

    [[nodiscard]] bool fits(const Candidate& candidate) const
    {
        return candidate.appId.empty() || candidate.appId == m_out.appId();
    }

    /// Faults of the project that the user chose, whatever the signature says.
    void judgeChosen()
    {
        for (const Candidate& candidate : m_options.candidates) {
            // A server that has the two the wrong way round writes the secret into every token.
            if (!m_out.appId().empty() && candidate.certificate == m_out.appId() && !fits(candidate))
                wrongProject(candidate, "swapped");
            if (!candidate.chosen)
                continue;
            if (!candidate.certificate.empty() && !checkCertificate(candidate.certificate))
                report(ProblemCode::BadCertificate, {}, {std::to_string(candidate.certificate.size())});
            else if (!fits(candidate) && !m_out.appId().empty())
                wrongProject(candidate);
        }
    }

    /// Tries every certificate, those of the token's App ID first: one of another project that fits is a
    /// token whose App ID and certificate do not belong together.
    template<class Verify>
    void checkSignature(bool possible, Verify verify)
    {
        judgeChosen();
        if (!possible)
            return;
        bool expected = false; // one that was tried should have fitted
        bool chosenFailed = false;
        for (const bool ofThisAppId : {true, false}) {
            for (const Candidate& candidate : m_options.candidates) {
                if (fits(candidate) != ofThisAppId || !checkCertificate(candidate.certificate))
                    continue;
                ++m_out.certificatesTried;
                if (verify(candidate.certificate)) {
                    signedBy(candidate, chosenFailed && !candidate.chosen);
                    return;
                }
                expected = expected || ofThisAppId || candidate.chosen;
                chosenFailed = chosenFailed || candidate.chosen;
            }
        }
        if (!expected)
            return;
        m_out.signatureCheck = SignatureCheck::Invalid;
        if (!m_out.has(ProblemCode::Truncated) && !m_out.has(ProblemCode::WrongProject))
            report(ProblemCode::BadSignature, {}, {std::string(mistakenCertificate(verify))});
    }

    /// `notTheChosen`: the certificate that the user asked about did not sign it.
    void signedBy(const Candidate& candidate, bool notTheChosen)
    {
        m_out.signatureCheck = SignatureCheck::Valid;
        m_out.matchedProject = std::string(candidate.project);
        m_out.matchedRole = candidate.role;
        if (!fits(candidate) && !candidate.chosen)
            wrongProject(candidate, "signer");
        if (!notTheChosen || m_out.has(ProblemCode::WrongProject))
            return;
        m_out.signatureCheck = SignatureCheck::Invalid;
        report(ProblemCode::BadSignature, {}, {"other-project", std::string(candidate.project)});
    }

    /// What was used in place of the certificate, where that can be found out; "" otherwise.
    template<class Verify>
    [[nodiscard]] std::string_view mistakenCertificate(Verify verify) const
    {
        if (verify(m_out.appId()))
            return "app-id";
        for (const Candidate& candidate : m_options.candidates) {
            if (!fits(candidate) || !checkCertificate(candidate.certificate))
                continue;
            if (verify(withCase(candidate.certificate, false)) ||
                verify(withCase(candidate.certificate, true)))
                return "letter-case";
        }
        return "";
    }

    void wrongProject(const Candidate& chosen, std::string_view how = "chosen")
    {
        std::string owner; // of the token's App ID
        for (const Candidate& other : m_options.candidates) {
            if (other.appId == m_out.appId())
                owner = other.project;
        }
        report(ProblemCode::WrongProject, {},
               {base::visible(m_out.appId()), std::string(chosen.appId), owner, std::string(how),
                std::string(chosen.project)});
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
        if (complete && !user && !app)
            report(ProblemCode::NoChatService, {}, {serviceNames(), "no-privilege"});
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
                    hex(*m_options.forUser), std::string(likeness(chat->userId, *m_options.forUser))});
    }

    static std::string hex(std::string_view text)
    {
        return base::toHex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    /// Each service's name once.
    [[nodiscard]] std::string serviceNames() const
    {
        std::vector<std::string_view> named;
        std::string names;
        for (const Service& service : m_out.decoded.services) {
            const std::string_view name = serviceName(service.type);
            if (std::find(named.begin(), named.end(), name) != named.end())
                continue;
            named.push_back(name);
            names += (names.empty() ? "" : ", ") + std::string(name);
        }
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

Inspection inspect(std::string_view pasted, const InspectOptions& options)
{
    return Judge(pasted, options).run();
}

} // namespace token
