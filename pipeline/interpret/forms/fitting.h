// Which form a document's tables are of.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// All tables of a document as one form sees them.
struct Fitting {
    const Profile* profile = nullptr;
    std::vector<ColumnMap> maps;  ///< by table
    float weight = 0;             ///< of the tables that fit
};

/// The form that fits best, and what it was chosen over.
struct Choice {
    Fitting best;
    std::string others;  ///< "name (tables that it fits), ..."
};

/// How many tables fit.
std::ptrdiff_t fitting_tables(const Fitting& fitting);

/// The first that fits; a later, more special one where it fits all the same tables as well. So a plan in a
/// report's annex never makes a plan of the report.
/// A table without a header goes on with the columns of the one before; on scans, a header that is misread in
/// one place is known by the same header over another table.
Choice best_fitting(std::span<const TableView> views, std::span<const Profile> candidates);

/// The levels of a header as one text: "งบประมาณ > เบิกจ่าย".
std::string joined(const std::vector<std::string>& path);

}  // namespace tarang::interpret
