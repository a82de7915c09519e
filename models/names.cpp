// The export's names of the enumerations, each list in the order of its enum.
#include <algorithm>
#include <array>

#include "models/activity.h"
#include "models/correction.h"
#include "models/document.h"
#include "models/page.h"
#include "models/submission.h"

namespace tarang {
namespace {

template <typename Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view("invalid");
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_in(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

constexpr std::array<std::string_view, 3> kSources{"text_layer", "ocr", "person"};
constexpr std::array<std::string_view, 3> kSeverities{"info", "warning", "error"};
constexpr std::array<std::string_view, kStageCount> kStages{
    "receive", "read", "straighten", "layout", "recognize", "stitch", "normalize", "interpret", "verify", "store"};
constexpr std::array<std::string_view, kCorrectionKinds> kCorrections{
    "accept", "correct", "unreadable", "not_here", "split", "join", "add", "remove", "undo", "second"};
constexpr std::array<std::string_view, kFates> kFateNames{"applied", "replaced", "undone", "displaced", "contested"};
constexpr std::array<std::string_view, 4> kLayers{"none", "good", "repaired", "unusable"};
constexpr std::array<std::string_view, 5> kMarkKinds{"line", "figure", "area", "image", "scrawl"};
constexpr std::array<std::string_view, kFieldKeyCount> kFieldKeys{
    "number", "activity", "objective", "target", "period", "steps", "budget", "spent", "result", "summary", "problems",
    "responsible", "indicator", "expected", "place", "fund_source", "evidence", "note", "committed", "remaining", "progress"};
static_assert(!kFieldKeys.back().empty());
constexpr std::array<std::string_view, 6> kJoinReasons{
    "empty_key", "mid_word", "list_continues", "span_continues", "no_repeated_key", "by_person"};
constexpr std::array<std::string_view, kExpectationCount> kExpectations{"number", "period", "money", "status"};
constexpr std::array<std::string_view, 4> kStated{"amount", "sum", "none", "unreadable"};
constexpr std::array<std::string_view, 5> kAmountsBy{"source", "quarter", "month", "year", "other"};
constexpr std::array<std::string_view, 5> kTableKinds{"plan", "report", "spending", "indicators", "none"};
constexpr std::array<std::string_view, 2> kPlaceKinds{"sheet", "table"};
constexpr std::array<std::string_view, 5> kStatuses{"completed", "in_progress", "not_started", "cancelled", "unknown"};
constexpr std::array<std::string_view, 4> kRowKinds{"total", "section", "signature", "other"};
constexpr std::array<std::string_view, 7> kStates{
    "done", "partial", "failed", "duplicate", "superseded", "skipped", "quarantined"};
constexpr std::array<std::string_view, 4> kDecisions{"superseded", "duplicate", "forgotten", "undone"};
constexpr std::array<std::string_view, kEventCodeCount> kEventCodes{
    "ok", "not_a_document", "unsupported_format", "empty", "damaged", "encrypted", "no_pages", "too_large",
    "too_many_pages", "timed_out", "out_of_memory", "crashed", "no_text_layer", "no_table", "no_records", "unknown_form",
    "page_unreadable", "symlink", "special_file", "office_junk", "own_file", "missing", "unreadable_file",
    "too_complex", "archive", "archive_incomplete"};

}  // namespace

std::string_view name_of(Source source) { return name_in(kSources, source); }
std::string_view name_of(Severity severity) { return name_in(kSeverities, severity); }
std::string_view name_of(Stage stage) { return name_in(kStages, stage); }
std::string_view name_of(LayerVerdict verdict) { return name_in(kLayers, verdict); }
std::string_view name_of(CellMark::Kind kind) { return name_in(kMarkKinds, kind); }
std::string_view name_of(FieldKey key) { return name_in(kFieldKeys, key); }
std::string_view name_of(JoinReason reason) { return name_in(kJoinReasons, reason); }
std::string_view name_of(Expectation expectation) { return name_in(kExpectations, expectation); }
std::string_view name_of(Budget::Stated stated) { return name_in(kStated, stated); }
std::string_view name_of(PartAmount::By by) { return name_in(kAmountsBy, by); }
std::string_view name_of(TableRecord::Kind kind) { return name_in(kTableKinds, kind); }
std::string_view name_of(Place::Kind kind) { return name_in(kPlaceKinds, kind); }
std::string_view name_of(Status status) { return name_in(kStatuses, status); }
std::string_view name_of(OtherRow::Kind kind) { return name_in(kRowKinds, kind); }
std::string_view name_of(DocumentState state) { return name_in(kStates, state); }
std::string_view name_of(Decision::Kind kind) { return name_in(kDecisions, kind); }
std::string_view name_of(Correction::Kind kind) { return name_in(kCorrections, kind); }
std::string_view name_of(CorrectionState::Fate fate) { return name_in(kFateNames, fate); }
std::string_view name_of(EventCode code) { return name_in(kEventCodes, code); }

std::optional<FieldKey> field_key_named(std::string_view name) { return value_in<FieldKey>(kFieldKeys, name); }
std::optional<EventCode> event_code_named(std::string_view name) { return value_in<EventCode>(kEventCodes, name); }
std::optional<DocumentState> document_state_named(std::string_view name) {
    return value_in<DocumentState>(kStates, name);
}

std::string Field::raw() const {
    std::string joined;
    for (const Fragment& fragment : fragments) {
        if (!joined.empty() && !fragment.raw.empty()) joined += '\n';
        joined += fragment.raw;
    }
    return joined;
}

void point_at(Finding& finding, const std::vector<Fragment>& places) {
    const auto on_page = [](const Fragment& fragment) { return fragment.on_page(); };
    const auto first = std::find_if(places.begin(), places.end(), on_page);
    if (first == places.end()) return;
    finding.region = first->region;
    finding.page = first->region.page;
}

std::optional<Budget>* ActivityRecord::money(FieldKey key) {
    switch (key) {
        case FieldKey::kBudget:
            return &budget;
        case FieldKey::kSpent:
            return &spent;
        case FieldKey::kCommitted:
            return &committed;
        case FieldKey::kRemaining:
            return &remaining;
        default:
            return nullptr;
    }
}

const std::optional<Budget>* ActivityRecord::money(FieldKey key) const {
    return const_cast<ActivityRecord*>(this)->money(key);  // looks only
}

std::string message_of(const TableRecord::Reason& reason, Language language) {
    Finding finding;
    finding.code = reason.code;
    finding.arguments = reason.arguments;
    return message_of(finding, language);
}

std::string table_id(std::int32_t index) { return "t" + std::to_string(index + 1); }

std::string cell_name(const Place& place) {
    std::string letters;
    for (std::int32_t rest = place.column; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(place.row);
}

}  // namespace tarang
