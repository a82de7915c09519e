#include "pipeline/interpret/columns/doubtful_headers.h"

#include <algorithm>
#include <optional>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/columns/misread_headers.h"
#include "pipeline/interpret/columns/sums.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/head/plain_text.h"
#include "pipeline/interpret/head/units.h"

namespace tarang::interpret {
namespace {

constexpr float kMost = 0.6F;        // of the cells
constexpr std::int32_t kFewest = 2;  // cells

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// The letters of a text by what they are.
struct Letters {
    int thai = 0;
    int latin = 0;
    int digits = 0;
    bool dots = false;
};

Letters letters_of(std::u32string_view text) {
    Letters letters;
    for (const char32_t c : text) {
        letters.digits += thai::is_digit(c) || (c >= U'0' && c <= U'9') ? 1 : 0;
        letters.latin += is_latin(c) ? 1 : 0;
        letters.thai += thai::is_thai(c) && !thai::is_digit(c) && !thai::is_mark(c) ? 1 : 0;
        letters.dots = letters.dots || c == U'.';
    }
    return letters;
}

/// Whether letters are in no known word; a lone one is a speck.
bool has_unknown_word(const std::string& text) {
    const std::vector<std::size_t> stretches = thai::unknown_stretches(thai::decode(text));
    return std::any_of(stretches.begin(), stretches.end(), [](std::size_t letters) { return letters > 1; });
}

/// "ตัวชี้วัด I งบประมาณ": what was read between the words is a rule, and they are of two headers.
bool has_a_rule_inside(const std::string& text) {
    const std::vector<std::string_view> words = words_in(text);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word.find_first_not_of("I|l!") == std::string_view::npos;
    });
}

/// What stands in the first brackets; empty: nothing.
std::string bracketed(const std::string& text) {
    const std::size_t open = text.find('(');
    if (open == std::string::npos) return {};
    const std::size_t close = std::min(text.find(')', open), text.size());
    return text.substr(open + 1, close - open - 1);
}

class Doubts {
public:
    Doubts(const TableView& view, const ColumnMap& map, const Profile& profile,
           const std::vector<std::string>& units)
        : view_(view),
          map_(map),
          profile_(profile),
          units_(units),
          contents_(view, map.header_rows, profile),
          doubtful_(map.keys.size()) {}

    std::vector<bool> take() {
        for (std::size_t column = 0; column < doubtful_.size(); ++column) {
            doubtful_[column] = (is_open(column) && is_unread(column) && holds_values(column)) ||
                                (is_open(column) && is_misread(column) && holds_words(column)) ||
                                is_guessed(column) || may_be_swapped(column) || has_unread_unit(column) ||
                                is_lost_calendar(column);
        }
        for (const ColumnKey whole : {ColumnKey::kBudget, ColumnKey::kSpent}) look_at_parts(whole);
        return std::move(doubtful_);
    }

private:
    const std::vector<std::string>& path(std::size_t column) const { return map_.headers[column]; }

    bool is_open(std::size_t column) const {
        return !map_.keys[column] && !map_.ticks[column] && !map_.calendar[column] && !map_.parts[column];
    }

    /// The innermost header cell over the column that has words.
    const CleanCell* own_cell(std::size_t column) const {
        for (std::int32_t row = map_.header_rows; row-- > 0;) {
            const CleanCell* cell = view_.at(row, static_cast<std::int32_t>(column));
            if (cell != nullptr && !trimmed(cell->value.text).empty()) return cell;
        }
        return nullptr;
    }

    /// Whether two neighbours have no header of their own, but one cell or the same words over both.
    bool share_header(std::size_t a, std::size_t b) const { return !path(a).empty() && path(a) == path(b); }

    bool shares_header(std::size_t column) const {
        return (column > 0 && share_header(column - 1, column)) ||
               (column + 1 < map_.keys.size() && share_header(column, column + 1));
    }

    bool is_unread(std::size_t column) {
        const CleanCell* own = own_cell(column);
        if (own == nullptr || path(column).empty()) return true;
        const std::string& leaf = path(column).back();
        if (is_unreadable(leaf) || (is_hardly_read(own->value) && !is_all_words(leaf))) return true;
        if (is_open(column) && (has_unknown_word(leaf) || is_no_share(column))) return true;
        const bool cut_wrongly =
            std::any_of(path(column).begin(), path(column).end(), [this](const std::string& level) {
                const bool data =
                    level.find('(') == std::string::npos && held_in(level, profile_) == Held::kAmount;
                return data || has_a_rule_inside(level);
            });
        return cut_wrongly || shares_header(column);
    }

    /// Whether a header is lost, or letters of it are in no known word.
    bool is_misread(std::size_t column) const {
        if (own_cell(column) == nullptr || path(column).empty()) return true;
        return is_unreadable(path(column).back()) || has_unknown_word(path(column).back());
    }

    bool holds_words(std::size_t column) {
        const Contents& held = contents_.of(static_cast<std::int32_t>(column));
        return held.of(Held::kWords) + held.of(Held::kPerson) >= kFewest;
    }

    bool holds_money(std::size_t column) {
        const Contents& held = contents_.of(static_cast<std::int32_t>(column));
        return held.cells > 0 && held.numeric() >= kMost;
    }

    /// Values that a form may ask for: no codes, counts of persons or coordinates.
    bool holds_values(std::size_t column) {
        std::int32_t values = 0;
        std::int32_t cells = 0;
        for (std::int32_t row = map_.header_rows; row < view_.rows(); ++row) {
            const CleanCell* cell = view_.at(row, static_cast<std::int32_t>(column));
            if (cell == nullptr || cell->row != row || cell->column_span > 1) continue;
            const Held held = held_in(cell->value.text, profile_);
            if (held == Held::kNothing || held == Held::kDash || is_hardly_read(cell->value)) continue;
            ++cells;
            values += is_value(*cell, column) ? 1 : 0;
        }
        return values >= kFewest && static_cast<float>(values) >= kMost * static_cast<float>(cells);
    }

    bool is_share(std::size_t column) const {
        return std::any_of(path(column).begin(), path(column).end(),
                           [this](const std::string& level) { return tells_share(level, profile_); });
    }

    /// "งบประมาณ /๗๖ %": a stamp made a share of what heads amounts.
    bool is_no_share(std::size_t column) {
        const Contents& held = contents_.of(static_cast<std::int32_t>(column));
        return is_share(column) && held.of(Held::kAmount) >= kFewest && held.share(Held::kAmount) >= kMost;
    }

    /// Whether the column may be the lost one of the rows' numbers.
    bool may_number(std::size_t column) const {
        const auto activity = map_.column_of(ColumnKey::kActivity);
        return !map_.column_of(ColumnKey::kNumber) && activity &&
               column < static_cast<std::size_t>(*activity);
    }

    bool is_value(const CleanCell& cell, std::size_t column) const {
        // A single letter is what a tick was read as.
        const bool ticks = shares_header(column);
        constexpr std::int64_t kLeast = 1000'00;  // less is as often a count
        switch (held_in(cell.value.text, profile_)) {
            case Held::kPercent:
            case Held::kPeriod:
            case Held::kStatus:
            case Held::kMark:
                return true;
            case Held::kAmount:
            case Held::kNumber:
                return (ticks && keyed(cell.value.text).key.size() == 1) || is_share(column) ||
                       may_number(column) ||
                       amount_at(view_, cell.row, static_cast<std::size_t>(cell.column)).value_or(0) >=
                           kLeast;
            default:
                return ticks && keyed(cell.value.text).key.size() == 1;
        }
    }

    /// Amounts that are the budget because no other column is, under a header that nobody can read, and what
    /// a header is only like. A total that its parts come to needs none.
    bool is_guessed(std::size_t column) {
        constexpr float kByContents = 0.1F;
        const auto& key = map_.keys[column];
        if (!key || map_.fit[column] > kByContents || has_parts(*key)) return false;
        return is_told_by_likeness(map_.fit[column]) || (is_money(*key) && is_unread(column));
    }

    /// The amount that a column is, or a part of.
    std::optional<ColumnKey> money_of(std::size_t column) const {
        const auto& part = map_.parts[column];
        if (part && part->kind == PartColumn::Kind::kMoney) return part->whole;
        const auto& key = map_.keys[column];
        return key && is_money(*key) ? key : std::nullopt;
    }

    /// "งบประมาณที่ได้รับ ผลการเบิกจ่าย" over two columns does not tell which is which.
    bool may_be_swapped(std::size_t column) const {
        const auto differ = [this](std::size_t a, std::size_t b) {
            return share_header(a, b) && money_of(a) && money_of(b) && money_of(a) != money_of(b);
        };
        return (column > 0 && differ(column - 1, column)) ||
               (column + 1 < map_.keys.size() && differ(column, column + 1));
    }

    bool has_parts(ColumnKey whole) const {
        for (std::size_t column = 0; column < map_.parts.size(); ++column)
            if (is_part_of(column, whole)) return true;
        return false;
    }

    bool has_unread_unit(std::size_t column) {
        if (!money_of(column) || !units_[column].empty() || !holds_money(column)) return false;
        const bool unread = std::any_of(path(column).begin(), path(column).end(), [](const auto& level) {
            return !unit_in(level) && is_unreadable(bracketed(level));
        });
        return unread || counts_in_more_than_baht(column);
    }

    /// "14.57", "6.02", "24.13": nobody allots a few baht and satang to each of a table's activities.
    bool counts_in_more_than_baht(std::size_t column) const {
        constexpr std::int64_t kBaht = 100;
        constexpr std::int64_t kSmall = 1000 * kBaht;
        std::int32_t amounts = 0;
        std::int32_t small = 0;
        std::int32_t broken = 0;
        for (std::int32_t row = map_.header_rows; row < view_.rows(); ++row) {
            const auto amount = amount_at(view_, row, column);
            if (!amount || *amount == 0) continue;
            ++amounts;
            small += *amount < kSmall ? 1 : 0;
            broken += *amount < kSmall && *amount % kBaht != 0 ? 1 : 0;
        }
        return amounts >= kFewest && small * 5 >= amounts * 4 && broken * 2 >= amounts;
    }

    /// A period's column without a period, beside others under one header: months or quarters whose headers
    /// were not read.
    bool is_lost_calendar(std::size_t column) {
        constexpr std::ptrdiff_t kFewestOthers = 2;
        if (map_.keys[column] != ColumnKey::kPeriod || path(column).size() < 2) return false;
        if (contents_.of(static_cast<std::int32_t>(column)).of(Held::kPeriod) > 0) return false;
        std::ptrdiff_t others = 0;
        for (std::size_t other = 0; other < doubtful_.size(); ++other) {
            others += is_open(other) && path(other).size() > 1 && path(other).front() == path(column).front()
                          ? 1
                          : 0;
        }
        return others >= kFewestOthers;
    }

    bool is_part_of(std::size_t column, ColumnKey whole) const {
        const auto& part = map_.parts[column];
        return part && part->kind == PartColumn::Kind::kMoney && part->whole == whole;
    }

    bool goes_with(std::size_t column, std::size_t part) {
        const bool grouped = path(column).size() > 1 && path(part).size() > 1;
        const bool one_group = grouped && path(column).front() == path(part).front();
        return one_group || (!path(column).empty() && path(column).back() == path(part).back()) ||
               ((column + 1 == part || part + 1 == column) && is_unread(column));
    }

    void look_at_parts(ColumnKey whole) {
        std::vector<std::size_t> parts;
        for (std::size_t column = 0; column < doubtful_.size(); ++column) {
            if (is_part_of(column, whole)) parts.push_back(column);
        }
        if (parts.empty() || map_.column_of(whole)) return;
        for (std::size_t column = 0; column < doubtful_.size(); ++column) {
            if (!is_open(column) || !holds_money(column)) continue;
            if (std::any_of(parts.begin(), parts.end(),
                            [&](std::size_t part) { return goes_with(column, part); }))
                doubtful_[column] = true;
        }
        const bool equal =
            parts.size() == 2 && same_amounts(view_, map_.header_rows, parts.front(), parts.back());
        for (const std::size_t part : parts) {
            if (equal || is_unread(part)) doubtful_[part] = true;
        }
    }

    const TableView& view_;
    const ColumnMap& map_;
    const Profile& profile_;
    const std::vector<std::string>& units_;
    ColumnContents contents_;
    std::vector<bool> doubtful_;
};

}  // namespace

bool is_unreadable(const std::string& header) {
    const std::u32string text = thai::decode(header);
    const Letters letters = letters_of(text);
    if (letters.thai + letters.latin + letters.digits == 0) return false;
    if (thai::mixes_digits(header)) return true;
    const thai::Coverage words = thai::coverage_of(text);
    if (words.known > 0) return words.known * 2 < words.letters;
    // "๒๕๖๗", "(2)", "KPI", "สพฐ.", "ต.ค."; letters among digits are neither.
    if (letters.thai == 0) return letters.digits > 0 && letters.latin > 0;
    return !(letters.dots && words.letters == 0 && letters.digits == 0);
}

std::vector<bool> doubtful_columns(const TableView& view, const ColumnMap& map, const Profile& profile,
                                   const std::vector<std::string>& units) {
    if (!has_scanned_header(view)) return std::vector<bool>(map.keys.size());
    return Doubts(view, map, profile, units).take();
}

}  // namespace tarang::interpret
