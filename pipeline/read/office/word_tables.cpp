#include "pipeline/read/office/word_tables.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/read/office/clean_cells.h"
#include "pipeline/read/office/word_grid.h"
#include "pipeline/read/office/word_items.h"
#include "pipeline/read/office/word_marks.h"

namespace tarang::read::office {
namespace {

/// Texts of blocks, one under another; of a table inside, each row's cells beside each other.
struct Texts {
    std::string text;
    std::string raw;
    bool changed = false;
};

void add_line(Texts& texts, const std::string& text, const std::string& raw, bool& first) {
    if (!std::exchange(first, false)) {
        texts.text += '\n';
        texts.raw += '\n';
    }
    texts.text += text;
    texts.raw += raw;
}

Texts texts_of(const std::vector<WordBlock>& blocks);

void add_table(const WordTable& table, Texts& texts, bool& first) {
    for (const WordRow& row : table.rows) {
        if (row.deleted) continue;
        Texts line;
        for (const WordCell& cell : row.cells) {
            const Texts inner = texts_of(cell.blocks);
            line.text += (line.text.empty() ? "" : " ") + inner.text;
            line.raw += (line.raw.empty() ? "" : " ") + inner.raw;
            texts.changed = texts.changed || inner.changed;
        }
        add_line(texts, line.text, line.raw, first);
    }
}

Texts texts_of(const std::vector<WordBlock>& blocks) {
    Texts texts;
    bool first = true;
    for (const WordBlock& block : blocks) {
        if (const auto* paragraph = std::get_if<WordParagraph>(&block)) {
            add_line(texts, paragraph->text, paragraph->raw, first);
            texts.changed = texts.changed || paragraph->changed;
        } else {
            add_table(*std::get<std::unique_ptr<WordTable>>(block), texts, first);
        }
    }
    return texts;
}

/// The one cell of a frame around a text or a table; null for any other table.
const WordCell* framed(const WordTable& table) {
    const WordCell* only = nullptr;
    for (const WordRow& row : table.rows) {
        if (row.deleted) continue;
        for (const WordCell& cell : row.cells) {
            if (only != nullptr) return nullptr;
            only = &cell;
        }
    }
    return only;
}

bool holds_table(const WordCell& cell) {
    return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const WordBlock& block) {
        const auto* table = std::get_if<std::unique_ptr<WordTable>>(&block);
        return table != nullptr && (*table)->rows.size() > 1 && framed(**table) == nullptr;
    });
}

/// The cells of a table that only places tables beside each other: one column after the other, so that what
/// stands over a table comes before it. None where it is a table of its own.
std::vector<const WordCell*> laid_out(const WordTable& table) {
    const WordGrid grid = grid_of(table);
    std::vector<const PlacedCell*> cells;
    std::ptrdiff_t tables = 0;
    for (const PlacedCell& placed : grid.cells) {
        if (holds_table(*placed.cell)) ++tables;
        if (!tidy(texts_of(placed.cell->blocks).text).empty()) cells.push_back(&placed);
    }
    // Beside each table there may be one line over it.
    if (tables < 2 || std::ssize(cells) > 2 * tables) return {};
    std::stable_sort(cells.begin(), cells.end(),
                     [](const PlacedCell* a, const PlacedCell* b) { return a->column < b->column; });
    std::vector<const WordCell*> result;
    for (const PlacedCell* placed : cells) result.push_back(placed->cell);
    return result;
}

Place place_in(Place place, std::int32_t row, std::int32_t column) {
    place.row = row + 1;
    place.column = column + 1;
    return place;
}

class Cleaner {
public:
    Cleaner(const WordDocument& document, const Limits& limits) : document_(document), limits_(limits) {}

    std::variant<OfficeContent, EventCode> clean() {
        read(document_.blocks, true);
        if (too_large_) return EventCode::kTooComplex;
        for (Field& line : lines_) result_.other_text.push_back(std::move(line));
        tell(FindingCode::kHiddenText, document_.hidden_letters);
        return std::move(content_);
    }

private:
    void tell(FindingCode code, std::int64_t count) {
        if (count == 0) return;
        Finding& finding = result_.findings.emplace_back();
        finding.code = code;
        finding.arguments = {std::to_string(count)};
    }

    void read(const std::vector<WordBlock>& blocks, bool outermost) {
        for (const WordBlock& block : blocks) {
            if (const auto* paragraph = std::get_if<WordParagraph>(&block)) {
                if (outermost) add_paragraph(*paragraph);
                add_pictures(*paragraph);
                continue;
            }
            const WordTable& table = *std::get<std::unique_ptr<WordTable>>(block);
            if (const WordCell* frame = framed(table)) {
                read(frame->blocks, outermost);
            } else if (const auto cells = laid_out(table); !cells.empty()) {
                for (const WordCell* cell : cells) read(cell->blocks, outermost);
            } else if (!table.rows.empty()) {
                add_table(table, outermost);
            }
        }
    }

    void add_paragraph(const WordParagraph& paragraph) {
        ++paragraphs_;
        if (paragraph.page_before && result_.tables.empty() && !lines_.empty())
            std::move(lines_.begin(), lines_.end(), std::back_inserter(result_.title_block)), lines_.clear();
        std::size_t begin = 0;
        while (begin <= paragraph.text.size()) {
            const std::size_t end = std::min(paragraph.text.find('\n', begin), paragraph.text.size());
            add_line(paragraph, paragraph.text.substr(begin, end - begin));
            begin = end + 1;
        }
        if (paragraph.changed)
            note_change(paragraph.raw, Place{.kind = Place::Kind::kTable, .paragraph = paragraphs_});
    }

    void add_pictures(const WordParagraph& paragraph) {
        for (const WordPicture& shown : paragraph.pictures) {
            const bool page = !shown.picture.part.empty() && shown.section < document_.sections.size() &&
                              fills(document_.sections[shown.section], shown.picture);
            if (page)
                content_.pictures.push_back({shown.picture, static_cast<std::int32_t>(result_.tables.size()),
                                             std::exchange(lines_, {})});
            else if (is_large(shown.picture))
                ++content_.other_pictures;
        }
    }

    void add_line(const WordParagraph& paragraph, const std::string& line) {
        if (tidy(line).empty()) return;
        const bool whole = line.size() == paragraph.text.size();
        lines_.push_back(field_of(line, whole ? paragraph.raw : line,
                                  Place{.kind = Place::Kind::kTable, .paragraph = paragraphs_}));
    }

    void note_change(const std::string& raw, const Place& place) {
        Finding change;
        change.code = FindingCode::kTrackedChange;
        change.place = place;
        change.arguments = {raw};
        result_.findings.push_back(std::move(change));
    }

    void add_table(const WordTable& table, bool outermost) {
        const auto number = static_cast<std::int32_t>(result_.tables.size()) + 1;
        const WordGrid grid = grid_of(table);
        if (grid.rows == 0) return;
        too_large_ = too_large_ || std::int64_t{grid.rows} * grid.columns() > limits_.max_grid;
        if (too_large_) return;
        std::vector<GridPart> parts;
        const Place first{.kind = Place::Kind::kTable, .table = number};
        for (const PlacedCell& placed : grid.cells) {
            Texts texts = texts_of(placed.cell->blocks);
            GridPart part;
            part.row = placed.row;
            part.column = placed.column;
            part.row_span = placed.row_span;
            part.column_span = placed.column_span;
            part.place = place_in(first, placed.row, placed.column);
            if (texts.changed) note_change(texts.raw, part.place);
            part.text = std::move(texts.text);
            part.raw = std::move(texts.raw);
            parts.push_back(std::move(part));
        }
        place_shapes(grid, table.indent, document_.margin_left, parts);
        const std::int32_t rows = part_items(grid.rows, grid.columns(), parts);
        CleanTable clean = table_of(rows, grid.columns(), std::move(parts), first, place_in);
        clean.header_rows = grid.header_rows;
        for (std::size_t i = 1; i < grid.edges.size(); ++i)
            clean.widths.push_back(grid.edges[i] - grid.edges[i - 1]);
        if (outermost) clean.headings = std::exchange(lines_, {});
        if (grid.deleted_rows > 0) note_change("", first);
        result_.tables.push_back(std::move(clean));
        for (const PlacedCell& placed : grid.cells) read(placed.cell->blocks, false);
    }

    const WordDocument& document_;
    const Limits& limits_;
    bool too_large_ = false;
    OfficeContent content_;
    CleanDocument& result_ = content_.document;
    std::vector<Field> lines_;  ///< since the table before
    std::int32_t paragraphs_ = 0;
};

}  // namespace

std::variant<OfficeContent, EventCode> clean_word(const WordDocument& document, const Limits& limits) {
    return Cleaner(document, limits).clean();
}

}  // namespace tarang::read::office
