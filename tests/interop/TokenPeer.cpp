// SPDX-License-Identifier: Apache-2.0
// Our side of the token exchange with npm agora-token: one JSON object a line in, one answer a line out.
//   token_peer build   {"app_certificate":...,"app_id":...,...}  ->  the token
//   token_peer check   {"token":...,"app_certificate":...}       ->
//   {"verified":...,"app_id":...,"services":[...]}
#include "core/token/Decoder.h"
#include "core/token/TokenJson.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace {

base::JsonValue without(const base::JsonValue& json, std::string_view name)
{
    base::JsonObject rest = *json.object();
    std::erase_if(rest, [name](const base::JsonMember& member) { return member.first == name; });
    return rest;
}

std::string buildLine(token::Builder& builder, const base::JsonValue& json)
{
    const auto input = token::tokenInputFromJson(without(json, "app_certificate"), {});
    if (!input)
        return "error " + input.error().code + ' ' + input.error().field;
    const auto text = builder.build(*input, json.text("app_certificate"));
    return text ? std::string(*text) : "error " + text.error().code;
}

std::string checkLine(token::Decoder& decoder, const base::JsonValue& json)
{
    const token::Decoded& decoded = decoder.decode(json.text("token"));
    base::JsonArray services;
    for (const token::Service& service : decoded.services)
        services.push_back(token::serviceToJson(service));
    return base::JsonValue(
               base::JsonObject{{"verified", decoder.verify(decoded, json.text("app_certificate"))},
                                {"problems", decoded.problems.size()},
                                {"app_id", decoded.appId},
                                {"issue_ts", decoded.issueTs.value_or(0)},
                                {"expire", decoded.expire.value_or(0)},
                                {"salt", decoded.salt.value_or(0)},
                                {"services", std::move(services)}})
        .toJson();
}

} // namespace

int main(int argc, char** argv)
{
    const std::string mode = argc == 2 ? argv[1] : "";
    if (mode != "build" && mode != "check") {
        std::fputs("usage: token_peer build|check\n", stderr);
        return 2;
    }
    token::Builder builder;
    token::Decoder decoder;
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto json = base::JsonValue::parse(line);
        if (!json || !json->object())
            return 2;
        std::cout << (mode == "build" ? buildLine(builder, *json) : checkLine(decoder, *json)) << '\n';
    }
    return 0;
}
