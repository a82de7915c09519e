// Source of the layout: Adobe Technical Note 5176, The Compact Font Format Specification.
#include "tests/support/font_writer.h"

namespace tarang::test {
namespace {

constexpr int kStandardStrings = 391;

std::string u16(std::size_t value) {
    return {static_cast<char>(value >> 8U), static_cast<char>(value & 0xFFU)};
}

std::string index(const std::vector<std::string>& items) {
    if (items.empty()) return u16(0);
    std::string out = u16(items.size()) + '\2';
    std::size_t offset = 1;
    out += u16(offset);
    std::string data;
    for (const std::string& item : items) {
        out += u16(offset += item.size());
        data += item;
    }
    return out + data;
}

/// Always five bytes, so that offsets can be filled in.
std::string number(std::size_t value) { return '\x1D' + u16(value >> 16U) + u16(value & 0xFFFFU); }

/// `head` comes first in the dictionary of the font; `charset` holds a string or CID for each glyph after 0.
std::string font(const std::string& head, const std::vector<std::string>& strings,
                 const std::vector<std::size_t>& charset, bool cid) {
    const std::string begin = std::string("\1\0\4\2", 4) + index({"Test"});
    const std::string after = index(strings) + index({});
    std::string glyphs(1, '\0');
    for (const std::size_t entry : charset) glyphs += u16(entry);
    const std::vector<std::string> programs(charset.size() + 1, std::string(1, '\x0E'));
    const std::string select = '\0' + std::string(charset.size() + 1, '\0');
    const std::string fonts = index({number(0) + number(0) + '\x12'});
    const auto top = [&](std::size_t at) {
        const std::size_t shapes = at + glyphs.size();
        const std::size_t selects = shapes + index(programs).size();
        std::string entries = head + number(at) + '\x0F' + number(shapes) + '\x11';
        if (cid) entries += number(selects + select.size()) + "\x0C\x24" + number(selects) + "\x0C\x25";
        return index({entries});
    };
    const std::string dictionary = top(begin.size() + top(0).size() + after.size());
    return begin + dictionary + after + glyphs + index(programs) + (cid ? select + fonts : "");
}

}  // namespace

std::string cff_of_names(const std::vector<std::string>& names) {
    std::vector<std::size_t> charset;
    for (std::size_t i = 0; i < names.size(); ++i) charset.push_back(kStandardStrings + i);
    return font("", names, charset, false);
}

std::string cff_of_cids(const std::vector<std::uint16_t>& cids) {
    const std::string ros = number(kStandardStrings) + number(kStandardStrings + 1) + number(0) + "\x0C\x1E";
    return font(ros, {"Adobe", "Identity"}, {cids.begin(), cids.end()}, true);
}

}  // namespace tarang::test
