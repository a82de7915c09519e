#include "pipeline/read/mark_names.h"

#include <cstddef>

#include "lib/thai/chars.h"

namespace tarang::read {
namespace {

bool is_one_mark(const std::u32string& text) { return text.size() == 1 && thai::is_mark(text[0]); }

/// The nearest mark of the same cluster in one direction that the file alone calls `name`.
Glyph* namesake(std::vector<Glyph>& glyphs, std::size_t at, std::ptrdiff_t step, const std::u32string& name) {
    for (std::size_t i = at + step; i < glyphs.size() && is_one_mark(glyphs[i].unicode); i += step) {
        if (!glyphs[i].proven() && glyphs[i].unicode == name) return &glyphs[i];
    }
    return nullptr;
}

}  // namespace

void name_exchanged_marks(std::vector<Glyph>& glyphs) {
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& shown = glyphs[i];
        if (!shown.proven() || !is_one_mark(shown.unicode) || !is_one_mark(shown.said)) continue;
        Glyph* other = namesake(glyphs, i, -1, shown.unicode);
        if (other == nullptr) other = namesake(glyphs, i, 1, shown.unicode);
        if (other == nullptr) continue;
        other->unicode = shown.said;
        other->from_actual_text = true;
    }
}

}  // namespace tarang::read
