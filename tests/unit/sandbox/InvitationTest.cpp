// SPDX-License-Identifier: Apache-2.0
// How the SDK's users become contacts: asked, accepted, declined, and what each side hears.
#include "tests/unit/sandbox/ContactEvents.h"

#include <QTest>

class InvitationTest final : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_trial = std::make_unique<SandboxTrial>();
        m_trial->registerUsers(R"([{"username":"alice"},{"username":"bob"}])");
    }
    void invitesAndAccepts();
    void invitesAndDeclines();
    void keepsInvitationsForWhoIsAway();
    void asksNoContactAgain();
    void tellsOnlyTheOtherOfARemovalByTheSdk();
};

void InvitationTest::invitesAndAccepts()
{
    Peer alice = signedIn("alice");
    Peer bob = signedIn("bob");
    QCOMPARE(as("alice", "POST", "/users/alice/contacts/apply?resource=device",
                R"({"usernames":["bob"],"reason":"it is me"})")
                 .status,
             200);
    QCOMPARE(contactsOf(*m_trial, "alice"), std::string("[]"));
    QCOMPARE(bob.hear().command, Command::Notice);
    QVERIFY(eventsOf(bob, "alice") == one(RosterOperation::Add, "alice", "bob", "it is me"));
    const std::string accept = "/users/bob/contacts/accept/users/alice";
    QCOMPARE(as("bob", "POST", accept).status, 200);
    QCOMPARE(contactsOf(*m_trial, "alice") + contactsOf(*m_trial, "bob"), std::string(R"(["bob"]["alice"])"));
    auto expected = one(RosterOperation::RemoteAccept, "bob", "alice");
    expected.push_back(one(RosterOperation::Accept, "bob", "alice").front());
    QCOMPARE(alice.hear().command, Command::Notice);
    QCOMPARE(alice.hear().command, Command::Notice);
    QVERIFY(eventsOf(alice, "bob") == expected);
    QCOMPARE(bob.hear().command, Command::Notice);
    QVERIFY(eventsOf(bob, "alice") == one(RosterOperation::Accept, "alice", "bob"));
    QCOMPARE(as("bob", "POST", accept).status, 400); // an invitation is good for once
}

void InvitationTest::invitesAndDeclines()
{
    Peer alice = signedIn("alice");
    QCOMPARE(as("alice", "POST", "/users/alice/contacts/apply", R"({"usernames":["bob"]})").status, 200);
    QCOMPARE(as("bob", "POST", "/users/bob/contacts/decline/users/alice").status, 200);
    QCOMPARE(alice.hear().command, Command::Notice);
    QVERIFY(eventsOf(alice, "bob") == one(RosterOperation::RemoteDecline, "bob", "alice"));
    QCOMPARE(as("bob", "POST", "/users/bob/contacts/accept/users/alice").status, 400);
    QCOMPARE(contactsOf(*m_trial, "alice"), std::string("[]"));
}

void InvitationTest::keepsInvitationsForWhoIsAway()
{
    QCOMPARE(
        as("alice", "POST", "/users/alice/contacts/apply", R"({"usernames":["bob"],"reason":"hi"})").status,
        200);
    Peer bob = signedIn("bob");
    QVERIFY((bob.unread() == std::vector{QueueCount{user("alice"), 1}}));
    QVERIFY(eventsOf(bob, "alice") == one(RosterOperation::Add, "alice", "bob", "hi"));
}

void InvitationTest::asksNoContactAgain()
{
    befriend(*m_trial, "alice", "bob");
    Peer bob = signedIn("bob");
    QCOMPARE(bob.pull("alice").metas.size(), std::size_t(1));
    QCOMPARE(as("alice", "POST", "/users/alice/contacts/apply", R"({"usernames":["bob"]})").status, 200);
    QVERIFY(bob.pull("alice").metas.empty());
}

void InvitationTest::tellsOnlyTheOtherOfARemovalByTheSdk()
{
    befriend(*m_trial, "alice", "bob");
    Peer alice = signedIn("alice");
    QCOMPARE(eventsOf(alice, "bob").size(), std::size_t(1));
    QCOMPARE(as("alice", "DELETE", "/users/alice/contacts/users/bob?resource=device").status, 200);
    QCOMPARE(m_trial->waitingCount("alice"), std::int64_t(0));
    Peer bob = signedIn("bob");
    auto expected = one(RosterOperation::Accept, "alice", "bob");
    expected.push_back(one(RosterOperation::Remove, "alice", "bob").front());
    QVERIFY(eventsOf(bob, "alice") == expected);
}

QTEST_GUILESS_MAIN(InvitationTest)
#include "InvitationTest.moc"
