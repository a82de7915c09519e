// The tables of known glyphs as text, for the tools that write and compile them.
//
// outlines.txt    a character in hexadecimal, then the fingerprints that draw it
// orders.txt      a line "FAMILY GLYPHS", then its runs: first glyph, its character in hexadecimal, how many
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarang::read::known {

using Outlines = std::map<std::uint64_t, std::uint32_t>;                ///< fingerprint -> character
using Order = std::map<std::uint32_t, std::uint32_t>;                   ///< glyph -> character
using Orders = std::map<std::pair<std::string, std::uint32_t>, Order>;  ///< family and number of glyphs

/// False, with a message on stderr, where a line is malformed or contradicts another.
bool read_outlines(std::istream& in, Outlines& outlines);
bool read_orders(std::istream& in, Orders& orders);
void write_outlines(std::ostream& out, const Outlines& outlines);
void write_orders(std::ostream& out, const Orders& orders);

/// The stretches of an order in which glyphs and characters run on together: first glyph, character, length.
struct Stretch {
    std::uint32_t glyph = 0;
    std::uint32_t character = 0;
    std::uint32_t length = 0;
};
std::vector<Stretch> stretches_of(const Order& order);

}  // namespace tarang::read::known
