// What a stage knows of one page: as read, and as laid out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "models/finding.h"
#include "models/geometry.h"
#include "models/provenance.h"
#include "models/text.h"
#include "models/transform.h"

namespace tarang {

/// Verdict on a page's text layer, after repair.
enum class LayerVerdict : std::uint8_t {
    kNone,      ///< the page draws no text
    kGood,      ///< as it came
    kRepaired,  ///< faults of known kinds were put right
    kUnusable,  ///< garbage, invisible, or doubtful: a finding says why
};
std::string_view name_of(LayerVerdict verdict);

/// A page as it is read: turned upright and, a scan, level and flat; in points of its own, origin top left.
struct UprightPage {
    Points width = 0;
    Points height = 0;
    Projection to_page;  ///< its points, once bent, -> points of the page as displayed
    Bend bend = {};      ///< of the sheet, that was taken out
    bool operator==(const UprightPage&) const = default;

    /// Its points as the sheet lay.
    Point bent(Point flat) const {
        return {flat.x, flat.y + static_cast<Points>(bend.at(flat.x / width, flat.y / height))};
    }
    /// And back; a sheet bends little from line to line.
    Point flat(Point bent) const {
        Point found = bent;
        constexpr int kTimes = 4;
        for (int time = 0; time < kTimes; ++time)
            found.y = bent.y - static_cast<Points>(bend.at(found.x / width, found.y / height));
        return found;
    }

    /// On the page as displayed.
    Point on_page(Point place) const {
        const Point lay = bent(place);
        return to_page.apply(lay.x, lay.y);
    }
    /// The corners of a box there, in the print's own reading order.
    Quad on_page(const Rect& box) const {
        return {{on_page(Point{box.left, box.top}), on_page(Point{box.right, box.top}),
                 on_page(Point{box.right, box.bottom}), on_page(Point{box.left, box.bottom})}};
    }
};

struct PageInfo {
    PageNumber number;
    Points width = 0;               ///< as displayed
    Points height = 0;
    std::int16_t turned = 0;        ///< degrees clockwise that it was turned to stand upright
    std::optional<Source> source;   ///< empty: the page was not read
    LayerVerdict layer = LayerVerdict::kNone;
    std::optional<UprightPage> upright = {};  ///< of a scan, or turned: the space of its layout, up to normalize
    std::optional<PageNumber> in_file = {};   ///< from stitch up to normalize, where a spread is two pages: the file's
    bool operator==(const PageInfo&) const = default;

    /// Height of the page in the space of its layout.
    Points layout_height() const { return upright ? upright->height : height; }
};

/// A drawn rule: a horizontal or vertical line segment of a table or an underline.
/// Collinear pieces that touch are one rule.
struct Rule {
    bool horizontal = true;
    Points position = 0;   ///< y of the middle of a horizontal rule, x of a vertical one
    Points start = 0;      ///< smaller coordinate along the rule
    Points end = 0;
    Points thickness = 0;
    bool operator==(const Rule&) const = default;

    Points length() const { return end - start; }
};

/// A colour as painted, 0xRRGGBB.
using Colour = std::uint32_t;
inline constexpr Colour kWhite = 0xFFFFFF;

/// Something drawn that is neither letter nor rule: an arrow, a bar, a tick, the shading of a cell.
struct Shape {
    enum class Kind : std::uint8_t {
        kFigure,  ///< slanted or curved lines, filled shapes that are no rectangles
        kArea,    ///< an axis-parallel rectangle, filled
        kScrawl,  ///< on a scan: a stamp, a signature or a stroke of a pen, which no form asks for
    };
    Kind kind = Kind::kFigure;
    Rect box;
    Colour colour = 0;
    bool operator==(const Shape&) const = default;
};

/// The result of `read`: one page of a document, text in content order.
struct PageReading {
    PageInfo info;
    std::vector<Font> fonts;
    std::vector<Cluster> clusters;   ///< visible text only, content order
    std::vector<Rule> rules;
    std::vector<Shape> shapes{};       ///< in painting order; only what differs from what lies below
    std::vector<Rect> images;        ///< boxes of drawn images
    float image_cover = 0;           ///< 0..1, share of the page that images cover
    float image_resolution = 0;      ///< dots per inch, the highest of images that cover a part of the page
    std::vector<Finding> findings;
    std::vector<PageReading> right{};  ///< one of a spread, where all else is of its left page: the right one
    bool operator==(const PageReading&) const = default;
};

/// What is drawn in a cell beside its words and borders. One that runs over several cells, as an arrow
/// over months does, has a part in each.
struct CellMark {
    enum class Kind : std::uint8_t { kLine, kFigure, kArea, kImage, kScrawl };
    Kind kind = Kind::kLine;
    Rect box;                        ///< the part in this cell
    float across = 0;                ///< 0..1, share of the cell's width that it covers
    float down = 0;                  ///< 0..1, share of its height
    Colour colour = 0;               ///< of an area
    bool operator==(const CellMark&) const = default;
};

std::string_view name_of(CellMark::Kind kind);

/// One cell of a printed grid. Every grid position is covered by exactly one cell.
struct GridCell {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::int32_t row_span = 1;
    std::int32_t column_span = 1;
    Rect box;
    std::vector<TextLine> lines;     ///< top to bottom; empty for an empty cell
    std::vector<CellMark> marks{};     ///< in painting order
    bool operator==(const GridCell&) const = default;
};

/// A table as one page prints it.
struct Grid {
    Rect outline;
    std::vector<Points> column_edges;   ///< columns + 1, ascending
    std::vector<Points> row_edges;      ///< rows + 1, ascending
    std::vector<GridCell> cells;        ///< by row, then column
    bool open_bottom = false;           ///< no rule closes the last row
    bool operator==(const Grid&) const = default;

    std::int32_t rows() const { return static_cast<std::int32_t>(row_edges.size()) - 1; }
    std::int32_t columns() const { return static_cast<std::int32_t>(column_edges.size()) - 1; }
};

/// Lines of text outside every grid that belong together.
struct TextBlock {
    Rect box;
    std::vector<TextLine> lines;
    bool operator==(const TextBlock&) const = default;
};

/// The right page of a spread, which the file has as one page with the left.
struct RightPage {
    UprightPage upright;
    std::vector<Grid> grids;         ///< top to bottom
    std::vector<TextBlock> blocks;   ///< top to bottom
    bool operator==(const RightPage&) const = default;
};

/// The result of `layout` (with the words of `recognize` where the page is a scan). Digital and
/// scanned pages are told apart only by PageInfo::source and the lines' own source.
struct PageLayout {
    PageInfo info;
    std::vector<Grid> grids;         ///< top to bottom
    std::vector<TextBlock> blocks;   ///< top to bottom
    std::vector<Finding> findings;   ///< of both pages of a spread
    std::optional<RightPage> right = {};  ///< of a spread, where all else is of its left page
    bool operator==(const PageLayout&) const = default;
};

}  // namespace tarang
