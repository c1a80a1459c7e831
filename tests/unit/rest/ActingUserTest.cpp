// SPDX-License-Identifier: Apache-2.0
#include "core/rest/ActingUser.h"
#include "tests/unit/rest/Fixture.h"

#include <QTest>

#include <algorithm>

using catalogue::Endpoint;

class ActingUserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_all = loadCatalogue(); }
    void findsTheUserOfEveryCallThatUsersMakeForThemselves();
    void findsOneForEveryCallThatNeedsAUserToken();
    void takesAnyOfTheNames_data();
    void takesAnyOfTheNames();
    void takesThePathAndNotTheQuery();
    void namesNobodyWhoIsOnlyActedUpon();

private:
    catalogue::Catalogue m_all;
};

void ActingUserTest::findsTheUserOfEveryCallThatUsersMakeForThemselves()
{
    int calls = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        const auto& callers = endpoint.callers;
        const bool self = std::find(callers.begin(), callers.end(), "self") != callers.end();
        const std::string user = rest::actingUser(endpoint, rest::defaultDraft(endpoint));
        // Whoever made a thread may edit it, and the call does not say who that is.
        QCOMPARE(!user.empty(), self && endpoint.id != "thread.update");
        calls += user.empty() ? 0 : 1;
    }
    QCOMPARE(calls, 31);
}

void ActingUserTest::findsOneForEveryCallThatNeedsAUserToken()
{
    int calls = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        if (endpoint.auth != catalogue::Auth::User)
            continue;
        ++calls;
        QVERIFY2(!rest::actingUser(endpoint, rest::defaultDraft(endpoint)).empty(), endpoint.id.c_str());
    }
    QVERIFY(calls > 0);
}

void ActingUserTest::takesAnyOfTheNames_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("username") << QByteArray("user.get") << QByteArray("username");
    QTest::newRow("userId") << QByteArray("push.template.user.set") << QByteArray("userId");
    QTest::newRow("uid") << QByteArray("presence.set") << QByteArray("uid");
    QTest::newRow("owner_username") << QByteArray("contact.list") << QByteArray("owner_username");
    QTest::newRow("with its place before it") << QByteArray("user.get") << QByteArray("path:username");
}

void ActingUserTest::takesAnyOfTheNames()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, name);
    rest::Draft draft;
    draft.set(name.toStdString(), "erin");
    QCOMPARE(rest::actingUser(*m_all.find(id.toStdString()), draft), std::string("erin"));
}

void ActingUserTest::takesThePathAndNotTheQuery()
{
    rest::Draft draft;
    draft.set("username", "bob"); // of reaction.detail only userId is a field of the path
    QCOMPARE(rest::actingUser(*m_all.find("reaction.detail"), draft), std::string());
    draft.set("userId", "alice");
    QCOMPARE(rest::actingUser(*m_all.find("reaction.detail"), draft), std::string("alice"));
}

void ActingUserTest::namesNobodyWhoIsOnlyActedUpon()
{
    for (const char* id : {"user.delete", "group.members.add", "mute.set"}) {
        const Endpoint& endpoint = *m_all.find(id);
        QCOMPARE(rest::actingUser(endpoint, rest::defaultDraft(endpoint)), std::string());
    }
}

QTEST_GUILESS_MAIN(ActingUserTest)
#include "ActingUserTest.moc"
