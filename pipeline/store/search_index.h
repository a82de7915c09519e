// The search index: which documents have all trigrams of a word. What it is asked is in search.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// The index knows no shorter words.
inline constexpr std::size_t kTrigram = 3;  // characters

/// Folded texts with only as much of them as has trigrams that did not come before: reports repeat
/// themselves, and the index is asked for documents. Spaces, which no folded text has, stand for what is left
/// out.
class IndexText {
public:
    /// `text` stays where it is until this is gone.
    void add(std::string_view text);

    const std::string& text() const { return kept_; }

private:
    void keep(std::string_view folded);

    std::unordered_set<std::string_view> texts_;
    std::unordered_set<std::uint64_t> trigrams_;
    std::string kept_;
};

/// Adds to what can be searched of a document. The index takes texts when some wait for it; until then
/// whoever searches looks into their documents.
void add_to_search(Connection& connection, std::int64_t document, const IndexText& texts);

/// The index takes the texts that wait for it.
void index_waiting_texts(Connection& connection);

/// What could be searched of a document goes.
void remove_from_search(Connection& connection, std::int64_t document);

/// The index is made anew: it keeps what was removed until its parts are merged.
void rebuild_index(Connection& connection);

}  // namespace tarang::store
