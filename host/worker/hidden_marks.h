// Marks that a scan shows but that no reading of the letters can see: a tone printed into its vowel, or onto
// the rule over it.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"
#include "pipeline/layout/pixels/ink.h"
#include "pipeline/layout/pixels/lines.h"

namespace tarang::worker {

/// A line of print and what it was read as.
struct ReadLine {
    layout::PixelLine line;
    std::span<Cluster> read;
};

/// Doubts letters of a page that may bear a mark more than was read: those over which something hangs on a
/// rule (`hung`, in pixels of the page), and those whose mark has clearly more ink than its likes, where the
/// mark more would make as good words.
void doubt_hidden_marks(std::span<const ReadLine> lines, const layout::Ink& ink,
                        std::span<const layout::InkPiece> hung, double pixels_per_point);

}  // namespace tarang::worker
