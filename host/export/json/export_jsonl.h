// `tarang export --format jsonl`: one activity a line, together with its document
// (schemas/json/activity.schema.json).
#pragma once

#include <ostream>

#include "host/export/export.h"

namespace tarang::exporting {

/// A line stands by itself: it can be sorted, split off and put together with lines of other databases. It is
/// the activity of the export contract, with what names its document and the findings about it beside.
class JsonlExport : public Export {
public:
    JsonlExport(std::ostream& out, Language language) : out_(out), language_(language) {}

    void add(const StoredDocument& document) override;
    void finish() override {}

private:
    std::ostream& out_;
    Language language_;
};

}  // namespace tarang::exporting
