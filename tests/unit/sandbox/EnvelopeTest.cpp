// SPDX-License-Identifier: Apache-2.0
#include "core/catalogue/Catalogue.h"
#include "core/sandbox/Envelope.h"
#include "core/sandbox/Paging.h"

#include <QFile>
#include <QTest>

#include <set>

using catalogue::Endpoint;

namespace {

class StillClock final : public base::Clock
{
public:
    [[nodiscard]] std::int64_t nowMs() const override { return 1'700'000'000'003; }
};

} // namespace

class EnvelopeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasExactlyTheKeysOfEveryEndpoint();
    void namesThePathAsTheExampleDoes();
    void limitsEveryPageAsTheCatalogueDoes();

private:
    [[nodiscard]] sandbox::Call callOf(const Endpoint& endpoint) const
    {
        sandbox::Call call{endpoint, m_application, m_clock, 1'700'000'000'000, {}, {}, {}, {}, {}, {}, {}};
        const base::JsonValue* example = endpoint.responseExample();
        call.uri = example ? example->text("uri") : std::string_view();
        for (const std::string& segment : endpoint.routeSegments())
            call.resource += '/' + segment;
        return call;
    }

    StillClock m_clock;
    sandbox::Application m_application{"demo-org", "demo-app", "8be024f0-0000-4000-b697-5d598d5f8402"};
    catalogue::Catalogue m_all;
};

void EnvelopeTest::initTestCase()
{
    QFile file(QStringLiteral(":/catalogue/endpoints.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_all = catalogue::Catalogue::load(file.readAll().toStdString()).value();
}

void EnvelopeTest::hasExactlyTheKeysOfEveryEndpoint()
{
    for (const Endpoint& endpoint : m_all.endpoints()) {
        std::set<std::string> keys;
        for (const auto& [key, value] : sandbox::envelope(callOf(endpoint), {}))
            keys.insert(key);
        std::set<std::string> documented(endpoint.responseShape.envelopeFields.begin(),
                                         endpoint.responseShape.envelopeFields.end());
        documented.erase("requestStatusCode"); // reactions: the operation's own
        QVERIFY2(keys == documented, endpoint.id.c_str());
    }
}

void EnvelopeTest::namesThePathAsTheExampleDoes()
{
    int paths = 0;
    for (const Endpoint& endpoint : m_all.endpoints()) {
        const std::string& documented = endpoint.responseShape.pathValue;
        const base::JsonObject answer = sandbox::envelope(callOf(endpoint), {});
        const auto path = std::find_if(answer.begin(), answer.end(),
                                       [](const auto& member) { return member.first == "path"; });
        if (path == answer.end() || documented.find('{') != std::string::npos)
            continue; // {uuid} is the operation's to fill in
        ++paths;
        QCOMPARE(*path->second.string(), std::string(endpoint.responseExample()->text("path")));
    }
    QVERIFY(paths > 30);
}

void EnvelopeTest::limitsEveryPageAsTheCatalogueDoes()
{
    int limits = 0;
    for (const Endpoint& endpoint : m_all.endpoints())
        for (const catalogue::Field& field : endpoint.queryFields) {
            const auto& rule = field.constraints;
            if (!rule.max)
                continue;
            ++limits;
            const sandbox::Call call = callOf(endpoint);
            const auto most = static_cast<std::size_t>(*rule.max);
            const auto least = static_cast<std::size_t>(rule.min.value_or(1));
            QVERIFY(!sandbox::outOfRange(call, field.name, most));
            QVERIFY(!sandbox::outOfRange(call, field.name, least));
            QVERIFY(least == 0 || sandbox::outOfRange(call, field.name, least - 1));
            const auto fault = sandbox::outOfRange(call, field.name, most + 1);
            QVERIFY2(fault && fault->error == "illegal_argument", endpoint.id.c_str());
        }
    QVERIFY(limits > 20);
}

QTEST_GUILESS_MAIN(EnvelopeTest)
#include "EnvelopeTest.moc"
