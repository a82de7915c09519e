#include "pipeline/interpret/columns/parts.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/values/calendar.h"
#include "lib/values/date.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {
namespace {

using By = PartAmount::By;

/// What a header says of a part, before its neighbours are looked at.
struct Part {
    By by = By::kOther;
    std::optional<BuddhistYear> year;
    bool named = false;              ///< a year, quarter, month or source; else only another name
    std::optional<ColumnKey> said;   ///< "แผน" or "ผล" under a quarter: of which money
    std::optional<ColumnKey> alone;  ///< what the innermost level says by itself
    std::string group;               ///< the levels above, as one text
};

/// The best of budget, spent and target that a group's header alone says; none where it says nothing of them.
std::optional<ColumnKey> whole_of(const Fits& fits) {
    std::optional<ColumnKey> best;
    float most = 0;
    for (const ColumnKey key :
         {ColumnKey::kBudget, ColumnKey::kSpent, ColumnKey::kTarget, ColumnKey::kIndicator}) {
        const float fit = fits[static_cast<std::size_t>(key)];
        if (fit > most) most = fit, best = key;
    }
    return best;
}

/// "ผลงานปีงบประมาณ 2568" says when, not of what money.
std::string without_fiscal_year(std::string group) {
    constexpr std::string_view kFiscalYear = "ปีงบประมาณ";
    for (std::size_t at = group.find(kFiscalYear); at != std::string::npos; at = group.find(kFiscalYear))
        group.erase(at, kFiscalYear.size());
    return group;
}

class Parts {
public:
    Parts(const ColumnMap& map, ColumnContents& contents, const Profile& profile, HeaderCache& cache)
        : map_(map), contents_(contents), profile_(profile), cache_(cache), found_(map.keys.size()) {
        for (std::size_t column = 0; column < map.keys.size(); ++column) parts_.push_back(part_at(column));
        leave_single_source();
        name_other_sources();
        tell_targets_from_money();
    }

    std::vector<std::optional<PartColumn>> take() {
        for (std::size_t first = 0; first < parts_.size();) {
            const std::size_t end = end_of_run(first);
            if (end - first >= 2) settle(first, end);
            first = std::max(end, first + 1);
        }
        return std::move(found_);
    }

private:
    /// A column with a field of its own is a part only by its year, quarter, month or source.
    std::optional<Part> part_at(std::size_t column) const {
        const auto& path = map_.headers[column];
        if (path.empty() || map_.ticks[column] || map_.calendar[column] || map_.aside[column])
            return std::nullopt;
        const auto& key = map_.keys[column];
        const bool may_be = !key || is_money(*key) || key == ColumnKey::kTarget ||
                            key == ColumnKey::kIndicator || key == ColumnKey::kPeriod;
        if (!may_be) return std::nullopt;
        Part part;
        for (std::size_t level = 0; level + 1 < path.size(); ++level)
            part.group += (part.group.empty() ? "" : " ") + path[level];
        read_level(path, path.size() - 1, part);
        if (!part.named) tell_month_by_place(column, part);
        if (!part.named && path.size() > 1) {
            if (is_one_of(key_in(path.back()), profile_.evidence.planned)) part.said = ColumnKey::kBudget;
            if (is_one_of(key_in(path.back()), profile_.evidence.done)) part.said = ColumnKey::kSpent;
            part.alone = said_alone(path.back());
            if (!part.said) part.said = part.alone;
            if (part.said) read_level(path, path.size() - 2, part);
        }
        if (!key && stands_in_row_of_sources(column, profile_, map_.headers))
            part.named = true, part.by = By::kSource;
        if (part.named) return part;
        // "ค่าวัสดุ" under "งบประมาณ": another name under a header of money.
        const bool other_name =
            !key && path.size() > 1 && !is_one_of(key_in(path.back()), profile_.evidence.counts);
        return other_name ? std::optional(part) : std::nullopt;
    }

    /// A month that a scan misread, between others under one header.
    void tell_month_by_place(std::size_t column, Part& part) const {
        const auto& time = contents_.time().headers[column];
        if (!time || time->unit != values::CalendarHeader::Unit::kMonth || part.group.empty()) return;
        part.by = By::kMonth;
        part.named = true;
    }

    /// "งบประมาณ (บาท)" or "เป้าหมาย" under each year.
    std::optional<ColumnKey> said_alone(const std::string& leaf) const {
        const auto whole = whole_of(cache_.fits_of(leaf, profile_));
        return whole == ColumnKey::kIndicator ? std::nullopt : whole;
    }

    /// Under "งบประมาณ" alone "แผน" and "ผล" are budget and money paid out themselves; under several sources
    /// they are parts of these.
    void leave_single_source() {
        std::set<std::string> groups;
        const auto of_source = [](const std::optional<Part>& part) {
            return part && part->said && part->by == By::kSource;
        };
        for (const auto& part : parts_) {
            if (of_source(part)) groups.insert(part->group);
        }
        if (groups.size() > 1) return;
        for (std::size_t column = 0; column < parts_.size(); ++column) {
            if (!of_source(parts_[column])) continue;
            parts_[column] = map_.keys[column] ? std::nullopt : std::optional(Part{});
        }
    }

    /// Under the header of a source that is known every other name is a source as well.
    void name_other_sources() {
        const std::vector<std::optional<Part>> said = parts_;
        for (auto& part : parts_) {
            if (!part || part->named || part->group.empty()) continue;
            const bool beside = std::any_of(said.begin(), said.end(), [&part](const auto& other) {
                return other && other->named && other->by == By::kSource && other->group == part->group;
            });
            if (beside) part->named = true, part->by = By::kSource;
        }
    }

    /// "เป้าหมาย" beside "ผล" is what was planned of an amount; beside "งบประมาณ" it is a target.
    void tell_targets_from_money() {
        for (auto& part : parts_) {
            if (!part || part->alone != ColumnKey::kTarget) continue;
            const bool beside_money = std::any_of(parts_.begin(), parts_.end(), [&part](const auto& other) {
                return other && other->group == part->group && other->alone && is_money(*other->alone);
            });
            if (beside_money) part->said = part->alone;
        }
    }

    void read_level(const std::vector<std::string>& path, std::size_t level, Part& part) const {
        if (const auto year = year_in_header(path[level], profile_)) {
            part.by = By::kYear;
            part.year = year;
            part.named = true;
        } else if (const auto time = values::calendar_header(std::span(path).first(level + 1))) {
            part.by = time->unit == values::CalendarHeader::Unit::kMonth ? By::kMonth : By::kQuarter;
            part.named = true;
        } else if (is_one_of(key_in(path[level]), profile_.evidence.sources)) {
            part.by = By::kSource;
            part.named = true;
        }
    }

    static bool alike(const Part& a, const Part& b) {
        // Quarters stand under groups of their own where plan and result stand under each.
        const bool under_one = a.group == b.group || (a.said && b.said);
        return under_one && a.named == b.named && (a.by == b.by || (a.by != By::kYear && b.by != By::kYear));
    }

    std::size_t end_of_run(std::size_t first) const {
        std::size_t end = first;
        while (end < parts_.size() && parts_[end] && alike(*parts_[first], *parts_[end])) ++end;
        return end;
    }

    /// Money where every column with words holds numbers.
    bool hold_money(std::size_t first, std::size_t end) {
        constexpr float kMost = 0.6F;
        bool any = false;
        for (std::size_t column = first; column < end; ++column) {
            const Contents& held = contents_.of(static_cast<std::int32_t>(column));
            if (held.cells > 0 && held.numeric() < kMost) return false;
            any = any || held.cells > 0 || held.of(Held::kDash) > 0;
        }
        return any;
    }

    bool say_baht(std::size_t first, std::size_t end) const {
        for (std::size_t column = first; column < end; ++column) {
            const auto& path = map_.headers[column];
            const bool said = std::any_of(path.begin(), path.end(), [](const std::string& level) {
                return level.find("บาท") != std::string::npos;
            });
            if (!said) return false;
        }
        return true;
    }

    bool hold_amounts(std::size_t first, std::size_t end) {
        std::int32_t amounts = 0;
        std::int32_t cells = 0;
        for (std::size_t column = first; column < end; ++column) {
            const Contents& held = contents_.of(static_cast<std::int32_t>(column));
            amounts += held.of(Held::kAmount);
            cells += held.cells;
        }
        return cells > 0 && amounts * 2 >= cells;
    }

    /// Under each year what its header alone says: a target, money that is allotted, money paid out.
    void settle_said(std::size_t first, std::size_t end) {
        for (std::size_t column = first; column < end; ++column) {
            const Part& part = *parts_[column];
            const bool money = is_money(*part.said);
            if (money && !hold_money(column, column + 1)) continue;
            found_[column] = PartColumn{money ? PartColumn::Kind::kMoney : PartColumn::Kind::kTarget,
                                        *part.said, part.by, part.year};
        }
    }

    void settle(std::size_t first, std::size_t end) {
        const Part& part = *parts_[first];
        const auto target_by_year = [](const std::optional<Part>& each) {
            return each->said == ColumnKey::kTarget && each->by == By::kYear;
        };
        const auto run = std::span(parts_).subspan(first, end - first);
        if (std::all_of(run.begin(), run.end(), [](const auto& each) { return each->said.has_value(); }) &&
            std::any_of(run.begin(), run.end(), target_by_year))
            return settle_said(first, end);
        const bool by_year = part.by == By::kYear;
        std::optional<ColumnKey> whole = whole_of(cache_.fits_of(without_fiscal_year(part.group), profile_));
        if (!part.named && !(whole && is_money(*whole))) return;
        const bool money = hold_money(first, end);
        if (!whole || (by_year && !is_money(*whole) && say_baht(first, end))) {
            // Years, quarters and sources under no header that says of what.
            // What is measured month by month is no money, however much it looks like it.
            const bool measured = map_.column_of(ColumnKey::kIndicator) && part.by != By::kSource;
            if (money &&
                (say_baht(first, end) || part.by == By::kSource || (!measured && hold_amounts(first, end)))) {
                whole = ColumnKey::kBudget;
            } else if (by_year) {
                whole = ColumnKey::kTarget;
            } else {
                return;
            }
        }
        if (is_money(*whole) ? !money : !by_year) return;
        for (std::size_t column = first; column < end; ++column) {
            const Part& own = *parts_[column];
            const ColumnKey of = is_money(*whole) && own.said ? *own.said : *whole;
            found_[column] = PartColumn{is_money(of) ? PartColumn::Kind::kMoney : PartColumn::Kind::kTarget,
                                        of, own.by, own.year};
        }
    }

    const ColumnMap& map_;
    ColumnContents& contents_;
    const Profile& profile_;
    HeaderCache& cache_;
    std::vector<std::optional<Part>> parts_;
    std::vector<std::optional<PartColumn>> found_;
};

}  // namespace

std::optional<BuddhistYear> year_in_header(const std::string& text, const Profile& profile) {
    std::u32string key = keyed(text).key;
    for (const Phrase& word : profile.evidence.years) {
        if (key.starts_with(word.key)) {
            key.erase(0, word.key.size());
            break;
        }
    }
    std::size_t digits = 0;
    while (digits < key.size() && thai::is_digit(key[digits])) ++digits;
    const std::u32string_view rest = std::u32string_view(key).substr(digits);
    const bool unit = std::any_of(profile.header_tails.begin(), profile.header_tails.end(),
                                  [&rest](const Phrase& tail) { return tail.key == rest; });
    if (!rest.empty() && !unit) return std::nullopt;
    std::string number;
    for (std::size_t i = 0; i < digits; ++i) number += static_cast<char>('0' + thai::digit_value(key[i]));
    // A scan's "๒๐4,8" is a misread word. Two digits below these number something: "(๑๒)".
    if (number.size() != 4 && (number.size() != 2 || number < "50")) return std::nullopt;
    if (thai::mixes_digits(text)) return std::nullopt;
    constexpr std::int32_t kEarliest = 2450;
    constexpr std::int32_t kLatest = 2650;
    const auto year = values::parse_year(number);
    return year && year->value >= kEarliest && year->value <= kLatest ? year : std::nullopt;
}

bool stands_in_row_of_sources(std::size_t column, const Profile& profile,
                              const std::vector<std::vector<std::string>>& headers) {
    constexpr std::size_t kFewest = 2;
    const auto is_source = [&](std::size_t other) {
        return headers[other].size() == 1 &&
               is_one_of(key_in(headers[other].back()), profile.evidence.sources);
    };
    if (headers[column].size() != 1) return false;
    if (!says_one_of(phrase_of(headers[column].back()), profile.evidence.money)) return false;
    std::size_t sources = 0;
    for (std::size_t other = column; other-- > 0 && is_source(other);) ++sources;
    for (std::size_t other = column + 1; other < headers.size() && is_source(other); ++other) ++sources;
    return sources >= kFewest;
}

std::vector<std::optional<PartColumn>> part_columns(const ColumnMap& map, ColumnContents& contents,
                                                    const Profile& profile, HeaderCache& cache) {
    return Parts(map, contents, profile, cache).take();
}

}  // namespace tarang::interpret
