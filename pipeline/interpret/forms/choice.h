// Which form each table of a document is of.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/forms/judge.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// What one table is read as.
struct TableForm {
    const Profile* profile = nullptr;  ///< null: no form; then `map` is how the last candidate sees it
    ColumnMap map;
    Judgement judgement;  ///< of the chosen form, or of the last candidate
    std::string others;   ///< other candidates that fit: "action_plan, general"

    bool chosen() const { return profile != nullptr; }
};

/// For each table the named form that explains most of its columns, of two that explain as much the later and
/// more special one. An exact form, which somebody made of a table's headers and which says of each column
/// what it is or that it is nothing, outweighs all others where it fits. Where none fits, a general form
/// (`judged`), if it judges the table to be of activities. What speaks strongly against activities, such as a
/// key column of persons' names, outweighs any form. A table without a header goes on with the columns of the
/// one before; on scans, a header that is misread in one place is known by the same header over another
/// table.
std::vector<TableForm> choose_forms(std::span<const TableView> views, std::span<const Profile> candidates,
                                    HeaderCache& cache);

/// The form's columns that the table has: "number, activity, budget".
std::string columns_found(const ColumnMap& map);

/// The levels of a header as one text: "งบประมาณ > เบิกจ่าย".
std::string joined(const std::vector<std::string>& path);

}  // namespace tarang::interpret
