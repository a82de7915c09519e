#include "pipeline/interpret/columns/held_keys.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lib/thai/digits.h"
#include "lib/values/calendar.h"
#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/columns/ticks.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

class HeldKeys {
public:
    HeldKeys(const TableView& view, const Profile& profile, ColumnContents& contents,
             const std::vector<const Fits*>& fits, ColumnMap& map)
        : view_(view), profile_(profile), contents_(contents), fits_(fits), map_(map) {}

    void tell() {
        drop_numbers_of_time();
        drop_numbers_of_parts();
        drop_numbers_of_names();
        tell_percentages();
        tell_shares();
        tell_achievement();
        tell_planned_money();
        tell_prose();
        tell_open();
    }

    void tell_open() {
        tell_results();
        tell_periods();
        tell_persons();
    }

private:
    static constexpr float kMost = 0.6F;  // of the cells
    static constexpr float kFew = 0.34F;

    float fit(std::size_t column, K key) const { return (*fits_[column])[static_cast<std::size_t>(key)]; }

    void give(std::size_t column, std::optional<K> key) { give_key(column, key, fits_, map_); }

    const Contents& held_by(std::size_t column) { return contents_.of(static_cast<std::int32_t>(column)); }

    /// A column with a header that no spelling knows and nothing else explains.
    bool is_open(std::size_t column) const {
        return !map_.keys[column] && !map_.ticks[column] && !map_.calendar[column] &&
               !map_.headers[column].empty();
    }

    bool says(std::size_t column, const std::vector<Phrase>& words) const {
        return a_level_says(map_.headers[column], words);
    }

    bool is_share(std::size_t column) const {
        const auto& path = map_.headers[column];
        return std::any_of(path.begin(), path.end(),
                           [this](const std::string& level) { return tells_share(level, profile_); });
    }

    void give_by_contents(std::size_t column, K key) { give_key_by_contents(column, key, fits_, map_); }

    /// "ไตรมาส" over four columns of numbers says when so much is to be done of each activity; the first of
    /// them is not its period. Nor are bare counts: how many days a work takes does not say when.
    void drop_numbers_of_time() {
        const auto period = map_.column_of(K::kPeriod);
        if (!period) return;
        const auto column = static_cast<std::size_t>(*period);
        const Contents& held = held_by(column);
        const bool spread = contents_.time().spread[column] && held.share(Held::kPeriod) < kFew;
        // A start alone would be taken for the whole period.
        const bool half =
            map_.column_of(K::kPeriodStart).has_value() != map_.column_of(K::kPeriodEnd).has_value();
        if (spread || (!half && holds_counts(*period))) give(column, std::nullopt);
    }

    /// "ไตรมาสที่ ๔ > ผล", "เป้าหมาย > ผล" over numbers: how much was done of a part, or of what was aimed at.
    /// No number is a state.
    void drop_numbers_of_parts() {
        const auto result = map_.column_of(K::kResult);
        if (!result) return;
        const auto column = static_cast<std::size_t>(*result);
        const auto& path = map_.headers[column];
        if (path.size() < 2 || held_by(column).numeric() < kMost) return;
        const bool of_part = std::any_of(path.begin(), path.end() - 1, [](const std::string& group) {
            return values::calendar_header(std::vector{group}) || group.find("เป้าหมาย") != std::string::npos;
        });
        if (of_part) give(column, std::nullopt);
    }

    /// "แผนงาน" beside "ผลงาน" under "ความก้าวหน้า (ร้อยละ)" is a number: no project, no strategy.
    void drop_numbers_of_names() {
        for (const K key : {K::kProject, K::kStrategy}) {
            const auto named = map_.column_of(key);
            if (!named) continue;
            const Contents& held = contents_.of(*named);
            if (held.cells > 0 && held.numeric() + held.share(Held::kPercent) >= kMost)
                give(static_cast<std::size_t>(*named), std::nullopt);
        }
    }

    /// Whether most cells are whole numbers too small for a year, and nothing else.
    bool holds_counts(std::int32_t column) const {
        constexpr std::size_t kMostDigits = 3;
        const auto cells = cells_below(view_, map_.header_rows, column);
        const auto counts = std::count_if(cells.begin(), cells.end(), [](const CleanCell* cell) {
            const std::string text = thai::fold_digits(trimmed(cell->value.text));
            return text.find_first_not_of("0123456789") == std::string::npos && text.size() <= kMostDigits;
        });
        return std::ssize(cells) >= kFewest &&
               static_cast<float>(counts) >= kMost * static_cast<float>(cells.size());
    }

    /// "ความก้าวหน้า" heads percentages, too, and a header of percentages may stand over statuses.
    void tell_percentages() {
        if (const auto progress = map_.column_of(K::kProgress); progress && !map_.has(K::kResult)) {
            const Contents& held = contents_.of(*progress);
            const bool words = held.cells > 0 && held.share(Held::kPercent) + held.numeric() < kFew;
            if (words) map_.keys[static_cast<std::size_t>(*progress)] = K::kResult;
            return;
        }
        const auto result = map_.column_of(K::kResult);
        if (!result || map_.column_of(K::kProgress)) return;
        // "ผลงาน (%) > จริง" says it once for all its numbers.
        const Contents& reached = contents_.of(*result);
        const bool shares = is_share(static_cast<std::size_t>(*result)) && reached.numeric() >= kMost;
        if (!shares && reached.share(Held::kPercent) < kMost) return;
        // Beside a target in percent it is what was reached of an indicator, not how far the work has come.
        const auto target = map_.column_of(K::kTarget);
        const bool measured = target && contents_.of(*target).share(Held::kPercent) >= kMost;
        map_.keys[static_cast<std::size_t>(*result)] = measured ? K::kSummary : K::kProgress;
    }

    /// "ผลงาน (%)" over numbers tells how far the work has come; the story stands elsewhere.
    void tell_shares() {
        const auto told = map_.column_of(K::kSummary);
        if (!told || map_.column_of(K::kProgress)) return;
        const auto column = static_cast<std::size_t>(*told);
        const Contents& held = contents_.of(*told);
        if (!is_share(column) || held.share(Held::kPercent) + held.numeric() < kMost) return;
        map_.keys[column] = K::kProgress;
        for (std::size_t other = 0; other < map_.keys.size(); ++other) {
            if (!is_open(other) || fit(other, K::kSummary) <= 0 || is_share(other)) continue;
            return give(other, K::kSummary);
        }
    }

    /// "คิดเป็นร้อยละ" behind a result is how much of the target was reached, where no column tells of money of
    /// which it might be a share.
    void tell_achievement() {
        const auto money = [](const std::optional<K>& key) { return key && is_money(*key); };
        if (map_.column_of(K::kProgress) || std::any_of(map_.keys.begin(), map_.keys.end(), money)) return;
        for (std::size_t column = 1; column < map_.keys.size(); ++column) {
            const bool after = map_.keys[column - 1] == K::kResult || map_.keys[column - 1] == K::kSummary;
            if (!after || !is_open(column) || !is_share(column)) continue;
            const Contents& held = held_by(column);
            if (held.share(Held::kPercent) + held.numeric() < kMost) continue;
            map_.keys[column] = K::kProgress;
            return;
        }
    }

    /// "งบประมาณที่ใช้" is what was paid out in a report and what will be in a plan: where nothing else tells of
    /// money or of what came of it, and the header does not say that it was paid.
    void tell_planned_money() {
        const auto spent = map_.column_of(K::kSpent);
        if (!spent || !tells_only_plans(map_)) return;
        const auto column = static_cast<std::size_t>(*spent);
        if (says(column, profile_.evidence.surely_paid)) return;
        if (fit(column, K::kBudget) > 0) return give(column, K::kBudget);
        // "งบที่ใช้" beside "โครงการที่ดำเนินการแล้วเสร็จ" was paid out.
        const bool done = std::any_of(map_.headers.begin(), map_.headers.end(), [this](const auto& path) {
            return !path.empty() && says_one_of(phrase_of(path.back()), profile_.evidence.surely_paid);
        });
        if (fit(column, K::kSpent) <= 0 && !done) give_by_contents(column, K::kBudget);
    }

    /// "ผลการดำเนินงาน" heads a status in one office and the story of what was done in another.
    void tell_prose() {
        const auto result = map_.column_of(K::kResult);
        if (!result || map_.column_of(K::kSummary)) return;
        const auto column = static_cast<std::size_t>(*result);
        if (fit(column, K::kSummary) <= 0 && !profile_.judged) return;
        if (is_narrative(view_, *result, map_.header_rows, profile_)) give(column, K::kSummary);
    }

    /// A column that no spelling knows is the result's where what it holds are statuses.
    void tell_results() {
        if (map_.has(K::kResult)) return;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            if (!is_open(column)) continue;
            const Contents& held = held_by(column);
            const std::int32_t statuses = held.of(Held::kStatus);
            if (statuses < kFewest || statuses * 3 < held.cells * 2) continue;
            return give(column, K::kResult);
        }
    }

    /// A single column of periods is the time of what is done, whatever its header says.
    void tell_periods() {
        if (const auto period = map_.column_of(K::kPeriod);
            period && says(static_cast<std::size_t>(*period), profile_.evidence.other_dates))
            give(static_cast<std::size_t>(*period), std::nullopt);
        if (map_.has(K::kPeriod)) return;
        std::optional<std::size_t> found;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            if (!is_open(column)) continue;
            const Contents& held = held_by(column);
            if (held.of(Held::kPeriod) < kFewest || held.share(Held::kPeriod) < kMost) continue;
            if (found) return;
            found = column;
        }
        // Dates of papers and of contracts are no time of an activity.
        if (!found || says(*found, profile_.evidence.other_dates)) return;
        give_by_contents(*found, K::kPeriod);
    }

    /// Persons beside activities are who answers for them; a list of persons has its own header.
    void tell_persons() {
        if (map_.has(K::kResponsible) || !map_.column_of(K::kActivity)) return;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            if (!is_open(column)) continue;
            const Contents& held = held_by(column);
            if (held.of(Held::kPerson) < kFewest || held.share(Held::kPerson) < kMost) continue;
            const std::u32string leaf = keyed(map_.headers[column].back()).key;
            const auto& members = profile_.evidence.members;
            if (std::any_of(members.begin(), members.end(),
                            [&leaf](const Phrase& word) { return word.key == leaf; }))
                continue;
            return give_by_contents(column, K::kResponsible);
        }
    }

    static constexpr std::int32_t kFewest = 2;  // cells

    const TableView& view_;
    const Profile& profile_;
    ColumnContents& contents_;
    const std::vector<const Fits*>& fits_;
    ColumnMap& map_;
};

}  // namespace

void give_key(std::size_t column, std::optional<ColumnKey> key, const std::vector<const Fits*>& fits,
              ColumnMap& map) {
    map.keys[column] = key;
    map.fit[column] = key ? (*fits[column])[static_cast<std::size_t>(*key)] : 0;
}

void give_key_by_contents(std::size_t column, ColumnKey key, const std::vector<const Fits*>& fits,
                          ColumnMap& map) {
    constexpr float kByContents = 0.1F;  // a guess
    give_key(column, key, fits, map);
    map.fit[column] = std::max(map.fit[column], kByContents);
}

bool tells_only_plans(const ColumnMap& map) {
    constexpr std::array kOfReports{K::kBudget,   K::kResult,       K::kSummary,   K::kProgress, K::kProblems,
                                    K::kEvidence, K::kActualPeriod, K::kCommitted, K::kRemaining};
    return std::none_of(kOfReports.begin(), kOfReports.end(), [&map](K key) { return map.has(key); });
}

void tell_by_contents(const TableView& view, const Profile& profile, ColumnContents& contents,
                      const std::vector<const Fits*>& fits, ColumnMap& map) {
    HeldKeys(view, profile, contents, fits, map).tell();
}

void tell_open_columns(const TableView& view, const Profile& profile, ColumnContents& contents,
                       const std::vector<const Fits*>& fits, ColumnMap& map) {
    HeldKeys(view, profile, contents, fits, map).tell_open();
}

}  // namespace tarang::interpret
