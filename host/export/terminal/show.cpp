#include "host/export/terminal/show.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "host/export/days.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"
#include "models/flags.h"

namespace tarang::exporting {
namespace {

using thai::Align;

constexpr Words kReading{"ค้างอยู่", "unfinished"};
Tone tone_of(DocumentState state) {
    switch (state) {
        case DocumentState::kDone:
            return Tone::kGood;
        case DocumentState::kPartial:
            return Tone::kWarning;
        case DocumentState::kSuperseded:
            return Tone::kFaint;
        default:
            return Tone::kBad;
    }
}

TextCell state_cell(const LedgerEntry& entry, Language language) {
    if (!entry.finished) return {kReading.in(language), Tone::kWarning};
    const DocumentState state = entry.shown_state();
    return {words_of(state).in(language), tone_of(state)};
}

std::string pages_text(const LedgerEntry& entry) {
    if (!entry.pages) return {};
    return std::to_string(entry.pages_read.value_or(0)) + "/" + std::to_string(*entry.pages);
}

TextCell reason_cell(const LedgerEntry& entry, Language language) {
    if (!entry.finished || entry.code == EventCode::kOk) return {};
    return {message_of(entry.code, language), Tone::kPlain};
}

/// Empty for none, so that a column of nothing but zeros is left out.
TextCell count_cell(std::int32_t count, Tone tone = Tone::kPlain) {
    return {count == 0 ? std::string() : std::to_string(count), tone};
}

std::string text_of_day(const Date& date, bool with_day, bool with_year) {
    std::string text;
    if (with_day) text.append(std::to_string(static_cast<unsigned>(date.day()))).append(1, ' ');
    text += thai_month(date.month());
    if (with_year)
        text.append(1, ' ').append(std::to_string(values::buddhist_era(static_cast<int>(date.year())).value));
    return text;
}

std::string thai_period(const Date& start, const Date& end) {
    const bool whole =
        start ==
            values::first_of_month(static_cast<int>(start.year()), static_cast<unsigned>(start.month())) &&
        end == values::last_of_month(static_cast<int>(end.year()), static_cast<unsigned>(end.month()));
    const bool one_year = start.year() == end.year();
    if ((whole && one_year && start.month() == end.month()) || start == end)
        return text_of_day(end, !whole, true);
    return text_of_day(start, !whole, !one_year) + " - " + text_of_day(end, !whole, true);
}

std::string text_or_unknown(const std::optional<Date>& date, Language language) {
    if (!date) return "?";
    return language == Language::kThai ? text_of_day(*date, true, true) : values::format_iso(*date);
}

std::string quarters_text(const std::optional<Period>& period) {
    std::string text;
    if (!period) return text;
    for (const std::uint8_t quarter : period->quarters) {
        if (!text.empty()) text += ',';
        text += std::to_string(quarter);
    }
    return text;
}

TextCell status_cell(const std::optional<Status>& status, Language language) {
    if (!status) return {};
    constexpr std::array<Tone, 5> kTones{Tone::kGood, Tone::kPlain, Tone::kPlain, Tone::kFaint,
                                         Tone::kWarning};
    return {words_of(*status).in(language), kTones[static_cast<std::size_t>(*status)]};
}

/// Names of the fields to check.
TextCell flags_cell(const ActivityRecord& activity, Language language) {
    std::string names;
    const auto add = [&names](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i] && activity.fields[i]->needs_review)
            add(words_of(static_cast<FieldKey>(i)).in(language));
    }
    for (const ExtraField& extra : activity.extra) {
        if (extra.field.needs_review && !extra.header.empty()) add(extra.header.back());
    }
    if (std::any_of(activity.headings.begin(), activity.headings.end(),
                    [](const Field& heading) { return heading.needs_review; }))
        add(words_of_field("heading", language));
    return {names, Tone::kWarning};
}

/// Into a file or a pipe the table is as wide as it needs, but an activity's text is still only to be
/// recognized by.
std::string activity_text(const ActivityRecord& activity, const ShowOptions& options) {
    constexpr std::size_t kWithoutTerminal = 60;
    const auto& field = activity.field(FieldKey::kActivity);
    if (!field) return {};
    const std::string line = terminal_text(field->text);
    return options.width > 0 ? line : thai::cut_to_width(line, kWithoutTerminal);
}

void write_title(std::ostream& out, const StoredDocument& document, const ShowOptions& options) {
    const auto line = [&](const std::string& text) {
        const std::string clean = terminal_text(text);
        if (!clean.empty())
            out << (options.width > 0 ? thai::cut_to_width(clean, options.width) : clean) << '\n';
    };
    line(document.entry.file_name);
    for (const auto* field : {&document.records.title, &document.records.agency}) {
        if (!*field) continue;
        const bool flagged = (*field)->needs_review;
        line((*field)->text + (flagged ? Words{" (ต้องตรวจ)", " (to check)"}.in(options.language) : ""));
    }
    if (document.submission)
        line(Words{"ผู้ส่ง: ", "Submitted by: "}.in(options.language) + document.submission->key.code + " " +
             document.submission->name);
}

/// Tables that gave no activity, and why.
void write_other_tables(std::ostream& out, const StoredDocument& document, const ShowOptions& options) {
    const auto& tables = document.records.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].kind != TableRecord::Kind::kNone) continue;
        std::string line = table_id(static_cast<std::int32_t>(i));
        if (!tables[i].regions.empty())
            line += Words{" หน้า ", " page "}.in(options.language) +
                    std::to_string(tables[i].regions.front().page.value);
        line += ": " + (tables[i].reason ? told(*tables[i].reason, options.language)
                                         : words_of(tables[i].kind).in(options.language));
        line = terminal_text(line);
        out << (options.width > 0 ? thai::cut_to_width(line, options.width) : line) << '\n';
    }
}

}  // namespace

std::string text_of_period(const Period& period, Language language) {
    if (!period.start && !period.end) return {};
    if (period.start && period.end && language == Language::kThai)
        return thai_period(*period.start, *period.end);
    return text_or_unknown(period.start, language) + " - " + text_or_unknown(period.end, language);
}

std::string text_of_money(const Budget& budget) {
    if (budget.stated == Budget::Stated::kNone) return "-";
    if (budget.stated == Budget::Stated::kUnreadable || !budget.amount) return "?";
    return text_of_satang(*budget.amount);
}

std::string text_of_satang(Satang amount) {
    std::string text = values::format_satang(amount);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t i = text.find('.'); i > first + 3;) text.insert(i -= 3, 1, ',');
    return text;
}

void show_documents(std::ostream& out, const std::vector<LedgerEntry>& entries, const ShowOptions& options,
                    const Senders& senders) {
    const auto word = [&](Words words) { return words.in(options.language); };
    TextTable table({{word({"เอกสาร", "Document"}), Align::kLeft, 16},
                     {word({"ผู้ส่ง", "Submitted by"}), Align::kLeft, 12},
                     {word({"สถานะ", "State"})},
                     {word({"หน้า", "Pages"}), Align::kRight},
                     {word({"กิจกรรม", "Activities"}), Align::kRight},
                     {word({"ต้องตรวจ", "To check"}), Align::kRight},
                     {word({"แบบรายงาน", "Form"}), Align::kLeft, 8, 1},
                     {word({"หมายเหตุ", "Note"}), Align::kLeft, 16}});
    for (const LedgerEntry& entry : entries) {
        const auto sender = senders.find(entry.sha256);
        const std::string name =
            sender == senders.end() ? std::string() : sender->second.key.code + " " + sender->second.name;
        table.add({{terminal_text(entry.file_name)},
                   {terminal_text(name)},
                   state_cell(entry, options.language),
                   {pages_text(entry)},
                   count_cell(entry.activities),
                   count_cell(entry.flagged, Tone::kWarning),
                   {words_of_form(entry.facts.form, options.language)},
                   reason_cell(entry, options.language)});
    }
    table.write(out, options.width, options.color);
}

void show_activities(std::ostream& out, const StoredDocument& document, const ShowOptions& options) {
    write_title(out, document, options);
    const auto word = [&](Words words) { return words.in(options.language); };
    if (document.records.activities.empty()) {
        out << word({"ไม่มีกิจกรรม", "No activities"}) << '\n';
        write_other_tables(out, document, options);
        return;
    }
    out << '\n';
    TextTable table({{word({"ลำดับที่", "No."}), Align::kRight},
                     {word({"กิจกรรม", "Activity"}), Align::kLeft, 12},
                     {word({"ระยะเวลา", "Period"}), Align::kLeft, 0, 2},
                     {word({"ไตรมาส", "Quarters"}), Align::kLeft, 0, 3},
                     {word({"งบประมาณ", "Budget"}), Align::kRight},
                     {word({"ใช้จ่าย", "Spent"}), Align::kRight, 0, 4},
                     {word({"ผล", "Status"}), Align::kLeft, 0, 1},
                     {word({"ต้องตรวจ", "To check"}), Align::kLeft, 8}});
    for (const ActivityRecord& activity : document.records.activities) {
        table.add({{activity.number},
                   {activity_text(activity, options)},
                   {activity.period ? text_of_period(*activity.period, options.language) : ""},
                   {quarters_text(activity.period)},
                   {activity.budget ? text_of_money(*activity.budget) : ""},
                   {activity.spent ? text_of_money(*activity.spent) : ""},
                   status_cell(activity.status, options.language),
                   flags_cell(activity, options.language)});
    }
    table.write(out, options.width, options.color);
    write_other_tables(out, document, options);
}

}  // namespace tarang::exporting
