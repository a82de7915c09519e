#include "pipeline/straighten/bits.h"

#include <leptonica/allheaders.h>

namespace tarang::straighten {

Bits::Bits(Pix* pix)
    : data_(pixGetData(pix)),
      words_(static_cast<std::size_t>(pixGetWpl(pix))),
      width_(pixGetWidth(pix)),
      height_(pixGetHeight(pix)) {}

}  // namespace tarang::straighten
