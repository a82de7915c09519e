// Windows metafiles that only wrap a bitmap, as office programs make them of pictures that are pasted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tarang::read::office {

/// An EMF or WMF by its first bytes.
bool is_metafile(std::string_view bytes);

/// The one bitmap that a metafile draws, as a file of its own: BMP, or the JPEG or PNG that stands in it.
/// Nothing where the metafile draws anything else (lines, text, several bitmaps), draws in EMF+ alone, or is
/// damaged. Sources: [MS-EMF] 2.3.1 and 2.3.5 to 2.3.11, [MS-WMF] 2.2.2.9 and 2.3.
std::optional<std::string> bitmap_in_metafile(std::string_view bytes);

}  // namespace tarang::read::office
