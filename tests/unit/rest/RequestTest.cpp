// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/ErrorTable.h"
#include "core/rest/Errors.h"
#include "core/rest/FieldValue.h"
#include "tests/unit/rest/Fixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using base::JsonValue;
using catalogue::Endpoint;
using rest::Draft;
using rest::PreparedRequest;
using rest::Strictness;

namespace {

/// Equal but for the order of members.
bool sameJson(const JsonValue& a, const JsonValue& b)
{
    if (a.object() && b.object()) {
        if (a.object()->size() != b.object()->size())
            return false;
        return std::all_of(a.object()->begin(), a.object()->end(), [&](const auto& member) {
            const JsonValue* other = b.find(member.first);
            return other && sameJson(member.second, *other);
        });
    }
    if (a.array() && b.array())
        return std::equal(a.array()->begin(), a.array()->end(), b.array()->begin(), b.array()->end(),
                          sameJson);
    return a == b;
}

} // namespace

class RequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_all = loadCatalogue(); }
    void buildsEveryEntryFromItsDefault();
    void usesTheAppIdFormWithoutAnAppKey();
    void encodesPathAndQuery();
    void buildsTypedValues_data();
    void buildsTypedValues();
    void refusesWhatTheDocumentsForbid_data();
    void refusesWhatTheDocumentsForbid();
    void suggestsNames();
    void takesAnyOrderOfParentsAndMembers();
    void buildsForms();
    void uploadsFiles();
    void takesARawBodyAsItStands();
    void tellsTwoPlacesOfANameApart();
    void keepsHeadersClean();
    void addsTheTokenLast();
    void showsTheRequestAsJson();
    void explainsAnswers();
    void needsAHostAndAnApp();

private:
    base::Result<PreparedRequest> build(const char* id, std::vector<Draft::Value> values,
                                        Strictness strictness = Strictness::Strict) const
    {
        Draft draft;
        draft.endpointId = id;
        draft.values = std::move(values);
        return rest::buildRequest(*m_all.find(id), draft, demoTarget(), strictness);
    }

    catalogue::Catalogue m_all;
};

void RequestTest::buildsEveryEntryFromItsDefault()
{
    for (const Endpoint& endpoint : m_all.endpoints()) {
        const Draft draft = rest::defaultDraft(endpoint);
        const auto built = rest::buildRequest(endpoint, draft, demoTarget());
        if (!built)
            QFAIL((endpoint.id + ": " + built.error().code + ' ' + built.error().field).c_str());
        QVERIFY(built->url.find_first_of("{} ") == std::string::npos);
        QVERIFY(built->url.rfind("https://a41.chat.agora.io/demo-org/demo-app/", 0) == 0);
        QVERIFY(QUrl::fromEncoded(QByteArray::fromStdString(built->url), QUrl::StrictMode).isValid());
        QCOMPARE(built->method, endpoint.method);
        const JsonValue* example = endpoint.bodyExample();
        switch (endpoint.bodyKind) {
        case catalogue::BodyKind::None:
            QVERIFY(!built->body && built->parts.empty());
            break;
        case catalogue::BodyKind::JsonObject:
        case catalogue::BodyKind::JsonArray: {
            const auto body = JsonValue::parse(*built->body);
            QVERIFY2(body.has_value(), endpoint.id.c_str());
            QVERIFY2(sameJson(*body, *example), (endpoint.id + ' ' + *built->body).c_str());
            break;
        }
        case catalogue::BodyKind::Form: {
            const QUrlQuery form(QString::fromStdString(*built->body));
            QCOMPARE(size_t(form.queryItems().size()), example->object()->size());
            break;
        }
        case catalogue::BodyKind::Multipart:
            QCOMPARE(built->parts.size(), example->object()->size());
            break;
        }
        // The sandbox's router takes the request for the same entry.
        const QString path = QUrl(QString::fromStdString(built->url)).path(QUrl::FullyDecoded);
        std::vector<std::string> segments = catalogue::splitPath(path.toStdString());
        segments.erase(segments.begin(), segments.begin() + 2);
        const JsonValue sent =
            built->body ? JsonValue::parse(*built->body).value_or(JsonValue()) : JsonValue();
        const auto match = m_all.match({built->method, segments, &sent, built->headers});
        QVERIFY2(match.endpoint, endpoint.id.c_str());
        QCOMPARE(match.endpoint->id, endpoint.id);
    }
}

void RequestTest::usesTheAppIdFormWithoutAnAppKey()
{
    rest::Target target = demoTarget();
    target.orgName.clear();
    for (const Endpoint& endpoint : m_all.endpoints()) {
        const auto built = rest::buildRequest(endpoint, rest::defaultDraft(endpoint), target);
        QVERIFY2(built.has_value(), endpoint.id.c_str());
        QVERIFY(built->url.rfind("https://a41.chat.agora.io/app-id/970ca35de60c44645bbae8a215061b33/", 0) ==
                0);
    }
}

void RequestTest::encodesPathAndQuery()
{
    auto built = build("user.get", {{"username", "a/b?c#d%e,f"}}, Strictness::Lenient);
    QCOMPARE(built->url,
             std::string("https://a41.chat.agora.io/demo-org/demo-app/users/a%2Fb%3Fc%23d%25e%2Cf"));
    built = build("user.list", {{"limit", "5"}, {"cursor", "a&b=c d+\xC3\xA9"}});
    QVERIFY2(built->url.find("?limit=5&cursor=a%26b%3Dc%20d%2B%C3%A9") != std::string::npos,
             built->url.c_str());
    built = build("user.get", {{"username", "alice"}, {"org_name", "other"}});
    QVERIFY(built->url.find("/other/demo-app/") != std::string::npos); // a draft may say so
}

void RequestTest::buildsTypedValues_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("member"); // as it must stand in the body
    const auto row = [](const char* title, const char* id, const char* name, const char* text,
                        const char* member) {
        QTest::newRow(title) << QByteArray(id) << QByteArray(name) << QByteArray(text) << QByteArray(member);
    };
    row("digits are kept", "token.password", "ttl", "1173998498812376874", "\"ttl\":1173998498812376874");
    row("a boolean", "group.create", "public", "true", "\"public\":true");
    row("a string is quoted", "group.create", "groupname", "12\"3", "\"groupname\":\"12\\\"3\"");
    row("a list by commas", "group.create", "members", "bob, carol", "\"members\":[\"bob\",\"carol\"]");
    row("a list by lines", "group.create", "members", "bob\ncarol\n", "\"members\":[\"bob\",\"carol\"]");
    row("a list as JSON", "group.create", "members", "[\"b,ob\"]", "\"members\":[\"b,ob\"]");
    row("an object", "message.send.users", "ext", "{\"a\":1.50}", "\"ext\":{\"a\":1.50}");
    row("a member", "push.task", "pushMessage.title", "Hi", "\"title\":\"Hi\"");
    row("an unlisted member of an object", "message.send.users", "ext.colour", "red",
        "\"ext\":{\"colour\":\"red\"}");
    row("a deep member", "push.task", "pushMessage.config.badge", "{\"setNum\":1}",
        "\"config\":{\"badge\":{\"setNum\":1}}");
    row("a list of objects", "user.register.batch", "[].username", "a,b",
        "[{\"username\":\"a\"},{\"username\":\"b\"}]");
    row("one object of a list", "user.register.batch", "[0].username", "a", "[{\"username\":\"a\"}]");
    row("a bare array", "presence.unsubscribe", "[]", "a,b", "[\"a\",\"b\"]");
    row("a message body", "message.send.users", "body.msg", "hi", "\"body\":{\"msg\":\"hi\"}");
}

void RequestTest::buildsTypedValues()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, member);
    Draft draft;
    for (const auto& [known, value] : rest::defaultDraft(*m_all.find(id.toStdString())).values)
        if (known.find_first_of(".[") == std::string::npos || name == "ext" ||
            known.rfind("pushMessage", 0) == 0)
            if (known.rfind("ext", 0) != 0)
                draft.set(known, value);
    draft.set(name.toStdString(), text.toStdString());
    if (id == "message.send.users" && name != "body.msg")
        draft.set("body.msg", "x");
    const auto built = rest::buildRequest(*m_all.find(id.toStdString()), draft, demoTarget());
    if (!built)
        QFAIL((built.error().code + ' ' + built.error().field).c_str());
    QVERIFY2(QByteArray::fromStdString(*built->body).contains(member), built->body->c_str());
}

void RequestTest::refusesWhatTheDocumentsForbid_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* title, const char* id, const char* name, const QByteArray& text,
                        std::string_view code, const char* field) {
        QTest::newRow(title) << QByteArray(id) << QByteArray(name) << text
                             << QByteArray(code.data(), qsizetype(code.size())) << QByteArray(field);
    };
    using namespace rest;
    row("a missing path value", "user.get", "username", "", errors::kFieldMissing, "username");
    row("braces in the path", "user.get", "username", "{username}", errors::kUnfilledPlaceholder, "username");
    row("a blank in the path", "user.get", "username", "al ice", errors::kUnfilledPlaceholder, "username");
    row("a step up", "user.get", "username", "..", errors::kBadPathValue, "username");
    row("upper case", "user.get", "username", "Alice", errors::kBadCharacters, "username");
    row("too long", "user.get", "username", QByteArray(65, 'a'), errors::kValueTooLong, "username");
    row("an empty body field", "user.register", "username", "", errors::kValueTooShort, "username");
    row("no number", "token.password", "ttl", "soon", errors::kBadFieldType, "ttl");
    row("no boolean", "group.create", "public", "yes", errors::kBadFieldType, "public");
    row("no object", "message.send.users", "ext", "x", errors::kBadFieldType, "ext");
    row("not a choice", "token.password", "grant_type", "pass", errors::kNotAChoice, "grant_type");
    row("out of range", "user.list", "limit", "101", errors::kOutOfRange, "limit");
    row("too many", "user.register.batch", "[].username", "a," + QByteArray("b,").repeated(60),
        errors::kTooManyItems, "[].username");
    row("too many in a list", "message.send.groups", "to", "1,2,3,4", errors::kTooManyItems, "to");
    row("too many in a path", "group.members.remove.batch", "members", "a" + QByteArray(",b").repeated(60),
        errors::kTooManyItems, "members");
    row("a bad name in a list", "user.register.batch", "[].username", "ok,No", errors::kBadCharacters,
        "[].username");
    row("a field that is none", "user.register", "usernme", "x", errors::kUnknownField, "usernme");
    row("an expiry that is too long", "presence.subscribe", "expiry", "2592001", errors::kOutOfRange,
        "expiry");
    row("a broken path into the body", "message.send.users", "ext[", "x", errors::kUnknownField, "ext[");
}

void RequestTest::refusesWhatTheDocumentsForbid()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, field);
    const Endpoint& endpoint = *m_all.find(id.toStdString());
    Draft draft;
    for (const auto& [known, value] : rest::defaultDraft(endpoint).values)
        if (known.front() != '[' || name.front() != '[')
            draft.set(known, value);
    draft.set(name.toStdString(), text.toStdString());
    const auto built = rest::buildRequest(endpoint, draft, demoTarget());
    QVERIFY(!built.has_value());
    QCOMPARE(QByteArray::fromStdString(built.error().code), code);
    QCOMPARE(QByteArray::fromStdString(built.error().field), field);
    // On purpose it can be sent all the same, unless it cannot be written into a request.
    const bool impossible =
        text == ".." || (text.isEmpty() && endpoint.bodyKind == catalogue::BodyKind::None) ||
        name == "ext[" || name == "ext"; // a text cannot hold the member of it that the draft gives too
    QCOMPARE(rest::buildRequest(endpoint, draft, demoTarget(), Strictness::Lenient).has_value(), !impossible);
}

void RequestTest::suggestsNames()
{
    const auto built = build("group.create", {{"maxuser", "5"}});
    QCOMPARE(built.error().args, (std::vector<std::string>{"maxuser", "maxusers"}));
}

void RequestTest::takesAnyOrderOfParentsAndMembers()
{
    const auto built = build("message.send.users", {{"ext.em_ignore_notification", "true"},
                                                    {"ext", "{\"k\":\"v\"}"},
                                                    {"to", "bob"},
                                                    {"type", "txt"},
                                                    {"body.msg", "hi"}});
    QVERIFY2(built.has_value(), built ? "" : (built.error().code + built.error().field).c_str());
    const auto body = JsonValue::parse(*built->body);
    QCOMPARE(body->find("ext")->toJson(), std::string("{\"k\":\"v\",\"em_ignore_notification\":true}"));
    const auto missing =
        build("message.send.users", {{"to", "bob"}, {"type", "img"}, {"body.filename", "a.jpg"}});
    QCOMPARE(missing.error().field, std::string("body.url")); // img wants one
}

void RequestTest::buildsForms()
{
    const auto built =
        build("attr.set", {{"username", "alice"}, {"nickname", "A & B=\xC3\xA9"}, {"own key", "1+1"}});
    QVERIFY2(built.has_value(), built ? "" : (built.error().code + built.error().field).c_str());
    QCOMPARE(*built->body, std::string("nickname=A%20%26%20B%3D%C3%A9&own%20key=1%2B1"));
    QCOMPARE(built->headers.front(),
             (PreparedRequest::Header{"Content-Type", "application/x-www-form-urlencoded"}));
}

void RequestTest::uploadsFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pic \"1\".jpg"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xd8 bytes");
    file.close();
    auto built = build("file.upload", {{"file", '@' + path.toStdString()}, {"restrict-access", "true"}});
    QVERIFY2(built.has_value(), built ? "" : (built.error().code + built.error().field).c_str());
    QVERIFY(!built->body);
    const auto request = rest::toHttpRequest(*built, "TOKEN");
    QVERIFY(request.has_value());
    const QByteArray type = request->headers.last().value;
    QVERIFY(type.startsWith("multipart/form-data; boundary=----"));
    const QByteArray boundary = type.mid(type.indexOf('=') + 1);
    QCOMPARE(*request->body,
             "--" + boundary +
                 "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pic %221%22.jpg\"\r\n"
                 "Content-Type: application/octet-stream\r\n\r\n\xff\xd8 bytes\r\n--" +
                 boundary + "--\r\n");
    for (const char* written : {"@~/pic.jpg", "~/pic.jpg"}) { // no shell has read it
        const auto home = build("file.upload", {{"file", written}});
        QVERIFY(home.has_value());
        QCOMPARE(home->parts.front().value, qEnvironmentVariable("HOME").toStdString() + "/pic.jpg");
    }
    QCOMPARE(build("file.upload", {{"file", "@~other/a"}})->parts.front().value, std::string("~other/a"));
    built->parts.front().maxBytes = 3;
    QCOMPARE(rest::toHttpRequest(*built, "").error().code, std::string("file-too-large"));
    built->parts.front().value = "/nonexistent";
    const auto failed = rest::toHttpRequest(*built, "");
    QCOMPARE(failed.error().code, std::string("file-read"));
    QCOMPARE(failed.error().field, std::string("file"));
}

void RequestTest::takesARawBodyAsItStands()
{
    Draft draft;
    draft.rawBody = "{ \"username\" : \"No Such Rule\", \"n\":1.0 }";
    auto built = rest::buildRequest(*m_all.find("user.register"), draft, demoTarget());
    QCOMPARE(*built->body, *draft.rawBody);
    draft.rawBody = "{";
    built = rest::buildRequest(*m_all.find("user.register"), draft, demoTarget());
    QCOMPARE(built.error().code, std::string(rest::errors::kBodyNotJson));
    built = rest::buildRequest(*m_all.find("user.register"), draft, demoTarget(), Strictness::Lenient);
    QCOMPARE(*built->body, std::string("{"));
    draft.rawBody = "";
    built = rest::buildRequest(*m_all.find("user.register"), draft, demoTarget(), Strictness::Lenient);
    QVERIFY(built->body && built->body->empty());
}

void RequestTest::tellsTwoPlacesOfANameApart()
{
    Draft draft = rest::defaultDraft(*m_all.find("message.roaming.delete.chat"));
    draft.set("path:userId", "alice");
    draft.set("query:userId", "bob");
    const auto built = rest::buildRequest(*m_all.find("message.roaming.delete.chat"), draft, demoTarget());
    QVERIFY2(built.has_value(), built ? "" : (built.error().code + built.error().field).c_str());
    QVERIFY(built->url.find("/alice?") != std::string::npos);
    QVERIFY(built->url.find("userId=bob") != std::string::npos);
}

void RequestTest::keepsHeadersClean()
{
    Draft draft = rest::defaultDraft(*m_all.find("file.download"));
    draft.set("share-secret", "a\r\nX: y");
    for (auto strictness : {Strictness::Strict, Strictness::Lenient})
        QCOMPARE(
            rest::buildRequest(*m_all.find("file.download"), draft, demoTarget(), strictness).error().code,
            std::string(rest::errors::kBadHeaderValue));
}

void RequestTest::addsTheTokenLast()
{
    auto built = build("user.register", {{"username", "alice"}});
    for (const auto& [name, value] : built->headers)
        QVERIFY(name != "Authorization");
    const auto request = rest::toHttpRequest(*built, "TOKEN");
    QCOMPARE(request->headers.last(), (http::Header{"Authorization", "Bearer TOKEN"}));
    QCOMPARE(request->url, QUrl(QStringLiteral("https://a41.chat.agora.io/demo-org/demo-app/users")));
    QCOMPARE(request->method, QByteArray("POST"));
    built = build("token.password", {{"grant_type", "password"}, {"username", "a"}, {"password", "b"}});
    QVERIFY(!built->needsToken());
    const auto tokenless = rest::toHttpRequest(*built, "TOKEN");
    for (const http::Header& header : tokenless->headers)
        QVERIFY(header.name != "Authorization");
}

void RequestTest::showsTheRequestAsJson()
{
    const auto built = build("user.register", {{"username", "alice"}});
    QCOMPARE(
        rest::toJson(*built, "007eJx\xE2\x80\xA6").toJson(),
        std::string("{\"method\":\"POST\",\"url\":\"https://a41.chat.agora.io/demo-org/demo-app/users\","
                    "\"headers\":{\"Content-Type\":\"application/json\",\"Accept\":\"application/json\","
                    "\"Authorization\":\"Bearer 007eJx\xE2\x80\xA6\"},\"body\":{\"username\":\"alice\"}}"));
    const auto get = build("user.get", {{"username", "alice"}});
    QVERIFY(rest::toJson(*get, "").find("body")->isNull());
}

void RequestTest::explainsAnswers()
{
    const Endpoint& endpoint = *m_all.find("group.update");
    QCOMPARE(catalogue::meaning(endpoint, 404, "resource_not_found"),
             std::string("No group or room with that ID."));
    QVERIFY(catalogue::meaning(endpoint, 401, "").find(" Or: ") != std::string::npos);
    QCOMPARE(catalogue::meaning(endpoint, 418, ""), std::string());
}

void RequestTest::needsAHostAndAnApp()
{
    rest::Target target;
    Draft draft;
    draft.set("username", "alice");
    QCOMPARE(rest::buildRequest(*m_all.find("user.get"), draft, target).error().code,
             std::string(rest::errors::kNoHost));
    target.host = "http://127.0.0.1:8090/";
    QCOMPARE(rest::buildRequest(*m_all.find("user.get"), draft, target).error().code,
             std::string(rest::errors::kNoApp));
    target.appId = "x";
    QCOMPARE(rest::buildRequest(*m_all.find("user.get"), draft, target)->url,
             std::string("http://127.0.0.1:8090/app-id/x/users/alice"));
}

QTEST_GUILESS_MAIN(RequestTest)
#include "RequestTest.moc"
