// SPDX-License-Identifier: Apache-2.0
#include "core/project/UserId.h"

#include "core/project/Errors.h"

#include <QTest>

/// What the documents say against a user ID.
class UserIdTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsNotDocumented_data();
    void tellsWhatIsNotDocumented();
};

void UserIdTest::tellsWhatIsNotDocumented_data()
{
    using namespace project::errors;
    QTest::addColumn<std::string>("userId");
    QTest::addColumn<std::string>("doubt");
    const auto row = [](const char* name, const std::string& userId, std::string_view doubt) {
        QTest::newRow(name) << userId << std::string(doubt);
    };
    row("every documented character", "abcxyz0189_-.", "");
    row("a UUID", "5ad2d4a0-5a2c-11ef-8c19-0f3c5e3f2f11", "");
    row("empty", "", "");
    row("64 characters", std::string(64, 'a'), "");
    row("65 characters", std::string(65, 'a'), kUserIdTooLong);
    row("upper case", "aliCe", kUserIdUpperCase);
    row("upper case and too long", std::string(65, 'A'), kUserIdTooLong);
    for (const char* other :
         {" ", "alice ", "a@b", "a/b", "a+b", "a:b", "\xE7\x94\xA8", "a\x7F", "a`", "a{", "\xFF"})
        row(other, other, kUserIdCharacters);
    row("a byte of zero", std::string("a\0b", 3), kUserIdCharacters);
    row("another character and too long", std::string(65, '@'), kUserIdCharacters);
}

void UserIdTest::tellsWhatIsNotDocumented()
{
    QFETCH(std::string, userId);
    QFETCH(std::string, doubt);
    QCOMPARE(std::string(project::userIdDoubt(userId).value_or("")), doubt);
}

QTEST_GUILESS_MAIN(UserIdTest)
#include "UserIdTest.moc"
