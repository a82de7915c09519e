#include "host/audit/work.h"

#include "host/audit/anchors.h"
#include "models/flags.h"

namespace tarang::audit {
namespace {

using Fate = CorrectionState::Fate;

}  // namespace

Work::Work(const DocumentRecords& extracted, std::span<const interpret::Profile> taught)
    : records(extracted), extracted_(extracted), taught_(taught) {
    for (const Finding& finding : extracted.findings) {
        if (severity_of(finding.code) != Severity::kInfo)
            flagged.insert({finding.activity_id, finding.field});
    }
    index_records();
}

const Reading& Work::reading_of(const ActivityRecord& record) {
    const auto known = readings_.find(record.table);
    if (known != readings_.end()) return known->second;
    return readings_.emplace(record.table, audit::reading_of(extracted_, record, taught_)).first->second;
}

std::optional<std::size_t> Work::named(const std::string& id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? std::nullopt : std::optional(found->second);
}

void Work::insert(std::size_t position, ActivityRecord activity) {
    records.activities.insert(records.activities.begin() + static_cast<std::ptrdiff_t>(position),
                              std::move(activity));
    index_records();
}

void Work::erase(std::size_t position) {
    records.activities.erase(records.activities.begin() + static_cast<std::ptrdiff_t>(position));
    index_records();
}

void Work::index_records() {
    index_.clear();
    for (std::size_t i = 0; i < records.activities.size(); ++i) index_[records.activities[i].id] = i;
}

std::optional<std::size_t> Work::find(const std::string& id, const std::vector<Fragment>& place) const {
    return record_at(records, named(id), place);
}

void Work::displace(const Correction& correction) {
    states.back().fate = Fate::kDisplaced;
    say(FindingCode::kCorrectionDisplaced, correction.place.empty() ? correction.record : correction.place,
        {std::to_string(correction.number), correction.reviewer,
         correction.field + " " + correction.text.value_or("")});
}

void Work::say(FindingCode code, const std::vector<Fragment>& places, std::vector<std::string> arguments,
               const std::string& activity_id) {
    Finding finding;
    finding.code = code;
    finding.activity_id = activity_id;
    point_at(finding, places);
    finding.arguments = std::move(arguments);
    decisions.push_back(std::move(finding));
}

void Work::note_place(const std::string& activity, const std::string& field) {
    states.back().activity = activity;
    states.back().field = field;
}

void Work::stand(const FieldName& name, const Correction& correction, std::vector<Finding> doubts) {
    note_place(name.first, name.second);
    const auto earlier = decided.find(name);
    if (earlier != decided.end()) states[earlier->second.state].fate = Fate::kReplaced;
    decided.insert_or_assign(name, Decided{&correction, states.size() - 1, std::move(doubts)});
}

void Work::compare(const FieldName& name, const Correction& second, bool agrees) {
    note_place(name.first, name.second);
    const auto first = decided.find(name);
    if (first == decided.end()) {
        states.back().fate = Fate::kReplaced;  // what it was about was undone
        return;
    }
    if (agrees) return;
    const ActivityRecord& record = activity(*named(name.first));
    changed.push_back(interpret::finding_on(
        record, name.second, *field_named(record, name.second), FindingCode::kReadingsDiffer,
        {second.reviewer, first->second.correction->reviewer, interpret::excerpt(second.text.value_or(""))}));
    states[first->second.state].fate = Fate::kContested;
    states.back().fate = Fate::kContested;
    decided.erase(first);
}

void Work::settle(const ChangedRow& row, const Correction& correction,
                  const std::vector<std::string>& formerly) {
    for (const std::string& name : row.doubtful) {
        forget_flags_of(row.activity.id, name);
        for (const std::string& id : formerly) {
            forget_flags_of(id, name);
            const auto standing = decided.find({id, name});
            if (standing == decided.end()) continue;
            states[standing->second.state].fate = Fate::kReplaced;
            decided.erase(standing);
        }
        changed.push_back(interpret::finding_on(row.activity, name, *field_named(row.activity, name),
                                                FindingCode::kRowChangedByPerson, {correction.reviewer}));
    }
}

void Work::forget_flags_of(const std::string& id, const std::string& field) {
    std::erase_if(records.findings, [&](const Finding& finding) {
        return finding.activity_id == id && finding.field == field &&
               severity_of(finding.code) != Severity::kInfo;
    });
}

void Work::move_field(const std::string& from, const std::string& to, const std::string& field) {
    for (auto* findings : {&records.findings, &changed}) {
        for (Finding& finding : *findings) {
            if (finding.activity_id == from && finding.field == field) finding.activity_id = to;
        }
    }
    auto moved = decided.extract(FieldName{from, field});
    if (moved.empty()) return;
    states[moved.mapped().state].activity = to;
    moved.key() = {to, field};
    decided.insert(std::move(moved));
}

void Work::forget_findings_of(const std::string& id, const std::string& heir) {
    for (auto* findings : {&records.findings, &changed}) {
        std::erase_if(*findings, [&](const Finding& finding) {
            return finding.activity_id == id && !finding.field.empty();
        });
        for (Finding& finding : *findings) {
            if (finding.activity_id == id) finding.activity_id = heir;
        }
    }
    for (auto standing = decided.begin(); standing != decided.end();) {
        if (standing->first.first == id) {
            states[standing->second.state].fate = Fate::kReplaced;
            standing = decided.erase(standing);
        } else {
            ++standing;
        }
    }
}

}  // namespace tarang::audit
