#include "pipeline/interpret/rows/seam_flags.h"

#include <algorithm>
#include <set>

#include "models/flags.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

/// Columns of a page's grid.
using Columns = std::set<std::int32_t>;

bool has_words(const Fragment& fragment, PageNumber page) {
    return fragment.region.page == page && !fragment.raw.empty();
}

/// The columns in which the row has words on the page.
Columns columns_with_words(const TableView& view, std::int32_t row, PageNumber page) {
    Columns columns;
    for (const CleanCell* cell : view.cells_of(row, row)) {
        for (const Fragment& fragment : cell->value.fragments) {
            if (has_words(fragment, page)) columns.insert(fragment.column);
        }
    }
    return columns;
}

/// Flags the fields with words on the page, in one of the columns where `columns` is given.
void flag(const ActivityRecord& activity, PageNumber page, const Columns* columns, PageNumber upper,
          PageNumber lower, std::vector<Finding>& findings) {
    const auto touches = [&](const Field& field) {
        return std::any_of(field.fragments.begin(), field.fragments.end(), [&](const Fragment& fragment) {
            return has_words(fragment, page) && (columns == nullptr || columns->contains(fragment.column));
        });
    };
    const auto look_at = [&](const std::string& name, const Field& field) {
        if (!touches(field)) return;
        findings.push_back(finding_on(activity, name, field, FindingCode::kJoinDoubtful,
                                      {std::to_string(upper.value), std::to_string(lower.value)}));
    };
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i]) look_at(std::string(name_of(static_cast<FieldKey>(i))), *activity.fields[i]);
    }
    for (const ExtraField& extra : activity.extra) look_at(name_of(extra), extra.field);
}

}  // namespace

std::vector<Finding> doubts_at_seams(const ActivityRecord& activity, const TableView& view,
                                     const RowGroup& group) {
    const auto in_group = [&group](std::int32_t row) { return row >= group.first && row <= group.last; };
    std::vector<Finding> findings;
    for (const Join& join : view.table().joins) {
        if (in_group(join.row) && join.confidence < kDoubtfulJoin)
            flag(activity, join.lower, nullptr, join.upper, join.lower, findings);
    }
    for (const OpenSeam& seam : view.table().open_seams) {
        if (in_group(seam.row)) flag(activity, seam.lower, nullptr, seam.upper, seam.lower, findings);
        if (in_group(seam.row) || !in_group(seam.row - 1)) continue;
        const Columns below = columns_with_words(view, seam.row, seam.lower);
        flag(activity, seam.upper, &below, seam.upper, seam.lower, findings);
    }
    return findings;
}

}  // namespace tarang::interpret
