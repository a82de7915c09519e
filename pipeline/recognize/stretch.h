// How wide a line's picture has to be for the network.
#pragma once

namespace tarang::recognize {

/// How much wider than it is high a picture of a line is drawn: 1 or more. The network brings every line to
/// one height and sees it in steps of a few pixels, of which each letter and each mark needs its own. Marks
/// over and under the letters make a picture higher and so its letters smaller; condensed print has more of
/// them to the same width. Then neighbours come out as one (วม as ฆ). `strokes`: pixels between the strokes
/// of its letters, 0 where not known. `height`: of the picture, in pixels.
float stretch_for(double strokes, int height);

}  // namespace tarang::recognize
