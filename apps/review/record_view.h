// A record as the page gets it.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "apps/review/opened.h"
#include "host/export/json/json_writer.h"
#include "models/finding.h"

namespace tarang::review {

struct RecordContext {
    Language language = Language::kThai;
    std::optional<std::string> held_by;  ///< who has it open in another session
    bool held_elsewhere = false;         ///< by the same reviewer, in another browser
    std::set<std::string> in_sample;     ///< fields of this record in an unfinished sample
};

/// Writes the record at `position` as an object.
void write_record(exporting::JsonWriter& json, const OpenedDocument& document, std::size_t position,
                  const RecordContext& context);

}  // namespace tarang::review
