// Regions -> columns: the white corridors that run down between what stands in columns.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/layout/aligned/regions.h"

namespace tarang::layout {

/// What a column's cells cover, from the leftmost to the rightmost letter.
struct ColumnSpan {
    Points left = 0;
    Points right = 0;
    bool operator==(const ColumnSpan&) const = default;
};

/// A segment and the columns that it stands in.
struct Part {
    Segment segment;
    std::int32_t first = 0;
    std::int32_t last = 0;
    bool operator==(const Part&) const = default;
    bool spans() const { return last > first; }
};

/// One printed line of a table, cut at its columns.
struct TableLine {
    PrintLine line;
    std::vector<Part> parts;  ///< left to right
    bool operator==(const TableLine&) const = default;

    /// The part that stands in one column alone, or nullptr.
    const Part* in(std::int32_t column) const {
        for (const Part& part : parts) {
            if (part.first == column && part.last == column) return &part;
        }
        return nullptr;
    }
};

struct ColumnedLines {
    std::vector<ColumnSpan> columns;
    std::vector<TableLine> lines;
    bool operator==(const ColumnedLines&) const = default;
};

/// Finds the columns: lines with the most segments first, each segment widens the column that it meets or
/// founds one; what meets several spans them. At most 64 columns; empty where there are more.
ColumnedLines columned(const std::vector<PrintLine>& lines);

/// Cuts lines at columns that are known already.
std::vector<TableLine> cut_at(const std::vector<PrintLine>& lines, const std::vector<ColumnSpan>& columns);

}  // namespace tarang::layout
