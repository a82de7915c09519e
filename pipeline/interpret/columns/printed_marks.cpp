#include "pipeline/interpret/columns/printed_marks.h"

#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

constexpr std::u32string_view kTicks = U"✓✔√/☑🗸●•■⬤◉⚫▪◾◼*★⁄";
constexpr std::u32string_view kCrosses = U"✗✘☒×xX";
constexpr std::u32string_view kEmpty = U"☐□○◯◻";
constexpr std::u32string_view kArrows =
    U"←→↔⟵⟶⟷⇐⇒⇔⬅➡◄►◀▶⯇⯈➔➜➝➞─━═▬█▓▒<>";
constexpr std::u32string_view kDashes = U"-–—_=‐‑−";

bool among(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

}  // namespace

Mark mark_in(const std::string& text) {
    Mark mark = Mark::kNone;
    int dashes = 0;
    for (const char32_t c : thai::decode(text)) {
        if (thai::is_space(c) || thai::is_ignorable(c) || among(kEmpty, c)) continue;
        if (among(kDashes, c)) {
            ++dashes;
        } else if (among(kArrows, c)) {
            mark = Mark::kArrow;
        } else if (among(kTicks, c)) {
            mark = Mark::kTick;
        } else if (among(kCrosses, c)) {
            mark = Mark::kCross;
        } else if (!is_blank(text)) {
            return Mark::kWords;
        }
    }
    return mark == Mark::kNone && dashes > 1 ? Mark::kLine : mark;
}

}  // namespace tarang::interpret
