#include "pipeline/interpret/rows/table_list.h"

#include <algorithm>

#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/forms/kind.h"

namespace tarang::interpret {
namespace {

/// One box a page around all that the table prints there.
std::vector<Region> outline_of(const CleanTable& table) {
    std::vector<Region> outline;
    for (const CleanCell& cell : table.cells) {
        for (const Fragment& piece : cell.value.fragments) {
            if (!piece.on_page()) continue;
            const auto known = std::find_if(outline.begin(), outline.end(), [&piece](const Region& region) {
                return region.page == piece.region.page;
            });
            if (known == outline.end()) {
                outline.push_back({piece.region.page, piece.region.box, std::nullopt});
            } else {
                known->box = unite(known->box, piece.region.box);
            }
        }
    }
    return outline;
}

std::vector<Place> places_of(const CleanTable& table) {
    std::vector<Place> places;
    for (const CleanCell& cell : table.cells) {
        for (const Fragment& piece : cell.value.fragments) {
            if (piece.place && places.empty()) places.push_back(*piece.place);
        }
    }
    return places;
}

/// The words of the body, row by row.
std::vector<std::vector<Field>> rows_of(const TableView& view, std::int32_t header_rows) {
    std::vector<std::vector<Field>> rows;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        std::vector<Field>& fields = rows.emplace_back();
        for (std::int32_t column = 0; column < view.columns(); ++column) {
            const CleanCell* cell = view.at(row, column);
            if (cell == nullptr || cell->row != row || cell->column != column) continue;
            fields.push_back(cell->value);
            fields.back().needs_review = false;
        }
    }
    return rows;
}

/// A table of a scan without a header that has amounts: rows of the table before, perhaps, whose columns were
/// not all seen.
bool may_be_rows(const TableView& view, const Profile& profile) {
    const auto& cells = view.table().cells;
    return view.table().header_rows == 0 &&
           std::any_of(cells.begin(), cells.end(), [&](const CleanCell& cell) {
               return cell.value.source == Source::kOcr && held_in(cell.value.text, profile) == Held::kAmount;
           });
}

}  // namespace

TableRecord describe(const TableView& view, const TableForm& form, const Profile& words) {
    TableRecord table;
    table.regions = outline_of(view.table());
    table.places = places_of(view.table());
    table.header = form.map.headers;
    if (form.chosen()) {
        table.kind = kind_of(form.map, *form.profile);
        table.form = form.profile->name;
        table.reason = TableRecord::Reason{FindingCode::kFormChosen,
                                           {form.profile->name, columns_found(form.map),
                                            form.judgement.text(), form.others.empty() ? "-" : form.others}};
    } else {
        const bool nearly = form.judgement.nearly() || may_be_rows(view, words);
        table.reason = TableRecord::Reason{
            nearly ? FindingCode::kUnknownForm : FindingCode::kTableOfOtherKind, {form.judgement.text()}};
        // What a form would have taken for more of a header is data here; titles are no header at all.
        table.rows = rows_of(view, std::min(form.map.header_rows, view.table().header_rows));
        for (const CleanCell* title : form.map.titles) table.rows.insert(table.rows.begin(), {title->value});
    }
    return table;
}

}  // namespace tarang::interpret
