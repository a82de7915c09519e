// `tarang export --format csv`: one activity a row, under stable column names (docs/data-dictionary.md).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "host/export/export.h"
#include "host/export/tables/csv_writer.h"
#include "host/export/tables/extra_columns.h"

namespace tarang::exporting {

class CsvExport : public Export {
public:
    /// `extra_columns`: the names of all unknown columns of the documents to come, in the order of their
    /// columns.
    CsvExport(std::ostream& out, std::vector<std::string> extra_columns);

    void add(const StoredDocument& document) override;
    void finish() override {}

private:
    CsvWriter csv_;
    ExtraColumns extra_;
};

}  // namespace tarang::exporting
