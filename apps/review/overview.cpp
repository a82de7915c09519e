// Documents by where they stand, each with its reason and next step; who has not submitted.
#include <array>
#include <map>
#include <sstream>

#include "apps/review/app.h"
#include "host/export/json/record_json.h"
#include "host/export/report/import_report.h"
#include "host/export/words.h"
#include "host/import/taught_forms.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/submissions.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using exporting::Words;

/// Where a document stands, what asks for most first.
enum class Stand : std::uint8_t { kFailed, kWithout, kToCheck, kChecked };
constexpr std::array<std::string_view, 4> kNames{"failed", "without", "to_check", "checked"};

struct Counts {
    std::int64_t records = 0;
    std::int64_t awaiting = 0;
    std::int64_t decided = 0;
};

Stand stand_of(const LedgerEntry& entry, const Counts& counts) {
    const bool read = entry.state == DocumentState::kDone || entry.state == DocumentState::kPartial;
    if (!entry.finished || !read) return Stand::kFailed;
    if (counts.records == 0) return Stand::kWithout;
    return counts.awaiting > 0 ? Stand::kToCheck : Stand::kChecked;
}

/// Why it stands there, or what is to be done next.
std::string reason_of(const LedgerEntry& entry, Language language) {
    if (!entry.finished) return Words{"ยังอ่านไม่จบ", "Its reading has not ended."}.in(language);
    return entry.code == EventCode::kOk ? std::string() : tarang::message_of(entry.code, language);
}

/// Forms that a manifest's and a document's may be told apart by.
std::vector<std::string> known_forms(store::Database& database) {
    std::vector<std::string> forms;
    for (const std::string_view name : interpret::shipped_names()) forms.emplace_back(name);
    for (const interpret::Profile& form : importing::taught_profiles(database)) forms.push_back(form.name);
    return forms;
}

std::string name_of_sender(const Expected& expected) {
    return expected.key.code + (expected.name.empty() ? "" : " " + expected.name);
}

}  // namespace

std::string ReviewApp::overview(const Call& call) {
    const store::WorkList& list = work_list();
    std::map<std::string, Counts> counts;  // by SHA-256
    for (const store::WorkItem& item : list.items) {
        Counts& own = counts[list.documents.at(item.document).sha256];
        ++own.records;
        own.awaiting += item.awaiting;
        own.decided += item.decided;
    }
    std::map<std::string, Expected> senders;
    const std::vector<std::string> forms = known_forms(database_);
    std::map<std::string, std::string> not_as_due;  // by SHA-256
    std::vector<Expected> missing;
    store::Submissions(database_).for_each([&](const Submission& submission) {
        if (submission.document) {
            senders.try_emplace(submission.document->sha256, submission.expected);
            const std::string words = exporting::contradiction_of(submission, forms, call.language);
            if (!words.empty()) not_as_due.try_emplace(submission.document->sha256, words);
        } else
            missing.push_back(submission.expected);
    });
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("documents").begin_array();
    store::Ledger(database_).for_each([&](const LedgerEntry& entry) {
        if (!entry.current() || entry.code == EventCode::kArchive) return;
        const auto known = counts.find(entry.sha256);
        const Counts own = known == counts.end() ? Counts{} : known->second;
        const auto sender = senders.find(entry.sha256);
        json.begin_object();
        json.member("document", entry.sha256);
        json.member("file_name", entry.file_name);
        json.member("sender",
                    sender == senders.end() ? std::optional<std::string>() : name_of_sender(sender->second));
        json.member("stand", kNames.at(static_cast<std::size_t>(stand_of(entry, own))));
        json.member("activities", own.records);
        json.member("awaiting", own.awaiting);
        json.member("decided", own.decided);
        const auto other = not_as_due.find(entry.sha256);
        json.member("reason", exporting::null_if_empty(reason_of(entry, call.language)));
        json.member("not_as_due", other == not_as_due.end() ? std::optional<std::string>() : other->second);
        json.end_object();
    });
    json.end_array();
    json.key("missing").begin_array();
    for (const Expected& expected : missing) {
        json.begin_object();
        json.member("sender", name_of_sender(expected));
        json.member("due", exporting::words_of_form(expected.key.form, call.language) + " " +
                               std::to_string(expected.key.year));
        json.end_object();
    }
    json.end_array();
    json.member("submissions", senders.size() + missing.size());
    json.end_object();
    return out.str();
}

}  // namespace tarang::review
