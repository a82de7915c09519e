#include "apps/review/shown.h"

#include <optional>

#include "host/export/days.h"
#include "host/export/terminal/show.h"
#include "host/export/words.h"

namespace tarang::review {
namespace {

std::string shown_date(const std::optional<Date>& date, Language language) {
    return date ? exporting::text_of_day(*date, language) : "?";
}

std::string shown_period(const std::optional<Period>& period, Language language) {
    if (!period || *period == Period{}) return {};
    std::string text;
    if (period->start || period->end)
        text = shown_date(period->start, language) + " – " + shown_date(period->end, language);
    if (period->term && period->school_year)
        text = (language == Language::kThai ? "ภาคเรียนที่ " : "term ") + std::to_string(int{*period->term}) +
               "/" + std::to_string(period->school_year->value);
    if (period->quarters.empty()) return text;
    std::string quarters;
    for (const std::uint8_t quarter : period->quarters)
        quarters += (quarters.empty() ? "" : ", ") + std::to_string(int{quarter});
    const std::string word = language == Language::kThai ? "ไตรมาส " : "quarter ";
    return text.empty() ? word + quarters : text + " (" + word + quarters + ")";
}

std::string shown_money(const std::optional<Budget>& budget, Language language) {
    if (!budget) return {};
    if (!budget->amount) return exporting::words_of(budget->stated).in(language);
    return exporting::text_of_satang(*budget->amount) + (language == Language::kThai ? " บาท" : " baht");
}

std::string shown_percent(const std::optional<Percent>& percent) {
    return percent ? exporting::text_of_satang({percent->hundredths}) + " %"
                   : std::string();  // hundredths, too
}

std::string shown_steps(const ActivityRecord& activity, Language language) {
    if (activity.steps.empty()) return {};
    const exporting::Noun step{"ขั้นตอน", "step", "steps"};
    return exporting::counted(static_cast<std::int64_t>(activity.steps.size()), step, language);
}

}  // namespace

std::string shown_value(const ActivityRecord& activity, FieldKey key, Language language) {
    if (const auto* money = activity.money(key)) return shown_money(*money, language);
    switch (key) {
        case FieldKey::kNumber:
            return activity.number;
        case FieldKey::kPeriod:
            return shown_period(activity.period, language);
        case FieldKey::kProgress:
            return shown_percent(activity.progress);
        case FieldKey::kResult:
            return activity.status ? exporting::words_of(*activity.status).in(language) : std::string();
        case FieldKey::kSteps:
            return shown_steps(activity, language);
        default:
            return {};
    }
}

std::string_view kind_of_field(std::string_view name) {
    const auto key = field_key_named(name);
    if (!key) return name.starts_with("heading:") ? "heading" : "text";
    switch (*key) {
        case FieldKey::kNumber:
            return "number";
        case FieldKey::kPeriod:
            return "period";
        case FieldKey::kBudget:
        case FieldKey::kSpent:
        case FieldKey::kCommitted:
        case FieldKey::kRemaining:
            return "money";
        case FieldKey::kProgress:
            return "percent";
        case FieldKey::kResult:
            return "status";
        case FieldKey::kSteps:
            return "steps";
        case FieldKey::kTarget:
            return "target";
        default:
            return "text";
    }
}

std::string_view sentence_of(JoinReason reason, Language language) {
    const bool thai = language == Language::kThai;
    switch (reason) {
        case JoinReason::kEmptyKey:
            return thai ? "แถวแรกใต้หัวตารางของหน้าถัดไปไม่มีลำดับที่"
                        : "the first row of the next page has no number";
        case JoinReason::kMidWord:
            return thai ? "ข้อความต่อกันกลางคำหรือกลางจำนวน"
                        : "the text goes on in the middle of a word or number";
        case JoinReason::kListContinues:
            return thai ? "ลำดับข้อย่อยต่อจากหน้าก่อน" : "the list's numbers go on where they stopped";
        case JoinReason::kSpanContinues:
            return thai ? "ช่องที่รวมหลายแถวต่อจากหน้าก่อน" : "a cell merged over rows goes on";
        case JoinReason::kNoRepeatedKey:
            return thai ? "ตารางไม่มีลำดับที่ ตัดสินจากช่องอื่น"
                        : "the table has no numbers; judged by the other columns";
        case JoinReason::kByPerson:
            return thai ? "ผู้ตรวจรวมไว้" : "a person joined them";
    }
    return "";
}

}  // namespace tarang::review
