#include "host/audit/apply.h"

#include <set>
#include <utility>

#include "host/audit/anchors.h"
#include "host/audit/decided.h"
#include "host/audit/row_changes.h"
#include "host/audit/same_text.h"
#include "host/audit/work.h"
#include "models/flags.h"
#include "pipeline/verify/verify.h"

namespace tarang::audit {
namespace {

using Kind = Correction::Kind;
using Fate = CorrectionState::Fate;

/// Numbers of the decisions that an undo took back, an undo that was itself undone aside.
std::set<std::int64_t> undone_in(const std::vector<Correction>& log) {
    std::set<std::int64_t> undone;
    for (auto correction = log.rbegin(); correction != log.rend(); ++correction) {
        if (correction->undoes && !undone.contains(correction->number)) undone.insert(*correction->undoes);
    }
    return undone;
}

bool decide_on_document(Work& work, const Correction& correction) {
    const auto* field = document_field(work.records, correction.field);
    if (field == nullptr) return false;
    if (*field && !correction.place.empty() && !cover_each_other((*field)->fragments, correction.place))
        return false;
    decide_document_field(work.records, correction);
    work.stand({{}, correction.field}, correction, {});
    return true;
}

/// The printed line that a decision about a heading holds on to: in its record, else over any.
std::optional<HeadingPlace> heading_at(const Work& work, const Correction& correction) {
    const auto under = [&](std::size_t activity) -> std::optional<HeadingPlace> {
        const auto& headings = work.records.activities[activity].headings;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            if (cover_each_other(headings[i].fragments, correction.place)) return HeadingPlace{activity, i};
        }
        return std::nullopt;
    };
    if (correction.place.empty()) return std::nullopt;
    const auto likely = work.find(correction.activity, correction.record);
    std::optional<HeadingPlace> found = likely ? under(*likely) : std::nullopt;
    for (std::size_t i = 0; i < work.records.activities.size() && !found; ++i) found = under(i);
    return found ? std::optional(first_under(work.records, *found)) : std::nullopt;
}

bool decide_on_heading(Work& work, const Correction& correction) {
    const auto at = heading_at(work, correction);
    if (!at) return false;
    const ActivityRecord& activity = work.activity(at->activity);
    const Field& heading = activity.headings[at->heading];
    const Work::FieldName name{activity.id, heading_name(at->heading)};
    if (correction.kind == Kind::kSecond) {
        const bool same = same_but_for_space(heading.text, correction.text.value_or(""));
        work.compare(name, correction, same);
        return true;
    }
    decide_heading(work.records, heading, correction, work.form());
    work.stand(name, correction, {});
    return true;
}

bool decide_on_field(Work& work, const Correction& correction) {
    if (is_heading(correction.field)) return decide_on_heading(work, correction);
    const auto at = work.find(correction.activity, correction.record);
    if (!at) return false;
    ActivityRecord& activity = work.activity(*at);
    const Field* field = field_named(activity, correction.field);
    if (field == nullptr || !cover_each_other(field->fragments, correction.place)) return false;
    if (correction.kind == Kind::kSecond) {
        work.compare({activity.id, correction.field}, correction,
                     agrees(activity, correction, work.reading_of(activity)));
        return true;
    }
    auto doubts = decide_column(activity, correction, work.reading_of(activity));
    work.stand({activity.id, correction.field}, correction, std::move(doubts));
    return true;
}

bool carry_out(Work& work, const Correction& correction) {
    switch (correction.kind) {
        case Kind::kUndo:
            return true;  // what it took back is left out
        case Kind::kSplit:
            return split_row(work, correction);
        case Kind::kJoin:
            return join_rows(work, correction);
        case Kind::kAdd:
            return add_row(work, correction);
        case Kind::kRemove:
            return remove_row(work, correction);
        default:
            return correction.activity.empty() ? decide_on_document(work, correction)
                                               : decide_on_field(work, correction);
    }
}

/// Checks the paper against itself, with the values that stand now.
void verify_anew(Work& work) {
    auto& findings = work.records.findings;
    std::erase_if(findings, [](const Finding& f) { return kind_of(f.code).stage == Stage::kVerify; });
    work.records = verify::verify(std::move(work.records));
}

const Field* decided_field(Work& work, const Work::FieldName& name) {
    if (name.first.empty()) {
        const auto* field = document_field(work.records, name.second);
        return field != nullptr && *field ? &**field : nullptr;
    }
    const auto at = work.named(name.first);
    return at ? field_named(work.activity(*at), name.second) : nullptr;
}

/// A decided field keeps no flag but what its decision says.
void settle_flags(Work& work) {
    auto& findings = work.records.findings;
    findings.insert(findings.end(), work.changed.begin(), work.changed.end());
    std::erase_if(findings, [&](const Finding& finding) {
        const Work::FieldName name{finding.activity_id, finding.field};
        if (finding.field.empty() || !work.decided.contains(name)) return false;
        const bool flags = severity_of(finding.code) != Severity::kInfo;
        if (flags) work.flagged.insert(name);
        return flags;
    });
    for (const auto& [name, standing] : work.decided) {
        const Field* field = decided_field(work, name);
        if (field == nullptr) continue;
        Correction decision = *standing.correction;
        decision.field = name.second;
        if (auto said = finding_of(decision, name.first, *field, work.flagged.contains(name)))
            work.decisions.push_back(std::move(*said));
        findings.insert(findings.end(), standing.doubts.begin(), standing.doubts.end());
    }
    findings.insert(findings.end(), work.decisions.begin(), work.decisions.end());
    raise_flags(work.records);
}

}  // namespace

CorrectedRecords apply_corrections(const DocumentRecords& extracted, const std::vector<Correction>& log,
                                   std::span<const interpret::Profile> taught) {
    if (log.empty()) return {extracted, {}};
    Work work(extracted, taught);
    const std::set<std::int64_t> undone = undone_in(log);
    for (const Correction& correction : log) {
        work.states.push_back({correction.number, Fate::kApplied, {}, {}});
        if (undone.contains(correction.number))
            work.states.back().fate = Fate::kUndone;
        else if (!carry_out(work, correction))
            work.displace(correction);
    }
    verify_anew(work);
    settle_flags(work);
    return {std::move(work.records), std::move(work.states)};
}

}  // namespace tarang::audit
