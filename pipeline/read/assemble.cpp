#include "pipeline/read/assemble.h"

#include <algorithm>

#include "lib/thai/chars.h"
#include "lib/thai/glyph_repair.h"
#include "lib/thai/layer.h"
#include "lib/thai/utf8.h"
#include "pipeline/read/doubtful.h"
#include "pipeline/read/lying.h"
#include "pipeline/read/turned.h"

namespace tarang::read {
namespace {

using C = FindingCode;

// A page without text whose images cover less than this holds ornaments, not a scan.
constexpr float kPictureShare = 0.05F;
// On a page that images cover to this share, so few characters are a stamp or a page number on a scan.
constexpr float kScanShare = 0.5F;
constexpr std::size_t kStampCharacters = 20;
// So many filled shapes with curves on a page without text are letters drawn as outlines.
constexpr std::size_t kOutlinedLetters = 100;
// Pixels of all images of a page that are worth decoding: an A3 sheet at 600 dots per inch has 70 million.
constexpr std::int64_t kMostPixels = 100'000'000;
constexpr std::size_t kMaxErrorText = 300;

struct Counts {
    std::size_t visible = 0;
    std::size_t hidden = 0;
};

bool blank(const Glyph& glyph) {
    return !glyph.unicode.empty() && std::all_of(glyph.unicode.begin(), glyph.unicode.end(), [](char32_t c) {
        return thai::is_space(c) || thai::is_ignorable(c);
    });
}

Counts count(const std::vector<Glyph>& glyphs) {
    Counts counts;
    for (const Glyph& glyph : glyphs) {
        if (blank(glyph)) continue;
        ++(glyph.invisible ? counts.hidden : counts.visible);
    }
    return counts;
}

void add(PageReading& page, FindingCode code, std::vector<std::string> arguments = {}) {
    Finding finding;
    finding.code = code;
    finding.page = page.info.number;
    finding.arguments = std::move(arguments);
    page.findings.push_back(std::move(finding));
}

/// The text of the page stands, but is not to be used.
void set_aside(PageReading& page, FindingCode why, std::vector<std::string> arguments) {
    page.info.layer = LayerVerdict::kUnusable;
    page.info.source.reset();
    page.clusters.clear();
    add(page, why, std::move(arguments));
}

/// No text can be seen: a blank page, a picture, or text in another shape.
void judge_without_text(PageReading& page, const Recording& recording, const Counts& counts) {
    if (counts.hidden > 0) {
        set_aside(page, C::kLayerInvisible, {std::to_string(counts.hidden)});
    } else if (page.image_cover >= kPictureShare || recording.curved_fills >= kOutlinedLetters) {
        add(page, C::kNoTextLayer);
    } else {
        page.info.source = Source::kTextLayer;  // nothing to read, and nothing was missed
    }
}

void judge_text(PageReading& page, const Recording& recording, const Counts& counts) {
    thai::RepairReport repairs;
    const TurnedText turned = take_turned(recording.glyphs, recording.fonts, repairs);
    page.clusters = thai::clusters_of(turned.upright, recording.fonts, repairs);
    page.clusters.insert(page.clusters.end(), turned.runs.begin(), turned.runs.end());
    const auto judgement =
        thai::judge(thai::evidence_of(page.clusters, repairs, thai::witness_of(recording.glyphs)));
    page.info.layer = judgement.verdict;
    page.info.source = Source::kTextLayer;
    const bool scanned = page.image_cover >= kScanShare;
    if (scanned && counts.hidden > counts.visible) {
        return set_aside(page, C::kLayerInvisible, {std::to_string(counts.hidden)});
    }
    if (scanned && counts.visible <= kStampCharacters) return set_aside(page, C::kNoTextLayer, {});
    if (judgement.verdict == LayerVerdict::kUnusable) {
        return set_aside(page, judgement.code.value_or(C::kLayerDoubtful), judgement.arguments);
    }
    // Half of the lines run up the side of the paper: neither way round they are columns that make sense.
    if (turned.turned_glyphs * 2 > counts.visible) return set_aside(page, C::kLayerDoubtful, {"90°"});
    if (judgement.code) add(page, *judgement.code, judgement.arguments);
    if (!turned.left_out.empty()) add(page, C::kTextDoubtful, {turned.left_out});
    if (!recording.contradicted_names.empty())
        add(page, C::kTextDoubtful, {thai::encode(recording.contradicted_names)});
    if (repairs.unknown > 0) add(page, C::kGlyphsWithoutUnicode, {std::to_string(repairs.unknown)});
    tell_doubtful_letters(page);
}

/// Text that nobody sees is left out and that is that; but an image over text mostly shows that text itself,
/// and what images show is not read.
void tell_hidden(PageReading& page, const Recording& recording, std::size_t hidden) {
    if (hidden == 0) return;
    const bool warn = recording.under_images > kStampCharacters;
    add(page, warn ? C::kLayerInvisible : C::kHiddenText, {std::to_string(hidden)});
}

void add_errors(PageReading& page, const std::vector<std::string>& errors) {
    if (errors.empty()) return;
    std::string text = thai::sanitize(errors.front().substr(0, kMaxErrorText));
    if (errors.size() > 1) text += " (+" + std::to_string(errors.size() - 1) + ")";
    add(page, C::kPageSuspect, {text});
}

}  // namespace

PageReading assemble(Recording recording, PageNumber number, const std::vector<std::string>& errors) {
    PageReading page;
    page.info.number = number;
    page.info.width = recording.width;
    page.info.height = recording.height;
    page.image_cover = recording.image_cover;
    page.image_resolution = recording.image_resolution;
    if (const std::int16_t lies = lies_by(recording.glyphs); lies != 0) {
        page.info.turned = static_cast<std::int16_t>(360 - lies);
        page.info.upright = stand_up(recording, lies);
    }
    page.images = std::move(recording.images);
    if (!recording.over_limit.empty()) {
        set_aside(page, C::kPageTooComplex, {recording.over_limit});
        add_errors(page, errors);
        return page;
    }
    page.rules = fuse(std::move(recording.pieces));
    page.shapes = std::move(recording.shapes);
    const Counts counts = count(recording.glyphs);
    if (counts.visible == 0) {
        judge_without_text(page, recording, counts);
    } else {
        judge_text(page, recording, counts);
    }
    if (!page.info.source && recording.image_pixels > kMostPixels)
        set_aside(page, C::kPageTooComplex, {"pixels > " + std::to_string(kMostPixels)});
    page.fonts = std::move(recording.fonts);
    if (page.info.source) tell_hidden(page, recording, counts.hidden + recording.phantom_characters);
    if (recording.contradictions > 0) {
        add(page, C::kActualTextContradiction, {std::to_string(recording.contradictions)});
    }
    if (recording.marks_not_drawn > 0)
        add(page, C::kMarksNotPrinted, {std::to_string(recording.marks_not_drawn)});
    if (recording.letters_shared && !page.info.source) add(page, C::kLettersShared, {});
    add_errors(page, errors);
    return page;
}

PageReading unreadable(PageNumber number, const std::string& why) {
    PageReading page;
    page.info.number = number;
    set_aside(page, C::kPageUnreadable, {thai::sanitize(why.substr(0, kMaxErrorText))});
    return page;
}

}  // namespace tarang::read
