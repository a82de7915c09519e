// Embedded fonts: whatever their bytes say, each question comes to an end with an answer that can be.
#include "pipeline/read/fonts/glyph_names.h"
#include "pipeline/read/fonts/outline.h"
#include "tests/fuzz/target.h"
#include "tests/support/font_writer.h"

namespace {

using tarang::test::FontWriter;

/// Whole fonts; the replay breaks them.
FontWriter seed(bool groups) {
    FontWriter font;
    font.glyph_count = 362;
    font.family = groups ? "DilleniaUPC" : "TH SarabunPSK";
    font.groups = groups;
    for (char32_t c = 0x20; c < 0x7F; ++c) font.characters[c] = static_cast<std::uint16_t>(c);
    for (char32_t c = 0x0E01; c < 0x0E3B; ++c)
        font.characters[c] = static_cast<std::uint16_t>(c - 0x0E01 + 140);
    font.substitutions = {{140, 300}, {141, 301}, {300, 302}};
    font.outlines[140] = {{{0, 0}, {500, 700, false}, {1000, -20}}, {{10, 10}, {20, 10}, {20, 20}}};
    font.composites[141] = {140, {100, -50}};
    font.composites[142] = {141, {1, 1}};
    return font;
}

}  // namespace

std::vector<std::string> tarang::fuzz::made_seeds() { return {seed(false).bytes(), seed(true).bytes()}; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarang;
    read::FontEvidence evidence;
    auto program = read::Sfnt::open({data, data + size});
    if (!program) return 0;
    evidence.program = std::make_shared<const read::Sfnt>(std::move(*program));
    evidence.file_names_glyphs = size % 2 == 0;
    fuzz::require(evidence.program->glyph_count() > 0 && evidence.program->glyph_count() <= 0xFFFF);
    fuzz::require(evidence.program->family().size() <= 400);
    read::GlyphNames names(std::move(evidence));
    const auto said = [](std::uint32_t code) -> char32_t { return code < 200 ? 0x0E01 + code % 50 : 0; };
    for (std::uint32_t code = 0; code < 400; ++code) {
        const read::GlyphName name = names.name_of(code,
                                                   code % 3 == 0   ? U""
                                                   : code % 3 == 1 ? U" "
                                                                   : U"ก",
                                                   said);
        fuzz::require(name.character <= 0x10FFFF);
        fuzz::require(name.character != 0 || name.by == NamedBy::kFile);
        fuzz::require(names.name_of(code, U"x", said) == name);
    }
    fuzz::require(names.code_count() <= 0xFFFF);
    for (std::uint32_t code = 0; code < 8; ++code) names.is_contested(code, names.code_count(), said);
    return 0;
}
