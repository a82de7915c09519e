#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "pipeline/interpret/values/status.h"
#include "pipeline/interpret/values/status_words.h"

namespace tarang::interpret {
namespace {

/// Before these words of a clause, as keys have them without marks, lies what is not yet so.
constexpr std::array<std::u32string_view, 6> kFuture{U"คาดวา",        U"คาดการณ", U"จะ",
                                                     U"กำหนดแลวเสรจ", U"เพอไห",   U"หาก"};
/// After a word they make a date of it that may lie ahead: "แล้วเสร็จภายในเดือน...".
constexpr std::u32string_view kDue = U"ภายไน";  // ภายใน, as keys have it
/// Words that say that a clause tells of the present.
constexpr std::array<std::u32string_view, 4> kNow{U"ขณะน", U"ปจจบน", U"ณวนท", U"ตอนน"};
/// What a work's percentage is told after.
constexpr std::array<std::u32string_view, 5> kWork{U"ผลการดำเนนงาน", U"ผลการดำเนนการ", U"ผลงาน",
                                                   U"ความกาวหนา", U"คบหนา"};

template <typename Words>
bool has_any(std::u32string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&text](std::u32string_view word) {
        return text.find(word) != std::u32string_view::npos;
    });
}

/// Clauses end with their line, with ";" and before words that turn the story.
std::vector<std::string> clauses_of(const std::string& text) {
    std::vector<std::string> clauses(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool turns = false;
        if (text[at] == '\xE0') {  // where a Thai letter begins
            for (const std::string_view word : {"แต่", "ขณะนี้", "ปัจจุบัน", "ซึ่ง"})
                turns = turns || std::string_view(text).substr(at).starts_with(word);
        }
        if (text[at] == '\n' || text[at] == ';' || turns) clauses.emplace_back();
        clauses.back() += text[at];
    }
    return clauses;
}

/// "ผลการดำเนินงาน 2.02 %": the percentage that follows a word of work in a clause.
std::optional<Status> told_percent(const std::string& clause) {
    const std::size_t sign = std::min(clause.find('%'), clause.find("ร้อยละ"));
    if (sign == std::string::npos) return std::nullopt;
    if (!has_any(without_marks(keyed(std::string_view(clause).substr(0, sign)).key), kWork))
        return std::nullopt;
    const std::string folded = thai::fold_digits(clause);
    const std::string_view digits = "0123456789.";
    const std::size_t mark = std::min(folded.find('%'), folded.find("ร้อยละ"));
    std::size_t begin = folded[mark] == '%' ? mark : folded.find_first_of("0123456789", mark);
    if (begin == std::string::npos) return std::nullopt;
    if (folded[mark] == '%') {
        while (begin > 0 && (digits.find(folded[begin - 1]) != std::string::npos || folded[begin - 1] == ' '))
            --begin;
    }
    const std::size_t end = folded[mark] == '%' ? mark : folded.find_first_not_of(digits, begin);
    const auto percent = parse_percent(folded.substr(begin, end == std::string::npos ? end : end - begin));
    return percent ? std::optional(status_of(*percent)) : std::nullopt;
}

/// What one clause says of the present.
struct Told {
    std::optional<Status> status;
    bool now = false;  ///< by a word of its own
};

Told told_by(const std::string& clause, const Profile& profile) {
    const Keyed keys = keyed(clause);
    Told told;
    for (const StatusWord& word : status_words(clause, keys, profile)) {
        const std::u32string before = without_marks(std::u32string_view(keys.key).substr(0, word.begin));
        if (has_any(before, kFuture)) break;
        const bool due = std::u32string_view(keys.key).substr(word.end).starts_with(kDue);
        if (due || is_negated(keys.key, word, profile)) {
            told.status = Status::kUnknown;
            break;
        }
        // "ยกเลิก" alone may be of a tender or a contract; of the whole only where it says so.
        constexpr std::size_t kBareWord = 6;
        if (word.status == Status::kCancelled && word.length() <= kBareWord) continue;
        if (told.status && *told.status != word.status) told.status = Status::kUnknown;
        if (!told.status) told.status = word.status;
        if (word.status == Status::kInProgress || word.status == Status::kNotStarted) break;
    }
    if (!told.status) told.status = told_percent(clause);
    told.now = told.status && has_any(without_marks(keys.key), kNow);
    return told;
}

}  // namespace

std::optional<Status> narrated_status(const std::string& text, const Profile& profile) {
    std::vector<Told> told;
    for (const std::string& clause : clauses_of(text)) {
        if (Told one = told_by(clause, profile); one.status) told.push_back(one);
    }
    if (told.empty()) return std::nullopt;
    const auto now = std::find_if(told.rbegin(), told.rend(), [](const Told& one) { return one.now; });
    if (now != told.rend()) return now->status;
    const auto is = [](Status status) { return [status](const Told& one) { return *one.status == status; }; };
    if (std::any_of(told.begin(), told.end(), is(Status::kUnknown))) return Status::kUnknown;
    const Status last = *told.back().status;
    if (std::all_of(told.begin(), told.end(), is(last))) return last;
    const bool only_steps = std::all_of(told.begin(), told.end(), [](const Told& one) {
        return *one.status == Status::kCompleted || *one.status == Status::kInProgress;
    });
    // What goes on now is told after what is finished.
    return only_steps && last == Status::kInProgress ? last : Status::kUnknown;
}

}  // namespace tarang::interpret
