#include "pipeline/stitch/table_builder.h"

#include <algorithm>
#include <map>

#include "lib/thai/compare.h"
#include "pipeline/stitch/row_join.h"

namespace tarang::stitch {
namespace {

class Builder {
public:
    Builder(const Chain& chain, const SidePages& sides)
        : chain_(chain), sides_(sides), key_column_(key_column_of(chain.parts)) {}

    BuiltTable build() {
        LogicalTable& table = built_.table;
        table.columns = chain_.parts.front().view.columns();
        table.header_rows = chain_.header_rows;
        table.rows = chain_.header_rows;
        table.headings = pieces_of(chain_.headings);
        for (std::size_t i = 0; i < chain_.parts.size(); ++i) {
            add_header(chain_.parts[i]);
            add_body(i);
            add_page(chain_.parts[i].page_of(0));
            add_page(chain_.parts[i].page);
            if (const auto side = sides_.find(chain_.parts[i].page.value); side != sides_.end()) {
                for (const SideColumns& columns : side->second) add_page(columns.page);
            }
        }
        std::stable_sort(table.cells.begin(), table.cells.end(),
                         [](const LogicalCell& a, const LogicalCell& b) {
                             return a.row != b.row ? a.row < b.row : a.column < b.column;
                         });
        return std::move(built_);
    }

private:
    using Position = std::pair<std::int32_t, std::int32_t>;

    void add_page(PageNumber page) {
        std::vector<PageNumber>& pages = built_.table.pages;
        if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
    }

    /// A cell as the page that prints it does: below a header that the page before began, or beside it.
    CellPiece piece_of(const TablePart& part, const GridCell& cell) const {
        const std::int32_t row = part.row_on_page(cell.row);
        const SideColumns* side = side_of(sides_, part.page, cell.box);
        if (side == nullptr)
            return {part.page_of(cell.row), cell.box, cell.lines, row, cell.column, cell.marks};
        GridCell printed = as_printed(*side, cell);
        return {side->page, printed.box, std::move(printed.lines),
                row,        cell.column, std::move(printed.marks)};
    }

    LogicalCell& new_cell(std::int32_t row, std::int32_t row_span, const GridCell& cell, bool header) {
        const auto index = built_.table.cells.size();
        built_.table.cells.push_back({row, cell.column, row_span, cell.column_span, header, {}});
        cover(index);
        return built_.table.cells.back();
    }

    void cover(std::size_t index) {
        const LogicalCell& cell = built_.table.cells[index];
        for (std::int32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
            for (std::int32_t c = cell.column; c < cell.column + cell.column_span; ++c)
                covering_[{r, c}] = index;
        }
    }

    LogicalCell* covering(std::int32_t row, std::int32_t column) {
        const auto found = covering_.find({row, column});
        return found == covering_.end() ? nullptr : &built_.table.cells[found->second];
    }

    /// How many logical rows most cells of a row reach over.
    std::int32_t usual_span(std::int32_t row) {
        std::map<std::int32_t, int> spans;
        for (std::int32_t column = 0; column < built_.table.columns; ++column) {
            if (const LogicalCell* cell = covering(row, column)) ++spans[cell->row_span];
        }
        const auto most = std::max_element(spans.begin(), spans.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == spans.end() ? 1 : most->first;
    }

    void add_header(const TablePart& part) {
        for (const GridCell& cell : part.view.grid().cells) {
            if (cell.row >= part.header_rows) continue;
            const std::int32_t span = std::min(cell.row_span, part.header_rows - cell.row);
            // A page may cut the header into more rows than the first.
            LogicalCell* known = covering(std::min(cell.row, chain_.header_rows - 1), cell.column);
            LogicalCell& target = known != nullptr ? *known : new_cell(cell.row, span, cell, true);
            target.pieces.push_back(piece_of(part, cell));
        }
    }

    void add_body(std::size_t index) {
        const TablePart& part = chain_.parts[index];
        if (part.view.rows() <= part.header_rows) return;
        const bool cut_by_page =
            index > 0 && (chain_.parts[index - 1].page != part.page ||
                          (part.header_rows > 0 && chain_.parts[index - 1].header_rows == 0));
        const RowCut cut =
            !cut_by_page ? RowCut{} : judge_row_cut(chain_.parts, row_begins_, index, key_column_);
        const std::int32_t first = cut.joined ? built_.table.rows - 1 : built_.table.rows;
        if (cut.joined) {
            built_.table.joins.push_back(
                {first, chain_.parts[index - 1].page, part.page, cut.reason, cut.confidence});
        } else if (cut.doubtful) {
            note_open_seam(index);
        }
        if (!cut.joined || part.view.rows() > part.header_rows + 1) row_begins_ = index;
        for (const GridCell& cell : part.view.grid().cells) {
            if (cell.row + cell.row_span <= part.header_rows) continue;
            add_body_cell(part, cell, first, cut.joined);
        }
        built_.table.rows = first + part.view.rows() - part.header_rows;
    }

    void add_body_cell(const TablePart& part, const GridCell& cell, std::int32_t first, bool joined) {
        const std::int32_t top = std::max(cell.row, part.header_rows);
        const std::int32_t row = first + top - part.header_rows;
        const std::int32_t end = first + cell.row + cell.row_span - part.header_rows;
        const bool first_row = top == part.header_rows;
        LogicalCell* above = nullptr;
        if (first_row && joined) above = covering(row, cell.column);
        if (first_row && above == nullptr) above = merged_above(row, cell, usual_height(part.view, top));
        if (above == nullptr) {
            new_cell(row, end - row, cell, false).pieces.push_back(piece_of(part, cell));
            return;
        }
        above->pieces.push_back(piece_of(part, cell));
        above->row_span = std::max(above->row_span, end - above->row);
        cover(static_cast<std::size_t>(above - built_.table.cells.data()));
    }

    /// The cell above the page's end that an empty cell, merged over rows, goes on with: a project beside
    /// its activities. The same words printed again count as empty.
    LogicalCell* merged_above(std::int32_t row, const GridCell& cell, std::int32_t height) {
        if (row <= chain_.header_rows) return nullptr;
        LogicalCell* above = covering(row - 1, cell.column);
        if (above == nullptr || above->column != cell.column || above->column_span != cell.column_span)
            return nullptr;
        const bool merged = above->row_span > usual_span(row - 1) || cell.row_span > height;
        if (!merged || above->header) return nullptr;
        const bool repeats = !cell.lines.empty() &&
                             thai::same(joined_text(cell.lines), joined_text(above->pieces.front().lines));
        return cell.lines.empty() || repeats ? above : nullptr;
    }

    /// The row that begins the part is not joined with the one before, and that is not sure.
    void note_open_seam(std::size_t index) {
        const TablePart& part = chain_.parts[index];
        built_.table.open_seams.push_back({built_.table.rows, chain_.parts[index - 1].page, part.page});
        if (!key_column_) return;
        Finding finding;
        finding.code = FindingCode::kRowStartsWithoutKey;
        finding.page = part.page;
        finding.arguments = {std::to_string(part.page.value)};
        built_.findings.push_back(std::move(finding));
    }

    const Chain& chain_;
    const SidePages& sides_;
    std::optional<std::int32_t> key_column_;
    std::size_t row_begins_ = 0;  ///< the part on which the last row begins
    BuiltTable built_;
    std::map<Position, std::size_t> covering_;
};

}  // namespace

BuiltTable build_table(const Chain& chain, const SidePages& sides) { return Builder(chain, sides).build(); }

}  // namespace tarang::stitch
