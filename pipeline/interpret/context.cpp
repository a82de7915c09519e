#include "pipeline/interpret/context.h"

#include <algorithm>

#include "pipeline/values/date.h"

namespace tarang::interpret {
namespace {

/// Headings of unknown kind stand inside the one before them.
constexpr double kInnermost = 1000;
/// A heading wider than this share of the page may have been broken by the paper's edge.
constexpr float kFullLine = 0.7F;
/// What follows more lines than these is text, not the report's name.
constexpr std::ptrdiff_t kTitleLines = 3;
/// A cover has a few lines; what follows on the pages before the table is text.
constexpr std::ptrdiff_t kCoverLines = 30;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

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

Field part_of(const Field& line, std::string text) {
    Field part = line;
    part.text = std::move(text);
    return part;
}

void append(Field& whole, const Field& line) {
    whole.text += "\n" + line.text;
    whole.confidence = std::min(whole.confidence, line.confidence);
    whole.fragments.insert(whole.fragments.end(), line.fragments.begin(), line.fragments.end());
}

bool begins_with(const Field& line, const std::vector<Phrase>& phrases) {
    return prefix_of(keyed(line.text).key, phrases).has_value();
}

/// A line of the document's head: its name, its office, its year.
bool is_head_line(const Field& line, const Profile& profile) {
    return begins_with(line, profile.report_title) || begins_with(line, profile.agency) ||
           begins_with(line, profile.agency_labels) || begins_with(line, profile.fiscal_year);
}

bool is_title_line(const Field& line, const Profile& profile) {
    return !is_blank(line.text) && !begins_with(line, profile.agency) &&
           !begins_with(line, profile.agency_labels) && !begins_with(line, profile.fiscal_year);
}

std::optional<Field> title_in(const std::vector<Field>& lines, const Profile& profile) {
    const auto named = [&profile](const Field& line) { return begins_with(line, profile.report_title); };
    const auto possible = [&profile](const Field& line) { return is_title_line(line, profile); };
    auto line = std::find_if(lines.begin(), lines.end(), named);
    if (line == lines.end()) line = std::find_if(lines.begin(), lines.end(), possible);
    if (line == lines.end()) return std::nullopt;
    Field title = *line;
    const auto limit = lines.end() - line > kTitleLines ? line + kTitleLines : lines.end();
    for (++line; line != limit && is_title_line(*line, profile); ++line) append(title, *line);
    return title;
}

std::size_t end_before_year(const Keyed& line, std::size_t start, const Profile& profile) {
    std::size_t end = line.key.size();
    for (const Phrase& year : profile.fiscal_year) end = std::min(end, line.key.find(year.key, start));
    return end;
}

Field part_between(const Field& line, const Keyed& text, std::size_t start, std::size_t end) {
    const std::size_t from = text.offsets[start];
    return part_of(line, trimmed(std::string_view(line.text).substr(from, text.offsets[end] - from)));
}

/// The agency that a line begins with, without its label and up to a year.
std::optional<Field> agency_at_start(const Field& line, const Profile& profile) {
    const Keyed text = keyed(line.text);
    const std::size_t label = prefix_of(text.key, profile.agency_labels).value_or(0);
    const bool named = prefix_of(std::u32string_view(text.key).substr(label), profile.agency).has_value();
    if (!named && (label == 0 || label == text.key.size())) return std::nullopt;
    return part_between(line, text, label, end_before_year(text, label, profile));
}

/// The part of a longer line from the agency's word on. Short words are parts of too many others.
std::optional<Field> agency_inside(const Field& line, const Profile& profile) {
    constexpr std::size_t kLongWord = 5;
    const Keyed text = keyed(line.text);
    std::size_t start = std::u32string::npos;
    for (const Phrase& word : profile.agency) {
        if (word.key.size() >= kLongWord) start = std::min(start, text.key.find(word.key));
    }
    if (start == std::u32string::npos) return std::nullopt;
    return part_between(line, text, start, end_before_year(text, start, profile));
}

std::optional<Field> agency_in(const std::vector<Field>& lines, const Profile& profile) {
    for (const auto find : {agency_at_start, agency_inside}) {
        for (const Field& line : lines) {
            if (auto agency = find(line, profile)) return agency;
        }
    }
    return std::nullopt;
}

bool nearly_full(const Field& line, const std::vector<PageInfo>& pages) {
    if (line.fragments.empty()) return false;
    const Region& region = line.fragments.back().region;
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&region](const PageInfo& info) { return info.number == region.page; });
    return page != pages.end() && region.box.width() >= kFullLine * page->width;
}

}  // namespace

std::optional<BuddhistYear> fiscal_year_in(const std::string& text, const Profile& profile) {
    const Keyed line = keyed(text);
    for (const Phrase& phrase : profile.fiscal_year) {
        for (std::size_t at = line.key.find(phrase.key); at != std::u32string::npos;
             at = line.key.find(phrase.key, at + 1)) {
            std::string digits;
            for (std::size_t i = at + phrase.key.size(); i < line.key.size() && is_digit(line.key[i]); ++i) {
                digits += static_cast<char>(line.key[i]);
            }
            if (digits.size() != 4) continue;
            if (const auto year = values::parse_year(digits)) return year;
        }
    }
    return std::nullopt;
}

TitleBlock read_title_block(const std::vector<Field>& table_page, const std::vector<Field>& pages_before,
                            const Profile& profile) {
    std::vector<Field> lines = table_page;
    lines.insert(lines.end(), pages_before.begin(),
                 pages_before.begin() + std::min<std::ptrdiff_t>(kCoverLines, std::ssize(pages_before)));
    TitleBlock block;
    block.title = title_in(lines, profile);
    block.agency = agency_in(lines, profile);
    for (const Field& line : lines) {
        block.fiscal_year = fiscal_year_in(line.text, profile);
        if (!block.fiscal_year) continue;
        block.fiscal_year_field = line;
        break;
    }
    return block;
}

HeadLines split_head(const std::vector<Field>& lines, const Profile& profile) {
    std::size_t start = 0;
    const auto strong = [&](std::size_t i) {
        return strategy_in(lines[i].text, profile) || project_in(lines[i].text, profile);
    };
    while (start < lines.size() && !strong(start)) ++start;
    if (start == 0 && std::any_of(lines.begin(), lines.end(), [&](const Field& line) {
            return begins_with(line, profile.report_title) || begins_with(line, profile.fiscal_year);
        })) {
        for (start = 1; start < lines.size() && !strong(start);) ++start;
    }
    if (start == lines.size()) {
        while (start > 0 && !is_head_line(lines[start - 1], profile)) --start;
    }
    while (start > 1 && heading_level(lines[start - 1].text, profile) == 0 &&
           is_head_line(lines[start - 2], profile)) {
        --start;
    }
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(start);
    return {{lines.begin(), first}, {first, lines.end()}};
}

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

std::vector<Field> join_wrapped(const std::vector<Field>& lines, const std::vector<PageInfo>& pages,
                                const Profile& profile) {
    std::vector<Field> joined;
    for (const Field& line : lines) {
        const bool goes_on = !joined.empty() && heading_level(joined.back().text, profile) &&
                             !heading_level(line.text, profile) && nearly_full(joined.back(), pages);
        if (goes_on) {
            append(joined.back(), line);
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

std::optional<std::string> Headings::strategy() const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (auto strategy = strategy_in(entry->field.text, *profile_)) return strategy;
    }
    return std::nullopt;
}

std::optional<std::string> Headings::project() const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (auto project = project_in(entry->field.text, *profile_)) return project;
    }
    return std::nullopt;
}

}  // namespace tarang::interpret
