#include "pipeline/read/rules.h"

#include <algorithm>
#include <cmath>

namespace tarang::read {
namespace {

// A line that leaves its axis by more than this is slanted.
constexpr Points kStraight = 0.5F;
// Dots and corner squares: no direction of their own.
constexpr Points kDot = 2;
// Pieces whose middles differ by less lie on one line; all pieces of a rule lie within kBand.
constexpr Points kSameLine = 0.35F;
constexpr Points kBand = 1;
// Pieces that end this near to each other touch: Word leaves out the corner squares, half a point each.
constexpr Points kTouch = 1;
// Up to this length a piece may be a dash or a dot, and the gap to the next may be as long as it is.
constexpr Points kDash = 4;
// What is left that is shorter is no rule of a table, nor an underline.
constexpr Points kMinLength = 2;
// A path of more rectangles is a pattern.
constexpr std::size_t kMaxAreas = 200;
// So many dots in a row are a dotted line, fewer are dots.
constexpr int kDottedLine = 5;

Rect bounds_of(const Subpath& subpath) {
    Rect box{subpath.points[0].x, subpath.points[0].y, subpath.points[0].x, subpath.points[0].y};
    for (const Point& p : subpath.points) {
        box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
               std::max(box.bottom, p.y)};
    }
    return box;
}

RulePiece horizontal_piece(const Rect& box) {
    return {true, box.center_y(), box.left, box.right, std::max(box.height(), kHairline)};
}
RulePiece vertical_piece(const Rect& box) {
    return {false, box.center_x(), box.top, box.bottom, std::max(box.width(), kHairline)};
}

void add_segment(Point a, Point b, Points thickness, std::vector<RulePiece>& pieces) {
    const Points dx = std::abs(b.x - a.x);
    const Points dy = std::abs(b.y - a.y);
    if (dx == 0 && dy == 0) return;
    if (dy <= kStraight && dx >= dy * 4) {
        pieces.push_back({true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x), thickness});
    } else if (dx <= kStraight && dy >= dx * 4) {
        pieces.push_back({false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y), thickness});
    }
}

/// Whether every line of the path keeps to an axis, or is too short to be seen.
bool all_along_axes(const Subpath& subpath) {
    for (std::size_t i = 1; i < subpath.points.size(); ++i) {
        const Points dx = std::abs(subpath.points[i].x - subpath.points[i - 1].x);
        const Points dy = std::abs(subpath.points[i].y - subpath.points[i - 1].y);
        const auto [across, along] = std::minmax(dx, dy);
        if (across > kStraight || (along > kHairline && along < 4 * across)) return false;
    }
    return true;
}

bool axis_rectangle(const Subpath& subpath) {
    std::size_t count = subpath.points.size();
    if (count == 5 && subpath.points[0] == subpath.points[4]) count = 4;
    if (count != 4 || subpath.curved) return false;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = subpath.points[i];
        const Point b = subpath.points[(i + 1) % 4];
        const bool along_x = std::abs(a.y - b.y) <= kStraight / 5;
        const bool along_y = std::abs(a.x - b.x) <= kStraight / 5;
        if (!along_x && !along_y) return false;
    }
    return true;
}

void add_thin(const Rect& box, std::vector<RulePiece>& pieces) {
    const bool flat = box.height() <= kMaxRuleThickness;
    const bool narrow = box.width() <= kMaxRuleThickness;
    if (!flat && !narrow) return;
    if (box.width() <= kDot && box.height() <= kDot) {
        pieces.push_back(horizontal_piece(box));
        pieces.push_back(vertical_piece(box));
    } else if (flat && box.width() >= 2 * box.height()) {
        pieces.push_back(horizontal_piece(box));
    } else if (narrow && box.height() >= 2 * box.width()) {
        pieces.push_back(vertical_piece(box));
    }
}

/// Whether every point of `subpath` lies near the edge of `outer`, inside it: then both together are a frame.
bool lines(const Subpath& subpath, const Rect& outer) {
    const auto near = [](Points distance) {
        return distance >= -kStraight / 5 && distance <= kMaxRuleThickness;
    };
    return !subpath.curved && std::all_of(subpath.points.begin(), subpath.points.end(), [&](Point p) {
        return near(p.x - outer.left) || near(outer.right - p.x) || near(p.y - outer.top) ||
               near(outer.bottom - p.y);
    });
}

/// A border filled between an outer line and an inner one that runs just inside it, with or without a seam.
bool add_frame(const Path& path, std::vector<RulePiece>& pieces) {
    if (path.size() != 2 || path[0].points.empty() || path[1].points.size() < 4) return false;
    const std::size_t outside = bounds_of(path[0]).width() >= bounds_of(path[1]).width() ? 0 : 1;
    const Rect outer = bounds_of(path[outside]);
    const Rect inner = bounds_of(path[1 - outside]);
    if (!axis_rectangle(path[outside]) || !lines(path[1 - outside], outer)) return false;
    const auto thin = [](Points t) { return t >= 0 && t <= kMaxRuleThickness; };
    if (!thin(inner.left - outer.left) || !thin(inner.top - outer.top) || !thin(outer.right - inner.right) ||
        !thin(outer.bottom - inner.bottom)) {
        return false;
    }
    pieces.push_back(horizontal_piece({outer.left, outer.top, outer.right, inner.top}));
    pieces.push_back(horizontal_piece({outer.left, inner.bottom, outer.right, outer.bottom}));
    pieces.push_back(vertical_piece({outer.left, outer.top, inner.left, outer.bottom}));
    pieces.push_back(vertical_piece({inner.right, outer.top, outer.right, outer.bottom}));
    return true;
}

/// A rule that grows piece by piece along one line.
struct Growing {
    RulePiece first;
    Points weighted_position = 0;  ///< sum of position * length, for the mean
    Points weight = 0;
    Points start = 0;
    Points end = 0;
    Points thickness = 0;
    Points last_length = 0;
    int dots = 0;
    int pieces = 0;

    explicit Growing(const RulePiece& piece) : first(piece), start(piece.start), end(piece.end) {
        add(piece);
    }

    void add(const RulePiece& piece) {
        const Points length = std::max(piece.length(), kHairline);
        weighted_position += piece.position * length;
        weight += length;
        end = std::max(end, piece.end);
        thickness = std::max(thickness, piece.thickness);
        last_length = piece.length();
        dots += piece.length() <= kDot ? 1 : 0;
        ++pieces;
    }

    bool touches(const RulePiece& next) const {
        const Points shorter = std::max(last_length, next.length());
        const Points gap = shorter <= kDash ? std::max(kTouch, shorter * 1.5F) : kTouch;
        return next.start <= end + gap;
    }

    bool is_rule() const {
        if (end - start < kMinLength) return false;
        return pieces > dots || (dots >= kDottedLine && end - start >= kDottedLine * kDot);
    }

    Rule rule() const { return {first.horizontal, weighted_position / weight, start, end, thickness}; }
};

void fuse_line(std::vector<RulePiece>::iterator begin, std::vector<RulePiece>::iterator end,
               std::vector<Rule>& rules) {
    std::sort(begin, end, [](const RulePiece& a, const RulePiece& b) { return a.start < b.start; });
    Growing growing(*begin);
    for (auto piece = begin + 1; piece != end; ++piece) {
        if (growing.touches(*piece)) {
            growing.add(*piece);
            continue;
        }
        if (growing.is_rule()) rules.push_back(growing.rule());
        growing = Growing(*piece);
    }
    if (growing.is_rule()) rules.push_back(growing.rule());
}

}  // namespace

Rect RulePiece::box() const {
    const Points half = thickness / 2;
    return horizontal ? Rect{start, position - half, end, position + half}
                      : Rect{position - half, start, position + half, end};
}

std::vector<RulePiece> pieces_of_stroke(const Path& path, Points width) {
    std::vector<RulePiece> pieces;
    if (width > kMaxRuleThickness) return pieces;
    const Points thickness = std::max(width, kHairline);
    for (const Subpath& subpath : path) {
        if (subpath.curved || subpath.points.empty()) continue;
        for (std::size_t i = 1; i < subpath.points.size(); ++i) {
            add_segment(subpath.points[i - 1], subpath.points[i], thickness, pieces);
        }
        if (subpath.closed) add_segment(subpath.points.back(), subpath.points.front(), thickness, pieces);
    }
    return pieces;
}

std::vector<RulePiece> pieces_of_fill(const Path& path) {
    std::vector<RulePiece> pieces;
    if (add_frame(path, pieces)) return pieces;
    for (const Subpath& subpath : path) {
        if (subpath.curved || subpath.points.size() < 2) continue;
        const Rect box = bounds_of(subpath);
        if (!box.empty()) add_thin(box, pieces);
    }
    return pieces;
}

std::vector<Rect> areas_of_fill(const Path& path) {
    std::vector<Rect> areas;
    if (path.size() > kMaxAreas) return areas;
    for (const Subpath& subpath : path) {
        if (!axis_rectangle(subpath)) return {};
        const Rect box = bounds_of(subpath);
        if (box.width() > kMaxRuleThickness && box.height() > kMaxRuleThickness) areas.push_back(box);
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (areas[i].intersects(areas[j])) return {};
        }
    }
    return areas;
}

std::vector<Rect> figures_of_stroke(const Path& path, Points width) {
    std::vector<Rect> figures;
    for (const Subpath& subpath : path) {
        if (subpath.points.size() < 2) continue;
        const Rect box = bounds_of(subpath);
        const bool straight = !subpath.curved && all_along_axes(subpath);
        if (straight && width <= kMaxRuleThickness) continue;
        const Points half = std::max(width, kHairline) / 2;
        figures.push_back({box.left - half, box.top - half, box.right + half, box.bottom + half});
    }
    return figures;
}

std::vector<Rect> figures_of_fill(const Path& path) {
    std::vector<Rect> figures;
    for (const Subpath& subpath : path) {
        if (subpath.points.size() >= 3) figures.push_back(bounds_of(subpath));
    }
    return figures;
}

std::optional<RulePiece> clipped(const RulePiece& piece, const Rect& clip) {
    // A line on the very edge of the clip is half seen.
    const Points reach = std::max(piece.thickness / 2, kHairline);
    const Points across_low = piece.horizontal ? clip.top : clip.left;
    const Points across_high = piece.horizontal ? clip.bottom : clip.right;
    if (piece.position + reach < across_low || piece.position - reach > across_high) return std::nullopt;
    RulePiece inside = piece;
    inside.start = std::max(piece.start, piece.horizontal ? clip.left : clip.top);
    inside.end = std::min(piece.end, piece.horizontal ? clip.right : clip.bottom);
    if (inside.start >= inside.end) return std::nullopt;
    return inside;
}

std::vector<Rule> fuse(std::vector<RulePiece> pieces) {
    std::sort(pieces.begin(), pieces.end(), [](const RulePiece& a, const RulePiece& b) {
        if (a.horizontal != b.horizontal) return a.horizontal;
        return a.position < b.position;
    });
    std::vector<Rule> rules;
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        auto end = begin + 1;
        while (end != pieces.end() && end->horizontal == begin->horizontal &&
               end->position - (end - 1)->position <= kSameLine && end->position - begin->position <= kBand) {
            ++end;
        }
        fuse_line(begin, end, rules);
        begin = end;
    }
    return rules;
}

}  // namespace tarang::read
