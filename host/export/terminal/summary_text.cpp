#include "host/export/terminal/summary_text.h"

#include "host/export/words.h"

namespace tarang::exporting {
namespace {

constexpr Words kUnknown{"ไม่ทราบ", "not known"};

std::string text_of_years(const QuarterGroup& group, Language language) {
    if (!group.first_year) return Words{"ไม่ทราบปี", "year not known"}.in(language);
    std::string text = std::to_string(group.first_year->value);
    if (group.last_year && group.last_year != group.first_year)
        text += "-" + std::to_string(group.last_year->value);
    return text;
}

bool in_a_row(const std::vector<std::uint8_t>& quarters) {
    return quarters.back() - quarters.front() + 1 == static_cast<int>(quarters.size());
}

std::string text_of_list(const std::vector<std::uint8_t>& quarters) {
    if (quarters.size() > 1 && in_a_row(quarters))
        return std::to_string(quarters.front()) + "-" + std::to_string(quarters.back());
    std::string text;
    for (const std::uint8_t quarter : quarters) text += (text.empty() ? "" : ", ") + std::to_string(quarter);
    return text;
}

}  // namespace

std::string text_of_group(const QuarterGroup& group, Language language) {
    const bool several_years = group.first_year != group.last_year;
    if (group.quarters.empty() && !several_years) return kUnknown.in(language);
    std::string text = text_of_years(group, language);
    if (!group.quarters.empty()) text += Words{" ไตรมาส ", " Q"}.in(language) + text_of_list(group.quarters);
    return text;
}

std::string text_of_group(const std::optional<Status>& status, Language language) {
    return status ? words_of(*status).in(language) : Words{"ไม่ระบุ", "blank"}.in(language);
}

std::string text_of_group(const std::optional<std::string>& strategy, Language language) {
    return strategy ? *strategy : Words{"ไม่มียุทธศาสตร์", "no strategy"}.in(language);
}

std::string text_of_alike(const std::vector<std::string>& alike, Language language) {
    std::string text;
    for (const std::string& reading : alike) text += (text.empty() ? "" : "; ") + reading;
    if (text.empty()) return text;
    return Words{" (รวมที่อ่านเป็น: ", " (with what was read as: "}.in(language) + text + ")";
}

std::string text_of_counts(const MoneySum& money, Language language) {
    std::string text = counted(money.amounts, {"ยอด", "amount", "amounts"}, language);
    const auto add = [&](std::int64_t count, Words words, std::string_view before = ", ") {
        if (count == 0) return;
        text.append(before);
        text += language == Language::kThai ? words.in(language) + " " + std::to_string(count)
                                            : std::to_string(count) + " " + words.in(language);
    };
    add(money.none, {"ไม่มี", "none"});
    add(money.blank, {"ไม่ระบุ", "blank"});
    add(money.unreadable, {"อ่านไม่ได้", "unreadable"});
    add(money.flagged, {"ต้องตรวจ", "to check"}, "; ");
    return text;
}

}  // namespace tarang::exporting
