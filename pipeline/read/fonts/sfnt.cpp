#include "pipeline/read/fonts/sfnt.h"

#include <algorithm>

namespace tarang::read {
namespace {

constexpr std::size_t kHeader = 12;
constexpr std::size_t kEntry = 16;
/// Fonts have some twenty tables.
constexpr std::size_t kMostTables = 200;
constexpr std::size_t kLongestName = 200;
constexpr std::uint16_t kFamilyName = 1;

constexpr std::uint32_t tag_of(std::string_view tag) {
    std::uint32_t value = 0;
    for (const char c : tag) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

bool is_font(std::uint32_t version) {
    return version == 0x00010000 || version == tag_of("true") || version == tag_of("OTTO");
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string folded_family(std::string_view name) {
    const bool tagged =
        name.size() > 7 && name[6] == '+' && std::all_of(name.begin(), name.begin() + 6, is_upper);
    if (tagged) name.remove_prefix(7);
    std::string folded;
    for (const char c : name.substr(0, std::min(kLongestName, name.find_first_of(",-")))) {
        if (is_upper(c)) folded += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) folded += c;
    }
    return folded;
}

std::optional<Sfnt> Sfnt::open(std::vector<unsigned char> bytes) {
    Sfnt font;
    font.bytes_ = std::move(bytes);
    const Bytes all{font.bytes_};
    if (!all.has(0, kHeader) || !is_font(all.u32(0))) return std::nullopt;
    const std::size_t count = std::min<std::size_t>(all.u16(4), kMostTables);
    for (std::size_t i = 0; i < count && all.has(kHeader + i * kEntry, kEntry); ++i) {
        const std::size_t at = kHeader + i * kEntry;
        font.entries_.push_back({all.u32(at), all.u32(at + 8), all.u32(at + 12)});
    }
    font.glyph_count_ = font.table("maxp").u16(4);
    font.units_per_em_ = font.table("head").u16(18);
    if (font.glyph_count_ == 0) return std::nullopt;
    return font;
}

Bytes Sfnt::table(std::string_view tag) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(),
                     [wanted = tag_of(tag)](const Entry& entry) { return entry.tag == wanted; });
    if (found == entries_.end()) return {};
    return Bytes(bytes_).part(found->offset, found->length);
}

std::string Sfnt::family() const {
    const Bytes names = table("name");
    const Bytes strings = names.from(names.u16(4));
    for (std::size_t i = 0; i < names.u16(2) && names.has(6 + i * 12, 12); ++i) {
        const std::size_t at = 6 + i * 12;
        if (names.u16(at + 6) != kFamilyName) continue;
        // UTF-16 of Windows and Unicode, bytes of the Macintosh: the letters that count are ASCII in all.
        const Bytes text = strings.part(names.u16(at + 10), names.u16(at + 8));
        std::string letters;
        for (std::size_t k = 0; k < std::min(text.size(), 2 * kLongestName); ++k) {
            if (text.u8(k) != 0) letters += static_cast<char>(text.u8(k));
        }
        if (std::string family = folded_family(letters); !family.empty()) return family;
    }
    return {};
}

}  // namespace tarang::read
