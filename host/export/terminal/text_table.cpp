#include "host/export/terminal/text_table.h"

#include <algorithm>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::exporting {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::string_view kReset = "\x1b[0m";

std::string_view escape_of(Tone tone) {
    switch (tone) {
        case Tone::kPlain:
            return {};
        case Tone::kGood:
            return "\x1b[32m";
        case Tone::kWarning:
            return "\x1b[33m";
        case Tone::kBad:
            return "\x1b[31m";
        case Tone::kFaint:
            return "\x1b[2m";
    }
    return {};
}

/// Characters that turn the direction of what follows: a name could show as another one.
bool turns_direction(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

std::string fitted(std::string_view text, std::size_t width, thai::Align align) {
    return thai::pad_to_width(thai::cut_to_width(text, width), width, align);
}

/// Columns and the gaps between those that are shown.
std::size_t total_of(const std::vector<std::size_t>& widths) {
    std::size_t total = 0;
    for (const std::size_t width : widths) total += width > 0 ? width + kGap : 0;
    return total > 0 ? total - kGap : 0;
}

/// One line of cells, each already as wide as its column.
void write_line(std::ostream& out, const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        if (!line.empty()) line.append(kGap, ' ');
        line += cell;
    }
    const std::size_t end = line.find_last_not_of(' ');
    out << line.substr(0, end == std::string::npos ? 0 : end + 1) << '\n';
}

}  // namespace

std::string terminal_text(std::string_view text) {
    std::string line;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        if (thai::is_space(c)) {
            space = true;
            continue;
        }
        if (thai::is_control(c) || turns_direction(c)) continue;
        if (space && !line.empty()) line += ' ';
        space = false;
        thai::append_utf8(line, c);
    }
    return line;
}

void TextTable::add(std::vector<TextCell> cells) {
    cells.resize(columns_.size());
    for (TextCell& cell : cells) cell.text = terminal_text(cell.text);
    rows_.push_back(std::move(cells));
}

/// 0 for a column without anything.
std::vector<std::size_t> TextTable::natural_widths() const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], thai::display_width(row[i].text));
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] > 0) widths[i] = std::max(widths[i], thai::display_width(columns_[i].title));
    }
    return widths;
}

/// The widest column that may be cut gives way, one step at a time.
void TextTable::cut_to(std::size_t width, std::vector<std::size_t>& widths) const {
    for (std::size_t total = total_of(widths); total > width; --total) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool may = columns_[i].least > 0 && widths[i] > columns_[i].least;
            if (may && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

/// Widths of the columns; 0 for one that is left out.
std::vector<std::size_t> TextTable::widths_within(std::size_t width) const {
    std::vector<std::size_t> whole = natural_widths();
    if (width == 0) return whole;
    while (true) {
        std::vector<std::size_t> widths = whole;
        cut_to(width, widths);
        std::size_t spare = columns_.size();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool may = columns_[i].spare > 0 && whole[i] > 0;
            if (may && (spare == columns_.size() || columns_[i].spare > columns_[spare].spare)) spare = i;
        }
        if (total_of(widths) <= width || spare == columns_.size()) return widths;
        whole[spare] = 0;
    }
}

void TextTable::write(std::ostream& out, std::size_t width, bool color) const {
    const std::vector<std::size_t> widths = widths_within(width);
    std::vector<std::string> titles;
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (widths[i] == 0) continue;
        titles.push_back(fitted(columns_[i].title, widths[i], columns_[i].align));
        rules.emplace_back();
        for (std::size_t k = 0; k < widths[i]; ++k) rules.back() += "─";
    }
    write_line(out, titles);
    write_line(out, rules);
    for (const auto& row : rows_) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths[i] == 0) continue;
            std::string cell = fitted(row[i].text, widths[i], columns_[i].align);
            const std::string_view tone =
                color && !row[i].text.empty() ? escape_of(row[i].tone) : std::string_view();
            if (!tone.empty()) cell = std::string(tone) + cell + std::string(kReset);
            cells.push_back(std::move(cell));
        }
        write_line(out, cells);
    }
}

}  // namespace tarang::exporting
