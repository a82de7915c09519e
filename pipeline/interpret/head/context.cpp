#include "pipeline/interpret/head/context.h"

#include <algorithm>

#include "lib/thai/chars.h"
#include "models/append.h"
#include "pipeline/interpret/head/plain_text.h"

namespace tarang::interpret {
namespace {

/// Headings of unknown kind stand inside the one before them.
constexpr double kInnermost = 1000;
/// A heading wider than this share of the page may have been broken by the paper's edge.
constexpr float kFullLine = 0.7F;

using thai::is_digit;

/// Characters of the key that are a list marker: "๑. ", "1.2) ". Their letters are digits alone.
std::size_t marker_length(const Keyed& line, const std::string& text) {
    std::size_t length = 0;
    while (length < line.key.size() && length < 4 && is_digit(line.key[length])) ++length;
    if (length == 0 || length == line.key.size()) return 0;
    const std::string_view between(text.data() + line.offsets[length - 1],
                                   line.offsets[length] - line.offsets[length - 1]);
    return between.find_first_of(".)") == std::string_view::npos ? 0 : length;
}

/// "ที่ ๑ ..." and the like: one or two digits that do not count years ("แผนยุทธศาสตร์ ๕ ปี").
bool numbers_something(std::u32string_view rest) {
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    return digits >= 1 && digits <= 2 && !rest.substr(digits).starts_with(U"ปี");
}

/// Where one of the phrases with its number begins in the key, earliest first.
std::optional<std::size_t> numbered_phrase(const std::u32string& key, const std::vector<Phrase>& phrases) {
    for (std::size_t start = 0; start < key.size(); ++start) {
        const std::u32string_view rest = std::u32string_view(key).substr(start);
        for (const Phrase& phrase : phrases) {
            const auto length = start == 0                     ? prefix_of(rest, phrase)
                                : rest.starts_with(phrase.key) ? std::optional(phrase.key.size())
                                                               : std::nullopt;
            if (length && numbers_something(rest.substr(*length))) return start;
        }
    }
    return std::nullopt;
}

std::string from_key(const std::string& text, const Keyed& line, std::size_t index) {
    return trimmed(std::string_view(text).substr(line.offsets[index]));
}

}  // namespace

std::optional<int> heading_level(const std::string& text, const Profile& profile) {
    const Keyed line = keyed(text);
    const std::u32string_view key = std::u32string_view(line.key).substr(marker_length(line, text));
    std::optional<int> best;
    std::size_t longest = 0;
    for (std::size_t level = 0; level < profile.heading_levels.size(); ++level) {
        const auto length = prefix_of(key, profile.heading_levels[level]);
        if (!length || *length <= longest) continue;
        longest = *length;
        best = static_cast<int>(level);
    }
    return best;
}

std::optional<std::string> strategy_in(const std::string& text, const Profile& profile) {
    const Keyed line = keyed(text);
    const auto at = numbered_phrase(line.key, profile.strategy);
    if (!at) return std::nullopt;
    return from_key(text, line, *at);
}

std::optional<std::string> project_in(const std::string& text, const Profile& profile) {
    const Keyed line = keyed(text);
    const std::size_t marker = marker_length(line, text);
    if (!prefix_of(std::u32string_view(line.key).substr(marker), profile.project)) return std::nullopt;
    return from_key(text, line, marker);
}

namespace {

template <typename Said>
std::optional<std::string> innermost(const std::vector<Field>& headings, Said said) {
    for (auto heading = headings.rbegin(); heading != headings.rend(); ++heading) {
        if (auto text = said(heading->text)) return text;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> strategy_of(const std::vector<Field>& headings, const Profile& profile) {
    return innermost(headings, [&profile](const std::string& text) { return strategy_in(text, profile); });
}

std::optional<std::string> project_of(const std::vector<Field>& headings, const Profile& profile) {
    return innermost(headings, [&profile](const std::string& text) { return project_in(text, profile); });
}

std::vector<Field> join_wrapped(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                const Profile& profile) {
    std::vector<Field> joined;
    for (const Field& line : lines) {
        const bool goes_on = !joined.empty() && heading_level(joined.back().text, profile) &&
                             !heading_level(line.text, profile) &&
                             reaches_over(joined.back(), pages, kFullLine);
        if (goes_on) {
            append(joined.back(), line, "\n");
        } else {
            joined.push_back(line);
        }
    }
    return joined;
}

std::vector<double> Headings::levels_of(const std::vector<Field>& lines) const {
    std::vector<double> levels;
    std::optional<double> outer;
    for (const Field& line : lines) {
        if (const auto level = heading_level(line.text, *profile_)) outer = *level;
        const bool known = outer && heading_level(line.text, *profile_);
        levels.push_back(known ? *outer : outer ? *outer + 0.5 : kInnermost);
    }
    for (std::size_t i = levels.size(); i-- > 1;) {
        if (levels[i - 1] == kInnermost && levels[i] != kInnermost) levels[i - 1] = levels[i] - 0.5;
    }
    return levels;
}

void Headings::add(const std::vector<Field>& lines) {
    if (lines.empty()) return;
    const std::vector<double> levels = levels_of(lines);
    const double outermost = *std::min_element(levels.begin(), levels.end());
    std::erase_if(entries_, [outermost](const Entry& entry) { return entry.level >= outermost; });
    for (std::size_t i = 0; i < lines.size(); ++i) entries_.push_back({levels[i], lines[i]});
}

std::vector<Field> Headings::fields() const {
    std::vector<Field> fields;
    for (const Entry& entry : entries_) fields.push_back(entry.field);
    return fields;
}

}  // namespace tarang::interpret
