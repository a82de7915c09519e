// The index that finds parts of words on the server. PostgreSQL takes trigrams of what its LC_CTYPE calls
// letters; under "C" no Thai character is one, a Thai word has no trigrams, and the index would be asked in
// vain for every row.
#pragma once

#include "host/publish/postgresql/session.h"
#include "host/publish/warehouse.h"

namespace tarang::publish {

/// Makes the index where it is not there yet. What stands in the way is no fault of what was published: a
/// search finds the same without it, only slowly.
TextSearch index_texts(Session& session);

/// The database's LC_CTYPE.
std::string letters_of(Session& session);

}  // namespace tarang::publish
