#include "pipeline/interpret/forms/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/forms/other_kinds.h"

namespace tarang::interpret {
namespace {

// All weights are judgements, set on plans, reports, registers and lists that were composed for it and
// checked on eleven real papers: a name and a witness that their contents confirm are enough, and what no
// table of activities is made of outweighs several witnesses.
constexpr float kEnough = 3;
constexpr float kConfirmed = 0.5F;
constexpr float kContradicted = -1;

/// A header whose word only stands inside it counts for less.
constexpr float kGuessed = 0.6F;

class Judge {
public:
    Judge(const TableView& view, const ColumnMap& map, ColumnContents& contents, const Profile& profile)
        : view_(view), map_(map), contents_(contents), profile_(profile), evidence_(profile.evidence) {}

    Judgement take() { return std::move(judgement_); }

    /// The column that names what is done: its header, and whether it holds words.
    void name() {
        const auto column = map_.column_of(ColumnKey::kActivity);
        if (!column) return;
        judgement_.named = true;
        const float fit = map_.fit[static_cast<std::size_t>(*column)];
        if (map_.indicators) {
            add("indicator_named", 1.5F);
        } else if (fit <= 0) {
            add("activity_guessed", 0.5F);
        } else {
            add("activity_named", is_guess(fit) ? 0.75F : fit < kWhole ? 1.5F : 2);
        }
        const Contents& held = contents_.of(*column);
        if (held.cells == 0) return;
        const float words = held.share(Held::kWords) + held.share(Held::kStatus) + held.share(Held::kPerson);
        if (held.share(Held::kPerson) >= kMost) return add("persons", -5);
        if (words < kFew) return add("no_words", -5);
        if (names_accounts(view_, *column, map_.header_rows, profile_)) return add("accounts", -5);
        if (words >= kMost) add("words", 1);
    }

    /// A column of money, time, ...: more where it holds what its header says, less where it does not.
    void witness(std::string_view name, std::initializer_list<ColumnKey> keys, float weight,
                 bool counts = true) {
        for (const ColumnKey key : keys) {
            if (!map_.has(key)) continue;
            const auto column = map_.column_of(key);
            const float fit = column ? map_.fit[static_cast<std::size_t>(*column)] : 1;
            const float said = is_guess(fit) ? weight * kGuessed : weight;
            const float held = column ? confirmation(*column, key) : kConfirmed;
            judgement_.witness |= counts && held >= 0;
            add(name, held < 0 ? held : said + held);
            return;
        }
    }

    void parts() {
        const auto money = std::any_of(map_.parts.begin(), map_.parts.end(), [](const auto& part) {
            return part && part->kind == PartColumn::Kind::kMoney;
        });
        const auto targets = std::any_of(map_.parts.begin(), map_.parts.end(), [](const auto& part) {
            return part && part->kind == PartColumn::Kind::kTarget;
        });
        if (money) judgement_.witness = true, add("money_in_parts", 1.5F);
        if (targets) judgement_.witness = true, add("targets_by_year", 1);
        const std::vector<bool>& spread = contents_.time().spread;
        if (!money && !targets && std::find(spread.begin(), spread.end(), true) != spread.end())
            judgement_.witness = true, add("told_by_month", 1.5F);
    }

    /// Columns that no form has: of persons, goods, counts, terms.
    void others() {
        float counts = 0;
        float goods = 0;
        for (std::size_t column = 0; column < map_.keys.size(); ++column) {
            const auto& path = map_.headers[column];
            if (path.empty() || map_.keys[column] || map_.ticks[column] || map_.calendar[column] ||
                map_.parts[column])
                continue;
            const std::u32string leaf = without_unit(path.back());
            const std::u32string group = keyed(path.front()).key;
            if (is_one_of(leaf, evidence_.groups) || is_one_of(group, evidence_.groups)) {
                add("groups_of_projects", -6);
            } else if (is_one_of(leaf, evidence_.members)) {
                add("members", -2);
            } else if (is_one_of(leaf, evidence_.terms)) {
                add("terms", -2);
            } else if (is_one_of(leaf, evidence_.goods)) {
                goods -= 1;
            } else if (is_one_of(leaf, evidence_.counts)) {
                counts -= 0.75F;
            }
        }
        constexpr float kMostOfOneKind = -3;
        if (goods < 0) add("goods", std::max(goods, kMostOfOneKind));
        if (counts < 0) add("counts", std::max(counts, kMostOfOneKind));
    }

    void other_kinds() {
        for (const Verdict& sign : signs_of_other_kinds(view_, map_, profile_)) add(sign.name, sign.weight);
    }

    void titles(std::span<const Field> headings) {
        constexpr std::size_t kNearest = 4;  // lines over the table; those before are of something else
        const std::size_t first = headings.size() > kNearest ? headings.size() - kNearest : 0;
        bool speaks_for = false;
        bool speaks_against = false;
        for (const Field& line : headings.subspan(first)) {
            const std::u32string key = keyed(line.text).key;
            speaks_for |= is_one_of(key, evidence_.titles);
            speaks_against |= is_one_of(key, evidence_.other_titles);
        }
        if (speaks_for) add("title", 0.5F);
        if (speaks_against) add("title_of_another_kind", -2);
    }

    void rows() {
        const auto& cells = view_.table().cells;
        const bool any = std::any_of(cells.begin(), cells.end(), [this](const CleanCell& cell) {
            return cell.row >= map_.header_rows && !is_blank(cell.value.text);
        });
        if (!any) add("no_rows", -20);
    }

private:
    static constexpr float kWhole = 0.8F;  // less is a beginning, or a word inside
    static constexpr float kMost = 0.5F;   // of the cells
    static constexpr float kFew = 0.34F;

    void add(std::string_view name, float weight) { judgement_.verdicts.push_back({name, weight}); }

    /// "หน่วยละ (บาท)" is "หน่วยละ".
    static std::u32string without_unit(const std::string& header) {
        const std::size_t bracket = header.find('(');
        const std::u32string key = keyed(header.substr(0, bracket)).key;
        return key.empty() ? keyed(header).key : key;
    }

    /// Whether the column holds what such a field holds.
    float confirmation(std::int32_t column, ColumnKey key) {
        constexpr std::int32_t kTellsSomething = 2;  // cells
        const Contents& held = contents_.of(column);
        const bool money = is_money(key);
        if (held.cells == 0) return 0;
        if (money) {
            if (held.numeric() >= kMost) return kConfirmed;
            return held.cells >= kTellsSomething && held.numeric() < kFew ? kContradicted : 0;
        }
        if (key == ColumnKey::kPeriod) {
            if (held.share(Held::kPeriod) >= kMost) return kConfirmed;
            // Times of a day are read as numbers: an agenda is no plan.
            return held.cells >= kTellsSomething && held.numeric() >= kMost && held.share(Held::kPeriod) == 0
                       ? kContradicted
                       : 0;
        }
        if (key == ColumnKey::kResult) {
            return held.share(Held::kStatus) + held.share(Held::kMark) >= kMost ? kConfirmed : 0;
        }
        return 0;
    }

    const TableView& view_;
    const ColumnMap& map_;
    ColumnContents& contents_;
    const Profile& profile_;
    const Evidence& evidence_;
    Judgement judgement_;
};

}  // namespace

float Judgement::score() const {
    return std::accumulate(verdicts.begin(), verdicts.end(), 0.0F,
                           [](float sum, const Verdict& verdict) { return sum + verdict.weight; });
}

bool Judgement::of_activities() const { return named && witness && score() >= kEnough; }

bool Judgement::nearly() const { return !named && witness && score() >= kEnough; }

std::string Judgement::text() const {
    const auto number = [](float value) {
        const int tenths = static_cast<int>(std::lround(std::abs(value) * 10));
        return (value < 0 ? "-" : "+") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    };
    std::string line;
    for (const Verdict& verdict : verdicts)
        line += (line.empty() ? "" : ", ") + std::string(verdict.name) + " " + number(verdict.weight);
    return line + (line.empty() ? "" : " = ") + number(score());
}

Judgement judge(const TableView& view, const ColumnMap& map, ColumnContents& contents, const Profile& profile,
                std::span<const Field> headings) {
    using K = ColumnKey;
    Judge judge(view, map, contents, profile);
    judge.name();
    judge.witness("money", {K::kBudget}, 1);
    judge.witness("spent", {K::kSpent, K::kCommitted, K::kRemaining}, 1);
    judge.parts();
    judge.witness("time", {K::kPeriod, K::kPeriodStart, K::kActualPeriod, K::kActualStart}, 1);
    judge.witness("responsible", {K::kResponsible}, 1);
    judge.witness("target", {K::kTarget, K::kTargetQuantitative, K::kIndicator}, 1);
    judge.witness("result", {K::kResult, K::kProgress}, 1);
    judge.witness("summary", {K::kSummary}, 0.75F);
    judge.witness("objective", {K::kObjective}, 0.75F, false);
    judge.witness("steps", {K::kSteps}, 0.75F, false);
    judge.witness("expected", {K::kExpected}, 0.5F, false);
    judge.witness("problems", {K::kProblems}, 0.5F, false);
    judge.witness("evidence", {K::kEvidence}, 0.5F, false);
    judge.witness("place", {K::kPlace}, 0.5F, false);
    judge.witness("fund_source", {K::kFundSource}, 0.5F, false);
    judge.others();
    judge.other_kinds();
    judge.titles(headings);
    judge.rows();
    return judge.take();
}

}  // namespace tarang::interpret
