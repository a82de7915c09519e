#include "pipeline/interpret/columns/period_pairs.h"

#include <cstdint>
#include <optional>

#include "lib/values/period.h"
#include "pipeline/interpret/columns/held_keys.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

class Pairs {
public:
    Pairs(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
          ColumnMap& map)
        : view_(view), contents_(contents), fits_(fits), map_(map) {}

    /// A start alone, with other dates right behind it under the same header, has them for its end, whatever
    /// their header calls it; so has a period whose own header may be a start's.
    void find_end(K from, K to, K whole) {
        const auto end = map_.column_of(to);
        auto start = map_.column_of(from);
        if (start && end) return;
        if (!start && end && *end > 0 && map_.keys[static_cast<std::size_t>(*end) - 1] == whole)
            start = *end - 1;
        if (!start) start = map_.column_of(whole);
        if (!start) return;
        const auto next = static_cast<std::size_t>(*start) + 1;
        if (next >= map_.keys.size() || map_.ticks[next] || map_.calendar[next]) return;
        if (map_.keys[next] && map_.keys[next] != to) return;
        const auto& path = map_.headers[next];
        const auto& before = map_.headers[next - 1];
        if (path.size() < 2 || before.size() < 2 || path.front() != before.front()) return;
        const Contents& held = contents_.of(static_cast<std::int32_t>(next));
        if (held.of(Held::kPeriod) == 0 || held.share(Held::kPeriod) < 0.5F) return;
        if (fit(next - 1, from) <= 0 && !days_follow(*start)) return;
        give(next - 1, from);
        give(next, to);
    }

    /// Whether a column holds single days, and the next later ones, in every row that has both.
    bool days_follow(std::int32_t column) const {
        std::int32_t rows = 0;
        for (std::int32_t row = map_.header_rows; row < view_.rows(); ++row) {
            const CleanCell* first = view_.at(row, column);
            const CleanCell* second = view_.at(row, column + 1);
            if (first == nullptr || second == nullptr) continue;
            const auto from = values::parse_period(first->value.text, std::nullopt).period;
            const auto to = values::parse_period(second->value.text, std::nullopt).period;
            if (!from || !to || !from->start || !from->end || !to->end) continue;
            if (*from->start != *from->end || *to->end <= *from->end) return false;
            ++rows;
        }
        return rows > 1;
    }

    /// An end stands behind its start. Where misread headers gave those of two spans, the column before the
    /// end is its start, if its header may be one; else neither is known.
    void keep_neighbours(K from, K to) {
        const auto start = map_.column_of(from);
        const auto end = map_.column_of(to);
        if (!start || !end || *end == *start + 1) return;
        give(static_cast<std::size_t>(*start), std::nullopt);
        const auto before = static_cast<std::size_t>(*end) - 1;
        if (*end > 0 && fit(before, from) > 0)
            give(before, from);
        else
            give(static_cast<std::size_t>(*end), std::nullopt);
    }

    void pair(K from, K to, K whole) {
        const auto start = map_.column_of(from);
        const auto end = map_.column_of(to);
        if (start.has_value() == end.has_value()) {
            if (!start) return;
            // A period beside them is what was planned over all; the pair is the period's own columns.
            if (const auto period = map_.column_of(whole))
                give(static_cast<std::size_t>(*period), std::nullopt);
            return;
        }
        // A start alone tells no end; a last day alone ("กำหนดแล้วเสร็จ") is all that the paper says of the
        // time.
        if (start && !map_.column_of(whole)) return;
        const auto alone = static_cast<std::size_t>(start ? *start : *end);
        give(alone, map_.column_of(whole) ? std::nullopt : std::optional(whole));
    }

private:
    float fit(std::size_t column, K key) const { return (*fits_[column])[static_cast<std::size_t>(key)]; }

    void give(std::size_t column, std::optional<K> key) { give_key(column, key, fits_, map_); }

    const TableView& view_;
    ColumnContents& contents_;
    const std::vector<const Fits*>& fits_;
    ColumnMap& map_;
};

}  // namespace

void pair_periods(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                  ColumnMap& map) {
    Pairs pairs(view, contents, fits, map);
    pairs.find_end(K::kPeriodStart, K::kPeriodEnd, K::kPeriod);
    pairs.find_end(K::kActualStart, K::kActualEnd, K::kActualPeriod);
    pairs.keep_neighbours(K::kPeriodStart, K::kPeriodEnd);
    pairs.keep_neighbours(K::kActualStart, K::kActualEnd);
    pairs.pair(K::kPeriodStart, K::kPeriodEnd, K::kPeriod);
    pairs.pair(K::kActualStart, K::kActualEnd, K::kActualPeriod);
}

}  // namespace tarang::interpret
