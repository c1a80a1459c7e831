// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/catalogue/Catalogue.h"
#include "core/catalogue/ErrorTable.h"
#include "core/catalogue/Errors.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <set>

using base::JsonValue;
using catalogue::Catalogue;
using catalogue::Endpoint;
using catalogue::Match;
using catalogue::RequestShape;

namespace {

/// A value that no literal segment of the catalogue has; a comma where the entry wants a list.
std::string exampleValue(const Endpoint& endpoint)
{
    return endpoint.routeBy.path == "list" ? "v1,v2" : "v1";
}

std::vector<std::string> exampleSegments(const Endpoint& endpoint)
{
    std::vector<std::string> segments = endpoint.routeSegments();
    for (std::string& segment : segments)
        if (catalogue::placeholder(segment))
            segment = exampleValue(endpoint);
    return segments;
}

Match matchPath(const Catalogue& all, const char* method, const char* path, const JsonValue* body = nullptr)
{
    const std::vector<std::string> segments = catalogue::splitPath(path);
    return all.match({method, segments, body, {}});
}

} // namespace

class CatalogueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadsEveryEntry();
    void loadsQuickly();
    void keepsTheEntryAsItStands();
    void namesEveryPlaceholder();
    void agreesOnBothPrefixes();
    void hasWellFormedExamples();
    void readsDefaultsAsValues();
    void hasTypedLimitsWhereTheDocumentsHaveWords();
    void tellsSharersApart();
    void findsEveryEntryFromItsExample();
    void prefersLiteralSegments();
    void decidesByBodyHeaderAndList();
    void saysWhenOnlyTheMethodIsWrong();
    void explainsErrors();
    void explainsEveryRow();
    void knowsWhoMayCall();
    void suggestsIds();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void addsASecondFileWholeOrNotAtAll();

private:
    QByteArray m_bytes;
    Catalogue m_all;
};

void CatalogueTest::initTestCase()
{
    QFile file(QStringLiteral(":/catalogue/endpoints.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    auto loaded = Catalogue::load({m_bytes.constData(), size_t(m_bytes.size())});
    if (!loaded)
        QFAIL((loaded.error().code + ' ' + loaded.error().args[0] + ' ' + loaded.error().args[1]).c_str());
    m_all = std::move(*loaded);
}

void CatalogueTest::loadsEveryEntry()
{
    QCOMPARE(m_all.endpoints().size(), size_t(198));
    QCOMPARE(m_all.groups().size(), size_t(16));
    std::set<std::string> ids;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        QVERIFY2(ids.insert(endpoint.id).second, endpoint.id.c_str());
        QCOMPARE(m_all.find(endpoint.id), &endpoint);
        QVERIFY(!endpoint.title.empty());
        QVERIFY(!endpoint.errorCodes.empty());
    }
    QCOMPARE(m_all.find("no.such"), nullptr);
}

void CatalogueTest::loadsQuickly()
{
    // 30 ms is the promise for a release build on an idle machine; this bound only catches a change of order.
    QElapsedTimer timer;
    timer.start();
    const auto loaded = Catalogue::load({m_bytes.constData(), size_t(m_bytes.size())});
    const qint64 ms = timer.elapsed();
    QVERIFY(loaded.has_value());
    qInfo("loaded %d bytes in %lld ms", int(m_bytes.size()), static_cast<long long>(ms));
    QVERIFY(ms < 1500);
}

void CatalogueTest::keepsTheEntryAsItStands()
{
    const auto parsed = JsonValue::parse({m_bytes.constData(), size_t(m_bytes.size())});
    const base::JsonArray& entries = *parsed->array();
    for (size_t i = 0; i < entries.size(); ++i)
        QVERIFY(m_all.endpoints()[i].raw == entries[i]);
}

void CatalogueTest::namesEveryPlaceholder()
{
    for (const Endpoint& endpoint : m_all.endpoints()) {
        std::set<std::string> inPath;
        std::set<std::string> named;
        for (const std::string& segment : catalogue::splitPath(endpoint.path))
            if (const auto name = catalogue::placeholder(segment))
                inPath.emplace(*name);
        for (const auto& field : endpoint.pathFields)
            named.insert(field.name);
        QVERIFY2(inPath == named, endpoint.id.c_str());
    }
}

void CatalogueTest::agreesOnBothPrefixes()
{
    for (const Endpoint& endpoint : m_all.endpoints()) {
        const auto a = catalogue::splitPath(endpoint.path);
        const auto b = catalogue::splitPath(endpoint.pathAppId);
        QCOMPARE(b[0], std::string("app-id"));
        QCOMPARE(b[1], std::string("{app_id}"));
        QVERIFY(std::equal(a.begin() + 2, a.end(), b.begin() + 2, b.end()));
    }
}

void CatalogueTest::hasWellFormedExamples()
{
    int responses = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        QCOMPARE(endpoint.bodyExample() != nullptr, endpoint.bodyKind != catalogue::BodyKind::None);
        if (const JsonValue* body = endpoint.bodyExample())
            QCOMPARE(body->array() != nullptr, endpoint.bodyKind == catalogue::BodyKind::JsonArray);
        const JsonValue* response = endpoint.responseExample();
        if (!response) {
            QVERIFY2(endpoint.responseShape.envelope == "binary" || !endpoint.notes.empty(),
                     endpoint.id.c_str());
            continue;
        }
        ++responses;
        QVERIFY(response->object());
        QVERIFY(JsonValue::parse(response->toJson()) == *response);
    }
    QCOMPARE(responses, 194);
}

void CatalogueTest::readsDefaultsAsValues()
{
    const auto field = [this](const char* id, const char* name) {
        for (const auto& candidate : m_all.find(id)->bodyFields)
            if (candidate.name == name)
                return candidate;
        return catalogue::Field{};
    };
    QCOMPARE(field("group.create", "maxusers").defaultValue, JsonValue(200));
    QCOMPARE(field("group.create", "allowinvites").defaultValue, JsonValue(false));
    QCOMPARE(field("token.exchange.agora", "grant_type").defaultValue, JsonValue("agora"));
    QVERIFY(field("token.password", "ttl").defaultValue.isNull());
    QCOMPARE(field("token.password", "ttl").defaultText, std::string("console setting"));
}

void CatalogueTest::hasTypedLimitsWhereTheDocumentsHaveWords()
{
    // Words without a typed limit would be a check that silently does not happen.
    int typed = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        for (const auto* fields :
             {&endpoint.pathFields, &endpoint.queryFields, &endpoint.headerFields, &endpoint.bodyFields})
            for (const catalogue::Field& field : *fields) {
                const bool some = !(field.constraints == catalogue::Constraints());
                QVERIFY2(some || field.constraintText.empty(), (endpoint.id + ' ' + field.name).c_str());
                typed += some ? 1 : 0;
            }
    }
    QVERIFY2(typed >= 520, std::to_string(typed).c_str());
}

void CatalogueTest::tellsSharersApart()
{
    std::map<std::string, std::vector<const Endpoint*>> shapes;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        std::string shape = endpoint.method;
        for (const std::string& segment : endpoint.routeSegments())
            shape += '/' + (catalogue::placeholder(segment) ? std::string("{}") : segment);
        shapes[shape].push_back(&endpoint);
    }
    int sharers = 0;
    for (const auto& [shape, endpoints] : shapes) {
        for (const Endpoint* endpoint : endpoints)
            QVERIFY2(endpoint->routeBy.empty() == (endpoints.size() == 1), endpoint->id.c_str());
        sharers += endpoints.size() > 1 ? int(endpoints.size()) : 0;
    }
    QCOMPARE(sharers, 22);
}

void CatalogueTest::findsEveryEntryFromItsExample()
{
    for (const Endpoint& endpoint : m_all.endpoints()) {
        std::vector<std::pair<std::string, std::string>> headers;
        if (endpoint.routeBy.headerIs)
            headers.push_back(*endpoint.routeBy.headerIs);
        const auto segments = exampleSegments(endpoint);
        const Match match = m_all.match({endpoint.method, segments, endpoint.bodyExample(), headers});
        QCOMPARE(match.kind, Match::Kind::Found);
        QCOMPARE(match.endpoint->id, endpoint.id);
        QCOMPARE(match.pathValues.size() + 2, endpoint.pathFields.size());
        for (const auto& [name, value] : match.pathValues)
            QCOMPARE(value, exampleValue(endpoint));
    }
}

void CatalogueTest::prefersLiteralSegments()
{
    const Match match = matchPath(m_all, "GET", "/chatgroups/7/users");
    QCOMPARE(match.kind, Match::Kind::Found);
    QCOMPARE(match.pathValues, (std::vector<std::pair<std::string, std::string>>{{"group_id", "7"}}));
    QCOMPARE(matchPath(m_all, "POST", "/users/batch/status").endpoint->path,
             std::string("/{org_name}/{app_name}/users/batch/status"));
}

void CatalogueTest::decidesByBodyHeaderAndList()
{
    const auto body = [](const char* text) { return *JsonValue::parse(text); };
    JsonValue json = body(R"([{"username":"a"}])");
    QCOMPARE(matchPath(m_all, "POST", "/users", &json).endpoint->id, std::string("user.register.batch"));
    json = body(R"({"username":"a"})");
    QCOMPARE(matchPath(m_all, "POST", "/users", &json).endpoint->id, std::string("user.register"));
    json = body(R"({"newowner":"a"})");
    QCOMPARE(matchPath(m_all, "PUT", "/chatgroups/1", &json).endpoint->id, std::string("group.transfer"));
    json = body(R"({"description":"a"})");
    QCOMPARE(matchPath(m_all, "PUT", "/chatgroups/1", &json).endpoint->id, std::string("group.update"));
    json = body(R"({"grant_type":"password"})");
    QCOMPARE(matchPath(m_all, "POST", "/token", &json).endpoint->id, std::string("token.password"));
    json = body(R"({"grant_type":"unheard of"})");
    QCOMPARE(matchPath(m_all, "POST", "/token", &json).endpoint->id, std::string("token.exchange.agora"));
    QCOMPARE(matchPath(m_all, "DELETE", "/chatgroups/1/users/a").endpoint->id,
             std::string("group.members.remove"));
    QCOMPARE(matchPath(m_all, "DELETE", "/chatgroups/1/users/a,b").endpoint->id,
             std::string("group.members.remove.batch"));
    const std::vector<std::string> segments{"chatfiles", "x"};
    const std::vector<std::pair<std::string, std::string>> headers{{"Thumbnail", "true"}};
    QCOMPARE(m_all.match({"GET", segments, nullptr, headers}).endpoint->id, std::string("file.thumbnail"));
    QCOMPARE(m_all.match({"GET", segments, nullptr, {}}).endpoint->id, std::string("file.download"));
}

void CatalogueTest::saysWhenOnlyTheMethodIsWrong()
{
    const Match match = matchPath(m_all, "PATCH", "/users");
    QCOMPARE(match.kind, Match::Kind::OtherMethod);
    QCOMPARE(match.endpoint, nullptr);
    QCOMPARE(match.allowedMethods, (std::vector<std::string>{"DELETE", "GET", "POST"}));
    QCOMPARE(matchPath(m_all, "GET", "/nowhere/at/all").kind, Match::Kind::NoSuchPath);
    QCOMPARE(matchPath(m_all, "GET", "").kind, Match::Kind::NoSuchPath);
    QCOMPARE(matchPath(m_all, "GET", "/users/").kind, Match::Kind::NoSuchPath);
    QCOMPARE(matchPath(m_all, "get", "/users").kind, Match::Kind::OtherMethod); // methods are case sensitive
}

void CatalogueTest::explainsErrors()
{
    const Endpoint* endpoint = m_all.find("group.update");
    const auto rows = endpoint->errorsFor(404, "resource_not_found");
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0]->when, std::string("No group or room with that ID."));
    QVERIFY(endpoint->errorsFor(401, "").size() >= 2);
    QVERIFY(endpoint->errorsFor(418, "x").empty());
    QVERIFY(m_all.find("token.exchange.agora")->errorsFor(500, "whatever").empty());
}

void CatalogueTest::explainsEveryRow()
{
    const auto filled = [](std::string text) {
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at))
            text.replace(at, text.find('}', at) + 1 - at, "some-value");
        return text;
    };
    int rows = 0;
    int wordings = 0;
    for (const Endpoint& endpoint : m_all.endpoints())
        for (const catalogue::ErrorRow& row : endpoint.errorCodes) {
            ++rows;
            QVERIFY2(row.status >= 400 && row.status < 600 && !row.error.empty() && !row.when.empty(),
                     (endpoint.id + ' ' + row.error).c_str());
            std::vector<std::string> texts = row.also;
            texts.push_back(row.description);
            for (const std::string& text : texts) {
                ++wordings;
                // A row without a text stands for every answer of its word.
                const catalogue::Answer answer{row.status, row.error, filled(text), true};
                const auto found = catalogue::explain(answer, &endpoint, nullptr);
                QVERIFY2(found.documented && found.when.find(row.when) != std::string::npos,
                         (endpoint.id + ' ' + row.error + ' ' + text + " -> " + found.when).c_str());
            }
            // Presence answers leave the word out: the text alone must do.
            if (row.description.size() > 8) {
                const catalogue::Answer wordless{row.status, "", filled(row.description), true};
                QVERIFY2(catalogue::explain(wordless, &endpoint, nullptr).documented,
                         (endpoint.id + ' ' + row.description).c_str());
            }
        }
    QCOMPARE(rows, 1566);
    QCOMPARE(wordings, 1764);
}

void CatalogueTest::knowsWhoMayCall()
{
    const std::set<std::string> words{"app", "self", "member", "admin", "owner", "superadmin", "any_user"};
    int ofUsers = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        // Without callers the body carries the credentials.
        QCOMPARE(endpoint.callers.empty(), endpoint.auth == catalogue::Auth::None);
        bool user = false;
        for (const std::string& caller : endpoint.callers) {
            QVERIFY2(words.contains(caller), caller.c_str());
            user = user || caller != "app";
        }
        ofUsers += user ? 1 : 0;
    }
    QCOMPARE(ofUsers, 100);
}

void CatalogueTest::suggestsIds()
{
    QCOMPARE(m_all.similarIds("user.regsiter", 1), (std::vector<std::string>{"user.register"}));
    QCOMPARE(m_all.similarIds("push.label", 2),
             (std::vector<std::string>{"push.label.send", "push.label.create"}));
    QVERIFY(m_all.similarIds("zzzzzzzzzzzzzzz").empty());
}

void CatalogueTest::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("an unknown kind of token", "\"auth\": \"app\"", "\"auth\": \"both\"");
    row("an unknown method", "\"method\": \"PUT\"", "\"method\": \"POKE\"");
    row("an id used twice", "\"id\": \"user.register\"", "\"id\": \"user.register.batch\"");
    row("a missing member", "\"group\": ", "\"grupp\": ");
    row("an unnamed placeholder", "/chatgroups/{group_id}\"", "/chatgroups/{gid}\"");
    row("an unknown type", "\"type\": \"Array of String\"", "\"type\": \"Array\"");
    row("an unknown unit", "\"unit\": \"bytes\"", "\"unit\": \"octets\"");
    row("a limit that is no number", "\"max_length\": 64", "\"max_length\": \"64\"");
    row("a choice of nothing", "\"enum\": [", "\"enum\": [], \"was\": [");
    row("another prefix", "\"path\": \"/{org_name}", "\"path\": \"/{org}");
}

void CatalogueTest::refusesBrokenFiles()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = m_bytes;
    QVERIFY(bytes.contains(from));
    bytes.replace(from, to);
    const auto loaded = Catalogue::load(bytes.toStdString());
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().code, std::string(catalogue::errors::kBadCatalogue));
    QVERIFY(!loaded.error().args[1].empty());
    QCOMPARE(Catalogue::load("{}").error().code, std::string(catalogue::errors::kBadCatalogue));
    QCOMPARE(Catalogue::load("[").error().code, std::string(base::errors::kBadJson));
}

void CatalogueTest::addsASecondFileWholeOrNotAtAll()
{
    Catalogue all = m_all;
    QVERIFY(!all.add(m_bytes.toStdString()).has_value()); // every id again
    QCOMPARE(all.endpoints().size(), size_t(198));
    QByteArray second = m_bytes;
    second.replace("\"id\": \"", "\"id\": \"sdk.");
    QVERIFY(all.add(second.toStdString()).has_value());
    QCOMPARE(all.endpoints().size(), size_t(396));
    QVERIFY(all.find("sdk.user.register"));
    QCOMPARE(matchPath(all, "GET", "/users/a").endpoint->id, std::string("user.get"));
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "CatalogueTest.moc"
