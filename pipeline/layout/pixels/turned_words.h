// Words that run up or down the side of a narrow cell, as headers over ticks do.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Whether the letters among the pieces of a cell stand over one another as close as letters of a word do,
/// and none beside them. Three letters at least; on its head or not, its shape does not tell.
bool words_run_down(const Ink& ink, std::span<const std::size_t> among, const PrintMeasure& measure);

/// The pieces of a cell turned by a quarter, so that words that run upward (else downward) lie.
class TurnedWords {
public:
    /// `gray` and `rules`: of the page, which the pieces `among` are part of.
    TurnedWords(const Ink& ink, std::span<const std::size_t> among, Pix* gray, Pix* rules, bool upward);

    const Ink& ink() const { return ink_; }
    Pix* gray() const { return gray_.get(); }
    Pix* rules() const { return rules_.get(); }

    /// Where a box of the turned picture is on the page, in pixels.
    InkPiece on_page(const InkPiece& turned) const;

private:
    image::PixPtr turned(Pix* part) const;

    InkPiece box_;  ///< of the page
    bool upward_;
    Ink ink_;
    image::PixPtr gray_;
    image::PixPtr rules_;
};

}  // namespace tarang::layout
