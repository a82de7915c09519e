// Runs of ink that letters make: strokes that stand over one another in two lines of print, and the feet of a
// bold word side by side. A rule has none of them in its line but those that touch it.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// The letters among a page's pieces of ink, as runs of one direction meet them.
class LettersInRuns {
public:
    /// `print`: all pieces; `lying`: the rules across standing runs, in points. A piece that reaches from one
    /// of them to the next is a part of a standing rule that letters touch.
    LettersInRuns(std::span<const InkPiece> print, bool horizontal, const PrintMeasure& measure,
                  std::span<const Rule> lying = {});

    /// Share of the run's length that lies in boxes of letters, 0..1.
    double share_of(const InkPiece& run) const;

    /// The run without the letters in its line, and without the gaps beside them that were closed to it.
    std::vector<InkPiece> without_letters(const InkPiece& run) const;

private:
    struct Part {
        std::int32_t start = 0;
        std::int32_t end = 0;
    };

    std::int32_t start_of(const InkPiece& piece) const { return horizontal_ ? piece.left : piece.top; }
    std::int32_t end_of(const InkPiece& piece) const { return horizontal_ ? piece.right : piece.bottom; }
    bool spans_a_row(const InkPiece& piece, std::span<const Rule> lying) const;
    std::vector<Part> letters_along(const InkPiece& run) const;

    bool horizontal_;
    const PrintMeasure& measure_;
    std::vector<InkPiece> letters_;
};

}  // namespace tarang::layout
