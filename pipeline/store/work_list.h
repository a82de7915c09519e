// What there is to check, the riskiest first.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/provenance.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// Why a record should be looked at, in the order in which it should be.
enum class Risk : std::uint8_t {
    kFailed,  ///< a check failed: the paper contradicts itself, or a value was not understood
    kUnsure,  ///< read with little confidence
    kSample,  ///< drawn in a sample that is not finished
    kRest,
};
std::string_view name_of(Risk risk);

/// One record of a current document.
struct WorkItem {
    std::int64_t document = 0;  ///< place in the ledger
    std::string activity;       ///< key
    std::string number;
    std::int32_t position = 0;
    Risk risk = Risk::kRest;
    std::int32_t awaiting = 0;  ///< fields that are flagged and that nobody has decided
    std::int32_t decided = 0;   ///< fields that somebody has decided
    bool sampled = false;       ///< has an undecided item of an unfinished sample
};

struct WorkDocument {
    std::string sha256;
    std::string file_name;
    std::string title;
};

struct WorkList {
    std::vector<WorkItem> items;  ///< by risk, then in the order of path and document
    std::map<std::int64_t, WorkDocument> documents;
    std::int64_t fields = 0;  ///< of all items
};

/// All records of the current documents. Reads what is flagged, not every field: ten thousand records take
/// some milliseconds.
WorkList read_work_list(Database& database);

/// What a line of the list shows beside: read for the lines on the screen only.
struct WorkDetails {
    std::string text;  ///< the activity's
    std::int32_t fields = 0;
    std::vector<PageNumber> pages;  ///< on which the record stands
};
WorkDetails read_work_details(Database& database, const WorkItem& item);

}  // namespace tarang::store
