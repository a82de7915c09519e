// Records with every kind of member filled, for round trips.
#pragma once

#include "models/activity.h"
#include "models/page.h"
#include "models/table.h"

namespace tarang::testing {

inline TextLine sample_line(std::string text) {
    return {.text = std::move(text),
            .raw = "raw",
            .box = {10, 20, 110.5F, 32},
            .size = 12.5F,
            .confidence = 0.5F,
            .source = Source::kOcr,
            .bold = true,
            .ends_with_space = true};
}

inline Finding sample_finding() {
    const Quad quad{{Point{1, 2}, Point{3, 2}, Point{3, 4}, Point{1, 4}}};
    return {.code = FindingCode::kStatusContradictsSummary,
            .page = PageNumber{7},
            .region = Region{PageNumber{7}, {1, 2, 3, 4}, quad},
            .activity_id = "a5",
            .field = "period",
            .arguments = {"มี.ค.", "ไตรมาส ๒"}};
}

inline PageLayout sample_layout() {
    PageLayout layout;
    layout.info = {.number = {3},
                   .width = 842,
                   .height = 595,
                   .turned = 90,
                   .source = Source::kTextLayer,
                   .layer = LayerVerdict::kRepaired};
    const GridCell cell{.row = 1,
                        .column = 2,
                        .row_span = 3,
                        .column_span = 4,
                        .box = {0, 0, 50, 60},
                        .lines = {sample_line("สำนักงาน"), sample_line("")}};
    layout.grids = {{.outline = {0, 0, 500, 400},
                     .column_edges = {0, 250, 500},
                     .row_edges = {0, 400},
                     .cells = {cell, cell},
                     .open_bottom = true}};
    layout.blocks = {{.box = {-5, 0, 1, 1}, .lines = {sample_line("หัวเรื่อง")}}};
    layout.findings = {sample_finding()};
    return layout;
}

inline Field sample_field(std::string text) {
    return {.text = std::move(text),
            .source = Source::kPerson,
            .confidence = 0.25F,
            .needs_review = true,
            .corrected = true,
            .fragments = {{{PageNumber{2}, {1, 2, 3, 4}, {}}, "ดิบ", 4, 5}},
            .unsure = {{0, 2}, {3, 4}}};
}

/// A value of a spreadsheet, which has no page.
inline Field sample_sheet_field(std::string text) {
    Field field = sample_field(std::move(text));
    Fragment cell{.raw = "44927", .row = 11, .column = 2};
    cell.place = Place{.sheet = "แผ่นที่ ๑", .row = 12, .column = 3, .rows = 2};
    field.fragments = {cell};
    return field;
}

inline DocumentRecords sample_records() {
    using namespace std::chrono;
    ActivityRecord activity;
    activity.id = "t0-r5";
    activity.number = "5";
    activity.strategy = "ยุทธศาสตร์ที่ ๑";
    activity.headings = {sample_field("หัว")};
    activity.field(FieldKey::kPeriod) = sample_field("มี.ค.-ก.ค. ๖๒");
    activity.extra = {{{"งบประมาณ", "แหล่งเงิน"}, sample_field("สพฐ.")}};
    activity.period = Period{year(2019) / 3 / 1, year(2019) / 7 / 31, {3, 4}};
    activity.budget = Budget{Satang{-15'910'000}, Budget::Stated::kAmount};
    activity.status = Status::kUnknown;
    activity.steps = {{"1", "หนึ่ง"}, {std::nullopt, "สอง"}};
    activity.targets = Targets{"ร้อยละ ๘๐", std::nullopt};
    activity.row = 9;
    activity.field(FieldKey::kProgress) = sample_sheet_field("๗๕.๕");
    activity.actual = {Period{{}, {}, {}, BuddhistYear{2568}, std::uint8_t{1}},
                       Budget{Satang{1}, Budget::Stated::kSum}};
    activity.committed = Budget{std::nullopt, Budget::Stated::kNone};
    activity.remaining = Budget{std::nullopt, Budget::Stated::kUnreadable};
    activity.progress = Percent{7550};
    activity.amounts = {{{"งบประมาณ", "ปี ๒๕๖๗"}, PartAmount::By::kYear, BuddhistYear{2567}, *activity.budget}};
    activity.targets_by_year = {{BuddhistYear{2568}, "๑ เรื่อง"}};
    activity.also_in = {{2, "t2-r1"}};

    DocumentRecords records;
    records.profile = "monitoring";
    records.title = sample_field("รายงาน");
    records.fiscal_year = BuddhistYear{2562};
    records.pages = {sample_layout().info};
    TableRecord table;
    table.kind = TableRecord::Kind::kIndicators;
    table.form = "general";
    table.reason = TableRecord::Reason{FindingCode::kTableOfOtherKind, {"ทะเบียน"}};
    table.title = "แผน";
    table.agency = "สำนักงาน";
    table.fiscal_year = BuddhistYear{2567};
    table.regions = {{PageNumber{1}, {1, 2, 3, 4}, {}}};
    table.places = {{.kind = Place::Kind::kTable, .table = 2, .row = 1, .column = 1}};
    table.header = {{"ที่"}, {"งบประมาณ", "รวม"}};
    table.rows = {{sample_field("ก"), sample_sheet_field("ข")}, {}};
    records.tables = {table, {}};
    records.activities = {activity, {}};
    records.rows = {{OtherRow::Kind::kSignature, {sample_field("ลงชื่อ")}, 1, 2}};
    records.joins = {{"t0-r5", {6}, {7}, JoinReason::kMidWord, 0.75F}};
    records.findings = {sample_finding()};
    return records;
}

inline CleanDocument sample_clean() {
    CleanDocument clean;
    clean.pages = {sample_layout().info};
    clean.title_block = {sample_field("ก")};
    clean.tables = {{.pages = {{1}, {2}},
                     .columns = 1,
                     .header_rows = 1,
                     .rows = 2,
                     .cells = {{.row = 1, .header = true, .value = sample_field("ข")}},
                     .joins = {{.row = 1, .upper = {1}, .lower = {2}}},
                     .headings = {sample_field("ค")}}};
    clean.other_text = {sample_field("ง")};
    clean.findings = {sample_finding()};
    return clean;
}

}  // namespace tarang::testing
