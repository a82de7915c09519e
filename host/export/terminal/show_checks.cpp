#include "host/export/terminal/show_checks.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

#include "host/export/days.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

using thai::Align;
using Decided = std::set<std::pair<std::string, std::string>>;

Decided decided_in(const std::vector<CorrectionState>& states) {
    Decided decided;
    for (const CorrectionState& state : states) {
        if (state.fate == CorrectionState::Fate::kApplied) decided.emplace(state.activity, state.field);
    }
    return decided;
}

constexpr std::size_t kMostTables = 5;  // of a document that gave nothing; a guess of what is still read

bool awaits(const Finding& finding, const Decided& decided) {
    if (finding.code == FindingCode::kCorrectionDisplaced) return true;
    return !finding.field.empty() && severity_of(finding.code) != Severity::kInfo &&
           !decided.contains({finding.activity_id, finding.field});
}

std::string number_of(const DocumentRecords& records, const std::string& id) {
    const auto found = std::find_if(records.activities.begin(), records.activities.end(),
                                    [&](const ActivityRecord& activity) { return activity.id == id; });
    return found == records.activities.end() ? std::string() : found->number;
}

/// The first page that the record stands on; 0 where it has none.
std::int32_t first_page(const ActivityRecord& activity) {
    std::int32_t first = 0;
    for (const auto& field : activity.fields) {
        if (!field) continue;
        for (const Fragment& piece : field->fragments) {
            const std::int32_t page = piece.on_page() ? piece.region.page.value : 0;
            if (page > 0 && (first == 0 || page < first)) first = page;
        }
    }
    return first;
}

/// As one goes through the paper: by the page where its record begins, the record, its own page. What is
/// about no record comes before the records of its page.
void sort_by_place(std::vector<const Finding*>& findings, const DocumentRecords& records) {
    using Place = std::tuple<std::int32_t, std::int64_t, std::int32_t>;
    std::map<std::string, std::pair<std::int32_t, std::int64_t>> known;
    for (const ActivityRecord& activity : records.activities)
        known.try_emplace(activity.id, first_page(activity), static_cast<std::int64_t>(known.size()));
    const auto place_of = [&](const Finding& finding) -> Place {
        const std::int32_t page = finding.page ? finding.page->value : 0;
        const auto found = known.find(finding.activity_id);
        return found == known.end() ? Place{page, -1, page}
                                    : Place{found->second.first, found->second.second, page};
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding* a, const Finding* b) { return place_of(*a) < place_of(*b); });
}

std::string percent(double value) {
    std::array<char, 32> text{};
    return {text.data(), static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.2f", value))};
}

}  // namespace

void show_checks(std::ostream& out, const StoredDocument& document,
                 const std::vector<CorrectionState>& states, const ShowOptions& options) {
    const auto title = [&](const Words& words) { return words.in(options.language); };
    const Decided decided = decided_in(states);
    TextTable table({{title({"ลำดับที่", "No."}), Align::kRight},
                     {title({"ช่อง", "Field"})},
                     {title({"หน้า", "Page"}), Align::kRight},
                     {title({"สิ่งที่ต้องตรวจ", "What to check"}), Align::kLeft, 30}});
    std::int64_t lines = 0;
    std::vector<const Finding*> awaiting;
    for (const Finding& finding : document.records.findings) {
        if (awaits(finding, decided)) awaiting.push_back(&finding);
    }
    sort_by_place(awaiting, document.records);
    for (const Finding* finding : awaiting) {
        ++lines;
        table.add({{number_of(document.records, finding->activity_id)},
                   {words_of_field(finding->field, options.language)},
                   {finding->page ? std::to_string(finding->page->value) : std::string()},
                   {terminal_text(told(*finding, options.language)), Tone::kWarning}});
    }
    // Of a document that gave nothing it is not true that nothing awaits a person: it is listed with the
    // others.
    if (lines == 0 && document.records.activities.empty()) return;
    out << terminal_text(document.entry.file_name);
    if (lines == 0) {
        out << title({": ไม่มีสิ่งที่ต้องตรวจ", ": nothing awaits a person"}) << '\n';
        return;
    }
    out << '\n';
    table.write(out, options.width, options.color);
    out << '\n';
}

void show_empty_documents(std::ostream& out, const std::vector<EmptyDocument>& documents,
                          const ShowOptions& options) {
    if (documents.empty()) return;
    const auto title = [&](const Words& words) { return words.in(options.language); };
    const Noun noun{"เอกสารที่ไม่ได้กิจกรรม", "document without activities", "documents without activities"};
    out << counted(static_cast<std::int64_t>(documents.size()), noun, options.language) << '\n';
    TextTable table({{title({"เอกสาร", "Document"}), Align::kLeft, 16},
                     {title({"สถานะ", "State"})},
                     {title({"ตาราง", "Table"})},
                     {title({"เหตุผล", "Why"}), Align::kLeft, 30}});
    for (const EmptyDocument& document : documents) {
        const LedgerEntry& entry = document.entry;
        table.add({{terminal_text(entry.file_name)},
                   {words_of(entry.shown_state()).in(options.language), Tone::kWarning},
                   {},
                   {message_of(entry.code, options.language)}});
        std::size_t told = 0;
        for (std::size_t i = 0; i < document.tables.size() && told < kMostTables; ++i) {
            const auto& reason = document.tables[i].reason;
            if (!reason) continue;
            ++told;
            table.add({{},
                       {},
                       {table_id(static_cast<std::int32_t>(i))},
                       {terminal_text(exporting::told(*reason, options.language))}});
        }
        if (told == kMostTables && document.tables.size() > told)
            table.add({{}, {}, {"…"}, {title({"ที่เหลือดูด้วย tarang show", "for the others see tarang show"})}});
    }
    table.write(out, options.width, options.color);
    out << '\n';
}

void show_samples(std::ostream& out, const std::vector<SampleLine>& samples, const ShowOptions& options) {
    const auto title = [&](const Words& words) { return words.in(options.language); };
    TextTable table({{title({"ตัวอย่าง", "Sample"}), Align::kRight},
                     {title({"ทั้งหมด", "Lot"}), Align::kRight},
                     {title({"สุ่มตรวจ", "Size"}), Align::kRight},
                     {"AQL %", Align::kRight},
                     {title({"ผิดได้ไม่เกิน", "Accept"}), Align::kRight},
                     {title({"ตรวจแล้ว", "Checked"}), Align::kRight},
                     {title({"ผิด", "Wrong"}), Align::kRight},
                     {title({"ผล", "Verdict"})},
                     {title({"ผิดในทั้งหมด (95 %)", "Wrong in the lot (95 %)"})}});
    for (const SampleLine& sample : samples) {
        const bool open = sample.verdict.empty();
        const bool passed = sample.verdict == "accepted";
        const Words verdict = open ? Words{"ยังตรวจไม่ครบ", "not all checked"}
                                   : (passed ? Words{"ผ่าน", "accepted"} : Words{"ไม่ผ่าน", "rejected"});
        table.add({{std::to_string(sample.number)},
                   {std::to_string(sample.lot)},
                   {std::to_string(sample.size)},
                   {percent(sample.aql)},
                   {std::to_string(sample.accept)},
                   {std::to_string(sample.checked)},
                   {std::to_string(sample.wrong)},
                   {title(verdict), open ? Tone::kPlain : (passed ? Tone::kGood : Tone::kBad)},
                   {open ? std::string() : percent(sample.low) + " – " + percent(sample.high) + " %"}});
    }
    table.write(out, options.width, options.color);
    for (const SampleLine& sample : samples) {
        for (const SampleLine::Share& share : sample.shares) {
            const std::string number = std::to_string(sample.number);
            const std::string found = std::to_string(share.found);
            const std::string seeds = std::to_string(share.seeds);
            if (options.language == Language::kThai)
                out << "ตัวอย่างที่ " << number << ": " << share.reviewer << " พบค่าที่ทำให้ผิดไว้ " << found << " จาก "
                    << seeds << " ช่อง\n";
            else
                out << "sample " << number << ": " << share.reviewer << " noticed " << found << " of "
                    << seeds << " values that were made wrong\n";
        }
    }
}

void show_differences(std::ostream& out, const std::vector<Difference>& differences,
                      const ShowOptions& options) {
    const auto title = [&](const Words& words) { return words.in(options.language); };
    if (differences.empty()) {
        out << title({"ไม่มีค่าที่ต่างกัน", "no differences"}) << '\n';
        return;
    }
    TextTable table({{title({"ไฟล์", "File"}), Align::kLeft, 12},
                     {title({"ลำดับที่", "No."}), Align::kRight},
                     {title({"ค่า", "Value"})},
                     {title({"ในไฟล์ที่ให้มา", "In the export"}), Align::kLeft, 16},
                     {title({"ในฐานข้อมูล", "In the database"}), Align::kLeft, 16}});
    for (const Difference& difference : differences) {
        table.add({{terminal_text(difference.file_name)},
                   {terminal_text(difference.activity)},
                   {difference.field},
                   {terminal_text(difference.before)},
                   {terminal_text(difference.after)}});
    }
    table.write(out, options.width, options.color);
    out << counted(static_cast<std::int64_t>(differences.size()), {"ค่าที่ต่างกัน", "difference", "differences"},
                   options.language)
        << '\n';
}

}  // namespace tarang::exporting
