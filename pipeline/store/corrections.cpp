#include "pipeline/store/corrections.h"

#include <string>
#include <unordered_map>

#include "pipeline/store/clock.h"
#include "pipeline/store/editions.h"
#include "pipeline/store/names.h"
#include "pipeline/store/places.h"
#include "pipeline/store/record_reader.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::string_view kColumns =
    "SELECT number, at, reviewer, document, kind, activity, field, old_text, old_value, text, value, reason,"
    " made_by, undoes FROM corrections ";

Correction correction_in(const Connection& connection, const Query& rows) {
    Correction correction;
    correction.number = rows.integer(0);
    correction.at = rows.text(1);
    correction.reviewer = rows.text(2);
    correction.sha256 = rows.text(3);
    correction.kind = named<Correction::Kind>(connection, rows.text(4), kCorrectionKinds);
    correction.activity = rows.text(5);
    correction.field = rows.text(6);
    correction.old_text = rows.text(7);
    correction.old_value = rows.text(8);
    correction.text = rows.text_or_null(9);
    correction.value = rows.text_or_null(10);
    correction.reason = rows.text(11);
    correction.made_by = rows.text(12);
    if (!rows.null(13)) correction.undoes = rows.integer(13);
    return correction;
}

void write_places(Connection& connection, std::int64_t correction, std::string_view part,
                  const std::vector<Fragment>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const FragmentColumns place = columns_of(places[i]);
        connection.run(
            "INSERT INTO correction_places VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            correction, part, i, place.page, place.x, place.y, place.width, place.height, place.quad,
            places[i].raw, places[i].row, places[i].column, place.place);
    }
}

/// As it stands in the log: with number and time.
Correction write(Connection& connection, Correction correction) {
    correction.at = now_utc();
    connection.run(
        "INSERT INTO corrections (at, reviewer, document, kind, activity, field, old_text, old_value, text, "
        "value,"
        " reason, made_by, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        correction.at, correction.reviewer, correction.sha256, name_of(correction.kind), correction.activity,
        correction.field, correction.old_text, correction.old_value, correction.text, correction.value,
        correction.reason, correction.made_by, correction.undoes);
    correction.number = connection.last_row();
    write_places(connection, correction.number, "record", correction.record);
    write_places(connection, correction.number, "place", correction.place);
    return correction;
}

/// Number of the newest decision that stands about the same field; 0: none, and for an undo, which is about
/// no field but a decision.
std::int64_t newest_about(Connection& connection, std::int64_t document, const Correction& correction) {
    if (correction.kind == Correction::Kind::kUndo) return 0;
    Query rows = connection.query(
        "SELECT coalesce(max(correction), 0) FROM correction_states"
        " WHERE document = ?1 AND activity = ?2 AND field = ?3 AND fate = 'applied'",
        document, correction.activity, correction.field);
    return rows.next() ? rows.integer(0) : 0;
}

std::int64_t id_of(Connection& connection, std::string_view sha256) {
    Query rows = connection.query("SELECT id FROM documents WHERE sha256 = ?1", sha256);
    if (!rows.next()) connection.refuse(Problem::kDamaged, "document");
    return rows.integer(0);
}

}  // namespace

std::vector<Correction> read_corrections(Connection& connection, std::string_view sha256) {
    std::vector<Correction> log;
    std::unordered_map<std::int64_t, std::size_t> index;
    {
        Query rows = connection.query(std::string(kColumns) + "WHERE document = ?1 ORDER BY number", sha256);
        while (rows.next()) {
            log.push_back(correction_in(connection, rows));
            index[log.back().number] = log.size() - 1;
        }
    }
    Query rows = connection.query(
        "SELECT p.correction, p.part, p.page, p.x, p.y, p.width, p.height, p.quad, p.raw, p.table_row,"
        " p.table_column, p.place FROM corrections c JOIN correction_places p ON p.correction = c.number"
        " WHERE c.document = ?1 ORDER BY p.correction, p.part, p.position",
        sha256);
    while (rows.next()) {
        Correction& correction = log[index.at(rows.integer(0))];
        (rows.text(1) == "record" ? correction.record : correction.place)
            .push_back(fragment_in(connection, rows, 2));
    }
    return log;
}

void forget_corrections(Connection& connection, std::string_view sha256) {
    connection.run(
        "UPDATE corrections SET old_text = NULL, old_value = NULL, text = NULL, value = NULL, reason = NULL,"
        " field = iif(field LIKE 'extra:%', 'extra:', field) WHERE document = ?1",
        sha256);
    connection.run(
        "DELETE FROM correction_places WHERE correction IN (SELECT number FROM corrections WHERE document = "
        "?1)",
        sha256);
    connection.run(
        "DELETE FROM correction_states WHERE correction IN (SELECT number FROM corrections WHERE document = "
        "?1)",
        sha256);
}

std::optional<AddedCorrection> Corrections::add(const Correction& correction, std::int64_t newest_seen,
                                                const Correcting& correct, const KnownEditions* known) {
    Transaction transaction(*connection_);
    const std::int64_t document = id_of(*connection_, correction.sha256);
    if (newest_about(*connection_, document, correction) != newest_seen) return std::nullopt;
    if (!has_two_editions(*connection_, document)) keep_extraction(*connection_, document);
    if (known != nullptr && known->version != version()) known = nullptr;
    AddedCorrection added{write(*connection_, correction), {}};
    std::vector<Correction> log;
    if (known != nullptr) {
        log = known->log;
        log.push_back(added.correction);
    } else {
        log = read_corrections(*connection_, correction.sha256);
    }
    added.corrected = correct(
        known != nullptr ? known->extracted : read_records(*connection_, document, Edition::kExtracted), log);
    renew_records(*connection_, document,
                  known != nullptr ? known->current : read_records(*connection_, document), added.corrected);
    transaction.commit();
    return added;
}

std::vector<Correction> Corrections::of(std::string_view sha256) {
    return read_corrections(*connection_, sha256);
}

std::vector<CorrectionState> Corrections::states(std::string_view sha256) {
    std::vector<CorrectionState> states;
    Query rows = connection_->query(
        "SELECT s.correction, s.fate, s.activity, s.field FROM correction_states s"
        " JOIN documents d ON d.id = s.document WHERE d.sha256 = ?1 ORDER BY s.correction",
        sha256);
    while (rows.next()) {
        const auto fate = named<CorrectionState::Fate>(*connection_, rows.text(1), kFates);
        states.push_back({rows.integer(0), fate, rows.text(2), rows.text(3)});
    }
    return states;
}

void Corrections::for_each(const std::function<void(const Correction&)>& visit) {
    Query rows = connection_->query(std::string(kColumns) + "ORDER BY number");
    while (rows.next()) visit(correction_in(*connection_, rows));
}

DocumentRecords Corrections::extracted(std::string_view sha256) {
    const std::int64_t document = id_of(*connection_, sha256);
    const bool apart = has_two_editions(*connection_, document);
    return read_records(*connection_, document, apart ? Edition::kExtracted : Edition::kCurrent);
}

std::int64_t Corrections::version() {
    Query rows = connection_->query("PRAGMA data_version");
    return rows.next() ? rows.integer(0) : 0;
}

}  // namespace tarang::store
