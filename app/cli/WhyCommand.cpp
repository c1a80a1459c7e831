// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Certificates.h"
#include "app/cli/Commands.h"
#include "app/cli/Endpoints.h"

#include "core/base/Time.h"
#include "core/base/Utf8.h"
#include "core/diagnosis/Diagnosis.h"
#include "core/text/DiagnosisText.h"

namespace cli {
namespace {

using diagnosis::Cause;
using diagnosis::Diagnosis;

text::Finding findingOf(const Cause& cause)
{
    return cause.problem ? text::problemText(*cause.problem) : text::causeText(cause.code, cause.args);
}

/// A word for a POSIX shell.
std::string quoted(const std::string& word)
{
    constexpr std::string_view kPlain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-@:/";
    if (!word.empty() && word.front() != '-' && word.find_first_not_of(kPlain) == std::string::npos)
        return word;
    std::string out = word.starts_with('-') ? "-- '" : "'";
    for (const char c : word)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

/// The command that does what the fix says; "" where none does.
std::string commandOf(const Cause& cause)
{
    const bool forUser = cause.fixArgs.size() > 1;
    switch (cause.fix) {
    case diagnosis::Fix::MintAppToken:
        return "chat-token app";
    case diagnosis::Fix::MintUserToken:
    case diagnosis::Fix::RaiseExpiry:
    case diagnosis::Fix::LowerExpiry:
        return !forUser ? "chat-token app"
                        : "chat-token user " +
                              (cause.fixArgs[1].empty() ? std::string("ID") : quoted(cause.fixArgs[1]));
    case diagnosis::Fix::OpenEndpoint:
        return cause.fixArgs.empty() || cause.fixArgs[0].empty() ? ""
                                                                 : "chat-token rest show " + cause.fixArgs[0];
    default:
        return {};
    }
}

base::JsonValue causeToJson(const Cause& cause)
{
    const text::Finding finding = findingOf(cause);
    base::JsonArray evidence;
    for (const diagnosis::Evidence& one : cause.evidence)
        evidence.emplace_back(base::JsonObject{
            {"code", one.code}, {"message", text::evidenceText(one.code, one.args, true).toStdString()}});
    base::JsonArray fixArgs;
    for (const std::string& arg : cause.fixArgs)
        fixArgs.emplace_back(arg);
    return base::JsonObject{{"code", cause.code},
                            {"severity", token::severityWord(cause.severity)},
                            {"message", finding.message.toStdString()},
                            {"hint", finding.hint.toStdString()},
                            {"evidence", std::move(evidence)},
                            {"fix", diagnosis::fixWord(cause.fix)},
                            {"fix_args", std::move(fixArgs)}};
}

base::JsonValue toJson(const Diagnosis& diagnosis)
{
    base::JsonArray causes;
    for (const Cause& cause : diagnosis.causes)
        causes.push_back(causeToJson(cause));
    base::JsonValue answer;
    if (diagnosis.answer)
        answer = base::JsonObject{{"status", diagnosis.answer->status},
                                  {"error", diagnosis.answer->error},
                                  {"description", diagnosis.answer->description},
                                  {"documented", diagnosis.explanation.documented},
                                  {"meaning", diagnosis.explanation.when}};
    base::JsonValue skew;
    if (diagnosis.skew)
        skew = base::JsonObject{{"seconds", diagnosis.skew->seconds()},
                                {"uncertainty_ms", diagnosis.skew->uncertaintyMs}};
    return base::JsonObject{
        {"refused", diagnosis.refused()},  {"state", token::tokenStateWord(diagnosis.inspection.state)},
        {"judged_at", diagnosis.judgedAt}, {"causes", std::move(causes)},
        {"answer", std::move(answer)},     {"clock_skew", std::move(skew)}};
}

void printLines(Io& io, const Diagnosis& diagnosis, bool someLocked)
{
    const auto line = [&io](const std::string& text) { io.line(base::visible(text)); };
    if (diagnosis.causes.empty()) {
        line("No cause was found: the token is sound for this use.");
        line("   " + text::signerText(diagnosis.inspection, someLocked).toStdString());
    }
    std::size_t rank = 0;
    for (const Cause& cause : diagnosis.causes) {
        const text::Finding finding = findingOf(cause);
        line(std::to_string(++rank) + ". " + cause.code + " (" +
             std::string(token::severityWord(cause.severity)) + "): " + finding.message.toStdString());
        for (const diagnosis::Evidence& one : cause.evidence)
            line("   " + text::evidenceText(one.code, one.args, true).toStdString());
        if (!finding.hint.isEmpty())
            line("   " + finding.hint.toStdString());
        const std::string fix = text::fixText(diagnosis::fixWord(cause.fix), cause.fixArgs).toStdString();
        const std::string command = commandOf(cause);
        if (!fix.empty())
            line("   > " + fix + (command.empty() ? "" : ": " + command));
    }
}

/// What is asked, and what the views of the case need.
struct Question
{
    Certificates certificates;
    std::optional<catalogue::Catalogue> catalogue;
    std::optional<project::Project> project;
    std::string token;
    diagnosis::Case what;
};

tl::expected<void, Failure> readUse(const Context& context, Question& question)
{
    const std::string* endpointId = context.args.value("--endpoint");
    const std::string* user = context.args.value("--user");
    if (endpointId && user)
        return failed(Failure::usage("two-uses", "--user", "is no use beside --endpoint",
                                     "Give the one that the token was used for."));
    if (user) {
        question.what.use.purpose = diagnosis::Purpose::SignIn;
        question.what.use.userId = *user;
    }
    if (!endpointId)
        return {};
    auto catalogue = loadCatalogue();
    if (!catalogue)
        return failed(catalogue.error());
    question.catalogue.emplace(std::move(*catalogue));
    const auto endpoint = findEndpoint(*question.catalogue, *endpointId);
    if (!endpoint)
        return failed(endpoint.error());
    question.what.use.purpose = diagnosis::Purpose::Rest;
    question.what.use.endpoint = *endpoint;
    return {};
}

tl::expected<void, Failure> readAnswer(const Context& context, Question& question)
{
    constexpr std::uint32_t kHighest = 599;
    const std::string* body = context.args.value("--body");
    const std::string* date = context.args.value("--date");
    if (!context.args.has("--status")) {
        if (body || date)
            return failed(Failure::usage("missing-option", "--status", "is missing",
                                         "Give the status of the answer as well."));
        return {};
    }
    const auto status = context.number("--status", 0, kHighest);
    if (!status)
        return failed(status.error());
    diagnosis::Received received;
    received.status = static_cast<int>(*status);
    if (body) {
        auto text = Context::literalOrFile(*body);
        if (!text)
            return failed(text.error());
        received.body = std::move(*text);
    }
    if (date) {
        if (!base::parseHttpDate(*date))
            return failed(Failure::usage("bad-date", "--date",
                                         "“" + date->substr(0, 40) + "” is no HTTP date",
                                         "Write it as “Sun, 06 Nov 1994 08:49:37 GMT”."));
        received.date = *date;
    }
    question.what.received = std::move(received);
    return {};
}

tl::expected<void, Failure> readQuestion(const Context& context, Question& question)
{
    auto token = context.tokenText();
    if (!token)
        return failed(token.error());
    question.token = std::move(*token);
    question.what.token = question.token;
    const auto now = context.judgedAt();
    if (!now)
        return failed(now.error());
    question.what.now = *now;
    if (auto loaded = question.certificates.load(context); !loaded)
        return loaded;
    question.what.candidates = question.certificates.candidates();
    if (context.args.value("--project") || environment("AGORA_APP_ID")) {
        auto credentials = context.credentials();
        if (!credentials)
            return failed(credentials.error());
        question.project = std::move(credentials->project);
        question.what.project = &*question.project;
    }
    if (auto read = readUse(context, question); !read)
        return read;
    return readAnswer(context, question);
}

} // namespace

Outcome runWhy(Context& context)
{
    const auto table = loadErrorTable();
    if (!table)
        return failed(table.error());
    Question question;
    if (auto read = readQuestion(context, question); !read)
        return failed(read.error());
    const Diagnosis diagnosis = diagnosis::diagnose(question.what, *table);
    if (context.io.json)
        context.io.object(toJson(diagnosis));
    else
        printLines(context.io, diagnosis, question.certificates.someLocked());
    return diagnosis.refused() ? kNo : kDone;
}

} // namespace cli
