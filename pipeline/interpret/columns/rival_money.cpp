#include "pipeline/interpret/columns/rival_money.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "lib/values/calendar.h"
#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/columns/held_keys.h"
#include "pipeline/interpret/columns/spellings.h"
#include "pipeline/interpret/columns/sums.h"
#include "pipeline/interpret/values/status_words.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

/// What a header says of an amount beside others of its kind.
enum class Standing : std::uint8_t {
    kReplaced,  ///< asked for, before a change, of last year, of this month alone
    kPlain,
    kGranted,  ///< by a law or an ordinance, where the plan asked for it
    kCounts,   ///< allotted, all so far
    kChanged,  ///< after the change
    kTotal,
};

/// "งบทีใช้": a scan loses marks first. Short words would be others without theirs.
bool says_without_marks(const Phrase& header, const std::vector<Phrase>& words) {
    constexpr std::size_t kShortest = 3;
    const std::u32string key = without_marks(header.key);
    return std::any_of(words.begin(), words.end(), [&key](const Phrase& word) {
        const std::u32string bare = without_marks(word.key);
        return word.inside && bare.size() >= kShortest && key.find(bare) != std::u32string::npos;
    });
}

Standing standing_of(const std::string& leaf, const Profile& profile) {
    const Phrase header = phrase_of(leaf);
    if (prefix_of(header.key, profile.total)) return Standing::kTotal;
    if (says_one_of(header, profile.evidence.changed)) return Standing::kChanged;
    if (says_one_of(header, profile.evidence.counting)) return Standing::kCounts;
    if (says_one_of(header, profile.evidence.replaced)) return Standing::kReplaced;
    return says_one_of(header, profile.evidence.granted) ? Standing::kGranted : Standing::kPlain;
}

bool counts(Standing standing) { return standing == Standing::kCounts || standing == Standing::kChanged; }

class Rivals {
public:
    Rivals(const TableView& view, const Profile& profile, ColumnContents& contents,
           const std::vector<const Fits*>& fits, ColumnMap& map)
        : view_(view), profile_(profile), contents_(contents), fits_(fits), map_(map) {}

    /// What the headers took for money paid out and is not: "ใช้ (บาท)" beside "ไม่ใช้" is needed, "ตั้งจ่าย" is
    /// set aside, "แผนการใช้จ่าย" is planned. It is the budget, where no other column is.
    void tell_unpaid() {
        const auto spent = map_.column_of(K::kSpent);
        if (!spent) return;
        const auto column = static_cast<std::size_t>(*spent);
        const bool needed = std::any_of(map_.headers.begin(), map_.headers.end(), [&](const auto& other) {
            return other.size() > 1 && path(column).size() > 1 && other.front() == path(column).front() &&
                   key_in(other.back()).starts_with(key_in("ไม่ใช้"));
        });
        const bool set_aside = counts(standing(column)) && !says(column, profile_.evidence.paid);
        if (!needed && !set_aside && !is_planned(column)) return;
        give_key(column, std::nullopt, fits_, map_);
        holder_.reset();
        if (!map_.column_of(K::kBudget)) choose(K::kBudget, column, false);
    }

    /// Amounts of "อปท." and "กิจกรรมพัฒนา" under "งบประมาณ/แหล่งที่จัดสรร" are money from there: nobody who
    /// answers for the work, and not what is done.
    void release_sources() {
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const auto& key = map_.keys[column];
            if (key && !is_money(*key) && path(column).size() > 1 &&
                says_one_of(phrase_of(path(column).front()), profile_.evidence.money) && holds_money(column))
                give_key(column, std::nullopt, fits_, map_);
        }
    }

    void settle(K whole) {
        if (!gather(whole)) return;
        if (columns_.empty()) return take_only_amounts(whole);
        if (columns_.size() == 1) {
            return is_one_of_sources(columns_.front()) ? release() : choose(whole, columns_.front(), false);
        }
        if (const auto total = sum_of_others(view_, map_.header_rows, columns_))
            return choose(whole, *total, false);
        const auto best = best_said();
        if (best) return choose(whole, *best, standing(*best) != Standing::kTotal);
        if (holder_) leave_to_parts(whole);
    }

private:
    static constexpr float kMost = 0.6F;  // of a column's cells that are numbers

    const std::vector<std::string>& path(std::size_t column) const { return map_.headers[column]; }
    float fit(std::size_t column, K key) const { return (*fits_[column])[static_cast<std::size_t>(key)]; }
    bool is_planned(std::size_t column) const {
        return a_level_says(path(column), profile_.evidence.planned_money);
    }
    Standing standing(std::size_t column) const { return standing_of(path(column).back(), profile_); }

    bool holds_money(std::size_t column) {
        if (map_.ticks[column] || map_.calendar[column] || path(column).empty()) return false;
        if (tells_share(path(column).back(), profile_)) return false;
        const Contents& held = contents_.of(static_cast<std::int32_t>(column));
        return held.cells == 0 ? held.of(Held::kDash) > 0 : held.numeric() >= kMost;
    }

    bool in_group_of(std::size_t column, std::size_t other) const {
        return path(column).size() > 1 && path(other).size() > 1 &&
               path(column).front() == path(other).front();
    }

    /// Whether the innermost level that says anything of money says one of the words.
    bool says(std::size_t column, const std::vector<Phrase>& words) const {
        const Evidence& evidence = profile_.evidence;
        for (auto level = path(column).rbegin(); level != path(column).rend(); ++level) {
            const Phrase header = phrase_of(*level);
            if (says_one_of(header, words) || says_without_marks(header, words)) return true;
            // "หลังโอนเปลี่ยนแปลง" is no transfer.
            const bool other =
                !counts(standing_of(*level, profile_)) && says_one_of(header, evidence.other_money);
            if (other || says_one_of(header, evidence.money) || says_one_of(header, evidence.paid))
                return false;
        }
        return false;
    }

    /// A column for a year, a quarter, a month or a source is a part by that.
    bool is_part(std::size_t column) const {
        const bool of_year = std::any_of(
            path(column).begin(), path(column).end(),
            [this](const std::string& level) { return year_in_header(level, profile_).has_value(); });
        return of_year || values::calendar_header(path(column)) || is_source(column);
    }

    /// Beside sources under one header, which alone tells of money, a column is one more source; so is
    /// "งบกรม..." beside "งบ อบต." and "งบ อบจ." under none.
    bool is_one_of_sources(std::size_t column) {
        if (standing(column) != Standing::kPlain) return false;
        if (path(column).size() < 2) return stands_in_row_of_sources(column, profile_, map_.headers);
        if (leaf_says(column, profile_.evidence.money) || leaf_says(column, profile_.evidence.paid))
            return false;
        for (std::size_t other = 0; other < map_.keys.size(); ++other) {
            if (other != column && in_group_of(other, column) && is_source(other) && holds_money(other))
                return true;
        }
        return false;
    }

    bool is_source(std::size_t column) const {
        return is_one_of(key_in(path(column).back()), profile_.evidence.sources);
    }

    bool leaf_says(std::size_t column, const std::vector<Phrase>& words) const {
        return says_one_of(phrase_of(path(column).back()), words);
    }

    bool may_be(std::size_t column, K whole) const {
        if (!counts(standing(column)) && says(column, profile_.evidence.other_money)) return false;
        const bool paid = says(column, profile_.evidence.paid) && !is_planned(column);
        if (whole == K::kSpent)
            return paid || (fit(column, whole) > 0 && !says(column, profile_.evidence.money));
        if (paid) return false;
        return fit(column, whole) > 0 || says(column, profile_.evidence.money) ||
               (holder_ && in_group_of(column, *holder_));
    }

    /// The column that the headers chose, and those that might have been. False where the chosen one holds no
    /// amounts: its cells tell more.
    bool gather(K whole) {
        columns_.clear();
        holder_.reset();
        if (const auto chosen = map_.column_of(whole)) {
            holder_ = static_cast<std::size_t>(*chosen);
            if (!holds_money(*holder_)) return false;
        }
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            // "คงเหลือหลังโอน" is left of no work, but by a change.
            const bool left = whole == K::kBudget && map_.keys[column] == K::kRemaining &&
                              !path(column).empty() && standing(column) == Standing::kChanged;
            const bool open = (!map_.keys[column] || left) && holds_money(column) && !is_part(column);
            if (column == holder_ || (open && may_be(column, whole))) columns_.push_back(column);
        }
        return true;
    }

    /// Where no header tells of a budget: the only amounts that none tells to be something else, or those
    /// under a header of their source as well ("งบประมาณ/แหล่งที่มา").
    void take_only_amounts(K whole) {
        if (whole != K::kBudget) return;
        std::vector<std::size_t> found;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const bool open = !map_.keys[column] || map_.keys[column] == K::kFundSource;
            if (!open || !holds_money(column) || is_part(column)) continue;
            if (is_one_of(key_in(path(column).back()), profile_.evidence.counts)) continue;
            if (says(column, profile_.evidence.other_money) || says(column, profile_.evidence.paid)) continue;
            if (contents_.of(static_cast<std::int32_t>(column)).share(Held::kAmount) >= kMost)
                found.push_back(column);
        }
        if (found.size() == 1) choose(whole, found.front(), false);
    }

    /// The one column whose header stands above all others'.
    std::optional<std::size_t> best_said() const {
        const auto best =
            std::max_element(columns_.begin(), columns_.end(),
                             [this](std::size_t a, std::size_t b) { return standing(a) < standing(b); });
        const auto as_good = std::count_if(columns_.begin(), columns_.end(), [&](std::size_t column) {
            return standing(column) == standing(*best);
        });
        return as_good == 1 ? std::optional(*best) : std::nullopt;
    }

    void release() {
        if (holder_) give_key(*holder_, std::nullopt, fits_, map_);
    }

    void choose(K whole, std::size_t column, bool alone) {
        if (column != holder_) {
            release();
            give_key_by_contents(column, whole, fits_, map_);
        }
        if (!alone) return;
        for (const std::size_t other : columns_) map_.aside[other] = other != column;
    }

    /// "งบประมาณ" over "ค่าตอบแทน", "ค่าใช้สอย" and "ค่าวัสดุ": the header over them chose the first.
    void leave_to_parts(K whole) {
        const bool alike = std::any_of(columns_.begin(), columns_.end(), [&](std::size_t other) {
            return other != *holder_ && in_group_of(other, *holder_) && fit(other, whole) > 0 &&
                   is_guess(fit(*holder_, whole)) == is_guess(fit(other, whole));
        });
        if (alike) release();
    }

    const TableView& view_;
    const Profile& profile_;
    ColumnContents& contents_;
    const std::vector<const Fits*>& fits_;
    ColumnMap& map_;
    std::vector<std::size_t> columns_;
    std::optional<std::size_t> holder_;
};

}  // namespace

void settle_rival_money(const TableView& view, const Profile& profile, ColumnContents& contents,
                        const std::vector<const Fits*>& fits, ColumnMap& map) {
    Rivals rivals(view, profile, contents, fits, map);
    rivals.release_sources();
    rivals.tell_unpaid();
    rivals.settle(K::kBudget);
    rivals.settle(K::kSpent);
}

}  // namespace tarang::interpret
