// A record as the page gets it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "apps/review/opened.h"
#include "host/export/json/json_writer.h"
#include "models/finding.h"
#include "pipeline/store/seeds.h"

namespace tarang::review {

struct RecordContext {
    Language language = Language::kThai;
    std::optional<std::string> held_by;  ///< who has it open in another session
    bool held_elsewhere = false;         ///< by the same reviewer, in another browser
    std::set<std::string> in_sample;     ///< fields of this record in an unfinished sample
    std::vector<store::Seed> seeds;      ///< values made wrong, shown in the place of the record's own
};

/// Writes the record at `position` as an object.
void write_record(exporting::JsonWriter& json, const OpenedDocument& document, std::size_t position,
                  const RecordContext& context);

}  // namespace tarang::review
