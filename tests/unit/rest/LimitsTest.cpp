// SPDX-License-Identifier: Apache-2.0
#include "core/rest/Errors.h"
#include "core/rest/FieldCheck.h"
#include "core/rest/FieldValue.h"
#include "tests/unit/rest/Fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <set>

using base::JsonArray;
using base::JsonObject;
using base::JsonValue;
using catalogue::Constraints;
using catalogue::Endpoint;
using catalogue::Field;
using catalogue::FieldType;
using Unit = Constraints::Unit;

namespace {

struct Place
{
    const Endpoint& endpoint;
    const Field& field;
    const char* prefix;      // as a draft wants it
    std::string messageType; // of a body variant

    [[nodiscard]] std::string name() const { return endpoint.id + ' ' + prefix + field.name; }
    [[nodiscard]] bool isText() const { return std::string_view(prefix) != "body:"; }
};

/// Every field of every endpoint.
void eachField(const catalogue::Catalogue& all, const std::function<void(const Place&)>& visit)
{
    for (const Endpoint& endpoint : all.endpoints()) {
        const auto visitAll = [&](const std::vector<Field>& fields, const char* prefix,
                                  const std::string& type) {
            for (const Field& field : fields)
                visit({endpoint, field, prefix, type});
        };
        visitAll(endpoint.pathFields, "path:", {});
        visitAll(endpoint.queryFields, "query:", {});
        visitAll(endpoint.headerFields, "header:", {});
        visitAll(endpoint.bodyFields, "body:", {});
        for (const catalogue::BodyVariant& variant : endpoint.bodyVariants)
            visitAll(variant.fields, "body:", variant.type);
    }
}

JsonValue numberOf(std::int64_t value)
{
    return *JsonValue::parse(std::to_string(value));
}

std::string letters(std::int64_t count)
{
    return std::string(static_cast<std::size_t>(count), 'a');
}

/// A value of the field's type that has that length in the field's unit.
JsonValue ofLength(const Field& field, std::int64_t length)
{
    if (field.type == FieldType::StringArray)
        return JsonArray(static_cast<std::size_t>(length), JsonValue("a"));
    if (field.type != FieldType::Object) {
        if (field.constraints.unit != Unit::Items)
            return letters(length);
        std::string list = "1";
        for (std::int64_t i = 1; i < length; ++i)
            list += ",1";
        return list;
    }
    JsonObject object;
    if (field.constraints.unit != Unit::Items) {
        constexpr std::int64_t kAround = 8; // {"k":""}
        object.emplace_back("k", letters(length - kAround));
        return object;
    }
    for (std::int64_t i = 0; i < length; ++i)
        object.emplace_back('k' + std::to_string(i), "v");
    return object;
}

std::string codeOf(const Field& field, const JsonValue& value)
{
    const auto checked = rest::checkValue(field, value);
    return checked ? std::string() : checked.error().code;
}

bool isList(const Field& field)
{
    return field.constraints.unit == Unit::Items;
}

} // namespace

/// Every limit of the catalogue, one step below it, at it and one step above.
class LimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_all = loadCatalogue(); }
    void checksEveryNumber();
    void checksEveryLength();
    void checksEveryChoice();
    void checksEveryObjectsKeysAndValues();
    void checksEveryMoment();
    void knowsMoments_data();
    void knowsMoments();
    void compilesEveryPattern();
    void takesEveryExample();
    void refusesInEveryPlaceOfARequest();
    void checksTheEntriesOfLists();

private:
    catalogue::Catalogue m_all;
};

void LimitsTest::checksEveryNumber()
{
    int limits = 0;
    eachField(m_all, [&](const Place& place) {
        const Constraints rule = place.field.constraints.forSending();
        const auto outside = std::string(rest::errors::kOutOfRange);
        const auto verify = [&](std::int64_t value, bool fits) {
            QVERIFY2((codeOf(place.field, numberOf(value)) != outside) == fits,
                     (place.name() + ' ' + std::to_string(value)).c_str());
        };
        if (rule.min && rule.format != "unix_ms") {
            ++limits;
            verify(*rule.min - 1, false);
            verify(*rule.min, true);
            verify(*rule.min + 1, true);
        }
        if (rule.max) {
            ++limits;
            verify(*rule.max - 1, true);
            verify(*rule.max, true);
            verify(*rule.max + 1, false);
        }
    });
    QCOMPARE(limits, 101);
}

void LimitsTest::checksEveryLength()
{
    int limits = 0;
    eachField(m_all, [&](const Place& place) {
        const Constraints rule = place.field.constraints.forSending();
        if (place.field.type == FieldType::File)
            return;
        const auto code = [&](std::int64_t length) {
            return codeOf(place.field, ofLength(place.field, length));
        };
        const std::string tooShort(isList(place.field) ? rest::errors::kTooFewItems
                                                       : rest::errors::kValueTooShort);
        const std::string tooLong(isList(place.field) ? rest::errors::kTooManyItems
                                                      : rest::errors::kValueTooLong);
        const std::string name = place.name();
        if (rule.minLength && *rule.minLength > 0) {
            ++limits;
            QVERIFY2(code(*rule.minLength - 1) == tooShort, name.c_str());
            QVERIFY2(code(*rule.minLength) != tooShort, name.c_str());
            QVERIFY2(code(*rule.minLength + 1) != tooShort, name.c_str());
        }
        if (rule.maxLength) {
            ++limits;
            QVERIFY2(code(*rule.maxLength - 1) != tooLong, name.c_str());
            QVERIFY2(code(*rule.maxLength) != tooLong, name.c_str());
            QVERIFY2(code(*rule.maxLength + 1) == tooLong, name.c_str());
        }
        if (rule.listMaxLength) {
            ++limits;
            const auto most = static_cast<std::size_t>(*rule.listMaxLength);
            QVERIFY2(rest::checkObjects(place.field, most).has_value(), name.c_str());
            QVERIFY2(!rest::checkObjects(place.field, most + 1).has_value(), name.c_str());
        }
    });
    QCOMPARE(limits, 316);
}

void LimitsTest::checksEveryChoice()
{
    int fields = 0;
    eachField(m_all, [&](const Place& place) {
        const auto& choices = place.field.constraints.choices;
        if (choices.empty())
            return;
        ++fields;
        const bool number = place.field.type == FieldType::Number;
        for (const std::string& choice : choices)
            QVERIFY2(codeOf(place.field, number ? *JsonValue::parse(choice) : JsonValue(choice)).empty(),
                     place.name().c_str());
        for (const JsonValue& other : {number ? numberOf(-7) : JsonValue("none"),
                                       number ? numberOf(99) : JsonValue(choices.front() + 'x')})
            QCOMPARE(codeOf(place.field, other), std::string(rest::errors::kNotAChoice));
    });
    QCOMPARE(fields, 49);
}

void LimitsTest::checksEveryObjectsKeysAndValues()
{
    int limits = 0;
    eachField(m_all, [&](const Place& place) {
        const Constraints& rule = place.field.constraints;
        const auto code = [&](std::int64_t key, std::int64_t value) {
            return codeOf(place.field, JsonObject{{letters(key), letters(value)}});
        };
        if (rule.keyMaxLength) {
            ++limits;
            QCOMPARE(code(*rule.keyMaxLength, 1), std::string());
            QCOMPARE(code(*rule.keyMaxLength + 1, 1), std::string(rest::errors::kKeyTooLong));
        }
        if (rule.valueMaxLength) {
            ++limits;
            QCOMPARE(code(1, *rule.valueMaxLength), std::string());
            QCOMPARE(code(1, *rule.valueMaxLength + 1), std::string(rest::errors::kMemberTooLong));
        }
        if (rule.totalMaxLength) {
            ++limits;
            QCOMPARE(code(1, *rule.totalMaxLength - 1), std::string());
            QCOMPARE(code(1, *rule.totalMaxLength), std::string(rest::errors::kValueTooLong));
        }
        if (!rule.keyPattern.empty()) {
            ++limits;
            QCOMPARE(codeOf(place.field, JsonObject{{"a b", "c"}}), std::string(rest::errors::kBadKey));
        }
    });
    QCOMPARE(limits, 14);
}

void LimitsTest::checksEveryMoment()
{
    std::set<std::string> formats;
    std::set<std::string> endpoints;
    eachField(m_all, [&](const Place& place) {
        const std::string& format = place.field.constraints.format;
        if (!catalogue::isTimeFormat(format))
            return;
        formats.insert(format);
        endpoints.insert(place.endpoint.id);
        const bool number = place.field.type == FieldType::Number;
        for (const char* wrong : {"-1", "99999999999999999", "0.5"}) {
            const JsonValue value = number ? *JsonValue::parse(wrong) : JsonValue(wrong);
            const std::string code = codeOf(place.field, value);
            QVERIFY2(code == rest::errors::kBadFormat, (place.name() + ' ' + wrong + ' ' + code).c_str());
        }
    });
    QCOMPARE(formats,
             (std::set<std::string>{"date", "date_time", "hour", "minute", "time_range", "unix_ms"}));
    QCOMPARE(endpoints.size(), size_t(11));
}

void LimitsTest::knowsMoments_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("fits");
    const auto rows = [](const char* format, std::initializer_list<const char*> right,
                         std::initializer_list<const char*> wrong) {
        for (const char* text : right)
            QTest::addRow("%s: %s", format, text) << QByteArray(format) << QByteArray(text) << true;
        for (const char* text : wrong)
            QTest::addRow("%s: not “%s”", format, text) << QByteArray(format) << QByteArray(text) << false;
    };
    rows("date", {"2026-01-31", "2024-02-29"},
         {"", "2026-02-29", "2026-13-01", "2026-1-31", "1767225600", "2026-01-31T00:00"});
    rows("date_time", {"2026-01-02 00:00:00", "2026-12-31 23:59:59"},
         {"2026-01-02", "2026-01-02T09:00:00", "2026-01-02 24:00:00", "2026-01-02 09:60:00",
          "2026-01-02 09:00+00", "2026-02-30 09:00:00"});
    rows("hour", {"2026010100", "2026123123"},
         {"2026010124", "2026023001", "202601010", "20260101000", "2026-01-01"});
    rows("minute", {"202601010000", "202612312359"}, {"202601010060", "202601012400", "2026010100"});
    rows("time_range", {"21:30-08:00", "0:0-23:59"},
         {"21:30", "24:00-08:00", "21:60-08:00", "21:30-", "-", "21:30 - 08:00", "a:b-c:d", "021:30-08:00"});
    rows("unix_ms", {"0", "1767225600000", "253402300799999"}, {"-1", "253402300800000", "1.5", "", "soon"});
}

void LimitsTest::knowsMoments()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, text);
    QFETCH(bool, fits);
    QCOMPARE(rest::isTimeText(format.toStdString(), text.toStdString()), fits);
}

void LimitsTest::compilesEveryPattern()
{
    eachField(m_all, [](const Place& place) {
        for (const std::string& pattern :
             {place.field.constraints.pattern, place.field.constraints.keyPattern})
            QVERIFY2(QRegularExpression(QString::fromStdString(pattern)).isValid(), place.name().c_str());
    });
}

void LimitsTest::takesEveryExample()
{
    int examples = 0;
    eachField(m_all, [&](const Place& place) {
        if (place.field.example.isNull())
            return;
        ++examples;
        Field field = place.field;
        field.constraints.decided.clear(); // an example keeps the limits that are ours as well
        JsonValue value = field.example;
        if (const std::string* text = value.string(); text && place.isText()) {
            if (field.constraints.min || field.constraints.max)
                field.type = FieldType::Number;
            auto typed = rest::typedValue(field, *text, false);
            QVERIFY2(typed.has_value(), place.name().c_str());
            value = *typed;
        }
        QVERIFY2(codeOf(field, value).empty(), (place.name() + ' ' + codeOf(field, value)).c_str());
    });
    QCOMPARE(examples, 753);
}

void LimitsTest::refusesInEveryPlaceOfARequest()
{
    // What a check refuses must be refused by the request that holds it, wherever it stands.
    int refused = 0;
    eachField(m_all, [&](const Place& place) {
        const Field& field = place.field;
        const Constraints rule = field.constraints.forSending();
        if (field.type == FieldType::File || field.name == "Authorization")
            return;
        std::string text;
        if (!rule.choices.empty())
            text = "77";
        else if (rule.max)
            text = std::to_string(*rule.max + 1);
        else if (rule.min)
            text = std::to_string(*rule.min - 1);
        else if (catalogue::isTimeFormat(rule.format))
            text = "0.5";
        else if (rule.maxLength) {
            const JsonValue value = ofLength(field, *rule.maxLength + 1);
            text = value.string() ? *value.string() : value.toJson();
        } else {
            return;
        }
        ++refused;
        rest::Draft draft = rest::defaultDraft(place.endpoint);
        std::string name = field.name;
        if (name.starts_with("[]."))
            name.replace(0, 2, "[0]");
        if (!place.messageType.empty()) {
            draft.set(place.endpoint.id == "message.rewrite" ? "new_msg.type" : "type", place.messageType);
            for (const catalogue::BodyVariant& variant : place.endpoint.bodyVariants)
                for (const Field& other : variant.fields)
                    if (variant.type == place.messageType && other.required)
                        draft.set(other.name,
                                  other.example.string() ? *other.example.string() : other.example.toJson());
        }
        // The example's members of what is replaced would stand in its way.
        std::erase_if(draft.values, [&](const rest::Draft::Value& value) {
            return value.first == name || value.first.starts_with(name + '.') || value.first == field.name;
        });
        draft.values.emplace_back(place.prefix + name, text);
        const auto built = rest::buildRequest(place.endpoint, draft, demoTarget());
        QVERIFY2(!built.has_value(), (place.name() + " takes " + text.substr(0, 40)).c_str());
        QVERIFY2(built.error().field == field.name,
                 (place.name() + ": " + built.error().field + ' ' + built.error().code).c_str());
    });
    QVERIFY(refused > 300);
}

void LimitsTest::checksTheEntriesOfLists()
{
    rest::Draft draft;
    draft.set("owner_username", "alice");
    draft.set("usernames", "[\"bob\",7]");
    const auto build = [&] { return rest::buildRequest(*m_all.find("block.add"), draft, demoTarget()); };
    QCOMPARE(build().error().code, std::string(rest::errors::kBadFieldType));
    draft.set("usernames", "[\"bob\",\"carol\"]");
    QVERIFY(build().has_value());
    draft.set("usernames", "");
    QCOMPARE(build().error().code, std::string(rest::errors::kTooFewItems));
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "LimitsTest.moc"
