#include "pipeline/interpret/values/readings.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/text_repair.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "lib/values/baht.h"
#include "lib/values/period.h"
#include "pipeline/interpret/values/likely_texts.h"
#include "pipeline/interpret/values/status.h"

namespace tarang::interpret {
namespace {

// No agreement makes a reading certain: all looks see the same ink.
constexpr float kMostSure = 0.97F;
// Digits of two scripts in one value: one of them is another digit, and only a guess says which.
constexpr float kGuess = 0.5F;

/// What a text means, the same for all texts that mean the same; nothing where it is no such value.
using Meaning = std::function<std::optional<std::string>(const std::string& text)>;

std::string printed(const std::optional<Date>& date) {
    if (!date) return "?";
    return std::to_string(static_cast<int>(date->year())) + "-" +
           std::to_string(static_cast<unsigned>(date->month())) + "-" +
           std::to_string(static_cast<unsigned>(date->day()));
}

std::optional<std::string> meaning_of_period(const std::string& text,
                                             std::optional<BuddhistYear> fiscal_year) {
    if (thai::mixes_digits(text)) return std::nullopt;
    const auto [period, problems] = values::parse_period(text, fiscal_year);
    if (!period || !problems.empty()) return std::nullopt;
    std::string meaning = printed(period->start) + " " + printed(period->end);
    for (const std::uint8_t quarter : period->quarters) meaning += " " + std::to_string(quarter);
    return meaning;
}

std::optional<std::string> meaning_of_money(const std::string& text, const std::string& unit, FieldKey key) {
    if (thai::mixes_digits(text)) return std::nullopt;
    const auto [budget, problems] = money_in(text, unit, key);
    if (!budget || !problems.empty()) return std::nullopt;
    return budget->amount ? values::format_satang(*budget->amount) : "none";
}

std::optional<std::string> meaning_of_status(const std::string& text, const Profile& profile) {
    const auto status = parse_status(text, profile);
    if (!status || *status == Status::kUnknown) return std::nullopt;
    return std::string(name_of(*status));
}

/// How one kind of value is known: what a text means, and what a misread one most likely says.
struct Kind {
    Meaning meaning;
    std::function<std::string(const std::string& text)> likely;
    /// Whether a further look may stand for what was read first; empty: any.
    std::function<bool(const std::string& first, const std::string& other)> allows = {};
};

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015); }

/// A dash, and no letter or digit beside it: specks at most. Looks that may see nothing but digits and signs
/// make a digit of a speck.
bool is_only_dash(const std::string& text) {
    const std::u32string letters = thai::decode(text);
    const auto is_word = [](char32_t c) {
        return thai::is_thai(c) || thai::is_digit(c) || (c < 0x80 && std::isalpha(static_cast<int>(c)) != 0);
    };
    return std::any_of(letters.begin(), letters.end(), is_dash) &&
           std::none_of(letters.begin(), letters.end(), is_word);
}

/// How many digits stand side by side up to `end`, which is outside.
std::size_t digits_before(std::u32string_view text, std::size_t end) {
    std::size_t digits = 0;
    while (digits < end && thai::is_digit(text[end - digits - 1])) ++digits;
    return digits;
}

std::size_t longest_run_of_digits(std::u32string_view text) {
    std::size_t longest = 0;
    for (std::size_t i = 0; i < text.size(); ++i) longest = std::max(longest, digits_from(text, i));
    return longest;
}

/// Whether `other` has side by side what a gap parts in `first`: two numbers made one. A sign that was read
/// as a gap is another matter, and so are digits that are set apart one by one.
bool closes_gap(const std::string& first, const std::string& other) {
    const std::u32string before = thai::decode(first);
    const std::size_t longest = longest_run_of_digits(before);
    const std::size_t now = longest_run_of_digits(thai::decode(other));
    for (std::size_t i = 1; i + 1 < before.size(); ++i) {
        if (before[i] != U' ') continue;
        const std::size_t left = digits_before(before, i);
        const std::size_t right = digits_from(before, i + 1);
        const bool numbers = left > 0 && right > 0 && left + right > 2;
        if (numbers && longest < left + right && now >= left + right) return true;
    }
    return false;
}

/// Whether a further look at an amount may stand for what was read first.
bool may_be_amount(const std::string& first, const std::string& other) {
    return !(is_only_dash(first) && longest_run_of_digits(thai::decode(other)) > 0) &&
           !closes_gap(first, other);
}

/// Readings that mean the same.
struct Group {
    std::string meaning;
    std::vector<std::string> texts;  ///< the first reading first
};

std::vector<Group> groups_of(const Field& field, const Kind& kind) {
    std::vector<Group> groups;
    const auto add = [&](std::string text) {
        auto means = kind.meaning(text);
        if (!means) means = kind.meaning(text = kind.likely(text));
        if (!means) return;
        auto known = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group& group) { return group.meaning == *means; });
        if (known == groups.end()) known = groups.insert(groups.end(), {*means, {}});
        known->texts.push_back(std::move(text));
    };
    add(field.text);
    for (const Reading& reading : field.readings)
        if (!kind.allows || kind.allows(field.text, reading.text)) add(reading.text);
    return groups;
}

/// The text that most of the group have; the earliest of these.
const std::string& most_common(const Group& group) {
    const auto count = [&group](const std::string& text) {
        return std::count_if(group.texts.begin(), group.texts.end(),
                             [&text](const std::string& other) { return thai::same(text, other); });
    };
    return *std::max_element(group.texts.begin(), group.texts.end(),
                             [&](const std::string& a, const std::string& b) { return count(a) < count(b); });
}

std::optional<Finding> choose(ActivityRecord& activity, FieldKey key, const Kind& kind) {
    auto& field = activity.field(key);
    if (!field || field->readings.empty()) return std::nullopt;
    const std::vector<Group> groups = groups_of(*field, kind);
    if (groups.empty()) return std::nullopt;
    const Group& best = *std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return a.texts.size() < b.texts.size();
    });
    field->confidence = agreement(best.texts.size(), field->readings.size() + 1);
    if (thai::mixes_digits(field->text)) field->confidence = std::min(field->confidence, kGuess);
    if (best.meaning == kind.meaning(field->text)) {
        mark_unsure(*field, false);
        return std::nullopt;
    }
    const std::string& text = most_common(best);
    Finding finding = finding_on(activity, std::string(name_of(key)), *field, FindingCode::kReadAgain,
                                 {excerpt(field->text), excerpt(text)});
    field->text = text;
    mark_unsure(*field, true);
    return finding;
}

/// From the first letter that differs to the last, as whole words of `now`.
std::pair<std::u32string_view, std::u32string_view> differing_words(std::u32string_view before,
                                                                    std::u32string_view now) {
    const auto shorter = std::min(before.size(), now.size());
    const auto [b, n] =
        std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter), now.begin());
    auto begin = static_cast<std::size_t>(n - now.begin());
    const auto tail = std::mismatch(before.rbegin(), before.rend(), now.rbegin(), now.rend());
    auto same_at_end = std::min(static_cast<std::size_t>(tail.first - before.rbegin()), shorter - begin);
    std::size_t word = 0;
    std::size_t word_end = now.size();
    for (const std::size_t at : thai::word_breaks(now)) {
        if (at < begin) word = at;
        if (at >= now.size() - same_at_end) word_end = std::min(word_end, at);
    }
    begin = word;
    same_at_end = now.size() - word_end;
    return {before.substr(begin, before.size() - same_at_end - begin), now.substr(begin, word_end - begin)};
}

}  // namespace

std::vector<Finding> words_read_again(const ActivityRecord& activity) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        const auto& field = activity.fields[i];
        if (!field || field->source != Source::kOcr) continue;
        const std::u32string before = thai::comparable_characters(thai::repair_text(field->raw()));
        const std::u32string now = thai::comparable_characters(field->text);
        if (before.empty() || before == now) continue;
        const auto [was, is] = differing_words(before, now);
        // Only words are read so; signs go as list marks do.
        if (thai::coverage_of(is).letters == 0) continue;
        findings.push_back(finding_on(activity, std::string(name_of(static_cast<FieldKey>(i))), *field,
                                      FindingCode::kReadAgain,
                                      {excerpt(thai::encode(was)), excerpt(thai::encode(is))}));
    }
    return findings;
}

std::vector<Finding> choose_readings(ActivityRecord& activity, const Profile& profile,
                                     std::optional<BuddhistYear> fiscal_year, const MoneyUnits& units) {
    std::vector<Finding> findings;
    const auto add = [&](FieldKey key, const Kind& kind) {
        if (auto finding = choose(activity, key, kind)) findings.push_back(std::move(*finding));
    };
    add(FieldKey::kPeriod,
        {[&](const std::string& text) { return meaning_of_period(text, fiscal_year); }, likely_period});
    for (const FieldKey key : kMoneyKeys) {
        add(key, {[&, key](const std::string& text) { return meaning_of_money(text, units.of(key), key); },
                  likely_money, may_be_amount});
    }
    add(FieldKey::kResult, {[&](const std::string& text) { return meaning_of_status(text, profile); },
                            [](const std::string& text) { return text; }});
    return findings;
}

void mark_unsure(Field& field, bool other_text) {
    if (field.confidence >= kUnsure)
        field.unsure.clear();
    else if (other_text || field.unsure.empty())
        field.unsure = {{0, code_points_in(field.text)}};
}

float agreement(std::size_t votes, std::size_t readings) {
    return kMostSure * static_cast<float>(votes) / static_cast<float>(readings);
}

}  // namespace tarang::interpret
