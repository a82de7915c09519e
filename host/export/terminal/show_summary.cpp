#include "host/export/terminal/show.h"
#include "host/export/terminal/summary_text.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

using thai::Align;

/// Empty where not one amount is known: that is no 0.00.
std::string sum_text(const MoneySum& money) {
    if (money.amounts == 0 && money.none == 0) return {};
    return money.total ? text_of_satang(*money.total) : "?";
}

std::string count_text(std::int64_t count) { return count == 0 ? std::string() : std::to_string(count); }

/// Amounts that the sum lacks. Empty where the reports have no such column at all, which the first lines say.
std::string unknown_text(const MoneySum& money, const MoneySum& whole) {
    const bool nothing = whole.amounts + whole.none + whole.unreadable == 0;
    return nothing ? std::string() : count_text(money.blank + money.unreadable);
}

std::vector<TextCell> cells_of(std::string name, const GroupSum& sum, const GroupSum& whole) {
    return {{std::move(name)},
            {std::to_string(sum.activities)},
            {count_text(sum.flagged), Tone::kWarning},
            {sum_text(sum.budget)},
            {unknown_text(sum.budget, whole.budget), Tone::kWarning},
            {sum_text(sum.spent)},
            {unknown_text(sum.spent, whole.spent), Tone::kWarning}};
}

/// One grouping, and the sum of it all below.
template <typename Key>
void write_groups(std::ostream& out, Words title, const std::vector<Group<Key>>& groups,
                  const GroupSum& whole, const ShowOptions& options) {
    const auto word = [&](Words words) { return words.in(options.language); };
    const Words unknown{"ไม่ทราบยอด", "Unknown"};
    TextTable table({{word(title), Align::kLeft, 18},
                     {word({"กิจกรรม", "Activities"}), Align::kRight},
                     {word({"ต้องตรวจ", "To check"}), Align::kRight},
                     {word({"งบประมาณ", "Budget"}), Align::kRight},
                     {word(unknown), Align::kRight},
                     {word({"ใช้จ่าย", "Spent"}), Align::kRight},
                     {word(unknown), Align::kRight}});
    for (const auto& group : groups) table.add(cells_of(text_of(group, options.language), group.sum, whole));
    table.add(cells_of(word({"รวม", "Sum"}), whole, whole));
    out << '\n';
    table.write(out, options.width, options.color);
}

std::string text_of_documents(const Summary& summary, Language language) {
    std::string text;
    for (int i = 0; i <= static_cast<int>(DocumentState::kQuarantined); ++i) {
        const auto state = static_cast<DocumentState>(i);
        if (summary.documents_in(state) == 0) continue;
        text += (text.empty() ? "" : ", ") + words_of(state).in(language) + " " +
                std::to_string(summary.documents_in(state));
    }
    if (summary.unfinished > 0)
        text += (text.empty() ? "" : ", ") + Words{"ค้างอยู่", "unfinished"}.in(language) + " " +
                std::to_string(summary.unfinished);
    return text.empty() ? "0" : text;
}

void write_whole(std::ostream& out, const Summary& summary, Language language) {
    const auto line = [&](Words name, const std::string& text) {
        out << name.in(language) << ": " << text << '\n';
    };
    line({"เอกสาร", "Documents"}, text_of_documents(summary, language));
    line({"หน้า", "Pages"}, std::to_string(summary.pages_read) + "/" + std::to_string(summary.pages));
    std::string activities = std::to_string(summary.activities);
    if (summary.flagged_fields > 0)
        activities += ", " + counted(summary.flagged_fields,
                                     {"ช่องที่ต้องตรวจ", "field to check", "fields to check"}, language);
    line({"กิจกรรม", "Activities"}, activities);
}

void write_kind(std::ostream& out, const KindSums& sums, bool alone, const ShowOptions& options) {
    const auto line = [&](Words name, const std::string& text) {
        out << name.in(options.language) << ": " << text << '\n';
    };
    if (!alone) {
        const Words kind = sums.kind ? words_of(*sums.kind) : Words{"ไม่ทราบชนิด", "of unknown kind"};
        out << '\n';
        line({"ตาราง", "Tables"}, kind.in(options.language));
        line({"กิจกรรม", "Activities"}, std::to_string(sums.whole.activities));
    }
    line({"งบประมาณ", "Budget"}, text_of_counts(sums.whole.budget, options.language));
    line({"ใช้จ่าย", "Spent"}, text_of_counts(sums.whole.spent, options.language));
    write_groups(out, {"สถานะ", "Status"}, sums.by_status, sums.whole, options);
    write_groups(out, {"ยุทธศาสตร์", "Strategy"}, sums.by_strategy, sums.whole, options);
    write_groups(out, {"ไตรมาส", "Quarters"}, sums.by_quarter, sums.whole, options);
}

}  // namespace

void show_summary(std::ostream& out, const Summary& summary, const ShowOptions& options) {
    write_whole(out, summary, options.language);
    for (const KindSums& sums : summary.kinds) write_kind(out, sums, summary.kinds.size() == 1, options);
}

}  // namespace tarang::exporting
