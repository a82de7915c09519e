#include "pipeline/verify/checks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/misread_words.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "lib/values/quarters.h"
#include "models/flags.h"
#include "pipeline/verify/number_columns.h"
#include "pipeline/verify/verify.h"

namespace tarang::verify {
namespace {

std::string listed(const std::vector<std::uint8_t>& quarters) {
    std::string text;
    for (const std::uint8_t quarter : quarters) text += (text.empty() ? "" : ", ") + std::to_string(quarter);
    return text;
}

int value_of(const std::string& digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Words that say, without doubt, that something is not done or was done.
constexpr std::array<std::u32string_view, 8> kNotDone{
    U"ยังไม่ได้ดำเนินการ",    U"ยังไม่ดำเนินการ",     U"ไม่ได้ดำเนินการ", U"ยังไม่แล้วเสร็จ",
    U"ดำเนินการไม่แล้วเสร็จ", U"อยู่ระหว่างดำเนินการ", U"ยกเลิกกิจกรรม",  U"ยกเลิกโครงการ"};
constexpr std::array<std::u32string_view, 4> kDone{U"ดำเนินการแล้วเสร็จ", U"ดำเนินการเสร็จสิ้น",
                                                   U"ดำเนินการเรียบร้อยแล้ว", U"ดำเนินการเสร็จเรียบร้อย"};

/// Not denied by the word before it.
bool says(const std::u32string& key, std::u32string_view words) {
    for (std::size_t at = key.find(words); at != std::u32string::npos; at = key.find(words, at + 1)) {
        const std::u32string_view before(key.data(), at);
        const bool denied = before.ends_with(U"ไม่") || before.ends_with(U"ไม่ได้") || before.ends_with(U"จะ") ||
                            before.ends_with(U"ยัง") || before.ends_with(U"ให้");
        if (!denied) return true;
    }
    return false;
}

template <typename Phrases>
bool says_any(const std::u32string& key, const Phrases& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&key](std::u32string_view words) { return says(key, words); });
}

bool contradicts(Status status, const std::u32string& summary) {
    switch (status) {
        case Status::kCompleted:
            return says_any(summary, kNotDone);
        case Status::kNotStarted:
        case Status::kCancelled:
            return says_any(summary, kDone) && !says_any(summary, kNotDone);
        case Status::kInProgress:
        case Status::kUnknown:
            return false;
    }
    return false;
}

bool is_doubtful(const Field& field, float least) { return !field.text.empty() && field.confidence < least; }

bool has_doubtful_words(const Field& field) {
    const bool is_short = field.source == Source::kOcr && thai::decode(field.text).size() <= kShortText;
    return is_doubtful(field, is_short ? kLowConfidenceOfShortTexts : kLowConfidence);
}

/// A value that was read from an image with digits of both scripts: one of them is another digit.
bool is_misread(const Field& field) { return field.source == Source::kOcr && thai::mixes_digits(field.text); }

/// "๖ -" where an amount is asked for: the digit is a stroke's, or the dash is all that is left of satang.
bool has_dash_apart(FieldKey key, const Field& field) {
    const bool money = std::find(kMoneyKeys.begin(), kMoneyKeys.end(), key) != kMoneyKeys.end();
    if (!money || field.source != Source::kOcr) return false;
    const std::u32string text = thai::decode(field.text);
    const std::size_t dash = text.find_last_not_of(U' ');
    return dash != text.npos && dash > 1 && text[dash] == U'-' && text[dash - 1] == U' ' && has_digit(field);
}

/// January is March without its mark, which dark copies lose. Of 35 on 120 pages one was wrong, read with
/// .87; two that were right were read with less than .9.
bool has_doubtful_month(FieldKey key, const Field& field) {
    constexpr float kSureMonth = 0.9F;
    return key == FieldKey::kPeriod && field.source == Source::kOcr && field.confidence < kSureMonth &&
           field.text.find("ม.ค.") != std::string::npos;
}

bool has_stray_latin(FieldKey key, const Field& field) {
    const bool judged = key == FieldKey::kNumber || key == FieldKey::kResult;  // letters there, elsewhere
    return !judged && field.source == Source::kOcr && has_latin_at_digit(field.text);
}

/// Words on a scan that are no words. A single letter more is often the print's own fault, or a space's.
bool has_strange_words(const Field& field) {
    constexpr std::size_t kStrange = 2;  // letters side by side
    if (field.source != Source::kOcr) return false;
    const std::vector<std::size_t> unknown = thai::unknown_stretches(thai::decode(field.text));
    return std::any_of(unknown.begin(), unknown.end(),
                       [](std::size_t letters) { return letters >= kStrange; });
}

/// What stands on a scan in a column of numbers and is none, or hardly one that is printed.
bool is_no_number(const Field& field) {
    return is_misread(field) || has_strange_words(field) ||
           (field.source == Source::kOcr && has_letter_at_digit(field.text));
}

bool has_cut_word(const Field& field) {
    return field.source == Source::kOcr && thai::has_cut_word(thai::decode(field.text));
}

/// Small marks are what scans lose first, and the letters without them are read surely.
bool may_be_misread(const Field& field) {
    return field.source == Source::kOcr && thai::may_be_misread(thai::decode(field.text));
}

/// Of titles and headings, which are few and name what many records belong to, single unsure letters count.
bool is_doubtful_line(const Field& field) {
    return has_doubtful_words(field) || has_strange_words(field) || !field.unsure.empty() ||
           may_be_misread(field);
}

/// A line that tells a year may be misread elsewhere: only its digits are a value.
bool has_doubtful_digits(const Field& field) {
    const std::u32string text = thai::decode(field.text);
    const auto covers_digit = [&text](const TextRange& range) {
        const auto part =
            std::u32string_view(text).substr(std::min(static_cast<std::size_t>(range.from), text.size()),
                                             static_cast<std::size_t>(range.to - range.from));
        return std::any_of(part.begin(), part.end(), thai::is_digit);
    };
    return is_misread(field) || std::any_of(field.unsure.begin(), field.unsure.end(), covers_digit);
}

/// Columns of names of persons, offices and places.
bool holds_names(FieldKey key) { return key == FieldKey::kResponsible || key == FieldKey::kPlace; }

/// Offices are named by words; persons and villages are not.
bool names_office(const Field& field) {
    constexpr std::array<std::u32string_view, 9> kOffices{U"กลุ่ม", U"กอง", U"งาน",     U"ฝ่าย",   U"สำนัก",
                                                          U"ส่วน", U"ศูนย์", U"โรงเรียน", U"เทศบาล"};
    const std::u32string text = thai::decode(field.text);
    return std::any_of(kOffices.begin(), kOffices.end(),
                       [&text](std::u32string_view word) { return text.find(word) != text.npos; });
}

/// A status in known words, long enough that no slip makes them of others.
bool is_plain_status(const ActivityRecord& activity, FieldKey key, const Field& field) {
    constexpr std::size_t kFewest = 6;  // letters
    constexpr std::size_t kMost = 20;
    if (key != FieldKey::kResult || !activity.status || *activity.status == Status::kUnknown) return false;
    const thai::Coverage words = thai::coverage_of(thai::decode(field.text));
    return words.letters >= kFewest && words.letters <= kMost && words.known == words.letters;
}

Finding finding_named(const ActivityRecord& activity, std::string name, const Field& field,
                      FindingCode code) {
    Finding finding;
    finding.code = code;
    finding.activity_id = activity.id;
    finding.field = std::move(name);
    point_at(finding, field.fragments);
    return finding;
}

}  // namespace

Finding finding_on(const ActivityRecord& activity, FieldKey key, FindingCode code,
                   std::vector<std::string> arguments) {
    Finding finding =
        finding_named(activity, std::string(name_of(key)), activity.field(key).value_or(Field{}), code);
    finding.arguments = std::move(arguments);
    return finding;
}

Finding finding_on(const ActivityRecord& activity, const ExtraField& extra, FindingCode code) {
    return finding_named(activity, name_of(extra), extra.field, code);
}

ToldPages::ToldPages(const DocumentRecords& records, FindingCode code) {
    for (const Finding& finding : records.findings) {
        if (finding.code == code && finding.page) pages_.insert(finding.page->value);
    }
}

bool ToldPages::hold(const Field& field) const {
    return std::any_of(field.fragments.begin(), field.fragments.end(), [this](const Fragment& piece) {
        return piece.on_page() && pages_.contains(piece.region.page.value);
    });
}

bool has_digit(const Field& field) {
    const std::u32string text = thai::decode(field.text);
    return std::any_of(text.begin(), text.end(), thai::is_digit);
}

bool is_value(FieldKey key) {
    const bool money = std::find(kMoneyKeys.begin(), kMoneyKeys.end(), key) != kMoneyKeys.end();
    return money || key == FieldKey::kNumber || key == FieldKey::kPeriod || key == FieldKey::kResult ||
           key == FieldKey::kProgress;
}

bool is_amount(const ActivityRecord& activity, const ExtraField& extra) {
    return std::any_of(activity.amounts.begin(), activity.amounts.end(),
                       [&extra](const PartAmount& part) { return part.header == extra.header; });
}

std::vector<Finding> check_quarters(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const ActivityRecord& activity : records.activities) {
        const auto& period = activity.period;
        if (!period || period->quarters.empty() || !period->start || !period->end) continue;
        const auto touched = values::quarters_of({*period->start, *period->end});
        if (touched == period->quarters) continue;
        findings.push_back(finding_on(activity, FieldKey::kPeriod, FindingCode::kQuartersContradictMonths,
                                      {listed(period->quarters), listed(touched)}));
    }
    return findings;
}

std::vector<Finding> check_fiscal_year(const DocumentRecords& records) {
    std::vector<Finding> findings;
    if (!records.fiscal_year) return findings;
    const values::DateSpan year = values::span_of_fiscal_year(*records.fiscal_year);
    for (const ActivityRecord& activity : records.activities) {
        const auto& period = activity.period;
        if (!period) continue;
        const bool before = period->start && *period->start < year.start;
        const bool after = period->end && *period->end > year.end;
        if (!before && !after) continue;
        findings.push_back(finding_on(activity, FieldKey::kPeriod, FindingCode::kPeriodOutsideFiscalYear,
                                      {std::to_string(records.fiscal_year->value)}));
    }
    return findings;
}

std::vector<Finding> check_steps(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const ActivityRecord& activity : records.activities) {
        int last = 0;
        for (const Step& step : activity.steps) {
            if (!step.number) continue;
            const int number = value_of(*step.number);
            if (number != last + 1) {
                findings.push_back(finding_on(activity, FieldKey::kSteps, FindingCode::kStepsOutOfOrder,
                                              {std::to_string(last), std::to_string(number)}));
                break;
            }
            last = number;
        }
    }
    return findings;
}

std::vector<Finding> check_status(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const ActivityRecord& activity : records.activities) {
        const auto& summary = activity.field(FieldKey::kSummary);
        if (!activity.status || !summary || !activity.field(FieldKey::kResult)) continue;
        if (!contradicts(*activity.status, thai::key_of(summary->text))) continue;
        findings.push_back(finding_on(activity, FieldKey::kResult, FindingCode::kStatusContradictsSummary,
                                      {activity.field(FieldKey::kResult)->text}));
    }
    return findings;
}

std::vector<Finding> check_heads(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const std::string_view name : kDocumentFields) {
        const auto& field = *document_field(records, name);
        const bool year = name == "fiscal_year";
        if (!field || !(year ? has_doubtful_digits(*field) : is_doubtful_line(*field))) continue;
        findings.push_back(finding_named({}, std::string(name), *field, FindingCode::kLowConfidence));
    }
    std::vector<const Field*> told;  // one line stands over many records
    for (const ActivityRecord& activity : records.activities) {
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            const Field& heading = activity.headings[i];
            const auto is_this = [&heading](const Field* other) { return one_print(*other, heading); };
            if (!is_doubtful_line(heading) || std::any_of(told.begin(), told.end(), is_this)) continue;
            told.push_back(&heading);
            findings.push_back(
                finding_named(activity, heading_name(i), heading, FindingCode::kLowConfidence));
        }
    }
    return findings;
}

std::vector<Finding> check_shared_letters(const DocumentRecords& records) {
    std::vector<Finding> findings;
    const ToldPages pages(records, FindingCode::kLettersShared);
    if (pages.empty()) return findings;
    const auto doubted = [&pages](const Field& field) { return has_digit(field) && pages.hold(field); };
    for (const ActivityRecord& activity : records.activities) {
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const auto key = static_cast<FieldKey>(i);
            if (is_value(key) && activity.fields[i] && doubted(*activity.fields[i]))
                findings.push_back(finding_on(activity, key, FindingCode::kLettersShared));
        }
        for (const ExtraField& extra : activity.extra) {
            if (is_amount(activity, extra) && doubted(extra.field))
                findings.push_back(finding_on(activity, extra, FindingCode::kLettersShared));
        }
    }
    return findings;
}

std::vector<Finding> check_confidence(const DocumentRecords& records) {
    std::vector<Finding> findings;
    const NumberColumns numbers(records);
    const auto doubted = [](const ActivityRecord& activity, FieldKey key, const Field& field) {
        if (is_value(key)) {
            const bool words = is_plain_status(activity, key, field);
            return is_doubtful(field, words ? kLowConfidence : kLowConfidenceOfValues) || is_misread(field) ||
                   has_stray_latin(key, field) || has_dash_apart(key, field) ||
                   has_doubtful_month(key, field);
        }
        const bool is_name = holds_names(key) && field.confidence >= kSurelyReadName && !names_office(field);
        if (has_doubtful_words(field)) return true;
        return is_name ? has_cut_word(field) : has_strange_words(field) || may_be_misread(field);
    };
    for (const ActivityRecord& activity : records.activities) {
        const auto add = [&](std::string name, const Field& field) {
            findings.push_back(finding_named(activity, std::move(name), field, FindingCode::kLowConfidence));
        };
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const auto key = static_cast<FieldKey>(i);
            const auto& field = activity.fields[i];
            if (field && doubted(activity, key, *field)) add(std::string(name_of(key)), *field);
        }
        // Names of persons often stand in other columns: no word list knows them.
        for (const ExtraField& extra : activity.extra) {
            const bool amount = is_amount(activity, extra);
            const bool words = !amount && (has_doubtful_words(extra.field) || may_be_misread(extra.field));
            const bool value =
                amount && (is_doubtful(extra.field, kLowConfidenceOfValues) || is_misread(extra.field));
            if (words || value || (numbers.hold(activity, extra) && is_no_number(extra.field)))
                add(name_of(extra), extra.field);
        }
    }
    return findings;
}

}  // namespace tarang::verify
