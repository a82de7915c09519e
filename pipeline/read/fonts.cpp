#include "pipeline/read/fonts.h"

#include <algorithm>
#include <array>

#include "lib/thai/utf8.h"

namespace tarang::read {
namespace {

// Longer names are no names.
constexpr std::size_t kMaxName = 200;
constexpr int kBoldWeight = 600;

std::string_view without_subset_prefix(std::string_view name) {
    const bool tagged =
        name.size() > 7 && name[6] == '+' &&
        std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
    return tagged ? name.substr(7) : name;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

bool named_bold(std::string_view name) {
    const std::string low = lower(name);
    constexpr std::array<std::string_view, 4> kWords{"bold", "black", "heavy", "demi"};
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return low.find(word) != std::string::npos; });
}

/// "TH SarabunIT๙", "THNiramitIT9": government fonts that draw ASCII digits with Thai shapes. The ๙ comes as
/// UTF-8, as TIS-620 (F9), or as that byte taken for Latin-1 and written as UTF-8.
bool named_it9(std::string_view name) {
    constexpr std::array<std::string_view, 4> kNine{"9", "\xE0\xB9\x99", "\xF9", "\xC3\xB9"};
    for (std::size_t at = name.find("IT"); at != std::string_view::npos; at = name.find("IT", at + 1)) {
        const std::string_view rest = name.substr(at + 2);
        if (std::any_of(kNine.begin(), kNine.end(),
                        [&](std::string_view nine) { return rest.starts_with(nine); })) {
            return true;
        }
    }
    return false;
}

}  // namespace

Font font_of(const FontFacts& facts) {
    const std::string_view name = without_subset_prefix(std::string_view(facts.name).substr(0, kMaxName));
    const bool bold = facts.force_bold || facts.weight >= kBoldWeight || facts.stroked || named_bold(name);
    return {thai::sanitize(name), bold, named_it9(name)};
}

Extent extent_of(const FontFacts& facts) {
    Extent extent;
    if (facts.ascent >= 0.4 && facts.ascent <= 1.6) extent.ascent = static_cast<float>(facts.ascent);
    if (facts.descent <= -0.05 && facts.descent >= -0.8) extent.descent = static_cast<float>(facts.descent);
    return extent;
}

}  // namespace tarang::read
