#include "pipeline/read/page_recorder.h"

#include <algorithm>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/thai/glyph_repair.h"
#include "models/farthest.h"
#include "pipeline/read/actual_text.h"
#include "pipeline/read/mark_names.h"

namespace tarang::read {
namespace {

constexpr std::size_t kChunk = 64;
// The share of the page that images cover is counted on a raster of so many places a side.
constexpr int kRaster = 100;
// Less opacity than this cannot be seen; more than kOpaque hides what is below.
constexpr float kSeen = 0.02F;
constexpr float kOpaque = 0.9F;
// Boxes of images are kept up to here; the share goes on counting.
constexpr std::size_t kMaxImages = 2000;
// Smaller images are stamps and seals: their resolution is not that of the page's print.
constexpr float kPartOfPage = 0.02F;
// A producer may nest spans, but not for a purpose deeper than this.
constexpr std::size_t kMaxSpans = 64;
constexpr std::size_t kMaxFonts = 60'000;
// Maps and drawings have more; no table does.
constexpr std::size_t kMaxShapes = 20'000;

/// Whether paper can have it.
bool placeable(const Rect& box) {
    const auto near = [](Points length) { return std::abs(length) <= kFarthest; };
    return near(box.left) && near(box.top) && near(box.right) && near(box.bottom);
}

/// The box without its outer parts: what must be seen of a glyph for it to count, and what must be covered
/// for it to be hidden. Boxes reach from ascent to descent, so their edges are mostly air.
Rect core_of(const Rect& box) {
    const Points x = box.width() / 4;
    const Points y = box.height() / 4;
    return {box.left + x, box.top + y, box.right - x, box.bottom - y};
}

bool overlaps(const Rect& a, const Rect& b) {
    return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

Colour colour_of(const Rgb& rgb) {
    const auto channel = [](float value) {
        return static_cast<Colour>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
    };
    return channel(rgb.red) << 16U | channel(rgb.green) << 8U | channel(rgb.blue);
}

/// Whether the mark is drawn over this letter: its pen stands at the letter's end, or left of it.
bool stands_on(const Glyph& mark, const Glyph& letter) {
    constexpr float kReach = 0.35F;  // in ems, as kerning and letter spacing move it
    const float size = std::max(1.0F, letter.size);
    const float x = mark.origin.x - (letter.origin.x + letter.advance_x);
    const float y = mark.origin.y - (letter.origin.y + letter.advance_y);
    return mark.font == letter.font && std::hypot(x, y) <= kReach * size;
}

/// A mark's ink lies over its letter, its box does not: where a clip cuts the letter off, or leaves it, the
/// mark goes the same way. A mark left alone joined the number in the next cell.
void marks_follow_letters(std::vector<Glyph>& glyphs) {
    const Glyph* letter = nullptr;
    for (Glyph& glyph : glyphs) {
        const bool mark = glyph.unicode.size() == 1 && thai::is_mark(glyph.unicode[0]);
        if (!mark || !thai::has_no_advance(glyph)) {
            letter = &glyph;
        } else if (letter != nullptr && stands_on(glyph, *letter)) {
            glyph.invisible = letter->invisible;
        }
    }
}

bool inside(const Rect& a, const Rect& cover) {
    return a.left >= cover.left && a.right <= cover.right && a.top >= cover.top && a.bottom <= cover.bottom;
}

}  // namespace

PageRecorder::PageRecorder(Points width, Points height, const ReadLimits& limits) : limits_(limits) {
    recording_.width = width;
    recording_.height = height;
}

std::uint16_t PageRecorder::font(const Font& font, std::uint64_t object) {
    if (recording_.fonts.size() >= kMaxFonts) return 0;
    const auto [place, added] =
        font_index_.try_emplace({object, font.bold}, static_cast<std::uint16_t>(recording_.fonts.size()));
    if (added) {
        recording_.fonts.push_back(font);
        recording_.font_objects.push_back(object);
    }
    return place->second;
}

void PageRecorder::give_up(std::string what) {
    if (!full()) recording_.over_limit = std::move(what);
}

bool PageRecorder::count(std::size_t& counter, std::size_t more, std::size_t limit, const char* what) {
    if (full()) return false;
    counter += more;
    if (counter > limit) give_up(std::string(what) + " > " + std::to_string(limit));
    return !full();
}

void PageRecorder::glyph(Glyph glyph, bool seen, const Rect& clip) {
    std::size_t glyphs = recording_.glyphs.size();
    if (!count(glyphs, 1, limits_.max_glyphs, "glyphs")) return;
    glyph.invisible =
        !seen || !placeable(glyph.box) || !overlaps(core_of(glyph.box), intersection(clip, page_box()));
    if (recording_.glyphs.size() % kChunk == 0) chunk_boxes_.emplace_back();
    chunk_boxes_.back() = unite(chunk_boxes_.back(), glyph.box);
    recording_.glyphs.push_back(std::move(glyph));
}

void PageRecorder::contradicted_name(char32_t drawn, char32_t called) {
    constexpr std::size_t kMostTold = 40;
    const std::u32string pair{drawn, U'≠', called};
    std::u32string& told = recording_.contradicted_names;
    if (told.size() >= kMostTold || told.find(pair) != std::u32string::npos) return;
    told += (told.empty() ? U"" : U" ") + pair;
}

void PageRecorder::reveal(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < std::min(end, recording_.glyphs.size()); ++i) {
        Glyph& glyph = recording_.glyphs[i];
        glyph.invisible = !placeable(glyph.box) || !overlaps(core_of(glyph.box), page_box());
    }
}

void PageRecorder::begin_actual_text(std::u32string text) {
    if (!count(actual_text_, text.size(), limits_.max_actual_text, "ActualText")) return;
    if (spans_.size() < kMaxSpans) spans_.push_back({std::move(text), recording_.glyphs.size()});
}

void PageRecorder::end_actual_text() {
    if (spans_.empty()) return;
    const OpenSpan span = std::move(spans_.back());
    spans_.pop_back();
    if (full() || !spans_.empty()) return;  // the outermost span speaks for all inside it
    const auto glyphs = std::span(recording_.glyphs).subspan(span.first_glyph);
    if (glyphs.empty()) {
        recording_.phantom_characters += span.text.size();
        return;
    }
    if (std::u32string marks = marks_not_drawn(glyphs, span.text); !marks.empty()) {
        undrawn_.push_back({recording_.glyphs.size() - 1, std::move(marks)});
        return;
    }
    const bool agrees = apply_actual_text(glyphs, span.text) == SpanResult::kAgrees;
    const bool seen = std::any_of(glyphs.begin(), glyphs.end(), [](const Glyph& g) { return !g.invisible; });
    if (!agrees && seen) ++recording_.contradictions;
}

/// Programs that give each mark a span of its own draw it after the span of its letter: such a mark is not
/// missing.
void PageRecorder::give_back_marks() {
    for (const Undrawn& undrawn : undrawn_) {
        std::vector<Glyph>& glyphs = recording_.glyphs;
        Glyph& last = glyphs[undrawn.glyph];
        const bool goes_on = undrawn.glyph + 1 < glyphs.size() &&
                             !glyphs[undrawn.glyph + 1].unicode.empty() &&
                             thai::is_combining(glyphs[undrawn.glyph + 1].unicode[0]);
        if (goes_on || last.invisible) {
            if (!last.invisible) ++recording_.contradictions;
            continue;
        }
        last.unicode += undrawn.marks;
        last.from_actual_text = true;
        recording_.marks_not_drawn += undrawn.marks.size();
    }
}

void PageRecorder::keep_pieces(const std::vector<RulePiece>& pieces, const Paint& paint) {
    if (paint.opacity < kSeen) return;
    const Rect clip = intersection(paint.clip, page_box());
    for (const RulePiece& piece : pieces) {
        const auto part = clipped(piece, clip);
        if (!part) continue;
        const Rect box = part->box();
        if (!surfaces_.shows(paint.color, {box.center_x(), box.center_y()})) continue;
        if (recording_.pieces.size() >= limits_.max_rules) {
            return give_up("rules > " + std::to_string(limits_.max_rules));
        }
        recording_.pieces.push_back(*part);
    }
}

void PageRecorder::keep_shapes(const std::vector<Rect>& boxes, Shape::Kind kind, const Paint& paint) {
    if (paint.opacity < kSeen) return;
    const Rect clip = intersection(paint.clip, page_box());
    for (const Rect& box : boxes) {
        const Rect seen = intersection(box, clip);
        if (!seen.finite() || seen.width() <= 0 || seen.height() <= 0) continue;
        if (!surfaces_.shows(paint.color, {seen.center_x(), seen.center_y()})) continue;
        if (recording_.shapes.size() < kMaxShapes)
            recording_.shapes.push_back({kind, seen, colour_of(paint.color)});
    }
}

void PageRecorder::stroke(const Path& path, Points width, const Paint& paint) {
    for (const Subpath& subpath : path) {
        if (!count(path_points_, subpath.points.size(), limits_.max_path_points, "path points")) return;
    }
    keep_pieces(pieces_of_stroke(path, width), paint);
    keep_shapes(figures_of_stroke(path, width), Shape::Kind::kFigure, paint);
}

void PageRecorder::fill(const Path& path, const Paint& paint) {
    for (const Subpath& subpath : path) {
        if (!count(path_points_, subpath.points.size(), limits_.max_path_points, "path points")) return;
        if (subpath.curved && paint.opacity >= kSeen) ++recording_.curved_fills;
    }
    const std::vector<RulePiece> pieces = pieces_of_fill(path);
    const std::vector<Rect> areas = areas_of_fill(path);
    keep_pieces(pieces, paint);
    keep_shapes(areas, Shape::Kind::kArea, paint);
    if (pieces.empty() && areas.empty()) keep_shapes(figures_of_fill(path), Shape::Kind::kFigure, paint);
    if (!paint.covers || paint.opacity < kOpaque) return;
    for (const Rect& area : areas) {
        const Rect seen = intersection(area, paint.clip);
        if (seen.width() <= 0 || seen.height() <= 0) continue;
        hide_under(seen);
        surfaces_.add({seen, paint.color});
    }
}

void PageRecorder::image(const Rect& box, const Paint& paint, std::int64_t pixels, float pixels_per_point) {
    if (full() || paint.opacity < kSeen || !box.finite()) return;
    const Rect seen = intersection(intersection(box, paint.clip), page_box());
    if (seen.width() <= 0 || seen.height() <= 0) return;
    if (recording_.images.size() < kMaxImages) recording_.images.push_back(seen);
    if (covered_.empty()) covered_.assign(std::size_t{kRaster} * kRaster, false);
    const auto place = [](Points at, Points length) {
        return std::clamp(static_cast<int>(std::ceil(at / length * kRaster - 0.5F)), 0, kRaster);
    };
    const int right = place(seen.right, recording_.width);
    const int bottom = place(seen.bottom, recording_.height);
    for (int y = place(seen.top, recording_.height); y < bottom; ++y) {
        for (int x = place(seen.left, recording_.width); x < right; ++x) {
            covered_[static_cast<std::size_t>(y * kRaster + x)] = true;
        }
    }
    if (seen.width() * seen.height() >= kPartOfPage * recording_.width * recording_.height) {
        constexpr float kPointsPerInch = 72;
        recording_.image_resolution =
            std::max(recording_.image_resolution, pixels_per_point * kPointsPerInch);
    }
    recording_.image_pixels += pixels;
    surfaces_.add({seen, std::nullopt});
    if (paint.covers && paint.opacity >= kOpaque) recording_.under_images += hide_under(seen);
}

std::size_t PageRecorder::hide_under(const Rect& cover) {
    std::size_t hidden = 0;
    for (std::size_t chunk = 0; chunk < chunk_boxes_.size(); ++chunk) {
        if (!overlaps(chunk_boxes_[chunk], cover)) continue;
        const std::size_t end = std::min(recording_.glyphs.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            Glyph& glyph = recording_.glyphs[i];
            if (glyph.invisible || !inside(core_of(glyph.box), cover)) continue;
            glyph.invisible = true;
            ++hidden;
        }
    }
    return hidden;
}

Recording PageRecorder::take() {
    while (!spans_.empty()) end_actual_text();
    give_back_marks();
    name_exchanged_marks(recording_.glyphs);
    marks_follow_letters(recording_.glyphs);
    const auto covered = std::count(covered_.begin(), covered_.end(), true);
    recording_.image_cover = static_cast<float>(covered) / (kRaster * kRaster);
    return std::move(recording_);
}

}  // namespace tarang::read
