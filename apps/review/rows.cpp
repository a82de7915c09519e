// Decisions about whole records: split, join, add, remove.
#include <algorithm>
#include <sstream>

#include "apps/review/app.h"
#include "apps/review/fields.h"
#include "host/audit/anchors.h"
#include "host/audit/typed_text.h"
#include "host/export/json/json_writer.h"
#include "models/flags.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using Kind = Correction::Kind;

/// Ids that are there now and were not before.
std::optional<std::string> new_id(const OpenedDocument& before, const OpenedDocument& after) {
    for (const ActivityRecord& activity : after.stored.records.activities) {
        if (!before.position_of(activity.id)) return activity.id;
    }
    return std::nullopt;
}

/// The decision that stands about the record as a whole; 0: none.
std::int64_t newest_about(const OpenedDocument& document, const std::string& activity) {
    const Correction* decision = document.decision_about(activity, "");
    return decision == nullptr ? 0 : decision->number;
}

}  // namespace

std::string ReviewApp::split(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const auto before = document_of(sha256);
    const std::size_t position = position_of(*before, call.body.text("activity"));
    Correction correction = about(call, *before, position, Kind::kSplit);
    const PageNumber page{static_cast<std::int32_t>(call.body.integer("page"))};
    std::copy_if(correction.record.begin(), correction.record.end(), std::back_inserter(correction.place),
                 [&](const Fragment& piece) { return piece.region.page >= page; });
    if (correction.place.empty() || correction.place.size() == correction.record.size())
        throw Refused{400, "bad_request", "หน้านี้ไม่ได้แบ่งแถวเป็นสองส่วน",
                      "This page does not part the row in two."};
    check_not_held(call, sha256, correction.activity);
    const std::string upper = correction.activity;
    const std::int64_t decision = store_decision(*before, correction, newest_about(*before, upper));
    const auto after = document_of(sha256);
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("record");
    write_record_of(json, call, sha256, upper);
    json.member("other", new_id(*before, *after));
    json.member("decision", decision);
    json.end_object();
    return out.str();
}

std::string ReviewApp::join(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, call.body.text("activity"));
    const std::size_t other = position_of(*document, call.body.text("with"));
    if (other == position)
        throw Refused{400, "bad_request", "รวมแถวกับตัวเองไม่ได้", "A record cannot be joined with itself."};
    // The one that stands first on the paper keeps its id.
    Correction correction = about(call, *document, std::min(position, other), Kind::kJoin);
    correction.place = audit::pieces_of(document->stored.records.activities[std::max(position, other)]);
    // The record that is joined to this one vanishes: whoever has it open must know.
    const std::string& gone = document->stored.records.activities[std::max(position, other)].id;
    if (const auto holder = store::Leases(database_).held_by_other(sha256, gone, call.holder.session))
        throw Refused{409, "held", *holder + " กำลังตรวจแถวถัดไปอยู่",
                      *holder + " is checking the following record."};
    check_not_held(call, sha256, correction.activity);
    const std::string id = correction.activity;
    const std::int64_t decision = store_decision(*document, correction, newest_about(*document, id));
    return record_answer(call, sha256, id, decision);
}

std::string ReviewApp::add(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const auto before = document_of(sha256);
    const std::string behind = call.body.text("after");
    const auto region = call.body.region("region");
    if (!region)
        throw Refused{400, "bad_request", "ระบุตำแหน่งบนหน้าก่อน", "Say where on the page the record stands."};
    Correction correction;
    if (behind.empty()) {
        correction.reviewer = call.holder.reviewer;
        correction.sha256 = sha256;
        correction.kind = Kind::kAdd;
        correction.made_by = before->stored.entry.facts.program;
        correction.reason = call.body.text("reason");
    } else {
        correction = about(call, *before, position_of(*before, behind), Kind::kAdd);
    }
    Fragment place;
    place.region = *region;
    correction.place = {place};
    const std::int64_t decision =
        store_decision(*before, correction, newest_about(*before, correction.activity));
    const auto after = document_of(sha256);
    const auto id = new_id(*before, *after);
    if (!id) throw Refused{500, "unexpected", "เพิ่มกิจกรรมไม่ได้", "The record could not be added."};
    try {
        fill_added(call, sha256, *id);
    } catch (...) {  // half a record is worse than none; the log keeps that it was begun
        Correction undo;
        undo.reviewer = call.holder.reviewer;
        undo.sha256 = sha256;
        undo.kind = Kind::kUndo;
        undo.undoes = decision;
        store_decision(*document_of(sha256), undo, 0);
        throw;
    }
    return record_answer(call, sha256, *id, decision);
}

/// What was typed into the fields of a new record.
void ReviewApp::fill_added(const Call& call, const std::string& sha256, const std::string& id) {
    for (const auto& [name, text] : call.body.texts("fields")) {
        const auto now = document_of(sha256);
        const std::size_t position = position_of(*now, id);
        const Field* field = field_named(now->stored.records.activities[position], name);
        if (field == nullptr || text.empty()) continue;
        Correction value = about(call, *now, position, Kind::kCorrect);
        value.field = name;
        value.place = field->fragments;
        value.text = text;
        store_decision(*now, value, 0);
    }
}

std::string ReviewApp::remove(const Call& call) {
    const std::string sha256 = call.body.text("document");
    const auto document = document_of(sha256);
    const std::size_t position = position_of(*document, call.body.text("activity"));
    const auto& activities = document->stored.records.activities;
    check_not_held(call, sha256, activities[position].id);
    const std::size_t neighbour = position + 1 < activities.size() ? position + 1 : position - 1;
    const auto next = activities.size() > 1 ? std::optional(activities[neighbour].id) : std::nullopt;
    const Correction correction = about(call, *document, position, Kind::kRemove);
    const std::int64_t decision =
        store_decision(*document, correction, newest_about(*document, correction.activity));
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.member("next", next);
    json.member("decision", decision);
    json.end_object();
    return out.str();
}

}  // namespace tarang::review
