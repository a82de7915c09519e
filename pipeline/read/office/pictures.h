// Pictures in office files: which of them may be pages of print, as scans are submitted in Word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/document.h"
#include "models/table.h"
#include "pipeline/read/office/limits.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

/// Shares of a picture's sides, 0..1, that are cut away where it is shown.
struct Crop {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    bool operator==(const Crop&) const = default;
};

/// A picture as the file shows it.
struct Picture {
    std::string part;  ///< name of the member with its bytes; empty where it is outside the file
    Points width = 0;  ///< on paper
    Points height = 0;
    Crop crop{};
    bool operator==(const Picture&) const = default;
};

/// What a section's margins leave of its pages.
struct TextArea {
    Points width = 451;  ///< A4 less an inch on each side, where the file does not say
    Points height = 698;
};

/// One that may be a page: its pixels decide.
struct PagePicture {
    Picture picture;
    std::int32_t tables_before = 0;  ///< tables of the document that stand before it
    std::vector<Field> lines;        ///< text between it and the table or picture before
};

/// Of a:srcRect: "12500" or, in Strict, "12.5%". What is added around a picture, and nonsense, is nothing cut
/// away.
Crop crop_of(const Tag& tag);

/// Whether a reader must be told of it, should it not be read: crests and signatures are smaller.
bool is_large(const Picture& picture);

/// Whether it takes as much of the text's area as a page does that was pasted there, upright or lying.
bool fills(const TextArea& area, const Picture& picture);

/// The picture's bytes; of a metafile that only wraps a bitmap, that bitmap. kTooLarge where they are more
/// than `limits` allow; else as Container::read.
std::variant<std::string, EventCode> picture_bytes(int fd, std::string_view part, const Limits& limits = {});

}  // namespace tarang::read::office
