#include "pipeline/recognize/stretch.h"

#include <algorithm>

namespace tarang::recognize {
namespace {

constexpr double kNetHeight = 48;  // pixels, of the network in tessdata
// Pixels of the network between strokes. Print of usual width has 7 to 9 of them with marks on both sides and
// 10 to 12 without. On a scanned report of eleven pages with lines condensed to fit their cells 2.0 % of the
// letters in short cells were wrong at what they have, 1.0 at 8.5, 0.6 at 9.5 and 10, 0.3 at 11; each step
// costs time.
constexpr double kWanted = 9.5;
constexpr double kMost = 1.8;    // beyond it strokes are smeared
constexpr double kLeast = 1.08;  // less changes nothing

}  // namespace

float stretch_for(double strokes, int height) {
    if (strokes <= 0 || height <= 0) return 1;
    const double stretch = std::min(kMost, kWanted * height / (strokes * kNetHeight));
    return stretch < kLeast ? 1 : static_cast<float>(stretch);
}

}  // namespace tarang::recognize
