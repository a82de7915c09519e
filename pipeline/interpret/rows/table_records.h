// One table of the form as activities and other rows.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Makes records of one table after the other, since headings hold on and ids must differ.
class RecordBuilder {
public:
    /// `records` receives the results; both outlive the builder.
    RecordBuilder(const Profile& profile, std::optional<BuddhistYear> fiscal_year, DocumentRecords& records)
        : profile_(&profile), fiscal_year_(fiscal_year), records_(&records), headings_(profile) {}

    Headings& headings() { return headings_; }

    /// `index` is the table's place in the document.
    void add_table(const TableView& view, const ColumnMap& map, std::int32_t index);

private:
    struct Context;
    void add_row(const Context& context, const RowGroup& group);
    void add_activity(const Context& context, const RowGroup& group);
    void add_other(const Context& context, const RowGroup& group, OtherRow::Kind kind);
    void add_joins(const Context& context, const RowGroup& group, const std::string& id);
    std::string id_of(const Context& context, const RowGroup& group);

    const Profile* profile_;
    std::optional<BuddhistYear> fiscal_year_;
    DocumentRecords* records_;
    Headings headings_;
    std::set<std::string> ids_;
};

}  // namespace tarang::interpret
