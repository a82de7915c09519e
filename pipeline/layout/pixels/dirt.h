// Dirt on a scanned page: what is too small for print and stands where no print is.
#pragma once

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// The ink without dust and the speckle of a fax or a worn copier. Dots that stand by letters stay, for they
/// may be full stops, and so do rows of dots, which people write on; on a page that is full of speckle only
/// what is as large as a dot stays there. Pieces keep their order.
Ink without_dirt(Ink ink, const PrintMeasure& measure);

}  // namespace tarang::layout
