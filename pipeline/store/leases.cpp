#include "pipeline/store/leases.h"

#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace

std::optional<std::string> Leases::hold(std::string_view sha256, std::string_view activity,
                                        const Holder& holder, std::chrono::seconds time) {
    Transaction transaction(*connection_);
    if (auto other = held_by_other(sha256, activity, holder.session)) return other;
    connection_->run("DELETE FROM leases WHERE session = ?1 OR until <= ?2", holder.session, now());
    connection_->run(
        "INSERT INTO leases (document, activity, session, reviewer, until)"
        " SELECT id, ?2, ?3, ?4, ?5 FROM documents WHERE sha256 = ?1",
        sha256, activity, holder.session, holder.reviewer, now() + time.count());
    transaction.commit();
    return std::nullopt;
}

void Leases::let_go(std::string_view session) {
    connection_->run("DELETE FROM leases WHERE session = ?1", session);
}

void Leases::let_go(std::string_view session, std::string_view sha256, std::string_view activity) {
    connection_->run(
        "DELETE FROM leases WHERE session = ?1 AND activity = ?3"
        " AND document = (SELECT id FROM documents WHERE sha256 = ?2)",
        session, sha256, activity);
}

void Leases::let_go_elsewhere(std::string_view sha256, std::string_view activity, const Holder& holder) {
    connection_->run(
        "DELETE FROM leases WHERE session <> ?1 AND reviewer = ?2 AND activity = ?4"
        " AND document = (SELECT id FROM documents WHERE sha256 = ?3)",
        holder.session, holder.reviewer, sha256, activity);
}

std::optional<std::string> Leases::held_by_other(std::string_view sha256, std::string_view activity,
                                                 std::string_view session) {
    Query rows = connection_->query(
        "SELECT l.reviewer FROM leases l JOIN documents d ON d.id = l.document"
        " WHERE d.sha256 = ?1 AND l.activity = ?2 AND l.session <> ?3 AND l.until > ?4",
        sha256, activity, session, now());
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

std::map<std::pair<std::string, std::string>, std::string> Leases::others(std::string_view session) {
    std::map<std::pair<std::string, std::string>, std::string> held;
    Query rows = connection_->query(
        "SELECT d.sha256, l.activity, l.reviewer FROM leases l JOIN documents d ON d.id = l.document"
        " WHERE l.session <> ?1 AND l.until > ?2",
        session, now());
    while (rows.next()) held[{rows.text(0), rows.text(1)}] = rows.text(2);
    return held;
}

}  // namespace tarang::store
