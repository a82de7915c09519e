// One table of activities as records and other rows.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/head/units.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Makes records of one table after the other, since headings hold on and ids must differ.
class RecordBuilder {
public:
    /// `headings` has the words of headings; `records` receives the results. Both outlive the builder.
    RecordBuilder(const Profile& headings, DocumentRecords& records)
        : records_(&records), headings_(headings) {}

    Headings& headings() { return headings_; }

    /// `index` is the table's place in the document; the year is the one that holds for this table.
    void add_table(const TableView& view, const ColumnMap& map, const Profile& profile,
                   std::optional<BuddhistYear> fiscal_year, std::int32_t index);

private:
    struct Context;
    void add_row(const Context& context, const RowGroup& group, RowKind kind);
    void add_section(const Context& context, const RowGroup& group);
    void leave_section(const Context& context, const RowGroup& group);
    void add_activity(const Context& context, const RowGroup& group);
    void add_values(const Context& context, const RowGroup& group, ActivityRecord& activity);
    void add_doubts(const Context& context, const RowGroup& group, const ActivityRecord& activity);
    void add_other(const Context& context, const RowGroup& group, OtherRow::Kind kind);
    void add_joins(const Context& context, const RowGroup& group, const std::string& id);
    void note(std::vector<Finding> findings);
    std::string id_of(const Context& context, const RowGroup& group);

    DocumentRecords* records_;
    Headings headings_;
    std::vector<int> section_;  ///< the number of the section that the rows are in, where it has one
    std::set<std::string> ids_;
};

}  // namespace tarang::interpret
