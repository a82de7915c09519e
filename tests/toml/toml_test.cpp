#include "lib/toml/toml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/run_error.h"

namespace tarang::toml_file {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Toml, EveryValueHasItsLine) {
    const Table table = parse(
        "name = \"ก\"\n\njobs = 4\nshare = 0.5\nyes = true\nlist = [\"a\",\n\"b\"]\n[part]\nx = 1\nday = "
        "2026-01-31",
        "a.toml");
    EXPECT_EQ(*table.get("name")->text(), "ก");
    EXPECT_EQ(std::get<std::int64_t>(table.get("jobs")->content), 4);
    EXPECT_EQ(std::get<double>(table.get("share")->content), 0.5);
    EXPECT_TRUE(*table.get("yes")->truth());
    EXPECT_EQ(table.get("jobs")->line, 3U);
    const List& list = *table.get("list")->list();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(*list[1].text(), "b");
    EXPECT_EQ(list[1].line, 7U);
    const Table& part = *table.get("part")->table();
    EXPECT_EQ(part.get("x")->line, 9U);
    EXPECT_TRUE(std::holds_alternative<Time>(part.get("day")->content));
    EXPECT_EQ(part.get("y"), nullptr);
}

/// Thai and English, of a file that is no TOML.
std::pair<std::string, std::string> said_of(std::string_view text) {
    try {
        parse(text, "a.toml");
    } catch (const RunError& error) {
        EXPECT_EQ(error.code(), ExitCode::kUsage);
        return {error.in(Language::kThai), error.in(Language::kEnglish)};
    }
    return {"no error", "no error"};
}

TEST(Toml, WhatIsWrongIsSaidWithFileLineAndTheLineItself) {
    const auto [thai, english] = said_of("name = \"x\"\nforms = [\"ก\", ข]\n");
    EXPECT_THAT(english, HasSubstr("a.toml, line 2: this is not valid TOML (forms = [\"ก\", ข]): "));
    EXPECT_THAT(thai, HasSubstr("a.toml บรรทัด 2: ไม่ใช่รูปแบบ TOML (forms = [\"ก\", ข])"));
    EXPECT_THAT(thai, Not(HasSubstr("rror")));
}

TEST(Toml, MistakesOfAnyKindAreRefused) {
    for (const std::string& text :
         {std::string("a = \"\xFF\""), std::string("a = 1\na = 2"), std::string("[ก]"), std::string("a = [1"),
          std::string("a ="), std::string(2'000'000, '#'), std::string("a = \"") + std::string(200, 'x')})
        EXPECT_THAT(said_of(text).second, HasSubstr("a.toml")) << text.substr(0, 40);
}

TEST(Toml, ALongLineIsCutBetweenLetters) {
    std::string text = "a = [";
    for (int i = 0; i < 100; ++i) text += "ก";
    const std::string english = said_of(text).second;
    EXPECT_LT(english.size(), 250U);
    EXPECT_EQ(english.find("\xE0\xB8)"), std::string::npos);
}

}  // namespace
}  // namespace tarang::toml_file
