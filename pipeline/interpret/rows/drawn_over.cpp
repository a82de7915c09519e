#include "pipeline/interpret/rows/drawn_over.h"

#include <algorithm>
#include <map>

#include "models/flags.h"
#include "pipeline/interpret/rows/fields.h"

namespace tarang::interpret {
namespace {

bool asks_for_marks(const ColumnMap& map, std::size_t column) {
    return map.ticks[column] || map.calendar[column].has_value();
}

bool is_foreign(const CellMark& mark, bool marks_asked_for) {
    return mark.kind == CellMark::Kind::kScrawl || (mark.kind == CellMark::Kind::kFigure && !marks_asked_for);
}

bool was_scanned(const std::vector<PageInfo>& pages, PageNumber number) {
    return std::any_of(pages.begin(), pages.end(), [number](const PageInfo& page) {
        return page.number == number && page.source == Source::kOcr;
    });
}

}  // namespace

std::vector<Finding> drawn_over(const TableView& view, const ColumnMap& map, const RowGroup& group,
                                const std::vector<PageInfo>& pages, const ActivityRecord& activity) {
    std::map<std::string, Finding> by_field;
    for (const CleanCell* cell : view.cells_of(group.first, group.last)) {
        const auto column = static_cast<std::size_t>(home_column(map, *cell));
        for (const PlacedMark& placed : cell->marks) {
            if (!is_foreign(placed.mark, asks_for_marks(map, column)) || !was_scanned(pages, placed.page))
                continue;
            Finding finding;
            finding.code = FindingCode::kDrawnOver;
            finding.page = placed.page;
            finding.region = placed.region;
            finding.activity_id = activity.id;
            finding.field = field_name(map, column);
            by_field.try_emplace(finding.field, std::move(finding));
        }
    }
    std::vector<Finding> findings;
    for (auto& [name, finding] : by_field) {
        // A column that the table does not print has no field.
        if (field_named(activity, name) == nullptr) finding.activity_id.clear(), finding.field.clear();
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace tarang::interpret
