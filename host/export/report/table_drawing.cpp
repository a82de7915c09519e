#include "host/export/report/table_drawing.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "host/export/report/html.h"
#include "lib/thai/utf8.h"
#include "lib/thai/width.h"
#include "lib/thai/words.h"

namespace tarang::exporting {
namespace {

constexpr Points kColumn = 6.8F;      // points that a letter is wide, at most in usual fonts of this size
constexpr Points kNarrowest = 36;     // of a column of the table
constexpr Points kWidest = 220;       // where a text is broken
constexpr float kLargest = 1.6F;      // times the width that the file says
constexpr Points kWidestSaid = 600;   // of a column whose width the file says
constexpr std::int32_t kBefore = 40;  // rows that are drawn of a long table
constexpr std::int32_t kAfter = 80;

Points width_of(std::string_view text) { return static_cast<Points>(thai::display_width(text)) * kColumn; }

/// Spaces at its end may stand out.
bool fits(std::string_view text, Points room) {
    constexpr Points kRounding = 0.5F;
    text.remove_suffix(text.size() - (text.find_last_not_of(' ') + 1));
    return width_of(text) <= room + kRounding;
}

bool is_thai_letter(char32_t c) { return c >= 0x0E01 && c <= 0x0E4E; }

/// Pieces of one line that stay whole: words with the spaces after them. Numbers, abbreviations and what
/// stands in brackets are broken at spaces only.
std::vector<std::string> pieces_of(const std::u32string& line) {
    const std::vector<std::size_t> words = thai::word_breaks(line);
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    for (std::size_t end = 1; end < line.size(); ++end) {
        const bool spaced = line[end - 1] == U' ' && line[end] != U' ';
        const bool worded = is_thai_letter(line[end - 1]) && is_thai_letter(line[end]) &&
                            std::binary_search(words.begin(), words.end(), end);
        if (!spaced && !worded) continue;
        pieces.push_back(thai::encode(std::u32string_view(line).substr(begin, end - begin)));
        begin = end;
    }
    pieces.push_back(thai::encode(std::u32string_view(line).substr(begin)));
    return pieces;
}

/// Of the widest piece, which a column that is narrower would break.
Points widest_piece(std::string_view text) {
    Points widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (const std::string& piece : pieces_of(thai::decode(text.substr(0, end))))
            widest = std::max(widest, width_of(piece));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

/// A piece that is wider than the cell, letter by letter.
void add_letters(std::string_view piece, Points room, std::vector<std::string>& lines) {
    for (const char32_t c : thai::decode(piece)) {
        std::string letter;
        thai::append_utf8(letter, c);
        if (!fits(lines.back() + letter, room) && width_of(letter) > 0) lines.emplace_back();
        lines.back() += letter;
    }
}

std::vector<std::string> broken(std::string_view text, Points room) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back();
        for (const std::string& piece : pieces_of(thai::decode(text.substr(0, end)))) {
            if (!fits(lines.back() + piece, room) && !lines.back().empty()) lines.emplace_back();
            if (fits(piece, room))
                lines.back() += piece;
            else
                add_letters(piece, room, lines);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Points height_of(const std::vector<std::string>& lines) {
    return static_cast<Points>(std::max<std::size_t>(1, lines.size())) * kDrawnLine + 2 * kDrawnPadding;
}

std::vector<Place> places_of(const Field& field) {
    std::vector<Place> places;
    for (const Fragment& fragment : field.fragments) {
        if (fragment.place) places.push_back(*fragment.place);
    }
    return places;
}

/// Which rows are drawn, and where.
class DrawnRows {
public:
    DrawnRows(const CleanTable& table, std::int32_t row)
        : header_(table.header_rows),
          first_(std::max(table.header_rows, row - kBefore)),
          end_(std::min(table.rows, row + kAfter)) {
        if (table.rows <= table.header_rows + kBefore + kAfter) {
            first_ = header_;
            end_ = table.rows;
        }
    }
    std::int32_t count() const { return header_ + std::max(0, end_ - first_); }
    /// Of drawn rows before this one of the table.
    std::int32_t position(std::int32_t row) const {
        return std::min(row, header_) + std::clamp(row - first_, 0, std::max(0, end_ - first_));
    }

private:
    std::int32_t header_;
    std::int32_t first_;
    std::int32_t end_;
};

class Drawer {
public:
    Drawer(const CleanTable& table, std::int32_t row) : table_(table), rows_(table, row) {}

    DrawnTable draw(const std::vector<Field>& lines) {
        find_lone_cells();
        set_widths();
        drawn_.width = right_edges_.back() + kDrawnMargin;
        drawn_.height = kDrawnMargin;
        for (const Field& line : lines) add_line(line);
        const Points top = drawn_.height + (lines.empty() ? 0 : kDrawnPadding);
        const std::size_t first = drawn_.cells.size();
        for (const CleanCell& cell : table_.cells) add_cell(cell);
        place_rows(first, top);
        drawn_.rows_left_out = table_.rows - rows_.count();
        return std::move(drawn_);
    }

private:
    /// What stands alone in its row runs over the free cells beside it, as headings inside of sheets do.
    void find_lone_cells() {
        std::vector<std::int32_t> filled(static_cast<std::size_t>(std::max(1, table_.rows)));
        for (const CleanCell& cell : table_.cells) {
            if (!cell.value.text.empty()) ++filled[static_cast<std::size_t>(cell.row)];
        }
        for (const std::int32_t cells : filled) alone_.push_back(cells == 1);
    }

    bool alone(const CleanCell& cell) const {
        return alone_[static_cast<std::size_t>(cell.row)] && cell.row_span == 1 && !cell.value.text.empty() &&
               cell.column + cell.column_span < table_.columns;
    }

    void set_widths() {
        const auto columns = static_cast<std::size_t>(std::max(1, table_.columns));
        const bool said = table_.widths.size() == columns;
        const std::vector<Points> widths = said ? widths_said() : widths_of_words(columns);
        right_edges_.assign(1, kDrawnMargin);
        for (const Points width : widths)
            right_edges_.push_back(right_edges_.back() + std::clamp(width, kNarrowest, kWidestSaid));
    }

    /// All larger by as much as it takes that few words are broken: the drawing's letters are larger than
    /// print.
    std::vector<Points> widths_said() const {
        float larger = 1;
        for (const CleanCell& cell : table_.cells) {
            const Points width = table_.widths[static_cast<std::size_t>(cell.column)];
            if (cell.column_span != 1 || alone(cell) || width <= 0) continue;
            larger = std::max(larger, (widest_piece(cell.value.text) + 2 * kDrawnPadding) / width);
        }
        std::vector<Points> widths = table_.widths;
        for (Points& width : widths) width *= std::min(larger, kLargest);
        return widths;
    }

    std::vector<Points> widths_of_words(std::size_t columns) const {
        std::vector<Points> widths(columns, kNarrowest);
        for (const CleanCell& cell : table_.cells) {
            if (cell.column_span != 1 || alone(cell) ||
                rows_.position(cell.row) == rows_.position(cell.row + cell.row_span))
                continue;
            Points& width = widths[static_cast<std::size_t>(cell.column)];
            for (const std::string& line : broken(cell.value.text, kWidest))
                width = std::max(width, width_of(line) + 2 * kDrawnPadding);
        }
        return widths;
    }

    void add_line(const Field& line) {
        DrawnCell& cell = drawn_.cells.emplace_back();
        cell.framed = false;
        cell.lines = broken(line.text, std::max(drawn_.width, kWidest) - 2 * kDrawnPadding);
        cell.places = places_of(line);
        const Points height = static_cast<Points>(cell.lines.size()) * kDrawnLine + kDrawnPadding;
        cell.box = {kDrawnMargin, drawn_.height, std::max(drawn_.width, kWidest), drawn_.height + height};
        drawn_.height += height;
    }

    void add_cell(const CleanCell& cell) {
        const std::int32_t row = rows_.position(cell.row);
        const std::int32_t end = rows_.position(cell.row + cell.row_span);
        if (row == end) return;
        const auto edge = [this](std::int32_t column) {
            return right_edges_[static_cast<std::size_t>(std::clamp(column, 0, table_.columns))];
        };
        DrawnCell& drawn = drawn_.cells.emplace_back();
        drawn.box.left = edge(cell.column);
        drawn.box.right = edge(cell.column + cell.column_span);
        const Points right = alone(cell) ? right_edges_.back() : drawn.box.right;
        drawn.lines = broken(cell.value.text, right - drawn.box.left - 2 * kDrawnPadding);
        drawn.header = cell.header;
        drawn.places = places_of(cell.value);
        for (const PlacedMark& mark : cell.marks) {
            if (mark.mark.kind == CellMark::Kind::kArea) drawn.ground = mark.mark.colour;
            drawn.line = drawn.line || mark.mark.kind == CellMark::Kind::kLine;
            drawn.figure = drawn.figure || mark.mark.kind == CellMark::Kind::kFigure;
        }
        spans_.emplace_back(row, end);
    }

    /// Rows are as high as what stands in them alone; what runs over several makes the last of them higher.
    void place_rows(std::size_t first, Points top) {
        std::vector<Points> heights(static_cast<std::size_t>(rows_.count()), kDrawnLine + 2 * kDrawnPadding);
        for (const bool over_several : {false, true}) {
            for (std::size_t i = 0; i < spans_.size(); ++i) {
                const auto [row, end] = spans_[i];
                if ((end - row > 1) != over_several) continue;
                Points there = 0;
                for (std::int32_t r = row; r < end; ++r) there += heights[static_cast<std::size_t>(r)];
                heights[static_cast<std::size_t>(end - 1)] +=
                    std::max<Points>(0, height_of(drawn_.cells[first + i].lines) - there);
            }
        }
        std::vector<Points> edges{top};
        for (const Points height : heights) edges.push_back(edges.back() + height);
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            Rect& box = drawn_.cells[first + i].box;
            box.top = edges[static_cast<std::size_t>(spans_[i].first)];
            box.bottom = edges[static_cast<std::size_t>(spans_[i].second)];
        }
        drawn_.height = edges.back() + kDrawnMargin;
        for (const DrawnCell& cell : drawn_.cells)
            drawn_.width = std::max(drawn_.width, cell.box.right + kDrawnMargin);
    }

    const CleanTable& table_;
    DrawnRows rows_;
    DrawnTable drawn_;
    std::vector<bool> alone_;          ///< by row: only one of its cells has words
    std::vector<Points> right_edges_;  ///< of columns; begins with the table's left edge
    std::vector<std::pair<std::int32_t, std::int32_t>> spans_;  ///< drawn rows of each framed cell
};

template <typename... Values>
std::string printed(const char* format, Values... values) {
    std::array<char, 256> text{};
    const int length = std::snprintf(text.data(), text.size(), format, values...);
    return {text.data(), static_cast<std::size_t>(std::clamp<int>(length, 0, text.size() - 1))};
}

std::string name_of_place(const Place& place) {
    if (place.kind == Place::Kind::kSheet) return place.sheet + "!" + cell_name(place);
    return std::to_string(place.table) + ": " + std::to_string(place.row) + ", " +
           std::to_string(place.column);
}

void write_frame(const DrawnCell& cell, std::string& svg) {
    const Rect& box = cell.box;
    const Colour ground = cell.header && cell.ground == kWhite ? 0xEEF1F5 : cell.ground;
    if (cell.framed) {
        svg += printed(R"(<rect x="%g" y="%g" width="%g" height="%g" fill="#%06x" stroke="#667">)", box.left,
                       box.top, box.width(), box.height(), ground & 0xFFFFFFU);
        if (!cell.places.empty())
            svg += "<title>" + html_text(name_of_place(cell.places.front())) + "</title>";
        svg += "</rect>\n";
    }
    if (cell.line)
        svg += printed(R"(<path d="M%g %gH%g" stroke="#333" stroke-width="2"/>)", box.left, box.center_y(),
                       box.right);
    if (cell.figure)
        svg += printed(R"(<circle cx="%g" cy="%g" r="4" fill="#333"/>)", box.center_x(), box.center_y());
}

void write_words(const DrawnCell& cell, std::string& svg) {
    Points y = cell.box.top + (cell.framed ? kDrawnPadding : 0) + kDrawnLetters;
    for (const std::string& line : cell.lines) {
        svg += printed(R"(<text x="%g" y="%g">)", cell.box.left + kDrawnPadding, y) + html_text(line) +
               "</text>\n";
        y += kDrawnLine;
    }
}

}  // namespace

DrawnTable drawing_of(const CleanTable& table, const std::vector<Field>& lines, std::int32_t row) {
    return Drawer(table, row).draw(lines);
}

std::string svg_of(const DrawnTable& table) {
    std::string svg = printed(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g" font-family="sans-serif" font-size="%g">)",
        table.width, table.height, table.width, table.height, kDrawnLetters);
    svg += "\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    for (const DrawnCell& cell : table.cells) write_frame(cell, svg);
    for (const DrawnCell& cell : table.cells) write_words(cell, svg);  // some run over free cells
    return svg + "</svg>\n";
}

}  // namespace tarang::exporting
