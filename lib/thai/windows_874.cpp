#include "lib/thai/windows_874.h"

#include <array>
#include <cstdint>

#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

struct Sign {
    std::uint8_t byte;
    char32_t means;
};
constexpr std::array kSigns{Sign{0x80, 0x20AC}, Sign{0x85, 0x2026}, Sign{0x91, 0x2018}, Sign{0x92, 0x2019},
                            Sign{0x93, 0x201C}, Sign{0x94, 0x201D}, Sign{0x95, 0x2022}, Sign{0x96, 0x2013},
                            Sign{0x97, 0x2014}, Sign{0xA0, 0x00A0}};

char32_t meaning_of(std::uint8_t byte) {
    if (byte < 0x80) return byte;
    if ((byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB)) return 0x0E01 + (byte - 0xA1U);
    for (const Sign& sign : kSigns) {
        if (sign.byte == byte) return sign.means;
    }
    return kReplacement;
}

}  // namespace

std::string from_windows_874(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) append_utf8(text, meaning_of(static_cast<std::uint8_t>(byte)));
    return text;
}

}  // namespace tarang::thai
