#include "pipeline/audit/apply.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "models/flags.h"
#include "pipeline/audit/anchors.h"
#include "pipeline/audit/decided.h"
#include "pipeline/audit/rows.h"
#include "pipeline/verify/verify.h"

namespace tarang::audit {
namespace {

using Kind = Correction::Kind;
using Fate = CorrectionState::Fate;
using FieldName = std::pair<std::string, std::string>;  ///< of the activity and of the field

/// Numbers of the decisions that an undo took back, an undo that was itself undone aside.
std::set<std::int64_t> undone_in(const std::vector<Correction>& log) {
    std::set<std::int64_t> undone;
    for (auto correction = log.rbegin(); correction != log.rend(); ++correction) {
        if (correction->undoes && !undone.contains(correction->number)) undone.insert(*correction->undoes);
    }
    return undone;
}

class Application {
public:
    explicit Application(const DocumentRecords& extracted) : reading_(reading_of(extracted)) {
        result_.records = extracted;
        for (const Finding& finding : extracted.findings) {
            if (severity_of(finding.code) != Severity::kInfo)
                flagged_.insert({finding.activity_id, finding.field});
        }
        index_records();
    }

    CorrectedRecords apply(const std::vector<Correction>& log) {
        const std::set<std::int64_t> undone = undone_in(log);
        result_.states.reserve(log.size());
        for (const Correction& correction : log) {
            result_.states.push_back({correction.number, Fate::kApplied, {}, {}});
            if (undone.contains(correction.number))
                result_.states.back().fate = Fate::kUndone;
            else if (correction.kind != Kind::kUndo && !carry_out(correction))
                displace(correction);
        }
        check_anew();
        return std::move(result_);
    }

private:
    struct Decided {
        const Correction* correction;
        std::size_t state;
        std::vector<Finding> doubts;
    };

    DocumentRecords& records() { return result_.records; }

    bool carry_out(const Correction& correction) {
        switch (correction.kind) {
            case Kind::kSplit:
                return split_row(correction);
            case Kind::kJoin:
                return join_rows(correction);
            case Kind::kAdd:
                return add_row(correction);
            case Kind::kRemove:
                return remove_row(correction);
            default:
                return correction.activity.empty() ? decide_on_document(correction) : decide(correction);
        }
    }

    void index_records() {
        index_.clear();
        for (std::size_t i = 0; i < records().activities.size(); ++i) index_[records().activities[i].id] = i;
    }

    std::optional<std::size_t> find(const std::string& id, const std::vector<Fragment>& place) {
        const auto named = index_.find(id);
        const auto likely = named == index_.end() ? std::nullopt : std::optional(named->second);
        return record_at(records(), likely, place);
    }

    void displace(const Correction& correction) {
        result_.states.back().fate = Fate::kDisplaced;
        Finding finding;
        finding.code = FindingCode::kCorrectionDisplaced;
        const auto& places = correction.place.empty() ? correction.record : correction.place;
        if (!places.empty()) {
            finding.region = places.front().region;
            finding.page = finding.region->page;
        }
        finding.arguments = {std::to_string(correction.number), correction.reviewer,
                             correction.field + " " + correction.text.value_or("")};
        decisions_.push_back(std::move(finding));
    }

    void note_place(const std::string& activity, const std::string& field) {
        result_.states.back().activity = activity;
        result_.states.back().field = field;
    }

    bool decide_on_document(const Correction& correction) {
        const auto* field = document_field(records(), correction.field);
        if (field == nullptr) return false;
        if (*field && !correction.place.empty() && !cover_each_other((*field)->fragments, correction.place))
            return false;
        decide_document_field(records(), correction);
        replace_earlier({{}, correction.field}, correction, {});
        return true;
    }

    bool decide(const Correction& correction) {
        const auto at = find(correction.activity, correction.record);
        if (!at) return false;
        ActivityRecord& activity = records().activities[*at];
        if (Field* heading = heading_named(activity, correction.field)) {
            if (!cover_each_other(heading->fragments, correction.place)) return false;
            decide_heading(records(), *heading, correction);
            replace_earlier({activity.id, correction.field}, correction, {});
            return true;
        }
        const Field* field = field_named(activity, correction.field);
        if (field == nullptr || !cover_each_other(field->fragments, correction.place)) return false;
        auto doubts = decide_column(activity, correction, reading_);
        replace_earlier({activity.id, correction.field}, correction, std::move(doubts));
        return true;
    }

    void replace_earlier(const FieldName& name, const Correction& correction, std::vector<Finding> doubts) {
        note_place(name.first, name.second);
        const auto earlier = decided_.find(name);
        if (earlier != decided_.end()) result_.states[earlier->second.state].fate = Fate::kReplaced;
        decided_.insert_or_assign(name, Decided{&correction, result_.states.size() - 1, std::move(doubts)});
    }

    /// A row that came of others: decisions about fields that it changed are void, and it is to be checked.
    void settle(const ChangedRow& row, const Correction& correction,
                const std::vector<std::string>& formerly) {
        for (const std::string& name : row.doubtful) {
            forget_flags_of(row.activity.id, name);
            for (const std::string& id : formerly) {
                forget_flags_of(id, name);
                const auto decided = decided_.find({id, name});
                if (decided == decided_.end()) continue;
                result_.states[decided->second.state].fate = Fate::kReplaced;
                decided_.erase(decided);
            }
            const Field* field = field_named(row.activity, name);
            Finding finding;
            finding.code = FindingCode::kRowChangedByPerson;
            finding.activity_id = row.activity.id;
            finding.field = name;
            if (!field->fragments.empty()) {
                finding.region = field->fragments.front().region;
                finding.page = finding.region->page;
            }
            finding.arguments = {correction.reviewer};
            changed_.push_back(std::move(finding));
        }
    }

    void forget_flags_of(const std::string& id, const std::string& field) {
        std::erase_if(records().findings, [&](const Finding& finding) {
            return finding.activity_id == id && finding.field == field &&
                   severity_of(finding.code) != Severity::kInfo;
        });
    }

    /// What was said and decided about a field of one record is said about another's.
    void move_field(const std::string& from, const std::string& to, const std::string& field) {
        for (auto* findings : {&records().findings, &changed_}) {
            for (Finding& finding : *findings) {
                if (finding.activity_id == from && finding.field == field) finding.activity_id = to;
            }
        }
        auto decided = decided_.extract(FieldName{from, field});
        if (decided.empty()) return;
        result_.states[decided.mapped().state].activity = to;
        decided.key() = {to, field};
        decided_.insert(std::move(decided));
    }

    bool split_row(const Correction& correction) {
        const auto at = find(correction.activity, correction.record);
        if (!at || !share_print(correction.place, pieces_of(records().activities[*at]))) return split_already(correction);
        auto [upper, lower] = split(records().activities[*at], correction.place, reading_);
        while (index_.contains(lower.activity.id)) lower.activity.id += "b";
        const std::string id = upper.activity.id;
        settle(upper, correction, {id});
        settle(lower, correction, {});
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const auto& above = upper.activity.fields[i];
            const auto& below = lower.activity.fields[i];
            if (above && above->text.empty() && !below->text.empty())
                move_field(id, lower.activity.id, std::string(name_of(static_cast<FieldKey>(i))));
        }
        const PageNumber seam =
            correction.place.empty() ? PageNumber{} : correction.place.front().region.page;
        std::erase_if(records().joins,
                      [&](const JoinRecord& join) { return join.activity_id == id && join.lower == seam; });
        for (JoinRecord& join : records().joins) {
            if (join.activity_id == id && join.upper >= seam) join.activity_id = lower.activity.id;
        }
        records().activities[*at] = std::move(upper.activity);
        records().activities.insert(records().activities.begin() + static_cast<std::ptrdiff_t>(*at) + 1,
                                    std::move(lower.activity));
        index_records();
        note_place(id, {});
        return true;
    }

    /// A new reading may have parted by itself what a person parted before.
    bool split_already(const Correction& correction) {
        std::vector<Fragment> above;
        for (const Fragment& piece : correction.record) {
            const bool below = std::any_of(correction.place.begin(), correction.place.end(),
                                           [&](const Fragment& other) { return same_print(piece, other); });
            if (!below) above.push_back(piece);
        }
        const auto upper = record_at(records(), std::nullopt, above);
        const auto lower = record_at(records(), std::nullopt, correction.place);
        if (!upper || !lower || *upper == *lower) return false;
        note_place(records().activities[*upper].id, {});
        return true;
    }

    bool join_rows(const Correction& correction) {
        const auto upper = find(correction.activity, correction.record);
        const auto lower = record_at(records(), std::nullopt, correction.place);
        if (!upper || !lower || *upper == *lower) return joined_already(correction);
        const std::string id = records().activities[*upper].id;
        const ActivityRecord below = records().activities[*lower];
        const ActivityRecord above = records().activities[*upper];
        ChangedRow joined = join(above, below, reading_);
        settle(joined, correction, {id, below.id});
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const bool from_below = below.fields[i] && !below.fields[i]->text.empty() &&
                                    (!above.fields[i] || above.fields[i]->text.empty());
            if (from_below) move_field(below.id, id, std::string(name_of(static_cast<FieldKey>(i))));
        }
        forget_findings_of(below.id, id);
        for (JoinRecord& join : records().joins) {
            if (join.activity_id == below.id) join.activity_id = id;
        }
        add_seam(id, above, below);
        records().activities[*upper] = std::move(joined.activity);
        records().activities.erase(records().activities.begin() + static_cast<std::ptrdiff_t>(*lower));
        index_records();
        note_place(id, {});
        return true;
    }

    bool joined_already(const Correction& correction) {
        std::vector<Fragment> both = correction.record;
        both.insert(both.end(), correction.place.begin(), correction.place.end());
        const auto at = record_at(records(), std::nullopt, both);
        if (!at || !cover_each_other(pieces_of(records().activities[*at]), both)) return false;
        note_place(records().activities[*at].id, {});
        return true;
    }

    void add_seam(const std::string& id, const ActivityRecord& above, const ActivityRecord& below) {
        PageNumber last;
        PageNumber first{1 << 30};
        for (const Fragment& piece : pieces_of(above)) last = std::max(last, piece.region.page);
        for (const Fragment& piece : pieces_of(below)) first = std::min(first, piece.region.page);
        if (first.value == last.value + 1)
            records().joins.push_back({id, last, first, JoinReason::kByPerson, 1});
    }

    /// Findings about a record that is no more: about fields they go with it, others become the heir's.
    void forget_findings_of(const std::string& id, const std::string& heir) {
        for (auto* findings : {&records().findings, &changed_}) {
            std::erase_if(*findings, [&](const Finding& finding) {
                return finding.activity_id == id && !finding.field.empty();
            });
            for (Finding& finding : *findings) {
                if (finding.activity_id == id) finding.activity_id = heir;
            }
        }
        for (auto decided = decided_.begin(); decided != decided_.end();) {
            if (decided->first.first == id) {
                result_.states[decided->second.state].fate = Fate::kReplaced;
                decided = decided_.erase(decided);
            } else {
                ++decided;
            }
        }
    }

    bool add_row(const Correction& correction) {
        if (correction.place.empty()) return false;
        std::size_t position = 0;
        if (!correction.activity.empty()) {
            const auto after = find(correction.activity, correction.record);
            if (!after) return false;
            position = *after + 1;
        }
        const auto& activities = records().activities;
        const ActivityRecord like =
            activities.empty() ? ActivityRecord{} : activities[position > 0 ? position - 1 : 0];
        const std::string id = "added-" + std::to_string(correction.number);
        ActivityRecord record = blank_record(like, correction.place.front(), id);
        if (activities.empty()) {
            for (auto& field : record.fields)
                field = Field{{}, Source::kPerson, 1, false, true, {correction.place.front()}};
        }
        Finding finding;
        finding.code = FindingCode::kRowAddedByPerson;
        finding.activity_id = id;
        finding.region = correction.place.front().region;
        finding.page = finding.region->page;
        finding.arguments = {correction.reviewer, correction.at.substr(0, 10)};
        decisions_.push_back(std::move(finding));
        records().activities.insert(activities.begin() + static_cast<std::ptrdiff_t>(position),
                                    std::move(record));
        index_records();
        note_place(id, {});
        return true;
    }

    bool remove_row(const Correction& correction) {
        const auto at = find(correction.activity, correction.record);
        if (!at) return false;
        const ActivityRecord removed = records().activities[*at];
        records().rows.push_back(row_of(removed));
        forget_findings_of(removed.id, {});
        for (JoinRecord& join : records().joins) {
            if (join.activity_id == removed.id) join.activity_id.clear();
        }
        std::erase_if(decisions_, [&](const Finding& finding) { return finding.activity_id == removed.id; });
        Finding finding;
        finding.code = FindingCode::kRowRemovedByPerson;
        if (!correction.record.empty()) {
            finding.region = correction.record.front().region;
            finding.page = finding.region->page;
        }
        finding.arguments = {correction.reviewer, correction.at.substr(0, 10), correction.reason};
        decisions_.push_back(std::move(finding));
        records().activities.erase(records().activities.begin() + static_cast<std::ptrdiff_t>(*at));
        index_records();
        return true;
    }

    void check_anew() {
        auto& findings = records().findings;
        std::erase_if(findings, [](const Finding& f) { return kind_of(f.code).stage == Stage::kVerify; });
        records() = verify::verify(std::move(records()));
        findings.insert(findings.end(), changed_.begin(), changed_.end());
        std::erase_if(findings, [&](const Finding& finding) {
            if (!decided_.contains({finding.activity_id, finding.field})) return false;
            flagged_.insert({finding.activity_id, finding.field});
            return severity_of(finding.code) != Severity::kInfo;
        });
        for (auto& [name, decided] : decided_) {
            const auto at = index_.find(name.first);
            if (at == index_.end()) continue;
            ActivityRecord& activity = records().activities[at->second];
            const Field* field = field_named(activity, name.second);
            if (field == nullptr) continue;
            if (auto finding = finding_of(*decided.correction, activity, *field, flagged_.contains(name)))
                decisions_.push_back(std::move(*finding));
            findings.insert(findings.end(), decided.doubts.begin(), decided.doubts.end());
        }
        findings.insert(findings.end(), decisions_.begin(), decisions_.end());
        raise_flags(records());
    }

    Reading reading_;
    CorrectedRecords result_;
    std::unordered_map<std::string, std::size_t> index_;  ///< of records by id
    std::map<FieldName, Decided> decided_;                ///< the decision that stands about each field
    std::set<FieldName> flagged_;                         ///< fields that had a warning or an error
    std::vector<Finding> changed_;                        ///< fields that splits and joins made doubtful
    std::vector<Finding> decisions_;                      ///< what the decisions themselves have to say
};

}  // namespace

CorrectedRecords apply_corrections(const DocumentRecords& extracted, const std::vector<Correction>& log) {
    if (log.empty()) return {extracted, {}};
    return Application(extracted).apply(log);
}

}  // namespace tarang::audit
