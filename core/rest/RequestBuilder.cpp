// SPDX-License-Identifier: Apache-2.0
#include "core/rest/RequestBuilder.h"

#include "core/rest/Errors.h"
#include "core/rest/FieldCheck.h"
#include "core/rest/FieldIndex.h"
#include "core/rest/FieldPath.h"
#include "core/rest/FieldValue.h"
#include "core/base/Percent.h"
#include "core/base/Trim.h"
#include "core/base/SafeFile.h"

#include <algorithm>

namespace rest {
namespace {

using base::JsonValue;
using catalogue::BodyKind;
using catalogue::Endpoint;
using catalogue::Field;
using catalogue::FieldType;
using Args = std::vector<std::string>;

struct Given
{
    FieldRef ref;
    std::string text;
};

bool sameHeader(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

std::string variantType(const Draft& draft)
{
    const std::string* type = draft.find("type");
    return type ? *type : std::string();
}

class Builder final
{
public:
    Builder(const Endpoint& endpoint, const Draft& draft, const Target& target, Strictness strictness)
        : m_endpoint(endpoint)
        , m_draft(draft)
        , m_target(target)
        , m_lenient(strictness == Strictness::Lenient)
        , m_index(endpoint, variantType(draft))
    {
    }

    base::Result<PreparedRequest> build()
    {
        m_out.endpointId = m_endpoint.id;
        m_out.method = m_endpoint.method;
        m_out.auth = m_endpoint.auth;
        for (auto step :
             {&Builder::sortValues, &Builder::buildUrl, &Builder::buildHeaders, &Builder::buildBody})
            if (auto done = (this->*step)(); !done)
                return base::fail(done.error());
        addContentHeaders();
        return std::move(m_out);
    }

private:
    base::Result<> sortValues();
    base::Result<> buildUrl();
    base::Result<std::string> buildPath();
    base::Result<> buildHeaders();
    base::Result<> buildBody();
    base::Result<> buildJson();
    base::Result<> buildForm();
    base::Result<> buildParts();
    base::Result<> placeInBody(JsonValue& body, const Given& given);
    base::Result<> checkBody(const JsonValue& body);
    base::Result<> checkPlain(const Field& field, const std::string& text);
    void addContentHeaders();

    const std::string* given(Place place, std::string_view name) const
    {
        const std::string* text = nullptr; // the last of several
        for (const Given& one : m_given)
            if (one.ref.place == place && one.ref.name == name)
                text = &one.text;
        return text;
    }

    std::vector<const Given*> bodyValues() const
    {
        std::vector<const Given*> out;
        for (const Given& one : m_given)
            if (one.ref.place == Place::Body)
                out.push_back(&one);
        return out;
    }

    const Endpoint& m_endpoint;
    const Draft& m_draft;
    const Target& m_target;
    bool m_lenient;
    FieldIndex m_index;
    std::vector<Given> m_given;
    PreparedRequest m_out;
};

base::Result<> Builder::sortValues()
{
    for (const auto& [name, text] : m_draft.values) {
        auto ref = m_index.find(name);
        if (!ref && !m_lenient)
            return base::fail(errors::kUnknownField, name, Args{name, m_index.nearestName(name)});
        if (!ref)
            ref = FieldRef{m_endpoint.bodyKind == BodyKind::None ? Place::Query : Place::Body, name, nullptr};
        m_given.push_back({std::move(*ref), text});
    }
    return {};
}

/// A value of the path, the query or a header, which is text whatever its type.
base::Result<> Builder::checkPlain(const Field& field, const std::string& text)
{
    if (m_lenient)
        return {};
    Field checked = field;
    // Some numbers are listed as String in paths; the range says that they are numbers.
    if (field.constraints.min || field.constraints.max)
        checked.type = FieldType::Number;
    auto value = typedValue(checked, text, false);
    if (!value)
        return base::fail(value.error());
    return checkValue(checked, *value);
}

base::Result<std::string> Builder::buildPath()
{
    const bool byKey = !m_target.orgName.empty() && !m_target.appName.empty();
    const std::string* org = given(Place::Path, "org_name");
    const std::string* app = given(Place::Path, "app_name");
    const bool withKey = byKey || (org && app);
    if (!withKey && m_target.appId.empty())
        return base::fail(errors::kNoApp, "app_id");

    std::string path;
    for (const std::string& segment :
         catalogue::splitPath(withKey ? m_endpoint.path : m_endpoint.pathAppId)) {
        path += '/';
        const auto name = catalogue::placeholder(segment);
        if (!name) {
            path += segment;
            continue;
        }
        const std::string* text = given(Place::Path, *name);
        if (*name == "app_id")
            text = &m_target.appId;
        else if (*name == "org_name" && !org)
            text = &m_target.orgName;
        else if (*name == "app_name" && !app)
            text = &m_target.appName;
        if (!text || text->empty())
            return base::fail(errors::kFieldMissing, *name);
        // Dots alone would be taken for steps through the path; nothing can quote them.
        if (*text == "." || *text == "..")
            return base::fail(errors::kBadPathValue, *name);
        if (!m_lenient && text->find_first_of("{} \t\r\n") != std::string::npos)
            return base::fail(errors::kUnfilledPlaceholder, *name);
        for (const Field& field : m_endpoint.pathFields)
            if (field.name == *name)
                if (auto checked = checkPlain(field, *text); !checked)
                    return base::fail(checked.error());
        path += base::percentEncoded(*text);
    }
    return path;
}

base::Result<> Builder::buildUrl()
{
    if (m_target.host.empty())
        return base::fail(errors::kNoHost, "host");
    auto path = buildPath();
    if (!path)
        return base::fail(path.error());
    std::string query;
    const auto append = [&query](std::string_view name, std::string_view text) {
        query += query.empty() ? '?' : '&';
        query += base::percentEncoded(name) + '=' + base::percentEncoded(text);
    };
    for (const Field& field : m_endpoint.queryFields) {
        const std::string* text = given(Place::Query, field.name);
        if (!text) {
            if (field.required && !m_lenient)
                return base::fail(errors::kFieldMissing, field.name);
            continue;
        }
        if (auto checked = checkPlain(field, *text); !checked)
            return checked;
        append(field.name, *text);
    }
    for (const Given& one : m_given)
        if (one.ref.place == Place::Query && !one.ref.field)
            append(one.ref.name, one.text);
    std::string host = m_target.host;
    while (!host.empty() && host.back() == '/')
        host.pop_back();
    m_out.url = host + *path + query;
    return {};
}

base::Result<> Builder::buildHeaders()
{
    for (const Field& field : m_endpoint.headerFields) {
        const std::string* text = given(Place::Header, field.name);
        if (!text) {
            const bool token = sameHeader(field.name, "Authorization");
            if (field.required && !token && !m_lenient)
                return base::fail(errors::kFieldMissing, field.name);
            continue;
        }
        if (text->find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return base::fail(errors::kBadHeaderValue, field.name);
        if (auto checked = checkPlain(field, *text); !checked)
            return checked;
        m_out.headers.emplace_back(field.name, *text);
    }
    return {};
}

base::Result<> Builder::buildBody()
{
    const BodyKind kind = m_endpoint.bodyKind;
    m_out.contentType = m_endpoint.contentType;
    if (m_draft.rawBody) {
        if (kind == BodyKind::None || kind == BodyKind::Multipart)
            m_out.contentType = "application/json";
        if (!m_lenient && kind != BodyKind::Form)
            if (auto parsed = JsonValue::parse(*m_draft.rawBody); !parsed)
                return base::fail(errors::kBodyNotJson, "body", parsed.error().args);
        m_out.body = *m_draft.rawBody;
        return {};
    }
    switch (kind) {
    case BodyKind::None:
        return {};
    case BodyKind::Form:
        return buildForm();
    case BodyKind::Multipart:
        return buildParts();
    case BodyKind::JsonObject:
    case BodyKind::JsonArray:
        break;
    }
    return buildJson();
}

base::Result<> Builder::placeInBody(JsonValue& body, const Given& one)
{
    const auto steps = parsePath(one.ref.name);
    const auto misplaced = [&]() { return base::fail(errors::kBadFieldType, one.ref.name, Args{"Object"}); };
    if (!steps)
        return misplaced();
    // `{key}` and members below an Object field take JSON where the text is JSON, else a string.
    static const Field kAny = [] {
        Field any;
        any.type = FieldType::Object;
        any.typeName = "Object";
        return any;
    }();
    const Field& field = one.ref.field ? *one.ref.field : kAny;
    const bool dealt = std::any_of(steps->begin(), steps->end() - 1,
                                   [](const Step& step) { return step.kind == Step::Kind::Each; });
    const bool entry = steps->back().kind == Step::Kind::Index && field.type == FieldType::StringArray;
    JsonValue value;
    if (entry) {
        value = JsonValue(one.text);
    } else if (dealt && (field.type == FieldType::String || base::trimmed(one.text).substr(0, 1) == "[")) {
        value = JsonValue(listOf(one.text));
    } else {
        auto typed = typedValue(field, one.text, m_lenient || !one.ref.field);
        if (!typed)
            return base::fail(typed.error());
        value = std::move(*typed);
        if (dealt) { // one value for every element that is there
            const std::size_t count = body.array() ? std::max<std::size_t>(1, body.array()->size()) : 1;
            value = JsonValue(base::JsonArray(count, value));
        }
    }
    if (!place(body, *steps, value))
        return misplaced();
    return {};
}

base::Result<> Builder::buildJson()
{
    JsonValue body = m_endpoint.bodyKind == BodyKind::JsonArray ? JsonValue(base::JsonArray())
                                                                : JsonValue(base::JsonObject());
    // Parents before their members, so that `ext` as a whole and `ext.x` can both be given.
    std::vector<const Given*> values = bodyValues();
    const auto depth = [](const Given* one) {
        return std::count_if(one->ref.name.begin(), one->ref.name.end(), [](char c) { return c == '.'; });
    };
    std::stable_sort(values.begin(), values.end(),
                     [&](const Given* a, const Given* b) { return depth(a) < depth(b); });
    for (const Given* one : values)
        if (auto placed = placeInBody(body, *one); !placed)
            return placed;
    if (!m_lenient)
        if (auto checked = checkBody(body); !checked)
            return checked;
    m_out.body = body.toJson();
    return {};
}

base::Result<> Builder::checkBody(const JsonValue& body)
{
    for (const Field* field : m_index.bodyFields()) {
        auto steps = parsePath(field->name);
        if (!steps)
            continue; // {key}
        const Found found = lookUp(body, *steps);
        std::vector<Step> parent(steps->begin(), steps->end() - 1);
        const bool wanted =
            parent.empty() || parent.front().kind == Step::Kind::Each || !lookUp(body, parent).values.empty();
        if (field->required && wanted && (found.missing || found.values.empty()))
            return base::fail(errors::kFieldMissing, field->name);
        if (!parent.empty() && parent.front().kind == Step::Kind::Each)
            if (auto checked = checkObjects(*field, found.values.size()); !checked)
                return checked;
        for (const JsonValue* value : found.values)
            if (auto checked = checkValue(*field, *value); !checked)
                return checked;
    }
    return {};
}

base::Result<> Builder::buildForm()
{
    std::string body;
    for (const Given* one : bodyValues()) {
        if (one->ref.field)
            if (auto checked = checkPlain(*one->ref.field, one->text); !checked)
                return checked;
        body += (body.empty() ? "" : "&") + base::percentEncoded(one->ref.name) + '=' +
                base::percentEncoded(one->text);
    }
    for (const Field* field : m_index.bodyFields())
        if (field->required && !m_lenient && !given(Place::Body, field->name))
            return base::fail(errors::kFieldMissing, field->name);
    m_out.body = std::move(body);
    return {};
}

base::Result<> Builder::buildParts()
{
    for (const Given* one : bodyValues()) {
        const Field* field = one->ref.field;
        Part part{one->ref.name, one->text, field && field->type == FieldType::File, std::nullopt};
        if (part.isFile) {
            if (part.value.empty())
                return base::fail(errors::kFieldMissing, part.name);
            if (part.value.front() == '@')
                part.value.erase(0, 1);
            part.value = base::expandHome(std::move(part.value));
            if (!m_lenient)
                part.maxBytes = field->constraints.maxLength;
        } else if (field) {
            if (auto checked = checkPlain(*field, one->text); !checked)
                return checked;
        }
        m_out.parts.push_back(std::move(part));
    }
    for (const Field* field : m_index.bodyFields())
        if (field->required && !m_lenient && !given(Place::Body, field->name))
            return base::fail(errors::kFieldMissing, field->name);
    return {};
}

void Builder::addContentHeaders()
{
    auto& headers = m_out.headers;
    const auto has = [&](std::string_view name) {
        return std::any_of(headers.begin(), headers.end(),
                           [&](const auto& header) { return sameHeader(header.first, name); });
    };
    if (!has("Accept"))
        headers.insert(headers.begin(),
                       {"Accept", m_endpoint.responseShape.envelope == "binary" ? "application/octet-stream"
                                                                                : "application/json"});
    if (m_out.body && !has("Content-Type"))
        headers.insert(headers.begin(), {"Content-Type", m_out.contentType});
}

} // namespace

base::Result<PreparedRequest> buildRequest(const Endpoint& endpoint, const Draft& draft, const Target& target,
                                           Strictness strictness)
{
    return Builder(endpoint, draft, target, strictness).build();
}

} // namespace rest
