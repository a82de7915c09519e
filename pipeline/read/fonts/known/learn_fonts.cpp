// Adds what fonts say of themselves to the tables of known glyphs:
//
//   learn_fonts OUTLINES.txt ORDERS.txt FILE...
//
// A FILE is a TrueType font, or tab-separated rows with a line of titles: "outline_hash" and "unicode", or
// "family", "num_glyphs", "glyph_id" and "unicode". What contradicts a row that is there is left out and
// told; so are glyph orders that are no font's own (see worth_keeping). The files are written anew.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "lib/thai/chars.h"
#include "pipeline/read/fonts/character_map.h"
#include "pipeline/read/fonts/known/rows.h"
#include "pipeline/read/fonts/outline.h"
#include "pipeline/read/fonts/sfnt.h"
#include "pipeline/read/fonts/substitutions.h"

namespace {

using namespace tarang;
using read::known::Order;
using read::known::Orders;
using read::known::Outlines;

bool is_letter(char32_t c) {
    return thai::is_thai(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

struct Tables {
    Outlines outlines;
    Orders orders;
    std::set<std::uint64_t> ambiguous;
    int contradictions = 0;

    /// One outline under two letters (I and l of some fonts) tells neither.
    void add_outline(std::uint64_t fingerprint, char32_t character) {
        if (fingerprint == 0 || character > 0xFFFF || ambiguous.contains(fingerprint)) return;
        const std::uint32_t known = outlines.try_emplace(fingerprint, character).first->second;
        if (known == character) return;
        ++contradictions;
        if (!is_letter(known) && !is_letter(character)) return;  // dashes and quotes look alike
        outlines.erase(fingerprint);
        ambiguous.insert(fingerprint);
    }
    void add_place(const std::string& family, std::uint32_t glyphs, std::uint32_t glyph, char32_t character) {
        if (character > 0xFFFF || glyph == 0 || glyph >= glyphs) return;
        if (orders[{family, glyphs}].try_emplace(glyph, character).first->second != character)
            ++contradictions;
    }
};

/// Names that programs give to any font.
bool is_no_family(const std::string& family) {
    return family.empty() || family.starts_with("cidfont") || family.starts_with("wrdembedsub");
}

/// A subset may keep a font's name and number its glyphs anew. A font's own order shows in its consonants:
/// they stand in the order of their code points, none left out.
bool worth_keeping(const std::pair<std::string, std::uint32_t>& font, const Order& order) {
    constexpr std::uint32_t kLargeFont = 300;
    std::map<std::uint32_t, std::size_t> lines;
    std::set<std::uint32_t> consonants;  // each once: some have forms without a tail, elsewhere
    std::size_t most = 0;
    for (const auto& [glyph, character] : order) {
        if (!thai::is_consonant(character)) continue;
        consonants.insert(character);
        most = std::max(most, ++lines[glyph - character]);
    }
    if (is_no_family(font.first)) return false;
    if (consonants.empty()) return font.second >= kLargeFont;
    return consonants.size() >= 8 && most * 20 >= consonants.size() * 19;
}

bool learn_font(Tables& tables, std::vector<unsigned char> bytes) {
    const auto font = read::Sfnt::open(std::move(bytes));
    if (!font) return false;
    const read::CharacterMap map(*font);
    const read::GlyphCharacters characters(map, read::GlyphCharacters::Range::kUsual);
    const read::Substitutions substitutions(*font);
    for (std::uint32_t glyph = 1; glyph < font->glyph_count(); ++glyph) {
        char32_t character = characters.of(glyph);
        const auto originals = substitutions.originals_of(glyph);
        if (character == 0 && originals.size() == 1) character = characters.of(originals[0]);
        if (character == 0) continue;
        tables.add_outline(read::outline_fingerprint(*font, glyph), character);
        tables.add_place(font->family(), font->glyph_count(), glyph, character);
    }
    return true;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream words(line);
    for (std::string cell; std::getline(words, cell, '\t');) cells.push_back(cell);
    return cells;
}

std::uint32_t number_of(const std::string& text, int base = 10) {
    return static_cast<std::uint32_t>(std::stoul(text, nullptr, base));
}

/// "U+0E01" -> 0E01; 0 for what is no character.
char32_t character_of(const std::string& text) {
    return text.size() >= 6 && text.starts_with("U+") ? number_of(text.substr(2), 16) : 0;
}

bool learn_rows(Tables& tables, std::istream& in) {
    std::string line;
    std::getline(in, line);
    std::map<std::string, std::size_t> titles;
    for (const std::string& title : cells_of(line)) titles.emplace(title, titles.size());
    const bool outlines = titles.contains("outline_hash");
    if (!titles.contains("unicode") || (!outlines && !titles.contains("glyph_id"))) return false;
    while (std::getline(in, line)) {
        const std::vector<std::string> cells = cells_of(line);
        const auto cell = [&](const char* title) {
            return titles.at(title) < cells.size() ? cells[titles.at(title)] : std::string();
        };
        const char32_t character = character_of(cell("unicode"));
        if (character == 0) continue;
        if (outlines) {
            tables.add_outline(std::stoull(cell("outline_hash").substr(0, 12), nullptr, 16), character);
        } else {
            tables.add_place(cell("family"), number_of(cell("num_glyphs")), number_of(cell("glyph_id")),
                             character);
        }
    }
    return true;
}

bool learn(Tables& tables, const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (path.ends_with(".tsv")) return learn_rows(tables, in);
    return learn_font(tables, {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return std::cerr << "learn_fonts OUTLINES.txt ORDERS.txt FILE...\n", 2;
    Tables tables;
    std::ifstream outlines(argv[1]);
    std::ifstream orders(argv[2]);
    if (!read::known::read_outlines(outlines, tables.outlines) ||
        !read::known::read_orders(orders, tables.orders))
        return 1;
    for (int i = 3; i < argc; ++i) {
        if (!learn(tables, argv[i])) std::cerr << argv[i] << ": no TrueType font and no rows\n";
    }
    std::erase_if(tables.orders, [](const auto& entry) { return !worth_keeping(entry.first, entry.second); });
    std::ofstream outlines_out(argv[1]);
    std::ofstream orders_out(argv[2]);
    outlines_out << "# Outlines of known fonts: a character, then fingerprints that draw it. Written by "
                    "learn_fonts.\n";
    orders_out << "# Glyph orders of known fonts: family and number of glyphs, then glyph, character, how "
                  "many follow on.\n"
                  "# Written by learn_fonts.\n";
    read::known::write_outlines(outlines_out, tables.outlines);
    read::known::write_orders(orders_out, tables.orders);
    std::cout << tables.outlines.size() << " outlines, " << tables.orders.size() << " orders, "
              << tables.contradictions << " contradictions left out\n";
    return outlines_out && orders_out ? 0 : 1;
}
