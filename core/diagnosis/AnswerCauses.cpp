// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/AnswerCauses.h"

#include "core/diagnosis/Causes.h"

#include <algorithm>
#include <array>

namespace diagnosis {
namespace {

constexpr std::array<AnswerCause, 25> kAnswerCauses{{
    {causes::kTokenMissing, Topic::Token, Fix::OpenEndpoint},
    {causes::kTokenExpired, Topic::Token, Fix::MintAppToken},
    {causes::kTokenCorrupt, Topic::Token, Fix::MintAppToken},
    {causes::kTokenRefused, Topic::Token, Fix::MintAppToken},
    {causes::kRegistrationClosed, Topic::Token, Fix::MintAppToken},
    {causes::kNoPermission, Topic::Token, Fix::MintAppToken},
    {causes::kWrongAppKey, Topic::Request, Fix::EditProject},
    {causes::kWrongCredentials, Topic::Request, Fix::OpenEndpoint},
    {causes::kUserBlocked, Topic::Request, Fix::OpenEndpoint},
    {causes::kBadRequest, Topic::Request, Fix::OpenEndpoint},
    {causes::kBadBody, Topic::Request, Fix::OpenEndpoint},
    {causes::kWrongMethod, Topic::Request, Fix::OpenEndpoint},
    {causes::kNotFound, Topic::Request, Fix::OpenEndpoint},
    {causes::kAlreadyExists, Topic::Request, Fix::OpenEndpoint},
    {causes::kForbidden, Topic::Request, Fix::OpenEndpoint},
    {causes::kTooLarge, Topic::Request, Fix::OpenEndpoint},
    {causes::kBatchLimit, Topic::Request, Fix::OpenEndpoint},
    {causes::kCountLimit, Topic::Request, Fix::OpenConsole},
    {causes::kPlanLimit, Topic::Request, Fix::OpenConsole},
    {causes::kRateLimit, Topic::Request, Fix::WaitAndRetry},
    {causes::kFeatureOff, Topic::Request, Fix::OpenConsole},
    {causes::kConflict, Topic::Request, Fix::WaitAndRetry},
    {causes::kTimeout, Topic::Request, Fix::WaitAndRetry},
    {causes::kServerFault, Topic::Request, Fix::WaitAndRetry},
    {causes::kDocumented, Topic::Request, Fix::OpenEndpoint},
}};

} // namespace

const AnswerCause* answerCause(std::string_view code)
{
    const auto found = std::find_if(kAnswerCauses.begin(), kAnswerCauses.end(),
                                    [&](const AnswerCause& one) { return one.code == code; });
    return found == kAnswerCauses.end() ? nullptr : &*found;
}

} // namespace diagnosis
