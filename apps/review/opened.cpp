#include "apps/review/opened.h"

#include <algorithm>

#include "host/audit/apply.h"
#include "host/import/taught_forms.h"
#include "models/flags.h"
#include "pipeline/store/archive.h"

namespace tarang::review {
namespace {

constexpr std::size_t kMostDocuments = 3;

}  // namespace

std::optional<std::size_t> OpenedDocument::position_of(const std::string& activity) const {
    const auto& activities = stored.records.activities;
    const auto found = std::find_if(activities.begin(), activities.end(),
                                    [&](const ActivityRecord& record) { return record.id == activity; });
    if (found == activities.end()) return std::nullopt;
    return static_cast<std::size_t>(found - activities.begin());
}

OpenedDocument::Named OpenedDocument::called(const std::string& activity, const std::string& field) const {
    const auto position = is_heading(field) ? position_of(activity) : std::nullopt;
    if (!position) return {activity, field};
    const auto& headings = stored.records.activities[*position].headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (heading_name(i) != field) continue;
        const HeadingPlace first = first_under(stored.records, {*position, i});
        return {stored.records.activities[first.activity].id, heading_name(first.heading)};
    }
    return {activity, field};
}

const Correction* OpenedDocument::decision_about(const std::string& activity,
                                                 const std::string& field) const {
    const Named named = called(activity, field);
    for (std::size_t i = states.size(); i-- > 0;) {
        const CorrectionState& state = states[i];
        if (state.fate == CorrectionState::Fate::kApplied && Named{state.activity, state.field} == named)
            return i < log.size() ? &log[i] : nullptr;
    }
    return nullptr;
}

bool OpenedDocument::is_about(std::size_t place, const std::string& activity) const {
    return log[place].activity == activity || (place < states.size() && states[place].activity == activity);
}

std::shared_ptr<const OpenedDocument> OpenedDocuments::get(const std::string& sha256) {
    store::Corrections corrections(database_);
    if (const std::int64_t version = corrections.version(); version != version_) {
        version_ = version;
        documents_.clear();
    }
    const auto known = std::find_if(documents_.begin(), documents_.end(), [&](const auto& document) {
        return document->stored.entry.sha256 == sha256;
    });
    if (known != documents_.end()) {
        documents_.splice(documents_.begin(), documents_, known);
        return documents_.front();
    }
    const store::Snapshot snapshot(database_);
    auto stored = store::Archive(database_).document(sha256);
    if (!stored) return nullptr;
    auto opened = std::make_shared<OpenedDocument>();
    opened->stored = std::move(*stored);
    opened->extracted = std::make_shared<const DocumentRecords>(corrections.extracted(sha256));
    opened->log = corrections.of(sha256);
    opened->states = corrections.states(sha256);
    opened->taught =
        std::make_shared<const std::vector<interpret::Profile>>(importing::taught_profiles(database_));
    keep(std::move(opened));
    return documents_.front();
}

void OpenedDocuments::keep(std::shared_ptr<const OpenedDocument> document) {
    documents_.push_front(std::move(document));
    if (documents_.size() > kMostDocuments) documents_.pop_back();
}

std::optional<std::int64_t> OpenedDocuments::decide(const OpenedDocument& document,
                                                    const Correction& correction, std::int64_t newest_seen) {
    const store::KnownEditions known{document.stored.records, *document.extracted, document.log, version_};
    const auto apply = [&document](const DocumentRecords& extracted, const std::vector<Correction>& log) {
        return audit::apply_corrections(extracted, log, *document.taught);
    };
    auto added = store::Corrections(database_).add(correction, newest_seen, apply, &known);
    if (!added) {
        forget(correction.sha256);
        return std::nullopt;
    }
    const bool up_to_date = store::Corrections(database_).version() == version_;
    forget(correction.sha256);
    const std::int64_t number = added->correction.number;
    if (!up_to_date) return number;
    auto now = std::make_shared<OpenedDocument>();
    now->stored = {document.stored.entry, std::move(added->corrected.records)};
    now->extracted = document.extracted;
    now->log = document.log;
    now->log.push_back(std::move(added->correction));
    now->states = std::move(added->corrected.states);
    now->taught = document.taught;
    keep(std::move(now));
    return number;
}

void OpenedDocuments::forget(const std::string& sha256) {
    documents_.remove_if([&](const auto& document) { return document->stored.entry.sha256 == sha256; });
}

}  // namespace tarang::review
