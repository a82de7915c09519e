// How a photograph or scan in a JPEG file has to be turned: what the camera noted.
#pragma once

#include <string_view>

namespace tarang::read {

/// The Exif orientation of a JPEG file, 1 to 8 (TIFF 6.0, tag 274); 1, as it is stored, where the file states
/// none or a damaged one. Reads nothing outside of `jpeg`.
int exif_orientation(std::string_view jpeg);

}  // namespace tarang::read
