#include "pipeline/layout/aligned/evidence.h"

#include <algorithm>

namespace tarang::layout {
namespace {

constexpr double kFilled = 0.4;         // share of body places with words: less is scattered print
constexpr double kFilledNumbers = 0.5;  // of the number columns' places in rows that have numbers
constexpr double kMostly = 0.6;
constexpr Points kProseWidth = 16;  // em; a column of lines this wide that are mostly full is running text
constexpr Points kFullLine = 0.88F;
constexpr Points kRuleShare = 0.8F;         // of the table's width that a rule above or below it covers
constexpr std::size_t kFewestRows = 3;      // without rules
constexpr std::size_t kFewestTextRows = 4;  // without rules or numbers

/// One body row: whether each column has words, and numbers.
struct RowContent {
    std::vector<bool> words;
    std::vector<bool> numbers;
};

std::vector<RowContent> contents_of(const ColumnedLines& table, std::span<const RowBand> body) {
    std::vector<RowContent> rows;
    const std::size_t columns = table.columns.size();
    for (const RowBand& band : body) {
        RowContent row{std::vector<bool>(columns, false), std::vector<bool>(columns, false)};
        for (std::size_t i = band.begin; i < band.end; ++i) {
            for (const Part& part : table.lines[i].parts) {
                for (std::int32_t c = part.first; c <= part.last; ++c) {
                    row.words[static_cast<std::size_t>(c)] = true;
                    if (part.segment.numeric && !part.spans())
                        row.numbers[static_cast<std::size_t>(c)] = true;
                }
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::size_t count_of(const std::vector<bool>& flags) {
    return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

std::size_t count_filled(const std::vector<RowContent>& rows, std::size_t column) {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [column](const RowContent& row) { return row.words[column]; }));
}

/// Rules that run over (almost) all columns.
std::size_t long_rules(const ColumnedLines& table, std::span<const Rule> rules) {
    const Points left = table.columns.front().left;
    const Points right = table.columns.back().right;
    return static_cast<std::size_t>(std::count_if(rules.begin(), rules.end(), [&](const Rule& rule) {
        return overlap(rule.start, rule.end, left, right) >= kRuleShare * (right - left);
    }));
}

bool is_prose(const ColumnedLines& table, std::size_t column, std::size_t header_lines) {
    const Points width = table.columns[column].right - table.columns[column].left;
    std::size_t full = 0;
    std::size_t all = 0;
    for (std::size_t i = header_lines; i < table.lines.size(); ++i) {
        const Part* part = table.lines[i].in(static_cast<std::int32_t>(column));
        if (part == nullptr) continue;
        ++all;
        full += part->segment.width() >= kFullLine * width ? 1 : 0;
    }
    const Points size = table.lines.front().line.size;
    return all >= 3 && width >= kProseWidth * size &&
           static_cast<double>(full) >= kMostly * static_cast<double>(all);
}

/// Bullets and list numbers, or what stands in brackets before a reference.
bool is_marker_column(const ColumnedLines& table, std::size_t column) {
    std::size_t markers = 0;
    std::size_t all = 0;
    for (const TableLine& line : table.lines) {
        const Part* part = line.in(static_cast<std::int32_t>(column));
        if (part == nullptr) continue;
        ++all;
        const Word& word = line.line.words[part->segment.first];
        const Points narrow = 4 * line.line.size;
        markers += word.kind == WordKind::kMarker && part->segment.width() < narrow ? 1 : 0;
    }
    return all > 0 && static_cast<double>(markers) >= kMostly * static_cast<double>(all);
}

/// Lines whose last segment follows a row of dots: a contents page, or a form to be filled in.
std::size_t led_lines(const ColumnedLines& table) {
    std::size_t led = 0;
    for (const TableLine& line : table.lines) {
        const auto dots = std::count_if(line.line.words.begin(), line.line.words.end(),
                                        [](const Word& word) { return word.kind == WordKind::kLeader; });
        led += dots > 0 ? 1 : 0;
    }
    return led;
}

/// Whether the last column holds nothing but whole numbers that never fall: the page numbers of a contents
/// page, with or without dots before them.
bool ends_in_page_numbers(const ColumnedLines& table, std::size_t header_lines) {
    constexpr std::size_t kEnough = 3;
    std::vector<std::int32_t> values;
    std::size_t others = 0;
    for (std::size_t i = header_lines; i < table.lines.size(); ++i) {
        const Part* part = table.lines[i].in(static_cast<std::int32_t>(table.columns.size()) - 1);
        if (part == nullptr) continue;
        const std::int32_t value =
            part->segment.count == 1 ? table.lines[i].line.words[part->segment.first].whole : -1;
        if (value < 0)
            ++others;
        else
            values.push_back(value);
    }
    return values.size() >= kEnough && 4 * others <= values.size() &&
           std::is_sorted(values.begin(), values.end());
}

/// Lines with a part over several columns: justified text with wide spaces has many.
std::size_t spanning_lines(const ColumnedLines& table, std::size_t header_lines) {
    return static_cast<std::size_t>(
        std::count_if(table.lines.begin() + static_cast<std::ptrdiff_t>(header_lines), table.lines.end(),
                      [](const TableLine& line) {
                          return std::any_of(line.parts.begin(), line.parts.end(),
                                             [](const Part& part) { return part.spans(); });
                      }));
}

/// Rows that have at least two columns filled.
std::size_t full_rows(const std::vector<RowContent>& rows) {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [](const RowContent& row) { return count_of(row.words) >= 2; }));
}

bool numbers_stand_in_columns(const std::vector<RowContent>& rows, const RowEvidence& evidence) {
    std::size_t places = 0;
    std::size_t filled = 0;
    std::size_t rows_with = 0;
    const std::size_t columns = count_of(evidence.numeric_column);
    for (const RowContent& row : rows) {
        const std::size_t count = count_of(row.numbers);
        if (count == 0) continue;
        ++rows_with;
        places += columns;
        filled += std::min(count, columns);
    }
    return rows_with >= kFewestRows &&
           static_cast<double>(filled) >= kFilledNumbers * static_cast<double>(places);
}

/// Rows that have a number at their left and one in another column: a list of things with amounts, however
/// long their names are. Running text has no such rows.
std::size_t counted_rows(const ColumnedLines& table, std::span<const RowBand> body,
                         const std::vector<RowContent>& rows) {
    constexpr Points kNarrow = 4;  // em
    std::size_t counted = 0;
    for (std::size_t r = 0; r < body.size(); ++r) {
        const TableLine& line = table.lines[body[r].begin];
        const Part* part = line.in(0);
        if (part == nullptr || part->segment.width() > kNarrow * line.line.size) continue;
        const WordKind kind = line.line.words[part->segment.first].kind;
        const bool number = part->segment.numeric || kind == WordKind::kMarker;
        const auto& numbers = rows[r].numbers;
        counted += number && std::find(numbers.begin() + 1, numbers.end(), true) != numbers.end() ? 1 : 0;
    }
    return counted;
}

/// What is seen of lines in columns, all of it counted once.
struct Facts {
    std::size_t columns = 0;
    std::size_t telling = 0;              ///< columns that are no list markers
    std::size_t numeric = 0;              ///< columns of numbers, the first aside
    std::size_t numbers_after_words = 0;  ///< such behind the first column of words: a contents page has one
    std::size_t prose = 0;                ///< columns of running text
    std::size_t lines = 0;
    std::size_t header_lines = 0;
    std::size_t led_lines = 0;
    std::size_t spanning_lines = 0;
    std::size_t body_rows = 0;
    std::size_t counted_rows = 0;
    std::size_t full_rows = 0;   ///< with at least two columns filled
    std::size_t long_rules = 0;  ///< over (almost) all columns
    double filled = 0;           ///< share of the places in rows that are no section rows
    bool divided = false;        ///< rules between columns
    bool numbers_in_columns = false;
    bool page_numbers = false;  ///< the last column never falls
};

double share_filled(const std::vector<RowContent>& rows, std::size_t columns) {
    std::size_t places = 0;
    std::size_t filled = 0;
    for (const RowContent& row : rows) {
        // Section rows are filled in one place by their nature.
        if (count_of(row.words) < 2) continue;
        places += columns;
        filled += count_of(row.words);
    }
    return places == 0 ? 1 : static_cast<double>(filled) / static_cast<double>(places);
}

void count_columns(Facts& facts, const ColumnedLines& table, const RowEvidence& evidence,
                   const std::vector<RowContent>& rows) {
    bool words = false;
    facts.telling = facts.columns;
    for (std::size_t c = 0; c < facts.columns; ++c) {
        words = words || (!evidence.numeric_column[c] && count_filled(rows, c) * 2 > rows.size());
        facts.numbers_after_words += words && evidence.numeric_column[c] ? 1 : 0;
        facts.prose += is_prose(table, c, facts.header_lines) ? 1 : 0;
        facts.telling -= is_marker_column(table, c) ? 1 : 0;
        facts.numeric += evidence.numeric_column[c] && c > 0 ? 1 : 0;
    }
}

Facts facts_of(const ColumnedLines& table, const RowEvidence& evidence, std::span<const Rule> rules,
               std::size_t header_lines, std::span<const RowBand> body) {
    Facts facts;
    facts.columns = table.columns.size();
    facts.lines = table.lines.size();
    facts.header_lines = header_lines;
    facts.body_rows = body.size();
    if (facts.columns == 0 || body.empty()) return facts;
    const std::vector<RowContent> rows = contents_of(table, body);
    facts.filled = share_filled(rows, facts.columns);
    facts.led_lines = led_lines(table);
    facts.long_rules = long_rules(table, rules);
    facts.full_rows = full_rows(rows);
    facts.counted_rows = counted_rows(table, body, rows);
    facts.spanning_lines = spanning_lines(table, header_lines);
    facts.divided = std::find(evidence.ruled.begin(), evidence.ruled.end(), true) != evidence.ruled.end();
    facts.numbers_in_columns = numbers_stand_in_columns(rows, evidence);
    facts.page_numbers = ends_in_page_numbers(table, header_lines);
    count_columns(facts, table, evidence, rows);
    return facts;
}

bool closed_by_rules(const Facts& f) {
    return f.long_rules >= 2 && (f.divided || f.telling >= 3 || f.numeric > 0);
}
bool with_numbers(const Facts& f) { return f.numeric > 0; }
bool is_counted(const Facts& f) {
    constexpr std::size_t kFewestColumns = 4;  // a number, a name, an amount and one more
    return f.columns >= kFewestColumns && f.counted_rows >= kFewestRows &&
           static_cast<double>(f.counted_rows) >= kMostly * static_cast<double>(f.body_rows);
}
bool under_a_rule(const Facts& f) { return f.long_rules == 1 && f.header_lines > 0; }

/// The first that holds decides. The shares and counts were set on composed papers and on the tables and
/// texts of some sixty public ones, by what was found and what was invented; they are no measurement of their
/// own.
struct Test {
    TableVerdict verdict;
    bool (*holds)(const Facts&);
};
constexpr Test kTests[] = {
    {TableVerdict::kOneColumn, [](const Facts& f) { return f.columns < 2 || f.body_rows == 0; }},
    {TableVerdict::kScattered, [](const Facts& f) { return f.filled < kFilled; }},
    {TableVerdict::kContents, [](const Facts& f) { return 2 * f.led_lines >= f.lines && f.numeric < 2; }},
    {TableVerdict::kList, [](const Facts& f) { return f.telling < 2; }},
    {TableVerdict::kClosedByRules,
     [](const Facts& f) { return closed_by_rules(f) && f.full_rows + (f.header_lines > 0 ? 1 : 0) >= 2; }},
    {TableVerdict::kTooFewRows, closed_by_rules},
    {TableVerdict::kProse, [](const Facts& f) { return f.prose > 0 && !is_counted(f); }},
    {TableVerdict::kJustified,
     [](const Facts& f) { return 3 * f.spanning_lines > f.lines - f.header_lines; }},
    {TableVerdict::kContents, [](const Facts& f) { return f.numbers_after_words == 1 && f.page_numbers; }},
    {TableVerdict::kTooFewRows,
     [](const Facts& f) {
         return f.numeric == 1 && f.columns == 2 && f.long_rules == 0 && f.full_rows < kFewestTextRows;
     }},
    {TableVerdict::kTooFewRows,
     [](const Facts& f) { return (with_numbers(f) || under_a_rule(f)) && f.full_rows < kFewestRows; }},
    {TableVerdict::kNumbersInColumns, [](const Facts& f) { return with_numbers(f) && f.numbers_in_columns; }},
    {TableVerdict::kScattered, with_numbers},
    {TableVerdict::kUnderARule, under_a_rule},
    {TableVerdict::kTwoColumns, [](const Facts& f) { return f.telling < 3; }},
    {TableVerdict::kTooFewRows, [](const Facts& f) { return f.full_rows < kFewestTextRows; }},
    {TableVerdict::kContents, [](const Facts& f) { return f.led_lines > 0; }},
    {TableVerdict::kShortTexts, [](const Facts& f) { return f.filled >= kMostly; }},
};

}  // namespace

bool is_table(TableVerdict verdict) { return verdict <= TableVerdict::kShortTexts; }

std::string_view reason_of(TableVerdict verdict) {
    switch (verdict) {
        case TableVerdict::kClosedByRules:
            return "rules above and below";
        case TableVerdict::kNumbersInColumns:
            return "numbers in columns";
        case TableVerdict::kUnderARule:
            return "a rule under its header";
        case TableVerdict::kShortTexts:
            return "columns of short texts";
        case TableVerdict::kOneColumn:
            return "one column";
        case TableVerdict::kTwoColumns:
            return "two columns of words, no rule";
        case TableVerdict::kScattered:
            return "scattered print";
        case TableVerdict::kContents:
            return "a contents page, or a form to fill in";
        case TableVerdict::kList:
            return "a list with markers";
        case TableVerdict::kTooFewRows:
            return "too few rows";
        case TableVerdict::kProse:
            return "running text in columns";
        case TableVerdict::kJustified:
            return "justified text";
    }
    return "invalid";
}

TableVerdict judge_table(const ColumnedLines& table, const RowEvidence& evidence, std::span<const Rule> rules,
                         std::size_t header_lines, std::span<const RowBand> body) {
    const Facts facts = facts_of(table, evidence, rules, header_lines, body);
    for (const Test& test : kTests) {
        if (test.holds(facts)) return test.verdict;
    }
    return TableVerdict::kScattered;
}

}  // namespace tarang::layout
