#include "pipeline/store/search.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "lib/thai/utf8.h"
#include "lib/values/date.h"
#include "models/flags.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/spellings.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::size_t kMostIndexed = 64;  // characters of a word that the index is asked for
constexpr std::size_t kWordsAround = 30;  // clusters on either side of a hit: about a line in a terminal

/// What must have all the words: an activity, another row, or the document's own fields.
using OwnerKey = std::pair<std::int64_t, std::int64_t>;

struct Found {
    OwnerKey owner;
    std::int64_t field = 0;
    std::size_t term = 0;  ///< the first word that stands there
};

/// The trigrams of a spelling in FTS5's query language: nothing inside the quotes is an operator. Empty where
/// it is too short.
std::string trigrams_of(std::string_view spelling) {
    std::string query;
    const std::u32string letters = thai::decode(spelling).substr(0, kMostIndexed);
    for (std::size_t i = 0; i + kTrigram <= letters.size(); ++i) {
        query += query.empty() ? "\"" : " AND \"";
        for (const char c : thai::encode(letters.substr(i, kTrigram))) {
            if (c == '"') query += '"';
            query += c;
        }
        query += '"';
    }
    return query;
}

/// The same for all terms, each in any of its spellings. Empty where they are too short.
std::string trigrams_of(const std::vector<SearchTerm>& terms) {
    std::string query;
    for (const SearchTerm& term : terms) {
        std::string any;
        for (const std::string& spelling : term.spellings) {
            const std::string trigrams = trigrams_of(std::string_view(spelling));
            if (trigrams.empty()) {
                any.clear();  // one that the index cannot tell: nor can it tell the term
                break;
            }
            any += (any.empty() ? "(" : ") OR (") + trigrams;
        }
        if (any.empty()) continue;
        query += (query.empty() ? "(" : " AND (") + any + "))";
    }
    return query;
}

/// Fields whose typed value is what a term says, however it is printed: by activity and the field's name.
using TypedFields = std::set<std::pair<std::int64_t, std::string>>;

/// What a typed term asks of the activities `a`: an amount, a first or last day. Empty of other terms.
std::string typed_condition(const SearchTerm& term) {
    std::string condition;
    const auto add = [&](const std::string& column, const std::string& value) {
        condition += (condition.empty() ? "" : " OR ") + ("a." + column) + " = " + value;
    };
    for (const FieldKey key : kMoneyKeys) {
        if (term.amount) add(std::string(name_of(key)) + "_satang", std::to_string(term.amount->value));
    }
    for (const char* column : {"period_start", "period_end"}) {
        if (term.day) add(column, "'" + values::format_iso(*term.day) + "'");
    }
    return condition;
}

TypedFields typed_fields(Connection& connection, std::int64_t document, const SearchTerm& term) {
    TypedFields fields;
    const std::string condition = typed_condition(term);
    if (condition.empty()) return fields;
    std::string columns;
    for (const FieldKey key : kMoneyKeys) columns += ", a." + std::string(name_of(key)) + "_satang";
    Query rows =
        connection.query("SELECT a.id, coalesce(a.period_start, ''), coalesce(a.period_end, '')" + columns +
                             " FROM activities a WHERE a.document = ?1 AND (" + condition + ")",
                         document);
    while (rows.next()) {
        const std::string day = term.day ? values::format_iso(*term.day) : std::string("-");
        if (rows.text(1) == day || rows.text(2) == day)
            fields.emplace(rows.integer(0), name_of(FieldKey::kPeriod));
        for (std::size_t i = 0; i < kMoneyKeys.size(); ++i) {
            const auto column = static_cast<int>(3 + i);
            if (term.amount && !rows.null(column) && rows.integer(column) == term.amount->value)
                fields.emplace(rows.integer(0), name_of(kMoneyKeys.at(i)));
        }
    }
    return fields;
}

/// The one that was asked for.
std::vector<std::int64_t> document_of(Connection& connection, const std::string& sha256) {
    std::vector<std::int64_t> documents;
    Query rows = connection.query("SELECT id FROM documents WHERE sha256 = ?1", sha256);
    while (rows.next()) documents.push_back(rows.integer(0));
    return documents;
}

/// Current documents that may have the words, by path.
std::vector<std::int64_t> documents_with(Connection& connection, const std::vector<SearchTerm>& terms) {
    constexpr std::string_view kIndexed =
        "SELECT document FROM search_texts WHERE id > (SELECT upto FROM search_indexed)"
        " UNION ALL SELECT document FROM search s JOIN search_texts t ON t.id = s.rowid WHERE search MATCH "
        "?1";
    constexpr std::string_view kCurrent = "SELECT id FROM documents WHERE superseded_by IS NULL";
    constexpr std::string_view kOrder = " ORDER BY first_path, sha256";
    const std::string trigrams = trigrams_of(terms);
    std::string typed;  // whose values are what a term says: the index knows nothing of these
    for (const SearchTerm& term : terms) {
        const std::string condition = typed_condition(term);
        if (!condition.empty()) typed += " UNION ALL SELECT a.document FROM activities a WHERE " + condition;
    }
    std::vector<std::int64_t> documents;
    Query rows = trigrams.empty()
                     ? connection.query(std::string(kCurrent) + std::string(kOrder))
                     : connection.query(std::string(kCurrent) + " AND id IN (" + std::string(kIndexed) +
                                            typed + ")" + std::string(kOrder),
                                        trigrams);
    while (rows.next()) documents.push_back(rows.integer(0));
    return documents;
}

/// Fields of a document that have a word, of the owners that have all words; each field once, in its order.
std::vector<Found> fields_of_owners_with_all(Connection& connection, std::int64_t document,
                                             const std::vector<SearchTerm>& terms,
                                             const std::optional<FieldKey>& only) {
    std::vector<TypedFields> typed;
    for (const SearchTerm& term : terms) typed.push_back(typed_fields(connection, document, term));
    std::map<OwnerKey, std::set<std::size_t>> has;
    std::vector<Found> fields;
    Query rows = connection.query(
        "SELECT activity, other_row, id, text, key FROM fields WHERE document = ?1"
        " AND (?2 = '' OR activity IS NOT NULL AND kind = 'column' AND key = ?2) ORDER BY id",
        document, only ? name_of(*only) : std::string_view());
    while (rows.next()) {
        const OwnerKey owner{rows.integer(0), rows.integer(1)};
        const std::string folded = fold(rows.text(3));
        bool first = true;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const bool meant = !typed[i].empty() && typed[i].contains({owner.first, rows.text(4)});
            if (!meant && !find_in(folded, terms[i])) continue;
            has[owner].insert(i);
            if (std::exchange(first, false)) fields.push_back({owner, rows.integer(2), i});
        }
    }
    std::erase_if(fields, [&](const Found& found) { return has[found.owner].size() < terms.size(); });
    return fields;
}

/// The page that the word stands on; the field's first where it stands on the seam of two.
std::optional<PageNumber> page_of(Connection& connection, std::int64_t field, const SearchTerm& term) {
    std::optional<PageNumber> first;
    Query rows = connection.query(
        "SELECT page, raw FROM fragments WHERE field = ?1 AND page IS NOT NULL ORDER BY position", field);
    while (rows.next()) {
        const PageNumber page{rows.small(0)};
        if (!first) first = page;
        if (find_in(fold(rows.text(1)), term)) return page;
    }
    return first;
}

std::string field_name(Connection& connection, const Query& rows) {
    const std::string kind = rows.text(4);
    if (kind == "document" || kind == "column") return rows.text(5);
    if (kind != "extra") return kind;
    return name_of(ExtraField{strings_of(connection, rows.text(6)), {}});
}

/// The words around the term as it is spelled there.
Snippet snippet_of(std::string_view text, const SearchTerm& term) {
    const auto spelled = find_in(fold(text), term);
    return snippet_around(text, spelled ? term.spellings.at(spelled->spelling) : term.spellings.front(),
                          kWordsAround);
}

std::optional<Hit> hit_of(Connection& connection, const Found& found, const SearchTerm& term) {
    Query rows = connection.query(
        "SELECT d.sha256, d.file_name, a.key, a.number, f.kind, f.key, f.header, f.text FROM fields f"
        " JOIN documents d ON d.id = f.document LEFT JOIN activities a ON a.id = f.activity WHERE f.id = ?1",
        found.field);
    if (!rows.next()) return std::nullopt;
    const Snippet snippet = snippet_of(rows.text(7), term);
    // A heading is kept with each activity below it, and belongs to none of them.
    const bool heading = rows.text(4) == "heading";
    return Hit{.sha256 = rows.text(0),
               .file_name = rows.text(1),
               .activity_id = heading ? std::string() : rows.text(2),
               .number = heading ? std::string() : rows.text(3),
               .field = field_name(connection, rows),
               .snippet = snippet.text,
               .match_begin = snippet.match_begin,
               .match_length = snippet.match_length,
               .page = page_of(connection, found.field, term)};
}

/// Documents whose submission, by code and name in the manifest, has all words.
std::vector<Hit> submissions_with(Connection& connection, const std::vector<SearchTerm>& terms) {
    std::vector<Hit> hits;
    Query rows = connection.query(
        "SELECT d.sha256, d.file_name, s.code || ' ' || s.name FROM document_submissions s JOIN documents d"
        " ON d.id = s.document WHERE d.superseded_by IS NULL ORDER BY d.first_path, d.sha256");
    while (rows.next()) {
        const std::string text = rows.text(2);
        const std::string folded = fold(text);
        const auto has = [&folded](const SearchTerm& term) { return find_in(folded, term).has_value(); };
        if (!std::all_of(terms.begin(), terms.end(), has)) continue;
        const Snippet snippet = snippet_of(text, terms.front());
        Hit hit;
        hit.sha256 = rows.text(0);
        hit.file_name = rows.text(1);
        hit.field = "submission";
        hit.snippet = snippet.text;
        hit.match_begin = snippet.match_begin;
        hit.match_length = snippet.match_length;
        hits.push_back(std::move(hit));
    }
    return hits;
}

}  // namespace

SearchResult find(Database& database, std::string_view words, const SearchIn& in) {
    Connection& connection = database.connection();
    SearchResult result;
    const std::vector<SearchTerm> terms = terms_of(words);
    if (terms.empty()) return result;

    if (!in.sha256 && !in.field) result.hits = submissions_with(connection, terms);
    result.more = result.hits.size() > in.limit;
    result.hits.resize(std::min(result.hits.size(), in.limit));
    if (result.more) return result;
    // A heading that stands over several activities is shown once.
    std::set<std::tuple<std::string, std::string, std::optional<PageNumber>>> headings;
    for (const std::int64_t document :
         in.sha256 ? document_of(connection, *in.sha256) : documents_with(connection, terms)) {
        for (const Found& found : fields_of_owners_with_all(connection, document, terms, in.field)) {
            auto hit = hit_of(connection, found, terms[found.term]);
            if (!hit) continue;
            if (hit->field == "heading" && !headings.insert({hit->sha256, hit->snippet, hit->page}).second)
                continue;
            result.more = result.hits.size() == in.limit;
            if (result.more) return result;
            result.hits.push_back(std::move(*hit));
        }
    }
    return result;
}

}  // namespace tarang::store
