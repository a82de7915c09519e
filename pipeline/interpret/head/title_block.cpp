#include "pipeline/interpret/head/title_block.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/values/date.h"
#include "lib/values/period.h"
#include "lib/values/told_year.h"
#include "models/append.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/head/plain_text.h"

namespace tarang::interpret {
namespace {

/// What follows more lines than these is text, not the report's name.
constexpr std::size_t kTitleLines = 3;
/// A head or a cover has a few lines; more of them are text.
constexpr std::size_t kHeadLines = 8;
/// How far from the title's first line its agency stands, in lines.
constexpr std::size_t kLinesBefore = 3;
constexpr std::size_t kLinesAfter = 6;
/// Letters of the longest line that is an agency's name.
constexpr std::size_t kLongestAgency = 80;
/// Letters of the longest line of a title; longer ones are text.
constexpr std::size_t kLongestTitle = 120;
/// Lines of one title are centred on each other.
constexpr Points kOffAxis = 10;

using thai::is_digit;

/// `text`: a part of the line's.
Field part_of(const Field& line, std::string text) {
    Field part = line;
    const std::size_t at = std::min(line.text.find(text), line.text.size());
    const std::int32_t from = code_points_in(std::string_view(line.text).substr(0, at));
    part.unsure = ranges_within(line.unsure, {from, from + code_points_in(text)});
    part.text = std::move(text);
    return part;
}

bool begins_with(const Field& line, const std::vector<Phrase>& phrases) {
    return prefix_of(keyed(line.text).key, phrases).has_value();
}

/// A line of the document's head: its name, its office, its year.
bool is_head_line(const Field& line, const Profile& profile) {
    return begins_with(line, profile.report_title) || begins_with(line, profile.agency) ||
           begins_with(line, profile.agency_labels) || begins_with(line, profile.fiscal_year) ||
           fiscal_year_in(line.text, profile).has_value();
}

/// "แบบ ผ. ๐๒" in a corner: the form's number, not what the report is called.
bool is_form_number(const Field& line) {
    constexpr std::size_t kLongest = 14;  // letters
    const std::u32string key = keyed(line.text).key;
    const std::size_t letters = key.find_last_not_of(U"0123456789") + 1;
    constexpr std::size_t kYear = 4;  // digits
    return key.starts_with(U"แบบ") && key.size() <= kLongest && letters < key.size() &&
           key.size() - letters < kYear;
}

/// "๖ สิงหาคม ๒๕๕๘" of a letter before the report.
bool tells_only_time(const Field& line) {
    const values::PeriodResult told = values::parse_period(line.text, std::nullopt);
    return told.period && told.period->start && told.problems.empty();
}

bool is_title_line(const Field& line, const Profile& profile) {
    return !is_form_number(line) && !is_blank(line.text) && !is_noise(line) &&
           !begins_with(line, profile.agency) && !begins_with(line, profile.agency_labels) &&
           !begins_with(line, profile.fiscal_year) && !begins_with(line, profile.note);
}

bool on_one_axis(const Field& upper, const Field& lower) {
    if (upper.fragments.empty() || lower.fragments.empty()) return true;
    const Region& a = upper.fragments.back().region;
    const Region& b = lower.fragments.front().region;
    return a.page == b.page && std::abs(a.box.center_x() - b.box.center_x()) <= kOffAxis;
}

/// One of a report's words inside a line: "แผนปฏิบัติการ ... และรายงานผลการดำเนินงาน".
bool names_report(const Field& line, const Profile& profile) {
    constexpr std::size_t kLongWord = 6;  // short words are parts of too many others
    const Keyed text = keyed(line.text);
    return text.key.size() <= kLongestTitle &&
           std::any_of(profile.report_title.begin(), profile.report_title.end(), [&text](const Phrase& word) {
               return word.key.size() >= kLongWord && text.key.find(word.key) != std::u32string::npos;
           });
}

/// Where the title begins.
std::optional<std::size_t> title_line(const std::vector<Field>& lines, const Profile& profile) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (begins_with(lines[i], profile.report_title) && !is_form_number(lines[i])) return i;
    }
    if (lines.size() > kHeadLines) return std::nullopt;
    const auto may_begin = [&](std::size_t i) {
        return is_title_line(lines[i], profile) && !tells_only_time(lines[i]);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (may_begin(i) && names_report(lines[i], profile)) return i;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (may_begin(i) && fiscal_year_in(lines[i].text, profile)) return i;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (may_begin(i)) return i;
    }
    return std::nullopt;
}

Field title_from(const std::vector<Field>& lines, std::size_t first, const Profile& profile) {
    Field title = lines[first];
    for (std::size_t i = first + 1; i < std::min(lines.size(), first + kTitleLines); ++i) {
        if (!is_title_line(lines[i], profile) || !on_one_axis(lines[i - 1], lines[i])) break;
        append(title, lines[i], "\n");
    }
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

/// Whether what follows a label is a name: "หน่วยงานที่รับผิดชอบ" is a label of something else.
bool is_name(std::u32string_view rest) {
    static constexpr std::array<std::u32string_view, 8> kNone{U"ท", U"รบ",  U"ไน",  U"ตาง",
                                                              U"ผ", U"ของ", U"และ", U"เจา"};
    constexpr std::size_t kShortest = 5;  // letters
    return rest.size() >= kShortest &&
           std::none_of(kNone.begin(), kNone.end(),
                        [&rest](std::u32string_view word) { return rest.starts_with(word); });
}

/// The agency that a line begins with, without its label and up to a year. After a label with a colon, or one
/// that says nothing but that an office follows, any name counts; a longer line is a sentence that begins
/// with an agency.
Maybe<Field> agency_at_start(const Field& line, const Profile& profile) {
    const Keyed text = keyed(line.text);
    const std::size_t label = prefix_of(text.key, profile.agency_labels).value_or(0);
    if (label == text.key.size() || text.key.size() > kLongestAgency) return std::nullopt;
    const std::string_view between(line.text.data(), text.offsets[label]);
    constexpr std::size_t kClear = 7;  // letters of "หน่วยงาน"; "ของ" and "สังกัด" begin sentences
    const bool labelled =
        label > 0 && (between.find(':') != std::string_view::npos ||
                      (label >= kClear && is_name(std::u32string_view(text.key).substr(label))));
    const auto named = prefix_of(std::u32string_view(text.key).substr(label), profile.agency);
    if (!named && !labelled) return std::nullopt;
    if (named && *named + label == text.key.size()) return std::nullopt;  // "จังหวัด" alone is which?
    return part_between(line, text, label, end_before_year(text, label, profile));
}

/// "สำนัก/กอง.....กองคลัง.....": what was filled into a form's dotted blank after an agency's word.
Maybe<Field> agency_in_blank(const Field& line, const Profile& profile) {
    constexpr std::string_view kDots = "...";
    const std::size_t dots = line.text.find(kDots);
    if (dots == std::string::npos) return std::nullopt;
    const std::size_t begin = line.text.find_first_not_of('.', dots);
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t end = std::min(line.text.find(kDots, begin), line.text.find('\n', begin));
    const std::u32string before = keyed(std::string_view(line.text).substr(0, dots)).key;
    const auto ends_it = [&before](const Phrase& word) { return before.ends_with(word.key); };
    const bool asks = std::any_of(profile.agency.begin(), profile.agency.end(), ends_it) ||
                      std::any_of(profile.agency_labels.begin(), profile.agency_labels.end(), ends_it);
    std::string filled =
        trimmed(std::string_view(line.text).substr(begin, end == std::string::npos ? end : end - begin));
    if (!asks || is_blank(filled)) return std::nullopt;
    return part_of(line, std::move(filled));
}

/// The part of a longer line from the agency's word on, up to what a letter is about. Short words are parts
/// of too many others.
Maybe<Field> agency_inside(const Field& whole, const Profile& profile) {
    const std::string first = whole.text.substr(0, whole.text.find('\n'));
    const Field line = part_of(whole, first.substr(0, first.find("เรื่อง")));
    constexpr std::size_t kLongWord = 5;
    const Keyed text = keyed(line.text);
    std::size_t start = std::u32string::npos;
    for (const Phrase& word : profile.agency) {
        if (word.key.size() >= kLongWord) start = std::min(start, text.key.find(word.key));
    }
    if (start == std::u32string::npos) return std::nullopt;
    const std::size_t end = end_before_year(text, start, profile);
    const std::u32string_view part = std::u32string_view(text.key).substr(start, end - start);
    if (prefix_of(part, profile.agency) == part.size()) return std::nullopt;  // "ข้อมูลของโรงเรียน" names none
    return part_between(line, text, start, end);
}

/// Reads what is still unknown from one place of the document.
void read_lines(const std::vector<Field>& lines, const Profile& profile, TitleBlock& block) {
    const auto title = title_line(lines, profile);
    if (title && !block.title) block.title = title_from(lines, *title, profile);
    const std::size_t from = title && *title > kLinesBefore ? *title - kLinesBefore : 0;
    const std::size_t to = std::min(lines.size(), title ? *title + kLinesAfter + 1 : kHeadLines);
    for (std::size_t i = from; i < to && !block.agency; ++i) {
        block.agency = agency_at_start(lines[i], profile);
        if (!block.agency) block.agency = agency_in_blank(lines[i], profile);
    }
    for (std::size_t i = 0; i < lines.size() && !block.fiscal_year; ++i) {
        block.fiscal_year = fiscal_year_in(lines[i].text, profile);
        if (block.fiscal_year) block.fiscal_year_field = lines[i];
    }
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
    TitleBlock block;
    read_lines(table_page, profile, block);
    const std::size_t cover = std::min(kHeadLines, pages_before.size());
    read_lines({pages_before.begin(), pages_before.begin() + static_cast<std::ptrdiff_t>(cover)}, profile,
               block);
    if (block.title && !block.fiscal_year) {
        block.fiscal_year = values::fiscal_year_told(block.title->text);
        if (block.fiscal_year) block.fiscal_year_field = block.title;
    }
    // A sentence that begins with the agency that the title names says no more of its name.
    if (block.title && block.agency) {
        Maybe<Field> named = agency_inside(*block.title, profile);
        if (named && keyed(block.agency->text).key.starts_with(keyed(named->text).key))
            block.agency = std::move(named);
    }
    for (const auto* field : {&block.title, &block.fiscal_year_field}) {
        if (*field && !block.agency) block.agency = agency_inside(**field, profile);
    }
    return block;
}

HeadLines split_head(const std::vector<Field>& lines, const Profile& profile) {
    std::size_t start = 0;
    const auto strong = [&](std::size_t i) {
        return strategy_in(lines[i].text, profile) || project_in(lines[i].text, profile);
    };
    const auto names_report = [&](const Field& line) {
        return begins_with(line, profile.report_title) || fiscal_year_in(line.text, profile).has_value() ||
               begins_with(line, profile.fiscal_year);
    };
    // Before the report's name and year a project's word is an office's: โครงการชลประทาน...
    const auto named = std::find_if(lines.begin(), lines.end(), names_report);
    if (named != lines.end()) start = static_cast<std::size_t>(named - lines.begin()) + 1;
    while (start < lines.size() && !strong(start)) ++start;
    if (start == lines.size()) {
        while (start > 0 && !is_head_line(lines[start - 1], profile)) --start;
    }
    const auto has_title_before = [&](std::size_t end) {
        return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const Field& line) { return is_title_line(line, profile); });
    };
    // What a plan is called is a heading below the report's own name; alone it is that name.
    while (start > 1 && heading_level(lines[start - 1].text, profile) == 0 &&
           is_head_line(lines[start - 2], profile) && has_title_before(start - 1)) {
        --start;
    }
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(start);
    return {{lines.begin(), first}, {first, lines.end()}};
}

std::optional<NewHead> new_head(const std::vector<Field>& lines, const Profile& profile) {
    const bool begins = std::any_of(lines.begin(), lines.end(), [&profile](const Field& line) {
        return begins_with(line, profile.report_title) || fiscal_year_in(line.text, profile).has_value();
    });
    if (!begins) return std::nullopt;
    HeadLines head = split_head(lines, profile);
    return NewHead{read_title_block(head.title_block, {}, profile), std::move(head.headings)};
}

}  // namespace tarang::interpret
