#include "pipeline/store/reviewers.h"

#include "pipeline/store/clock.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

void Reviewers::add(std::string_view name, std::string_view token) {
    connection_->run(
        "INSERT INTO reviewers (name, token, added_at) VALUES (?1, ?2, ?3) ON CONFLICT (name)"
        " DO UPDATE SET token = excluded.token, added_at = excluded.added_at, revoked_at = NULL",
        name, token, now_utc());
}

bool Reviewers::revoke(std::string_view name) {
    Transaction transaction(*connection_);
    bool stood = false;
    {
        Query rows =
            connection_->query("SELECT 1 FROM reviewers WHERE name = ?1 AND token IS NOT NULL", name);
        stood = rows.next();
    }
    connection_->run(
        "UPDATE reviewers SET token = NULL, revoked_at = ?2 WHERE name = ?1 AND token IS NOT NULL", name,
        now_utc());
    transaction.commit();
    return stood;
}

std::optional<std::string> Reviewers::named(std::string_view token) {
    Query rows = connection_->query("SELECT name FROM reviewers WHERE token = ?1", token);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

std::vector<Reviewer> Reviewers::all() {
    std::vector<Reviewer> all;
    Query rows = connection_->query("SELECT name, added_at, revoked_at FROM reviewers ORDER BY number");
    while (rows.next()) all.push_back({rows.text(0), rows.text(1), rows.text_or_null(2)});
    return all;
}

}  // namespace tarang::store
