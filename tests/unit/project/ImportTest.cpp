// SPDX-License-Identifier: Apache-2.0
#include "core/project/Certificates.h"
#include "core/project/Import.h"
#include "tests/support/ManualClock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using project::Project;

/// Projects that come from elsewhere, and what another program changes meanwhile.
class ImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAndNeverReplaces();
    void anOldPrimaryBecomesThePreviousOne();
    void keepsWhatWasChosenHere();
    void findsASocketForEachHome();
};

namespace {

constexpr auto kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr auto kOtherAppId = "0123456789abcdef0123456789abcdef";

Project named(const char* name, const char* appId = kAppId)
{
    Project project;
    project.id = std::string("id of ") + name;
    project.name = name;
    project.appId = appId;
    project.certificateKept = true;
    return project;
}

struct Fixture
{
    QTemporaryDir dir;
    project::Home home{dir.path().toStdString()};
    project::ProjectStore store{home};
};

} // namespace

void ImportTest::addsAndNeverReplaces()
{
    Fixture f;
    const auto first = project::importProjects(f.store, {named("one"), named("two")});
    QCOMPARE(first.added.size(), std::size_t(2));
    QVERIFY(first.added[0].id != "id of one"); // of its own
    QVERIFY(!first.added[0].certificateKept);
    QCOMPARE(first.ids.at("id of one"), first.added[0].id);

    Project changed = named("one");
    changed.orgName = "another";
    const auto second = project::importProjects(
        f.store, {changed, named("two", kOtherAppId), named("three"), named("sandbox")});
    QCOMPARE(second.known.size(), std::size_t(1));
    QCOMPARE(second.ids.at("id of one"), first.added[0].id);
    QCOMPARE(f.store.find("one")->orgName, std::string()); // left as it was
    QCOMPARE(second.added.size(), std::size_t(1));
    QCOMPARE(second.skipped.size(), std::size_t(2));
    QCOMPARE(second.skipped[0].code, std::string("name-taken"));
    QVERIFY(!second.ids.contains("id of two"));
}

void ImportTest::anOldPrimaryBecomesThePreviousOne()
{
    Fixture f;
    support::ManualClock clock;
    project::Secrets secrets(f.home, clock);
    const Project mine = named("mine");
    const auto given = [](std::string_view role, std::string_view value) {
        project::SecretList list;
        list.emplace_back(role, base::SecretBytes(value));
        return list;
    };
    QCOMPARE(project::withPrevious(mine, secrets, given(vault::kCertificate, "new")).size(), std::size_t(1));
    QVERIFY(secrets.hold(mine.id, vault::kCertificate, base::SecretBytes("old")).has_value());
    const auto both = project::withPrevious(mine, secrets, given(vault::kCertificate, "new"));
    QCOMPARE(both.size(), std::size_t(2));
    QCOMPARE(both[1].first, std::string(vault::kPreviousCertificate));
    QCOMPARE(both[1].second.view(), std::string_view("old"));
    QCOMPARE(project::withPrevious(mine, secrets, given(vault::kCertificate, "old")).size(), std::size_t(1));
    QCOMPARE(project::withPrevious(mine, secrets, given(vault::kPreviousCertificate, "x")).size(),
             std::size_t(1));
}

void ImportTest::keepsWhatWasChosenHere()
{
    Fixture f;
    const auto mine = f.store.add([] {
        Project project = named("mine");
        project.id.clear();
        return project;
    }());
    QVERIFY(mine && f.store.setActive(mine->id));
    QVERIFY(!*f.store.refresh());
    project::ProjectStore other(f.home);
    QVERIFY(other.load());
    Project theirs = named("theirs");
    theirs.id.clear();
    const auto added = other.add(theirs);
    QVERIFY(added && other.setActive(added->id));
    QVERIFY(*f.store.refresh());
    QCOMPARE(f.store.active().name, std::string("mine"));
    theirs.name = "a third";
    QVERIFY(f.store.add(theirs)); // a change here keeps it, too
    QCOMPARE(f.store.active().name, std::string("mine"));
    QVERIFY(other.load()); // a new start takes what was chosen last
    QCOMPARE(other.active().name, std::string("theirs"));
    QVERIFY(other.remove(mine->id));
    QVERIFY(*f.store.refresh());
    QVERIFY(f.store.active().isSandbox());
}

void ImportTest::findsASocketForEachHome()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    const std::string first = project::Home{one.path().toStdString()}.lockSocketPrefix();
    QCOMPARE(project::Home{one.path().toStdString() + "/../" + QFileInfo(one.path()).fileName().toStdString()}
                 .lockSocketPrefix(),
             first);
    QVERIFY(project::Home{two.path().toStdString()}.lockSocketPrefix() != first);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "ImportTest.moc"
