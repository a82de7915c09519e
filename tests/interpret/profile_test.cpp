#include "pipeline/interpret/forms/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/run_error.h"

namespace tarang::interpret {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kSmall = R"(
name = "small"
fits = [["activity", "result"]]
[columns]
activity = ["หัวข้องาน"]
result = ["ผล > รวม"]
)";

std::string message_for(const std::string& toml) {
    try {
        parse_profile(toml, "my.toml");
    } catch (const RunError& error) {
        EXPECT_EQ(error.code(), ExitCode::kUsage);
        return error.what();
    }
    return "no error";
}

TEST(Profile, ShippedFormsAreSound) {
    ASSERT_FALSE(shipped_profiles().empty());
    std::vector<std::string_view> names;
    for (const Profile& profile : shipped_profiles()) names.push_back(profile.name);
    EXPECT_EQ(shipped_names(), names);
    for (const Profile& profile : shipped_profiles()) {
        EXPECT_EQ(shipped_profile(profile.name), &profile);
        EXPECT_FALSE(profile.title.empty());
        EXPECT_FALSE(profile.step_markers.empty());
        for (const auto& words : profile.status) EXPECT_FALSE(words.empty());
    }
    EXPECT_EQ(shipped_profile("no such form"), nullptr);
}

TEST(Profile, AFormOfOnesOwnStandsAlone) {
    const Profile profile = parse_profile(kSmall, "my.toml");
    Profile expected;
    expected.name = "small";
    expected.origin = "my.toml";
    expected.fits = {{ColumnKey::kActivity, ColumnKey::kResult}};
    expected.columns[1] = {{phrase_of("หัวข้องาน")}};
    expected.columns[8] = {{phrase_of("ผล"), phrase_of("รวม")}};
    EXPECT_EQ(profile, expected);
}

TEST(Profile, AFormCanExtendAShippedOne) {
    const Profile& base = shipped_profiles().front();
    const Profile profile =
        parse_profile("name = \"mine\"\nextends = \"monitoring\"\n[columns]\nspent = [\"ตัดยอด\"]", "my.toml");
    Profile expected = base;
    expected.name = "mine";
    expected.origin = "my.toml";
    expected.columns[7].push_back({phrase_of("ตัดยอด")});
    EXPECT_EQ(profile, expected);
}

struct Mistake {
    std::string toml;
    std::string place;
    std::string says;
};

TEST(Profile, MistakesAreNamedWithTheirLineAndWhatIsExpected) {
    const std::vector<Mistake> mistakes{
        {"name = \"x\"\nfits = [[\"activity\"]\n", "line", "not valid TOML"},
        {"fits = [[\"activity\"]]", "my.toml", "\"name\" is missing"},
        {"name = \"x\"", "my.toml", "\"fits\" is missing"},
        {"name = \"x\"\nfits = [[\"acitvity\"]]", "line 2", "expected one of: number, activity"},
        {"name = \"x\"\nfits = [[\"activity\"]]\n[columns]\nactivity = \"กิจกรรม\"", "line 4",
         "must be a list"},
        {"name = \"x\"\nfits = [[\"activity\"]]\n[columns]\nactivity = [1]", "line 4", "quotation marks"},
        {"name = \"x\"\nfits = [[\"activity\"]]\n[columns]\nactivity = [\"  \"]", "line 4", "empty"},
        {"name = \"x\"\nfits = [[\"activity\"]]\n[columns]\nactivity = [\"--\"]", "line 4", "is no header"},
        {"name = \"x\"\nfits = [[\"activity\"]]\n[columns]\nactivty = [\"กิจกรรม\"]", "line 4",
         "columns.activty"},
        {"name = \"x\"\nfits = [[\"activity\"]]", "line 2", "has no header under [columns]"},
        {"name = \"x\"\nextends = \"y\"", "line 2", "expected one of: monitoring"},
        {"name = \"x\"\nfits = [[]]", "line 2", "empty list"},
        {"name = \"x\"\ncolumns = 3", "line 2", "must be a table"},
        {"name = \"x\"\nextends = \"monitoring\"\n[steps]\nmarkers = [\"1)\"]", "line 4", "N for the number"},
        {std::string(2'000'000, '#'), "my.toml", "too large"},
        {"name = \"\xFF\"", "line 1", "not valid TOML"},
    };
    for (const Mistake& mistake : mistakes) {
        EXPECT_THAT(message_for(mistake.toml),
                    AllOf(HasSubstr("my.toml"), HasSubstr(mistake.place), HasSubstr(mistake.says)))
            << mistake.toml.substr(0, 200);
    }
}

}  // namespace
}  // namespace tarang::interpret
