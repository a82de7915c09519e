#include "pipeline/store/seeds.h"

#include "pipeline/store/clock.h"
#include "pipeline/store/names.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

const std::string kSeeds =
    "SELECT id, document, activity, field, text, at, reviewer, kind, answer FROM sample_seeds ";

Seed seed_in(const Connection& connection, const Query& rows) {
    Seed seed{rows.integer(0), {rows.text(1), rows.text(2), rows.text(3)}, rows.text(4), std::nullopt};
    if (!rows.null(5))
        seed.answer = SeedAnswer{rows.text(5), rows.text(6),
                                 named<Correction::Kind>(connection, rows.text(7), kCorrectionKinds),
                                 rows.text_or_null(8)};
    return seed;
}

}  // namespace

void Seeds::add(std::int64_t sample, const std::vector<Seed>& seeds) {
    for (const Seed& seed : seeds)
        connection_->run(
            "INSERT OR IGNORE INTO sample_seeds (sample, document, activity, field, text) VALUES (?1, ?2, "
            "?3, ?4, ?5)",
            sample, seed.item.sha256, seed.item.activity, seed.item.field, seed.text);
}

std::vector<Seed> Seeds::of(std::string_view sha256, std::string_view activity) {
    std::vector<Seed> seeds;
    Query rows =
        connection_->query(kSeeds + "WHERE document = ?1 AND activity = ?2 ORDER BY id", sha256, activity);
    while (rows.next()) seeds.push_back(seed_in(*connection_, rows));
    return seeds;
}

std::optional<Seed> Seeds::seed(std::int64_t id) {
    Query rows = connection_->query(kSeeds + "WHERE id = ?1", id);
    if (!rows.next()) return std::nullopt;
    return seed_in(*connection_, rows);
}

void Seeds::answer(std::int64_t id, const SeedAnswer& answer) {
    connection_->run("UPDATE sample_seeds SET at = ?2, reviewer = ?3, kind = ?4, answer = ?5 WHERE id = ?1",
                     id, now_utc(), answer.reviewer, name_of(answer.kind), answer.text);
}

void Seeds::take_back(std::int64_t id) {
    connection_->run(
        "UPDATE sample_seeds SET at = NULL, reviewer = NULL, kind = NULL, answer = NULL WHERE id = ?1", id);
}

std::optional<SampleItem> Seeds::next(std::int64_t sample) {
    Query rows = connection_->query(
        "SELECT s.document, s.activity, s.field FROM sample_seeds s JOIN documents d ON d.sha256 = s.document"
        " JOIN activities a ON a.document = d.id AND a.key = s.activity"
        " WHERE s.sample = ?1 AND s.kind IS NULL ORDER BY s.id LIMIT 1",
        sample);
    if (!rows.next()) return std::nullopt;
    return SampleItem{rows.text(0), rows.text(1), rows.text(2)};
}

void Seeds::end(std::int64_t sample) {
    connection_->run(
        "INSERT INTO seed_shares (sample, reviewer, seeds, found) SELECT sample, reviewer, count(*),"
        " sum(kind <> 'accept') FROM sample_seeds WHERE sample = ?1 AND kind IS NOT NULL GROUP BY reviewer",
        sample);
    connection_->run("DELETE FROM sample_seeds WHERE sample = ?1", sample);
}

std::vector<SeedShare> Seeds::shares(std::int64_t sample) {
    std::vector<SeedShare> shares;
    Query rows = connection_->query(
        "SELECT reviewer, seeds, found FROM seed_shares WHERE sample = ?1 ORDER BY reviewer", sample);
    while (rows.next()) shares.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
    return shares;
}

}  // namespace tarang::store
