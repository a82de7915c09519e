// A report of three activities, the second cut by a page break, as interpret and verify would give it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "host/audit/anchors.h"
#include "host/audit/typed_text.h"
#include "models/correction.h"
#include "pipeline/verify/verify.h"
#include "tests/support/sample_records.h"

namespace tarang::test {

inline Fragment piece(std::int32_t page, std::int32_t row, std::int32_t column, std::string raw) {
    const Points left = 40 + 100.0F * static_cast<Points>(column);
    const Points top = 100 + 60.0F * static_cast<Points>(row);
    return fragment(page, {left, top, left + 80, top + 40}, std::move(raw), row, column);
}

inline ActivityRecord report_activity(std::int32_t page, std::int32_t row, const std::string& number) {
    ActivityRecord activity;
    activity.id = "p" + std::to_string(page) + "-r" + std::to_string(row + 1);
    activity.number = number;
    activity.headings = {field("โครงการอ่าน", {fragment(1, {40, 40, 200, 55}, "โครงการอ่าน")})};
    activity.project = "โครงการอ่าน";
    activity.field(FieldKey::kNumber) = field(number, {piece(page, row, 0, number)});
    activity.field(FieldKey::kActivity) =
        field("กิจกรรมที่ " + number, {piece(page, row, 1, "กิจกรรมที่ " + number)});
    activity.field(FieldKey::kPeriod) = field("ม.ค. - มี.ค. ๒๕๖๒", {piece(page, row, 2, "ม.ค. - มี.ค. ๒๕๖๒")});
    activity.field(FieldKey::kBudget) = field("๑,๐๐๐", {piece(page, row, 3, "๑,๐๐๐")});
    activity.field(FieldKey::kResult) = field("ดำเนินการแล้ว", {piece(page, row, 4, "ดำเนินการแล้ว")});
    activity.period = Period{date(2019, 1, 1), date(2019, 3, 31), {}};
    activity.budget = Budget{Satang{100'000}, Budget::Stated::kAmount};
    activity.status = Status::kCompleted;
    activity.row = row;
    return activity;
}

inline DocumentRecords report() {
    DocumentRecords records;
    records.profile = "monitoring";
    records.title = field("รายงาน", {fragment(1, {40, 10, 200, 25}, "รายงาน")});
    records.fiscal_year = BuddhistYear{2562};
    records.pages = {{{1}, 842, 595, 0, Source::kTextLayer, LayerVerdict::kGood},
                     {{2}, 842, 595, 0, Source::kTextLayer, LayerVerdict::kGood}};
    ActivityRecord cut = report_activity(1, 2, "2");
    cut.field(FieldKey::kActivity) =
        field("กิจกรรมที่ ๒ ภาคต้นและภาคปลาย", {piece(1, 2, 1, "กิจกรรมที่ ๒ ภาคต้น"), piece(2, 1, 1, "และภาคปลาย")});
    records.activities = {report_activity(1, 1, "1"), cut, report_activity(2, 2, "3")};
    records.joins = {{"p1-r3", {1}, {2}, JoinReason::kEmptyKey, 0.9F}};
    Finding unreadable{FindingCode::kBudgetUnreadable, PageNumber{1}, std::nullopt, "p1-r2", "budget", {}};
    records.findings = {unreadable};
    return verify::verify(std::move(records));
}

/// A decision about one field of `records`, as the page would make it.
inline Correction decision(const DocumentRecords& records, std::size_t activity, const std::string& name,
                           Correction::Kind kind, std::int64_t number = 1) {
    const ActivityRecord& record = records.activities[activity];
    Correction made;
    made.number = number;
    made.at = "2026-01-31T08:00:00Z";
    made.reviewer = "สมศรี";
    made.kind = kind;
    made.activity = record.id;
    made.record = audit::pieces_of(record);
    made.field = name;
    if (const Field* its = field_named(record, name)) {
        made.place = its->fragments;
        made.old_text = its->text;
        if (const auto key = field_key_named(name)) made.old_value = audit::value_text(record, *key);
    }
    if (kind == Correction::Kind::kAccept) {
        made.text = made.old_text;
        made.value = made.old_value;
    }
    return made;
}

inline Correction correction(const DocumentRecords& records, std::size_t activity, const std::string& name,
                             const std::string& text, std::int64_t number = 1) {
    Correction made = decision(records, activity, name, Correction::Kind::kCorrect, number);
    made.text = text;
    return made;
}

inline Correction undo_of(std::int64_t undone, std::int64_t number) {
    Correction made;
    made.number = number;
    made.kind = Correction::Kind::kUndo;
    made.undoes = undone;
    return made;
}

}  // namespace tarang::test
