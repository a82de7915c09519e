#include "pipeline/store/versions.h"

#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/clock.h"

namespace tarang::store {
namespace {

/// Older and newer that have the same place, among which ?1 is one: the newer came to the older's own path,
/// or both stand for one row of the manifest at their own paths. An archive is no version of what it holds,
/// and files of one archive are parts of one submission, as old as the newest archive that they came in.
constexpr std::string_view kSamePlace =
    "WITH submitted (document, code, year, form, came) AS ("
    " SELECT s.document, s.code, s.year, s.form, max(coalesce(s.part_of, s.document))"
    "  FROM submissions s JOIN documents d ON d.id = s.document WHERE coalesce(d.code, '') NOT LIKE "
    "'archive%' AND (s.code, s.year, s.form) IN"
    "  (SELECT code, year, form FROM submissions WHERE document = ?1)"
    "  GROUP BY 1, 2, 3, 4 HAVING max(s.path = d.first_path)),"
    " same_place (older, newer) AS ("
    " SELECT d.id, ?1 FROM paths p JOIN documents d ON d.first_path = p.path"
    "  WHERE p.document = ?1 AND d.id < ?1"
    " UNION SELECT ?1, p.document FROM documents d JOIN paths p ON p.path = d.first_path"
    "  WHERE d.id = ?1 AND p.document > ?1"
    " UNION SELECT iif(a.came < b.came, a.document, b.document), iif(a.came < b.came, b.document, a.document)"
    "  FROM submitted a JOIN submitted b USING (code, year, form)"
    "  WHERE a.document = ?1 AND a.came <> b.came)";

/// Links that are missing: each older one to its next newer one that could be read. A document that was set
/// apart by a person stays so.
constexpr std::string_view kMissingLinks =
    " SELECT s.older, min(s.newer) FROM same_place s JOIN documents o ON o.id = s.older"
    " JOIN documents n ON n.id = s.newer"
    " WHERE o.superseded_by IS NULL AND n.state IN ('done', 'partial') AND NOT EXISTS"
    " (SELECT 1 FROM history h WHERE h.kind = 'superseded' AND h.document = o.sha256"
    "  AND h.undone_by IS NOT NULL)"
    " GROUP BY s.older";

}  // namespace

void place_among_versions(Connection& connection, std::int64_t document) {
    std::vector<std::pair<std::int64_t, std::int64_t>> links;
    {
        Query rows = connection.query(std::string(kSamePlace) + std::string(kMissingLinks), document);
        while (rows.next()) links.emplace_back(rows.integer(0), rows.integer(1));
    }
    for (const auto& [older, newer] : links) {
        connection.run("UPDATE documents SET superseded_by = ?2 WHERE id = ?1", older, newer);
        connection.run(
            "INSERT INTO history (at, kind, document, other) SELECT ?3, 'superseded', o.sha256, n.sha256"
            " FROM documents o, documents n WHERE o.id = ?1 AND n.id = ?2",
            older, newer, now_utc());
    }
}

}  // namespace tarang::store
