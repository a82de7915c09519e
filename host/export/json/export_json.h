// `tarang export --format json`: the export contract, version 2 (schemas/json/export.schema.json).
//
// Every key is always there: lists may be empty, what is not known is null. Only `fields` of an activity
// tells by absence: a column that the report's form has not is not in it.
#pragma once

#include <ostream>

#include "host/export/export.h"
#include "host/export/json/json_writer.h"

namespace tarang::exporting {

class JsonExport : public Export {
public:
    /// Begins the file. Messages are in `language`.
    JsonExport(std::ostream& out, Language language);

    void add(const StoredDocument& document) override;
    void finish() override;

private:
    std::ostream& out_;
    JsonWriter json_;
    Language language_;
};

}  // namespace tarang::exporting
