// The table of a record that has places instead of pages, drawn as a grid.
#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "apps/review/app.h"
#include "host/audit/anchors.h"
#include "host/export/json/record_json.h"
#include "host/export/report/table_drawing.h"

namespace tarang::review {
namespace {

using exporting::DrawnCell;
using exporting::DrawnTable;
using exporting::JsonWriter;

bool stands_at(const Field& field, const Place& place) {
    return std::any_of(field.fragments.begin(), field.fragments.end(),
                       [&place](const Fragment& fragment) { return fragment.place == place; });
}

/// The table of a cell, and its row there.
struct Found {
    std::size_t table = 0;
    std::int32_t row = 0;
};

std::optional<Found> cell_at(const CleanDocument& document, const std::vector<Place>& places) {
    for (const Place& place : places) {
        for (std::size_t i = 0; i < document.tables.size(); ++i) {
            for (const CleanCell& cell : document.tables[i].cells) {
                if (!cell.header && stands_at(cell.value, place)) return Found{i, cell.row};
            }
        }
    }
    return std::nullopt;
}

void write_cell(JsonWriter& json, const DrawnCell& cell) {
    json.begin_object();
    json.member("x", cell.box.left);
    json.member("y", cell.box.top);
    json.member("width", cell.box.width());
    json.member("height", cell.box.height());
    json.member("framed", cell.framed);
    json.member("header", cell.header);
    json.member("ground",
                cell.ground == kWhite ? std::nullopt : std::optional(static_cast<std::int32_t>(cell.ground)));
    json.member("line", cell.line);
    json.member("figure", cell.figure);
    json.key("lines");
    exporting::write_texts(json, cell.lines);
    json.key("places").begin_array();
    for (const Place& place : cell.places) exporting::write_place(json, place);
    json.end_array();
    json.end_object();
}

std::string grid_answer(const CleanDocument& document, const std::vector<Place>& places) {
    const auto found = cell_at(document, places);
    DrawnTable drawn;
    if (found) {
        const CleanTable& table = document.tables[found->table];
        std::vector<Field> lines = found->table == 0 ? document.title_block : std::vector<Field>();
        lines.insert(lines.end(), table.headings.begin(), table.headings.end());
        drawn = exporting::drawing_of(table, lines, found->row);
    }
    std::ostringstream text;
    JsonWriter json(text, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("width", drawn.width);
    json.member("height", drawn.height);
    json.member("letters", exporting::kDrawnLetters);
    json.member("line", exporting::kDrawnLine);
    json.member("padding", exporting::kDrawnPadding);
    json.member("rows_left_out", drawn.rows_left_out);
    json.key("cells").begin_array();
    for (const DrawnCell& cell : drawn.cells) write_cell(json, cell);
    json.end_array();
    json.end_object();
    return text.str();
}

}  // namespace

void ReviewApp::grid(const Call& call, const Reply& reply) {
    const auto document = document_of(call.request.parameter("document"));
    const std::size_t position = position_of(*document, call.request.parameter("activity"));
    std::vector<Place> places;
    for (const Fragment& piece : audit::pieces_of(document->stored.records.activities[position])) {
        if (piece.place) places.push_back(*piece.place);
    }
    images_.tables(document->stored.entry,
                   [reply, places, language = call.language](const OfficeTables& tables) {
                       if (tables.first) return reply(grid_answer(*tables.first, places));
                       reply(RunError(ExitCode::kFailed, message_of(tables.second, language)));
                   });
}

}  // namespace tarang::review
