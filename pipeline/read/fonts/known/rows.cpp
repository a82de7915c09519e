#include "pipeline/read/fonts/known/rows.h"

#include <iomanip>
#include <iostream>
#include <sstream>

namespace tarang::read::known {
namespace {

constexpr std::size_t kPerLine = 8;

/// Calls `take` with each line that says something.
template <typename Take>
bool for_each_line(std::istream& in, Take take) {
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        if (take(line)) continue;
        std::cerr << "line " << number << " is malformed, or contradicts an earlier one: " << line << "\n";
        return false;
    }
    return true;
}

}  // namespace

bool read_outlines(std::istream& in, Outlines& outlines) {
    return for_each_line(in, [&](const std::string& line) {
        std::istringstream words(line);
        std::uint32_t character = 0;
        if (!(words >> std::hex >> character) || character > 0xFFFF) return false;
        for (std::uint64_t fingerprint = 0; words >> fingerprint;) {
            if (outlines.try_emplace(fingerprint, character).first->second != character) return false;
        }
        return words.eof();
    });
}

bool read_orders(std::istream& in, Orders& orders) {
    Order* order = nullptr;
    return for_each_line(in, [&](const std::string& line) {
        std::istringstream words(line);
        if (line[0] != ' ') {
            std::string family;
            std::uint32_t glyphs = 0;
            if (!(words >> family >> glyphs) || glyphs == 0 || glyphs > 0xFFFF) return false;
            order = &orders[{family, glyphs}];
            return true;
        }
        Stretch run;
        if (order == nullptr || !(words >> run.glyph >> std::hex >> run.character >> std::dec >> run.length))
            return false;
        for (std::uint32_t i = 0; i < run.length; ++i) {
            const std::uint32_t character = run.character + i;
            if (order->try_emplace(run.glyph + i, character).first->second != character) return false;
        }
        return run.length > 0 && run.character + run.length <= 0x10000;
    });
}

void write_outlines(std::ostream& out, const Outlines& outlines) {
    std::map<std::uint32_t, std::vector<std::uint64_t>> by_character;
    for (const auto& [fingerprint, character] : outlines) by_character[character].push_back(fingerprint);
    out << std::hex << std::setfill('0');
    for (const auto& [character, fingerprints] : by_character) {
        for (std::size_t i = 0; i < fingerprints.size(); ++i) {
            if (i % kPerLine == 0) out << (i == 0 ? "" : "\n") << std::setw(4) << character;
            out << ' ' << std::setw(12) << fingerprints[i];
        }
        out << "\n";
    }
}

void write_orders(std::ostream& out, const Orders& orders) {
    for (const auto& [font, order] : orders) {
        out << font.first << ' ' << std::dec << font.second << "\n";
        for (const Stretch& run : stretches_of(order)) {
            out << "  " << std::dec << run.glyph << ' ' << std::hex << std::setw(4) << std::setfill('0')
                << run.character << ' ' << std::dec << run.length << "\n";
        }
    }
}

std::vector<Stretch> stretches_of(const Order& order) {
    std::vector<Stretch> runs;
    for (const auto& [glyph, character] : order) {
        const bool goes_on = !runs.empty() && runs.back().glyph + runs.back().length == glyph &&
                             runs.back().character + runs.back().length == character;
        if (goes_on) {
            ++runs.back().length;
        } else {
            runs.push_back({glyph, character, 1});
        }
    }
    return runs;
}

}  // namespace tarang::read::known
