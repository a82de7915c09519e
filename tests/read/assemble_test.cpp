#include "pipeline/read/assemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Recording page() {
    Recording recording;
    recording.width = 600;
    recording.height = 400;
    recording.fonts = {Font{"Test", false, false}};
    return recording;
}

void write(Recording& recording, std::u32string_view text, bool invisible = false) {
    Points x = 10;
    for (const char32_t c : text) {
        Glyph glyph;
        glyph.unicode = c;
        glyph.origin = {x, 100};
        glyph.advance_x = 8;
        glyph.size = 16;
        glyph.box = {x, 88, x + 8, 104};
        glyph.invisible = invisible;
        recording.glyphs.push_back(glyph);
        x += 8;
    }
}

std::vector<FindingCode> codes(const PageReading& reading) {
    std::vector<FindingCode> out;
    for (const Finding& finding : reading.findings) out.push_back(finding.code);
    return out;
}

constexpr std::u32string_view kSentence = U"รายงานผลการดาเนินงานตามแผนปฏิบัติการ";

TEST(Assemble, BlankPageIsReadAndHasNothing) {
    const PageReading reading = assemble(page(), {3}, {});
    EXPECT_EQ(reading.info, (PageInfo{{3}, 600, 400, 0, Source::kTextLayer, LayerVerdict::kNone}));
    EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(Assemble, PageOfText) {
    Recording recording = page();
    write(recording, U"รายงานผลการประชุม");
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.layer, LayerVerdict::kGood);
    EXPECT_EQ(reading.info.source, Source::kTextLayer);
    EXPECT_EQ(reading.clusters.size(), 16U);
    EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(Assemble, PicturesWithoutTextWereNotRead) {
    Recording recording = page();
    recording.image_cover = 0.3F;
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.source, std::nullopt);
    EXPECT_EQ(reading.info.layer, LayerVerdict::kNone);
    EXPECT_THAT(codes(reading), ElementsAre(FindingCode::kNoTextLayer));

    Recording ornament = page();
    ornament.image_cover = 0.02F;
    EXPECT_THAT(assemble(ornament, {1}, {}).findings, IsEmpty());
}

TEST(Assemble, LettersThatTheFileStoresOnceAreToldWhereTheImageIsRead) {
    Recording recording = page();
    recording.image_cover = 1;
    recording.letters_shared = true;
    EXPECT_THAT(codes(assemble(recording, {1}, {})),
                ElementsAre(FindingCode::kNoTextLayer, FindingCode::kLettersShared));
}

TEST(Assemble, MoreImagePixelsThanPaperHoldsAreRefused) {
    Recording recording = page();
    recording.image_cover = 1;
    recording.image_pixels = 600'000'000;
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.source, std::nullopt);
    EXPECT_THAT(codes(reading), ElementsAre(FindingCode::kNoTextLayer, FindingCode::kPageTooComplex));
}

TEST(Assemble, LettersDrawnAsOutlinesWereNotRead) {
    Recording recording = page();
    recording.curved_fills = 500;
    EXPECT_THAT(codes(assemble(recording, {1}, {})), ElementsAre(FindingCode::kNoTextLayer));
}

TEST(Assemble, InvisibleLayerIsUnusable) {
    Recording recording = page();
    recording.image_cover = 1;
    write(recording, kSentence, true);
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.layer, LayerVerdict::kUnusable);
    EXPECT_EQ(reading.info.source, std::nullopt);
    EXPECT_THAT(reading.clusters, IsEmpty());
    EXPECT_THAT(codes(reading), ElementsAre(FindingCode::kLayerInvisible));
}

TEST(Assemble, StampOnAScanIsNotTheScansText) {
    Recording recording = page();
    recording.image_cover = 1;
    write(recording, U"หน้า ๑");
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.source, std::nullopt);
    EXPECT_THAT(codes(reading), ElementsAre(FindingCode::kNoTextLayer));
}

TEST(Assemble, HiddenTextIsToldAndLeftOut) {
    Recording recording = page();
    write(recording, U"รายงานผลการประชุม");
    write(recording, U"ผี", true);
    recording.phantom_characters = 3;
    const PageReading reading = assemble(recording, {2}, {});
    EXPECT_EQ(reading.clusters.size(), 16U);
    ASSERT_THAT(codes(reading), ElementsAre(FindingCode::kHiddenText));
    EXPECT_THAT(reading.findings[0].arguments, ElementsAre("5"));
    EXPECT_EQ(reading.findings[0].page, PageNumber{2});
}

// A field with a letter that nobody knows was no more than that: it went out without a flag.
TEST(Assemble, UnknownLettersAreToldWhereTheyStand) {
    Recording recording = page();
    write(recording, U"รายงาน\uFFFDล\uFFFDการ ประชุม");
    const PageReading reading = assemble(recording, {2}, {});
    ASSERT_THAT(codes(reading), ElementsAre(FindingCode::kGlyphsWithoutUnicode, FindingCode::kTextDoubtful));
    const Finding& doubt = reading.findings[1];
    EXPECT_THAT(doubt.arguments, ElementsAre("รายงาน\uFFFDล\uFFFDการ"));
    ASSERT_TRUE(doubt.region.has_value());
    EXPECT_EQ(doubt.region->page, PageNumber{2});
    EXPECT_EQ(doubt.region->box, (Rect{10 + 6 * 8, 88, 10 + 9 * 8, 104}));
}

TEST(Assemble, TextUnderAnImageIsAWarning) {
    Recording recording = page();
    write(recording, U"รายงานผลการประชุม");
    write(recording, kSentence, true);
    recording.under_images = kSentence.size();
    EXPECT_THAT(codes(assemble(recording, {2}, {})), ElementsAre(FindingCode::kLayerInvisible));
}

TEST(Assemble, OverTheLimitNothingIsUsed) {
    Recording recording = page();
    write(recording, kSentence);
    recording.over_limit = "glyphs > 10";
    const PageReading reading = assemble(recording, {1}, {});
    EXPECT_EQ(reading.info.source, std::nullopt);
    EXPECT_THAT(reading.clusters, IsEmpty());
    ASSERT_THAT(codes(reading), ElementsAre(FindingCode::kPageTooComplex));
    EXPECT_THAT(reading.findings[0].arguments, ElementsAre("glyphs > 10"));
}

TEST(Assemble, AnyComplaintMakesThePageSuspect) {
    const PageReading reading = assemble(page(), {1}, {"bad \xFF stream", "again"});
    ASSERT_THAT(codes(reading), ElementsAre(FindingCode::kPageSuspect));
    EXPECT_THAT(reading.findings[0].arguments, ElementsAre("bad \uFFFD stream (+1)"));
}

TEST(Assemble, UnreadablePageHasNoSource) {
    const PageReading reading = unreadable({7}, "no such page");
    EXPECT_EQ(reading.info, (PageInfo{{7}, 0, 0, 0, std::nullopt, LayerVerdict::kUnusable}));
    EXPECT_THAT(codes(reading), ElementsAre(FindingCode::kPageUnreadable));
}

}  // namespace
}  // namespace tarang::read
