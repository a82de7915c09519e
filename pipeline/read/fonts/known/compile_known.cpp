// Build-time tool: the tables of known glyphs as text -> the form that known_glyphs.cpp uses in place.
//
//   compile_known OUTPUT OUTLINES.txt ORDERS.txt
#include <algorithm>
#include <fstream>
#include <iostream>
#include <vector>

#include "pipeline/read/fonts/known/layout.h"
#include "pipeline/read/fonts/known/rows.h"

namespace {

namespace known = tarang::read::known;

template <typename Number>
void put(std::ostream& out, Number value) {
    for (unsigned shift = 0; shift < sizeof value * 8; shift += 8)
        out.put(static_cast<char>(static_cast<std::uint64_t>(value) >> shift));
}

std::vector<known::Run> runs_of(const known::Orders& orders) {
    std::vector<known::Run> runs;
    for (const auto& [font, order] : orders) {
        for (const known::Stretch& run : known::stretches_of(order)) {
            runs.push_back({known::order_key(font.first, font.second, run.glyph),
                            static_cast<std::uint16_t>(run.length),
                            static_cast<std::uint16_t>(run.character)});
        }
    }
    std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return runs;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::cerr << "compile_known OUTPUT OUTLINES.txt ORDERS.txt\n", 2;
    std::ifstream outlines_file(argv[2]);
    std::ifstream orders_file(argv[3]);
    known::Outlines outlines;
    known::Orders orders;
    if (!outlines_file || !orders_file || !known::read_outlines(outlines_file, outlines) ||
        !known::read_orders(orders_file, orders))
        return 1;
    const std::vector<known::Run> runs = runs_of(orders);
    std::ofstream out(argv[1], std::ios::binary);
    put(out, static_cast<std::uint32_t>(outlines.size()));
    put(out, static_cast<std::uint32_t>(runs.size()));
    for (const auto& [fingerprint, character] : outlines) put(out, fingerprint << 16U | character);
    for (const known::Run& run : runs) {
        put(out, run.key);
        put(out, run.length);
        put(out, run.character);
    }
    return out ? 0 : 1;
}
