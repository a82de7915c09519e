#include "pipeline/read/page_recorder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Rect kPage{0, 0, 600, 400};

Glyph letter(Points x, Points y, char32_t character = U'ก') {
    Glyph glyph;
    glyph.unicode = character;
    glyph.origin = {x, y};
    glyph.advance_x = 8;
    glyph.size = 16;
    glyph.box = {x, y - 12, x + 8, y + 4};
    return glyph;
}

Path rectangle(const Rect& r) {
    return {{{{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}, false, true}};
}

Paint black() { return {{0, 0, 0}, 1, true, kPage}; }
Paint white() { return {kPaper, 1, true, kPage}; }

std::vector<bool> hidden(const Recording& recording) {
    std::vector<bool> out;
    for (const Glyph& glyph : recording.glyphs) out.push_back(glyph.invisible);
    return out;
}

class Recorder : public testing::Test {
protected:
    PageRecorder recorder_{600, 400, ReadLimits{}};
};

TEST_F(Recorder, GlyphsAreHiddenOffThePageOutsideTheClipAndUnpainted) {
    recorder_.glyph(letter(100, 100), true, kPage);
    recorder_.glyph(letter(100, 100), false, kPage);
    recorder_.glyph(letter(700, 100), true, {0, 0, 1000, 1000});
    recorder_.glyph(letter(100, 100), true, {0, 0, 50, 400});
    recorder_.glyph(letter(-2, 100), true, kPage);  // three quarters of it can be seen
    EXPECT_THAT(hidden(recorder_.take()), ElementsAre(false, true, true, true, false));
}

// A printer cut a page through a line of text: only the tips of the marks are left of it.
TEST_F(Recorder, TheTipOfAGlyphIsNotTheGlyph) {
    recorder_.glyph(letter(100, 100), true, {0, 0, 600, 90});
    EXPECT_THAT(hidden(recorder_.take()), ElementsAre(true));
}

// A cell's clip ends with its last letter, where the mark's pen stands: วัสดุ lost its ุ at each right edge. And
// where it cuts a letter off at the left, the mark stood alone and joined the amount in the next cell.
TEST_F(Recorder, AMarkIsSeenWhereItsLetterIs) {
    const auto mark = [](Points x, Points y) {
        Glyph glyph = letter(x, y, U'\u0E38');
        glyph.advance_x = 0;
        glyph.box.right = glyph.box.left + 0.1F;
        return glyph;
    };
    const Rect cell{100, 0, 200, 400};
    recorder_.glyph(letter(192, 100), true, cell);
    recorder_.glyph(mark(200.5F, 100), true, cell);
    recorder_.glyph(letter(92.5F, 100), true, {104, 0, 200, 400});
    recorder_.glyph(mark(100.5F, 100), true, cell);
    recorder_.glyph(letter(300, 100), true, cell);
    recorder_.glyph(mark(150, 100), true, cell);  // on another letter
    EXPECT_THAT(hidden(recorder_.take()), ElementsAre(false, false, true, true, true, false));
}

TEST_F(Recorder, LaterImagesAndAreasHideWhatIsBelow) {
    recorder_.glyph(letter(100, 100), true, kPage);
    recorder_.glyph(letter(300, 100), true, kPage);
    recorder_.image({90, 80, 120, 120}, black());
    recorder_.fill(rectangle({290, 80, 320, 120}), white());
    recorder_.glyph(letter(100, 100), true, kPage);
    const Recording recording = recorder_.take();
    EXPECT_THAT(hidden(recording), ElementsAre(true, true, false));
    EXPECT_EQ(recording.under_images, 1U);
}

TEST_F(Recorder, TransparentOrOddlyClippedPaintHidesNothing) {
    recorder_.glyph(letter(100, 100), true, kPage);
    Paint odd = black();
    odd.covers = false;
    recorder_.image(kPage, odd);
    Paint thin = black();
    thin.opacity = 0.5F;
    recorder_.fill(rectangle(kPage), thin);
    EXPECT_THAT(hidden(recorder_.take()), ElementsAre(false));
}

TEST_F(Recorder, RulesOfTheColourBelowThemAreNotDrawn) {
    recorder_.stroke({{{{10, 20}, {110, 20}}, false, false}}, 1, white());
    EXPECT_THAT(recorder_.take().pieces, IsEmpty());

    PageRecorder dark(600, 400, {});
    dark.fill(rectangle({0, 0, 200, 100}), {{0.2F, 0.2F, 0.6F}, 1, true, kPage});
    dark.stroke({{{{10, 20}, {110, 20}}, false, false}}, 1, white());
    dark.stroke({{{{10, 50}, {110, 50}}, false, false}}, 1, {{0.2F, 0.2F, 0.6F}, 1, true, kPage});
    EXPECT_THAT(dark.take().pieces, ElementsAre(RulePiece{true, 20, 10, 110, 1}));
}

TEST_F(Recorder, RulesAreCutToTheClipAndThePage) {
    Paint paint = black();
    paint.clip = {50, 0, 900, 400};
    recorder_.stroke({{{{10, 20}, {700, 20}}, false, false}}, 1, paint);
    paint.opacity = 0;
    recorder_.stroke({{{{10, 40}, {700, 40}}, false, false}}, 1, paint);
    EXPECT_THAT(recorder_.take().pieces, ElementsAre(RulePiece{true, 20, 50, 600, 1}));
}

TEST_F(Recorder, ImageCoverCountsEachPlaceOnce) {
    recorder_.image({0, 0, 300, 400}, black());
    recorder_.image({0, 0, 300, 400}, black());
    recorder_.image({0, 0, 300, 200}, black());
    recorder_.image({700, 0, 900, 200}, black());
    const Recording recording = recorder_.take();
    EXPECT_FLOAT_EQ(recording.image_cover, 0.5F);
    EXPECT_THAT(recording.images,
                ElementsAre(Rect{0, 0, 300, 400}, Rect{0, 0, 300, 400}, Rect{0, 0, 300, 200}));
}

TEST_F(Recorder, SpansThatDrawNothingAddNothing) {
    recorder_.begin_actual_text(U"ผี");
    recorder_.end_actual_text();
    const Recording recording = recorder_.take();
    EXPECT_THAT(recording.glyphs, IsEmpty());
    EXPECT_EQ(recording.phantom_characters, 2U);
}

TEST_F(Recorder, TheOuterSpanSpeaksForAllInsideIt) {
    recorder_.begin_actual_text(U"ป้า");
    recorder_.glyph(letter(10, 20, U'ป'), true, kPage);
    recorder_.begin_actual_text(U"x");
    Glyph unknown = letter(18, 20);
    unknown.unicode.clear();
    recorder_.glyph(unknown, true, kPage);
    recorder_.end_actual_text();
    recorder_.glyph(letter(18, 20, U'า'), true, kPage);
    recorder_.end_actual_text();
    const Recording recording = recorder_.take();
    EXPECT_EQ(recording.glyphs[1].unicode, U"้");
    EXPECT_EQ(recording.contradictions, 0U);
}

TEST_F(Recorder, MarksThatTheSpanHasAndThePrintHasNotAreGivenBack) {
    recorder_.begin_actual_text(U"ที่");
    recorder_.glyph(letter(10, 20, U'ท'), true, kPage);
    recorder_.glyph(letter(10, 20, U'ี'), true, kPage);
    recorder_.end_actual_text();
    recorder_.glyph(letter(18, 20, U'ก'), true, kPage);
    recorder_.begin_actual_text(U"ก่");  // the mark follows, in no span
    recorder_.glyph(letter(26, 20, U'ก'), true, kPage);
    recorder_.end_actual_text();
    recorder_.glyph(letter(26, 20, U'่'), true, kPage);
    const Recording recording = recorder_.take();
    EXPECT_EQ(recording.glyphs[1].unicode, U"ี่");
    EXPECT_EQ(recording.glyphs[3].unicode, U"ก");
    EXPECT_EQ(recording.marks_not_drawn, 1U);
    EXPECT_EQ(recording.contradictions, 1U);
}

TEST_F(Recorder, ContradictionsAreCountedWhereTheyCanBeSeen) {
    for (const bool seen : {true, false}) {
        recorder_.begin_actual_text(U"ข");
        recorder_.glyph(letter(10, 20), seen, kPage);
        recorder_.end_actual_text();
    }
    EXPECT_EQ(recorder_.take().contradictions, 1U);
}

TEST_F(Recorder, FontsAreKnownAgain) {
    EXPECT_EQ(recorder_.font({"A", false, false}, 7), 0);
    EXPECT_EQ(recorder_.font({"A", true, false}, 7), 1);
    EXPECT_EQ(recorder_.font({"A", false, false}, 7), 0);
    EXPECT_EQ(recorder_.font({"A", false, false}, 8), 2) << "another font of the same name";
    const Font plain{"A", false, false};
    EXPECT_THAT(recorder_.take().fonts, ElementsAre(plain, Font{"A", true, false}, plain));
}

TEST_F(Recorder, EachLimitStopsTheRecording) {
    ReadLimits limits;
    limits.max_glyphs = 2;
    limits.max_path_points = 8;
    limits.max_rules = 3;
    limits.max_actual_text = 3;
    PageRecorder glyphs(600, 400, limits);
    for (int i = 0; i < 5; ++i) glyphs.glyph(letter(10, 20), true, kPage);
    EXPECT_TRUE(glyphs.full());
    const Recording recording = glyphs.take();
    EXPECT_EQ(recording.glyphs.size(), 2U);
    EXPECT_EQ(recording.over_limit, "glyphs > 2");

    PageRecorder points(600, 400, limits);
    for (int i = 0; i < 3; ++i) points.fill(rectangle(kPage), black());
    EXPECT_EQ(points.take().over_limit, "path points > 8");

    PageRecorder rules(600, 400, limits);
    for (Points y = 0; y < 8; y += 2) rules.stroke({{{{10, y}, {110, y}}, false, false}}, 1, black());
    EXPECT_EQ(rules.take().over_limit, "rules > 3");

    PageRecorder spans(600, 400, limits);
    spans.begin_actual_text(U"กขคง");
    EXPECT_EQ(spans.take().over_limit, "ActualText > 3");
}

TEST_F(Recorder, ShapesAreKeptWhereTheyShow) {
    const Paint grey{{0.8F, 0.8F, 0.8F}, 1, true, kPage};
    recorder_.fill(rectangle({10, 10, 60, 30}), white());  // on white paper
    recorder_.fill(rectangle({10, 10, 110, 30}), grey);
    recorder_.fill(rectangle({60, 10, 110, 30}), white());  // takes back a half
    recorder_.fill({{{{20, 20}, {26, 17}, {26, 23}}, false, true}}, black());
    recorder_.fill(rectangle({10, 50, 110, 50.5F}), black());  // a rule
    recorder_.fill(rectangle({590, 390, 700, 500}), grey);     // half off the page
    EXPECT_THAT(recorder_.take().shapes,
                ElementsAre(Shape{Shape::Kind::kArea, {10, 10, 110, 30}, 0xCCCCCC},
                            Shape{Shape::Kind::kArea, {60, 10, 110, 30}, kWhite},
                            Shape{Shape::Kind::kFigure, {20, 17, 26, 23}, 0},
                            Shape{Shape::Kind::kArea, {590, 390, 600, 400}, 0xCCCCCC}));
}

}  // namespace
}  // namespace tarang::read
