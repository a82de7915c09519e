#include "pipeline/interpret/columns/header_map.h"

#include <algorithm>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/counting.h"
#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/columns/header_rows.h"
#include "pipeline/interpret/columns/held_keys.h"
#include "pipeline/interpret/columns/misread_headers.h"
#include "pipeline/interpret/columns/named_activity.h"
#include "pipeline/interpret/columns/period_pairs.h"
#include "pipeline/interpret/columns/plan_lines.h"
#include "pipeline/interpret/columns/rival_money.h"
#include "pipeline/interpret/columns/sums.h"
#include "pipeline/interpret/columns/ticks.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

/// One table under one form, as it is mapped step by step.
class Mapping {
public:
    Mapping(const TableView& view, const Profile& profile, HeaderCache& cache, TableContents& contents,
            std::int32_t header_rows)
        : view_(view),
          profile_(profile),
          rows_(std::clamp(header_rows, 0, view.rows())),
          cache_(cache),
          contents_(contents.below(rows_)) {
        map_.header_rows = rows_;
        read_headers();
    }

    ColumnMap take() {
        map_.ticks = status_columns(view_, map_, profile_, cache_);
        map_.calendar = contents_.time().calendar;
        assign();
        map_.aside.assign(map_.keys.size(), false);
        settle_rival_money(view_, profile_, contents_, fits_, map_);
        tell_by_contents(view_, profile_, contents_, fits_, map_);
        tell_numbers();
        pair_periods(view_, contents_, fits_, map_);
        gather_parts();
        tell_time_of_ticks();
        tell_lines();
        leave_codes(view_, contents_, fits_, map_);
        if (profile_.judged) {
            tell_activity(view_, contents_, fits_, map_);
            tell_numbers();
        }
        tell_open_columns(view_, profile_, contents_, fits_, map_);
        tell_misread_headers(view_, profile_, contents_, fits_, map_);
        map_.fits = fits();
        return std::move(map_);
    }

private:
    void read_headers() {
        for (std::int32_t column = 0; column < view_.columns(); ++column) {
            const auto path = cache_.path_over(view_, column, rows_, profile_);
            fits_.push_back(&cache_.fits_of(path, profile_));
            auto& printed = map_.headers.emplace_back();
            for (const HeaderLevel& level : path) printed.push_back(level.text->printed);
        }
        for (std::int32_t row = 0; row < rows_; ++row) {
            const CleanCell* cell = view_.at(row, 0);
            if (cell != nullptr && cell->row == row && spans_all(view_, *cell)) map_.titles.push_back(cell);
        }
    }

    void give(std::size_t column, std::optional<K> key) { give_key(column, key, fits_, map_); }

    void assign() {
        std::vector<const Fits*> fits = fits_;
        static constexpr Fits kNone{};
        for (std::size_t column = 0; column < fits.size(); ++column) {
            if (map_.ticks[column] || map_.calendar[column]) fits[column] = &kNone;
        }
        Assignment best = best_assignment(fits, map_.has_ticks() ? std::optional(K::kResult) : std::nullopt);
        map_.weight = best.weight;
        map_.keys = std::move(best.keys);
        map_.keys.resize(fits_.size());
        map_.fit.resize(fits_.size());
        for (std::size_t column = 0; column < fits_.size(); ++column) give(column, map_.keys[column]);
    }

    /// A column before the activity that counts is the number's, whatever is left of its header in print.
    void tell_numbers() {
        const auto activity = map_.column_of(K::kActivity);
        if (!activity || map_.column_of(K::kNumber)) return;
        for (std::int32_t column = 0; column < *activity; ++column) {
            const auto index = static_cast<std::size_t>(column);
            if (map_.keys[index] || map_.ticks[index] || map_.calendar[index]) continue;
            if (!counts_up(view_, column, rows_)) continue;
            give(index, K::kNumber);
            return;
        }
    }

    /// What says of each row whether it is the plan or the result names nothing, though its header may
    /// ("รายการ"). A taught form knows better.
    void tell_lines() {
        map_.lines = plan_lines(view_, rows_, profile_);
        if (!map_.lines) return;
        const auto column = static_cast<std::size_t>(map_.lines->column);
        if (profile_.judged) give(column, std::nullopt);
        if (map_.keys[column] == K::kActivity) map_.lines.reset();
    }

    void gather_parts() {
        map_.parts = part_columns(map_, contents_, profile_, cache_);
        plan_parts();
        for (std::size_t column = 0; column < map_.parts.size(); ++column) {
            if (!map_.parts[column]) continue;
            give(column, std::nullopt);
        }
        for (const K whole : {K::kBudget, K::kSpent}) tell_total_of_parts(whole);
        for (std::size_t column = 0; column < map_.parts.size(); ++column) {
            if (map_.parts[column] && map_.parts[column]->kind == PartColumn::Kind::kMoney)
                give_total(column);
        }
    }

    /// "งบประมาณที่ใช้" over sources of money is a plan's budget, as it is over one column.
    void plan_parts() {
        if (map_.has(K::kSpent) && !map_.parts.empty() && !map_.column_of(K::kSpent) &&
            tells_only_plans(map_)) {
            for (std::size_t column = 0; column < map_.parts.size(); ++column) {
                auto& part = map_.parts[column];
                if (!part || part->whole != K::kSpent || part->by != PartAmount::By::kSource) continue;
                const Phrase group = phrase_of(map_.headers[column].front());
                if (!says_one_of(group, profile_.evidence.surely_paid)) part->whole = K::kBudget;
            }
        }
    }

    /// A scan may have misread "รวม" over the column that is the sum of those beside it.
    void tell_total_of_parts(K whole) {
        if (map_.column_of(whole) || !has_scanned_header(view_)) return;
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < map_.parts.size(); ++column) {
            const auto& part = map_.parts[column];
            if (part && part->kind == PartColumn::Kind::kMoney && part->whole == whole)
                columns.push_back(column);
        }
        const auto total = sum_on_scan(view_, rows_, columns);
        if (!total) return;
        map_.parts[*total].reset();
        give_key_by_contents(*total, whole, fits_, map_);
    }

    /// "รวม" under the same header as parts of money, or right beside them with amounts, is their total.
    void give_total(std::size_t part) {
        const K whole = map_.parts[part]->whole;
        if (map_.column_of(whole)) return;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const auto& path = map_.headers[column];
            if (map_.keys[column] || map_.parts[column] || path.empty()) continue;
            if (!prefix_of(keyed(path.back()).key, profile_.total)) continue;
            const bool together = path.size() > 1 && map_.headers[part].size() > 1 &&
                                  path.front() == map_.headers[part].front();
            if (!together && !(stands_beside(column, part) && holds_amounts(column))) continue;
            map_.keys[column] = whole;
            map_.fit[column] = 1;
            return;
        }
    }

    static bool stands_beside(std::size_t column, std::size_t other) {
        return column + 1 == other || other + 1 == column;
    }

    bool holds_amounts(std::size_t column) {
        const Contents& held = contents_.of(static_cast<std::int32_t>(column));
        return held.of(Held::kAmount) > 0 && held.of(Held::kWords) == 0;
    }

    /// Where a status is which of two columns is filled, what fills it may be the period.
    void tell_time_of_ticks() {
        if (!map_.has_ticks()) return;
        std::int32_t marks = 0;
        std::int32_t cells = 0;
        std::int32_t periods = 0;
        for (std::int32_t column = 0; column < view_.columns(); ++column) {
            if (!map_.ticks[static_cast<std::size_t>(column)]) continue;
            const Contents& held = contents_.of(column);
            marks += held.of(Held::kMark);
            cells += held.cells - held.of(Held::kMark);
            periods += held.of(Held::kPeriod);
        }
        map_.ticks_hold_words = cells > marks;
        map_.ticks_tell_time = !map_.has(K::kPeriod) && periods > 0 && periods * 2 >= cells;
    }

    /// A header that only has the activity's word inside is the activity's in a table with more of the form.
    bool activity_is_certain() const {
        constexpr int kEnough = 4;
        const auto column = map_.column_of(K::kActivity);
        if (!column || profile_.judged) return true;
        int fields = 0;
        for (std::size_t field = 0; field < kFieldKeyCount; ++field)
            fields += map_.has(static_cast<K>(field)) ? 1 : 0;
        return !is_guess(map_.fit[static_cast<std::size_t>(*column)]) || fields >= kEnough;
    }

    bool fits() const {
        if (!activity_is_certain()) return false;
        // A judged form says that as one of its verdicts.
        const auto activity = map_.column_of(K::kActivity);
        if (!profile_.judged && activity && names_accounts(view_, *activity, rows_, profile_)) return false;
        const auto has = [this](K key) { return map_.has(key); };
        if (std::any_of(profile_.unless.begin(), profile_.unless.end(), has)) return false;
        return std::any_of(profile_.fits.begin(), profile_.fits.end(), [&has](const std::vector<K>& needed) {
            return std::all_of(needed.begin(), needed.end(), has);
        });
    }

    const TableView& view_;
    const Profile& profile_;
    std::int32_t rows_;
    HeaderCache& cache_;
    ColumnContents& contents_;
    std::vector<const Fits*> fits_;
    ColumnMap map_;
};

}  // namespace

bool ColumnMap::has_calendar() const {
    return std::any_of(calendar.begin(), calendar.end(),
                       [](const auto& header) { return header.has_value(); });
}

bool ColumnMap::has_ticks() const { return std::find(ticks.begin(), ticks.end(), true) != ticks.end(); }

std::optional<std::int32_t> ColumnMap::column_of(ColumnKey key) const {
    const auto found = std::find(keys.begin(), keys.end(), std::optional(key));
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - keys.begin());
}

bool ColumnMap::has(ColumnKey key) const {
    if (column_of(key)) return true;
    if (key == ColumnKey::kResult) return has_ticks();
    if (key == ColumnKey::kPeriod)
        return has_calendar() || ticks_tell_time || column_of(ColumnKey::kPeriodStart).has_value();
    return std::any_of(parts.begin(), parts.end(),
                       [key](const auto& part) { return part && part->whole == key; });
}

ColumnMap map_columns(const TableView& view, const Profile& profile, HeaderCache& cache,
                      TableContents& contents) {
    const auto map = [&](std::int32_t rows) { return Mapping(view, profile, cache, contents, rows).take(); };
    const std::int32_t own = header_rows_of(view, profile);
    ColumnMap best = map(own);
    if (best.fits) return best;
    // What a judged form would take for more of a header is mostly data.
    if (profile.judged && own > 0) return best;
    for (const std::int32_t rows : other_header_rows(view, own, profile)) {
        ColumnMap tried = map(rows);
        if (tried.fits && (!best.fits || tried.weight > best.weight)) best = std::move(tried);
    }
    return best;
}

ColumnMap map_columns(const TableView& view, const Profile& profile) {
    HeaderCache cache;
    TableContents contents(view, profile);
    return map_columns(view, profile, cache, contents);
}

}  // namespace tarang::interpret
