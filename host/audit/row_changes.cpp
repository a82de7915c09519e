#include "host/audit/row_changes.h"

#include <algorithm>

#include "host/audit/anchors.h"
#include "host/audit/decided.h"

namespace tarang::audit {
namespace {

/// A new reading may have parted by itself what a person parted before.
bool split_already(Work& work, const Correction& correction) {
    std::vector<Fragment> above;
    for (const Fragment& piece : correction.record) {
        const bool below = std::any_of(correction.place.begin(), correction.place.end(),
                                       [&](const Fragment& other) { return same_print(piece, other); });
        if (!below) above.push_back(piece);
    }
    const auto upper = record_at(work.records, std::nullopt, above);
    const auto lower = record_at(work.records, std::nullopt, correction.place);
    if (!upper || !lower || *upper == *lower) return false;
    work.note_place(work.activity(*upper).id, {});
    return true;
}

bool joined_already(Work& work, const Correction& correction) {
    std::vector<Fragment> both = correction.record;
    both.insert(both.end(), correction.place.begin(), correction.place.end());
    const auto at = record_at(work.records, std::nullopt, both);
    if (!at || !cover_each_other(pieces_of(work.activity(*at)), both)) return false;
    work.note_place(work.activity(*at).id, {});
    return true;
}

/// A new reading may take for another row by itself what a person said is no record.
bool removed_already(const Work& work, const Correction& correction) {
    const auto& rows = work.records.rows;
    return std::any_of(rows.begin(), rows.end(), [&](const OtherRow& row) {
        std::vector<Fragment> pieces;
        for (const Field& cell : row.cells)
            pieces.insert(pieces.end(), cell.fragments.begin(), cell.fragments.end());
        return share_print(correction.record, pieces);
    });
}

void add_seam(Work& work, const std::string& id, const ActivityRecord& above, const ActivityRecord& below) {
    PageNumber last;
    PageNumber first{1 << 30};
    for (const Fragment& piece : pieces_of(above))
        if (piece.on_page()) last = std::max(last, piece.region.page);
    for (const Fragment& piece : pieces_of(below))
        if (piece.on_page()) first = std::min(first, piece.region.page);
    if (first.value == last.value + 1)
        work.records.joins.push_back({id, last, first, JoinReason::kByPerson, 1});
}

}  // namespace

bool split_row(Work& work, const Correction& correction) {
    const auto at = work.find(correction.activity, correction.record);
    if (!at || !share_print(correction.place, pieces_of(work.activity(*at))))
        return split_already(work, correction);
    auto [upper, lower] = split(work.activity(*at), correction.place, work.reading_of(work.activity(*at)));
    while (work.has(lower.activity.id)) lower.activity.id += "b";
    const std::string id = upper.activity.id;
    work.settle(upper, correction, {id});
    work.settle(lower, correction, {});
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        const auto& above = upper.activity.fields[i];
        const auto& below = lower.activity.fields[i];
        if (above && above->text.empty() && !below->text.empty())
            work.move_field(id, lower.activity.id, std::string(name_of(static_cast<FieldKey>(i))));
    }
    const PageNumber seam = correction.place.empty() ? PageNumber{} : correction.place.front().region.page;
    std::erase_if(work.records.joins,
                  [&](const JoinRecord& join) { return join.activity_id == id && join.lower == seam; });
    for (JoinRecord& join : work.records.joins) {
        if (join.activity_id == id && join.upper >= seam) join.activity_id = lower.activity.id;
    }
    work.activity(*at) = std::move(upper.activity);
    work.insert(*at + 1, std::move(lower.activity));
    work.note_place(id, {});
    return true;
}

bool join_rows(Work& work, const Correction& correction) {
    const auto upper = work.find(correction.activity, correction.record);
    const auto lower = record_at(work.records, std::nullopt, correction.place);
    if (!upper || !lower || *upper == *lower) return joined_already(work, correction);
    const std::string id = work.activity(*upper).id;
    const ActivityRecord below = work.activity(*lower);
    const ActivityRecord above = work.activity(*upper);
    ChangedRow joined = join(above, below, work.reading_of(above));
    work.settle(joined, correction, {id, below.id});
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        const bool from_below = below.fields[i] && !below.fields[i]->text.empty() &&
                                (!above.fields[i] || above.fields[i]->text.empty());
        if (from_below) work.move_field(below.id, id, std::string(name_of(static_cast<FieldKey>(i))));
    }
    work.forget_findings_of(below.id, id);
    for (JoinRecord& join : work.records.joins) {
        if (join.activity_id == below.id) join.activity_id = id;
    }
    add_seam(work, id, above, below);
    work.activity(*upper) = std::move(joined.activity);
    work.erase(*lower);
    work.note_place(id, {});
    return true;
}

bool add_row(Work& work, const Correction& correction) {
    if (correction.place.empty()) return false;
    std::size_t position = 0;
    if (!correction.activity.empty()) {
        const auto after = work.find(correction.activity, correction.record);
        if (!after) return false;
        position = *after + 1;
    }
    const auto& activities = work.records.activities;
    const ActivityRecord like =
        activities.empty() ? ActivityRecord{} : activities[position > 0 ? position - 1 : 0];
    const std::string id = "added-" + std::to_string(correction.number);
    ActivityRecord record = blank_record(like, correction.place.front(), id);
    if (activities.empty()) {
        for (auto& field : record.fields)
            field = Field{{}, Source::kPerson, 1, false, true, {correction.place.front()}};
    }
    work.say(FindingCode::kRowAddedByPerson, correction.place, {correction.reviewer, day_of(correction)}, id);
    work.insert(position, std::move(record));
    work.note_place(id, {});
    return true;
}

bool remove_row(Work& work, const Correction& correction) {
    const auto at = work.find(correction.activity, correction.record);
    if (!at) return removed_already(work, correction);
    const ActivityRecord removed = work.activity(*at);
    work.records.rows.push_back(row_of(removed));
    work.forget_findings_of(removed.id, {});
    for (JoinRecord& join : work.records.joins) {
        if (join.activity_id == removed.id) join.activity_id.clear();
    }
    std::erase_if(work.decisions, [&](const Finding& finding) { return finding.activity_id == removed.id; });
    work.say(FindingCode::kRowRemovedByPerson, correction.record,
             {correction.reviewer, day_of(correction), correction.reason});
    work.erase(*at);
    return true;
}

}  // namespace tarang::audit
