#include "host/worker/scan_page.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include "host/worker/line_places.h"
#include "host/worker/lone_signs.h"
#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/layout/pixels/direction.h"
#include "pipeline/layout/pixels/dirt.h"
#include "pipeline/layout/pixels/drawings.h"
#include "pipeline/layout/pixels/joints.h"
#include "pipeline/layout/pixels/lines.h"
#include "pipeline/layout/pixels/rules.h"
#include "pipeline/layout/pixels/run_together.h"
#include "pipeline/layout/pixels/shades.h"
#include "pipeline/layout/pixels/turned_words.h"
#include "pipeline/layout/ruled/grids.h"
#include "pipeline/layout/ruled/lines.h"
#include "pipeline/recognize/matching.h"

namespace tarang::worker {
namespace {

using layout::Ink;
using layout::PixelLine;
using layout::PrintMeasure;
using straighten::StraightPage;
using straighten::Turn;

// Lines that are read to see whether a page stands on its head, and how many pieces of ink make one worth it.
constexpr std::size_t kTrialLines = 3;
constexpr std::size_t kTrialPieces = 8;
// Upright print is surer than this, print on its head is not. There the engine is as confident as ever, but
// what it reads is no words.
constexpr float kUprightSure = 0.6F;
constexpr float kWordsCount = 0.8F;
// A sign that stands alone: lower ones are dashes and dots, less sure ones no signs.
constexpr double kLeastTick = 0.5;
// A document shows the first page of a picture; one that has more is a document by itself.
constexpr std::int32_t kPagesOfAPicture = 1;

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

/// That every letter is right; 0 where none was read.
float chance_of(const std::vector<Cluster>& clusters) {
    return clusters.empty() ? 0 : recognize::chance_of(clusters);
}

/// How surely lines are read, 0..1: by the engine's confidence and by how much of them are words. 1 for none.
float sureness_of(std::span<const std::vector<Cluster>> lines) {
    float sum = 0;
    std::size_t letters = 0;
    std::u32string text;
    for (const std::vector<Cluster>& line : lines) {
        for (const Cluster& cluster : line) {
            sum += cluster.confidence;
            ++letters;
            text += thai::decode(cluster.text);
        }
        text += U' ';
    }
    if (letters == 0) return 1;
    const auto signs = static_cast<float>(
        std::count_if(text.begin(), text.end(), [](char32_t c) { return c != U' ' && !thai::is_digit(c); }));
    const float words = signs > 0 ? static_cast<float>(thai::coverage_of(text).known) / signs : 1;
    return sum / static_cast<float>(letters) * (1 - kWordsCount + kWordsCount * words);
}

/// A turned line as one cluster, whose letters layout could not order by their places. `box` in pixels.
Cluster whole_line(const std::vector<Cluster>& line, const layout::InkPiece& box,
                   const PrintMeasure& measure) {
    const double scale = 1 / measure.pixels_per_point;
    const auto points = [scale](std::int32_t pixels) { return static_cast<Points>(pixels * scale); };
    Cluster all = line.front();
    all.text.clear();
    all.raw.clear();
    for (const Cluster& cluster : line) {
        all.text += cluster.text;
        all.raw += cluster.raw.empty() ? cluster.text : cluster.raw;
    }
    if (all.raw == all.text) all.raw.clear();
    all.space = false;
    all.box = {points(box.left), points(box.top), points(box.right), points(box.bottom)};
    all.baseline = all.box.bottom;
    all.confidence = chance_of(line);
    return all;
}

std::vector<TextLine> lines_of_cell(const std::vector<Cluster>& clusters) {
    std::vector<const Cluster*> all;
    for (const Cluster& cluster : clusters) all.push_back(&cluster);
    return layout::lines_of(all);
}

Turn opposite(Turn turn) { return static_cast<Turn>((static_cast<int>(turn) + 180) % 360); }

}  // namespace

struct ScanPages::Sight {
    StraightPage page;
    PrintMeasure measure;
    layout::PixelRules rules;
    Ink ink;  ///< without the rules
    Turn turn = Turn::kNone;

    Sight(const image::Image& pixels, const PageInfo& info, Turn turned)
        : page(straighten::straighten(pixels, info.width, info.height, turned)), turn(turned) {
        const std::vector<layout::InkPiece> print = layout::pieces_of(page.ink.get());
        measure = layout::measure_print(print, page.pixels_per_point);
        rules = layout::rules_of_pixels(page.ink.get(), print, measure);
        layout::erase_rules(page.ink.get(), rules, measure);
        ink = layout::without_dirt(layout::ink_of(page.ink.get()), measure);
    }
};

/// How surely some of the page's longer lines are read, 0..1; 1 where there are none.
float ScanPages::sureness(const Sight& sight) {
    std::vector<std::size_t> all(sight.ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<PixelLine> lines = layout::pixel_lines(sight.ink.pieces, all, sight.measure.letter_height);
    std::erase_if(lines,
                  [](const PixelLine& line) { return !line.letters || line.pieces.size() < kTrialPieces; });
    const auto by_length = [](const PixelLine& a, const PixelLine& b) {
        return a.pieces.size() < b.pieces.size();
    };
    // Those of usual length: the longest may be two that touch, or a drawing.
    const std::size_t count = std::min(kTrialLines, lines.size());
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
    const float sure = sureness(sight);
    if (sure >= kUprightSure) return sight;
    Sight other(pixels, info, opposite(sight.turn));
    return sureness(other) > sure ? std::move(other) : std::move(sight);
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
        for (auto& line : read_lines(sight, lines)) {
            if (alone)
                lone.push_back({group.front(), std::move(line)});
            else
                std::move(line.begin(), line.end(), std::back_inserter(page.clusters));
        }
    }
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
    Sight sight = upright_sight(pixels, page.info);
    const double scale = sight.page.pixels_per_point;
    const std::vector<Grid> grids =
        layout::ruled_grids(sight.rules.rules, font_size_of(sight.measure.letter_height, scale));
    picture_ = image::to_image(sight.page.gray.get());
    page.clusters.clear();
    const Projection to_page = compose(sight.page.to_page, {scale, 0, 0, 0, scale, 0});
    const Projection to_scan{pixels.width.value / page.info.width,   0, 0, 0,
                             pixels.height.value / page.info.height, 0};
    const Projection seen = compose(to_scan, to_page);
    const std::vector<layout::Shade> shades = layout::shades_of(pixels, seen, grids);
    page.shapes.clear();
    std::transform(shades.begin(), shades.end(), std::back_inserter(page.shapes), layout::shape_of);
    const auto drawn =
        take_drawings(sight, grids, layout::remains_of(shades, sight.ink, pixels, seen, scale), page.shapes);
    read_words(sight, grids, drawn, page);
    page.rules = sight.rules.rules;
    page.images.clear();  // they are what was read
    page.info.source = Source::kOcr;
    const auto tell = [&page](FindingCode code) {
        Finding finding;
        finding.code = code;
        finding.page = page.info.number;
        page.findings.push_back(std::move(finding));
    };
    if (sight.page.worn) tell(FindingCode::kPageWorn);
    if (!sight.rules.presumed.empty()) tell(FindingCode::kRulesWorn);
    page.info.turned = static_cast<std::int16_t>(sight.turn);
    page.info.upright = UprightPage{static_cast<Points>(picture_.width.value / scale),
                                    static_cast<Points>(picture_.height.value / scale), to_page};
    return page;
}

std::variant<std::int32_t, EventCode> ScanPages::open_images(int file, std::int32_t max_pages,
                                                             std::int64_t max_pixels) {
    images_.reset();
    auto opened = read::ImageFile::open(file, max_pages, max_pixels);
    if (const auto* failure = std::get_if<read::OpenFailure>(&opened)) return failure->code;
    images_ = std::move(std::get<std::unique_ptr<read::ImageFile>>(opened));
    return images_->page_count();
}

bool ScanPages::may_be_page(std::string picture, std::int64_t max_pixels) {
    const auto opened = read::ImageFile::open(std::move(picture), kPagesOfAPicture, max_pixels);
    const auto* file = std::get_if<std::unique_ptr<read::ImageFile>>(&opened);
    return file != nullptr && (*file)->may_be_print();
}

read::PageImage ScanPages::page_image(std::string picture, std::int64_t max_pixels) {
    const auto opened = read::ImageFile::open(std::move(picture), kPagesOfAPicture, max_pixels);
    const auto* file = std::get_if<std::unique_ptr<read::ImageFile>>(&opened);
    return file != nullptr ? (*file)->page(PageIndex{0}) : read::unreadable_page();
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
    Sight sight(pixels, info, static_cast<Turn>(info.turned));
    const double scale = sight.page.pixels_per_point;
    const Projection to_upright = inverse(compose(sight.page.to_page, {scale, 0, 0, 0, scale, 0}));
    std::vector<SecondLooks> seen;
    for (const Reread& place : places)
        seen.push_back({place.page, place.quad,
                        look_at(sight, bounds_of(mapped(to_upright, place.quad)), place.expectation)});
    return seen;
}

}  // namespace tarang::worker
