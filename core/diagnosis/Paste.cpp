// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/Paste.h"

#include "core/base/Hex.h"
#include "core/base/Json.h"
#include "core/diagnosis/ShellWords.h"
#include "core/token/Clean.h"
#include "core/base/Trim.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace diagnosis {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 20; // bytes of a text that are looked at

bool sameWord(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool isHexId(std::string_view text)
{
    return text.size() == token::kIdSize && base::firstNonHex(text) == std::string_view::npos;
}

/// `Name: value` with a name of an HTTP header.
std::optional<std::pair<std::string, std::string>> headerLine(std::string_view line)
{
    line = base::trimmed(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    const std::string_view name = line.substr(0, colon);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
    if (!plain)
        return std::nullopt;
    return std::pair(std::string(name), std::string(base::trimmed(line.substr(colon + 1))));
}

/// Takes a text for one kind after the other, the surest first.
class Sorter final
{
public:
    Sorter(std::string_view text, std::span<const token::Candidate> candidates)
        : m_text(base::trimmed(text.substr(0, kMost)))
        , m_candidates(candidates)
    {
    }

    Paste run()
    {
        if (m_text.empty())
            m_out.kind = PasteKind::Nothing;
        else if (!curl() && !httpAnswer() && !errorBody() && !headers() && !hexId() && !projectBlock())
            tokenOrOther();
        return std::move(m_out);
    }

private:
    bool curl()
    {
        std::string_view rest = m_text;
        for (const std::string_view prompt : {"$ ", "% ", "> ", "# "}) {
            if (rest.starts_with(prompt))
                rest.remove_prefix(2);
        }
        if (!rest.starts_with("curl ") && !rest.starts_with("curl.exe ") && !rest.starts_with("curl\t"))
            return false;
        m_out.kind = PasteKind::Curl;
        readCurl(shellWords(rest));
        takeToken(m_out.header("Authorization"));
        if (m_out.token.empty())
            takeToken(m_text);
        return true;
    }

    void readCurl(const std::vector<std::string>& words)
    {
        for (std::size_t i = 1; i < words.size(); ++i) {
            std::string name = words[i];
            std::optional<std::string> joined; // -XPOST, --request=POST
            if (name.starts_with("--") && name.find('=') != std::string::npos) {
                joined = name.substr(name.find('=') + 1);
                name.resize(name.find('='));
            } else if (name.size() > 2 && name[0] == '-' &&
                       (name[1] == 'X' || name[1] == 'H' || name[1] == 'd')) {
                joined = name.substr(2);
                name.resize(2);
            }
            const auto value = [&] {
                return joined ? *joined : i + 1 < words.size() ? words[++i] : std::string();
            };
            if (name == "-X" || name == "--request") {
                m_out.method = value();
            } else if (name == "-H" || name == "--header") {
                if (auto header = headerLine(value()))
                    m_out.headers.push_back(std::move(*header));
            } else if (name == "-d" || name == "--json" || name.starts_with("--data")) {
                m_out.body += (m_out.body.empty() ? "" : "&") + value();
            } else if (name == "--url") {
                m_out.url = value();
            } else if (takesValue(name)) {
                static_cast<void>(value());
            } else if (!name.starts_with("-") && m_out.url.empty()) {
                m_out.url = name;
            }
        }
        if (m_out.method.empty())
            m_out.method = m_out.body.empty() ? "GET" : "POST";
    }

    static bool takesValue(std::string_view option)
    {
        static constexpr std::string_view kOptions[] = {"-o",
                                                        "--output",
                                                        "-m",
                                                        "--max-time",
                                                        "-w",
                                                        "--write-out",
                                                        "-u",
                                                        "--user",
                                                        "-A",
                                                        "--user-agent",
                                                        "-b",
                                                        "--cookie",
                                                        "-F",
                                                        "--form",
                                                        "-e",
                                                        "--referer",
                                                        "-x",
                                                        "--proxy",
                                                        "--connect-timeout",
                                                        "--cacert",
                                                        "--resolve",
                                                        "-T"};
        return std::find(std::begin(kOptions), std::end(kOptions), option) != std::end(kOptions);
    }

    /// "HTTP/1.1 401 ...", headers, an empty line, the body.
    bool httpAnswer()
    {
        const std::size_t line = m_text.find('\n');
        const std::size_t blank = m_text.find(' ');
        if (!m_text.starts_with("HTTP/") || blank == std::string_view::npos || blank > line)
            return false;
        int status = 0;
        const std::string_view digits = m_text.substr(blank + 1, 3);
        std::from_chars(digits.data(), digits.data() + digits.size(), status);
        std::size_t at = line;
        while (at != std::string_view::npos) {
            const std::size_t next = m_text.find('\n', at + 1);
            const std::string_view text =
                base::trimmed(m_text.substr(at + 1, next == std::string_view::npos ? next : next - at));
            if (text.empty()) {
                m_out.body = base::trimmed(m_text.substr(std::min(m_text.size(), at + 1)));
                break;
            }
            if (auto header = headerLine(text))
                m_out.headers.push_back(std::move(*header));
            at = next;
        }
        m_out.kind = PasteKind::ErrorAnswer;
        m_out.answer = catalogue::readAnswer(status, m_out.body);
        return true;
    }

    bool errorBody()
    {
        if (!m_text.starts_with('{'))
            return false;
        const auto json = base::JsonValue::parse(m_text);
        if (!json || json->text("error").empty() ||
            (!json->find("error_description") && !json->find("exception") && !json->find("timestamp")))
            return false;
        m_out.kind = PasteKind::ErrorAnswer;
        m_out.body = m_text;
        m_out.answer = catalogue::readAnswer(0, m_text);
        return true;
    }

    /// Lines of a request with an Authorization among them; a request line may come first.
    bool headers()
    {
        std::vector<std::pair<std::string, std::string>> found;
        for (std::size_t at = 0; at < m_text.size();) {
            const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
            const std::string_view line = base::trimmed(m_text.substr(at, end - at));
            if (line.empty())
                break;
            auto header = headerLine(line);
            const bool requestLine = at == 0 && line.find(" HTTP/") != std::string_view::npos;
            if (!header && !requestLine)
                return false;
            if (header && !requestLine)
                found.push_back(std::move(*header));
            at = end + 1;
        }
        const bool authorized = std::any_of(found.begin(), found.end(), [](const auto& header) {
            return sameWord(header.first, "authorization");
        });
        if (!authorized)
            return false;
        m_out.kind = PasteKind::Headers;
        m_out.headers = std::move(found);
        takeToken(m_out.header("Authorization"));
        return true;
    }

    bool hexId()
    {
        std::string_view bare = m_text;
        while (!bare.empty() && std::string_view("\"'`,;").find(bare.front()) != std::string_view::npos)
            bare.remove_prefix(1);
        while (!bare.empty() && std::string_view("\"'`,;").find(bare.back()) != std::string_view::npos)
            bare.remove_suffix(1);
        if (!isHexId(bare))
            return false;
        for (const token::Candidate& candidate : m_candidates) {
            if (candidate.certificate == bare) {
                m_out.kind = PasteKind::Certificate;
                m_out.holdsSecret = true;
                return true;
            }
            if (candidate.appId == bare)
                m_out.knownProject = candidate.project;
        }
        m_out.kind = PasteKind::AppId;
        m_out.appId = bare;
        return true;
    }

    bool projectBlock()
    {
        project::PastedProject pasted = project::parsePastedProject(m_text);
        const bool secret = !pasted.certificate.empty() || !pasted.previousCertificate.empty();
        const bool appKey = !pasted.orgName.empty() && !pasted.appName.empty();
        const bool appId = isHexId(pasted.appId);
        if (secret && !appId && !appKey && pasted.restHost.empty()) {
            m_out.kind = PasteKind::Certificate;
            m_out.holdsSecret = true;
            return true;
        }
        if (!appId && !appKey && !(secret && !pasted.restHost.empty()))
            return false;
        if (!secret && !token::inspect(m_text, {}).format.empty())
            return false; // a token server's answer that names its App ID
        m_out.kind = PasteKind::Project;
        m_out.holdsSecret = secret;
        m_out.project = std::move(pasted);
        return true;
    }

    void tokenOrOther()
    {
        token::InspectOptions options;
        options.candidates = m_candidates;
        const token::Inspection inspection = token::inspect(m_text, options);
        const bool isToken = !inspection.format.empty() || inspection.has(token::ProblemCode::ForeignToken) ||
                             inspection.has(token::ProblemCode::UnknownVersion);
        m_out.holdsSecret = inspection.has(token::ProblemCode::SecretPasted);
        m_out.kind = m_out.holdsSecret ? PasteKind::Certificate
                     : isToken         ? PasteKind::Token
                                       : PasteKind::Other;
        if (isToken)
            m_out.token = inspection.text;
    }

    void takeToken(std::string_view text)
    {
        const token::Inspection inspection = token::inspect(text, {});
        if (!inspection.format.empty() || inspection.has(token::ProblemCode::ForeignToken) ||
            inspection.has(token::ProblemCode::UnknownVersion))
            m_out.token = inspection.text;
    }

    std::string_view m_text;
    std::span<const token::Candidate> m_candidates;
    Paste m_out;
};

} // namespace

std::string_view Paste::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto& one) { return sameWord(one.first, name); });
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

Paste classify(std::string_view text, std::span<const token::Candidate> candidates)
{
    return Sorter(text, candidates).run();
}

} // namespace diagnosis
