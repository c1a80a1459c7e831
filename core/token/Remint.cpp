// SPDX-License-Identifier: Apache-2.0
#include "core/token/Remint.h"

#include "core/token/AccessToken2.h"
#include "core/token/Base64.h"
#include "core/token/Errors.h"

#include <algorithm>

namespace token {
namespace {

base::Result<TokenInput> inputOf(const Inspection& inspection)
{
    const auto cannot = [](const char* part, const std::string& size = {}) {
        return base::fail(errors::kCannotRemint, "token", std::vector{std::string(part), size});
    };
    const Decoded& decoded = inspection.decoded;
    if (decoded.payload.size() > kMaxBuilt)
        return cannot("size", std::to_string(decoded.payload.size()));
    if (!inspection.is007())
        return cannot("format");
    if (!decoded.whole)
        return cannot("whole");
    if (!decoded.issueTs || !decoded.expire || !decoded.salt)
        return cannot("issue_ts");
    if (decoded.services.empty())
        return cannot("services");
    return TokenInput{decoded.appId, *decoded.issueTs, *decoded.expire, *decoded.salt, decoded.services};
}

void apply(const RemintEdits& edits, TokenInput& input)
{
    if (edits.appId)
        input.appId = *edits.appId;
    if (edits.services)
        input.services = *edits.services;
    for (Service& service : input.services) {
        if (edits.userId && service.is(ServiceType::Chat))
            service.userId = *edits.userId;
        for (Privilege& privilege : service.privileges) {
            if (edits.expire && privilege.seconds == input.expire)
                privilege.seconds = *edits.expire;
        }
    }
    if (edits.expire)
        input.expire = *edits.expire;
}

/// The signature follows from the rest: alone, it tells of another certificate.
std::string firstField(const std::vector<Difference>& differs)
{
    const auto found = std::find_if(differs.begin(), differs.end(),
                                    [](const Difference& one) { return one.path != "signature"; });
    return found == differs.end() ? "certificate" : found->path;
}

std::string streamOf(std::string_view text)
{
    std::string bytes;
    static_cast<void>(decodeBase64(text.substr(std::min(kVersion007.size(), text.size())), bytes));
    return bytes;
}

} // namespace

std::string_view remintWord(RemintOutcome outcome)
{
    static constexpr std::string_view kWords[] = {"identical", "same-payload", "differs"};
    return kWords[static_cast<std::size_t>(outcome)];
}

base::Result<Reminted> remint(const Inspection& inspection, std::string_view certificate,
                              const RemintEdits& edits)
{
    auto input = inputOf(inspection);
    if (!input)
        return base::fail(input.error());
    apply(edits, *input);
    auto text = build(*input, certificate);
    if (!text)
        return base::fail(text.error());
    Reminted out;
    out.text = std::move(*text);
    out.producer = likelyProducer(inspection.text);
    const Inspection again = inspect(out.text, {});
    out.differs = compare(inspection, again);
    if (streamOf(out.text) == streamOf(inspection.text)) { // alphabet and padding aside
        out.outcome = RemintOutcome::Identical;
    } else if (again.payload() == inspection.payload()) {
        out.outcome = RemintOutcome::SamePayload;
    } else {
        out.outcome = RemintOutcome::Differs;
        out.field = firstField(out.differs);
    }
    return out;
}

} // namespace token
