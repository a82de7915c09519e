#include "pipeline/normalize/normalize.h"

#include <algorithm>
#include <string_view>

#include "lib/thai/text_repair.h"
#include "pipeline/normalize/doubts.h"
#include "pipeline/normalize/on_page.h"
#include "pipeline/normalize/seam.h"
#include "pipeline/normalize/spreads.h"

namespace tarang::normalize {
namespace {

/// One line with the cell that it stands in.
struct PlacedText {
    const TextLine* line;
    Rect cell;
};

std::vector<PlacedText> lines_in(const std::vector<CellPiece>& pieces) {
    std::vector<PlacedText> lines;
    for (const CellPiece& piece : pieces) {
        for (const TextLine& line : piece.lines) lines.push_back({&line, piece.box});
    }
    return lines;
}

/// `doubts`: those of the lines, at their places in the text.
std::string joined(const std::vector<PlacedText>& lines, std::vector<Doubt>& doubts) {
    std::string text;
    std::string_view before;  // the line that runs on into the last one
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            const TextLine& upper = *lines[i - 1].line;
            const SeamKind seam = seam_of(upper, *lines[i].line, lines[i - 1].cell, before);
            if (seam == SeamKind::kSpace) text += ' ';
            if (seam == SeamKind::kBreak) text += '\n';
            before = seam == SeamKind::kNothing ? std::string_view(upper.text) : std::string_view();
        }
        if (const auto& more = lines[i].line->doubts; !more.empty())
            append_doubts(doubts, more, code_points_in(text));
        text += lines[i].line->text;
    }
    return text;
}

Fragment fragment_of(const CellPiece& piece) {
    Fragment fragment;
    fragment.row = piece.row;
    fragment.column = piece.column;
    Rect words;
    for (const TextLine& line : piece.lines) {
        words = unite(words, line.box);
        if (!fragment.raw.empty()) fragment.raw += '\n';
        fragment.raw += line.raw_text();
    }
    fragment.region = {piece.page, piece.lines.empty() ? piece.box : words, std::nullopt};
    return fragment;
}

/// Pieces with words; the first piece where none has.
std::vector<Fragment> fragments_of(const std::vector<CellPiece>& pieces) {
    std::vector<Fragment> fragments;
    for (const CellPiece& piece : pieces) {
        if (!piece.lines.empty()) fragments.push_back(fragment_of(piece));
    }
    if (fragments.empty() && !pieces.empty()) fragments.push_back(fragment_of(pieces.front()));
    return fragments;
}

Field field_of(const std::vector<CellPiece>& pieces) {
    const std::vector<PlacedText> lines = lines_in(pieces);
    Field field;
    std::vector<Doubt> doubts;
    const std::string text = joined(lines, doubts);
    field.text = thai::repair_text(text);
    field.unsure = unsure_letters(doubts, text, field.text);
    field.fragments = fragments_of(pieces);
    for (const PlacedText& placed : lines) {
        field.confidence *= placed.line->confidence;
        if (placed.line->source == Source::kOcr) field.source = Source::kOcr;
    }
    return field;
}

/// Headings: the lines of one block are one heading only if the text runs on; each line is its own piece,
/// so each becomes a field.
std::vector<Field> fields_of(const std::vector<CellPiece>& lines) {
    std::vector<Field> fields;
    for (const CellPiece& line : lines) fields.push_back(field_of({line}));
    return fields;
}

/// A header is printed anew on every page: its first piece with words says it, all pieces show where.
Field header_field_of(const std::vector<CellPiece>& pieces) {
    const auto printed = std::find_if(pieces.begin(), pieces.end(),
                                      [](const CellPiece& piece) { return !piece.lines.empty(); });
    Field field = field_of({printed == pieces.end() ? pieces.front() : *printed});
    field.fragments = fragments_of(pieces);
    return field;
}

std::vector<PlacedMark> marks_of(const std::vector<CellPiece>& pieces) {
    std::vector<PlacedMark> marks;
    for (const CellPiece& piece : pieces) {
        for (const CellMark& mark : piece.marks)
            marks.push_back({piece.page, mark, {piece.page, mark.box, std::nullopt}});
    }
    return marks;
}

CleanCell clean(const LogicalCell& cell) {
    CleanCell result{cell.row, cell.column, cell.row_span, cell.column_span, cell.header, {}, {}};
    result.value = cell.header ? header_field_of(cell.pieces) : field_of(cell.pieces);
    if (!cell.header) result.marks = marks_of(cell.pieces);
    return result;
}

CleanTable clean(const LogicalTable& table) {
    CleanTable result;
    result.pages = table.pages;
    result.columns = table.columns;
    result.header_rows = table.header_rows;
    result.rows = table.rows;
    result.joins = table.joins;
    result.open_seams = table.open_seams;
    result.headings = fields_of(table.headings);
    result.cells.reserve(table.cells.size());
    for (const LogicalCell& cell : table.cells) result.cells.push_back(clean(cell));
    return result;
}

}  // namespace

Reading reading_of(std::span<const TextLine> lines) {
    Rect around;
    for (const TextLine& line : lines) around = unite(around, line.box);
    Reading reading;
    std::vector<PlacedText> placed;
    for (const TextLine& line : lines) {
        placed.push_back({&line, around});
        reading.confidence *= line.confidence;
    }
    std::vector<Doubt> doubts;  // a reading is as sure as a whole
    reading.text = thai::repair_text(joined(placed, doubts));
    return reading;
}

CleanDocument normalize(StitchedDocument document) {
    CleanDocument result;
    result.pages = std::move(document.pages);
    result.findings = std::move(document.findings);
    result.title_block = fields_of(document.title_block);
    result.other_text = fields_of(document.other_text);
    for (LogicalTable& table : document.tables) {
        result.tables.push_back(clean(table));
        table = {};
    }
    place_on_pages(result);
    number_as_in_file(result);
    return result;
}

}  // namespace tarang::normalize
