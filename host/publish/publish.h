// publish: what changed in a database goes to a server, for those who ask questions.
//
// A subject (a document with all that belongs to it, see store/publication.h) goes whole in one transaction,
// and many of them share one for speed. The server keeps each subject's stamp beside its rows, so that
// whatever happens in between, the next run finds what is missing, and nothing else is sent.
#pragma once

#include <cstdint>

#include "host/publish/warehouse.h"
#include "pipeline/store/database.h"

namespace tarang::publish {

struct PublishReport {
    std::int64_t sent = 0;     ///< documents and lists
    std::int64_t removed = 0;  ///< those that the database has no more
    std::int64_t unchanged = 0;
    std::int64_t rows = 0;  ///< that were sent
    TextSearch search = TextSearch::kIndexed;
};

/// Brings the server up to date with the database as it is when this begins. Throws RunError; what was
/// committed until then stays, whole documents each.
PublishReport publish(store::Database& database, Warehouse& warehouse);

}  // namespace tarang::publish
