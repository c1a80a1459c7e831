// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/EntryReader.h"

#include "core/catalogue/Errors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace catalogue {
namespace {

using base::JsonValue;

template<class Enum, std::size_t N>
using Words = std::array<std::pair<std::string_view, Enum>, N>;

constexpr Words<FieldType, 8> kFieldTypes{{{"String", FieldType::String},
                                           {"Number", FieldType::Number},
                                           {"Int", FieldType::Number},
                                           {"Long", FieldType::Number},
                                           {"Boolean", FieldType::Boolean},
                                           {"Array of String", FieldType::StringArray},
                                           {"Object", FieldType::Object},
                                           {"File", FieldType::File}}};
constexpr Words<Auth, 4> kAuths{
    {{"none", Auth::None}, {"app", Auth::App}, {"user", Auth::User}, {"app or user", Auth::AppOrUser}}};
constexpr Words<BodyKind, 5> kBodyKinds{{{"none", BodyKind::None},
                                         {"json-object", BodyKind::JsonObject},
                                         {"json-array", BodyKind::JsonArray},
                                         {"form", BodyKind::Form},
                                         {"multipart", BodyKind::Multipart}}};
constexpr Words<Constraints::Unit, 5> kUnits{{{"characters", Constraints::Unit::Characters},
                                              {"bytes", Constraints::Unit::Bytes},
                                              {"items", Constraints::Unit::Items},
                                              {"seconds", Constraints::Unit::Seconds},
                                              {"milliseconds", Constraints::Unit::Milliseconds}}};
constexpr std::array kMethods{std::string_view("GET"),   std::string_view("POST"),
                              std::string_view("PUT"),   std::string_view("DELETE"),
                              std::string_view("PATCH"), std::string_view("HEAD")};

/// Reads one entry and remembers the first thing wrong, so that the reading code stays straight.
class EntryReader final
{
public:
    explicit EntryReader(const JsonValue& entry)
        : m_entry(entry)
    {
    }

    void read(Endpoint& out);
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    void wrong(std::string text)
    {
        if (m_problem.empty())
            m_problem = std::move(text);
    }

    const JsonValue& member(const JsonValue& object, std::string_view name)
    {
        static const JsonValue null;
        const JsonValue* value = object.find(name);
        if (!value)
            wrong("no member " + std::string(name));
        return value ? *value : null;
    }

    /// A string; null counts as "".
    std::string text(const JsonValue& object, std::string_view name)
    {
        const JsonValue& value = member(object, name);
        if (value.isNull())
            return {};
        if (!value.string())
            wrong(std::string(name) + " is no string");
        return value.string() ? *value.string() : std::string();
    }

    const base::JsonArray& list(const JsonValue& object, std::string_view name)
    {
        static const base::JsonArray none;
        const JsonValue& value = member(object, name);
        if (!value.array())
            wrong(std::string(name) + " is no array");
        return value.array() ? *value.array() : none;
    }

    int number(const JsonValue& object, std::string_view name)
    {
        const auto value = member(object, name).integer();
        if (!value || *value < 0 || *value > 999)
            wrong(std::string(name) + " is no status");
        return value ? static_cast<int>(*value) : 0;
    }

    std::vector<std::string> texts(const JsonValue& object, std::string_view name)
    {
        std::vector<std::string> out;
        for (const JsonValue& value : list(object, name)) {
            if (!value.string())
                wrong(std::string(name) + " holds something that is no string");
            else
                out.push_back(*value.string());
        }
        return out;
    }

    template<class Enum, std::size_t N>
    Enum word(const Words<Enum, N>& words, const std::string& text, std::string_view name)
    {
        for (const auto& [known, value] : words)
            if (known == text)
                return value;
        wrong(std::string(name) + " has the unknown word \"" + text + "\"");
        return words[0].second;
    }

    /// The texts of a member that need not be there.
    std::vector<std::string> textsIfAny(const JsonValue& object, std::string_view name)
    {
        return object.find(name) ? texts(object, name) : std::vector<std::string>();
    }

    std::optional<std::int64_t> limit(const JsonValue& object, std::string_view name)
    {
        const JsonValue* value = object.find(name);
        if (value && !value->integer())
            wrong(std::string(name) + " is no whole number");
        return value ? value->integer() : std::nullopt;
    }

    Constraints::Unit unit(const JsonValue& object, std::string_view name)
    {
        return object.find(name) ? word(kUnits, text(object, name), name) : Constraints::Unit::None;
    }

    std::vector<Field> fields(const JsonValue& object, std::string_view name);
    Constraints constraints(const JsonValue& field);
    void readRouteBy(RouteBy& out);
    void readShape(ResponseShape& out);
    void checkPath(const Endpoint& entry);

    const JsonValue& m_entry;
    std::string m_problem;
};

/// "200" for a Number is 200, "false" for a Boolean is false; "console setting" is no value at all.
JsonValue defaultOf(FieldType type, const std::string& text)
{
    if (text.empty())
        return {};
    if (type == FieldType::String)
        return JsonValue(text);
    auto parsed = JsonValue::parse(text);
    if (!parsed)
        return {};
    const bool fits = (type == FieldType::Number && parsed->number()) ||
                      (type == FieldType::Boolean && parsed->boolean()) ||
                      (type == FieldType::StringArray && parsed->array()) ||
                      (type == FieldType::Object && parsed->object());
    return fits ? std::move(*parsed) : JsonValue();
}

Constraints EntryReader::constraints(const JsonValue& field)
{
    Constraints out;
    if (const JsonValue* choices = field.find("enum")) {
        if (!choices->array() || choices->array()->empty())
            wrong("enum is no list of choices");
        else
            for (const JsonValue& choice : *choices->array())
                out.choices.push_back(choice.string() ? *choice.string() : choice.toJson());
    }
    out.min = limit(field, "min");
    out.max = limit(field, "max");
    out.minLength = limit(field, "min_length");
    out.maxLength = limit(field, "max_length");
    out.unit = unit(field, "unit");
    out.listMaxLength = limit(field, "list_max_length");
    out.pattern = field.text("pattern");
    out.format = field.text("format");
    out.itemFormat = field.text("item_format");
    out.keyMaxLength = limit(field, "key_max_length");
    out.keyPattern = field.text("key_pattern");
    out.valueMaxLength = limit(field, "value_max_length");
    out.valueUnit = unit(field, "value_unit");
    out.totalMaxLength = limit(field, "total_max_length");
    out.totalUnit = unit(field, "total_unit");
    out.totalItems = limit(field, "total_items");
    out.decided = textsIfAny(field, "decided");
    if ((out.minLength || out.maxLength) && out.unit == Constraints::Unit::None)
        wrong("a length without its unit");
    return out;
}

std::vector<Field> EntryReader::fields(const JsonValue& object, std::string_view name)
{
    std::vector<Field> out;
    const base::JsonArray& items = list(object, name);
    out.reserve(items.size());
    for (const JsonValue& item : items) {
        Field field;
        field.name = text(item, "name");
        field.typeName = text(item, "type");
        field.type = word(kFieldTypes, field.typeName, "type");
        const bool* required = member(item, "required").boolean();
        field.required = required && *required;
        field.description = text(item, "description");
        field.defaultText = text(item, "default");
        field.defaultValue = defaultOf(field.type, field.defaultText);
        if (const JsonValue* example = item.find("example"))
            field.example = *example;
        field.constraintText = text(item, "constraints");
        field.constraints = constraints(item);
        if (field.name.empty())
            wrong(std::string(name) + " has a field without a name");
        out.push_back(std::move(field));
    }
    return out;
}

void EntryReader::readRouteBy(RouteBy& out)
{
    const JsonValue* rule = m_entry.find("route_by");
    if (!rule)
        return;
    const auto pair = [this](const JsonValue* value) -> std::optional<RouteBy::Pair> {
        const base::JsonObject* object = value ? value->object() : nullptr;
        if (!object)
            return std::nullopt;
        if (object->size() != 1 || !object->front().second.string()) {
            wrong("route_by wants one member with a text");
            return std::nullopt;
        }
        return RouteBy::Pair(object->front().first, *object->front().second.string());
    };
    out.body = rule->text("body");
    out.bodyHas = rule->text("body_has");
    out.bodyIs = pair(rule->find("body_is"));
    out.headerIs = pair(rule->find("header_is"));
    out.path = rule->text("path");
    const JsonValue* otherwise = rule->find("otherwise");
    out.otherwise = otherwise && otherwise->boolean() && *otherwise->boolean();
    if (out.empty())
        wrong("route_by says nothing that is known");
}

void EntryReader::readShape(ResponseShape& out)
{
    const JsonValue& shape = member(m_entry, "response_shape");
    out.envelope = text(shape, "envelope");
    out.envelopeFields = texts(shape, "envelope_fields");
    out.pathValue = shape.text("path_value");
    for (const JsonValue& field : list(shape, "fields"))
        out.fields.push_back({text(field, "name"), text(field, "type"), text(field, "description")});
}

void EntryReader::checkPath(const Endpoint& entry)
{
    const std::vector<std::string> segments = splitPath(entry.path);
    if (segments.size() < 3 || segments[0] != "{org_name}" || segments[1] != "{app_name}") {
        wrong("path does not begin with /{org_name}/{app_name}/");
        return;
    }
    std::string appId = "/app-id/{app_id}";
    std::vector<std::string_view> inPath;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (i >= 2)
            appId += '/' + segments[i];
        if (const auto name = placeholder(segments[i]))
            inPath.push_back(*name);
        else if (segments[i].find_first_of("{} ") != std::string::npos)
            wrong("path has an odd segment " + segments[i]);
    }
    if (appId != entry.pathAppId)
        wrong("path and path_app_id differ");
    for (std::string_view name : inPath)
        if (std::none_of(entry.pathFields.begin(), entry.pathFields.end(),
                         [&](const Field& field) { return field.name == name; }))
            wrong("no path parameter for {" + std::string(name) + "}");
    if (inPath.size() != entry.pathFields.size())
        wrong("path parameters and placeholders differ in number");
}

void EntryReader::read(Endpoint& out)
{
    out.id = text(m_entry, "id");
    out.group = text(m_entry, "group");
    out.title = text(m_entry, "title");
    out.method = text(m_entry, "method");
    out.path = text(m_entry, "path");
    out.pathAppId = text(m_entry, "path_app_id");
    out.auth = word(kAuths, text(m_entry, "auth"), "auth");
    out.contentType = text(m_entry, "content_type");
    out.bodyKind = word(kBodyKinds, text(m_entry, "body_kind"), "body_kind");
    out.pathFields = fields(m_entry, "path_params");
    out.queryFields = fields(m_entry, "query_params");
    out.headerFields = fields(m_entry, "header_params");
    out.bodyFields = fields(m_entry, "body_fields");
    for (const JsonValue& variant : list(m_entry, "body_variants"))
        out.bodyVariants.push_back(
            {text(variant, "type"), fields(variant, "body_fields"), member(variant, "body_example")});
    out.successStatus = number(m_entry, "success_status");
    readShape(out.responseShape);
    for (const JsonValue& row : list(m_entry, "error_codes"))
        out.errorCodes.push_back({number(row, "status"), text(row, "error"), text(row, "error_description"),
                                  textsIfAny(row, "also"), text(row, "when"), text(row, "source")});
    out.rateLimit = text(m_entry, "rate_limit");
    out.featureSwitch = text(m_entry, "feature_switch");
    out.documentedBy = text(m_entry, "documented_by");
    out.confidence = text(m_entry, "confidence");
    out.source = text(m_entry, "source");
    out.callers = textsIfAny(m_entry, "callers");
    out.notes = texts(m_entry, "notes");
    out.docConflicts = texts(m_entry, "doc_conflicts");
    readRouteBy(out.routeBy);
    if (out.id.empty())
        wrong("the id is empty");
    if (std::find(kMethods.begin(), kMethods.end(), out.method) == kMethods.end())
        wrong("method has the unknown word \"" + out.method + "\"");
    if (out.contentType.empty() != (out.bodyKind == BodyKind::None))
        wrong("content_type and body_kind do not agree");
    checkPath(out);
}

} // namespace

base::Result<Endpoint> readEntry(JsonValue entry)
{
    Endpoint out;
    if (!entry.object())
        return base::fail(errors::kBadCatalogue, "", std::vector<std::string>{"", "an entry is no object"});
    EntryReader reader(entry);
    reader.read(out);
    if (!reader.problem().empty())
        return base::fail(errors::kBadCatalogue, "", std::vector<std::string>{out.id, reader.problem()});
    out.raw = std::move(entry);
    return out;
}

} // namespace catalogue
