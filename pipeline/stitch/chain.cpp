#include "pipeline/stitch/chain.h"

#include <algorithm>
#include <map>
#include <utility>

#include "lib/thai/compare.h"
#include "pipeline/stitch/columns.h"
#include "pipeline/stitch/continuation.h"
#include "pipeline/stitch/cut_header.h"
#include "pipeline/stitch/header.h"
#include "pipeline/stitch/line_rows.h"
#include "pipeline/stitch/numbered_rows.h"
#include "pipeline/stitch/sections.h"

namespace tarang::stitch {
namespace {

constexpr float kSameHeading = 0.9F;
constexpr std::size_t kFewestLetters = 3;  // what is less on a scan is speckle, not a heading

/// Headings that differ in a number only (ยุทธศาสตร์ที่ 1, ยุทธศาสตร์ที่ 2) are alike but not the same. On scans
/// letters are read as digits; digits are left out or added then, never exchanged.
bool same_numbers(std::u32string a, std::u32string b, bool scanned) {
    constexpr std::size_t kFewest = 4;  // digits; fewer count headings
    constexpr std::size_t kMostMore = 2;
    const auto no_digit = [](char32_t c) { return c < U'0' || c > U'9'; };
    std::erase_if(a, no_digit);
    std::erase_if(b, no_digit);
    if (a.size() > b.size()) std::swap(a, b);
    if (!scanned || a.size() < kFewest || b.size() - a.size() > kMostMore) return a == b;
    auto at = b.begin();
    for (const char32_t digit : a) {
        at = std::find(at, b.end(), digit);
        if (at == b.end()) return false;
        ++at;
    }
    return true;
}

/// Whether two lines over tables say the same: one is repeated, with "(ต่อ)" or a misread letter.
bool says_again(const TextLine& line, const TextLine& known) {
    const bool scanned = line.source == Source::kOcr;
    const std::u32string key = without_continued(thai::key_of(line.text));
    const std::u32string known_key = without_continued(thai::key_of(known.text));
    return same_numbers(key, known_key, scanned) && thai::similarity_of_keys(key, known_key) >= kSameHeading;
}

/// Letters that a speckled scan shows where nothing is printed.
bool is_speckle(const TextLine& line) {
    return line.source == Source::kOcr && thai::key_of(line.text).size() < kFewestLetters;
}

/// Whether the grid begins with a header of its own rather than with a body row.
bool has_own_header(const GridView& grid) {
    const std::int32_t rows = header_rows_of(grid);
    if (rows == 0 || rows >= grid.rows()) return false;
    const auto bold = [&](std::int32_t row) {
        int filled = 0;
        int heavy = 0;
        for (const GridCell* cell : grid.starting_in(row)) {
            if (cell->lines.empty()) continue;
            ++filled;
            heavy += cell->lines.front().bold ? 1 : 0;
        }
        return filled > 0 && heavy == filled;
    };
    const bool heads_keys = key_column_of({{PageNumber{1}, grid, rows}}).has_value() &&
                            !is_key(grid.text(0, 0)) && !grid.text(0, 0).empty();
    return (bold(0) && !bold(rows)) || heads_keys;
}

class Chainer {
public:
    Chainer(const std::vector<PageLayout>& pages, const SidePages& sides)
        : pages_(pages), sides_(sides), roles_(line_roles(pages)) {}

    Chains run() {
        for (std::size_t p = 0; p < pages_.size(); ++p) walk_page(p);
        flush_pending_to_other();
        make_rows_whole();
        return std::move(chains_);
    }

private:
    void walk_page(std::size_t p) {
        const PageLayout& page = pages_[p];
        std::size_t next_block = 0;
        std::vector<PlacedLine> over_grid;
        for (const Grid& grid : page.grids) {
            over_grid.clear();
            while (next_block < page.blocks.size() &&
                   page.blocks[next_block].box.center_y() < grid.outline.center_y()) {
                for (const TextLine& line : page.blocks[next_block].lines)
                    over_grid.push_back({page.info.number, &line, LineRole::kText});
                take_block(p, next_block++);
            }
            take_grid(page.info.number, grid);
        }
        over_last_grid_ = std::move(over_grid);
        while (next_block < page.blocks.size()) take_block(p, next_block++);
    }

    void take_block(std::size_t p, std::size_t block) {
        const std::vector<TextLine>& lines = pages_[p].blocks[block].lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PlacedLine line{pages_[p].info.number, &lines[i], roles_[p][block][i]};
            (line.role == LineRole::kFurniture ? chains_.furniture : pending_).push_back(line);
        }
    }

    void take_grid(PageNumber page, const Grid& printed) {
        const Grid& grid = kept(without_false_columns(printed), printed);
        const Chain* table = chains_.tables.empty() ? nullptr : &chains_.tables.back();
        bool first = true;
        for (GridSection& section :
             sections_of(grid, table != nullptr ? table->parts.front().view : GridView(grid),
                         table != nullptr ? table->header_rows : 0)) {
            for (TextLine& line : section.over)
                pending_.push_back({page, &chains_.lines.emplace_back(std::move(line)), LineRole::kText});
            take_section(page, GridView(kept(std::move(section.grid), grid)), !std::exchange(first, false));
        }
    }

    /// The grid that was made of another, or that other where none was.
    const Grid& kept(std::optional<Grid> made, const Grid& other) {
        return made ? chains_.grids.emplace_back(std::move(*made)) : other;
    }

    /// `same_grid`: rows of the table's grid stand above it on the page.
    void take_section(PageNumber page, const GridView& view, bool same_grid) {
        if (!same_grid && completes_header(page, view)) return;
        if (const std::optional<TablePart> part = goes_on(page, view, same_grid)) {
            chains_.furniture.insert(chains_.furniture.end(), pending_.begin(), pending_.end());
            pending_.clear();
            chains_.tables.back().parts.push_back(*part);
            return;
        }
        Chain chain;
        chain.header_rows = header_rows_of(view);
        chain.parts.push_back({page, view, chain.header_rows});
        chain.headings = take_headings(page);
        chains_.tables.push_back(std::move(chain));
    }

    /// Where a page ends with nothing but a header of the last table, its first or again, gives that the rest
    /// of the header and the rows below it.
    bool completes_header(PageNumber page, const GridView& view) {
        if (chains_.tables.empty()) return false;
        Chain& table = chains_.tables.back();
        const TablePart& header = table.parts.back();
        if (page.value != header.page.value + 1 || interrupts(table)) return false;
        std::optional<WholeHeader> whole = whole_header(header.view, view);
        if (!whole) return false;
        const bool first = table.parts.size() == 1;
        if (!first && whole->header_rows == whole->rows_before) return false;  // rows go on under a header
        const GridView joined(chains_.grids.emplace_back(std::move(whole->grid)));
        if (first)
            table.header_rows = whole->header_rows;
        else if (repeated_header_rows(joined, table.parts.front().view, table.header_rows) !=
                 whole->header_rows)
            return false;
        chains_.furniture.insert(chains_.furniture.end(), pending_.begin(), pending_.end());
        pending_.clear();
        table.parts.back() = {page, joined, whole->header_rows, whole->rows_before};
        return true;
    }

    /// Whether something else stands between a table and what comes next.
    bool interrupts(const Chain& table) const {
        return std::any_of(pending_.begin(), pending_.end(),
                           [&](const PlacedLine& line) { return breaks(line, table); });
    }

    /// The page after one and after those that print the columns to its right.
    std::int32_t next_after(PageNumber page) const {
        const auto found = sides_.find(page.value);
        std::int32_t next = page.value + 1;
        if (found == sides_.end()) return next;
        for (const SideColumns& side : found->second) next += side.page.value == next ? 1 : 0;
        return next;
    }

    /// The grid as a part of the last table, if it goes on with that.
    std::optional<TablePart> goes_on(PageNumber page, const GridView& view, bool same_grid) {
        if (chains_.tables.empty()) return std::nullopt;
        Chain& table = chains_.tables.back();
        const TablePart& last = table.parts.back();
        const bool next = page.value == (same_grid ? last.page.value : next_after(last.page));
        if (!next && !goes_on_below(page, table)) return std::nullopt;
        if (interrupts(table)) return std::nullopt;
        const GridView& first = table.parts.front().view;
        if (const auto repeated = repeated_header_rows(view, first, table.header_rows))
            return TablePart{page, view, *repeated};
        if (!next) return std::nullopt;
        if (view.columns() != first.columns()) return with_columns_of(table, page, view);
        if (has_own_header(view)) return std::nullopt;
        if (same_columns(last.view.grid(), view.grid())) return TablePart{page, view, 0};
        const auto groups = columns_by_words(view, first.grid());
        return groups ? conformed(view, *groups, first, page, 0) : std::nullopt;
    }

    /// Whether a page that begins with the end of the sheet before it may go on with the table below that,
    /// under the heading and the header again: a spreadsheet whose sheets are longer than the paper is
    /// printed so.
    bool goes_on_below(PageNumber page, const Chain& table) const {
        const TablePart& last = table.parts.back();
        const bool heading_again = std::any_of(pending_.begin(), pending_.end(), [&](const PlacedLine& line) {
            return repeats_heading(*line.line, table);
        });
        const bool begun_before = last.rows_before > 0 || (table.parts.size() > 1 && last.header_rows == 0);
        return page == last.page && begun_before && heading_again;
    }

    /// A part whose columns are drawn otherwise, with the table's columns.
    std::optional<TablePart> with_columns_of(Chain& table, PageNumber page, const GridView& view) {
        const GridView first = table.parts.front().view;
        for (const std::int32_t rows : possible_header_rows(view, table.header_rows)) {
            if (view.columns() > first.columns()) {
                const auto groups = columns_by_header(first, table.header_rows, view, rows);
                if (groups && widen(table, *groups, view)) return TablePart{page, view, rows};
            }
            const auto groups = columns_by_header(view, rows, first, table.header_rows);
            if (groups) return conformed(view, *groups, first, page, rows);
        }
        const auto groups = has_own_header(view) ? std::nullopt : columns_by_place(view.grid(), first.grid());
        return groups ? conformed(view, *groups, first, page, 0) : std::nullopt;
    }

    /// Gives a table the columns of a page that draws more than the pages before; false, and nothing is
    /// changed, where one of these cannot have them.
    bool widen(Chain& table, const ColumnGroups& groups, const GridView& wider) {
        std::vector<TablePart> parts;
        for (const TablePart& part : table.parts) {
            auto known = conformed(part.view, groups, wider, part.page, part.header_rows);
            if (!known) return false;
            parts.push_back(*known);
        }
        table.parts = std::move(parts);
        return true;
    }

    /// Rows of the ruling become records' rows, before the pages' rows are joined. Tables under one header
    /// are filled in by one hand: what one has too few rows to show, all of them do.
    void make_rows_whole() {
        std::map<std::vector<std::u32string>, std::vector<Chain*>> alike;
        for (Chain& table : chains_.tables) {
            std::vector<std::u32string> header = header_of(table.parts.front().view, 0, table.header_rows);
            header.push_back(
                U"=" + std::u32string(static_cast<std::size_t>(table.parts.front().view.columns()), U'|'));
            alike[std::move(header)].push_back(&table);
        }
        for (const auto& [header, tables] : alike) {
            std::vector<TablePart> all;
            for (const Chain* table : tables) all.insert(all.end(), table->parts.begin(), table->parts.end());
            const std::optional<std::int32_t> common = key_column_of(all);
            const auto line_rows = common ? line_rows_of(all, *common) : std::nullopt;
            for (Chain* table : tables) make_rows_whole(*table, line_rows);
        }
    }

    void make_rows_whole(Chain& table, const std::optional<RecordColumns>& line_rows) {
        const auto key_column = line_rows ? std::nullopt : key_column_of(table.parts);
        for (TablePart& part : table.parts) {
            std::optional<Grid> changed;
            if (line_rows)
                changed = with_whole_rows(part, *line_rows);
            else if (key_column)
                changed = with_numbered_rows_apart(part, *key_column);
            else
                changed = with_listed_rows_apart(part);
            if (changed) part.view = GridView(chains_.grids.emplace_back(std::move(*changed)));
        }
    }

    std::optional<TablePart> conformed(const GridView& view, const ColumnGroups& groups,
                                       const GridView& first, PageNumber page, std::int32_t header_rows) {
        std::optional<Grid> grid = with_columns(view, groups, first.grid());
        if (!grid) return std::nullopt;
        return TablePart{page, GridView(chains_.grids.emplace_back(std::move(*grid))), header_rows};
    }

    bool breaks(const PlacedLine& line, const Chain& table) const {
        return line.role == LineRole::kText && !thai::key_of(line.line->text).empty() &&
               !is_speckle(*line.line) && !repeats_heading(*line.line, table);
    }

    /// Whether the line stands over the table already, or over the grid of its last page: what is left out of
    /// the headings as page furniture may be read otherwise once.
    bool repeats_heading(const TextLine& line, const Chain& table) const {
        const auto again = [&](const PlacedLine& known) { return says_again(line, *known.line); };
        return std::any_of(table.headings.begin(), table.headings.end(), again) ||
               std::any_of(over_last_grid_.begin(), over_last_grid_.end(), again);
    }

    /// The pending lines that may head a table on this page: its own, and those at the end of the page before
    /// (the first table's only where its page has none: what comes before it is a cover).
    std::vector<PlacedLine> take_headings(PageNumber page) {
        const bool cover = chains_.tables.empty() &&
                           std::any_of(pending_.begin(), pending_.end(),
                                       [page](const PlacedLine& line) { return line.page == page; });
        const std::int32_t first = cover ? page.value : page.value - 1;
        const auto near = [first](const PlacedLine& line) { return line.page.value >= first; };
        std::vector<PlacedLine> headings;
        std::copy_if(pending_.begin(), pending_.end(), std::back_inserter(headings), near);
        std::erase_if(pending_, near);
        flush_pending_to_other();
        return headings;
    }

    void flush_pending_to_other() {
        std::vector<PlacedLine>& target = chains_.tables.empty() ? chains_.title_block : chains_.other;
        target.insert(target.end(), pending_.begin(), pending_.end());
        pending_.clear();
    }

    const std::vector<PageLayout>& pages_;
    const SidePages& sides_;
    std::vector<std::vector<std::vector<LineRole>>> roles_;
    Chains chains_;
    std::vector<PlacedLine> pending_;
    std::vector<PlacedLine> over_last_grid_;  ///< of the page before
};

}  // namespace

std::vector<CellPiece> pieces_of(const std::vector<PlacedLine>& lines) {
    std::vector<CellPiece> pieces;
    for (const PlacedLine& line : lines) pieces.push_back({line.page, line.line->box, {*line.line}, 0, 0});
    return pieces;
}

Chains chains_of(const std::vector<PageLayout>& pages, const SidePages& sides) {
    return Chainer(pages, sides).run();
}

}  // namespace tarang::stitch
