// Full-text search that finds Thai: any part of a word, over spaces and line ends, ๒๕๖๒ and 2562 alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "models/provenance.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// One place where a search word stands.
struct Hit {
    std::string sha256;
    std::string file_name;
    std::string activity_id;      ///< empty: outside the activities
    std::string number;           ///< the activity's; may be empty
    std::string field;            ///< as findings name it; "heading", "cell" and "submission" for the others
    std::string snippet;          ///< the words around the hit; "…" where it was cut
    std::size_t match_begin = 0;  ///< the hit inside the snippet, in bytes
    std::size_t match_length = 0;
    std::optional<PageNumber> page;
    bool operator==(const Hit&) const = default;
};

struct SearchResult {
    std::vector<Hit> hits;  ///< whose submissions they are first; by path, then in the order of the document
    bool more = false;      ///< the limit left some out
};

/// Where a search looks; anywhere where nothing is said.
struct SearchIn {
    std::optional<std::string> sha256 = {};  ///< only this document, current or not
    std::optional<FieldKey> field = {};      ///< only this field of activities
    std::size_t limit = 200;
};

/// White space separates words; an activity (or heading, or other row) is found where it has them all, in
/// whichever fields, and a document by the code and name of who submitted it. Without a document only current
/// ones are searched. Without any word nothing is found. Amounts, years and days are found however they are
/// printed (spellings.h).
SearchResult find(Database& database, std::string_view words, const SearchIn& in = {});

}  // namespace tarang::store
