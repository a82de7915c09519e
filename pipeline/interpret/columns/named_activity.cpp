#include "pipeline/interpret/columns/named_activity.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/interpret/columns/counting.h"
#include "pipeline/interpret/columns/held_keys.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

class NamedActivity {
public:
    NamedActivity(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                  ColumnMap& map)
        : view_(view), contents_(contents), fits_(fits), map_(map) {}

    void tell() {
        if (tells_groups() && take_from_group()) return;
        if (map_.column_of(K::kActivity)) return;
        if (tell_also_named() || tell_indicators()) return;
        if (tell_finest(K::kProject)) return;
        // Money beside a strategy is the sum of its projects.
        if (!tells_money() && tell_finest(K::kStrategy)) return;
        if (is_dated() && tell_finest(K::kSteps)) return;
        tell_unknown();
    }

    /// "เรื่องที่" over 1, 2, 3 numbers the rows. "เลขที่โครงการ" holds codes: another column whose header has the
    /// word may name what is done.
    void leave_codes() {
        constexpr float kFew = 0.34F;
        const auto column = map_.column_of(K::kActivity);
        if (!column) return;
        const auto codes = static_cast<std::size_t>(*column);
        const Contents& held = held_by(codes);
        if (held.cells == 0 || held.share(Held::kWords) + held.share(Held::kStatus) >= kFew) return;
        if (!map_.column_of(K::kNumber) && counts_up(view_, *column, map_.header_rows))
            return give_key_by_contents(codes, K::kNumber, fits_, map_);
        for (std::size_t other = 0; other < map_.keys.size(); ++other) {
            if (map_.keys[other] || is_marked(other) || fit(other, K::kActivity) <= 0) continue;
            if (!holds_long_words(other) || !differs_by_row(other)) continue;
            give_key(codes, std::nullopt, fits_, map_);
            return give_key(other, K::kActivity, fits_, map_);
        }
    }

private:
    static constexpr std::array kFieldsOfMoney{K::kBudget, K::kSpent, K::kCommitted, K::kRemaining};
    static constexpr float kWords = 0.7F;  // of the cells
    static constexpr std::int32_t kLettersACell = 8;

    float fit(std::size_t column, K key) const { return (*fits_[column])[static_cast<std::size_t>(key)]; }

    const Contents& held_by(std::size_t column) { return contents_.of(static_cast<std::int32_t>(column)); }

    bool holds_words(std::size_t column) {
        const Contents& held = held_by(column);
        return held.cells > 0 && held.share(Held::kWords) >= kWords;
    }

    bool holds_long_words(std::size_t column) {
        return holds_words(column) &&
               held_by(column).letters >= kLettersACell * held_by(column).of(Held::kWords);
    }

    bool is_marked(std::size_t column) const {
        return map_.ticks[column] || map_.calendar[column] || map_.parts[column];
    }

    /// "ผลการดำเนินงานกิจกรรม/โครงการ" tells what came of what it names; "ขั้นตอน/กิจกรรม" names it, too.
    bool tell_also_named() {
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const auto& key = map_.keys[column];
            if (key != K::kResult && key != K::kSummary && key != K::kSteps) continue;
            if (fit(column, K::kActivity) <= 0 || !holds_words(column)) continue;
            give_key(column, K::kActivity, fits_, map_);
            return true;
        }
        return false;
    }

    bool tell_indicators() {
        const auto indicator = map_.column_of(K::kIndicator);
        if (!indicator) return false;
        const auto column = static_cast<std::size_t>(*indicator);
        map_.fit[column] = fit(column, K::kIndicator);
        map_.keys[column] = K::kActivity;
        map_.indicators = true;
        return true;
    }

    /// "แผนงาน" with the same few words down the table: it groups the rows and names none.
    bool tells_groups() {
        const auto column = map_.column_of(K::kActivity);
        if (!column) return false;
        constexpr std::size_t kFewest = 4;
        const auto cells = cells_of(static_cast<std::size_t>(*column));
        return cells.size() >= kFewest && different_in(cells) * 2 <= cells.size();
    }

    /// Gives the name to the only other column of words that says something else in every row.
    bool take_from_group() {
        const auto group = static_cast<std::size_t>(*map_.column_of(K::kActivity));
        std::optional<std::size_t> found;
        for (std::size_t column = group + 1; column < map_.keys.size(); ++column) {
            const auto& key = map_.keys[column];
            if (key && key != K::kTarget && key != K::kProject) continue;
            if (is_marked(column) || !holds_long_words(column) || !differs_by_row(column)) continue;
            if (found) return false;
            found = column;
        }
        if (!found) return false;
        const bool project = fit(group, K::kProject) > 0 && !map_.column_of(K::kProject);
        give_key(group, project ? std::optional(K::kProject) : std::nullopt, fits_, map_);
        give_key_by_contents(*found, K::kActivity, fits_, map_);
        return true;
    }

    /// The last column whose header is the key's, since what belongs to a wider one stands right of it.
    bool tell_finest(K key) {
        for (std::size_t column = map_.keys.size(); column-- > 0;) {
            const bool open = !map_.keys[column] || map_.keys[column] == key;
            if (!open || is_marked(column) || fit(column, key) <= 0) continue;
            if (!holds_long_words(column) || !differs_by_row(column)) continue;
            map_.keys[column] = K::kActivity;
            map_.fit[column] = fit(column, key);
            return true;
        }
        return false;
    }

    /// Whether the column has as many cells as any of words, no two alike.
    bool differs_by_row(std::size_t column) {
        constexpr float kNearlyAll = 0.8F;
        std::size_t most = 0;
        for (std::size_t other = 0; other < map_.keys.size(); ++other) {
            if (is_marked(other) || !holds_words(other)) continue;
            most = std::max(most, cells_of(other).size());
        }
        const auto cells = cells_of(column);
        constexpr std::size_t kFewest = 2;
        return cells.size() >= kFewest && different_in(cells) == cells.size() &&
               static_cast<float>(cells.size()) >= kNearlyAll * static_cast<float>(most);
    }

    static std::size_t different_in(const std::vector<const CleanCell*>& cells) {
        std::set<std::u32string> different;
        for (const CleanCell* cell : cells) different.insert(keyed(cell->value.text).key);
        return different.size();
    }

    std::vector<const CleanCell*> cells_of(std::size_t column) const {
        auto cells = cells_below(view_, map_.header_rows, static_cast<std::int32_t>(column));
        std::erase_if(cells, [this](const CleanCell* cell) { return spans_all(view_, *cell); });
        return cells;
    }

    bool tells_money() const {
        return std::any_of(kFieldsOfMoney.begin(), kFieldsOfMoney.end(),
                           [this](K key) { return map_.has(key); });
    }

    /// Whether months stand as columns, or dates in one.
    bool is_dated() {
        constexpr float kMost = 0.5F;
        if (map_.has_calendar() || map_.column_of(K::kPeriodStart)) return true;
        const auto period = map_.column_of(K::kPeriod);
        return period && contents_.of(*period).share(Held::kPeriod) >= kMost;
    }

    /// Where other columns tell of activities but no header names them: the only column of words that differ
    /// by row, or the first one where rows are numbered or much is known. Marks under months tell of
    /// activities alone.
    void tell_unknown() {
        constexpr std::ptrdiff_t kMuch = 3;
        constexpr std::ptrdiff_t kEnough = 2;
        std::ptrdiff_t known = 0;
        std::ptrdiff_t said = 0;  // by their headers: what hardly a header says is a form to be taught
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const auto& key = map_.keys[column];
            if (!key || !field_of(*key) || *key == K::kNumber || *key == K::kNote) continue;
            ++known;
            said += fit(column, *key) > 0 ? 1 : 0;
        }
        if (known < kMuch && said < kEnough && !map_.has_calendar()) return;
        std::vector<std::size_t> found;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            if (map_.keys[column] || is_marked(column) || !holds_long_words(column)) continue;
            if (different_in(cells_of(column)) == cells_of(column).size()) found.push_back(column);
        }
        const bool first = known >= kMuch || map_.column_of(K::kNumber) || map_.has_calendar();
        if (found.size() == 1 || (first && !found.empty())) map_.keys[found.front()] = K::kActivity;
    }

    const TableView& view_;
    ColumnContents& contents_;
    const std::vector<const Fits*>& fits_;
    ColumnMap& map_;
};

}  // namespace

void leave_codes(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                 ColumnMap& map) {
    NamedActivity(view, contents, fits, map).leave_codes();
}

void tell_activity(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                   ColumnMap& map) {
    NamedActivity(view, contents, fits, map).tell();
}

}  // namespace tarang::interpret
