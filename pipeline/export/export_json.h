// `tarang export --format json`: the export contract, version 1 (schemas/json/export.schema.json).
//
// Every key is always there: lists may be empty, what is not known is null. Only `fields` of an activity
// tells by absence: a column that the report's form has not is not in it.
#pragma once

#include <ostream>

#include "models/ledger.h"
#include "pipeline/export/json_writer.h"

namespace tarang::exporting {

class ExportWriter {
public:
    /// Begins the file. Messages are in `language`.
    ExportWriter(std::ostream& out, Language language);

    void add(const StoredDocument& document);

    /// Ends the file. Without this call it is no valid JSON, and so cannot be taken for a whole export.
    void finish();

private:
    std::ostream& out_;
    JsonWriter json_;
    Language language_;
};

}  // namespace tarang::exporting
