#include "pipeline/interpret/columns/named_activity.h"

#include <algorithm>
#include <array>
#include <set>

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
        if (map_.column_of(K::kActivity)) return;
        if (tell_also_named() || tell_indicators()) return;
        if (tell_finest(K::kProject)) return;
        // Money beside a strategy is the sum of its projects.
        if (!tells_money() && tell_finest(K::kStrategy)) return;
        if (is_dated() && tell_finest(K::kSteps)) return;
        tell_unknown();
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
        std::set<std::u32string> different;
        for (const CleanCell* cell : cells) different.insert(keyed(cell->value.text).key);
        constexpr std::size_t kFewest = 2;
        return cells.size() >= kFewest && different.size() == cells.size() &&
               static_cast<float>(cells.size()) >= kNearlyAll * static_cast<float>(most);
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

    /// Where other columns tell of activities but no header names them: the first column of different words.
    /// Marks under months tell of activities alone.
    void tell_unknown() {
        constexpr std::ptrdiff_t kEnoughKnown = 3;
        const auto known = std::count_if(map_.keys.begin(), map_.keys.end(), [](const auto& key) {
            return key && field_of(*key) && *key != K::kNumber && *key != K::kNote;
        });
        if (known < kEnoughKnown && !map_.has_calendar()) return;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            if (map_.keys[column] || is_marked(column) || !holds_long_words(column)) continue;
            map_.keys[column] = K::kActivity;
            return;
        }
    }

    const TableView& view_;
    ColumnContents& contents_;
    const std::vector<const Fits*>& fits_;
    ColumnMap& map_;
};

}  // namespace

void tell_activity(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                   ColumnMap& map) {
    NamedActivity(view, contents, fits, map).tell();
}

}  // namespace tarang::interpret
