#include "pipeline/read/office/pictures.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/read/office/container.h"
#include "pipeline/read/office/metafile.h"

namespace tarang::read::office {
namespace {

// Points. A guess.
constexpr Points kLargeWidth = 250;
constexpr Points kLargeHeight = 150;
// A page is pasted as wide as the text, or as high where that is less; its other side follows from its shape.
// A lying A4 page on an upright one takes 0.46 of the height, an upright one on a lying page as much of the
// width.
constexpr double kFilledSide = 0.75;
constexpr double kOtherSide = 0.4;

float thousandths(std::string_view text) {
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    const double share = text.ends_with('%') ? value / 100 : value / 100'000;
    return share > 0 && share < 1 ? static_cast<float>(share) : 0;
}

}  // namespace

Crop crop_of(const Tag& tag) {
    return {thousandths(tag.attribute("l")), thousandths(tag.attribute("t")), thousandths(tag.attribute("r")),
            thousandths(tag.attribute("b"))};
}

bool is_large(const Picture& picture) {
    return picture.width >= kLargeWidth && picture.height >= kLargeHeight;
}

bool fills(const TextArea& area, const Picture& picture) {
    const double across = picture.width / area.width;
    const double down = picture.height / area.height;
    return std::max(across, down) >= kFilledSide && std::min(across, down) >= kOtherSide;
}

std::variant<std::string, EventCode> picture_bytes(int fd, std::string_view part, const Limits& limits) {
    auto opened = Container::open_office(fd, limits);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    std::string bytes;
    const auto most = static_cast<std::size_t>(limits.max_picture);
    const EventCode code = std::get<Container>(opened).read(part, [&bytes, most](std::string_view piece) {
        bytes += piece;
        return bytes.size() <= most;
    });
    if (code != EventCode::kOk) return code;
    if (bytes.size() > most) return EventCode::kTooLarge;
    if (is_metafile(bytes)) {
        if (auto bitmap = bitmap_in_metafile(bytes)) return std::move(*bitmap);
    }
    return bytes;
}

}  // namespace tarang::read::office
