#include "lib/thai/words.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

TEST(Words, DictionaryAndTheFieldsOwn) {
    for (const char* word :
         {"การ", "งบประมาณ", "เขตพื้นที่การศึกษา", "แผนปฏิบัติการ", "ตัวชี้วัด", "นครสวรรค์", "กุมภาพันธ์"}) {
        EXPECT_TRUE(known_word(word)) << word;
    }
    for (const char* word : {"", "ก", "งบประมา", "งบประมาณณ", "abc", "กขคง"})
        EXPECT_FALSE(known_word(word)) << word;
}

TEST(Words, StretchesThatNoWordCovers) {
    using Stretches = std::vector<std::size_t>;
    EXPECT_EQ(unknown_stretches(U"งบประมาณ การ"), Stretches{});
    EXPECT_EQ(unknown_stretches(U"ฌฌการฌฌฌงบประมาณฌ ฌฌ"), (Stretches{2, 3, 1, 2}));
    // Single letters and abbreviations are no words.
    EXPECT_EQ(unknown_stretches(U"ฌ ฌฌ. ABC ๑๒"), Stretches{});
}

TEST(Words, Coverage) {
    EXPECT_EQ(coverage_of(U"งบประมาณ"), (Coverage{8, 8}));
    EXPECT_EQ(coverage_of(U"งบประมาณ ฌฌฌ"), (Coverage{11, 8}));
    EXPECT_EQ(coverage_of(U"พ.ศ. ๒๕๖๒ สพฐ. ก. ITA ๆ"), (Coverage{0, 0}));
    EXPECT_FLOAT_EQ(known_share(U"ABC 123"), 1);
    // A word does not end inside a cluster: "ที" is one, but "ที่" is another.
    EXPECT_EQ(coverage_of(U"ฌที่").known, 3U);
    EXPECT_LT(known_share(U"ปฏิบีต้การงูบพระมาณ"), 0.9F);
}

TEST(Words, Breaks) {
    EXPECT_EQ(word_breaks(U"ครูประชุม"), (std::vector<std::size_t>{3}));
    EXPECT_EQ(word_breaks(U"ครู ๑๒ คน"), (std::vector<std::size_t>{3, 7}));
    EXPECT_EQ(word_breaks(U""), (std::vector<std::size_t>{}));
}

TEST(Words, Seams) {
    EXPECT_EQ(seam_between("งบประมา", "ณ"), Seam::kInside);
    EXPECT_EQ(seam_between("กุมภาพัน", "ธ์ ๒๕๖๒"), Seam::kInside);
    EXPECT_EQ(seam_between("โครงการส่งเ", "สริม"), Seam::kInside);
    EXPECT_EQ(seam_between("พันธ", "์"), Seam::kInside);
    EXPECT_EQ(seam_between("ประช", "าสัมพันธ์"), Seam::kInside);
    EXPECT_EQ(seam_between("การป้องกันการทุจ", "ริต"), Seam::kInside);
    EXPECT_EQ(seam_between("งบ", "ประมาณ"), Seam::kCompound);
    EXPECT_EQ(seam_between("ครู", "ประชุม"), Seam::kBetween);
    EXPECT_EQ(seam_between("ครู ", "\nประชุม"), Seam::kBetween);
    EXPECT_EQ(seam_between("ปี ๒๕๖๒", "ประชุม"), Seam::kBetween);
    EXPECT_EQ(seam_between("", "ณ"), Seam::kBetween);
    EXPECT_TRUE(runs_on("ดำเนิ", "นการ"));
    EXPECT_FALSE(runs_on("ดำเนิน", "การ"));
}

TEST(Words, APageTakesNoTime) {
    std::u32string text;
    while (text.size() < 2000) text += decode("การดำเนินการป้องกันและปราบปรามการทุจริตของสำนักงานเขตพื้นที่การศึกษา");
    const auto start = std::chrono::steady_clock::now();
    constexpr int kTimes = 50;
    float sum = 0;
    for (int i = 0; i < kTimes; ++i) sum += known_share(text);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    EXPECT_FLOAT_EQ(sum, kTimes);
    EXPECT_LT(spent.count() / kTimes,
              5);  // 0.2 in a release build; wide enough for sanitizers and busy machines
    RecordProperty("milliseconds", std::to_string(spent.count() / kTimes));
}

}  // namespace
}  // namespace tarang::thai
