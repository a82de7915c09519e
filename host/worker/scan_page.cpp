#include "host/worker/scan_page.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include "host/worker/hidden_marks.h"
#include "host/worker/line_places.h"
#include "host/worker/lone_signs.h"
#include "host/worker/sureness.h"
#include "pipeline/layout/pixels/direction.h"
#include "pipeline/layout/pixels/dirt.h"
#include "pipeline/layout/pixels/drawings.h"
#include "pipeline/layout/pixels/joints.h"
#include "pipeline/layout/pixels/lines.h"
#include "pipeline/layout/pixels/rules.h"
#include "pipeline/layout/pixels/run_together.h"
#include "pipeline/layout/pixels/shades.h"
#include "pipeline/layout/pixels/spread.h"
#include "pipeline/layout/pixels/turned_words.h"
#include "pipeline/layout/ruled/grids.h"
#include "pipeline/layout/ruled/lines.h"

namespace tarang::worker {
namespace {

using layout::Ink;
using layout::PixelLine;
using layout::PrintMeasure;
using straighten::StraightPage;
using straighten::Turn;

// Lines that are read to see whether a page stands on its head, and how many pieces of ink make one worth it.
constexpr std::size_t kTrialLines = 3;
constexpr std::size_t kMoreLines = 12;  // where those leave a doubt
constexpr std::size_t kTrialPieces = 8;
// Upright print is surer than this, print on its head is not. There the engine is as confident as ever, but
// what it reads is no words.
constexpr float kUprightSure = 0.6F;
// A sign that stands alone: lower ones are dashes and dots, less sure ones no signs.
constexpr double kLeastTick = 0.5;

/// The indices of the pieces in each cell of all grids, and of those outside.
std::vector<std::vector<std::size_t>> pieces_by_cell(const Ink& ink, std::span<const Grid> grids,
                                                     double pixels_per_point) {
    std::vector<std::vector<std::size_t>> groups(1);
    std::vector<std::pair<const Rect*, std::size_t>> cells;
    for (const Grid& grid : grids) {
        for (const GridCell& cell : grid.cells) {
            cells.emplace_back(&cell.box, groups.size());
            groups.emplace_back();
        }
    }
    for (std::size_t i = 0; i < ink.pieces.size(); ++i) {
        const Point middle{static_cast<Points>(ink.pieces[i].center_x() / pixels_per_point),
                           static_cast<Points>(ink.pieces[i].center_y() / pixels_per_point)};
        const auto cell = std::find_if(cells.begin(), cells.end(),
                                       [&](const auto& c) { return c.first->contains(middle); });
        groups[cell == cells.end() ? 0 : cell->second].push_back(i);
    }
    return groups;
}

std::vector<TextLine> lines_of_cell(const std::vector<Cluster>& clusters) {
    std::vector<const Cluster*> all;
    for (const Cluster& cluster : clusters) all.push_back(&cluster);
    return layout::lines_of(all);
}

void tell(FindingCode code, PageReading& page) {
    Finding finding;
    finding.code = code;
    finding.page = page.info.number;
    page.findings.push_back(std::move(finding));
}

Turn opposite(Turn turn) { return static_cast<Turn>((static_cast<int>(turn) + 180) % 360); }

}  // namespace

struct ScanPages::Sight {
    StraightPage page;
    PrintMeasure measure;
    layout::PixelRules rules;
    std::vector<layout::InkPiece> hung;  ///< on lying rules: erased with them
    Ink ink;                             ///< without the rules
    Turn turn = Turn::kNone;

    Sight(const image::Image& pixels, const PageInfo& info, Turn turned)
        : page(straighten::straighten(pixels, info.width, info.height, turned)), turn(turned) {
        const std::vector<layout::InkPiece> print = layout::pieces_of(page.ink.get());
        measure = layout::measure_print(print, page.pixels_per_point);
        rules = layout::rules_of_pixels(page.ink.get(), print, measure);
        hung = layout::erase_rules(page.ink.get(), rules, measure);
        ink = layout::without_dirt(layout::ink_of(page.ink.get()), measure);
    }

    UprightPage upright() const {
        const double scale = page.pixels_per_point;
        return {static_cast<Points>(image::width_of(page.gray.get()).value / scale),
                static_cast<Points>(image::height_of(page.gray.get()).value / scale),
                compose(page.to_page, {scale, 0, 0, 0, scale, 0}), page.bend.value_or(Bend{})};
    }

    /// The same, leading to pixels of the page that `pixels` fill.
    UprightPage seen(const image::Image& pixels, const PageInfo& info) const {
        UprightPage seen = upright();
        seen.to_page = compose(
            {pixels.width.value / info.width, 0, 0, 0, pixels.height.value / info.height, 0}, seen.to_page);
        return seen;
    }
};

std::optional<std::array<Half, 2>> ScanPages::halves_on(const Sight& sight, const image::Image& pixels,
                                                        const PageInfo& info) {
    const UprightPage seen = sight.seen(pixels, info);
    const auto gutter = layout::gutter_of(sight.ink.pieces, sight.rules.rules, sight.measure, seen, pixels);
    if (!gutter) return std::nullopt;
    return halves_of(pixels, info, *gutter, seen);
}

/// How surely at most so many of the page's longer lines are read, 0..1; 1 where there are none.
float ScanPages::sureness(const Sight& sight, std::size_t most) {
    std::vector<std::size_t> all(sight.ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<PixelLine> lines = layout::pixel_lines(sight.ink.pieces, all, sight.measure.letter_height);
    std::erase_if(lines,
                  [](const PixelLine& line) { return !line.letters || line.pieces.size() < kTrialPieces; });
    const auto by_length = [](const PixelLine& a, const PixelLine& b) {
        return a.pieces.size() < b.pieces.size();
    };
    // Those of usual length: the longest may be two that touch, or a drawing.
    const std::size_t count = std::min(most, lines.size());
    const std::size_t first = (lines.size() - count) / 2;
    std::sort(lines.begin(), lines.end(), by_length);
    std::vector<std::vector<Cluster>> read;
    for (std::size_t i = first; i < first + count; ++i) read.push_back(read_line(sight, lines[i]));
    return sureness_of(read);
}

/// The page as it stands upright: only reading tells the head from the foot.
ScanPages::Sight ScanPages::upright_sight(const image::Image& pixels, const PageInfo& info) {
    Sight sight(pixels, info, Turn::kNone);
    if (layout::lines_run_down(sight.ink.pieces, sight.measure)) sight = Sight(pixels, info, Turn::kQuarter);
    if (sureness(sight, kTrialLines) >= kUprightSure) return sight;
    Sight other(pixels, info, opposite(sight.turn));
    return sureness(other, kMoreLines) > sureness(sight, kMoreLines) ? std::move(other) : std::move(sight);
}

std::vector<Cluster> ScanPages::read_line(const Sight& sight, const PixelLine& line) {
    if (layout::is_lone_dash(line, sight.ink.pieces, sight.measure.letter_height))
        return lone_dash(sight, line);
    const layout::LinePicture picture =
        layout::picture_of(line, sight.ink, sight.page.gray.get(), sight.rules.ink.get());
    recognize::LinePlace place = place_of(line, sight.ink, sight.measure);
    place.worn = sight.page.worn;
    return recognizer_.read(picture.gray.get(), picture.left, place);
}

/// The words of a cell that run up or down its side, one cluster a line, where they are surely read so.
std::vector<Cluster> ScanPages::read_turned(const Sight& sight, std::span<const std::size_t> group) {
    for (const bool upward : {true, false}) {
        const layout::TurnedWords words(sight.ink, group, sight.page.gray.get(), sight.rules.ink.get(),
                                        upward);
        std::vector<std::size_t> all(words.ink().pieces.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::vector<std::vector<Cluster>> read;
        std::vector<Cluster> runs;
        for (const PixelLine& line :
             layout::pixel_lines(words.ink().pieces, all, sight.measure.letter_height)) {
            const layout::LinePicture picture =
                layout::picture_of(line, words.ink(), words.gray(), words.rules());
            const recognize::LinePlace place = place_of(line, words.ink(), sight.measure);
            read.push_back(recognizer_.read(picture.gray.get(), picture.left, place));
            if (!read.back().empty())
                runs.push_back(whole_line(read.back(), words.on_page(line.box), sight.measure));
        }
        if (sureness_of(read) >= kUprightSure) return runs;
    }
    return {};
}

/// A dash by its shape alone, a hyphen or an en dash as it is long.
std::vector<Cluster> ScanPages::lone_dash(const Sight& sight, const PixelLine& line) {
    constexpr float kSure = 0.99F;  // in the engine's measure
    recognize::LinePlace place = place_of(line, sight.ink, sight.measure);
    place.dashes = {line.box.width() / sight.measure.letter_height};
    const recognize::Symbol dash{"-", static_cast<double>(line.box.left), static_cast<double>(line.box.right),
                                 kSure};
    return recognize::clusters_of({&dash, 1}, place);
}

/// The clusters of each line; where print of two lines has run together, as it is read more surely, and
/// `lines` are parted so.
std::vector<std::vector<Cluster>> ScanPages::read_lines(Sight& sight, std::vector<PixelLine>& lines) {
    std::vector<std::vector<Cluster>> read;
    for (const PixelLine& line : lines) read.push_back(read_line(sight, line));
    for (const layout::Joint& joint : layout::joints_between(lines, sight.ink)) {
        std::array<PixelLine, 2> apart = layout::parted(lines, joint, sight.ink);
        std::array<std::vector<Cluster>, 2> now = {read_line(sight, apart[0]), read_line(sight, apart[1])};
        const float before = chance_of(read[joint.upper]) * chance_of(read[joint.lower]);
        if (chance_of(now[0]) * chance_of(now[1]) <= before) continue;
        for (const auto& [line, part] : {std::pair(joint.upper, 0U), std::pair(joint.lower, 1U)}) {
            lines[line] = std::move(apart[part]);
            read[line] = std::move(now[part]);
        }
    }
    return read;
}

/// What is drawn becomes shapes, with a part in each cell; what remains of shading does not. By piece,
/// whether it is no print.
std::vector<bool> ScanPages::take_drawings(const Sight& sight, std::span<const Grid> grids,
                                           const std::vector<bool>& remains, std::vector<Shape>& shapes) {
    const auto add = [&shapes](const std::vector<Shape>& parts) {
        shapes.insert(shapes.end(), parts.begin(), parts.end());
    };
    for (const layout::Shaft& shaft : sight.rules.shafts)
        add(layout::shapes_in_cells(shaft.rule, grids, sight.measure));
    if (sight.page.stamps) {
        const Ink stamps = layout::ink_of(sight.page.stamps.get());
        for (std::size_t i = 0; i < stamps.pieces.size(); ++i)
            add(layout::shapes_in_cells(stamps, i, Shape::Kind::kScrawl, grids, sight.measure));
    }
    std::vector<bool> drawn;
    for (const auto& kind : layout::drawings_among(sight.ink, sight.rules.shafts, sight.measure)) {
        const bool shaded = remains[drawn.size()];
        if (kind && !shaded)
            add(layout::shapes_in_cells(sight.ink, drawn.size(), *kind, grids, sight.measure));
        drawn.push_back(kind.has_value() || shaded);
    }
    return drawn;
}

/// The words of all cells, and of what lies outside them. What stands alone in a cell and is like no letter
/// is a tick by pen.
void ScanPages::read_words(Sight& sight, std::span<const Grid> grids, const std::vector<bool>& drawn,
                           PageReading& page) {
    auto groups = pieces_by_cell(sight.ink, grids, sight.page.pixels_per_point);
    std::vector<LoneSign> lone;
    std::vector<std::pair<PixelLine, std::array<std::size_t, 2>>> print;  // lines, and their clusters' places
    for (auto& group : groups) {
        std::erase_if(group, [&drawn](std::size_t piece) { return drawn[piece]; });
        const bool alone =
            &group != &groups.front() && group.size() == 1 &&
            sight.ink.pieces[group.front()].height() >= kLeastTick * sight.measure.letter_height;
        if (&group != &groups.front() && layout::words_run_down(sight.ink, group, sight.measure)) {
            const std::vector<Cluster> turned = read_turned(sight, group);
            page.clusters.insert(page.clusters.end(), turned.begin(), turned.end());
            if (!turned.empty()) continue;
        }
        layout::part_run_together(sight.ink, group, sight.measure.letter_height);
        auto lines = layout::pixel_lines(sight.ink.pieces, group, sight.measure.letter_height);
        auto read = read_lines(sight, lines);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            if (alone) {
                lone.push_back({group.front(), std::move(read[l])});
                continue;
            }
            print.push_back({std::move(lines[l]), {page.clusters.size(), read[l].size()}});
            std::move(read[l].begin(), read[l].end(), std::back_inserter(page.clusters));
        }
    }
    std::vector<ReadLine> as_read;
    for (auto& [line, place] : print)
        as_read.push_back({std::move(line), std::span(page.clusters).subspan(place[0], place[1])});
    doubt_hidden_marks(as_read, sight.ink, sight.hung, sight.page.pixels_per_point);
    tell_by_likeness(lone, sight.ink, sight.page.pixels_per_point);
    for (LoneSign& sign : lone) {
        if (is_no_letter(sign.read)) {
            const auto parts =
                layout::shapes_in_cells(sight.ink, sign.piece, Shape::Kind::kFigure, grids, sight.measure);
            page.shapes.insert(page.shapes.end(), parts.begin(), parts.end());
        } else {
            std::move(sign.read.begin(), sign.read.end(), std::back_inserter(page.clusters));
        }
    }
}

PageReading ScanPages::read(const image::Image& pixels, PageReading page) {
    std::optional<Sight> sight = upright_sight(pixels, page.info);
    const Turn turn = sight->turn;
    const auto halves = halves_on(*sight, pixels, page.info);
    if (!halves) return read(*sight, pixels, std::move(page));
    sight.reset();
    PageReading left = read(halves->front(), turn, page);
    const image::Image picture = std::move(picture_);
    page.findings.clear();
    left.right.push_back(read(halves->back(), turn, std::move(page)));
    picture_ = side_by_side(picture, picture_);
    tell(FindingCode::kSpread, left);
    return left;
}

/// One page of a spread, which has its own skew; its places lead to the whole.
PageReading ScanPages::read(const Half& half, Turn turn, PageReading page) {
    const PageInfo whole = page.info;
    page.info.width = half.width;
    page.info.height = half.height;
    Sight sight(half.pixels, page.info, turn);
    page = read(sight, half.pixels, std::move(page));
    page.info.width = whole.width;
    page.info.height = whole.height;
    page.info.upright->to_page = compose(half.to_page(), page.info.upright->to_page);
    return page;
}

PageReading ScanPages::read(Sight& sight, const image::Image& pixels, PageReading page) {
    const double scale = sight.page.pixels_per_point;
    const std::vector<Grid> grids =
        layout::ruled_grids(sight.rules.rules, font_size_of(sight.measure.letter_height, scale));
    picture_ = image::to_image(sight.page.gray.get());
    page.clusters.clear();
    const UprightPage seen = sight.seen(pixels, page.info);
    const std::vector<layout::Shade> shades = layout::shades_of(pixels, seen, grids);
    page.shapes.clear();
    std::transform(shades.begin(), shades.end(), std::back_inserter(page.shapes), layout::shape_of);
    const auto drawn =
        take_drawings(sight, grids, layout::remains_of(shades, sight.ink, pixels, seen, scale), page.shapes);
    read_words(sight, grids, drawn, page);
    page.rules = sight.rules.rules;
    page.images.clear();  // they are what was read
    page.info.source = Source::kOcr;
    if (sight.page.worn) tell(FindingCode::kPageWorn, page);
    if (!sight.rules.presumed.empty()) tell(FindingCode::kRulesWorn, page);
    page.info.turned = static_cast<std::int16_t>(sight.turn);
    page.info.upright = sight.upright();
    return page;
}

/// What all looks in one way at the lines of a place gave, as lines of a cell.
std::vector<Look> ScanPages::look_at(Sight& sight, const Rect& box, Expectation expectation) {
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < sight.ink.pieces.size(); ++i) {
        const auto x = static_cast<Points>(sight.ink.pieces[i].center_x() / sight.page.pixels_per_point);
        const auto y = static_cast<Points>(sight.ink.pieces[i].center_y() / sight.page.pixels_per_point);
        if (box.contains({x, y})) inside.push_back(i);
    }
    layout::part_run_together(sight.ink, inside, sight.measure.letter_height);
    auto lines = layout::pixel_lines(sight.ink.pieces, inside, sight.measure.letter_height);
    read_lines(sight, lines);
    std::vector<std::vector<Cluster>> seen;  // by look
    for (const PixelLine& line : lines) {
        const layout::LinePicture picture =
            layout::picture_of(line, sight.ink, sight.page.gray.get(), sight.rules.ink.get());
        auto ways = recognizer_.look_again(picture.gray.get(), picture.left,
                                           place_of(line, sight.ink, sight.measure), expectation);
        seen.resize(ways.size());
        for (std::size_t way = 0; way < ways.size(); ++way)
            std::move(ways[way].begin(), ways[way].end(), std::back_inserter(seen[way]));
    }
    std::vector<Look> looks;
    for (const std::vector<Cluster>& clusters : seen) looks.push_back({lines_of_cell(clusters)});
    return looks;
}

std::vector<SecondLooks> ScanPages::look_again(const image::Image& pixels, const PageInfo& info,
                                               std::span<const Reread> places) {
    const auto turn = static_cast<Turn>(info.turned);
    std::optional<Sight> sight(std::in_place, pixels, info, turn);
    std::vector<SecondLooks> seen;
    for (const Reread& place : places) seen.push_back({place.page, place.quad, {}});
    const auto halves = halves_on(*sight, pixels, info);
    if (!halves) {
        look_at(*sight, {}, places, seen);
        return seen;
    }
    for (const Half& half : *halves) {
        sight.reset();
        PageInfo part = info;
        part.width = half.width;
        part.height = half.height;
        sight.emplace(half.pixels, part, turn);
        look_at(*sight, half.to_page(), places, seen);
    }
    return seen;
}

/// Those of the places that lie on what is in sight. `to_page`: of its part of the page.
void ScanPages::look_at(Sight& sight, const Projection& to_page, std::span<const Reread> places,
                        std::vector<SecondLooks>& seen) {
    const UprightPage upright = sight.upright();
    const Projection to_sheet = inverse(compose(to_page, upright.to_page));
    const Rect all{0, 0, upright.width, upright.height};
    for (std::size_t i = 0; i < places.size(); ++i) {
        Quad quad = mapped(to_sheet, places[i].quad);
        for (Point& corner : quad.corners) corner = upright.flat(corner);
        const Rect box = bounds_of(quad);
        if (all.contains({box.center_x(), box.center_y()}))
            seen[i].looks = look_at(sight, box, places[i].expectation);
    }
}

}  // namespace tarang::worker
