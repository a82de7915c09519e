// Drawn rules: from painted paths to horizontal and vertical lines.
//
// Producers draw one and the same table border as a stroke, as a thin filled rectangle (Word, Excel), as a
// rectangle without height, as a frame between two rectangles, or as a row of dots. All become pieces, and
// collinear pieces that touch become one Rule. Slanted strokes and curves are counted but give no rules.
#pragma once

#include <optional>
#include <vector>

#include "models/page.h"
#include "pipeline/read/painted.h"

namespace tarang::read {

/// A filled area thinner than this is a line, not a background.
inline constexpr Points kMaxRuleThickness = 4;
/// What a device draws at least, also for a line of width 0.
inline constexpr Points kHairline = 0.25F;

/// One painted line before fusing.
struct RulePiece {
    bool horizontal = true;
    Points position = 0;  ///< of the middle
    Points start = 0;
    Points end = 0;
    Points thickness = 0;
    bool operator==(const RulePiece&) const = default;

    Points length() const { return end - start; }
    Rect box() const;
};

/// The axis-parallel lines of a stroked path, `width` thick.
std::vector<RulePiece> pieces_of_stroke(const Path& path, Points width);

/// The thin parts of a filled path. A dot (nearly square) is a piece of both directions.
std::vector<RulePiece> pieces_of_fill(const Path& path);

/// The backgrounds that a fill paints: axis-parallel rectangles that are no lines. None where they overlap or
/// where another shape is among them, since one may be a hole in the other.
std::vector<Rect> areas_of_fill(const Path& path);

/// The boxes of a stroked path's slanted, curved or very thick lines: arrows, ticks, bars.
std::vector<Rect> figures_of_stroke(const Path& path, Points width);

/// The boxes of filled shapes that are neither lines nor rectangles.
std::vector<Rect> figures_of_fill(const Path& path);

/// What of the piece lies inside the clip: nothing, or a shorter piece.
std::optional<RulePiece> clipped(const RulePiece& piece, const Rect& clip);

/// Horizontal rules by position, then vertical ones; each by start.
std::vector<Rule> fuse(std::vector<RulePiece> pieces);

}  // namespace tarang::read
