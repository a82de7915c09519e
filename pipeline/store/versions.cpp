#include "pipeline/store/versions.h"

#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/clock.h"

namespace tarang::store {
namespace {

/// Older and newer that have the same place, among which ?1 is one: the newer came to the older's own path,
/// or both stand for one row of the manifest at their own paths. An archive is no version of what it holds.
constexpr std::string_view kSamePlace =
    "WITH same_place (older, newer) AS ("
    " SELECT d.id, ?1 FROM paths p JOIN documents d ON d.first_path = p.path"
    "  WHERE p.document = ?1 AND d.id < ?1"
    " UNION SELECT ?1, p.document FROM documents d JOIN paths p ON p.path = d.first_path"
    "  WHERE d.id = ?1 AND p.document > ?1"
    " UNION SELECT min(a.document, b.document), max(a.document, b.document)"
    "  FROM submissions a JOIN submissions b USING (code, year, form)"
    "  JOIN documents x ON x.id = a.document AND x.first_path = a.path"
    "  JOIN documents y ON y.id = b.document AND y.first_path = b.path"
    "  WHERE a.document = ?1 AND b.document <> ?1 AND coalesce(x.code, '') NOT LIKE 'archive%'"
    "  AND coalesce(y.code, '') NOT LIKE 'archive%')";

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
