// Decisions about documents that can be seen and taken back: which version stands, and which of several paths
// is a document's own. And the one that cannot: to forget a document.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "models/submission.h"
#include "pipeline/store/database.h"

namespace tarang::store {

class History {
public:
    explicit History(Database& database) : connection_(&database.connection()) {}

    /// Every decision with a number larger than `after`, in order.
    void for_each(const std::function<void(const Decision&)>& visit, std::int64_t after = 0);
    /// Number of the last decision; 0: there is none.
    std::int64_t last();

    /// Takes a decision back and remembers that; gives the new entry.
    /// - superseded: the older version is current again, beside the newer, and is never superseded again by
    ///   itself.
    /// - duplicate: the path becomes the document's own, and the one that was is now the duplicate.
    /// - undone: the decision stands again.
    /// Throws RunError(kUsage) where there is no such decision, it was taken back already, or its document
    /// was forgotten.
    Decision undo(std::int64_t number);

    /// Removes a document with all that was read from it, its cached pages and its paths, and what of it
    /// stands in the search index and in unused parts of the file. What it had superseded is current again,
    /// or superseded by its own successor. The entry of this decision keeps its hash and nothing else.
    /// The kept original is the caller's to remove, before.
    void forget(std::string_view sha256);

private:
    Decision decision(std::int64_t number);

    Connection* connection_;
};

}  // namespace tarang::store
