#include "pipeline/store/work_list.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "pipeline/store/archive.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::array<std::string_view, 4> kRisks{"failed", "unsure", "sample", "rest"};

using RecordKey = std::pair<std::int64_t, std::string>;
using FieldNames = std::map<RecordKey, std::set<std::string>>;

/// The document's own fields stand with its first record. Fields by record that the rows (document, activity,
/// field) name.
FieldNames names_in(Query rows) {
    FieldNames names;
    while (rows.next()) names[{rows.integer(0), rows.text(1)}].insert(rows.text(2));
    return names;
}

FieldNames decided_fields(Connection& connection) {
    return names_in(connection.query(
        "SELECT s.document, iif(s.activity = '', a.key, s.activity), s.field FROM correction_states s"
        " LEFT JOIN activities a ON a.document = s.document AND a.position = 0 AND s.activity = ''"
        " WHERE s.fate = 'applied' AND s.field <> ''"));
}

FieldNames sampled_fields(Connection& connection) {
    return names_in(connection.query(
        "SELECT d.id, i.activity, i.field FROM samples s JOIN sample_items i ON i.sample = s.number"
        " JOIN documents d ON d.sha256 = i.document WHERE s.ended_at IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM correction_states c WHERE c.document = d.id AND c.activity = i.activity"
        " AND c.field = i.field AND c.fate = 'applied' AND c.correction > i.after)"
        " UNION SELECT d.id, s.activity, s.field FROM sample_seeds s JOIN documents d ON d.sha256 = "
        "s.document"
        " WHERE s.kind IS NULL"));
}

/// Whether all of these flags, "low_confidence,drawn_over", say that print was hard to read, rather than that
/// a check failed.
bool about_reading(std::string_view codes) {
    constexpr std::array<std::string_view, 4> kCodes{"low_confidence", "text_doubtful", "drawn_over",
                                                     "not_looked_at"};
    for (std::size_t begin = 0; begin <= codes.size();) {
        const std::size_t end = std::min(codes.find(',', begin), codes.size());
        if (std::find(kCodes.begin(), kCodes.end(), codes.substr(begin, end - begin)) == kCodes.end())
            return false;
        begin = end + 1;
    }
    return true;
}

std::map<RecordKey, WorkItem*> index_of(WorkList& list) {
    std::map<RecordKey, WorkItem*> index;
    for (WorkItem& item : list.items) index[{item.document, item.activity}] = &item;
    return index;
}

void read_records(Connection& connection, WorkList& list) {
    Query rows = connection.query(
        "SELECT a.document, a.key, a.number, a.position FROM activities a JOIN documents d ON d.id = "
        "a.document"
        " WHERE d.superseded_by IS NULL ORDER BY d.first_path, d.sha256, a.position");
    while (rows.next()) {
        WorkItem item;
        item.document = rows.integer(0);
        item.activity = rows.text(1);
        item.number = rows.text(2);
        item.position = rows.small(3);
        list.items.push_back(std::move(item));
    }
}

void read_documents(Connection& connection, WorkList& list) {
    Query rows = connection.query(
        "SELECT d.id, d.sha256, d.file_name, coalesce((SELECT text FROM fields WHERE document = d.id AND "
        "kind ="
        " 'document' AND key = 'title'), '') FROM documents d WHERE d.superseded_by IS NULL AND d.activities "
        "> 0");
    while (rows.next()) list.documents[rows.integer(0)] = {rows.text(1), rows.text(2), rows.text(3)};
    Query count = connection.query(
        "SELECT count(*) FROM fields f JOIN documents d ON d.id = f.document"
        " WHERE d.superseded_by IS NULL AND f.kind IN ('column', 'extra')");
    if (count.next()) list.fields = count.integer(0);
}

/// Flags that nobody has decided, and the risk that follows from the gravest.
void read_flags(Connection& connection, const FieldNames& decided,
                const std::map<RecordKey, WorkItem*>& index) {
    Query rows = connection.query(
        "SELECT f.document, coalesce(f.activity, a.key), f.field, group_concat(DISTINCT f.code) FROM "
        "findings f"
        " LEFT JOIN activities a ON a.document = f.document AND a.position = 0 AND f.activity IS NULL"
        " WHERE f.severity <> 'info' AND f.field IS NOT NULL GROUP BY 1, 2, 3");
    while (rows.next()) {
        const RecordKey key{rows.integer(0), rows.text(1)};
        const auto item = index.find(key);
        if (item == index.end()) continue;
        const auto done = decided.find(key);
        if (done != decided.end() && done->second.contains(rows.text(2))) continue;
        ++item->second->awaiting;
        const Risk risk = about_reading(rows.text(3)) ? Risk::kUnsure : Risk::kFailed;
        item->second->risk = std::min(item->second->risk, risk);
    }
}

}  // namespace

std::string_view name_of(Risk risk) { return kRisks.at(static_cast<std::size_t>(risk)); }

WorkList read_work_list(Database& database) {
    Connection& connection = database.connection();
    const Snapshot snapshot(database);  // an import may supersede a document between two of these queries
    WorkList list;
    read_records(connection, list);
    read_documents(connection, list);
    const auto index = index_of(list);
    const FieldNames decided = decided_fields(connection);
    for (const auto& [key, names] : decided) {
        if (const auto item = index.find(key); item != index.end())
            item->second->decided = static_cast<std::int32_t>(names.size());
    }
    read_flags(connection, decided, index);
    for (const auto& [key, names] : sampled_fields(connection)) {
        if (const auto item = index.find(key); item != index.end()) {
            item->second->sampled = true;
            item->second->risk = std::min(item->second->risk, Risk::kSample);
        }
    }
    std::stable_sort(list.items.begin(), list.items.end(),
                     [](const WorkItem& a, const WorkItem& b) { return a.risk < b.risk; });
    return list;
}

WorkDetails read_work_details(Database& database, const WorkItem& item) {
    Connection& connection = database.connection();
    WorkDetails details;
    Query fields = connection.query(
        "SELECT f.key = 'activity', f.text FROM activities a JOIN fields f ON f.activity = a.id"
        " WHERE a.document = ?1 AND a.key = ?2 AND f.kind IN ('column', 'extra')",
        item.document, item.activity);
    while (fields.next()) {
        ++details.fields;
        if (fields.integer(0) != 0) details.text = fields.text(1);
    }
    Query pages = connection.query(
        "SELECT DISTINCT g.page FROM activities a JOIN fields f ON f.activity = a.id JOIN fragments g ON "
        "g.field ="
        " f.id WHERE a.document = ?1 AND a.key = ?2 AND f.kind IN ('column', 'extra') AND g.page IS NOT NULL"
        " ORDER BY g.page",
        item.document, item.activity);
    while (pages.next()) details.pages.push_back({pages.small(0)});
    return details;
}

}  // namespace tarang::store
