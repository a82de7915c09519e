#include "pipeline/interpret/values/status.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/values/number.h"
#include "pipeline/interpret/columns/printed_marks.h"
#include "pipeline/interpret/values/status_words.h"

namespace tarang::interpret {
namespace {

constexpr std::int64_t kWhole = 10'000;  // hundredths of a percent

/// Letters of the longest text that is a status and no story.
constexpr std::size_t kLongestStatus = 40;

bool has_digits(const Phrase& phrase) {
    return std::any_of(phrase.key.begin(), phrase.key.end(), thai::is_digit);
}

std::vector<bool> negations_in(const std::u32string& key, const Profile& profile) {
    std::vector<bool> found;
    const std::u32string text = without_marks(key);
    for (const Phrase& negation : profile.negations) {
        found.push_back(text.find(without_marks(negation.key)) != std::u32string::npos);
    }
    return found;
}

/// A text that is one of the words but for a slip.
Status nearest(const std::u32string& key, const Profile& profile) {
    float best = 0;
    Status result = Status::kUnknown;
    const Measures measures = measures_of(key);
    for (std::size_t status = 0; status < profile.status.size(); ++status) {
        for (const Phrase& phrase : profile.status[status]) {
            const float alike = likeness(key, measures, phrase);
            if (alike <= best || has_digits(phrase)) continue;
            if (negations_in(key, profile) != negations_in(phrase.key, profile)) continue;
            best = alike;
            result = static_cast<Status>(status);
        }
    }
    return result;
}

/// "แล้วเสร็จ ร้อยละ 50", "ดำเนินการแล้ว 2 จาก 5 กิจกรรม": what is done in part. A story may tell other shares.
bool tells_a_part(const std::string& text) {
    const std::string folded = thai::fold_digits(text);
    if (thai::decode(folded).size() > kLongestStatus) return false;
    constexpr std::string_view kDigits = "0123456789";
    std::vector<std::int64_t> numbers;
    for (std::size_t at = folded.find_first_of(kDigits); at != std::string::npos;) {
        const std::size_t end = std::min(folded.find_first_not_of(kDigits, at), folded.size());
        numbers.push_back(end - at > 4 ? 0 : std::stoll(folded.substr(at, end - at)));
        at = folded.find_first_of(kDigits, end);
    }
    const auto says = [&folded](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (says("จาก") && numbers.size() == 2) return numbers[0] < numbers[1];
    return (says("%") || says("ร้อยละ")) && numbers.size() == 1 && numbers[0] < 100;
}

Status status_in_words(const std::string& text, const Profile& profile) {
    const Keyed keys = keyed(text);
    const std::vector<StatusWord> words = status_words(text, keys, profile);
    if (words.empty()) return nearest(keys.key, profile);
    std::optional<Status> agreed;
    for (const StatusWord& word : words) {
        if (is_negated(keys.key, word, profile) || (agreed && *agreed != word.status))
            return Status::kUnknown;
        agreed = word.status;
    }
    return *agreed == Status::kCompleted && tells_a_part(text) ? Status::kUnknown : *agreed;
}

/// A choice among several that are printed in one cell: "☑ แล้วเสร็จ ☐ ยังไม่ดำเนินการ", "(/) ... ( ) ...".
struct Choice {
    bool ticked = false;
    std::string words;
};

constexpr std::u32string_view kEmptyBoxes = U"☐□○◯◻";
constexpr std::u32string_view kTickedBoxes = U"☑☒🗹■●◉⬤✓✔√🗸";

/// "( )", "(/)", "[✓]" from `at` on: its end, and whether something stands in it. Brackets with more are
/// words.
std::optional<std::pair<std::size_t, bool>> bracketed_box(std::u32string_view text, std::size_t at) {
    if (text[at] != U'(' && text[at] != U'[') return std::nullopt;
    const char32_t close = text[at] == U'(' ? U')' : U']';
    bool ticked = false;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == close) return std::pair{i + 1, ticked};
        if (thai::is_space(text[i])) continue;
        const bool mark = text[i] == U'/' || text[i] == U'x' || text[i] == U'X' ||
                          kTickedBoxes.find(text[i]) != std::u32string_view::npos;
        if (!mark || ticked) return std::nullopt;
        ticked = true;
    }
    return std::nullopt;
}

std::vector<Choice> choices_in(const std::string& text) {
    const std::u32string letters = thai::decode(text);
    std::vector<Choice> choices;
    for (std::size_t at = 0; at < letters.size();) {
        const bool empty = kEmptyBoxes.find(letters[at]) != std::u32string_view::npos;
        const bool ticked = kTickedBoxes.find(letters[at]) != std::u32string_view::npos;
        const auto box =
            empty || ticked ? std::optional(std::pair{at + 1, ticked}) : bracketed_box(letters, at);
        if (box) {
            choices.push_back({box->second, {}});
            at = box->first;
            continue;
        }
        if (!choices.empty()) thai::append_utf8(choices.back().words, letters[at]);
        ++at;
    }
    return choices;
}

/// One choice alone is a tick before words, not a choice.
std::optional<Status> chosen_status(const std::string& text, const Profile& profile) {
    const std::vector<Choice> choices = choices_in(text);
    const auto with_words = std::count_if(choices.begin(), choices.end(),
                                          [](const Choice& choice) { return !is_blank(choice.words); });
    if (with_words < 2) return std::nullopt;
    const auto is_ticked = [](const Choice& choice) { return choice.ticked; };
    if (std::count_if(choices.begin(), choices.end(), is_ticked) != 1) return Status::kUnknown;
    return status_in_words(std::find_if(choices.begin(), choices.end(), is_ticked)->words, profile);
}

}  // namespace

std::optional<Percent> parse_percent(const std::string& text) {
    std::string number = trimmed(text);
    for (const std::string_view word : {"ร้อยละ", "%"}) {
        if (const std::size_t at = number.find(word); at != std::string::npos) number.erase(at, word.size());
    }
    const auto value = values::parse_number(trimmed(number));
    if (!value || value->units < 0) return std::nullopt;
    std::int64_t hundredths = value->units;
    for (int shift = 2 - value->scale; shift != 0; shift += shift > 0 ? -1 : 1) {
        constexpr std::int64_t kMost = 100'000'000;  // a percentage beyond a million is none
        if (shift < 0 ? hundredths % 10 != 0 : hundredths > kMost) return std::nullopt;
        hundredths = shift < 0 ? hundredths / 10 : hundredths * 10;
    }
    return Percent{hundredths};
}

Status status_of(Percent percent) {
    if (percent.hundredths > kWhole) return Status::kUnknown;
    if (percent.hundredths == kWhole) return Status::kCompleted;
    return percent.hundredths == 0 ? Status::kNotStarted : Status::kInProgress;
}

std::optional<Status> parse_status(const std::string& text, const Profile& profile) {
    if (is_blank(text)) {
        const Mark mark = mark_in(text);
        return mark == Mark::kTick || mark == Mark::kCross ? std::optional(Status::kUnknown) : std::nullopt;
    }
    if (const auto chosen = chosen_status(text, profile)) return chosen;
    const bool share = text.find('%') != std::string::npos || text.find("ร้อยละ") != std::string::npos;
    if (share) {
        if (const auto percent = parse_percent(text)) return status_of(*percent);
    }
    const Status said = status_in_words(text, profile);
    if (said != Status::kUnknown || keyed(text).key.size() <= kLongestStatus) return said;
    return narrated_status(text, profile).value_or(Status::kUnknown);
}

}  // namespace tarang::interpret
