// One document's rows back into records.
#pragma once

#include <cstdint>

#include "models/activity.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Which records of a document.
enum class Edition {
    kCurrent,    ///< with what people decided
    kExtracted,  ///< as the program read them; kept apart for documents that have corrections only
};

/// All records of the document, in the order in which they were written. A period or target in which nothing
/// is known comes back as none.
DocumentRecords read_records(Connection& connection, std::int64_t document,
                             Edition edition = Edition::kCurrent);

}  // namespace tarang::store
