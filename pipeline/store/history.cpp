#include "pipeline/store/history.h"

#include <string>

#include "models/run_error.h"
#include "pipeline/store/clock.h"
#include "pipeline/store/editions.h"
#include "pipeline/store/names.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/record_writer.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::string_view kColumns =
    "SELECT number, at, kind, document, other, path, undoes, undone_by FROM history ";

Decision decision_in(const Connection& connection, const Query& rows) {
    Decision decision;
    decision.number = rows.integer(0);
    decision.at = rows.text(1);
    decision.kind = named<Decision::Kind>(connection, rows.text(2), kDecisionKinds);
    decision.sha256 = rows.text(3);
    decision.other = rows.text_or_null(4);
    decision.path = rows.text_or_null(5);
    if (!rows.null(6)) decision.undoes = rows.integer(6);
    if (!rows.null(7)) decision.undone_by = rows.integer(7);
    return decision;
}

constexpr std::string_view kKeptThai =
    "ลบเอกสารแล้ว แต่โปรแกรมอื่นยังอ่านฐานข้อมูลอยู่ ข้อความเดิมจึงยังค้างในไฟล์ -wal จนกว่าทุกโปรแกรมจะปิดฐานข้อมูลนี้";
constexpr std::string_view kKept =
    "The document was forgotten, but another program still reads the database: until all have closed it, its "
    "text stays in the file -wal.";

[[noreturn]] void refuse(const Connection& connection, std::string_view thai, std::string_view english) {
    throw RunError(ExitCode::kUsage, std::string(connection.language() == Language::kThai ? thai : english));
}

bool is_there(Connection& connection, std::string_view sha256) {
    return connection.query("SELECT 1 FROM documents WHERE sha256 = ?1", sha256).next();
}

void set_apart(Connection& connection, const Decision& superseded) {
    connection.run(
        "UPDATE documents SET superseded_by = NULL WHERE sha256 = ?1"
        " AND superseded_by = (SELECT id FROM documents WHERE sha256 = ?2)",
        superseded.sha256, superseded.other);
}

void supersede(Connection& connection, const Decision& superseded) {
    connection.run(
        "UPDATE documents SET superseded_by = (SELECT id FROM documents WHERE sha256 = ?2) WHERE sha256 = ?1",
        superseded.sha256, superseded.other);
}

void make_own_path(Connection& connection, std::string_view sha256, std::string_view path_text) {
    const std::string path = path_of_text(path_text);
    connection.run("UPDATE documents SET first_path = ?2, file_name = ?3 WHERE sha256 = ?1", sha256,
                   path_text, text_of_path(path.substr(path.rfind('/') + 1)));
}

void own_path(Connection& connection, const Decision& duplicate) {
    connection.run(
        "UPDATE history SET was = (SELECT first_path FROM documents WHERE sha256 = ?2) WHERE number = ?1",
        duplicate.number, duplicate.sha256);
    make_own_path(connection, duplicate.sha256, *duplicate.path);
}

void former_path(Connection& connection, const Decision& duplicate) {
    Query rows = connection.query("SELECT was FROM history WHERE number = ?1", duplicate.number);
    if (rows.next() && !rows.null(0)) make_own_path(connection, duplicate.sha256, rows.text(0));
}

/// The decision that changed something: what an "undone" took back, and so on to the beginning.
void apply(Connection& connection, const Decision& decision, bool stands) {
    if (decision.kind == Decision::Kind::kSuperseded) {
        stands ? supersede(connection, decision) : set_apart(connection, decision);
    } else {
        stands ? former_path(connection, decision) : own_path(connection, decision);
    }
}

void check_can_be_undone(Connection& connection, const Decision& decision) {
    if (decision.kind == Decision::Kind::kForgotten || !is_there(connection, decision.sha256) ||
        (decision.other && !is_there(connection, *decision.other)))
        refuse(connection, "เอกสารนี้ถูกลบออกแล้ว จึงย้อนกลับไม่ได้ นำเข้าไฟล์ใหม่ถ้ายังต้องการ",
               "The document was forgotten, so this cannot be undone. Import its file again if you need it.");
    if (decision.undone_by)
        refuse(connection, "เหตุการณ์นี้ถูกย้อนกลับไปแล้ว ดูรายการด้วย tarang show --history",
               "This was undone already. tarang show --history lists what stands.");
}

}  // namespace

void History::for_each(const std::function<void(const Decision&)>& visit, std::int64_t after) {
    Query rows = connection_->query(std::string(kColumns) + "WHERE number > ?1 ORDER BY number", after);
    while (rows.next()) visit(decision_in(*connection_, rows));
}

std::int64_t History::last() {
    Query rows = connection_->query("SELECT coalesce(max(number), 0) FROM history");
    return rows.next() ? rows.integer(0) : 0;
}

Decision History::decision(std::int64_t number) {
    Query rows = connection_->query(std::string(kColumns) + "WHERE number = ?1", number);
    if (!rows.next())
        refuse(*connection_, "ไม่มีเหตุการณ์หมายเลขนี้ ดูรายการด้วย tarang show --history",
               "There is no event of this number. tarang show --history lists them.");
    return decision_in(*connection_, rows);
}

Decision History::undo(std::int64_t number) {
    Transaction transaction(*connection_);
    const Decision taken_back = decision(number);
    check_can_be_undone(*connection_, taken_back);
    Decision origin = taken_back;
    bool stands = false;
    for (; origin.undoes; origin = decision(*origin.undoes)) stands = !stands;
    apply(*connection_, origin, stands);

    connection_->run(
        "INSERT INTO history (at, kind, document, other, path, undoes) VALUES (?1, 'undone', ?2, ?3, ?4, ?5)",
        now_utc(), origin.sha256, origin.other, origin.path, number);
    const std::int64_t entry = connection_->last_row();
    connection_->run("UPDATE history SET undone_by = ?2 WHERE number = ?1", number, entry);
    // Whether the first decision stands is asked of it alone.
    connection_->run("UPDATE history SET undone_by = iif(?3, NULL, ?2) WHERE number = ?1", origin.number,
                     entry, stands);
    transaction.commit();
    return decision(entry);
}

void History::forget(std::string_view sha256) {
    // What is deleted is overwritten in the file; the index is written anew, since it keeps what was deleted
    // until its parts are merged.
    connection_->script("PRAGMA secure_delete = ON");
    Transaction transaction(*connection_);
    std::int64_t document = 0;
    {
        Query rows = connection_->query("SELECT id FROM documents WHERE sha256 = ?1", sha256);
        if (!rows.next()) connection_->refuse(Problem::kDamaged, "forget");
        document = rows.integer(0);
    }
    connection_->run(
        "UPDATE documents SET superseded_by = (SELECT superseded_by FROM documents WHERE id = ?1)"
        " WHERE superseded_by = ?1",
        document);
    delete_records(*connection_, document);
    forget_extraction(*connection_, document);
    forget_corrections(*connection_, sha256);
    // Columns that no form knows are named by what is printed over them.
    connection_->run("UPDATE sample_items SET field = 'extra:' WHERE document = ?1 AND field LIKE 'extra:%'",
                     sha256);
    connection_->run("DELETE FROM documents WHERE id = ?1", document);
    connection_->run("UPDATE history SET path = NULL, was = NULL WHERE document = ?1", sha256);
    connection_->run("INSERT INTO history (at, kind, document) VALUES (?1, 'forgotten', ?2)", now_utc(),
                     sha256);
    rebuild_index(*connection_);
    transaction.commit();
    // What earlier changes left in unused pages and in the log goes as well.
    connection_->script("VACUUM");
    Query log = connection_->query("PRAGMA wal_checkpoint(TRUNCATE)");
    if (log.next() && log.integer(0) != 0)
        throw RunError(ExitCode::kDatabase,
                       std::string(connection_->language() == Language::kThai ? kKeptThai : kKept));
}

}  // namespace tarang::store
