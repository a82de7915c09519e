// Decisions about single fields.
#include <sstream>

#include "apps/review/app.h"
#include "apps/review/fields.h"
#include "apps/review/shown.h"
#include "host/audit/anchors.h"
#include "host/audit/decided.h"
#include "host/audit/reparse.h"
#include "host/audit/typed_text.h"
#include "host/export/days.h"
#include "host/export/json/json_writer.h"
#include "lib/thai/digits.h"
#include "lib/values/date.h"
#include "models/flags.h"
#include "pipeline/interpret/head/title_block.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using Kind = Correction::Kind;

std::optional<Kind> field_kind(const std::string& name) {
    for (const Kind kind : {Kind::kAccept, Kind::kCorrect, Kind::kUnreadable, Kind::kNotHere}) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

/// What the typed value would be, and what is doubtful about it.
struct Understood {
    bool ok = false;
    ActivityRecord activity;
    std::vector<std::string> problems;
};

Understood understand(const ActivityRecord& activity, FieldKey key, const std::string& text, bool as_value,
                      const audit::Reading& reading, Language language) {
    Understood result{false, activity, {}};
    if (as_value) {
        const auto value = audit::value_typed(text, key, reading);
        result.ok = value && audit::set_value(result.activity, key, *value);
        return result;
    }
    if (auto& field = result.activity.field(key)) field->text = text;
    for (const Finding& finding : audit::reparse(result.activity, key, reading))
        result.problems.push_back(exporting::told(finding, language));
    result.ok = result.problems.empty();
    return result;
}

audit::Reading reading_of(const OpenedDocument& document, const ActivityRecord& activity) {
    return audit::reading_of(*document.extracted, activity, *document.taught);
}

std::optional<BuddhistYear> year_in(const std::string& typed, const OpenedDocument& document) {
    const auto digits = values::parse_year(thai::fold_digits(typed));
    return digits ? digits
                  : interpret::fiscal_year_in(typed, audit::form_of(*document.extracted, *document.taught));
}

/// The fiscal year that a person typed, or that the corrected line says.
std::string year_said(const Body& body, const OpenedDocument& document) {
    const auto year = year_in(body.maybe_text("value").value_or(body.text("text")), document);
    if (!year)
        throw Refused{400, "not_understood", "ไม่พบปีงบประมาณในข้อความนี้", "This text says no fiscal year."};
    return std::to_string(year->value);
}

}  // namespace

std::string ReviewApp::parse(const Call& call) {
    const auto document = document_of(call.body.text("document"));
    const std::size_t position = position_of(*document, call.body.text("activity"));
    const auto key = field_key_named(call.body.text("field"));
    Understood understood;
    if (key) {
        understood =
            understand(document->stored.records.activities[position], *key, call.body.text("text"),
                       call.body.text("as") == "value",
                       reading_of(*document, document->stored.records.activities[position]), call.language);
    }
    const std::string value = key ? audit::value_text(understood.activity, *key) : std::string();
    const std::string shown = key ? shown_value(understood.activity, *key, call.language) : std::string();
    const bool known = understood.ok || call.body.text("as") != "value";
    const bool no_year =
        call.body.text("field") == "fiscal_year" && !year_in(call.body.text("text"), *document);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("value", known && !value.empty() ? std::optional(value) : std::nullopt);
    json.member("shown", known && !shown.empty() ? std::optional(shown) : std::nullopt);
    json.key("problems").begin_array();
    for (const std::string& problem : understood.problems) json.value(problem);
    json.end_array();
    json.member("ok", key ? understood.ok : !no_year);
    json.end_object();
    return out.str();
}

Correction ReviewApp::about(const Call& call, const OpenedDocument& document, std::size_t position,
                            Kind kind) {
    const ActivityRecord& activity = document.stored.records.activities[position];
    const LedgerEntry& entry = document.stored.entry;
    Correction correction;
    correction.reviewer = call.holder.reviewer;
    correction.sha256 = entry.sha256;
    correction.kind = kind;
    correction.activity = activity.id;
    correction.record = audit::pieces_of(activity);
    correction.reason = call.body.text("reason");
    correction.made_by = entry.facts.program + "; " + entry.facts.engines + "; " + entry.facts.form;
    return correction;
}

std::int64_t ReviewApp::store_decision(const OpenedDocument& document, const Correction& correction,
                                       std::int64_t newest_seen) {
    const auto number = opened_.decide(document, correction, newest_seen);
    work_version_.reset();
    if (!number)
        throw Refused{409, "stale", "มีผู้อื่นตัดสินช่องนี้ไปแล้ว ดูค่าใหม่ก่อนบันทึก",
                      "Somebody decided about this field meanwhile. Look at the new value first."};
    return *number;
}

void ReviewApp::check_not_held(const Call& call, const std::string& sha256, const std::string& activity) {
    // To decide is to hold: a page that was left open longer than a lease goes on where nobody came between.
    const auto other = store::Leases(database_).hold(sha256, activity, call.holder);
    if (other)
        throw Refused{409, "held", *other + " กำลังตรวจกิจกรรมนี้อยู่", *other + " is checking this record."};
}

std::string ReviewApp::record_answer(const Call& call, const std::string& sha256, const std::string& activity,
                                     std::int64_t decision) {
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("record");
    const auto document = opened_.get(sha256);
    if (document && document->position_of(activity))
        write_record_of(json, call, sha256, activity);
    else
        json.null();
    json.member("decision", decision);
    json.end_object();
    return out.str();
}

std::string ReviewApp::decide(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const std::string name = call.body.text("field");
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, call.body.text("activity"));
    const DocumentRecords& records = document->stored.records;
    const ActivityRecord& activity = records.activities[position];
    const Field* of_document = field_of_document(records, name);
    const Field* field = of_document != nullptr ? of_document : field_named(activity, name);
    const auto kind = field_kind(call.body.text("kind"));
    if (field == nullptr || !kind)
        throw Refused{400, "bad_request", "คำขอไม่ถูกต้อง", "There is no such field or decision."};
    check_not_held(call, sha256, activity.id);
    if (call.checking && of_document == nullptr) {
        if (auto answer = answer_seed(call, activity.id, name, *kind)) return *answer;
    }

    const auto key = field_key_named(name);
    // A heading stands over many records; the log has what was said of it with the first.
    const OpenedDocument::Named named = document->called(activity.id, name);
    Correction correction = about(call, *document, position_of(*document, named.activity), *kind);
    correction.field = named.field;
    correction.place = field->fragments;
    correction.old_text = field->text;
    correction.old_value = key ? audit::value_text(activity, *key) : std::string();
    if (of_document != nullptr) {
        correction.activity.clear();
        correction.record.clear();
        if (name == "fiscal_year" && records.fiscal_year)
            correction.old_value = std::to_string(records.fiscal_year->value);
    }
    if (*kind == Kind::kAccept) {
        correction.text = correction.old_text;
        if (!correction.old_value.empty() || key) correction.value = correction.old_value;
    }
    if (*kind == Kind::kCorrect) {
        correction.text = call.body.maybe_text("text");
        if (const auto typed = call.body.maybe_text("value"); typed && key) {
            correction.value =
                typed->empty() ? typed : audit::value_typed(*typed, *key, reading_of(*document, activity));
            if (!correction.value)
                throw Refused{400, "not_understood", "ไม่เข้าใจค่านี้: " + *typed,
                              "This value is not understood: " + *typed};
        }
        if (name == "fiscal_year") correction.value = year_said(call.body, *document);
        if (!correction.text && !correction.value)
            throw Refused{400, "bad_request", "ไม่มีอะไรเปลี่ยน", "Nothing is to be changed."};
    }
    const std::int64_t number = store_decision(*document, correction, call.body.integer("after"));
    return record_answer(call, sha256, activity.id, number);
}

std::string ReviewApp::undo(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const std::int64_t number = call.body.integer("number");
    if (number < 0) return take_back_seed(call, -number);
    const auto document = document_of(sha256);
    for (std::size_t i = 0; i < document->log.size() && i < document->states.size(); ++i) {
        const Correction& undone = document->log[i];
        const CorrectionState& state = document->states[i];
        if (undone.number != number || undone.kind == Kind::kUndo) continue;
        if (state.fate == CorrectionState::Fate::kUndone) break;
        if (!state.activity.empty()) check_not_held(call, sha256, state.activity);
        Correction correction;
        correction.reviewer = call.holder.reviewer;
        correction.sha256 = sha256;
        correction.kind = Kind::kUndo;
        correction.undoes = number;
        correction.reason = call.body.text("reason");
        const std::int64_t undo = store_decision(*document, correction, 0);
        return record_answer(call, sha256, undone.activity, undo);
    }
    throw Refused{404, "not_found", "ไม่พบการตัดสินนี้ หรือถูกย้อนกลับแล้ว",
                  "There is no such decision, or it was undone."};
}

}  // namespace tarang::review
