#include "pipeline/store/search_index.h"

#include <algorithm>
#include <array>

#include "lib/thai/utf8.h"
#include "pipeline/store/fold.h"

namespace tarang::store {
namespace {

/// A gap costs three trigrams with a space, so as few that came before are rather kept.
constexpr std::size_t kWorthAGap = 4 * 3;  // bytes: Thai characters have three

/// Texts of so many documents go into the index together, since most of its cost is for each trigram, and not
/// for each document that has it. Whoever searches looks into fewer by hand.
constexpr std::int64_t kMostWaiting = 32;

std::uint64_t key_of(const std::array<char32_t, kTrigram>& characters) {
    constexpr unsigned kBits = 21;  // of a code point
    std::uint64_t key = 0;
    for (const char32_t c : characters) key = key << kBits | c;
    return key;
}

}  // namespace

void IndexText::add(std::string_view text) {
    if (texts_.insert(text).second) keep(fold(text));
}

void IndexText::keep(std::string_view folded) {
    std::array<std::size_t, kTrigram> begins{};  // of the last characters
    std::array<char32_t, kTrigram> characters{};
    std::size_t kept = std::string_view::npos;  // of this text up to here
    std::size_t count = 0;
    for (std::size_t end = 0; end < folded.size();) {
        std::rotate(begins.begin(), begins.begin() + 1, begins.end());
        std::rotate(characters.begin(), characters.begin() + 1, characters.end());
        begins.back() = end;
        characters.back() = thai::next_code_point(folded, end);
        if (++count < kTrigram || !trigrams_.insert(key_of(characters)).second) continue;
        if (kept == std::string_view::npos || kept + kWorthAGap <= begins.front()) {
            kept_ += ' ';
            kept = begins.front();
        }
        kept_ += folded.substr(kept, end - kept);
        kept = end;
    }
}

void add_to_search(Connection& connection, std::int64_t document, const IndexText& texts) {
    if (texts.text().empty()) return;
    connection.run("INSERT INTO search_texts (document, folded) VALUES (?1, ?2)", document, texts.text());
    const std::int64_t newest = connection.last_row();
    Query indexed = connection.query("SELECT upto FROM search_indexed");
    if (indexed.next() && newest - indexed.integer(0) >= kMostWaiting) index_waiting_texts(connection);
}

void index_waiting_texts(Connection& connection) {
    connection.run(
        "INSERT INTO search (rowid, folded) SELECT id, folded FROM search_texts"
        " WHERE id > (SELECT upto FROM search_indexed)");
    connection.run("UPDATE search_indexed SET upto = coalesce((SELECT max(id) FROM search_texts), upto)");
}

void remove_from_search(Connection& connection, std::int64_t document) {
    constexpr std::string_view kKnown =
        " FROM search_texts WHERE document = ?1 AND id <= (SELECT upto FROM search_indexed)";
    // To ask the index for nothing would make every later statement of the transaction dearer.
    if (connection.query("SELECT 1" + std::string(kKnown), document).next())
        connection.run(
            "INSERT INTO search (search, rowid, folded) SELECT 'delete', id, folded" + std::string(kKnown),
            document);
    connection.run("DELETE FROM search_texts WHERE document = ?1", document);
}

void rebuild_index(Connection& connection) {
    index_waiting_texts(connection);
    connection.run("INSERT INTO search (search) VALUES ('rebuild')");
}

}  // namespace tarang::store
