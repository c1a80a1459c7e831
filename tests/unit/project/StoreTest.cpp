// SPDX-License-Identifier: Apache-2.0
#include "core/base/Errors.h"
#include "core/base/SafeFile.h"
#include "core/project/Credentials.h"
#include "core/project/Errors.h"
#include "core/project/ProjectMerge.h"
#include "core/project/ProjectStore.h"
#include "core/project/Secrets.h"
#include "core/project/SeenVaults.h"
#include "core/vault/Errors.h"
#include "tests/support/Data.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <map>

#include <sys/stat.h>
#include <unistd.h>

using project::Project;
using project::ProjectStore;
using support::q;

class StoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheSandbox();
    void keepsProjectsAcrossInstances();
    void neverWritesACertificate();
    void refusesBadFields_data();
    void refusesBadFields();
    void leavesABrokenFileAlone();
    void leavesANewerFileAlone();
    void normalisesHosts_data();
    void normalisesHosts();
    void looksForCredentialsInOrder();
    void keepsWhatOthersChanged();
    void mergesEnvironmentsByVariable();
    void bringsNothingBack();
    void addsUnderAnIdOfItsOwn();
    void keepsTheSecretsFirstAndNotesWhatWasCutOff();
    void followsNoLink();
    void tightensAFolderThatIsItsOwn();
    void noticesAnOlderVault();
};

namespace {

Project real(const char* name = "mine")
{
    return {.id = {},
            .name = name,
            .appId = "970CA35de60c44645bbae8a215061b33",
            .orgName = "41434878",
            .appName = "504205",
            .restHost = "a41.chat.agora.io",
            .webSocketHost = {},
            .production = true};
}

struct Folder
{
    QTemporaryDir dir;
    project::Home home() const { return {(dir.path() + QStringLiteral("/home")).toStdString()}; }
};

} // namespace

void StoreTest::beginsWithTheSandbox()
{
    Folder folder;
    ProjectStore store(folder.home());
    QVERIFY(store.load().has_value());
    QCOMPARE(store.projects().size(), std::size_t(1));
    QVERIFY(store.active().isSandbox());
    QVERIFY(!QFile::exists(q(folder.home().folder))); // reading leaves nothing behind
}

void StoreTest::keepsProjectsAcrossInstances()
{
    Folder folder;
    ProjectStore first(folder.home());
    ProjectStore second(folder.home());
    const auto a = first.add(real("a"));
    QVERIFY(a.has_value());
    QCOMPARE(a->restHost, std::string("https://a41.chat.agora.io"));
    QVERIFY(second.add(real("b")).has_value()); // has not loaded: must not overwrite a
    QVERIFY(second.setActive(a->id).has_value());

    ProjectStore third(folder.home());
    QVERIFY(third.load().has_value());
    QCOMPARE(third.projects().size(), std::size_t(3));
    QCOMPARE(third.active(), *a);
    QVERIFY(third.remove(a->id).has_value());
    QVERIFY(third.active().isSandbox());
    QCOMPARE(third.find("a").error().code, std::string(project::errors::kNoSuchProject));
}

void StoreTest::neverWritesACertificate()
{
    Folder folder;
    ProjectStore store(folder.home());
    const auto stored = store.add(real());
    const base::SystemClock clock;
    project::Secrets secrets(folder.home(), clock);
    QVERIFY(
        secrets.hold(stored->id, vault::kCertificate, base::SecretBytes("5CFd2fd1755d40ecb72977518be15d3b")));
    QVERIFY(store.setActive(stored->id).has_value());
    const auto text = base::readFile(folder.home().projectsFile(), 100000);
    QVERIFY(text->find("970CA35de60c44645bbae8a215061b33") != std::string::npos);
    QVERIFY(text->find("5CFd2fd1755d40ecb72977518be15d3b") == std::string::npos);
}

void StoreTest::refusesBadFields_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("code");
    QTest::newRow("no name") << 0 << QStringLiteral("name-missing");
    QTest::newRow("App ID too short") << 1 << QStringLiteral("bad-app-id");
    QTest::newRow("a # in OrgName") << 2 << QStringLiteral("bad-app-key-part");
    QTest::newRow("http to the world") << 3 << QStringLiteral("plain-http");
    QTest::newRow("no host at all") << 4 << QStringLiteral("bad-host");
    QTest::newRow("the sandbox's name") << 5 << QStringLiteral("name-taken");
    QTest::newRow("the sandbox itself") << 6 << QStringLiteral("read-only-project");
}

void StoreTest::refusesBadFields()
{
    QFETCH(int, which);
    QFETCH(QString, code);
    Folder folder;
    ProjectStore store(folder.home());
    Project project = real();
    if (which == 0)
        project.name.clear();
    else if (which == 1)
        project.appId.pop_back();
    else if (which == 2)
        project.orgName = "a#b";
    else if (which == 3)
        project.restHost = "http://a41.chat.agora.io";
    else if (which == 4)
        project.restHost = "not a host";
    else if (which == 5)
        project.name = "sandbox";
    else
        project = project::sandboxProject();
    QCOMPARE(q(store.add(project).error().code), code);
}

void StoreTest::leavesABrokenFileAlone()
{
    Folder folder;
    QVERIFY(base::makePrivateFolder(folder.home().folder).has_value());
    QVERIFY(base::writeFileAtomically(folder.home().projectsFile(), "{\"version\":1,").has_value());
    ProjectStore store(folder.home());
    QCOMPARE(store.load().error().code, std::string(project::errors::kProjectFileBroken));
    QCOMPARE(store.add(real()).error().code, std::string(project::errors::kProjectFileBroken));
    QCOMPARE(*base::readFile(folder.home().projectsFile(), 100), std::string("{\"version\":1,"));
}

void StoreTest::leavesANewerFileAlone()
{
    Folder folder;
    QVERIFY(base::makePrivateFolder(folder.home().folder).has_value());
    QVERIFY(base::writeFileAtomically(folder.home().projectsFile(), R"({"version":2,"projects":[]})")
                .has_value());
    ProjectStore store(folder.home());
    QCOMPARE(store.add(real()).error().code, std::string(project::errors::kProjectFileNewer));
}

void StoreTest::normalisesHosts_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("origin"); // empty: refused
    const auto row = [](const char* typed, const char* origin) {
        QTest::addRow("%s", typed) << QByteArray(typed) << QByteArray(origin);
    };
    row("a41.chat.agora.io", "https://a41.chat.agora.io");
    row("HTTPS://A41.chat.agora.io/1/2", "");
    row("https://A41.chat.agora.io/1/2", "https://a41.chat.agora.io");
    row("https://host:8443/", "https://host:8443");
    row("http://127.0.0.1:8090", "http://127.0.0.1:8090");
    row("http://localhost:1", "http://localhost:1");
    row("http://[::1]:8090", "http://[::1]:8090");
    row("http://127.evil.com", "");
    row("http://127.0.0.1.nip.io", "");
    row("http://user@127.0.0.1", "");
    row("https://user@host", "");
    row("ftp://host", "");
    row("https://", "");
    row("host:port", "");
    row("", "");
}

void StoreTest::normalisesHosts()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, origin);
    const auto result = project::normaliseHost(typed.toStdString());
    QCOMPARE(result ? QByteArray::fromStdString(*result) : QByteArray(), origin);
}

void StoreTest::looksForCredentialsInOrder()
{
    Folder folder;
    ProjectStore store(folder.home());
    const base::SystemClock clock;
    const project::Secrets secrets(folder.home(), clock);
    const auto mine = store.add(real());
    std::map<std::string, std::string, std::less<>> variables;
    const project::EnvironmentLookup environment = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    QVERIFY(project::findCredentials(std::nullopt, environment, store, secrets)->project.isSandbox());
    QVERIFY(!project::findCredentials(std::nullopt, environment, store, secrets)->chosen);

    variables["AGORA_APP_ID"] = "00112233445566778899aabbccddeeff";
    const auto half = project::findCredentials(std::nullopt, environment, store, secrets);
    QCOMPARE(project::checkCanSign(*half).error().code, std::string(project::errors::kNoCertificate));
    variables["AGORA_APP_CERTIFICATE"] = "5CFd2fd1755d40ecb72977518be15d3b";
    variables["AGORA_CHAT_HOST"] = "a61.chat.agora.io";
    const auto whole = project::findCredentials(std::nullopt, environment, store, secrets);
    QVERIFY(project::checkCanSign(*whole).has_value());
    QCOMPARE(whole->project.restHost, std::string("https://a61.chat.agora.io"));

    const auto named = project::findCredentials("mine", environment, store, secrets);
    QCOMPARE(named->project, *mine);
    QCOMPARE(project::findCredentials("mime", environment, store, secrets).error().args[1],
             std::string("mine"));
    variables["AGORA_APP_ID"] = "short";
    QCOMPARE(project::findCredentials(std::nullopt, environment, store, secrets).error().code,
             std::string("bad-app-id"));
}

void StoreTest::keepsWhatOthersChanged()
{
    Folder folder;
    ProjectStore mine(folder.home());
    const auto before = mine.add(real());
    ProjectStore theirs(folder.home());
    QVERIFY(theirs.load().has_value());
    Project other = *before;
    other.restHost = "https://a61.chat.agora.io";
    other.certificateKept = true; // nobody's edit
    QVERIFY(theirs.edit(*before, other).has_value());
    QVERIFY(theirs
                .edit(before->id,
                      [](Project& now) -> base::Result<> {
                          now.certificateKept = true;
                          return {};
                      })
                .has_value());
    Project after = *before;
    after.name = "renamed";
    const auto stored = mine.edit(*before, after);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->name, std::string("renamed"));
    QCOMPARE(stored->restHost, std::string("https://a61.chat.agora.io"));
    QVERIFY(stored->certificateKept);
    QCOMPARE(*mine.find("renamed"), *stored);
}

void StoreTest::mergesEnvironmentsByVariable()
{
    Project before = real();
    before.environments = {{"one", "green", {{"a", "1"}, {"b", "1"}, {"c", "1"}}}, {"two", "green", {}}};
    before.environment = "two";
    Project now = before;
    now.environments = {{"one", "blue", {{"a", "1"}, {"b", "2"}, {"d", "2"}}}, {"three", "red", {}}};
    now.environment = "";
    Project after = before;
    after.environments[0].variables = {{"a", "3"}, {"b", "1"}, {"c", "1"}, {"e", "3"}};
    after.environments.push_back({"four", "amber", {{"x", "y"}}});
    const Project merged = project::merged(before, after, now);
    const std::vector<project::Environment> expected{
        {"one", "blue", {{"a", "3"}, {"b", "2"}, {"d", "2"}, {"e", "3"}}},
        {"three", "red", {}},
        {"four", "amber", {{"x", "y"}}}};
    QVERIFY(merged.environments == expected);
    QVERIFY(project::merged(before, after, before).environments == after.environments);
}

void StoreTest::bringsNothingBack()
{
    Folder folder;
    ProjectStore mine(folder.home());
    const auto before = mine.add(real());
    ProjectStore theirs(folder.home());
    QVERIFY(theirs.load() && theirs.remove(before->id));
    Project after = *before;
    after.name = "renamed";
    QCOMPARE(mine.edit(*before, after).error().code, std::string(project::errors::kProjectGone));
    QCOMPARE(mine.edit(*before, after).error().args.at(0), std::string("mine"));
    QCOMPARE(mine.setActive(before->id).error().code, std::string(project::errors::kProjectGone));
    QVERIFY(mine.setActive(project::kSandboxName).has_value());
    QVERIFY(mine.remove(before->id).has_value()); // what is wanted is so already
    QVERIFY(theirs.load().has_value());
    QCOMPARE(theirs.projects().size(), std::size_t(1));
}

void StoreTest::addsUnderAnIdOfItsOwn()
{
    Folder folder;
    ProjectStore store(folder.home());
    Project first = real("a");
    first.id = ProjectStore::newId();
    QCOMPARE(store.add(first)->id, first.id);
    Project second = real("b");
    second.id = first.id;
    QCOMPARE(store.add(second).error().code, std::string(project::errors::kNameTaken));
    QCOMPARE(store.find(first.id)->name, std::string("a"));
    QCOMPARE(store
                 .edit(*store.find("a"),
                       [&] {
                           Project taken = first;
                           taken.name = "sandbox";
                           return taken;
                       }())
                 .error()
                 .code,
             std::string(project::errors::kNameTaken));
}

void StoreTest::keepsTheSecretsFirstAndNotesWhatWasCutOff()
{
    Folder folder;
    ProjectStore store(folder.home());
    std::vector<std::string> tried;
    std::vector<std::string> removed;
    bool ends = true; // as if the program were killed there
    ProjectStore::With with;
    with.use = true;
    with.secrets = [&](Project& fresh, const std::vector<std::string>& leftOver) -> base::Result<> {
        tried.push_back(fresh.id);
        removed = leftOver;
        if (ends)
            return base::fail(base::errors::kFileWrite, "", std::vector<std::string>{"vault", "gone"});
        fresh.certificateKept = true;
        return {};
    };
    QVERIFY(!store.add(real(), with).has_value());
    QVERIFY(removed.empty());
    ProjectStore next(folder.home());
    QVERIFY(next.load().has_value());
    QCOMPARE(next.projects().size(), std::size_t(1));
    QVERIFY(next.add(real("between")).has_value()); // one without secrets knows nothing of the vault
    ends = false;
    const auto stored = next.add(real(), with);
    QVERIFY(stored && stored->certificateKept);
    QCOMPARE(next.active(), *stored);
    QVERIFY(removed == std::vector{tried.front()});
    removed.clear();
    QVERIFY(next.add(real("third"), with).has_value());
    QVERIFY(removed.empty());
    QCOMPARE(next.add(real("third"), with).error().code, std::string(project::errors::kNameTaken));
    QCOMPARE(tried.size(), std::size_t(3)); // a name that is taken is known before the vault is touched
}

void StoreTest::followsNoLink()
{
    Folder folder;
    QVERIFY(base::makePrivateFolder(folder.home().folder).has_value());
    const std::string target = folder.home().folder + "/elsewhere";
    QCOMPARE(::symlink(target.c_str(), folder.home().projectsFile().c_str()), 0);
    ProjectStore store(folder.home());
    QCOMPARE(store.load().error().code, std::string(base::errors::kNotRegular));
    QCOMPARE(store.add(real()).error().code, std::string(base::errors::kNotRegular));
    QVERIFY(!QFile::exists(q(target)));
    QVERIFY(QFileInfo(q(folder.home().projectsFile())).isSymLink());
}

void StoreTest::tightensAFolderThatIsItsOwn()
{
    Folder folder;
    const auto mode = [&] {
        struct stat status = {};
        ::stat(folder.home().folder.c_str(), &status);
        return status.st_mode & 07777;
    };
    QVERIFY(!folder.home().tighten());
    ProjectStore store(folder.home());
    QVERIFY(store.add(real()).has_value());
    QVERIFY(!folder.home().tighten());
    QCOMPARE(::chmod(folder.home().folder.c_str(), 0755), 0);
    QCOMPARE(folder.home().tighten()->code, std::string(project::errors::kHomeTightened));
    QCOMPARE(mode(), mode_t(0700));
    QVERIFY(base::writeFileAtomically(folder.home().folder + "/of-another", "").has_value());
    QCOMPARE(::chmod(folder.home().folder.c_str(), 0777), 0);
    QCOMPARE(folder.home().tighten()->code, std::string(project::errors::kHomeOpen));
    QCOMPARE(mode(), mode_t(0777));
}

void StoreTest::noticesAnOlderVault()
{
    Folder folder;
    QVERIFY(base::makePrivateFolder(folder.home().folder).has_value());
    const project::SeenVaults seen(folder.home());
    vault::VaultInfo info;
    info.path = "vault.ctv";
    info.header.generation = 57;
    QVERIFY(!seen.older(info));
    seen.note(info);
    info.header.generation = 41;
    const auto older = project::SeenVaults(folder.home()).older(info);
    QVERIFY(older.has_value());
    QCOMPARE(older->code, std::string(vault::errors::kOlderCopy));
    QVERIFY((older->args == std::vector<std::string>{"vault.ctv", "41", "57"}));
    vault::VaultInfo other = info;
    other.header.id.bytes.fill(7);
    QVERIFY(!seen.older(other));
    seen.note(info);
    QVERIFY(!seen.older(info)); // told once
}

QTEST_GUILESS_MAIN(StoreTest)
#include "StoreTest.moc"
